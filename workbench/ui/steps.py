"""Undo and redo, named by what they do and shown where they happen."""

from __future__ import annotations

from collections.abc import Callable

from workbench.app.session import Session
from workbench.domain.changes import Changed, OperationInfo
from workbench.domain.text import Span
from workbench.ui.actions import Need
from workbench.ui.context import Context
from workbench.ui.wording import step_name


class Steps:
    """Go back and forth; a step in another article opens that article first."""

    def __init__(
        self,
        context: Context,
        session: Session,
        show: Callable[[Changed, dict[int, Span]], None],
        settle: Callable[[], None],
    ) -> None:
        self._context = context
        self._session = session
        self._show = show
        self._settle = settle
        self._next: tuple[OperationInfo | None, OperationInfo | None] = (None, None)
        self._expected = False

    @property
    def there(self) -> set[Need]:
        """Which of the two is possible."""
        undo, redo = self._next
        there = {Need.UNDO} if undo or self._expected else set[Need]()
        return there | {Need.REDO} if redo else there

    def expect(self) -> None:
        """Allow to take back what was just done, before it has its name."""
        self._expected = True

    def name(self) -> None:
        """Say in menu and tool bar what would be taken back or repeated."""
        self._expected = False
        self._next = self._session.next_undo(), self._session.next_redo()
        undo, redo = (self._told(step) for step in self._next)
        self._context.window.actions_.set_steps(undo, redo)

    def undo(self) -> None:
        """Take back the latest step."""
        self._take(self._session.next_undo, self._session.undo)

    def redo(self) -> None:
        """Repeat the step that was taken back last."""
        self._take(self._session.next_redo, self._session.redo)

    def _take(self, look: Callable[[], OperationInfo | None], take: Callable[[], Changed]) -> None:
        # What is still being written becomes the latest step, so that it is not lost.
        self._settle()
        window, step = self._context.window, look()
        # The article is opened before, so that what vanishes is seen where it was.
        if step is not None and step.article is not None and window.articles.holds(step.article):
            window.articles.choose(step.article)
        shown = window.below.annotations.annotations()
        places = {each.id: each.span for each in shown if each.span}
        changed = self._context.attempt(take)
        if changed is not None:
            self._show(changed, places)

    def _told(self, step: OperationInfo | None) -> str:
        if step is None:
            return ""
        return step_name(step, self._session.codebook, self._context.appearance.language)
