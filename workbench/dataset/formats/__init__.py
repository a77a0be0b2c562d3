"""The formats of the dataset, a module each: a `Sink` that writes tables into a folder."""
