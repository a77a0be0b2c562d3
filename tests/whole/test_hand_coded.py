"""Real coding goes in through the commands and comes back whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.app.world import opened
from tests.exchange.project.test_qdpx import assert_valid
from tests.whole.hand_coded import load
from workbench.app.checking import check_database
from workbench.app.project_export import export_project
from workbench.app.project_files import import_project, see_project
from workbench.app.projects import new_project
from workbench.app.session import Session, open_session
from workbench.domain.codebook import Kind


def test_every_quote_and_value_finds_its_place(shared: Path, tmp_path: Path) -> None:
    project = tmp_path / "coded.workbench"
    new_project(project)
    session = open_session(project, "甲", cache=tmp_path / "cache")
    try:
        loaded = load(session, shared)
        assert len(loaded) == 161
        stored = {each.id: each for each in session.annotations_by_id(id_ for id_, _ in loaded)}
        for id_, origin in loaded:
            annotation = stored[id_]
            assert annotation.quote == origin.record["quote"]
            given = {
                key: tuple(value) if isinstance(value, list) else (value,)
                for key, value in origin.values(session.codebook).items()
            }
            assert dict(annotation.values) == given
            assert annotation.memo == origin.record.get("memo", "")
        assert check_database(session.database).clean
    finally:
        session.close()


def test_it_leaves_for_other_programs_and_comes_back(shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "coded.qdpx"
    with opened(_new(tmp_path / "coded.workbench")) as session:
        load(session, shared)
        export_project(session.database, path)
        leaving = told(session)
    assert_valid(path.read_bytes())
    with opened(_new(tmp_path / "other.workbench"), "乙") as target:
        report = import_project(target, see_project(target, path).project)
        assert (report.annotations, report.remarks) == (161, ())
        assert told(target) == leaving
        assert check_database(target.database).clean


def _new(path: Path) -> Path:
    new_project(path)
    return path


def told(session: Session) -> list[Any]:
    """Return what is coded of every article, links by what they lead to."""
    found: list[Any] = []
    for info in session.articles():
        own = session.annotations(info.id, all_coders=True)
        quotes = {each.id: each.quote for each in own}
        for each in own:
            layer = session.codebook.layer(each.layer)
            values = {
                key: [
                    quotes[e] if layer.variable(key).kind is Kind.LINK and isinstance(e, int) else e
                    for e in scalars
                ]
                for key, scalars in each.values.items()
            }
            place = info.title, info.source, info.published, each.layer, each.span, each.quote
            found.append((place, values, each.memo, each.certainty, each.created))
    return found
