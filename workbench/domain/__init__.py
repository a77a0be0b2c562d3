"""The coding model: text and spans, codebook, annotations, values. Standard library only."""
