"""Projects as documents of UIMA in JSON: a zip of them, or a single one."""

from __future__ import annotations

from workbench.exchange.project.cas.as_json import KIND, read_json, write_json
from workbench.exchange.project.cas.package import Way
from workbench.exchange.project.kinds import ProjectFormat


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
claims, read, write = WAY.claims, WAY.read, WAY.write
