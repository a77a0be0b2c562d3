"""Take our own REFI-QDA projects back: layers, values and all, as the lines of them say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.domain.annotation import Certainty
from workbench.domain.article import Note, Status
from workbench.domain.codebook import Layer
from workbench.domain.codebook_file import parse_codebook
from workbench.domain.text import Span
from workbench.exchange.project.formats import Watch
from workbench.exchange.project.kinds import ProjectFormat
from workbench.exchange.project.model import (
    ForeignAnnotation,
    ForeignArticle,
    ForeignMemo,
    ForeignProject,
    ForeignScalar,
    ForeignStatus,
    Remark,
    Remarks,
)
from workbench.exchange.project.refi import FIELDS, bare, quoted
from workbench.exchange.project.refi_document import RefiDocument, RefiNote, time_of
from workbench.exchange.project.refi_lines import (
    ANCHOR,
    CERTAINTY,
    LAYER,
    MARKER,
    MEMO,
    NOTE,
    QUOTE,
    STATUS,
    SUBJECT,
    TEXT,
    TITLE,
    key_in,
    keys_in,
    lines_in,
    scalars_in,
    text_in,
)
from workbench.exchange.project.refi_variables import field_guid
from workbench.files.errors import FileDamaged
from workbench.files.xml import Element, attribute


def read_own(
    document: RefiDocument, codebook: bytes, file_name: str, watch: Watch
) -> ForeignProject:
    """Return the project that we have written.

    Raises:
        Refusal: its codebook is not what it was.
    """
    return _Reading(document, codebook, file_name, watch).project()


class _Reading:
    """A project of ours being read."""

    def __init__(
        self, document: RefiDocument, codebook: bytes, file_name: str, watch: Watch
    ) -> None:
        self._document = document
        self._file_name = file_name
        self._watch = watch
        self._remarks = Remarks()
        self._codebook = parse_codebook(self._decoded(codebook), file_name)
        self._renderings = self._read_renderings()
        self._annotations: list[ForeignAnnotation] = []
        self._statuses: list[ForeignStatus] = []
        self._memos: list[ForeignMemo] = []
        self._articles_by_note: dict[str, str] = {}

    def project(self) -> ForeignProject:
        """Return all that the document holds."""
        document = self._document
        articles = tuple(self._articles())
        for note in document.notes.values():
            self._add_memo(note)
        return ForeignProject(
            ProjectFormat.QDPX,
            attribute(document.root, "name"),
            self._codebook,
            articles,
            tuple(document.users.values()),
            tuple(self._annotations),
            tuple(self._statuses),
            tuple(self._memos),
            self._remarks.told(),
        )

    def _decoded(self, data: bytes) -> str:
        try:
            return data.decode()
        except UnicodeDecodeError as error:
            raise FileDamaged(file=self._file_name, kind="QDPX") from error

    def _read_renderings(self) -> Mapping[str, str]:
        document = self._document
        links = (each for each in document.part("Links") if attribute(each, "name") == "same_as")
        return {
            document.guid(each, "originGUID"): document.guid(each, "targetGUID") for each in links
        }

    # --- articles -----------------------------------------------------------------

    def _articles(self) -> Iterator[ForeignArticle]:
        sources = self._document.part("Sources")
        for number, element in enumerate(sources):
            self._watch(number / len(sources))
            name, path = attribute(element, "name"), attribute(element, "plainTextPath")
            data = self._document.package.member(path)
            if data is None:
                self._remarks.add(Remark.TEXT_MISSING, name)
                continue
            yield self._article(element, name, self._decoded(data))

    def _article(self, element: Element, name: str, text: str) -> ForeignArticle:
        own = self._document.guid(element)
        for each in self._document.children(element, "PlainTextSelection"):
            self._add_selection(own, text, each)
        notes = self._document.refs(element)
        for note in notes:
            self._add_note(own, note)
        fields = self._fields(element)
        return ForeignArticle(
            own,
            fields.pop(TITLE, name),
            text,
            notes=tuple(each for note in notes for each in self._footnote(note)),
            same_as=self._renderings.get(own, ""),
            **fields,
        )

    def _fields(self, element: Element) -> dict[str, str]:
        """Return the bibliography of an article, and its title where its name cannot hold it."""
        known = {bare(field_guid(key)): key for key in FIELDS}
        fields = dict.fromkeys(FIELDS, "")
        for value in self._document.children(element, "VariableValue"):
            target = next(self._document.targets(value, "VariableRef"), "")
            if target in known:
                fields[known[target]] = self._document.text(value, "TextValue")
        told = lines_in(self._document.text(element, "Description"))
        beyond = {key: text_in(value) for key, value in told.items() if key in (TITLE, *FIELDS)}
        return fields | beyond

    def _footnote(self, note: RefiNote) -> Iterator[Note]:
        told = lines_in(note.description)
        kind = key_in(told.get(NOTE, ""))
        if kind in ("footnote", "caption"):
            anchor = told.get(ANCHOR, "")
            text = text_in(told[TEXT]) if TEXT in told else note.text
            yield Note(
                kind,
                text_in(told.get(MARKER, "")),
                text,
                int(anchor) if anchor.isdecimal() else None,
            )

    # --- annotations --------------------------------------------------------------

    def _add_selection(self, article: str, text: str, element: Element) -> None:
        document = self._document
        told = lines_in(document.text(element, "Description"))
        memo = "\n\n".join(each.text for each in document.refs(element))
        try:
            span = Span(
                int(attribute(element, "startPosition")), int(attribute(element, "endPosition"))
            )
        except ValueError:
            self._remarks.add(Remark.OUTSIDE_TEXT, attribute(element, "name"))
            return
        name = attribute(element, "name")
        quote = "" if quoted(text[span.start : span.end]) == name else name
        self._add(
            told,
            ForeignAnnotation(
                article,
                "",
                span,
                quote,
                coder=document.coder(element),
                key=document.guid(element),
                memo=memo,
                created=time_of(element, "creationDateTime"),
                modified=time_of(element, "modifiedDateTime"),
            ),
        )

    def _add_note(self, article: str, note: RefiNote) -> None:
        """Take what a note says of an article: a status, or an annotation without a place."""
        self._articles_by_note[note.guid] = article
        if note.description:
            return
        told = lines_in(note.text)
        status = key_in(told.get(STATUS, ""))
        if status in set(Status):
            self._statuses.append(ForeignStatus(article, note.coder, Status(status)))
        elif LAYER in told:
            quote = text_in(told[QUOTE]) if QUOTE in told else ""
            new = ForeignAnnotation(
                article,
                "",
                None,
                quote,
                coder=note.coder,
                key=note.guid,
                created=note.created,
                modified=note.modified,
            )
            self._add(told, new)

    def _add(self, told: Mapping[str, str], new: ForeignAnnotation) -> None:
        """Complete an annotation by what its lines say, and take it."""
        layer = self._codebook.layers_by_key.get(key_in(told.get(LAYER, "")))
        certainty = key_in(told.get(CERTAINTY, ""))
        self._annotations.append(
            ForeignAnnotation(
                new.article,
                layer.key if layer else "?",
                new.span,
                new.quote,
                self._values(layer, told) if layer else {},
                new.coder,
                new.key,
                text_in(told[MEMO]) if MEMO in told else new.memo,
                Certainty(certainty) if certainty in set(Certainty) else Certainty.SURE,
                new.created,
                new.modified,
            )
        )

    def _values(
        self, layer: Layer, told: Mapping[str, str]
    ) -> Mapping[str, tuple[ForeignScalar, ...]]:
        return {
            key: scalars_in(layer.variable(key), value)
            for key, value in told.items()
            if key in layer.by_key
        }

    # --- memos --------------------------------------------------------------------

    def _add_memo(self, note: RefiNote) -> None:
        told = lines_in(note.description)
        subject = keys_in(told.get(SUBJECT, ""))
        if not subject:
            return
        text = text_in(told[TEXT]) if TEXT in told else note.text
        times = note.created, note.modified
        article = self._articles_by_note.get(note.guid)
        if subject == ["article"] and article is not None:
            self._memos.append(ForeignMemo("article", (article,), text, note.coder, *times))
        elif len(subject) == len(("list", "category")):
            self._memos.append(ForeignMemo("category", (*subject,), text, note.coder, *times))
        elif subject == ["project"]:
            self._memos.append(ForeignMemo("project", (), text, note.coder, *times))
