"""Files that are damaged, cut short, newer or not ours: a sentence, and not a byte changed."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.world import opened
from workbench.app.checking import check_project, damage_of, project_counts
from workbench.app.commands import MarkSpan, SetArticleValues
from workbench.app.exporting import export_dataset
from workbench.app.projects import new_project_from
from workbench.domain.errors import Refusal
from workbench.store.errors import (
    NotAProject,
    ProjectDamaged,
    ProjectIsFolder,
    ProjectMissing,
    ProjectReadOnly,
    ProjectTooNew,
)


@pytest.fixture(scope="module")
def coded(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with some coding, closed; copy it, do not open it."""
    path = Path(shutil.copy(template, tmp_path_factory.mktemp("coded") / "coded.workbench"))
    with opened(path) as session:
        for article in session.articles():
            for start in range(8):
                values = {"holder": "TOWN", "position": "n1", "reason": "因为", "share": start / 7}
                session.run(MarkSpan(article.id, "stance", start, start + 4, values, "备注"))
            session.run(SetArticleValues(article.id, {"genre": "评论"}))
        session.undo()
    return path


def every_use(path: Path, tmp: Path) -> list[Callable[[], object]]:
    """Return what one can do with a project file."""

    def read_all() -> None:
        with opened(path, read_only=True) as session:
            for article in session.articles():
                session.text(article.id)
                session.notes(article.id)
                session.original(article.id)
                session.annotations(article.id, all_coders=True)
            session.history()
            export_dataset(session.database, tmp / "out", overwrite=True)

    def write() -> None:
        with opened(path) as session:
            session.undo()
            session.redo()
            for article in session.articles():
                session.run(MarkSpan(article.id, "actor", 0, 2, {"actor": "TOWN"}))

    return [
        read_all,
        write,
        lambda: check_project(path),
        lambda: project_counts(path),
        lambda: new_project_from(tmp / "copy.workbench", path),
    ]


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32), count=st.sampled_from([1, 2, 8, 200]), cut=st.booleans())
def test_damage_anywhere_is_a_sentence(
    coded: Path, tmp_path_factory: pytest.TempPathFactory, seed: int, count: int, cut: bool
) -> None:
    chance = random.Random(seed)
    tmp = tmp_path_factory.mktemp("damage")
    data = bytearray(coded.read_bytes())
    for _ in range(count):
        data[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)
    if cut:
        del data[chance.randrange(len(data)) :]
    for number in range(5):
        path = tmp / f"{number}.workbench"
        path.write_bytes(data)
        use = every_use(path, tmp)[number]
        _refused_or_found(use, path)
        assert not path.with_name(path.name + ".lock").exists()
    shutil.rmtree(tmp)


def _refused_or_found(use: Callable[[], object], path: Path) -> None:
    """Use a damaged file; what is not refused in a sentence must at least be found by a check."""
    try:
        use()
    except Refusal:
        pass
    except Exception:
        if damage_of(path) is None:
            raise


def _spoilt(coded: Path, tmp_path: Path, content: Callable[[bytes], bytes]) -> Path:
    path = tmp_path / "项目.workbench"
    path.write_bytes(content(coded.read_bytes()))
    return path


_SPOILT: list[tuple[Callable[[bytes], bytes], type[Refusal]]] = [
    (lambda _: b"", NotAProject),
    (lambda _: b"\0" * 5000, NotAProject),
    (lambda _: "小镇的桥。".encode() * 500, NotAProject),
    (lambda data: data[:68] + b"\0\0\0\0" + data[72:], NotAProject),
    (lambda data: data[:60], ProjectDamaged),
    (lambda data: data[: len(data) // 2], ProjectDamaged),
    (lambda data: data[:4096], ProjectDamaged),
    (lambda data: data[:100] + b"\xff" * 4000 + data[4100:], ProjectDamaged),
]


@pytest.mark.parametrize(("content", "kind"), _SPOILT)
def test_what_is_no_whole_project_stays_as_it_is(
    coded: Path, tmp_path: Path, content: Callable[[bytes], bytes], kind: type[Refusal]
) -> None:
    path = _spoilt(coded, tmp_path, content)
    before = path.read_bytes()
    for use in every_use(path, tmp_path):
        with pytest.raises(kind, match=path.stem):
            use()
        assert path.read_bytes() == before
        assert [each.name for each in tmp_path.iterdir()] == [path.name]


def _change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for each in statements:
            raw.execute(each)


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", ProjectTooNew),
        ("DELETE FROM alembic_version", ProjectDamaged),
        ("DROP TABLE alembic_version", NotAProject),
        ("DROP TABLE note", ProjectDamaged),
        ("ALTER TABLE annotation DROP COLUMN memo", ProjectDamaged),
        ("CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM note; END", ProjectDamaged),
        ("CREATE VIEW v AS SELECT 1", ProjectDamaged),
    ],
)
def test_another_schema_is_refused_untouched(
    coded: Path, tmp_path: Path, statement: str, kind: type[Refusal]
) -> None:
    path = _spoilt(coded, tmp_path, bytes)
    _change(path, statement)
    before = path.read_bytes()
    for use in every_use(path, tmp_path):
        with pytest.raises(kind):
            use()
        assert path.read_bytes() == before
        assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("uid VARCHAR(27)", "uid VARCHAR(27) COLLATE elsewhere"),
        ("quote TEXT", "quote TEXT CHECK (length(quote) < 0)"),
    ],
)
def test_a_table_with_rules_of_its_own_is_damaged(
    coded: Path, tmp_path: Path, old: str, new: str
) -> None:
    path = _spoilt(coded, tmp_path, bytes)
    _change(
        path,
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_master SET sql = replace(sql, '{old}', '{new}') WHERE name = 'annotation'",
    )

    def export_and_mark() -> None:
        with opened(path) as session:
            export_dataset(session.database, tmp_path / "out")
            session.run(MarkSpan(session.articles()[0].id, "actor", 0, 2))

    with pytest.raises(ProjectDamaged):
        export_and_mark()


def test_no_file_is_no_project(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.workbench", tmp_path, tmp_path / "a" / "b"):
        for use in every_use(path, tmp_path):
            with pytest.raises((ProjectMissing, ProjectIsFolder)):
                use()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_takes_no_writing_is_read(
    coded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _spoilt(coded, tmp_path, bytes)
    path.chmod(0o444)

    # Root may write to any file, so that the system's answer is put into its mouth.
    def may(_: Path, how: int) -> bool:
        return how == os.R_OK

    monkeypatch.setattr("workbench.store.inspection._may", may)
    before = path.read_bytes()
    with pytest.raises(ProjectReadOnly), opened(path):
        pass
    with opened(path, read_only=True) as session:
        assert len(session.articles()) == 2
    assert check_project(path).clean
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
