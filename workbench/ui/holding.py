"""As long as what a notice about a step of the history holds."""

from __future__ import annotations

from collections.abc import Callable

from workbench.app.session import Session
from workbench.domain.changes import OperationInfo


def while_done(session: Session, kind: str) -> Callable[[], bool]:
    """Hold until the coder's latest step of a kind is taken back."""
    latest = (
        each.id
        for each in session.history()
        if (each.kind, each.coder, each.state) == (kind, session.coder.id, "done")
    )
    operation = next(latest, 0)
    return lambda: session.is_done(operation)


def while_next(
    coming: Callable[[], OperationInfo | None], step: OperationInfo
) -> Callable[[], bool]:
    """Hold while a step is the one that comes next, back or forth."""

    def holds() -> bool:
        there = coming()
        return there is not None and there.id == step.id

    return holds
