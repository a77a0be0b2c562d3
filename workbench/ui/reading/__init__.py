"""The reading pane: an article with its annotations painted over and named beside it."""
