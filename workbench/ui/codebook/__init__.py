"""The codebook editor: a window of its own beside the coding window."""
