"""Every reader on inputs that nobody writes: made by Hypothesis, and real files with damage."""
