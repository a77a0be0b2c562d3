"""The notes of a project of ours: memos, footnotes and captions, and what is coded of a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.domain.article import Note
from workbench.domain.codebook import Codebook
from workbench.domain.coded import CodedMemo
from workbench.exchange.project.refi import clean, guid
from workbench.exchange.project.refi_lines import (
    ANCHOR,
    MARKER,
    NOTE,
    SUBJECT,
    TEXT,
    line,
    string,
    token,
)
from workbench.exchange.project.refi_xml import XmlWriter

_KINDS = {"footnote": ("脚注", "Footnote"), "caption": ("图注", "Caption")}


class Notes:
    """Write notes aside, and say which of them are about what."""

    def __init__(
        self,
        xml: XmlWriter,
        language: str,
        articles: Iterable[str],
        memos: Sequence[CodedMemo],
    ) -> None:
        self.written = 0
        self._xml = xml
        self._language = language
        self._articles: defaultdict[str, list[str]] = defaultdict(list)
        self._categories: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._project: list[str] = []
        known = set(articles)
        for memo in memos:
            if memo.article is None or memo.article in known:
                self._add_memo(memo)

    # --- who they are of ---------------------------------------------------------

    def of_article(self, uid: str) -> Sequence[str]:
        """Return the GUIDs of the memos on an article."""
        return self._articles[uid]

    def of_codes(
        self, codebook: Codebook, guids: Mapping[tuple[str, str, str], str]
    ) -> Mapping[str, Sequence[str]]:
        """Return the memos on the codes of a tree; those on others are of the project."""
        found: dict[str, Sequence[str]] = {}
        told: set[tuple[str, str]] = set()
        for (layer, variable, category), code in guids.items():
            place = codebook.layer(layer).variable(variable).code_list or "", category
            if place in self._categories:
                found[code] = self._categories[place]
                told.add(place)
        for place, own in self._categories.items():
            self._project.extend(own if place not in told else ())
        return found

    def of_project(self) -> Sequence[str]:
        """Return the memos on the project, and on what nothing else of it tells."""
        return self._project

    # --- writing -----------------------------------------------------------------

    def _add_memo(self, memo: CodedMemo) -> None:
        own = guid("memo", memo.uid)
        words = [memo.about] if memo.about else []
        if memo.article is not None:
            self._articles[memo.article].append(own)
            lines = [self._line(SUBJECT, token("article"))]
        elif memo.code_list is not None and memo.category is not None:
            self._categories[memo.code_list, memo.category].append(own)
            lines = [self._line(SUBJECT, f"{token(memo.code_list)} {token(memo.category)}")]
        else:
            self._project.append(own)
            lines = [self._line(SUBJECT, token("project"))]
        coder = guid("coder", memo.coder_uid) if memo.coder_uid else None
        text = "\n".join([*words, memo.text])
        self.write(own, text, lines, coder, (memo.created, memo.modified))

    def footnotes(self, uid: str, notes: Iterable[Note]) -> Iterator[str]:
        """Write the notes of an article and yield their GUIDs."""
        for number, each in enumerate(notes):
            own = guid("note", uid, str(number))
            kind = _KINDS[each.kind][0 if self._language == "zh" else 1]
            lines = [self._line(NOTE, token(each.kind)), self._line(MARKER, string(each.marker))]
            if each.anchor is not None:
                lines.append(self._line(ANCHOR, str(each.anchor)))
            self.write(own, each.text, lines, name=f"{kind} {each.marker}".strip())
            yield own

    def write(
        self,
        own: str,
        text: str,
        lines: Sequence[str] = (),
        coder: str | None = None,
        times: tuple[str, str] = ("", ""),
        name: str | None = None,
    ) -> None:
        """Write a note; what its text cannot hold stands in a line as well."""
        if clean(text) != text:
            lines = [*lines, self._line(TEXT, string(text))]
        created, modified = times
        values = {
            "guid": own,
            "name": name,
            "creatingUser": coder,
            "creationDateTime": created or None,
            "modifiedDateTime": modified or None,
        }
        with self._xml.element("Note", values):
            if lines:
                self._xml.holding("Description", "\n".join(lines))
            self._xml.holding("PlainTextContent", text)
        self.written += 1

    def _line(self, key: str, value: str) -> str:
        return line(key, value, self._language)
