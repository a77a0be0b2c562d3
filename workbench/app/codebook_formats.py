"""The names of the formats of codebook files, for who offers them; loads no reader."""

from __future__ import annotations

from workbench.exchange.codebook.model import READABLE, SUFFIXES, Format

__all__ = ["READABLE", "SUFFIXES", "Format"]
