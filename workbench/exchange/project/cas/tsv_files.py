"""Projects as documents in WebAnno TSV 3: a zip of them, or a single one."""

from __future__ import annotations

from workbench.exchange.project.cas.package import Way
from workbench.exchange.project.cas.tsv import FORMAT, KIND, write_tsv
from workbench.exchange.project.cas.tsv_read import read_tsv
from workbench.exchange.project.kinds import ProjectFormat


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
claims, read, write = WAY.claims, WAY.read, WAY.write
