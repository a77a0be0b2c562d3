"""Projects as documents of UIMA in XMI: a zip of them with their types, or a single one."""

from __future__ import annotations

from workbench.domain.errors import Refusal
from workbench.exchange.project.cas import names
from workbench.exchange.project.cas.model import Document, Types
from workbench.exchange.project.cas.package import Way
from workbench.exchange.project.cas.xmi import (
    KIND,
    NAMESPACE,
    read_types,
    read_xmi,
    write_types,
    write_xmi,
)
from workbench.exchange.project.kinds import ProjectFormat


def _is_one(head: bytes) -> bool:
    return NAMESPACE.encode() in head and b"uima" in head


def _read(data: bytes, types: Types, file_name: str) -> Document:
    """Return a document; one of ours without types beside it has those of the layers it tells."""
    document = read_xmi(data, types, file_name)
    if types:
        return document
    for each in document.structures:
        told = each.features.get(names.LAYERS)
        if each.type == names.ARTICLE and isinstance(told, str):
            return read_xmi(data, _types_told(told, file_name), file_name)
    return document


def _types_told(told: str, file_name: str) -> Types:
    try:
        return names.types_of(names.layers_read(told, file_name))
    except Refusal:  # told again, and for good, by who takes the layers
        return {}


WAY = Way(ProjectFormat.XMI, KIND, "xmi", _is_one, write_xmi, _read, write_types, read_types)
claims, read, write = WAY.claims, WAY.read, WAY.write
