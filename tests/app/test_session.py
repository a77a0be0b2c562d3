from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.world import CODEBOOK, LONGER, TEXT, article, assert_sound, dump, heard, opened
from workbench.app.commands import (
    AddCategory,
    CorrectText,
    DeleteAnnotations,
    EditArticle,
    ImportArticles,
    MarkSpan,
    SetMemo,
    SetStatus,
    SetValues,
)
from workbench.app.commands.errors import NoName
from workbench.app.errors import Cancelled
from workbench.app.jobs import NoProgress
from workbench.app.session import Session, Step
from workbench.domain import text as text_module
from workbench.domain.article import Note, Original, Status
from workbench.domain.codebook import Category, Words
from workbench.domain.errors import Refusal, TextHoldsNul, TextHoldsSurrogate
from workbench.domain.text import Span
from workbench.store import annotations
from workbench.store.errors import (
    HistoryConflict,
    NoSuchRow,
    NothingToRedo,
    NothingToUndo,
    ProjectOpenElsewhere,
    ProjectReadOnly,
)

#: The coders who have done something in the project of the fixture.
KNOWN = ["甲"]


def beside(project: Path) -> list[str]:
    """Return the names of all that lies in a project's folder, the cache left out."""
    return sorted(each.name for each in project.parent.iterdir() if each.name != "cache")


# --- reading ----------------------------------------------------------------


def test_a_session_shows_what_is_there(session: Session, project: Path) -> None:
    assert session.path == project
    assert not session.read_only
    assert session.coder.name == "甲"
    assert session.codebook == CODEBOOK
    assert session.stored.codebook is session.codebook
    assert [each.title for each in session.articles()] == ["题目", "第二篇"]
    first, second = (each.id for each in session.articles())
    assert (session.text(first), session.text(second)) == (TEXT, LONGER)
    assert session.notes(first) == [Note("footnote", "[1]", "一条注", 2)]
    assert session.original(first) == Original(TEXT.encode(), "utf-8", "text", "", ())
    assert session.annotations(first) == []
    assert session.annotations_by_id([1, 2, 3]) == []
    assert [each.name for each in session.coders()] == ["甲"]  # who only looks is none
    assert session.named(second, "actors") == ["TOWN", "MAYOR", "FIRM"]


def test_an_article_that_is_not_there_is_refused(session: Session) -> None:
    for read in (session.article, session.text, session.segments, session.original):
        with pytest.raises(NoSuchRow):
            read(999_999)
    assert session.notes(999_999) == []
    assert session.annotations(999_999) == []


def test_annotations_come_in_text_order(session: Session, first: int) -> None:
    spans = [(5, 8), (0, 9), (0, 3), (5, 6), (0, 4)]
    ids = [session.run(MarkSpan(first, "actor", *span)) for span in spans]
    found = session.annotations(first)
    assert [(each.span, each.id) for each in found] == sorted(
        (Span(*span), id_) for span, id_ in zip(spans, ids, strict=True)
    )
    assert session.annotations_by_id([*ids, 999_999]) == found
    assert session.article(first).annotations == 5


class _CancelledAt(NoProgress):
    """Progress whose work is cancelled when it has been asked so often."""

    def __init__(self, often: int) -> None:
        self.asked = 0
        self._often = often

    @property
    def cancelled(self) -> bool:  # type: ignore[override]
        self.asked += 1
        return self.asked >= self._often


def test_reading_annotations_is_cancelled_between_two_parts(
    session: Session, first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annotations, "_PART", 1)
    for start in range(3):
        session.run(MarkSpan(first, "actor", start, start + 2))
    progress = _CancelledAt(2)
    with pytest.raises(Cancelled):
        session.annotations(first, progress=progress)
    assert progress.asked == 2
    assert len(session.annotations(first, progress=_CancelledAt(9))) == 3


def test_one_coder_after_the_other(session: Session, first: int) -> None:
    mine = session.run(MarkSpan(first, "actor", 0, 2))
    other = session.become("乙")
    assert session.coder == other
    assert session.annotations(first) == []
    assert [each.id for each in session.annotations(first, all_coders=True)] == [mine]
    assert session.article(first).status is Status.NOT_STARTED
    with pytest.raises(NothingToUndo):
        session.undo()
    theirs = session.run(MarkSpan(first, "actor", 3, 5))
    session.become("甲")
    assert [each.id for each in session.annotations(first)] == [mine]
    session.undo()
    assert [each.id for each in session.annotations(first, all_coders=True)] == [theirs]
    assert_sound(session)


def test_a_new_coder_is_added_once_at_the_first_action(project: Path) -> None:
    with opened(project, "丙") as session:
        assert [each.name for each in session.coders()] == KNOWN
        first = session.articles()[0].id
        session.run(SetStatus(first, Status.DONE))
        uid = session.coder.uid
        assert session.history(2)[1].facts == {"name": "丙"}
        session.undo()
        with pytest.raises(NothingToUndo):
            session.undo()
        session.run(SetStatus(first, Status.IN_DOUBT))
    with opened(project, " 丙\t") as session:
        assert session.coder.uid == uid
        assert [each.name for each in session.coders()] == [*KNOWN, "丙"]


def test_a_step_others_built_on_can_be_skipped(project: Path) -> None:
    with opened(project, "丙") as session:
        first = session.articles()[0].id
        session.run(SetStatus(first, Status.IN_DOUBT))
        session.run(AddCategory("actors", Category("PORT", 0, Words("港口", "Port"))))
        session.become("丁")
        session.run(MarkSpan(first, "actor", 0, 2, {"actor": "PORT"}))
        session.become("丙")
        with pytest.raises(HistoryConflict):
            session.undo()
        session.skip_undo()
        session.undo()
        assert session.article(first).status is Status.NOT_STARTED
        assert "PORT" in session.codebook.code_list("actors").by_key
        assert_sound(session)
        with pytest.raises(NothingToUndo):
            session.skip_undo()


def test_a_name_is_one_however_it_is_typed(project: Path) -> None:
    with opened(project, "Ren\u00e9 \n Li") as session:
        uid = session.coder.uid
        assert session.coder.name == "Ren\u00e9 Li"
        assert session.become("Rene\u0301  Li").uid == uid


@pytest.mark.parametrize(
    ("name", "kind"),
    [("", NoName), (" \n", NoName), ("a\0", TextHoldsNul), ("\udc80", TextHoldsSurrogate)],
)
def test_a_coder_without_a_proper_name_is_refused(
    project: Path, name: str, kind: type[Exception]
) -> None:
    before = project.read_bytes()
    with pytest.raises(kind), opened(project, name):
        pass
    assert project.read_bytes() == before
    assert beside(project) == [project.name]
    with opened(project) as session, pytest.raises(kind):
        session.become(name)


# --- undo and redo ----------------------------------------------------------


def test_undo_and_redo_walk_the_history(session: Session, first: int) -> None:
    states = [dump(session)]
    marked = session.run(MarkSpan(first, "stance", 0, 2, {"holder": "TOWN", "share": 0.1}))
    for command in (
        SetValues(marked, {"holder": "FIRM", "sources": ["TOWN", "FIRM"], "share": 1 / 3}),
        SetMemo(marked, "备注"),
        SetStatus(first, Status.DONE),
        EditArticle(first, {"title": "新"}),
        DeleteAnnotations((marked,)),
    ):
        states.append(dump(session))
        session.run(command)
    last = dump(session)
    changes = heard(session)
    for state in reversed(states[1:]):
        assert session.undo() is changes[-1]
        assert dump(session) == state
        assert_sound(session)
    for state in (*states[2:], last):
        session.redo()
        assert dump(session) == state
        assert_sound(session)
    with pytest.raises(NothingToRedo):
        session.redo()


def test_the_next_steps_are_named(session: Session, first: int) -> None:
    session.run(SetStatus(first, Status.DONE))
    undo, redo = session.next_undo(), session.next_redo()
    assert undo is not None
    assert (undo.kind, undo.article, undo.facts["status"]) == ("set_status", first, "done")
    assert redo is None
    session.undo()
    redo = session.next_redo()
    assert redo is not None
    assert redo.id == undo.id


def test_a_new_step_overtakes_what_was_undone(session: Session, first: int) -> None:
    session.run(SetStatus(first, Status.DONE))
    session.undo()
    session.run(SetStatus(first, Status.IN_DOUBT))
    with pytest.raises(NothingToRedo):
        session.redo()
    assert [each.state for each in session.history(2)] == ["done", "dropped"]


def test_undo_reaches_back_across_sessions(project: Path) -> None:
    with opened(project) as session:
        first, second = (each.id for each in session.articles())
        start = dump(session)
        session.run(MarkSpan(first, "actor", 0, 2, {"actor": "TOWN"}))
        one = dump(session)
        marked = session.run(MarkSpan(second, "stance", 2, 5, {"share": 0.1}))
        two = dump(session)
    with opened(project) as session:
        assert dump(session) == two
        session.undo()
        assert dump(session) == one
    with opened(project) as session:
        session.undo()
        assert dump(session) == start
        session.redo()
    with opened(project) as session:
        session.redo()
        assert dump(session) == two
        fresh = session.run(MarkSpan(second, "actor", 0, 2))
        assert fresh > marked
        assert_sound(session)


def test_ids_are_never_used_twice(project: Path) -> None:
    with opened(project) as session:
        first = session.articles()[0].id
        gone = session.run(MarkSpan(first, "actor", 0, 2))
        session.undo()
    with opened(project) as session:
        assert session.run(MarkSpan(first, "actor", 0, 2)) > gone


def test_what_another_builds_on_is_not_taken_away(project: Path) -> None:
    with opened(project) as session:
        first = session.articles()[0].id
        session.run(AddCategory("actors", Category("PORT", 0, Words("港口"))))
    with opened(project, "乙") as session:
        theirs = session.run(MarkSpan(first, "actor", 0, 2, {"actor": "PORT"}))
    with opened(project) as session:
        before = dump(session, journal=True)
        with pytest.raises(HistoryConflict):
            session.undo()
        assert dump(session, journal=True) == before
        # The session goes on as if nothing had been asked.
        session.run(MarkSpan(first, "actor", 3, 5, {"actor": "PORT"}))
        assert_sound(session)
        session.undo()
    with opened(project, "乙") as session:
        session.run(DeleteAnnotations((theirs,)))
    with opened(project) as session:
        session.undo()
        assert "PORT" not in session.codebook.code_list("actors").by_key


def test_an_import_that_another_has_coded_stays(project: Path) -> None:
    with opened(project, "乙") as session:
        first = session.articles()[0].id
        session.run(MarkSpan(first, "actor", 0, 2))
    with opened(project) as session:
        with pytest.raises(HistoryConflict):
            session.undo()
        assert len(session.articles()) == 2
        assert_sound(session)


def test_the_history_tells_everything(session: Session, first: int) -> None:
    session.run(SetStatus(first, Status.DONE))
    kinds = [each.kind for each in session.history()]
    assert kinds == ["set_status", "import", "add_coder", "new_project"]
    assert [each.kind for each in session.history(1)] == ["set_status"]


# --- who listens ------------------------------------------------------------


def test_listeners_hear_after_the_commit(session: Session, first: int) -> None:
    seen: list[int] = []
    stop = session.changed.connect(lambda _: seen.append(len(session.annotations(first))))
    session.run(MarkSpan(first, "actor", 0, 2))
    session.undo()
    session.redo()
    assert seen == [1, 0, 1]
    stop()
    session.undo()
    assert seen == [1, 0, 1]


def test_texts_are_read_again_when_articles_change(session: Session, first: int) -> None:
    segments = session.segments(first)
    session.run(MarkSpan(first, "actor", 0, 2))
    assert session.segments(first) is segments
    session.run(EditArticle(first, {"title": "新"}))
    assert session.segments(first) is not segments


def test_what_an_article_names_follows_its_text_and_the_codebook(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = session.articles()[-1].id
    assert session.text(second) == LONGER
    assert session.named(second, "actors") == ["TOWN", "MAYOR", "FIRM"]
    monkeypatch.setattr(text_module, "_PART", 3)  # parts of a line each
    session.run(AddCategory("actors", Category("NEXT", 9, Words("邻镇", "next"))))
    assert session.named(second, "actors") == ["TOWN", "MAYOR", "FIRM", "NEXT"]
    session.run(CorrectText(second, LONGER.replace("镇长", "他")))
    assert session.named(second, "actors") == ["TOWN", "FIRM", "NEXT"]
    session.undo()
    assert session.named(second, "actors") == ["TOWN", "MAYOR", "FIRM", "NEXT"]


# --- read-only, and one writer ----------------------------------------------


def test_reading_ahead_reads_the_article_that_will_be_shown(
    session: Session, first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    notes = Session.notes

    def noted(self: Session, article: int) -> list[Note]:
        read.append(article)
        return notes(self, article)

    monkeypatch.setattr(Session, "notes", noted)
    last = session.articles()[-1].id
    before = dump(session)
    for wanted in (last, None, 10**9):  # the last one read, nothing known, an article since gone
        session.read_ahead(wanted)
    assert read == [last, first, first]
    assert dump(session) == before


def test_what_is_damaged_is_told_when_it_is_shown(
    session: Session, first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object, **__: object) -> None:
        raise NoSuchRow(table="annotation", id=first)

    monkeypatch.setattr(Session, "annotations", damaged)
    session.read_ahead(first)
    with pytest.raises(NoSuchRow):
        session.annotations(first)


def test_a_read_only_session_changes_nothing(project: Path) -> None:
    before = project.read_bytes()
    with opened(project, read_only=True) as session:
        first = session.articles()[0].id
        assert session.read_only
        assert session.text(first) == TEXT
        for write in (
            lambda: session.run(MarkSpan(first, "actor", 0, 2)),
            session.undo,
            session.redo,
        ):
            with pytest.raises(ProjectReadOnly):
                write()
        stranger = session.become("丁")
        assert (stranger.id, stranger.name) == (0, "丁")
        assert session.annotations(first) == []
        assert_sound(session)
    assert project.read_bytes() == before
    assert beside(project) == [project.name]


def test_one_writes_while_others_read(project: Path) -> None:
    with opened(project) as writer:
        first = writer.articles()[0].id
        with pytest.raises(ProjectOpenElsewhere, match="process"), opened(project, "乙"):
            pass
        with opened(project, read_only=True) as reader:
            marked = writer.run(MarkSpan(first, "actor", 0, 2))
            assert [each.id for each in reader.annotations(first)] == [marked]
        writer.undo()
    with opened(project, "乙") as session:
        assert_sound(session)


def test_a_link_to_a_project_is_the_same_project(project: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.workbench"
    try:
        link.symlink_to(project)
    except OSError:
        pytest.skip("no symbolic links here")
    with opened(project), pytest.raises(ProjectOpenElsewhere), opened(link, "乙"):
        pass


def test_closing_leaves_one_file(project: Path) -> None:
    with opened(project) as session:
        session.run(SetStatus(session.articles()[0].id, Status.DONE))
    assert beside(project) == [project.name]
    session.close()
    assert beside(project) == [project.name]


def test_a_refused_opening_frees_the_project(project: Path) -> None:
    with pytest.raises(NoName), opened(project, " "):
        pass
    with opened(project) as session:
        assert_sound(session)


def test_who_is_refused_at_first_is_none_of_the_coders(project: Path) -> None:
    with opened(project, "丁") as session:
        where = session.articles()[0].id
        before = dump(session, journal=True)
        with pytest.raises(Refusal):
            session.run(MarkSpan(where, "actor", 0, 2, {"actor": "NOBODY"}))
        session.run(EditArticle(where, {"title": session.article(where).title}))
        assert dump(session, journal=True) == before
        assert session.coder.id == 0
        id_ = session.run(MarkSpan(where, "actor", 0, 2, {"actor": "TOWN"}))
        assert session.coder.id > 0
        assert session.coder in session.coders()
        assert [each.kind for each in session.history(2)] == ["mark", "add_coder"]
        assert_sound(session)
        session.undo()
        assert session.annotations(where) == []
        session.redo()
        assert [each.id for each in session.annotations(where)] == [id_]
    with opened(project, "丁") as again:
        assert again.coder.id > 0
        assert again.history(1)[0].kind == "mark"


def test_who_comes_while_an_import_goes_on_is_entered(project: Path) -> None:
    with opened(project) as session:
        step = Step()
        session.run(ImportArticles((article("第一篇。"),)), step)
        session.become("丁")
        session.run(ImportArticles((article("第二篇。"),)), step)
        assert session.coder in session.coders()
        assert_sound(session)
