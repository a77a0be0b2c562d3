"""Real coding goes in through the commands and comes back whole."""

from __future__ import annotations

from pathlib import Path

from tests.whole.hand_coded import load
from workbench.app.checking import check_database
from workbench.app.projects import new_project
from workbench.app.session import open_session


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
