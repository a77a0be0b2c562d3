"""The export assistant: what, as what, where, with a look at it beforehand."""
