"""The scored set: inputs of our own, the text that should come out, and how near cleaning gets."""
