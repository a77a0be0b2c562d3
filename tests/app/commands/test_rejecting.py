from __future__ import annotations

import pytest

from tests.app.world import assert_sound, dump, heard
from workbench.app.commands import CorrectText, RejectSuggestion
from workbench.app.session import Session
from workbench.domain.codebook import UnknownCategory, UnknownCodeList
from workbench.domain.errors import SpanOutsideText
from workbench.domain.text import Span
from workbench.store.rejections import Rejection


def rejected(session: Session, article: int) -> set[Rejection]:
    return session.rejected(article)


def test_a_rejection_is_kept_for_its_coder_and_place(session: Session, second: int) -> None:
    changes = heard(session)
    session.run(RejectSuggestion(second, "actors", ("TOWN", "MAYOR"), 0, 2))
    assert rejected(session, second) == {
        Rejection("actors", "TOWN", Span(0, 2)),
        Rejection("actors", "MAYOR", Span(0, 2)),
    }
    assert changes[-1].article == second
    assert changes[-1].touches("rejection")
    session.become("乙")
    assert rejected(session, second) == set()
    assert_sound(session)


def test_it_is_one_step_that_undo_takes_back(session: Session, second: int) -> None:
    before = dump(session)
    session.run(RejectSuggestion(second, "actors", ("TOWN",), 0, 2))
    after = dump(session)
    session.undo()
    assert dump(session) == before
    session.redo()
    assert dump(session) == after


def test_what_is_rejected_already_is_not_written_again(session: Session, second: int) -> None:
    session.run(RejectSuggestion(second, "actors", ("TOWN",), 0, 2))
    before = dump(session)
    session.run(RejectSuggestion(second, "actors", ("TOWN", "TOWN"), 0, 2))
    assert dump(session) == before


def test_it_moves_along_with_the_text_and_goes_with_its_place(
    session: Session, second: int
) -> None:
    text = session.text(second)
    session.run(RejectSuggestion(second, "actors", ("TOWN",), 0, 2))
    session.run(CorrectText(second, f"导语。{text}"))
    assert rejected(session, second) == {Rejection("actors", "TOWN", Span(3, 5))}
    session.run(CorrectText(second, "全新的一句话。"))
    assert rejected(session, second) == set()
    session.undo()
    session.undo()
    assert rejected(session, second) == {Rejection("actors", "TOWN", Span(0, 2))}


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        (("nowhere", ("TOWN",), 0, 2), UnknownCodeList),
        (("actors", ("NOBODY",), 0, 2), UnknownCategory),
        (("actors", ("TOWN",), 0, 900), SpanOutsideText),
        (("actors", ("TOWN",), 2, 2), SpanOutsideText),
    ],
)
def test_what_is_not_there_is_refused(
    session: Session,
    second: int,
    command: tuple[str, tuple[str, ...], int, int],
    refusal: type[Exception],
) -> None:
    before = dump(session)
    with pytest.raises(refusal):
        session.run(RejectSuggestion(second, *command))
    assert dump(session) == before
