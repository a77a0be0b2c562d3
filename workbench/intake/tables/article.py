"""A row of a table to a new article."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace

from workbench.domain.article import Edit, NewArticle
from workbench.domain.errors import Refusal
from workbench.domain.text import canonical
from workbench.domain.values import Scalar
from workbench.domain.worded import worded_value
from workbench.files.tables.model import Row, Table
from workbench.intake.errors import RowHoldsNoText
from workbench.intake.extracted import Extracted, Metadata
from workbench.intake.read import new_article
from workbench.intake.tables.dates import iso_date
from workbench.intake.tables.guess import FIELDS
from workbench.intake.tables.model import TableChoice

#: The reader of an article that was a row.
TABLE_READER = "table"
_TAG = re.compile(
    r"</?(?:p|br|div|span|h[1-6]|b|i|em|strong|a|font|li|ul|ol)\b[^<>]{0,500}>", re.IGNORECASE
)
_BREAKS = re.compile(r"</(?:p|div|h[1-6]|li)|<br", re.IGNORECASE)
_ENTITY = {"&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&", "&emsp;": " "}
_ENTITIES = re.compile("|".join(_ENTITY))
# Both names and codes of ISO 639 come; what is none of these is left to the guess by the text.
_LANGUAGES = {
    **dict.fromkeys(("中文", "汉语", "汉文", "简体中文", "繁体中文", "繁體中文", "chinese"), "zh"),
    **dict.fromkeys(("英文", "英语", "英語", "english"), "en"),
    **dict.fromkeys(("日文", "日语", "日語", "japanese"), "ja"),
    **dict.fromkeys(("韩文", "韩语", "韓文", "朝鲜语", "korean"), "ko"),
    **dict.fromkeys(("俄文", "俄语", "russian"), "ru"),
    **dict.fromkeys(("法文", "法语", "french"), "fr"),
    **dict.fromkeys(("德文", "德语", "german"), "de"),
}
_CODE = re.compile(r"([a-z]{2,3})(?:[-_][A-Za-z]{2,4})*")


def article_in(
    row: Row, table: Table, columns: Mapping[str, str], choice: TableChoice
) -> NewArticle:
    """Read and clean the article in a row; its original is the row as JSON.

    Raises:
        Refusal: the row's own, or it holds no text.
    """
    if row.refusal is not None:
        raise row.refusal
    name = f"{table.name}#{row.number}"
    cells = dict(zip(table.columns, row.cells, strict=True))
    given = {field: cells[column].strip() for field, column in columns.items()}
    text = canonical(cells[columns["text"]]).strip("\n")
    if not text.strip():
        raise RowHoldsNoText(file=name, column=columns["text"])
    text = _with_headline(text, " ".join(given.get("title", "").split()))
    about, unread = _about(given)
    values, left_out = _values(given, choice)
    found = Extracted(
        text,
        TABLE_READER,
        "utf-8",
        edits=markup_in(text),
        about=replace(about, genre=_first(values.get("genre", ()))),
        warnings=(*_damage(row), *unread, *left_out),
    )
    return replace(new_article(found, row_bytes(cells), name), values=values)


def _with_headline(text: str, title: str) -> str:
    """Return the text below its headline, which is coded too."""
    first = " ".join(text.lstrip().partition("\n")[0].split())
    return text if not title or first == title else f"{title}\n{text}"


def row_bytes(cells: Mapping[str, str]) -> bytes:
    """Return a row as the same bytes whatever its table's form, the empty cells left out."""
    said = {column: cell for column, cell in cells.items() if cell.strip()}
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def markup_in(text: str) -> tuple[Edit, ...]:
    """Return what takes the tags of a web page out of a cell, with line ends for paragraphs."""
    if not _TAG.search(text):
        return ()
    tags = [
        Edit(m.start(), m.end(), "\n" if _BREAKS.match(m.group()) else "", "template")
        for m in _TAG.finditer(text)
    ]
    signs = [
        Edit(m.start(), m.end(), _ENTITY[m.group()], "template") for m in _ENTITIES.finditer(text)
    ]
    edits: list[Edit] = []
    for each in sorted((*tags, *signs), key=lambda edit: edit.start):
        if not edits or edits[-1].end <= each.start:
            edits.append(each)
    return tuple(edits)


def _damage(row: Row) -> tuple[str, ...]:
    return (f"damaged_bytes:{row.damaged}",) if row.damaged else ()


def _about(given: Mapping[str, str]) -> tuple[Metadata, tuple[str, ...]]:
    """Return the bibliography of a row, and warnings of what in it cannot be read."""
    said = {field: " ".join(given.get(field, "").split()) for field in FIELDS if field != "text"}
    day = iso_date(said["published"]) if said["published"] else ""
    unread = (f"date_unread:{said['published'][:40]}",) if day is None else ()
    language, script = _language(said["language"])
    about = {**said, "published": day or "", "language": language, "script": script}
    return Metadata(**about), unread


def _language(word: str) -> tuple[str, str]:
    script = "Hans" if "简" in word else "Hant" if re.search("[繁正]", word) else ""
    code = _CODE.fullmatch(word)
    known = _LANGUAGES.get(word.casefold()) or (code[1] if code else "")
    return known or ("zh" if script else ""), script


def _first(scalars: tuple[Scalar, ...]) -> str:
    """Return a genre's key; one that is missing on purpose is none."""
    return scalars[0] if scalars and isinstance(scalars[0], str) else ""


def _values(
    given: Mapping[str, str], choice: TableChoice
) -> tuple[Mapping[str, tuple[Scalar, ...]], tuple[str, ...]]:
    """Return the values of the article's variables, and warnings of those that do not fit."""
    codebook = choice.codebook
    layer = codebook.article_layer if codebook else None
    if codebook is None or layer is None:
        return {}, ()
    values: dict[str, tuple[Scalar, ...]] = {}
    left: list[str] = []
    for field, cell in given.items():
        if field in FIELDS or not cell:
            continue
        try:
            values[field] = worded_value(codebook, layer.variable(field), cell)
        except Refusal:
            left.append(f"value_left_out:{field}={cell[:40]}")
    return values, tuple(left)
