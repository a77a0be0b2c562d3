"""The keys of the keyboard: one table, a sheet to look them up, a dialog to change them."""
