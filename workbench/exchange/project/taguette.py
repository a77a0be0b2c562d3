"""Databases of Taguette: the SQLite export of one project, or the whole of an installation.

After its sources (github.com/remram44/taguette, taguette/database/models.py and extract.py): a
document is HTML; the offsets of a highlight are bytes of UTF-8 of its text nodes, tags not
counted; `snippet` is the HTML that was highlighted. A highlight has any number of tags. Who
highlighted, and when, stands in the log of commands.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.domain.codebook import Codebook, CodeList, Guide, Kind, Layer, Scope, Variable, Words
from workbench.domain.text import Span
from workbench.exchange.codebook.build import MOST_CATEGORIES, Draft
from workbench.exchange.codebook.build import told as words
from workbench.exchange.errors import CodebookTooLarge, DocumentTooLong
from workbench.exchange.project.html_text import HtmlText
from workbench.exchange.project.keys import Keys, listed
from workbench.exchange.project.kinds import ProjectFormat
from workbench.exchange.project.model import (
    NOBODY,
    ForeignAnnotation,
    ForeignArticle,
    ForeignMemo,
    ForeignProject,
    Remark,
    Remarks,
)
from workbench.exchange.project.rows import integer, text
from workbench.files.databases import Cell, ForeignDatabase, foreign_database, is_database_with
from workbench.files.errors import FileDamaged

_TABLES = ("projects", "documents", "highlights", "highlight_tags", "tags")
_VARIABLE = "tags"
#: A document has no more characters of HTML: ten times the longest article's.
LONGEST_DOCUMENT = 30_000_000
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{3}))?\d*")
#: Who codes where Taguette runs on one's own machine.
_SINGLE_USER = "admin"


def claims(path: Path, head: bytes) -> bool:
    """Tell by its tables whether a file is such a database."""
    return is_database_with(
        path, head, _TABLES, (f"CREATE TABLE {each} (".encode() for each in _TABLES)
    )


def read(path: Path, watch: Callable[[float], None]) -> ForeignProject:
    """Return the project in a database, or all of an installation's as one.

    Raises:
        DatabaseTooLarge, DatabaseStillOpen, FileDamaged, FileHoldsNul, FileHoldsSurrogate
        CodebookTooLarge, DocumentTooLong
        OSError
    """
    with foreign_database(path) as database:
        if not all(database.has(each) for each in _TABLES):
            raise FileDamaged(file=path.name, kind="Taguette")
        return _Reading(database, path).project(watch)


@dataclass(frozen=True)
class _Made:
    """Who made a highlight, and when it was made and last changed."""

    coder: str = NOBODY
    created: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class _Highlight:
    """A highlight as its rows have it, with the keys of its tags."""

    id: int
    document: int
    start: int
    end: int
    snippet: str
    tags: tuple[str, ...]
    made: _Made


class _Reading:
    """One database being read: a project's tags are a code list and a layer."""

    def __init__(self, database: ForeignDatabase, path: Path) -> None:
        self._database = database
        self._path = path
        self._remarks = Remarks()
        self._memos: list[ForeignMemo] = []
        self._layers: dict[int, Layer] = {}
        self._lists: list[CodeList] = []
        self._tags: dict[int, Draft] = {}
        self._annotations: list[ForeignAnnotation] = []

    def project(self, watch: Callable[[float], None]) -> ForeignProject:
        """Return all of it."""
        names = self._projects()
        watch(0.1)
        articles = tuple(self._articles(watch))
        annotations = tuple(self._annotations)
        watch(1.0)
        return ForeignProject(
            ProjectFormat.TAGUETTE,
            names[0] if len(names) == 1 else self._path.stem,
            Codebook(Words(en="Taguette"), tuple(self._lists), tuple(self._layers.values())),
            articles,
            tuple(dict.fromkeys(each.coder for each in annotations if each.coder)),
            annotations,
            memos=tuple(self._memos),
            remarks=self._remarks.told(),
            by_name=True,
        )

    # --- tags ---------------------------------------------------------------

    def _projects(self) -> list[str]:
        """Make the code list and the layer of each project; return the projects' names."""
        keys, drafts, names = Keys(), self._drafts(), list[str]()
        rows = self._database.rows("projects", ("id", "name", "description"), order=("id",))
        for id_, name, about in rows:
            label = text(name).strip()
            names.append(label)
            if text(about).strip():
                self._memos.append(ForeignMemo("project", (), text(about)))
            key = keys.claim(label, "highlights")
            own = drafts.get(integer(id_), [])
            if len(own) > MOST_CATEGORIES:
                raise CodebookTooLarge(file=self._path.name, count=len(own), limit=MOST_CATEGORIES)
            self._lists.append(listed(key, words(label or key), own, self._remarks))
            self._layers[integer(id_)] = _layer(key, words(label or key))
        return names

    def _drafts(self) -> Mapping[int, list[Draft]]:
        """Return the tags of each project, in the order of their names."""
        drafts: defaultdict[int, list[Draft]] = defaultdict(list)
        above: dict[int, int] = {}
        columns = ("id", "project_id", "path", "description", "parent_id")
        for id_, project, path, about, parent in self._database.rows(
            "tags", columns, order=("project_id", "path")
        ):
            draft = Draft(label=words(text(path).strip()))
            if text(about).strip():
                draft.fields["guide"] = Guide(definition=words(text(about).strip()))
            self._tags[integer(id_)] = draft
            drafts[integer(project)].append(draft)
            above[integer(id_)] = integer(parent)
        for id_, draft in self._tags.items():
            draft.above = self._tags.get(above[id_])
        return drafts

    # --- documents ----------------------------------------------------------

    def _articles(self, watch: Callable[[float], None]) -> Iterator[ForeignArticle]:
        """Yield the documents; what is highlighted in each is placed while its HTML is there."""
        highlights = _Highlights(self._database, self._tags)
        columns = ("id", "project_id", "name", "description", "filename", "contents")
        for row in self._database.rows("documents", columns, order=("id",)):
            id_, project, name, about, file_name, contents = row
            title = text(name).strip() or str(integer(id_))
            html = self._html(title, contents, lambda: watch(0.1))
            if not html.text:
                self._add(highlights.of(integer(id_)), None, None)
                self._remarks.add(Remark.TEXT_MISSING, title)
                continue
            self._add(highlights.of(integer(id_)), html, self._layers.get(integer(project)))
            key = str(integer(id_))
            if text(about).strip():
                self._memos.append(ForeignMemo("article", (key,), text(about)))
            yield ForeignArticle(key, title, html.text, file_name=text(file_name), language="")
        for lost in highlights.left():
            self._add(lost, None, None)

    def _html(self, title: str, contents: Cell, ask: Callable[[], None]) -> HtmlText:
        written = "" if contents is None else str(contents)
        if len(written) > LONGEST_DOCUMENT:
            facts = {"count": len(written), "limit": LONGEST_DOCUMENT}
            raise DocumentTooLong(file=self._path.name, name=title, **facts)
        return HtmlText(written, self._path.name, ask)

    # --- highlights ---------------------------------------------------------

    def _add(
        self, highlights: Sequence[_Highlight], html: HtmlText | None, layer: Layer | None
    ) -> None:
        for each in highlights:
            if not each.tags:
                self._remarks.add(Remark.UNCODED)
            span, quote = self._place(html, each)
            annotation = ForeignAnnotation(
                str(each.document),
                layer.key if layer else "",
                span,
                quote,
                {_VARIABLE: each.tags} if each.tags else {},
                each.made.coder,
                str(each.id),
                created=each.made.created,
                modified=each.made.modified,
            )
            self._annotations.append(annotation)

    def _place(self, html: HtmlText | None, highlight: _Highlight) -> tuple[Span, str]:
        """Return where a highlight lies, and what it quotes where that is another text."""
        start, end = highlight.start, highlight.end
        counted = html.counted_span(start, end) if html and start >= 0 else Span(0, 0)
        span = html.shown_span(counted) if html else None
        if html is None or span is None:
            return Span(0, 0), ""
        quoted = HtmlText(highlight.snippet, self._path.name)
        return span, "" if not quoted.text or html.reads(counted, quoted) else quoted.text


class _Highlights:
    """The highlights of all documents; those of one are given once."""

    def __init__(self, database: ForeignDatabase, drafts: Mapping[int, Draft]) -> None:
        tags: defaultdict[int, list[str]] = defaultdict(list)
        for highlight, tag in database.rows("highlight_tags", ("highlight_id", "tag_id")):
            if integer(tag) in drafts:
                tags[integer(highlight)].append(drafts[integer(tag)].key)
        made = _makers(database)
        self._by_document: defaultdict[int, list[_Highlight]] = defaultdict(list)
        columns = ("id", "document_id", "start_offset", "end_offset", "snippet")
        for row in database.rows("highlights", columns, order=columns[1:3]):
            id_, document, start, end = map(integer, row[:4])
            keys, by = tuple(sorted(tags[id_])), made.get(id_, _Made())
            found = _Highlight(id_, document, start, end, text(row[4]), keys, by)
            self._by_document[document].append(found)

    def of(self, document: int) -> Sequence[_Highlight]:
        """Return those of a document, in the order in which they begin."""
        return self._by_document.pop(document, [])

    def left(self) -> Iterable[Sequence[_Highlight]]:
        """Return those of documents that have not been asked for."""
        return self._by_document.values()


def _layer(key: str, label: Words) -> Layer:
    variable = Variable(_VARIABLE, Kind.CATEGORY, Words("标签", "tags"), key, several=True)
    return Layer(key, label, Scope.SPAN, (variable,), complete=((_VARIABLE,),))


def _makers(database: ForeignDatabase) -> Mapping[int, _Made]:
    """Return who made each highlight and when, as the log of commands has it."""
    made: dict[int, _Made] = {}
    columns = ("user_login", "date", "payload")
    for login, date, payload in database.rows("commands", columns, order=("id",)):
        highlight = _added(text(payload))
        if highlight is None:
            continue
        time = _time(text(date))
        coder = "" if text(login) == _SINGLE_USER else text(login)
        first = made.get(highlight)
        made[highlight] = _Made(coder, first.created if first else time, time)
    return made


def _added(payload: str) -> int | None:
    """Return the highlight that a command adds or changes, None for any other command."""
    try:
        said: Any = json.loads(payload)
        found = said["highlight_id"] if said["type"] == "highlight_add" else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return found if isinstance(found, int) else None


def _time(written: str) -> str:
    """Return a time in UTC as we keep it, empty where it is none."""
    match = _TIME.match(written)
    return f"{match[1]}T{match[2]}.{match[3] or '000'}Z" if match else ""
