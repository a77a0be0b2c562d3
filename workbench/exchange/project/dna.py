"""Databases of Discourse Network Analyzer, versions 2 and 3: documents, coders, statements.

After the schemas that its sources make (github.com/leifeld/dna, class sql.ConnectionProfile and
its callers; rDNA2 for version 2). Version 3 keeps values in ENTITIES and days in seconds, version
2 values as they are and days in milliseconds. A statement's place is that in the text pane of
Swing: units of UTF-16, a line end of any kind counted once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from workbench.domain.text import Span, Utf16Map, canonical
from workbench.exchange.codebook.build import MOST_CATEGORIES
from workbench.exchange.errors import CodebookTooLarge
from workbench.exchange.project.dna_values import (
    ARTICLE_LAYER,
    Values,
    values_of,
    with_article_variables,
)
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
from workbench.exchange.project.rows import integer, refuse_unstorable_in, text
from workbench.files.databases import ForeignDatabase, foreign_database, is_database_with
from workbench.files.errors import FileDamaged

_TABLES = ("STATEMENTTYPES", "STATEMENTS", "DATASHORTTEXT", "DOCUMENTS")
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
#: What we have nothing like: each of its rows is counted.
_NOT_READ = {"REGEXES": "keywords", "STATEMENTLINKS": "links"}


def claims(path: Path, head: bytes) -> bool:
    """Tell by its tables whether a file is such a database."""
    return is_database_with(path, head, _TABLES, (each.encode() for each in _TABLES))


def read(path: Path, watch: Callable[[float], None]) -> ForeignProject:
    """Return the project in a database.

    Raises:
        DatabaseTooLarge, DatabaseStillOpen, FileDamaged, FileHoldsNul, FileHoldsSurrogate
        CodebookTooLarge
        OSError
    """
    with foreign_database(path) as database:
        if not all(database.has(each) for each in _TABLES):
            raise FileDamaged(file=path.name, kind="Discourse Network Analyzer")
        return _Reading(database, path).project(watch)


class _Reading:
    """One database being read."""

    def __init__(self, database: ForeignDatabase, path: Path) -> None:
        self._database = database
        self._file_name = path.name
        self._remarks = Remarks()
        self._coders = {
            integer(id_): text(name) for id_, name in database.rows("CODERS", ("ID", "Name"))
        }
        self._memos: list[ForeignMemo] = []
        self._properties: list[ForeignAnnotation] = []
        self._marks: dict[int, int] = {}

    def project(self, watch: Callable[[float], None]) -> ForeignProject:
        """Return all of it."""
        articles = tuple(self._articles())
        watch(0.3)
        values = values_of(self._database, self._remarks)
        most = max((len(each.categories) for each in values.codebook.code_lists), default=0)
        if most > MOST_CATEGORIES:
            raise CodebookTooLarge(file=self._file_name, count=most, limit=MOST_CATEGORIES)
        watch(0.7)
        texts = {each.key: each.text for each in articles}
        statements = tuple(self._statements(values, texts))
        for table, example in _NOT_READ.items():
            count = sum(1 for _ in self._database.rows(table, ("ID",)))
            if count:
                self._remarks.add(Remark.NOT_READ, example, count)
        said = dict.fromkeys(key for each in self._properties for key in each.values)
        watch(1.0)
        return ForeignProject(
            ProjectFormat.DNA,
            Path(self._file_name).stem,
            with_article_variables(values.codebook, said),
            articles,
            tuple(name for name in self._coders.values() if name),
            (*self._properties, *statements),
            memos=tuple(self._memos),
            remarks=self._remarks.told(),
        )

    def _articles(self) -> Iterator[ForeignArticle]:
        in_seconds = self._database.has("ENTITIES")
        columns = ("ID", "Title", "Text", "Author", "Source", "Date", "Section", "Type", "Notes")
        for row in self._database.rows("DOCUMENTS", columns, order=("ID",)):
            id_, title, content, author, source, date, section, kind, notes = row
            key = str(integer(id_))
            written = "" if content is None else str(content)
            refuse_unstorable_in(written, self._file_name)
            if not written.strip():
                self._remarks.add(Remark.TEXT_MISSING, text(title) or key)
                continue
            # The program counts a byte order mark that our text does not keep.
            self._marks[integer(id_)] = len(written) - len(written.lstrip("\ufeff"))
            self._add_properties(key, section=text(section), kind=text(kind))
            if text(notes):
                self._memos.append(ForeignMemo("article", (key,), text(notes)))
            yield ForeignArticle(
                key,
                text(title) or key,
                canonical(written),
                source=text(source),
                author=text(author),
                published=_day(integer(date), in_seconds=in_seconds),
                language="",
            )

    def _add_properties(self, article: str, **said: str) -> None:
        """Keep what we have no field for as variables of the article."""
        values = {f"dna_{key}": (value,) for key, value in said.items() if value}
        if values:
            self._properties.append(ForeignAnnotation(article, ARTICLE_LAYER, None, values=values))

    def _statements(self, values: Values, texts: Mapping[str, str]) -> Iterator[ForeignAnnotation]:
        places = {key: Utf16Map(each) for key, each in texts.items()}
        columns = ("ID", "StatementTypeId", "DocumentId", "Start", "Stop", "Coder")
        for row in self._database.rows("STATEMENTS", columns, order=("ID",)):
            id_, kind, document, start, stop, coder = map(integer, row)
            place = places.get(str(document))
            span = Span(start, stop)
            if place is not None and 0 <= start < stop:
                marks = self._marks[document]
                start, stop = max(0, start - marks), max(0, stop - marks)
                span = Span(place.from_utf16(start), place.from_utf16(stop))
            yield ForeignAnnotation(
                str(document),
                values.layers.get(kind, ""),
                span,
                values=values.coded.get(id_, {}),
                coder=self._coders.get(coder, NOBODY),
                key=str(id_),
            )


def _day(since: int, *, in_seconds: bool) -> str:
    """Return a day since 1970, empty where no calendar has it."""
    try:
        day = _EPOCH + dt.timedelta(seconds=since if in_seconds else since // 1000)
        return day.date().isoformat()
    except OverflowError:
        return ""
