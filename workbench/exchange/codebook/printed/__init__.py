"""Codebooks to be printed: what stands on paper, and the two formats that carry it."""
