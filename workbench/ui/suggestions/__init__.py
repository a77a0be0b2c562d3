"""Suggestions in the window: faint marks, what one does with them, one by one or all at once."""
