"""The way of the tour: its steps in order."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from workbench.ui.tour import beginning, changing_steps, closing_steps, marking_steps
from workbench.ui.tour.scene import Scene

Step = Callable[[Scene], Coroutine[Any, Any, None]]

STEPS: tuple[Step, ...] = (
    beginning.coder,
    beginning.start,
    beginning.new_project,
    beginning.empty_project,
    beginning.import_window,
    beginning.import_cuts,
    beginning.import_back,
    beginning.imported,
    beginning.open_article,
    marking_steps.word,
    marking_steps.actor,
    marking_steps.finder,
    marking_steps.concept,
    marking_steps.quick,
    marking_steps.stance_form,
    marking_steps.stance_filled,
    marking_steps.stance,
    marking_steps.overlap,
    changing_steps.edit_value,
    changing_steps.move_border,
    changing_steps.undo_named,
    changing_steps.undo,
    changing_steps.redo_named,
    changing_steps.redo,
    closing_steps.filter_articles,
    closing_steps.status,
    closing_steps.done,
    closing_steps.export,
)

#: The step whose picture is also taken for a screen of two pixels a point.
FINE = marking_steps.stance_filled


def name_of(step: Step) -> str:
    """Return a step's name as it stands in the names of pictures."""
    return step.__name__.replace("_", "-")
