"""Codebooks: a reader and a writer a format, chosen in `formats`."""
