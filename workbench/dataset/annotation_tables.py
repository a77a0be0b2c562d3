"""The rows of every table that has a row an annotation, or a row a value of one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from itertools import chain

from workbench.dataset.coding import LayerCoding
from workbench.dataset.columns import ANNOTATION_ID, COMMON, string, told
from workbench.dataset.growing import Grown
from workbench.dataset.layout import LayerTable, Layout
from workbench.dataset.model import Row, Table
from workbench.dataset.places import Located, Places
from workbench.domain.article import Status
from workbench.domain.codebook import Words
from workbench.domain.coded import CodedArticle

#: A layer's key, its values, what takes a row of its table, and the rows of its long tables
#: by slot; those of a variable that has none stay empty.
_Outlets = tuple[str, LayerCoding, Callable[[Row], None], list[list[Row]]]

ANNOTATIONS_TABLE = "annotations"
ANNOTATIONS = (*COMMON, string("values", "变量", "variables"))


def annotations_table(language: str) -> Table:
    """Return the table of all annotations."""
    label = Words("全部标注", "all annotations").told(language)
    return Table(ANNOTATIONS_TABLE, label, told(ANNOTATIONS, language), (ANNOTATION_ID.name,))


class AnnotationTables(Grown):
    """Make the rows of `annotations`, of each layer's table and of the long tables.

    `coders` are names by id, `codings` the layers' values by layer key.
    """

    def __init__(
        self,
        layout: Layout,
        coders: Mapping[int, str],
        codings: Mapping[str, LayerCoding],
        located: Located,
        language: str,
    ) -> None:
        super().__init__((annotations_table(language), *layout.tables))
        self._located = located
        self._coders = coders
        self._layers = {
            each.layer.key: self._outlets(each, codings[each.layer.key]) for each in layout.layers
        }

    def _outlets(self, table: LayerTable, coding: LayerCoding) -> _Outlets:
        longs = [self.rows[each.long.name] if each.long else [] for each in table.variables]
        own = self.rows[table.table.name].append
        return table.layer.key, coding, own, [[], *longs]

    def add(self, coded: CodedArticle) -> None:
        """Append the rows of an article's annotations."""
        if coded.annotations:
            self._add(coded, self._located.places(coded))

    def _add(self, coded: CodedArticle, places: Places) -> None:
        # A million times each: what can be known beforehand is, and nothing is called for little.
        article = coded.bibliography.uid
        status = {id_: coded.statuses.get(id_, Status.NOT_STARTED).value for id_ in self._coders}
        coders, layers = self._coders, self._layers
        sentences, numbers = places.sentences, places.numbers
        add_annotation = self.rows[ANNOTATIONS_TABLE].append
        values_of = coded.values.get
        flat = chain.from_iterable
        for row in coded.annotations:
            id_, uid, coder, key, start, end, quote, certainty, memo, created, modified = row
            layer, coding, add_row, long_rows = layers[key]
            cells = coding.blank.copy()
            members: list[str] = []
            bits = 0
            for value in values_of(id_, ()):
                slot, bit, told_, member, long = coding[value]
                cells[slot] = told_
                if member:
                    members.append(member)
                bits |= bit
                for ending in long:
                    long_rows[slot].append((uid, *ending))
            paragraph, sentence = (
                (None, None) if start is None else numbers[bisect_right(sentences, start)]
            )
            cells[0] = common = (
                uid,
                article,
                coders[coder],
                layer,
                start,
                end,
                paragraph,
                sentence,
                quote or None,
                certainty,
                coding.complete[bits],
                status[coder],
                memo or None,
                created,
                modified,
            )
            add_annotation((*common, "{" + ",".join(members) + "}"))
            add_row(tuple(flat(cells)))
