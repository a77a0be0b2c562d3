"""The lines of every table that has a row an annotation, or a row a value of one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping

from workbench.dataset.cells import text_cell
from workbench.dataset.coding import LayerCoding
from workbench.dataset.layout import LayerTable, Layout
from workbench.domain.article import Status
from workbench.domain.coded import CodedArticle
from workbench.domain.text import Segments

#: Lines without their ends.
Lines = list[str]
#: A layer's cell, its values, what takes a line of its table, and the lines of its long tables
#: by slot; those of a variable that has none stay empty.
_Outlets = tuple[str, LayerCoding, Callable[[str], None], list[Lines]]

ANNOTATIONS_FILE = "annotations.csv"


class AnnotationTables:
    """Collect the lines of `annotations.csv`, of each layer's table and of the long tables.

    `lines` maps each file to what is to be written to it next. `coders` are
    names by id, `codings` the layers' values by layer key.
    """

    def __init__(
        self, layout: Layout, coders: Mapping[int, str], codings: Mapping[str, LayerCoding]
    ) -> None:
        self.lines: dict[str, Lines] = {ANNOTATIONS_FILE: []}
        self._coders = {id_: text_cell(name) for id_, name in coders.items()}
        self._layers = {
            each.layer.key: self._outlets(each, codings[each.layer.key]) for each in layout.layers
        }

    def _outlets(self, table: LayerTable, coding: LayerCoding) -> _Outlets:
        files = [each.long_file for each in table.variables]
        return (
            text_cell(table.layer.key),
            coding,
            self.lines.setdefault(table.file, []).append,
            [[], *(self.lines.setdefault(file, []) if file else [] for file in files)],
        )

    def add(self, coded: CodedArticle) -> None:
        """Append the lines of an article's annotations."""
        if coded.annotations:
            self._add(coded, Places(coded.text))

    def _add(self, coded: CodedArticle, places: Places) -> None:
        # A million times each: what can be known beforehand is, and nothing is called for little.
        article = text_cell(coded.bibliography.uid)
        status = {id_: coded.statuses.get(id_, Status.NOT_STARTED).value for id_ in self._coders}
        coders, layers = self._coders, self._layers
        sentences, numbers = places.sentences, places.numbers
        add_annotation = self.lines[ANNOTATIONS_FILE].append
        values_of = coded.values.get
        for row in coded.annotations:
            id_, uid, coder, key, start, end, quote, certainty, memo, created, modified = row
            layer, coding, add_line, long_lines = layers[key]
            annotation = uid if uid.isalnum() else text_cell(uid)
            cells = coding.blank.copy()
            members: list[str] = []
            bits = 0
            for value in values_of(id_, ()):
                slot, bit, text, member, long = coding[value]
                cells[slot] = text
                members.append(member)
                bits |= bit
                for ending in long:
                    long_lines[slot].append(annotation + ending)
            place = (
                f"{start},{end},{numbers[bisect_right(sentences, start)]}"
                if start is not None
                else ",,,"
            )
            made = text_cell(created)
            cells[0] = common = (
                f"{annotation},{article},{coders[coder]},{layer},{place},{text_cell(quote)},"
                f"{text_cell(certainty)},{coding.complete[bits]},{status[coder]},"
                f"{text_cell(memo)},{made},{made if modified == created else text_cell(modified)}"
            )
            add_annotation(f'{common},"{{{",".join(members)}}}"')
            add_line(",".join(cells))


class Places:
    """The sentences of a text: where they start, and the numbers of paragraph and sentence.

    `numbers[n]` are the two cells of what lies behind the starts of n sentences;
    what lies before the first counts as part of it.
    """

    def __init__(self, text: str) -> None:
        segments = Segments(text)
        paragraphs = [each.start for each in segments.paragraphs]
        self.sentences = [each.start for each in segments.sentences]
        numbers = [
            f"{bisect_right(paragraphs, start)},{number}"
            for number, start in enumerate(self.sentences, 1)
        ]
        self.numbers = [*numbers[:1], *numbers] or ["1,1"]
