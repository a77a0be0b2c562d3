"""Memos: written beside the list of all of them, which is searched."""
