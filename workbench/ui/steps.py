"""Undo and redo, named by what they do and shown where they happen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from workbench.app.session import Session
from workbench.app.store_errors import StepConflict
from workbench.domain.changes import Changed, OperationInfo
from workbench.domain.errors import Refusal
from workbench.ui.actions import Need
from workbench.ui.context import Context
from workbench.ui.holding import while_done, while_next
from workbench.ui.marking import Marking
from workbench.ui.wording import step_name, stored_time


class Steps:
    """Go back and forth; a step in another article opens that article first."""

    def __init__(
        self,
        context: Context,
        session: Session,
        show: Callable[[Changed], None],
        marking: Marking,
    ) -> None:
        self._context = context
        self._session = session
        self._show = show
        self._marking = marking
        self._next: tuple[OperationInfo | None, OperationInfo | None] = (None, None)
        self._expected = False

    @property
    def there(self) -> set[Need]:
        """Which of the two is possible."""
        if self._session.read_only:
            return set()
        undo, redo = self._next
        there = {Need.UNDO} if undo or self._expected else set[Need]()
        return there | {Need.REDO} if redo else there

    def expect(self) -> None:
        """Allow to take back what was just done, before it has its name."""
        self._expected = True

    def name(self) -> None:
        """Say in menu and tool bar what would be taken back or repeated."""
        self._expected = False
        self._next = self._session.next_steps()
        undo, redo = (self._told(step) for step in self._next)
        self._context.window.actions_.set_steps(undo, redo)

    def undo(self) -> None:
        """Take back the latest step; what is being written is saved first and is that step."""
        self._marking.save_editor()
        step = self._session.next_undo() if self._expected else self._next[0]
        if self._leaves_form(step) and self._marking.save_form():
            self._context.window.info.tell(
                lambda: QCoreApplication.translate(
                    "Steps", "The form was saved as an annotation; undo again to take it back."
                ),
                holds=while_done(self._session, "mark"),
            )
            return
        if self._take(step, self._session.undo) and step is not None:
            self._tell(step, undone=True)

    def redo(self) -> None:
        """Repeat the step that was taken back last."""
        self._marking.save_editor()
        step = self._session.next_redo() if self._expected else self._next[1]
        if self._leaves_form(step):
            self._refuse_for_form()
            return
        if self._take(step, self._session.redo) and step is not None:
            self._tell(step, undone=False)

    def travel(self, point: int) -> None:
        """Take back or repeat steps until just after one of the history, all of them or none."""
        self._marking.save_editor()
        window, steps = self._context.window, self._session.steps_to(point)
        if any(self._leaves_form(step) for step in steps):
            self._refuse_for_form()
            return
        try:
            changed = self._session.travel(point)
        except StepConflict as conflict:
            self._refuse_step(conflict)
            return
        except Refusal as refusal:
            self._context.failed(refusal)
            return
        if changed.article is not None and window.articles.holds(changed.article):
            window.articles.choose(changed.article)
        window.info.go_on()
        self._show(changed)
        self._offer_way_back(steps)

    def _refuse_step(self, conflict: StepConflict) -> None:
        """Name the step that stands in the way as the history does."""
        there = {step.id: step for step in self._session.history()}
        step = there.get(int(str(conflict.facts["operation"])))

        def told() -> str:
            name = self._told(step) or conflict.facts["step"]
            time = stored_time(str(conflict.facts["time"]), seconds=True)
            return self._context.sentence(StepConflict(step=name, time=time))

        self._context.window.info.refuse(told)

    def _offer_way_back(self, steps: Sequence[OperationInfo]) -> None:
        translate = QCoreApplication.translate
        taken_back = steps[0].state == "done"

        def told() -> str:
            if taken_back:
                sentence = translate(
                    "Steps",
                    "Steps taken back: {count}. They can be repeated until you do something else.",
                )
            else:
                sentence = translate("Steps", "Steps repeated: {count}.")
            return sentence.format(count=len(steps))

        def button() -> str:
            if taken_back:
                return translate("Steps", "Repeat them")
            return translate("Steps", "Take them back")

        point = steps[0].id if taken_back else steps[0].id - 1
        coming = self._session.next_redo if taken_back else self._session.next_undo
        self._context.window.info.tell(
            told, button, lambda: self._return(point), while_next(coming, steps[-1])
        )

    def _return(self, point: int) -> None:
        self._context.window.info.hide()
        self.travel(point)

    def _tell(self, step: OperationInfo, *, undone: bool) -> None:
        """Say what was taken back or repeated; loudly where articles have gone."""
        window, translate = self._context.window, QCoreApplication.translate

        def told() -> str:
            sentence = (
                translate("Steps", "Undone: {step}")
                if undone
                else translate("Steps", "Redone: {step}")
            )
            return sentence.format(step=self._told(step))

        def gone() -> str:
            sentence = translate(
                "Steps",
                "{undone}. The articles are no longer in the project; redo brings them back.",
            )
            return sentence.format(undone=told())

        window.strip.hint(told())
        if undone and step.kind == "import":
            window.info.tell(
                gone,
                lambda: translate("Steps", "Redo the import"),
                self.redo,
                while_next(self._session.next_redo, step),
            )

    def _refuse_for_form(self) -> None:
        self._context.window.info.refuse(
            lambda: QCoreApplication.translate("Steps", "Save or cancel the form first.")
        )

    def _leaves_form(self, step: OperationInfo | None) -> bool:
        """Tell whether a step happens where an open form could not stay."""
        asking = self._marking.asking_in
        if asking is None or step is None:
            return False
        return step.kind == "import" or step.article not in (None, asking)

    def _take(self, step: OperationInfo | None, take: Callable[[], Changed]) -> bool:
        """Take a step back or repeat it, and show where; return False where it was refused."""
        window = self._context.window
        # The article is opened before, so that what vanishes is seen where it was.
        if step is not None and step.article is not None and window.articles.holds(step.article):
            window.articles.choose(step.article)
        changed = self._context.attempt(take)
        if changed is not None:
            window.info.go_on()
            self._show(changed)
        return changed is not None

    def _told(self, step: OperationInfo | None) -> str:
        if step is None:
            return ""
        return step_name(step, self._session.codebook, self._context.appearance.language)
