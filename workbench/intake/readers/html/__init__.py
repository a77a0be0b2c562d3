"""The parts of reading a web page: its tree, its blocks, its main text, what it says of itself."""
