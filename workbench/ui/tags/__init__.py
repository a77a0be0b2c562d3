"""The tag panel, the forms generated from layers, and the editor of one annotation."""
