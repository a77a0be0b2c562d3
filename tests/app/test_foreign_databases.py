"""Databases of other programs come into a project with the starter codebook, in one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.world import assert_sound, dump, opened, surroundings
from tests.exchange.project import dna_database as dna
from tests.exchange.project import taguette_database as taguette
from workbench.app.project_files import import_project, look_at_project
from workbench.app.projects import new_project, starter_codebook
from workbench.domain.errors import Refusal


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "a.workbench"
    new_project(path, starter_codebook(), surroundings())
    return path


def test_statements_join_the_stances_of_the_project(tmp_path: Path, project: Path) -> None:
    said = dna.place(dna.TEXT, "镇上的商会反对修桥。")
    statement = dna.Coded(*said, "会长", "商会", "修桥", 0, coder=2)
    path = dna.database(tmp_path / "a.dna", statement)
    with opened(project, "乙") as session:
        codebook = session.codebook
        import_project(session, look_at_project(path))
        (article,) = session.articles()
        assert (article.language, article.published) == ("zh", "2025-02-19")
        stances = [
            each
            for each in session.annotations(article.id, all_coders=True)
            if each.layer == "stance"
        ]
        assert [dict(each.values) for each in stances] == [
            {"holder": ("商会",), "target": ("修桥",), "position": ("n1",), "person": ("会长",)}
        ]
        assert stances[0].complete
        assert_sound(session)
        session.undo()
        assert (list(session.articles()), session.codebook) == ([], codebook)
        session.redo()
        assert_sound(session)


def test_highlights_come_with_their_tags(tmp_path: Path, project: Path) -> None:
    path = taguette.database(tmp_path / "a.sqlite3", taguette.at("一<二", (1, 2)))
    with opened(project, "乙") as session:
        import_project(session, look_at_project(path))
        (article,) = session.articles()
        (found,) = session.annotations(article.id)
        assert (found.layer, found.quote) == ("highlights", "一<二")
        assert found.values == {"tags": ("反对", "支持")}
        assert_sound(session)


@pytest.mark.parametrize("share", [0.1, 0.4, 0.7, 0.9])
def test_a_file_cut_short_changes_nothing(tmp_path: Path, project: Path, share: float) -> None:
    for path in (dna.database(tmp_path / "a.dna"), taguette.database(tmp_path / "a.sqlite3")):
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * share)])
        with opened(project) as session:
            before = dump(session)
            with pytest.raises(Refusal, match=path.name):
                import_project(session, look_at_project(path))
            assert dump(session) == before
