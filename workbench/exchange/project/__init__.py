"""Coded projects of other programs: a model that all readers fill, a module a format."""
