"""The coding dataset: what its tables look like, and writing them."""
