"""What every flow of the window has in hand."""

from __future__ import annotations

from weakref import ref

from workbench.domain.errors import SpanOutsideText
from workbench.ui.desk import Desk
from workbench.ui.main_window import MainWindow


class _Held:
    """Stand for whatever is in hand where a refusal arises."""


def _fail(seen: list[ref[_Held]]) -> None:
    held = _Held()
    seen.append(ref(held))
    try:
        raise KeyError(held)
    except KeyError as error:
        raise SpanOutsideText(start=1, end=2, length=0) from error


def test_a_refusal_that_is_shown_holds_nothing_else_in_memory(
    desk: Desk, window: MainWindow
) -> None:
    seen: list[ref[_Held]] = []
    desk.context.attempt(lambda: _fail(seen))
    assert "1–2" in window.info.sentence
    assert seen[0]() is None
