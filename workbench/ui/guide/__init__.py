"""The codebook to read: the page of a tag, a layer or a variable, with links between them."""
