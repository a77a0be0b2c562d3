from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.commands.reversing import reversible
from tests.app.commands.test_marking import refused
from tests.app.world import dump, opened
from workbench.app.commands import (
    DeleteCategories,
    DeleteMemo,
    MergeCategories,
    WriteMemo,
)
from workbench.app.commands.errors import NotYourMemo
from workbench.app.session import Session
from workbench.domain.codebook import UnknownCategory, UnknownCodeList
from workbench.domain.memo import PROJECT, Memo, Subject
from workbench.domain.text import TextHoldsNul
from workbench.store.errors import NoSuchRow
from workbench.store.memos import exported_memos
from workbench.store.streams import coded_articles

TOWN, FIRM, MAYOR = (Subject(None, "actors", key) for key in ("TOWN", "FIRM", "MAYOR"))


def texts(session: Session, subject: Subject | None = None) -> list[str]:
    return [each.text for each in session.memos(subject)]


def test_a_memo_is_written_changed_and_emptied(session: Session, first: int) -> None:
    for subject in (PROJECT, Subject(first), TOWN):
        reversible(session, WriteMemo(subject, "一\r\n二"))
        assert texts(session, subject) == ["一\n二"]
        reversible(session, WriteMemo(subject, "三"))
        (memo,) = session.memos(subject)
        assert (memo.text, memo.subject, memo.coder) == ("三", subject, session.coder.id)
        assert memo.created < memo.modified
    assert texts(session) == ["三", "三", "三"]
    for subject in (PROJECT, Subject(first), TOWN):
        reversible(session, WriteMemo(subject, " \n"))
        assert session.memos(subject) == []


def test_what_is_the_same_is_no_step(session: Session) -> None:
    session.run(WriteMemo(PROJECT, "一"))
    step = session.next_undo()
    session.run(WriteMemo(PROJECT, "一"))
    session.run(WriteMemo(TOWN, ""))
    assert session.next_undo() == step


def test_each_coder_has_a_memo_of_ones_own(session: Session) -> None:
    session.run(WriteMemo(TOWN, "甲的"))
    mine = session.memos(TOWN)[0]
    session.become("乙")
    session.run(WriteMemo(TOWN, "乙的"))
    assert texts(session, TOWN) == ["甲的", "乙的"]
    refused(session, DeleteMemo(mine.id), NotYourMemo)
    session.become("甲")
    reversible(session, DeleteMemo(mine.id))
    assert texts(session, TOWN) == ["乙的"]


def test_what_is_not_there_has_no_memo(session: Session) -> None:
    refused(session, WriteMemo(Subject(999), "一"), NoSuchRow)
    refused(session, WriteMemo(Subject(None, "actors", "NONE"), "一"), UnknownCategory)
    refused(session, WriteMemo(Subject(None, "none", "TOWN"), "一"), UnknownCodeList)
    refused(session, WriteMemo(PROJECT, "一\0"), TextHoldsNul)
    refused(session, DeleteMemo(999), NoSuchRow)


def test_categories_that_become_one_have_what_was_written_on_all(session: Session) -> None:
    session.run(WriteMemo(FIRM, "商会"))
    session.run(WriteMemo(TOWN, "小镇"))
    session.become("乙")
    session.run(WriteMemo(MAYOR, "乙论镇长"))
    session.become("甲")
    reversible(session, MergeCategories("actors", ("FIRM", "MAYOR"), "TOWN"))
    assert texts(session, TOWN) == ["小镇\n\n商会", "乙论镇长"]
    assert texts(session) == texts(session, TOWN)


def test_a_memo_outlives_its_category(session: Session) -> None:
    session.run(WriteMemo(PROJECT, "总"))
    session.run(WriteMemo(FIRM, "商会"))
    reversible(session, DeleteCategories("actors", ("FIRM",)))
    kept: Memo = session.memos()[1]
    assert (kept.text, kept.subject, kept.about) == ("商会", PROJECT, "商会")
    session.run(WriteMemo(PROJECT, "总论"))
    assert texts(session, PROJECT) == ["总论", "商会"]
    reversible(session, DeleteMemo(kept.id))
    assert texts(session) == ["总论"]


def test_memos_are_read_for_the_dataset(session: Session, first: int) -> None:
    for subject in (PROJECT, Subject(first), TOWN):
        session.run(WriteMemo(subject, "一"))
    with session.database.reading() as connection:
        rows = list(exported_memos(connection))
    subjects = [(each.article, each.code_list, each.category, each.about) for each in rows]
    uid = session.article(first).uid
    assert subjects == [(None, None, None, ""), (uid, None, None, ""), (None, "actors", "TOWN", "")]
    assert {each.coder for each in rows} == {"甲"}


# --- time -------------------------------------------------------------------


def test_time_adds_up_by_article_coder_and_day(session: Session, first: int, second: int) -> None:
    session.run(WriteMemo(PROJECT, "一"))
    before = session.next_undo()
    assert session.add_time({(first, "2026-01-02"): 30, (second, "2026-01-02"): 5})
    assert session.add_time({(first, "2026-01-02"): 30, (first, "2026-01-03"): 7})
    assert session.seconds_on(first) == {session.coder.id: 67}
    assert session.next_undo() == before
    with session.database.reading() as connection:
        articles = coded_articles(connection, session.stored)
        assert [dict(each.worked) for each in articles] == [
            {session.coder.id: 67},
            {session.coder.id: 5},
        ]
    session.undo()
    session.undo()  # the import: what is timed can be taken back
    assert dump(session)["article"] == []
    session.redo()
    assert session.seconds_on(first) == {session.coder.id: 67}


@pytest.mark.parametrize("who", [{"coder": "丙"}, {"read_only": True}])
def test_who_only_looks_leaves_no_time(project: Path, who: dict[str, str]) -> None:
    with opened(project, **who) as session:
        article = session.articles()[0].id
        assert not session.add_time({(article, "2026-01-02"): 30})
        assert session.seconds_on(article) == {}
