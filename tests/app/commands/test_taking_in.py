"""A coded project of another program comes in, whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.app.world import CODEBOOK, LONGER, TEXT, assert_sound, dump, opened
from workbench.app.commands import (
    ImportArticles,
    MarkSpan,
    ReplaceCodebook,
    SetArticleValues,
    SetStatus,
    TakeInProject,
    TakenIn,
)
from workbench.app.commands.coming import planned
from workbench.app.commands.foreseeing import foreseen
from workbench.app.commands.taking_in import what_is_there
from workbench.app.errors import Cancelled
from workbench.app.project_files import import_project
from workbench.app.session import Session
from workbench.domain.annotation import Certainty
from workbench.domain.article import Note, Status
from workbench.domain.codebook import Codebook, CodeList, Kind, Layer, Scope, Variable, Words
from workbench.domain.errors import TextHoldsNul
from workbench.domain.text import Span
from workbench.domain.values import Missing
from workbench.exchange.codebook.build import Draft, categories_of
from workbench.exchange.project.kinds import ProjectFormat
from workbench.exchange.project.model import (
    ForeignAnnotation,
    ForeignArticle,
    ForeignMemo,
    ForeignProject,
    ForeignStatus,
    Remark,
    Remarked,
)
from workbench.exchange.project.settling import settled
from workbench.store.errors import ProjectReadOnly

NEW = "渡口的船今天停航。\n船工说：等水退。🚢"
BOTH = ForeignProject(
    ProjectFormat.QDPX,
    "渡口",
    CODEBOOK,
    (
        ForeignArticle("there", "旧题", TEXT),
        ForeignArticle(
            "new",
            "渡口",
            NEW,
            file_name="ferry.txt",
            published="2025-03",
            notes=(Note("footnote", "1", "水位", 3),),
            same_as="there",
        ),
    ),
    ("丙", "乙", "无事"),
    (
        ForeignAnnotation(
            "new",
            "stance",
            Span(0, 2),
            "渡口",
            {"holder": ("GONE",), "because": ("k2",), "after": (Missing.UNDECIDABLE,)},
            "丙",
            "k1",
            "备注\r\n二",
            Certainty.UNSURE,
            "2024-05-06T07:08:09.000Z",
            "2024-05-07T07:08:09.000Z",
        ),
        ForeignAnnotation("new", "actor", Span(0, 2), "渡口", {}, "丙", "k2"),
        ForeignAnnotation("there", "actor", Span(0, 2), "", {"actor": ("TOWN",)}),
        ForeignAnnotation("new", "article", None, "", {"genre": ("通讯",)}, " 乙 "),
        ForeignAnnotation("new", "actor", None, "旧话", {}, "乙"),
    ),
    (ForeignStatus("new", "丙", Status.DONE),),
)


_APPENDED = ("original", "text_version")


def rows(session: Session) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row that undo takes back."""
    return {name: own for name, own in dump(session).items() if name not in _APPENDED}


def reversible(session: Session, project: ForeignProject) -> TakenIn:
    """Take a project in; assert that it leaves all sound, and that undo and redo are exact."""
    before, book = rows(session), session.codebook
    report = take(session, project)
    assert_sound(session)
    after = rows(session)
    session.undo()
    assert (rows(session), session.codebook) == (before, book)
    session.redo()
    assert rows(session) == after
    return report


def take(session: Session, project: ForeignProject) -> TakenIn:
    """Take a project in; assert that it was foreseen what would come of it."""
    project = settled(project)
    with session.database.reading() as connection:
        there = what_is_there(connection, session.stored)
        name = session.coder.name
        would = foreseen(there, planned(there, project, name), name)
    came = session.run(TakeInProject(project))
    assert _told(would) == _told(came)
    return came


def _told(report: TakenIn) -> TakenIn:
    """Return a report without the ids that are known only when all is written."""
    remarks = tuple(replace(each, examples=()) for each in report.remarks)
    return replace(report, articles=(0,) * len(report.articles), remarks=remarks)


def test_all_of_it_comes_as_one_step(session: Session, first: int) -> None:
    report = reversible(session, BOTH)
    assert (report.articles_there, report.coders, report.annotations) == (1, ("丙", "乙"), 5)
    assert (report.annotations_there, report.remarks) == (0, ())
    (new,) = report.articles
    info = session.article(new)
    assert (info.title, info.file_name, info.published) == ("渡口", "ferry.txt", "2025-03")
    assert info.same_as == first
    assert session.notes(new) == [Note("footnote", "1", "水位", 3)]
    names = {each.id: each.name for each in session.coders()}
    found = {
        (names[each.coder], each.layer, each.quote): each
        for each in session.annotations(new, all_coders=True)
    }
    assert set(found) == {
        ("丙", "stance", "渡口"),
        ("丙", "actor", "渡口"),
        ("乙", "article", ""),
        ("乙", "actor", "旧话"),
    }
    stance = found["丙", "stance", "渡口"]
    assert dict(stance.values) == {
        "holder": ("GONE",),
        "because": (found["丙", "actor", "渡口"].id,),
        "after": (Missing.UNDECIDABLE,),
    }
    assert (stance.memo, stance.certainty) == ("备注\n二", Certainty.UNSURE)
    assert (stance.created[:10], stance.modified[:10]) == ("2024-05-06", "2024-05-07")
    (own,) = session.annotations(first)
    assert own.values == {"actor": ("TOWN",)}
    step = session.next_undo()
    assert step is not None
    assert (step.kind, step.facts["name"]) == ("take_in_project", "渡口")


def test_statuses_come_and_who_has_coded_has_begun(project: Path) -> None:
    with opened(project, "丙") as session:
        (new,) = take(session, BOTH).articles
        assert session.article(new).status is Status.DONE
        session.become("乙")
        assert session.article(new).status is Status.IN_PROGRESS


def test_what_is_there_is_not_repeated(session: Session, first: int) -> None:
    session.run(SetStatus(first, Status.IN_DOUBT))
    take(session, BOTH)
    before = dump(session)
    report = take(session, BOTH)
    assert (report.articles, report.coders, report.annotations) == ((), (), 0)
    assert (report.articles_there, report.annotations_there) == (2, 5)
    assert dump(session) == before
    assert session.article(first).status is Status.IN_DOUBT


def test_a_link_may_lead_to_what_is_there(session: Session, first: int) -> None:
    known = session.run(MarkSpan(first, "actor", 0, 2, with_defaults=False))
    marks = (
        ForeignAnnotation("there", "actor", Span(0, 2), key="k"),
        ForeignAnnotation("there", "stance", Span(0, 2), values={"after": ("k",)}),
    )
    report = take(session, replace(BOTH, annotations=marks, statuses=()))
    assert (report.annotations, report.annotations_there) == (1, 1)
    assert {"after": (known,)} in [dict(each.values) for each in session.annotations(first)]


def test_a_text_that_stands_twice_is_two_articles(session: Session) -> None:
    twice = (ForeignArticle("1", "甲", LONGER), ForeignArticle("2", "乙", LONGER))
    report = take(session, ForeignProject(ProjectFormat.QDPX, articles=twice))
    assert (len(report.articles), report.articles_there) == (1, 1)


def test_what_is_coded_of_an_article_stays(session: Session, first: int) -> None:
    session.run(SetArticleValues(first, {"genre": "评论"}))
    coded = ForeignAnnotation(
        "there", "article", None, "", {"genre": ("通讯",), "score": (3,)}, memo="看过"
    )
    again = replace(coded, values={"score": (4,)}, memo="又看过")
    report = reversible(session, replace(BOTH, annotations=(coded, again), statuses=()))
    (found,) = session.annotations(first)
    assert dict(found.values) == {"genre": ("评论",), "score": (3,)}
    assert found.memo == "看过"
    assert report.remarks == (
        Remarked(Remark.VALUE_THERE, 3, ("genre: 通讯", "score: 4", "又看过")),
    )
    assert report.annotations == 0


def test_a_codebook_that_means_something_else_comes_beside(session: Session, first: int) -> None:
    other = Layer(
        "actor",
        Words("行为体"),
        Scope.SPAN,
        (Variable("actor", Kind.TEXT, Words("行为体")), Variable("new", Kind.TEXT, Words("新"))),
    )
    mark = ForeignAnnotation("there", "actor", Span(0, 2), values={"actor": ("某镇",)})
    book = replace(CODEBOOK, layers=(other,))
    report = reversible(session, replace(BOTH, codebook=book, annotations=(mark,), statuses=()))
    assert [*session.codebook.layer("actor").by_key] == ["actor", "named", "role", "actor_2", "new"]
    assert [dict(e.values) for e in session.annotations(first)] == [{"actor_2": ("某镇",)}]
    assert report.remarks == (Remarked(Remark.KEY_TAKEN, 1, ("actor.actor → actor_2",)),)


def test_a_layer_of_another_scope_comes_beside(session: Session, first: int) -> None:
    other = Layer("article", Words("段"), Scope.SPAN, (Variable("x", Kind.TEXT, Words("x")),))
    mark = ForeignAnnotation("there", "article", Span(0, 2), values={"x": ("1",)})
    book = replace(CODEBOOK, layers=(other,))
    report = take(session, replace(BOTH, codebook=book, annotations=(mark,), statuses=()))
    (found,) = session.annotations(first)
    assert found.layer == "article_2"
    assert report.remarks[0].examples == ("article → article_2",)


class _Stop:
    """Progress that is cancelled after so many reports."""

    def __init__(self, after: int) -> None:
        self.left = after

    @property
    def cancelled(self) -> bool:
        self.left -= 1
        return self.left < 0

    def report(self, done: int, total: int, name: str, share: float | None = None) -> None:
        assert done <= total


def test_a_cancel_leaves_nothing_behind(session: Session) -> None:
    marks = tuple(
        ForeignAnnotation("new", "actor", Span(n % 9, n % 9 + 1), memo=str(n)) for n in range(1200)
    )
    project = settled(replace(BOTH, annotations=marks))
    before = dump(session, journal=True)
    with pytest.raises(Cancelled):
        import_project(session, project, _Stop(1))
    assert dump(session, journal=True) == before
    assert import_project(session, project, _Stop(9)).annotations == 1200
    assert_sound(session)


def test_a_text_that_cannot_be_kept_is_refused_whole(session: Session) -> None:
    bad = ForeignArticle("x", "标题\0", "正文")
    before = dump(session, journal=True)
    with pytest.raises(TextHoldsNul):
        take(session, replace(BOTH, articles=(*BOTH.articles, bad)))
    assert dump(session, journal=True) == before


def test_a_coder_without_a_usable_name_is_who_brings_it_in(session: Session, first: int) -> None:
    marks = (
        ForeignAnnotation("there", "actor", Span(0, 2), coder="\0"),
        ForeignAnnotation("there", "actor", Span(2, 3), coder="  "),
    )
    report = take(session, replace(BOTH, annotations=marks, statuses=()))
    assert report.coders == ()
    assert len(session.annotations(first)) == 2


def test_who_has_done_nothing_before_may_bring_in(project: Path) -> None:
    with opened(project, "丁") as session:
        before = rows(session)
        report = take(session, BOTH)
        assert report.coders == ("丙", "乙")
        assert "丁" in [each.name for each in session.coders()]
        session.undo()
        assert rows(session) == before
        session.redo()
        session.run(ImportArticles(()))
        assert_sound(session)


def test_links_of_a_whole_article_come_where_it_is_coded_already(
    session: Session, first: int
) -> None:
    about = Layer("about", Words("全文"), Scope.ARTICLE, (Variable("see", Kind.LINK, Words("见")),))
    book = replace(CODEBOOK, layers=(*CODEBOOK.layers, about))
    mark = ForeignAnnotation("there", "actor", Span(0, 2), key="k")
    whole = ForeignAnnotation("there", "about", None)
    linked = replace(whole, values={"see": ("k",)}, memo="看过")
    plain = replace(BOTH, codebook=book, annotations=(mark, whole), statuses=())
    take(session, plain)
    report = reversible(session, replace(plain, annotations=(mark, linked)))
    assert report.remarks == ()
    found = {each.layer: each for each in session.annotations(first)}
    assert dict(found["about"].values) == {"see": (found["actor"].id,)}
    other = replace(mark, span=Span(2, 3))
    again = take(session, replace(plain, annotations=(other, replace(linked, memo=""))))
    assert [each.remark for each in again.remarks] == [Remark.VALUE_THERE]


def test_a_memo_that_is_part_of_a_word_comes_all_the_same(session: Session) -> None:
    for text in ("不同意", "同意", "同意", "不同意\n\n同意"):
        take(session, replace(BOTH, annotations=(), memos=(ForeignMemo("project", (), text),)))
    assert [each.text for each in session.memos()] == ["不同意\n\n同意"]


def test_codes_of_one_name_in_another_order_are_the_same(session: Session) -> None:
    """Two files of another program tell two codes called Other, the second one otherwise."""
    take(session, _coded("Economy", "Security"))
    before = dump(session)
    report = take(session, _coded("Security", "Economy"))
    assert (report.annotations, report.annotations_there) == (0, 2)
    assert dump(session) == before
    one = _coded("Security")
    assert take(session, one).annotations_there == 1
    assert dump(session) == before


def test_a_code_of_the_name_of_another_comes_beside_it(session: Session) -> None:
    take(session, _coded("Economy"))
    report = take(session, _coded("Security"))
    assert report.remarks == (Remarked(Remark.KEY_TAKEN, 1, ("Other → Other (2)",)),)
    (article,) = session.articles()[-1:]
    found = {each.values["code"] for each in session.annotations(article.id)}
    assert found == {("Other",), ("Other (2)",)}
    categories = session.codebook.code_list("codes").by_key
    assert [categories[each].parent for each in ("Other", "Other (2)")] == ["Economy", "Security"]
    assert [each.text for each in session.memos()] == ["Economy", "Security"]


def _coded(*parents: str) -> ForeignProject:
    """Return a project with a code Other below each of these, applied and with a memo."""
    drafts: list[Draft] = []
    for each in parents:
        above = Draft(Words(en=each))
        drafts += [above, Draft(Words(en="Other"), above=above)]
    codes = CodeList("codes", Words(en="codes"), categories_of(drafts, []))
    layer = Layer(
        "codes", Words(), Scope.SPAN, (Variable("code", Kind.CATEGORY, Words(), "codes"),)
    )
    below = [each for each in codes.categories if each.parent]
    places = {"Economy": Span(0, 2), "Security": Span(2, 3)}
    return ForeignProject(
        ProjectFormat.QDPX,
        "x",
        Codebook(Words(), (codes,), (layer,)),
        (ForeignArticle("1", "甲", LONGER),),
        (),
        tuple(
            ForeignAnnotation("1", "codes", places[each.parent or ""], values={"code": (each.key,)})
            for each in below
        ),
        memos=tuple(
            ForeignMemo("category", ("codes", each.key), each.parent or "") for each in below
        ),
        by_name=True,
    )


def _at_once(work: Callable[[], None]) -> None:
    work()


def _many(count: int) -> ForeignProject:
    marks = tuple(
        ForeignAnnotation("new", "actor", Span(n % 9, n % 9 + 1), memo=str(n)) for n in range(count)
    )
    return settled(replace(BOTH, annotations=(*marks, *BOTH.annotations)))


def test_what_comes_in_parts_is_the_same_and_one_step(project: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.workbench"
    shutil.copy(project, copy)
    with opened(project, "丁") as session, opened(copy, "丁") as other:
        before = [session.articles(), session.codebook]
        came = import_project(session, _many(600), in_turn=_at_once)
        assert came == import_project(other, _many(600))
        assert_sound(session)
        assert {key: len(own) for key, own in rows(session).items()} == {
            key: len(own) for key, own in rows(other).items()
        }
        step = session.next_undo()
        assert step is not None
        assert step.facts["count"] == "605"
        session.undo()
        assert [session.articles(), session.codebook] == before
        assert session.next_undo() is None


def test_a_cancel_between_two_parts_takes_all_back(session: Session) -> None:
    session.run(ImportArticles(()))
    before, turns = rows(session), list[int]()

    def in_turn(work: Callable[[], None]) -> None:
        work()
        turns.append(len(session.articles()))

    with pytest.raises(Cancelled):
        import_project(session, _many(600), _Stop(2), in_turn)
    assert len(turns) == 3
    assert rows(session) == before


def test_a_mark_made_between_two_parts_stays(session: Session, first: int) -> None:
    turns: list[int] = []

    def in_turn(work: Callable[[], None]) -> None:
        if len(turns) == 2:
            turns.append(session.run(MarkSpan(first, "actor", 0, 2, with_defaults=False)))
        turns.append(0)
        work()

    with pytest.raises(Cancelled):
        import_project(session, _many(600), _Stop(3), in_turn)
    assert turns[2] in [each.id for each in session.annotations(first)]
    assert_sound(session)


def test_a_codebook_that_was_changed_before_the_first_part_stays_changed(session: Session) -> None:
    label = Words("改过的名字")

    def in_turn(work: Callable[[], None]) -> None:
        if session.codebook.name != label:
            session.run(ReplaceCodebook(replace(session.codebook, name=label)))
        work()

    book = replace(CODEBOOK, layers=(*CODEBOOK.layers, replace(CODEBOOK.layers[0], key="more")))
    import_project(session, replace(settled(BOTH), codebook=book), in_turn=in_turn)
    assert session.codebook.name == label
    assert "more" in session.codebook.layers_by_key


def test_what_is_refused_between_two_parts_is_taken_back(session: Session) -> None:
    before, turns = rows(session), list[int]()

    def in_turn(work: Callable[[], None]) -> None:
        turns.append(0)
        if len(turns) == 3:
            raise ProjectReadOnly(path="x")
        work()

    with pytest.raises(ProjectReadOnly):
        import_project(session, _many(600), in_turn=in_turn)
    assert rows(session) == before


def test_many_articles_are_several_parts(session: Session) -> None:
    turns: list[int] = []

    def in_turn(work: Callable[[], None]) -> None:
        work()
        turns.append(len(session.articles()))

    before = len(session.articles())
    articles = tuple(ForeignArticle(str(n), str(n), f"第 {n} 篇") for n in range(60))
    project = settled(ForeignProject(ProjectFormat.QDPX, "x", articles=articles))
    came = import_project(session, project, in_turn=in_turn)
    assert [each - before for each in turns] == [25, 50, 60]
    assert [session.article(each).title for each in came.articles] == [str(n) for n in range(60)]
    session.undo()
    assert len(session.articles()) == before
