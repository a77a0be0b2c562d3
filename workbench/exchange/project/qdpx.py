"""Write REFI-QDA projects (.qdpx): valid after the schema of the standard, and read back whole.

An annotation is a selection with a coding for each of its categories; its description says in
lines what it holds (`refi_lines`). What is coded of a whole article stands in notes, and as
variables of its source. The same project gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from workbench.domain.codebook import Codebook, Kind, Layer, Scope
from workbench.domain.codebook_file import write_codebook
from workbench.domain.coded import CodedArticle
from workbench.domain.values import Missing
from workbench.exchange.project.leaving import Leaving
from workbench.exchange.project.refi import (
    FIELDS,
    NAMESPACE,
    ORIGIN,
    QDE,
    codebook_member,
    guid,
)
from workbench.exchange.project.refi_codes import Code, Tree, UsedCodes, tree_of
from workbench.exchange.project.refi_notes import Notes
from workbench.exchange.project.refi_sources import Sources
from workbench.exchange.project.refi_variables import Variables
from workbench.exchange.project.refi_xml import XmlWriter

#: Notes beyond so many bytes are kept in a file meanwhile.
_IN_MEMORY = 8_000_000


@dataclass
class _Seen:
    """What the first look at the articles has found."""

    codes: UsedCodes = field(default_factory=UsedCodes)
    whole: dict[tuple[str, str, int], None] = field(
        default_factory=dict[tuple[str, str, int], None]
    )
    fields: set[str] = field(default_factory=set[str])
    articles: dict[str, str] = field(default_factory=dict[str, str])


def write(target: IO[bytes], leaving: Leaving) -> None:
    """Write a project to a file of bytes, in two passes over its articles."""
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        seen = _Seen()
        for coded in leaving.articles():
            name = f"sources/{guid('article', coded.bibliography.uid)}.txt"
            package.writestr(_member(name), coded.text.encode())
            _look(leaving, coded, seen)
        package.writestr(_member(codebook_member()), write_codebook(leaving.codebook).encode())
        with package.open(_member(QDE), "w") as qde:
            _write_project(XmlWriter(qde), leaving, seen)


def _member(name: str) -> ZipInfo:
    """Return a member that does not say when and where it was packed."""
    member = ZipInfo(name)
    member.compress_type = ZIP_DEFLATED
    member.create_system = 3
    return member


def _look(leaving: Leaving, coded: CodedArticle, seen: _Seen) -> None:
    about = coded.bibliography
    seen.articles[about.uid] = about.same_as
    seen.fields |= {key for key in FIELDS if getattr(about, key)}
    for row in coded.annotations:
        layer = leaving.codebook.layer(row[3])
        values = coded.values.get(row[0], ())
        if layer.scope is Scope.ARTICLE:
            seen.whole |= {(layer.key, key, row[2]): None for key, _ in values}
            continue
        categories = set(categories_in(layer, values))
        seen.codes.categories |= {(layer.key, *each) for each in categories}
        if not categories and row[4] is not None:
            seen.codes.layers.add(layer.key)


def categories_in(
    layer: Layer, values: Iterable[tuple[str, Sequence[object]]]
) -> Iterator[tuple[str, str]]:
    """Yield the categories that values hold, each with its variable."""
    for key, scalars in values:
        if layer.variable(key).kind is Kind.CATEGORY:
            yield from ((key, str(e)) for e in scalars if not isinstance(e, Missing))


def _write_project(xml: XmlWriter, leaving: Leaving, seen: _Seen) -> None:
    tree = tree_of(leaving.codebook, seen.codes, leaving.language)
    xml.declare()
    head = {"xmlns": NAMESPACE, "name": leaving.name, "origin": ORIGIN}
    with xml.element("Project", head), SpooledTemporaryFile(_IN_MEMORY) as buffer:
        notes = Notes(XmlWriter(buffer, 2), leaving.language, seen.articles, leaving.memos)
        variables = Variables(
            leaving.codebook, leaving.coders, seen.whole, seen.fields, leaving.language
        )
        _write_users(xml, _users(leaving))
        _write_codes(xml, tree, notes, leaving.codebook)
        variables.declare(xml)
        _write_sources(xml, leaving, tree, notes, variables)
        _write_notes(xml, notes, buffer)
        _write_links(xml, seen.articles)
        _write_sets(xml, tree)
        for each in notes.of_project():
            xml.empty("NoteRef", {"targetGUID": each})


def _write_sources(
    xml: XmlWriter, leaving: Leaving, tree: Tree, notes: Notes, variables: Variables
) -> None:
    sources = Sources(leaving.codebook, leaving.coders, leaving.language, tree, notes, variables)
    articles = iter(leaving.articles())
    first = next(articles, None)
    if first is None:
        return
    with xml.element("Sources"):
        for coded in chain([first], articles):
            sources.write(xml, coded, leaving.notes(coded.bibliography.uid))


def _users(leaving: Leaving) -> Mapping[str, str]:
    """Return the names of coders and of who has written memos, by their uids."""
    users = {each.uid: each.name for each in leaving.coders.values()}
    for memo in leaving.memos:
        if memo.coder_uid and memo.coder:
            users[memo.coder_uid] = memo.coder
    return users


def _write_users(xml: XmlWriter, users: Mapping[str, str]) -> None:
    if users:
        with xml.element("Users"):
            for uid, name in users.items():
                xml.empty("User", {"guid": guid("coder", uid), "name": name})


def _write_codes(xml: XmlWriter, tree: Tree, notes: Notes, codebook: Codebook) -> None:
    about = notes.of_codes(codebook, tree.guids)
    if not tree.codes:
        return
    with xml.element("CodeBook"), xml.element("Codes"):
        for each in tree.codes:
            _write_code(xml, each, about)


def _write_code(xml: XmlWriter, code: Code, notes: Mapping[str, Sequence[str]]) -> None:
    with xml.element(
        "Code",
        {
            "guid": code.guid,
            "name": code.name,
            "isCodable": "true" if code.codable else "false",
            "color": code.colour or None,
        },
    ):
        if code.description:
            xml.holding("Description", code.description)
        for each in notes.get(code.guid, ()):
            xml.empty("NoteRef", {"targetGUID": each})
        for each in code.below:
            _write_code(xml, each, notes)


def _write_notes(xml: XmlWriter, notes: Notes, buffer: IO[bytes]) -> None:
    if notes.written:
        with xml.element("Notes"):
            buffer.seek(0)
            copyfileobj(buffer, xml.target)


def _write_links(xml: XmlWriter, articles: Mapping[str, str]) -> None:
    """Write which articles are renderings of others."""
    renderings = {uid: other for uid, other in articles.items() if other in articles}
    if not renderings:
        return
    with xml.element("Links"):
        for uid, other in renderings.items():
            xml.empty(
                "Link",
                {
                    "guid": guid("same_as", uid),
                    "name": "same_as",
                    "direction": "OneWay",
                    "originGUID": guid("article", uid),
                    "targetGUID": guid("article", other),
                },
            )


def _write_sets(xml: XmlWriter, tree: Tree) -> None:
    if not tree.sets:
        return
    with xml.element("Sets"):
        for each in tree.sets:
            with xml.element("Set", {"guid": each.guid, "name": each.name}):
                for member in each.members:
                    xml.empty("MemberCode", {"targetGUID": member})
