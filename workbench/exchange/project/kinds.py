"""The names of the formats, apart: the command line knows them before anything is loaded."""

from __future__ import annotations

from enum import StrEnum


class ProjectFormat(StrEnum):
    """The formats of coded projects, by the endings of their files."""

    QDPX = "qdpx"
    DNA = "dna"
    TAGUETTE = "sqlite3"
    XMI = "xmi"
    CAS_JSON = "cas-json"
    TSV = "tsv3"
