from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.app.commands.test_marking import NOWHERE, refused, without_effect
from tests.app.world import LONGER, TEXT, article, assert_sound, dump, heard
from workbench.app.commands import EditArticle, ImportArticles, SetArticleValues, SetStatus
from workbench.app.commands.errors import NotAnArticleLayer, UnknownField
from workbench.app.session import Session
from workbench.domain.article import Edit, NewArticle, Note, Original, Status
from workbench.domain.codebook import UnknownLayer, UnknownVariable
from workbench.domain.errors import Defect, Refusal, TextHoldsNul, TextHoldsSurrogate
from workbench.domain.values import NotOfKind
from workbench.store.errors import NoSuchRow

# --- importing --------------------------------------------------------------


def test_an_import_keeps_everything(session: Session) -> None:
    new = NewArticle(
        title="新题",
        text="正文𠮷。\n第二段。",
        notes=(Note("footnote", "[1]", "注文", 3), Note("caption", "", "图说", None)),
        original=b"\xef\xbb\xbfraw",
        encoding="utf-8",
        file_name="新.txt",
        edits=(Edit(0, 3, "", "site_head"), Edit(4, 5, "x", "hard_wrap")),
        source="报纸",
        author="某人",
        published="2025-08-01",
        url="https://example.org/1",
        warnings=("no_title",),
    )
    changes = heard(session)
    (id_,) = session.run(ImportArticles((new,)))
    info = session.article(id_)
    assert (info.title, info.source, info.author) == ("新题", "报纸", "某人")
    assert (info.published, info.url) == ("2025-08-01", "https://example.org/1")
    assert (info.file_name, info.length, info.language) == ("新.txt", len(new.text), "zh")
    assert (info.status, info.annotations) == (Status.NOT_STARTED, 0)
    assert session.text(id_) == new.text
    assert tuple(session.notes(id_)) == new.notes
    assert session.original(id_) == Original(new.original, "utf-8", "text", "", new.edits)
    assert session.articles()[-1].id == id_
    assert changes[0].ids("article") == {id_}
    assert changes[0].article == id_
    assert_sound(session)


def test_several_articles_are_one_step(session: Session) -> None:
    before = dump(session)
    ids = session.run(ImportArticles((article("一。"), article("二。"), article(TEXT))))
    assert [each.id for each in session.articles()][-3:] == ids
    step = session.next_undo()
    assert step is not None
    assert (step.kind, step.article) == ("import", None)
    assert dict(step.facts) == {"count": "3", "title": "题目"}
    session.undo()
    after = dump(session)
    # What texts were made of is kept for good; nothing else is left.
    for table in ("original", "text_version"):
        assert set(before.pop(table)) <= set(after.pop(table))
    assert after == before
    session.redo()
    assert [session.text(each) for each in ids] == ["一。", "二。", TEXT]
    assert_sound(session)


def test_one_text_twice_is_two_articles(session: Session) -> None:
    ids = session.run(ImportArticles((article("一。"), article("一。", "又"))))
    assert [session.text(each) for each in ids] == ["一。", "一。"]


def test_no_articles_are_no_step(session: Session) -> None:
    without_effect(session, ImportArticles(()))


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"text": "a\0"}, TextHoldsNul),
        ({"text": "a\ud800"}, TextHoldsSurrogate),
        ({"title": "a\0"}, TextHoldsNul),
        ({"source": "\udc80"}, TextHoldsSurrogate),
        ({"author": "\0"}, TextHoldsNul),
        ({"published": "\0"}, TextHoldsNul),
        ({"url": "\0"}, TextHoldsNul),
        ({"file_name": "\udcff.txt"}, TextHoldsSurrogate),
        ({"notes": (Note("footnote", "\0", "n", None),)}, TextHoldsNul),
        ({"notes": (Note("footnote", "", "\udc80", None),)}, TextHoldsSurrogate),
    ],
)
def test_what_no_store_can_keep_is_refused(
    session: Session, changes: dict[str, Any], kind: type[Refusal]
) -> None:
    bad = replace(article("好。"), **changes)
    refused(session, ImportArticles((article("一。"), bad)), kind)


def test_a_text_that_is_not_canonical_is_our_fault(session: Session) -> None:
    before = dump(session, journal=True)
    with pytest.raises(Defect, match="canonical"):
        session.run(ImportArticles((article("一\r\n二"),)))
    assert dump(session, journal=True) == before


# --- bibliography -----------------------------------------------------------


def test_an_article_is_corrected(session: Session, first: int) -> None:
    changes = heard(session)
    session.run(EditArticle(first, {"title": "新题", "source": "报纸", "language": "en"}))
    info = session.article(first)
    assert (info.title, info.source, info.language) == ("新题", "报纸", "en")
    assert changes[0].ids("article") == {first}
    assert session.text(first) == TEXT
    without_effect(session, EditArticle(first, {"title": "新题"}))
    step = session.next_undo()
    assert step is not None
    assert (step.kind, dict(step.facts)) == ("edit_article", {"title": "题目"})
    session.undo()
    assert session.article(first).title == "题目"


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"title": "x", "text": "y"}, UnknownField),
        ({"title": "\0"}, TextHoldsNul),
        ({"author": "\ud83d"}, TextHoldsSurrogate),
    ],
)
def test_a_wrong_correction_is_refused(
    session: Session, first: int, values: dict[str, str], kind: type[Refusal]
) -> None:
    refused(session, EditArticle(first, values), kind)


def test_no_such_article_is_refused(session: Session) -> None:
    refused(session, EditArticle(NOWHERE, {"title": "x"}), NoSuchRow)
    refused(session, SetStatus(NOWHERE, Status.DONE), NoSuchRow)
    refused(session, SetArticleValues(NOWHERE, {"genre": "x"}), NoSuchRow)


# --- status -----------------------------------------------------------------


def test_a_status_is_set_and_taken_back(session: Session, first: int) -> None:
    without_effect(session, SetStatus(first, Status.NOT_STARTED))
    for status in (Status.DONE, Status.IN_DOUBT, Status.IN_PROGRESS, Status.NOT_STARTED):
        session.run(SetStatus(first, status))
        assert session.article(first).status is status
        without_effect(session, SetStatus(first, status))
    for status in (Status.IN_PROGRESS, Status.IN_DOUBT, Status.DONE, Status.NOT_STARTED):
        session.undo()
        assert session.article(first).status is status


# --- variables of the article -----------------------------------------------


def test_an_article_is_coded_as_a_whole(session: Session, first: int) -> None:
    before = dump(session)
    session.run(SetArticleValues(first, {"genre": "评论", "score": 4}))
    (whole,) = session.annotations(first)
    assert (whole.span, whole.quote, whole.layer) == (None, "", "article")
    assert whole.values == {"genre": ("评论",), "score": (4,)}
    assert session.article(first).status is Status.IN_PROGRESS
    assert session.article(first).annotations == 0
    session.run(SetArticleValues(first, {"score": 5}))
    (again,) = session.annotations(first)
    assert (again.id, again.values["score"]) == (whole.id, (5,))
    without_effect(session, SetArticleValues(first, {"score": 5}))
    assert_sound(session)
    session.undo()
    session.undo()
    assert dump(session) == before


def test_an_article_with_nothing_coded_stays_without_annotation(
    session: Session, first: int
) -> None:
    without_effect(session, SetArticleValues(first, {}))
    without_effect(session, SetArticleValues(first, {"genre": None, "score": None}))


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        ({"values": {"genre": "x"}, "layer": "actor"}, NotAnArticleLayer),
        ({"values": {"genre": "x"}, "layer": "nothing"}, UnknownLayer),
        ({"values": {"nothing": "x"}}, UnknownVariable),
        ({"values": {"genre": "x", "score": "many"}}, NotOfKind),
        ({"values": {"genre": "\0"}}, TextHoldsNul),
    ],
)
def test_a_wrong_coding_of_an_article_is_refused(
    session: Session, first: int, command: dict[str, Any], kind: type[Refusal]
) -> None:
    refused(session, SetArticleValues(first, **command), kind)


def test_texts_of_many_articles_come_back(session: Session) -> None:
    texts = [f"第{n}篇。{LONGER}" for n in range(12)]
    ids = session.run(ImportArticles(tuple(article(each) for each in texts)))
    assert [session.text(each) for each in ids] == texts
    assert [session.segments(each).paragraphs[0].start for each in ids] == [0] * 12
    assert session.segments(ids[-1]) is session.segments(ids[-1])
