"""Tables: rows of text, from files with delimiters and from sheets."""
