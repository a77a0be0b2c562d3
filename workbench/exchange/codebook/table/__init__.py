"""Codebooks as tables: a row a category, as researchers keep them."""
