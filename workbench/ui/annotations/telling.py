"""What the tables below the article say of an annotation, and what they group it by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from workbench.app.annotation_lines import Group
from workbench.app.annotation_reading import Around
from workbench.domain.annotation import Annotation, Certainty
from workbench.domain.codebook import Codebook, Kind, Layer, Variable
from workbench.domain.values import Missing
from workbench.ui.annotations.summary import ADDRESSEES, HOLDER, POSITION, Summary, is_stance
from workbench.ui.wording import certainty_name, stored_time

Groups = tuple[tuple[Group, ...], ...]
_BESIDE = 1_000_000  # more than any list has categories


class Column(IntEnum):
    """The columns of the annotations, from left to right."""

    LAYER = 0
    PASSAGE = 1
    WHAT = 2
    VALUES = 3
    MEMO = 4
    CERTAINTY = 5
    PARAGRAPH = 6
    TIME = 7
    ARTICLE = 8
    CODER = 9


class StatementColumn(IntEnum):
    """The columns of the statements, from left to right."""

    HOLDER = 0
    WHOM = 1
    POSITION = 2
    PASSAGE = 3
    PARAGRAPH = 4
    ARTICLE = 5
    CODER = 6


def incomplete_note(missing: str) -> str:
    """Return what is said of an annotation that lacks something."""
    note = QCoreApplication.translate("AnnotationsModel", "incomplete: {missing}")
    return note.format(missing=missing)


class TableTeller:
    """Tell annotations in the terms of one codebook and the language of the interface."""

    #: The column that says where in the text, and those for more than one article or coder.
    place: int = Column.PARAGRAPH
    of_article: int = Column.ARTICLE
    of_coder: int = Column.CODER
    #: The column that takes the room which the others leave, and how wide the columns are.
    roomy: int = Column.WHAT
    widths: tuple[float, ...] = (5, 14, 26, 9, 5, 6, 3, 11, 14, 6)

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self.summary = Summary(codebook)

    @property
    def layers(self) -> frozenset[str] | None:
        """The layers whose annotations are told; None for all."""
        return None

    def titles(self) -> tuple[str, ...]:
        """Return the titles of the columns."""
        translate = QCoreApplication.translate
        return (
            translate("AnnotationsModel", "Layer"),
            translate("AnnotationsModel", "Passage"),
            translate("AnnotationsModel", "What"),
            translate("AnnotationsModel", "Further values"),
            translate("AnnotationsModel", "Memo"),
            translate("AnnotationsModel", "Certainty"),
            translate("AnnotationsModel", "¶"),
            translate("AnnotationsModel", "Changed"),
            translate("AnnotationsModel", "Article"),
            translate("AnnotationsModel", "Coder"),
        )

    def kinds(self) -> tuple[str, ...]:
        """Return what can be grouped by, in the order of `groups`."""
        translate = QCoreApplication.translate
        return (
            translate("AnnotationsModel", "By layer"),
            translate("AnnotationsModel", "By category"),
            translate("AnnotationsModel", "By coder"),
            translate("AnnotationsModel", "By article"),
        )

    def cells(self, annotation: Annotation, around: Around) -> tuple[str, ...]:
        """Return what stands in the columns."""
        summary = self.summary
        # That one is sure goes without saying.
        sure = annotation.certainty is Certainty.SURE
        return (
            summary.layer(annotation),
            " ".join(annotation.quote.split()),
            self._what(annotation),
            summary.values(annotation),
            " ".join(annotation.memo.split()),
            "" if sure else certainty_name(annotation.certainty),
            paragraph_sign(around),
            stored_time(annotation.modified or annotation.created),
            around.title,
            around.coder,
        )

    def _what(self, annotation: Annotation) -> str:
        translate = QCoreApplication.translate
        what = self.summary.what(annotation)
        missing = self.summary.missing(annotation)
        lost = translate("AnnotationsModel", "lost its place") if annotation.unplaced else ""
        note = incomplete_note(missing) if missing else ""
        if not lost and not note:
            return what
        # The sign comes first, where no narrow column cuts it.
        parts = (lost, what, note)
        return " ".join(["△", " · ".join(part for part in parts if part)])

    def groups(self, annotation: Annotation, around: Around) -> Groups:
        """Return the groups that the annotation is in, for each kind of them."""
        layer = self.codebook.layer(annotation.layer)
        of_layer = Group(self._ranks[layer.key], self.summary.layer(annotation))
        return (
            (of_layer,),
            self._categories(
                layer, annotation, (key for clause in layer.complete for key in clause)
            ),
            *self._beside(annotation, around),
        )

    def _beside(self, annotation: Annotation, around: Around) -> Groups:
        return (
            (Group(annotation.coder, around.coder),),
            (Group(around.ordinal, around.title),),
        )

    def _categories(
        self, layer: Layer, annotation: Annotation, keys: Iterable[str]
    ) -> tuple[Group, ...]:
        """Return the categories of the first of these variables that is coded."""
        for key in keys:
            variable = layer.by_key.get(key)
            if variable is None or variable.kind is not Kind.CATEGORY:
                continue
            if held := annotation.values.get(key):
                return tuple(self._category(variable, each) for each in held)
        return (Group(_BESIDE * _BESIDE, "—"),)

    def _category(self, variable: Variable, scalar: object) -> Group:
        held = () if isinstance(scalar, Missing) else (str(scalar),)
        name = self.summary.value(variable, held or (scalar,))  # type: ignore[arg-type]
        rank = self._category_ranks.get((variable.code_list or "", *held), _BESIDE * _BESIDE)
        return Group(rank, name)

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        return {layer.key: place for place, layer in enumerate(self.codebook.layers)}

    @cached_property
    def _category_ranks(self) -> Mapping[tuple[str, ...], int]:
        return {
            (code_list.key, category.key): number * _BESIDE + place
            for number, code_list in enumerate(self.codebook.code_lists)
            for place, category in enumerate(code_list.categories)
        }


class StatementTeller(TableTeller):
    """Tell who holds what position toward whom, for the layers that have holder and position."""

    place = StatementColumn.PARAGRAPH
    of_article = StatementColumn.ARTICLE
    of_coder = StatementColumn.CODER
    roomy = StatementColumn.PASSAGE
    widths = (11, 16, 9, 26, 3, 14, 6)

    @property
    def layers(self) -> frozenset[str] | None:
        """The layers whose annotations are statements."""
        return frozenset(each.key for each in self.codebook.layers if is_stance(each))

    def titles(self) -> tuple[str, ...]:
        """Return the titles of the columns."""
        translate = QCoreApplication.translate
        return (
            translate("Statements", "Holder"),
            translate("Statements", "→ Toward · target"),
            translate("Statements", "Position"),
            translate("AnnotationsModel", "Passage"),
            translate("AnnotationsModel", "¶"),
            translate("AnnotationsModel", "Article"),
            translate("AnnotationsModel", "Coder"),
        )

    def kinds(self) -> tuple[str, ...]:
        """Return what can be grouped by, in the order of `groups`."""
        translate = QCoreApplication.translate
        return (
            translate("Statements", "By holder"),
            translate("Statements", "By target"),
            translate("AnnotationsModel", "By coder"),
            translate("AnnotationsModel", "By article"),
        )

    def cells(self, annotation: Annotation, around: Around) -> tuple[str, ...]:
        """Return what stands in the columns."""
        told = self.summary.told(annotation, HOLDER)
        whom = [self.summary.told(annotation, key) for key in ADDRESSEES]
        return (
            told or "…",
            "→ " + (" · ".join(each for each in whom if each) or "…"),
            self.summary.told(annotation, POSITION) or "…",
            " ".join(annotation.quote.split()),
            paragraph_sign(around),
            around.title,
            around.coder,
        )

    def groups(self, annotation: Annotation, around: Around) -> Groups:
        """Return the groups that the annotation is in, for each kind of them."""
        layer = self.codebook.layer(annotation.layer)
        whom = [
            group
            for key in ADDRESSEES
            if key in annotation.values
            for group in self._categories(layer, annotation, (key,))
        ]
        return (
            self._categories(layer, annotation, (HOLDER,)),
            tuple(dict.fromkeys(whom)) or self._categories(layer, annotation, ()),
            *self._beside(annotation, around),
        )


def paragraph_sign(around: Around) -> str:
    """Return the number of the paragraph with its sign, empty for a whole article."""
    return f"¶{around.paragraph}" if around.paragraph else ""
