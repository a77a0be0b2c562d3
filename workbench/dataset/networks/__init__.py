"""Networks of statements: who says what, as rows, edges and GraphML."""
