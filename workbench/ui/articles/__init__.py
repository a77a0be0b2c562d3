"""The articles of the project: the list at the left, and bringing new ones in."""
