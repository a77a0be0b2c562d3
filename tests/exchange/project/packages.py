"""REFI-QDA packages as other programs write them, made by hand."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from workbench.exchange.project.formats import read_project
from workbench.exchange.project.model import ForeignProject, Remark

USER = "11111111-1111-4111-8111-111111111111"
RAIN = "22222222-2222-4222-8222-222222222222"
WIND = "33333333-3333-4333-8333-333333333333"
SOURCE = "44444444-4444-4444-8444-444444444444"
CODES = f"""<CodeBook><Codes>
<Code guid="{{{RAIN.upper()}}}" name="雨" isCodable="true" color="#0af">
<Description>落下的水</Description>
<Code guid="{WIND}" name="风" isCodable="true"/></Code>
</Codes></CodeBook>"""


def qde(body: str, users: str = "", head: str = "", codes: str = CODES) -> str:
    """Return a document with users, codes, and a body behind them."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<Project xmlns="urn:QDA-XML:project:1.0" name="天气" origin="Other 1.0" {head}>'
        f'<Users><User guid="{USER}" name="丁"/>{users}</Users>{codes}{body}</Project>'
    )


def selection(start: int, end: int, name: str = "", code: str = RAIN, more: str = "") -> str:
    """Return a selection with one coding."""
    guid = f"aaaaaaaa-0000-4000-8000-{start:06}{end:06}"
    coding = f'<Coding guid="{guid}" creatingUser="{USER}"><CodeRef targetGUID="{code}"/></Coding>'
    return (
        f'<PlainTextSelection guid="{guid}" name="{name}" startPosition="{start}" '
        f'endPosition="{end}">{more}{coding if code else ""}</PlainTextSelection>'
    )


def source(inner: str = "", path: str = f"internal://{SOURCE}.txt", name: str = "一") -> str:
    """Return the sources of a document: one text."""
    place = f'plainTextPath="{path}"' if path else ""
    return (
        f'<Sources><TextSource guid="{SOURCE}" name="{name}" {place}>{inner}</TextSource></Sources>'
    )


def package(document: str | bytes, members: Mapping[str, str | bytes], qde_name: str) -> bytes:
    """Return the bytes of a package."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as new:
        new.writestr(qde_name, document)
        for name, data in members.items():
            new.writestr(name, data)
    return target.getvalue()


def read(
    path: Path,
    document: str | bytes,
    text: str | bytes | None = "昨夜小雨，今晨有风。",
    *,
    folder: str = "sources",
    qde_name: str = "project.qde",
) -> ForeignProject:
    """Write a package with one text and read it."""
    members = {} if text is None else {f"{folder}/{SOURCE}.txt": text}
    path.write_bytes(package(document, members, qde_name))
    return read_project(path)


def remarks(found: ForeignProject) -> dict[Remark, int]:
    """Return how often each remark was made."""
    return {each.remark: each.count for each in found.remarks}
