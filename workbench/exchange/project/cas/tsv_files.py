"""Projects as documents in WebAnno TSV 3: a zip of them, or a single one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO

from workbench.exchange.project.cas.package import (
    Way,
    claims_package,
    read_package,
    write_package,
)
from workbench.exchange.project.cas.tsv import FORMAT, KIND, write_tsv
from workbench.exchange.project.cas.tsv_read import read_tsv
from workbench.exchange.project.leaving import Leaving
from workbench.exchange.project.model import ForeignProject, ProjectFormat


def claims(path: Path, head: bytes) -> bool:
    """Tell whether a file is a document in WebAnno TSV, or a zip of them."""
    return claims_package(path, head, WAY)


def read(path: Path, watch: Callable[[float], None]) -> ForeignProject:
    """Return the project in a file, or raise a Refusal that names it."""
    return read_package(path, watch, WAY)


def write(target: IO[bytes], leaving: Leaving) -> None:
    """Write a project as a zip of documents."""
    write_package(target, leaving, WAY)


def _is_one(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").startswith(FORMAT.encode())


WAY = Way(
    ProjectFormat.TSV,
    KIND,
    "tsv",
    _is_one,
    write_tsv,
    lambda data, _, file_name: read_tsv(data, file_name),
    indexed=True,
)
