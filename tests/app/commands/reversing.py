"""What the tests of commands that change the codebook have in common."""

from __future__ import annotations

from typing import TypeVar

from tests.app.world import assert_sound, dump
from workbench.app.commands import Command
from workbench.app.session import Session

R = TypeVar("R")


def reversible(session: Session, command: Command[R]) -> R:
    """Run a command; assert that it leaves all sound, and that undo and redo are exact."""
    before, book = dump(session), session.codebook
    result = session.run(command)
    assert_sound(session)
    after, new = dump(session), session.codebook
    session.undo()
    assert dump(session) == before
    assert session.codebook == book
    session.redo()
    assert dump(session) == after
    assert session.codebook == new
    assert_sound(session)
    return result
