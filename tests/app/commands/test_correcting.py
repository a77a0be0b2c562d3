from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar

import pytest
from hypothesis import given
from sqlalchemy import Table

from tests.app.commands.test_marking import NOWHERE, one, refused, without_effect
from tests.app.world import LONGER, article, assert_sound, dump
from tests.domain.strategies import article_text
from workbench.app.commands import (
    Corrected,
    CorrectText,
    DeleteAnnotations,
    ImportArticles,
    MarkSpan,
    MoveBorders,
    SetArticleValues,
)
from workbench.app.commands.base import Work
from workbench.app.commands.correcting import edits_by_hand
from workbench.app.commands.errors import NoTextLeft
from workbench.app.session import Session
from workbench.domain.article import Edit, Note
from workbench.domain.errors import TextHoldsNul, TextHoldsSurrogate
from workbench.domain.moving import Moving
from workbench.domain.text import Span
from workbench.intake.edits import apply
from workbench.store import tables as t
from workbench.store.errors import NoSuchRow


@dataclass(frozen=True)
class Writing:
    """Write rows as they come."""

    kind: ClassVar[str] = "write"
    table: Table
    rows: list[dict[str, Any]]

    def apply(self, work: Work) -> None:
        work.gate.insert(self.table, self.rows)


TYPO = LONGER.replace("议员", "全体议员")


@pytest.fixture
def longer(session: Session) -> int:
    return session.run(
        ImportArticles(
            (
                article(
                    LONGER,
                    original=f"站名\n{LONGER}".encode(),
                    edits=(Edit(0, 3, "", "site_head"),),
                ),
            )
        )
    )[0]


def mark(session: Session, where: int, quote: str, layer: str = "actor") -> int:
    start = session.text(where).index(quote)
    return session.run(MarkSpan(where, layer, start, start + len(quote)))


def test_annotations_and_notes_move_along(session: Session, longer: int) -> None:
    stays, moves = mark(session, longer, "小镇议会"), mark(session, longer, "商会")
    changes = mark(session, longer, "称赞议员")
    session.run(SetArticleValues(longer, {"genre": "报道"}))
    found = session.run(CorrectText(longer, "据报，" + TYPO))
    assert [each.id for each in found.stay] == [stays, moves]
    assert [each.id for each in found.change] == [changes]
    assert found.unplaced == ()
    assert session.text(longer) == "据报，" + TYPO
    start = session.text(longer).index("商会")
    assert one(session, moves).span == Span(start, start + 2)
    assert one(session, changes).quote == "称赞全体议员"
    assert session.notes(longer) == [Note("footnote", "[1]", "一条注", 5)]
    assert_sound(session)


def test_the_edits_lead_from_the_original_to_the_corrected_text(
    session: Session, longer: int
) -> None:
    session.run(CorrectText(longer, TYPO))
    came = session.original(longer)
    assert apply(came.text, came.edits) == TYPO
    assert came.data == f"站名\n{LONGER}".encode()
    assert [each.reason for each in came.edits] == ["site_head", "by_hand"]


def test_what_loses_its_place_is_kept_and_can_be_placed_again(
    session: Session, longer: int
) -> None:
    lost = mark(session, longer, "邻镇尚未表态")
    before = dump(session)
    found = session.run(CorrectText(longer, LONGER.replace("邻镇尚未表态。", "完。")))
    assert [each.id for each in found.unplaced] == [lost]
    annotation = one(session, lost)
    assert (annotation.span, annotation.quote, annotation.unplaced) == (None, "邻镇尚未表态", True)
    assert not one(session, mark(session, longer, "镇长")).unplaced
    session.undo()
    assert_sound(session)
    session.run(MoveBorders(lost, 0, 2))
    assert (one(session, lost).quote, one(session, lost).unplaced) == ("小镇", False)
    session.undo()
    session.undo()
    state = dump(session)
    for table in ("original", "text_version"):  # append-only
        del state[table], before[table]
    assert state == before


def test_one_without_a_place_stays_so_and_can_be_deleted(session: Session, longer: int) -> None:
    lost = mark(session, longer, "邻镇尚未表态")
    session.run(CorrectText(longer, LONGER.replace("邻镇尚未表态。", "完。")))
    session.run(CorrectText(longer, TYPO))
    assert one(session, lost).unplaced
    session.run(DeleteAnnotations((lost,)))
    assert session.annotations(longer) == []


def test_annotations_of_other_coders_move_along_too(session: Session, longer: int) -> None:
    session.become("乙")
    theirs = mark(session, longer, "商会")
    session.become("甲")
    session.run(CorrectText(longer, "据报，" + LONGER))
    start = session.text(longer).index("商会")
    assert one(session, theirs).span == Span(start, start + 2)


def test_rejected_suggestions_move_along_or_go(session: Session, longer: int) -> None:
    keys, text = session.stored.keys.categories, session.text(longer)
    places = {text.index(quote): quote for quote in ("议员", "商会", "邻镇")}
    rows = [
        {
            "article_id": longer,
            "coder_id": session.coder.id,
            "quote": quote,
            "category_id": keys["actors", "TOWN"],
            "start": start,
            "end": start + len(quote),
        }
        for start, quote in places.items()
    ]
    session.run(Writing(t.rejection, rows))
    before = dump(session)["rejection"]
    session.run(CorrectText(longer, text.replace("商会", "").replace("议员", "全体议员")))
    moved = [row[4:] for row in dump(session)["rejection"]]
    new = session.text(longer)
    kept = [(new.index(quote), new.index(quote) + 2, quote) for quote in ("议员", "邻镇")]
    assert moved == kept
    assert_sound(session)
    session.undo()
    assert dump(session)["rejection"] == before
    session.redo()
    assert [row[4:] for row in dump(session)["rejection"]] == kept


def test_words_are_cut_anew(session: Session, longer: int) -> None:
    before = session.words.of(longer)[-1]
    session.run(CorrectText(longer, "据报，" + LONGER))
    assert session.words.of(longer)[-1] == Span(before.start + 3, before.end + 3)


def test_a_better_cleaning_brings_its_own_edits_and_notes(session: Session, longer: int) -> None:
    edits = (Edit(0, 3, "", "site_head"), Edit(len(LONGER) - 4, len(LONGER) + 3, "", "notice"))
    text = apply(f"站名\n{LONGER}", edits)
    notes = (Note("caption", "", "图", None),)
    came = replace(session.original(longer), edits=edits)
    session.run(CorrectText(longer, text, came, notes))
    assert session.text(longer) == text
    assert session.original(longer).edits == edits
    assert session.notes(longer) == list(notes)


def test_nothing_is_written_where_nothing_changes(session: Session, longer: int) -> None:
    mark(session, longer, "商会")
    without_effect(session, CorrectText(longer, LONGER))


def test_a_text_must_be_one_that_can_be_kept(session: Session, longer: int) -> None:
    refused(session, CorrectText(longer, " \n"), NoTextLeft)
    refused(session, CorrectText(longer, "甲\0"), TextHoldsNul)
    refused(session, CorrectText(longer, "甲\ud800"), TextHoldsSurrogate)
    refused(session, CorrectText(NOWHERE, "甲"), NoSuchRow)


def test_lines_end_with_lf_whatever_was_typed(session: Session, longer: int) -> None:
    assert session.run(CorrectText(longer, LONGER.replace("\n", "\r\n"))) == Corrected()
    assert session.text(longer) == LONGER


@given(old=article_text.filter(bool), new=article_text)
def test_edits_by_hand_make_the_new_text_of_the_old(old: str, new: str) -> None:
    assert apply(old, edits_by_hand(Moving(old, new), old, new)) == new


def test_the_history_tells_of_it(session: Session, longer: int) -> None:
    session.run(CorrectText(longer, TYPO))
    step = session.history(1)[0]
    assert (step.kind, step.article, step.facts["title"]) == ("correct_text", longer, "题目")
