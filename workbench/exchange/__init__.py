"""Codebooks in the formats of others, and on paper: bytes to codebook and back. No Qt, no SQL."""
