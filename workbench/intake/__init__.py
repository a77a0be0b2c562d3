"""From bytes to a clean article: decoding, cleaning steps, metadata. No Qt, no SQL."""
