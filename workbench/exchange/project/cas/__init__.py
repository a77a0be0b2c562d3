"""Annotated documents of UIMA: types, feature structures, and their two ways to write them."""
