"""Cleaning steps: pure functions from a text to the edits that they would make."""
