"""Go through the open article by its units, and select by them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from workbench.app.session import Session
from workbench.domain.text import Segments, Span
from workbench.domain.units import (
    Unit,
    following,
    grown,
    narrowed,
    preceding,
    shrunk,
    units_around,
    widened,
)
from workbench.ui.open_article import OpenArticle
from workbench.ui.panels import Panels
from workbench.ui.reading.selection import Selection, forward

#: The units at a place of the article.
Units = Callable[[int], Sequence[Span]]
#: From the units near the caret, what is selected and the length of the text to the new caret.
Step = Callable[[Sequence[Span], Selection, int], int]


class Moving:
    """Move the caret, or what is selected with Shift, to where a unit begins or ends.

    `choose` selects an annotation in every panel, `resize` gives the selected one other borders,
    `hint` tells why nothing was done.
    """

    def __init__(
        self,
        session: Session,
        panels: Panels,
        open_: OpenArticle,
        choose: Callable[[int], None],
        resize: Callable[[int, Span], None],
        hint: Callable[[str], None],
    ) -> None:
        self._session, self._pane, self._open = session, panels.pane, open_
        self._choose, self._resize, self._hint = choose, resize, hint
        # What was widened, to be narrowed again, and in which article.
        self._narrower: list[Span] = []
        self._widened_in: int | None = None

    def slots(self, suggested: Callable[[], Sequence[Span]]) -> dict[str, Callable[[], object]]:
        """Return what the actions do; `suggested` are the suggestions that are shown."""
        slots: dict[str, Callable[[], object]] = {
            "next_annotation": lambda: self._step_annotation(1),
            "previous_annotation": lambda: self._step_annotation(-1),
            "widen": self._widen,
            "narrow": self._narrow,
        }
        for unit in Unit:
            units = partial(self._units, unit)
            slots[f"next_{unit}"] = partial(self._go, units, _following)
            slots[f"previous_{unit}"] = partial(self._go, units, _preceding)
            slots |= self._extending(unit, units)
        slots |= self._extending("annotation", lambda _: self._marked())
        return slots | self._extending("suggestion", lambda _: suggested())

    def _extending(self, name: str, units: Units) -> dict[str, Callable[[], object]]:
        return {
            f"extend_next_{name}": partial(self._extend, units, _grown),
            f"extend_previous_{name}": partial(self._extend, units, _shrunk),
        }

    # --- the caret -----------------------------------------------------------

    @property
    def _segments(self) -> Segments:
        article = self._open.id
        return Segments("") if article is None else self._session.segments(article)

    def _units(self, unit: Unit, offset: int) -> Sequence[Span]:
        return units_around(self._segments, unit, offset)

    def _go(self, units: Units, step: Step) -> None:
        caret = self._stepped(units, step)
        self._pane.set_selection(Selection(caret, caret))

    def _extend(self, units: Units, step: Step) -> None:
        anchor = self._pane.selection().anchor
        self._pane.set_selection(Selection(anchor, self._stepped(units, step)))

    def _stepped(self, units: Units, step: Step) -> int:
        selection = self._pane.selection()
        return step(units(selection.caret), selection, len(self._segments.text))

    # --- annotations ---------------------------------------------------------

    def _marked(self) -> list[Span]:
        spans = map(self._pane.span_of, self._pane.annotation_ids())
        return [span for span in spans if span is not None]

    def _step_annotation(self, by: int) -> None:
        """Select the next annotation, or the one before, and put the caret where it begins."""
        ids = self._pane.annotation_ids()
        if not ids:
            self._hint(QCoreApplication.translate("Moving", "Nothing is marked in this article."))
            return
        chosen = ids[self._following_number(ids, by) % len(ids)]
        span = self._pane.span_of(chosen)
        if span is not None:
            self._pane.set_selection(Selection(span.start, span.start))
        self._choose(chosen)

    def _following_number(self, ids: Sequence[int], by: int) -> int:
        selected = self._pane.selected_annotation()
        if selected in ids:
            return ids.index(selected) + by
        caret = self._pane.caret()
        starts = [span.start for span in map(self._pane.span_of, ids) if span is not None]
        if by > 0:
            return sum(start < caret for start in starts)
        return sum(start <= caret for start in starts) - 1

    # --- wider and narrower --------------------------------------------------

    def _widen(self) -> None:
        span = self._meant()
        if span is None:
            self._set(self._word_at_caret())
            return
        wider = widened(self._segments, self._pane.word_at, span)
        if wider == span:
            return
        if not self._comes_from(span):
            self._narrower, self._widened_in = [span], self._open.id
        self._narrower.append(wider)
        self._set(wider)

    def _narrow(self) -> None:
        span = self._meant()
        if span is None:
            return
        if len(self._narrower) > 1 and self._comes_from(span):
            self._narrower.pop()
            self._set(self._narrower[-1])
            return
        narrower = narrowed(self._segments, self._pane.word_at, span)
        if narrower != span:
            self._set(narrower)

    def _comes_from(self, span: Span) -> bool:
        """Tell whether `span` is what something was widened to last."""
        return self._widened_in == self._open.id and self._narrower[-1:] == [span]

    def _meant(self) -> Span | None:
        """Return what is selected: text, else an annotation."""
        selected = self._pane.selected_annotation()
        return self._pane.selected_span() or (selected and self._pane.span_of(selected)) or None

    def _word_at_caret(self) -> Span | None:
        caret = min(self._pane.caret(), len(self._segments.text) - 1)
        return None if caret < 0 else self._pane.word_at(caret) or Span(caret, caret + 1)

    def _set(self, span: Span | None) -> None:
        selected = self._pane.selected_annotation()
        if span is None:
            return
        if self._pane.selected_span() is None and selected is not None:
            self._resize(selected, span)
        else:
            self._pane.set_selection(forward(span))


def _following(units: Sequence[Span], selection: Selection, length: int) -> int:
    return following(units, selection.caret, length)


def _preceding(units: Sequence[Span], selection: Selection, _length: int) -> int:
    return preceding(units, selection.caret)


def _grown(units: Sequence[Span], selection: Selection, length: int) -> int:
    return grown(units, selection.anchor, selection.caret, length)


def _shrunk(units: Sequence[Span], selection: Selection, _length: int) -> int:
    return shrunk(units, selection.anchor, selection.caret)
