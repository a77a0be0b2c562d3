"""Changes of a codebook as pure functions: a codebook in, another one out, or a refusal."""
