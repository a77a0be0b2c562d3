"""Projects as documents of UIMA in JSON: a zip of them, or a single one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO

from workbench.exchange.project.cas.as_json import KIND, read_json, write_json
from workbench.exchange.project.cas.package import (
    Way,
    claims_package,
    read_package,
    write_package,
)
from workbench.exchange.project.leaving import Leaving
from workbench.exchange.project.model import ForeignProject, ProjectFormat


def claims(path: Path, head: bytes) -> bool:
    """Tell whether a file is a document in UIMA's JSON, or a zip of them."""
    return claims_package(path, head, WAY)


def read(path: Path, watch: Callable[[float], None]) -> ForeignProject:
    """Return the project in a file, or raise a Refusal that names it."""
    return read_package(path, watch, WAY)


def write(target: IO[bytes], leaving: Leaving) -> None:
    """Write a project as a zip of documents."""
    write_package(target, leaving, WAY)


def _is_one(head: bytes) -> bool:
    begins = head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    return begins and (b'"%TYPES"' in head or b'"%FEATURE_STRUCTURES"' in head)


WAY = Way(
    ProjectFormat.CAS_JSON,
    KIND,
    "json",
    _is_one,
    write_json,
    lambda data, _, file_name: read_json(data, file_name),
)
