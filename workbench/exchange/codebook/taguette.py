"""The codebook table of Taguette: tag, parent, description, number of highlights.

Its tags have one name, which may stand only once in a project, and one description. What else
our categories have is told in the description, or not at all (see `_description`).
"""
