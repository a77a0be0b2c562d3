"""An import under way: written in batches, with others at work in between, and what ends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.app.world import article, assert_sound, dump, heard, opened
from workbench.app import batches as app_batches
from workbench.app import importing as app_importing
from workbench.app.batches import Batches, Coming
from workbench.app.commands import EditArticle, ImportArticles, MarkSpan
from workbench.app.commands import articles as article_commands
from workbench.app.errors import Cancelled, DiskFullWhileImporting, FileBeyondUs
from workbench.app.importing import (
    Decision,
    Fate,
    FileRead,
    ImportReport,
    import_files,
    import_paths,
    look,
)
from workbench.app.session import Session
from workbench.domain.article import NewArticle
from workbench.domain.changes import Changed
from workbench.domain.errors import Defect, Refusal
from workbench.intake.errors import FileChanged
from workbench.intake.sources import SourceReader
from workbench.store.errors import (
    DiskFull,
    OperationOver,
    ProjectReadOnly,
)

MOST = 4  # articles in a batch, so that a few files are several
BATCHES = 3
MANY = MOST * BATCHES - 1
WORDS = "山海城村河桥船田路风雨雪云月星花草树鸟鱼牛羊马车灯书笔纸墨琴棋画茶酒米面盐糖油布"


def story(number: int) -> str:
    """Return a text that is like no other."""
    first, second = WORDS[number % len(WORDS)], WORDS[number // len(WORDS)]
    return f"第{number}篇说{first}\n" + f"{first}{second}边的第{number}户人家今天没有出门。" * 5


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app_batches, "MOST_ARTICLES", MOST)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with articles for several batches."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(MANY):
        (folder / f"{number:03}.txt").write_text(story(number), "utf-8")
    return folder


@pytest.fixture
def files(session: Session, folder: Path) -> list[FileRead]:
    """Give what a look at the folder says."""
    return look([folder], session)


class Between:
    """Write a batch as the window does, and do something before and after it."""

    def __init__(self, before: Callable[[int], None], after: Callable[[int], None]) -> None:
        self.count = 0
        self._before, self._after = before, after

    def __call__(self, work: Callable[[], None]) -> None:
        self._before(self.count)
        work()
        self._after(self.count)
        self.count += 1


def nothing(_: int) -> None:
    """Do nothing."""


def fates(report: ImportReport) -> set[Fate]:
    return {each.fate for each in report.outcomes}


def state(session: Session) -> dict[str, object]:
    """Return all rows that undo takes back: what is keyed by a hash stays for the next time."""
    kept = ("original", "text_version", "fingerprint")
    return {name: rows for name, rows in dump(session).items() if name not in kept}


def came(changes: list[Changed]) -> list[int]:
    """Return how many articles each change told of."""
    return [len(each.ids("article") or ()) for each in changes]


def undo_all(session: Session) -> int:
    """Take back all that the coder did, and return how many steps that was."""
    count = 0
    while session.next_undo() is not None:
        session.undo()
        count += 1
    return count


# --- one step, whatever comes in between ----------------------------------------------------


def test_batches_are_one_step_and_tell_of_each(session: Session, files: list[FileRead]) -> None:
    before, changes = state(session), heard(session)
    report = import_files(session, files)
    assert fates(report) == {Fate.IMPORTED}
    assert report.ids == [each.id for each in session.articles()][2:]
    assert came(changes) == [4, 4, 3]
    assert len({each.operation for each in changes}) == 1
    (newest, *_) = session.history()
    assert (newest.kind, newest.facts["count"]) == ("import", str(MANY))
    assert_sound(session)
    session.undo()
    assert state(session) == before
    session.redo()
    assert [each.id for each in session.articles()][2:] == report.ids


def test_a_batch_is_full_by_its_bytes_too(
    session: Session, files: list[FileRead], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app_batches, "MOST_BYTES", 4 * len(story(0).encode()))
    changes = heard(session)
    import_files(session, files[:6])
    assert came(changes) == [3, 3]


def test_marks_between_batches_are_steps_of_their_own(
    session: Session, files: list[FileRead], first: int
) -> None:
    before, marked = state(session), list[int]()

    def mark_old(count: int) -> None:
        marked.append(session.run(MarkSpan(first, "actor", count, count + 2, {"actor": "TOWN"})))

    def mark_new(_: int) -> None:
        newest = session.articles()[-1].id
        marked.append(session.run(MarkSpan(newest, "actor", 0, 2, {"actor": "FIRM"})))

    report = import_files(session, files, in_turn=Between(mark_old, mark_new))
    assert fates(report) == {Fate.IMPORTED}
    assert len(marked) == 2 * BATCHES
    assert [each.id for each in session.annotations_by_id(marked)] != []
    assert_sound(session)
    whole = state(session)
    # The mark before the first batch is older than the import; the others are younger.
    for _ in range(2 * BATCHES - 1):
        session.undo()
    assert len(session.articles()) == 2 + MANY
    session.undo()
    assert len(session.articles()) == 2
    assert [each.id for each in session.annotations(first)] == marked[:1]
    session.undo()
    assert state(session) == before
    for _ in range(2 * BATCHES + 1):
        session.redo()
    assert state(session) == whole


def test_another_coder_marks_what_has_come_so_far(
    session: Session, files: list[FileRead], project: Path
) -> None:
    def mark(count: int) -> None:
        if count:
            return
        name = session.coder.name
        session.become("乙")
        session.run(MarkSpan(session.articles()[-1].id, "actor", 0, 2, {"actor": "TOWN"}))
        session.become(name)

    report = import_files(session, files, in_turn=Between(nothing, mark))
    assert fates(report) == {Fate.IMPORTED}
    assert_sound(session)
    session.close()
    with opened(project) as again:
        assert len(again.articles()) == 2 + MANY


def test_corrections_between_batches_stay(session: Session, files: list[FileRead]) -> None:
    def correct(count: int) -> None:
        where = session.articles()[-1].id
        session.run(EditArticle(where, {"title": f"改过的第{count}篇"}))

    import_files(session, files, in_turn=Between(nothing, correct))
    titles = [each.title for each in session.articles()]
    assert [each for each in titles if each.startswith("改过的")] == [
        f"改过的第{count}篇" for count in range(BATCHES)
    ]
    assert undo_all(session) == 1 + BATCHES + 1  # the template's own import is a step too
    assert session.articles() == []


# --- taken back on the way ------------------------------------------------------------------


def test_an_import_that_is_taken_back_ends(session: Session, files: list[FileRead]) -> None:
    before = state(session)

    def take_back(count: int) -> None:
        if count == 1:
            session.undo()

    report = import_files(session, files, in_turn=Between(nothing, take_back))
    assert type(report.stopped) is OperationOver
    assert (report.ids, fates(report)) == ([], {Fate.LEFT})
    assert state(session) == before
    session.redo()
    assert len(session.articles()) == 2 + 2 * MOST
    assert_sound(session)


def test_an_import_goes_on_where_it_was_taken_back_and_repeated(
    session: Session, files: list[FileRead]
) -> None:
    def there_and_back(count: int) -> None:
        if count == 0:
            session.undo()
            session.redo()

    report = import_files(session, files, in_turn=Between(nothing, there_and_back))
    assert (report.stopped, len(report.ids)) == (None, MANY)
    assert report.ids == [each.id for each in session.articles()][2:]
    assert_sound(session)


def test_undo_of_a_mark_in_between_is_not_undo_of_the_import(
    session: Session, files: list[FileRead], first: int
) -> None:
    def mark_and_undo(_: int) -> None:
        session.run(MarkSpan(first, "actor", 0, 2, {"actor": "TOWN"}))
        session.undo()

    report = import_files(session, files, in_turn=Between(nothing, mark_and_undo))
    assert (report.stopped, len(report.ids)) == (None, MANY)
    session.redo()
    assert len(session.annotations(first)) == 1
    assert_sound(session)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    acts=st.lists(
        st.lists(st.sampled_from(("mark", "mark new", "undo", "redo", "title")), max_size=4),
        min_size=4,
        max_size=4,
    )
)
def test_whatever_is_done_meanwhile_the_project_is_sound(
    template: Path, tmp_path_factory: pytest.TempPathFactory, acts: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("meanwhile") / "p.workbench"
    path.write_bytes(template.read_bytes())
    with opened(path) as session:
        undo_all(session)
        empty = state(session)
        session.redo()
        meanwhile = Between(lambda count: _do(session, acts[count]), nothing)
        batches = Batches(session, meanwhile)
        stopped = False
        for place in range(8):
            batches.take(place, Coming(article(story(place), f"题{place}")))
            try:
                if place % 2:
                    batches.flush()
            except OperationOver:
                stopped = True
                break
        new = set(batches.ids.values())
        assert len(new) == (0 if stopped else 8)
        assert new <= {each.id for each in session.articles()}
        assert_sound(session)
        full = state(session)
        steps = undo_all(session)
        assert state(session) == empty
        for _ in range(steps):
            session.redo()
        assert state(session) == full


def _do(session: Session, acts: list[str]) -> None:
    for act in acts:
        try:
            _do_one(session, act)
        except Refusal:  # nothing to take back or to repeat, or the same mark is there
            continue


def _do_one(session: Session, act: str) -> None:
    there = session.articles()
    match act:
        case "undo":
            session.undo()
        case "redo":
            session.redo()
        case "title" if there:
            session.run(EditArticle(there[0].id, {"title": f"{there[0].title}改"}))
        case "mark" | "mark new" if there:
            where = there[0 if act == "mark" else -1].id
            session.run(MarkSpan(where, "actor", 0, 2, {"actor": "TOWN"}))
        case _:
            pass


# --- cancelled ------------------------------------------------------------------------------


class Patience:
    """Progress that is cancelled before the file of this number."""

    def __init__(self, files: int) -> None:
        self.told: list[str] = []
        self._files = files

    def report(self, done: int, total: int, name: str, share: float | None = None) -> None:
        self.told.append(name)

    @property
    def cancelled(self) -> bool:
        return len(self.told) >= self._files


@pytest.mark.parametrize("done", [0, 1, MOST, MOST + 2])
def test_a_cancel_keeps_what_is_done(session: Session, files: list[FileRead], done: int) -> None:
    before = state(session)
    report = import_files(session, files, Patience(done))
    assert report.cancelled
    assert [each.fate for each in report.outcomes] == (
        [Fate.IMPORTED] * done + [Fate.LEFT] * (MANY - done)
    )
    titles = [each.title for each in session.articles()][2:]
    assert titles == [file.title for file in files[:done]]
    assert_sound(session)
    if done:
        session.undo()
    assert state(session) == before


def test_a_cancel_of_an_import_without_a_look_keeps_what_is_done(
    session: Session, folder: Path
) -> None:
    report = import_paths(session, [folder], Patience(7))
    assert (report.cancelled, len(report.ids)) == (True, 7)
    assert len(session.articles()) == 9


def test_what_is_closed_under_an_import_is_whole(session: Session, files: list[FileRead]) -> None:
    def close(count: int) -> None:
        if count == 1:
            raise Cancelled

    report = import_files(session, files, in_turn=Between(close, nothing))
    assert (report.cancelled, len(report.ids)) == (True, MOST)
    assert len(report.of(Fate.LEFT)) == MANY - MOST
    assert_sound(session)


# --- the disk, and the project --------------------------------------------------------------


def _leave_room(session: Session, pages: int | None) -> None:
    """Let the project grow by so many pages only, or as it likes."""
    with session.database.writing() as writer:
        here = writer.exec_driver_sql("PRAGMA page_count").scalar_one()
        most = 1_000_000 if pages is None else here + pages
        writer.exec_driver_sql(f"PRAGMA max_page_count={most}")


def test_a_disk_that_fills_up_keeps_the_batches_before(
    session: Session, files: list[FileRead]
) -> None:
    def fill(count: int) -> None:
        if count == 0:
            _leave_room(session, 1)

    before = state(session)
    report = import_files(session, files, in_turn=Between(nothing, fill))
    assert type(report.stopped) is DiskFullWhileImporting
    assert report.ids == [each.id for each in session.articles()][2:]
    assert len(report.of(Fate.IMPORTED)) == MOST
    assert len(report.of(Fate.LEFT)) == MANY - MOST
    assert_sound(session)
    _leave_room(session, None)
    again = import_files(session, look([file.source.path for file in files], session))
    assert len(again.of(Fate.SKIPPED)) == MOST
    assert len(again.of(Fate.IMPORTED)) == MANY - MOST
    session.undo()
    session.undo()
    assert state(session) == before


def test_a_disk_that_is_full_from_the_start_changes_nothing(
    session: Session, files: list[FileRead]
) -> None:
    before = dump(session, journal=True)
    _leave_room(session, 0)
    report = import_files(session, files)
    assert type(report.stopped) is DiskFull
    assert fates(report) == {Fate.LEFT}
    assert dump(session, journal=True) == before


def test_a_project_that_is_read_only_is_told_once(
    project: Path, folder: Path, session: Session
) -> None:
    session.close()
    with opened(project, read_only=True) as only:
        report = import_files(only, look([folder], only))
        assert type(report.stopped) is ProjectReadOnly
        assert fates(report) == {Fate.LEFT}


# --- one file and the others ----------------------------------------------------------------


def test_a_file_that_changes_before_it_is_written_is_refused(
    session: Session, files: list[FileRead]
) -> None:
    changed, gone = files[3].source.path, files[9].source.path

    def meddle(count: int) -> None:
        if count == 0:
            gone.unlink()

    changed.write_text(story(999), "utf-8")
    report = import_files(session, files, in_turn=Between(nothing, meddle))
    assert len(report.ids) == MANY - 2
    assert type(report.outcomes[3].refusal) is FileChanged
    assert changed.name in str(report.outcomes[3].refusal)
    assert gone.name in str(report.outcomes[9].refusal)
    assert_sound(session)


@pytest.mark.parametrize("error", [ZeroDivisionError(), RecursionError(), MemoryError()])
def test_a_fault_of_a_reader_stops_no_other_file(
    session: Session, files: list[FileRead], monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def faulty(read: Callable[..., NewArticle]) -> Callable[..., NewArticle]:
        def reading(reader: SourceReader, source: app_importing.Source) -> NewArticle:
            if source.name == files[6].source.name:
                raise error
            return read(reader, source)

        return reading

    monkeypatch.setattr(SourceReader, "read", faulty(SourceReader.read))
    report = import_files(session, files)
    assert len(report.ids) == MANY - 1
    assert type(report.outcomes[6].refusal) is FileBeyondUs
    assert type(error).__name__ in str(report.outcomes[6].refusal)


class Bad:
    """Articles by their titles whose writing fails."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *titles: str) -> None:
        insert = article_commands.insert_articles
        self.error: Exception = Defect("no such article")

        def failing(*given: object) -> list[int]:
            news = given[2]
            assert isinstance(news, list)
            if any(each.title in titles for each in news):
                raise self.error
            return insert(*given)  # pyright: ignore[reportArgumentType]

        monkeypatch.setattr(article_commands, "insert_articles", failing)


def test_an_article_that_cannot_be_written_stops_no_other(
    session: Session, files: list[FileRead], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(session)
    Bad(monkeypatch, files[2].title, files[9].title)
    report = import_files(session, files)
    assert [place for place, each in enumerate(report.outcomes) if each.refusal] == [2, 9]
    assert len(report.ids) == MANY - 2
    assert type(report.outcomes[2].refusal) is FileBeyondUs
    titles = [each.title for each in session.articles()][2:]
    assert titles == [file.title for place, file in enumerate(files) if place not in (2, 9)]
    assert_sound(session)
    session.undo()
    assert state(session) == before


def test_a_duplicate_of_what_could_not_be_written_comes_in_its_place(
    session: Session, files: list[FileRead], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    twin = folder / "zzz.txt"
    twin.write_text(story(5) + "\n再见。", "utf-8")
    (seen,) = look([twin], session)
    files = look([folder], session)
    assert files[-1].changes.decision is Decision.SKIP
    files[5] = files[5].corrected(title="写不进的")
    Bad(monkeypatch, "写不进的")
    report = import_files(session, files)
    assert report.outcomes[5].fate is Fate.REFUSED
    assert report.outcomes[-1].fate is Fate.IMPORTED
    assert session.articles()[-1].title == seen.title


def test_without_a_look_too_a_duplicate_of_what_failed_comes(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, twin, third = (tmp_path / f"{name}.txt" for name in "abc")
    long = "\n".join(map(story, range(9)))
    first.write_text("写不进的\n" + long, "utf-8")
    twin.write_text("写得进的\n" + long, "utf-8")
    third.write_text("写得进的\n" + long + "再见。", "utf-8")
    Bad(monkeypatch, "写不进的")
    monkeypatch.setattr(app_batches, "MOST_ARTICLES", 1)
    report = import_paths(session, [first, twin, third])
    assert [each.fate for each in report.outcomes] == [Fate.REFUSED, Fate.IMPORTED, Fate.SKIPPED]
    monkeypatch.setattr(app_batches, "MOST_ARTICLES", MOST)
    session.undo()
    report = import_paths(session, [first, twin, third])
    assert report.outcomes[0].fate is Fate.REFUSED
    assert len(report.ids) == 2


def test_a_link_to_what_could_not_be_written_is_left_out(
    session: Session, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    twin = folder / "zzz.txt"
    twin.write_text(story(5) + "\n再见。", "utf-8")
    files = look([folder], session)
    files[-1] = files[-1].decided(Decision.LINK)
    files[5] = files[5].corrected(title="写不进的")
    Bad(monkeypatch, "写不进的")
    report = import_files(session, files)
    assert report.outcomes[5].fate is Fate.REFUSED
    assert report.outcomes[-1].article == session.articles()[-1].id
    assert session.articles()[-1].same_as is None


def test_a_listener_that_fails_brings_nothing_in_twice(
    session: Session, files: list[FileRead]
) -> None:
    def fail(changed: Changed) -> None:
        raise ZeroDivisionError

    leave = session.changed.connect(fail)
    with pytest.raises(ZeroDivisionError):
        import_files(session, files)
    leave()
    assert len(session.articles()) == 2 + MOST
    assert_sound(session)


def test_a_failed_batch_leaves_its_step_for_the_next(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    Bad(monkeypatch, "坏")
    batches = Batches(session, lambda work: work())
    batches.take(0, Coming(article(story(0), "坏")))
    batches.flush()
    batches.take(1, Coming(article(story(1), "好")))
    batches.flush()
    assert list(batches.ids) == [1]
    assert list(batches.failures()) == [0]
    assert batches.failures() == {}
    assert batches.waits(0) is None


def test_a_rendering_of_what_is_gone_meanwhile_comes_without_the_link(session: Session) -> None:
    gone = max(each.id for each in session.articles()) + 999
    (id_,) = session.run(ImportArticles((replace(article(story(1)), same_as=gone),)))
    assert session.article(id_).same_as is None
