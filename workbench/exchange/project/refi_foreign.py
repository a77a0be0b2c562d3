"""Take REFI-QDA projects of other programs: their codes become one code list with a layer.

A coding is an annotation with one category. Variables of sources, and of the cases that they are
of, become variables of the layer of whole articles.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from workbench.domain.codebook import Codebook, CodeList, Kind, Layer, Scope, Variable
from workbench.domain.text import Span
from workbench.exchange.codebook.build import categories_of, list_key, told
from workbench.exchange.codebook.model import Noted
from workbench.exchange.codebook.qdc_read import codes_in, drafts_of
from workbench.exchange.project.formats import Watch
from workbench.exchange.project.kinds import ProjectFormat
from workbench.exchange.project.model import (
    NOBODY,
    ForeignAnnotation,
    ForeignArticle,
    ForeignMemo,
    ForeignProject,
    ForeignValues,
    MemoKind,
    Remark,
    Remarks,
)
from workbench.exchange.project.refi import bare, is_quoted
from workbench.exchange.project.refi_document import RefiDocument, RefiNote, time_of
from workbench.exchange.project.refi_foreign_values import ForeignVariables
from workbench.exchange.project.refi_offsets import STANDARD, CountedText, Placed, Told, find_out
from workbench.exchange.project.refi_texts import Source, sources_of
from workbench.files.xml import Element, attribute

_NOT_READ = ("Links", "Sets", "Graphs")


def read_foreign(document: RefiDocument, file_name: str, watch: Watch) -> ForeignProject:
    """Return the project of another program."""
    return _Reading(document, file_name, watch).project()


@dataclass(frozen=True)
class _Codes:
    """The code list of a file, the key of each code by its GUID, and the layer's key."""

    code_list: CodeList
    keys: dict[str, str]

    @property
    def key(self) -> str:
        """What list, layer and variable are called."""
        return self.code_list.key


class _Reading:
    """A project being read."""

    def __init__(self, document: RefiDocument, file_name: str, watch: Watch) -> None:
        self._document = document
        self._watch = watch
        self._remarks = Remarks()
        self._name = attribute(document.root, "name").strip() or PurePath(file_name).stem
        self._codes = self._read_codes(file_name)
        self._variables = ForeignVariables(document, self._remarks)
        self._seen_notes: set[str] = set()
        self._memos: list[ForeignMemo] = []
        self._of_articles = False

    def project(self) -> ForeignProject:
        """Return all that the document holds."""
        document = self._document
        sources = list(sources_of(document, self._remarks))
        told = find_out([each for source in sources for each in self._placed(source)])
        self._tell(told, sources)
        annotations = [
            each
            for number, source in enumerate(sources)
            for each in self._annotations(source, told, number / len(sources))
        ]
        self._read_memos()
        for part in _NOT_READ:
            count = len(document.part(part))
            if count:
                self._remarks.add(Remark.NOT_READ, f"{part}: {count}", count)
        return ForeignProject(
            ProjectFormat.QDPX,
            self._name,
            self._codebook(),
            tuple(ForeignArticle(each.guid, each.name, each.counted.text) for each in sources),
            tuple(document.users.values()),
            tuple(annotations),
            memos=tuple(self._memos),
            remarks=self._remarks.told(),
            by_name=True,
        )

    # --- the codebook -------------------------------------------------------------

    def _read_codes(self, file_name: str) -> _Codes:
        codes = codes_in(self._document.root, file_name)
        drafts = drafts_of(codes)
        notes: list[Noted] = []
        categories = categories_of(list(drafts.values()), notes)
        for each in notes:
            self._remarks.add(Remark.RENAMED, str(each.facts.get("key", "")))
        code_list = CodeList(_list_key(self._name), told(self._name), categories)
        return _Codes(code_list, {bare(each.guid): drafts[each].key for each in codes})

    def _codebook(self) -> Codebook:
        codes, layers = self._codes, list[Layer]()
        if codes.code_list.categories:
            layers.append(_layer(codes.key, codes, Scope.SPAN))
            if self._of_articles:
                layers.append(_layer(_articles_key(codes.key), codes, Scope.ARTICLE))
        layers.extend(self._variables.layers())
        lists = (codes.code_list,) if codes.code_list.categories else ()
        return Codebook(told(self._name), lists, tuple(layers))

    # --- selections ---------------------------------------------------------------

    def _placed(self, source: Source) -> Iterator[Placed]:
        for each in source.selections:
            place = _positions(each)
            if place is not None:
                yield Placed(source.counted, attribute(each, "name"), *place)

    def _tell(self, told: Told, sources: Sequence[Source]) -> None:
        """Say where the file counts otherwise than the standard, and where nothing proves how."""
        if told.counting != STANDARD:
            count = sum(bool(each.selections) for each in sources)
            self._remarks.add(Remark.OFFSETS_OTHER, _way(told), count)
        elif not told.sure:
            unsure = [each for each in sources if each.selections and _depends(each.counted)]
            for each in unsure:
                self._remarks.add(Remark.OFFSETS_ASSUMED, each.name)

    def _annotations(self, source: Source, told: Told, share: float) -> Iterator[ForeignAnnotation]:
        self._watch(share)
        for each in source.selections:
            yield from self._selection(source, each, told)
        yield from self._of_source(source)

    def _selection(
        self, source: Source, element: Element, told: Told
    ) -> Iterator[ForeignAnnotation]:
        name, place = attribute(element, "name"), _positions(element)
        if place is None or not self._codes.code_list.categories:
            self._remarks.add(Remark.OUTSIDE_TEXT, name)
            return
        span = source.counted.span(*place, told.counting)
        is_wrong = told.quotes and name and not is_quoted(name, source.counted.passage(span))
        quote = name if is_wrong else ""
        codings = list(self._document.children(element, "Coding"))
        for each in codings or [element]:
            yield self._annotation(source, element, each, span, quote)
        if not codings:
            self._remarks.add(Remark.UNCODED, name)

    def _annotation(
        self, source: Source, selection: Element, coding: Element, span: Span, quote: str
    ) -> ForeignAnnotation:
        document = self._document
        notes = document.refs(selection)
        if coding is not selection:
            notes = [*notes, *document.refs(coding)]
        described = document.text(selection, "Description").strip()
        coder = document.coder(coding)
        return ForeignAnnotation(
            source.guid,
            self._codes.key,
            span,
            quote,
            self._coded(coding),
            document.coder(selection) if coder == NOBODY else coder,
            memo="\n\n".join(filter(None, [described, *map(self._told, notes)])),
            created=time_of(coding, "creationDateTime") or time_of(selection, "creationDateTime"),
            modified=time_of(selection, "modifiedDateTime"),
        )

    def _coded(self, coding: Element) -> ForeignValues:
        """Return the category of a coding."""
        for target in self._document.targets(coding, "CodeRef"):
            if target in self._codes.keys:
                return {self._codes.key: (self._codes.keys[target],)}
            self._remarks.add(Remark.VALUE_UNFIT, target)
        return {}

    # --- of whole sources ---------------------------------------------------------

    def _of_source(self, source: Source) -> Iterator[ForeignAnnotation]:
        """Yield what is coded of a source as a whole, an annotation a coder, and its values."""
        document, coded = self._document, dict[str, list[str]]()
        for each in document.children(source.element, "Coding"):
            for own in self._coded(each).values():
                coded.setdefault(document.coder(each), []).extend(map(str, own))
        for coder, keys in coded.items():
            self._of_articles = True
            values = {self._codes.key: tuple(dict.fromkeys(keys))}
            layer = _articles_key(self._codes.key)
            yield ForeignAnnotation(source.guid, layer, None, "", values, coder)
        yield from self._variables.annotations(source)
        described = document.text(source.element, "Description")
        self._add_memo(ForeignMemo("article", (source.guid,), described))
        for note in document.refs(source.element):
            self._add_note("article", (source.guid,), note)

    # --- memos --------------------------------------------------------------------

    def _read_memos(self) -> None:
        """Read the notes on codes and on the project, and those that nothing refers to."""
        document = self._document
        for element in document.package.all("Code"):
            key = self._codes.keys.get(document.guid(element), "")
            for note in document.refs(element):
                self._add_note("category", (self._codes.key, key), note)
        self._add_memo(ForeignMemo("project", (), document.text(document.root, "Description")))
        for note in document.refs(document.root):
            self._add_note("project", (), note)
        for note in document.notes.values():
            if note.guid not in self._seen_notes:
                self._add_note("project", (), note)

    def _add_note(self, kind: MemoKind, subject: tuple[str, ...], note: RefiNote) -> None:
        times = note.created, note.modified
        self._add_memo(ForeignMemo(kind, subject, self._told(note), note.coder, *times))

    def _add_memo(self, memo: ForeignMemo) -> None:
        if memo.text.strip():
            self._memos.append(memo)

    def _told(self, note: RefiNote) -> str:
        """Return what a note says, under its name."""
        self._seen_notes.add(note.guid)
        text = (note.text or note.description).strip("\n")
        name = note.name.strip()
        return text if not name or text.startswith(name) else f"{name}\n{text}".strip()


def _list_key(name: str) -> str:
    """Return what the list of a project of that name is called: no list of ours is called so."""
    if name.isascii():
        return list_key(f"codes {name}", ())
    return f"codes_{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def _layer(key: str, codes: _Codes, scope: Scope) -> Layer:
    label = codes.code_list.label
    several = scope is Scope.ARTICLE
    variable = Variable(codes.key, Kind.CATEGORY, label, codes.key, several=several)
    complete = () if several else ((codes.key,),)
    return Layer(key, label, scope, (variable,), complete)


def _articles_key(key: str) -> str:
    """Return the key of the layer that holds codes of whole articles."""
    return f"{key[:23]}_articles"


def _positions(element: Element) -> tuple[int, int] | None:
    try:
        return int(attribute(element, "startPosition")), int(attribute(element, "endPosition"))
    except ValueError:
        return None


def _depends(counted: CountedText) -> bool:
    return counted.has_pairs or counted.has_astral


def _way(told: Told) -> str:
    way = told.counting
    signs = {
        "CRLF = 1": not way.crlf,
        "UTF-16": way.utf16,
        "[a, b]": way.inclusive,
        "BOM = 1": way.mark,
    }
    return ", ".join(sign for sign, is_so in signs.items() if is_so)
