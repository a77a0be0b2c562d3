"""The sources of a project of ours: an article each, with its selections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.domain.annotation import Certainty, Coder
from workbench.domain.article import Note, Status
from workbench.domain.codebook import Codebook, Kind, Layer
from workbench.domain.coded import AnnotationRow, Bibliography, CodedArticle, CodedValue
from workbench.domain.values import Missing, Scalar
from workbench.exchange.project.refi import FIELDS, clean, guid, quoted
from workbench.exchange.project.refi_codes import Tree, layer_guid
from workbench.exchange.project.refi_lines import (
    CERTAINTY,
    MEMO,
    QUOTE,
    STATUS,
    TITLE,
    annotation_lines,
    line,
    string,
    token,
)
from workbench.exchange.project.refi_notes import Notes
from workbench.exchange.project.refi_variables import Variables
from workbench.exchange.project.refi_xml import XmlWriter

#: What the note is called that says what a coder has coded of an article beyond its passages.
_CODING = ("编码", "Coding")


class Sources:
    """Write the sources of a project, one after the other."""

    def __init__(
        self,
        codebook: Codebook,
        coders: Mapping[int, Coder],
        language: str,
        tree: Tree,
        notes: Notes,
        variables: Variables,
    ) -> None:
        self._codebook = codebook
        self._coders = coders
        self._language = language
        self._tree = tree
        self._notes = notes
        self._variables = variables

    def write(self, xml: XmlWriter, coded: CodedArticle, footnotes: Sequence[Note]) -> None:
        """Write an article with its selections, and its notes aside."""
        about = coded.bibliography
        own = guid("article", about.uid)
        head = {"guid": own, "name": about.title, "plainTextPath": f"internal://{own}.txt"}
        with xml.element("TextSource", head):
            told = list(self._beyond(about))
            if told:
                xml.holding("Description", "\n".join(told))
            for row in coded.annotations:
                if row[4] is not None:
                    self._selection(xml, row, coded.values.get(row[0], ()))
            for each in self._refs(coded, footnotes):
                xml.empty("NoteRef", {"targetGUID": each})
            self._variables.write_fields(xml, about)
            for row in coded.annotations:
                if row[4] is None and not row[6]:
                    values = coded.values.get(row[0], ())
                    self._variables.write_values(xml, row[3], row[2], values)

    def _beyond(self, about: Bibliography) -> Iterator[str]:
        """Yield what XML cannot hold of the title and the bibliography."""
        if clean(about.title) != about.title:
            yield self._line(TITLE, string(about.title))
        for key, names in FIELDS.items():
            text = str(getattr(about, key))
            if clean(text) != text:
                yield line(key, string(text), self._language, names[self._language != "zh"])

    def _selection(self, xml: XmlWriter, row: AnnotationRow, values: Sequence[CodedValue]) -> None:
        _, uid, coder, key, start, end, quote, _, memo, created, modified = row
        layer = self._codebook.layer(key)
        own, user = guid("annotation", uid), guid("coder", self._coders[coder].uid)
        head = {
            "guid": own,
            "name": quoted(quote),
            "startPosition": str(start),
            "endPosition": str(end),
            "creatingUser": user,
            "creationDateTime": created or None,
            "modifiedDateTime": modified or None,
        }
        with xml.element("PlainTextSelection", head):
            xml.holding("Description", "\n".join(self._told(row, layer, values)))
            for number, code in enumerate(self._codes(layer, values)):
                coding = {"guid": guid("coding", uid, str(number)), "creatingUser": user}
                with xml.element("Coding", {**coding, "creationDateTime": created or None}):
                    xml.empty("CodeRef", {"targetGUID": code})
            if memo:
                about = guid("annotation memo", uid)
                self._notes.write(about, memo, (), user, (created, modified))
                xml.empty("NoteRef", {"targetGUID": about})

    def _told(
        self, row: AnnotationRow, layer: Layer, values: Iterable[CodedValue]
    ) -> Iterator[str]:
        """Yield the lines of an annotation, without its memo unless XML cannot hold that."""
        certainty, memo = row[7], row[8]
        yield from annotation_lines(self._codebook, layer, values, _link, self._language)
        if certainty != Certainty.SURE:
            yield self._line(CERTAINTY, token(certainty))
        if clean(memo) != memo:
            yield self._line(MEMO, string(memo))

    def _codes(self, layer: Layer, values: Iterable[CodedValue]) -> Sequence[str]:
        """Return the codes of an annotation: that of its layer if it holds no category."""
        found = [
            self._tree.guids[layer.key, key, str(each)]
            for key, scalars in values
            if layer.variable(key).kind is Kind.CATEGORY
            for each in scalars
            if not isinstance(each, Missing)
        ]
        return found or [layer_guid(layer.key)]

    def _refs(self, coded: CodedArticle, footnotes: Sequence[Note]) -> Iterator[str]:
        """Yield the GUIDs of an article's notes, which are written on the way."""
        uid = coded.bibliography.uid
        yield from self._notes.of_article(uid)
        yield from self._notes.footnotes(uid, footnotes)
        for coder, status in sorted(coded.statuses.items()):
            if status is not Status.NOT_STARTED:
                yield self._status(uid, coder, status)
        for row in coded.annotations:
            if row[4] is None:
                yield self._aside(row, coded.values.get(row[0], ()))

    def _status(self, uid: str, coder: int, status: Status) -> str:
        own = guid("status", uid, self._coders[coder].uid)
        lines = self._line(STATUS, token(status.value))
        self._notes.write(own, lines, (), self._user(coder), name=self._name(coder))
        return own

    def _aside(self, row: AnnotationRow, values: Sequence[CodedValue]) -> str:
        """Write an annotation that has no place in the text as a note."""
        own = guid("annotation", row[1])
        layer = self._codebook.layer(row[3])
        lines = list(annotation_lines(self._codebook, layer, values, _link, self._language))
        if row[7] != Certainty.SURE:
            lines.append(self._line(CERTAINTY, token(row[7])))
        if row[6]:
            lines.append(self._line(QUOTE, string(row[6])))
        if row[8]:
            lines.append(self._line(MEMO, string(row[8])))
        times = row[9], row[10]
        text = "\n".join(lines)
        self._notes.write(own, text, (), self._user(row[2]), times, self._name(row[2]))
        return own

    def _user(self, coder: int) -> str:
        return guid("coder", self._coders[coder].uid)

    def _name(self, coder: int) -> str:
        return f"{_CODING[self._language != 'zh']}: {self._coders[coder].name}"

    def _line(self, key: str, value: str) -> str:
        return line(key, value, self._language)


def _link(uid: Scalar) -> str:
    return guid("annotation", str(uid))
