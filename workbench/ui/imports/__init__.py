"""The window in which files are looked at before they come in."""
