"""Take back a step of several commands that does not come to its end."""

from __future__ import annotations

from workbench.app.session import Session, Step


def take_back(session: Session, step: Step) -> None:
    """Take back what a step has written, unless something was done behind it."""
    last = session.next_undo()
    if last is not None and last.id == step.operation:
        session.undo()
