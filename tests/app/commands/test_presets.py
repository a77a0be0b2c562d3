from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.world import dump, opened
from workbench.app.commands import ForgetExport, RememberExport
from workbench.app.errors import Cancelled
from workbench.app.exporting import (
    ExportChoice,
    preview_dataset,
    remembered_export,
    remembered_exports,
    tables_of,
)
from workbench.app.jobs import NoProgress
from workbench.app.projects import new_project_from
from workbench.app.session import Session
from workbench.dataset.errors import PresetNameEmpty, UnknownPreset

CHOICE = ExportChoice(layers=("stance",), where={"position": ("p1",)}, language="en")


def test_an_export_is_remembered_by_name(session: Session) -> None:
    session.run(RememberExport(" 论文%_一 ", CHOICE))
    session.run(RememberExport("二", ExportChoice()))
    assert remembered_export(session.database, "论文%_一") == CHOICE
    assert list(remembered_exports(session.database)) == ["二", "论文%_一"]
    session.run(RememberExport("二", CHOICE))
    assert remembered_export(session.database, "二") == CHOICE


def test_undo_takes_it_back(session: Session) -> None:
    before = dump(session)
    session.run(RememberExport("一", CHOICE))
    session.run(RememberExport("一", ExportChoice()))
    session.run(ForgetExport("一"))
    assert remembered_exports(session.database) == {}
    session.undo()
    session.undo()
    assert remembered_export(session.database, "一") == CHOICE
    session.undo()
    assert dump(session) == before


def test_what_is_not_remembered_is_told(session: Session) -> None:
    with pytest.raises(PresetNameEmpty):
        session.run(RememberExport(" \n", CHOICE))
    with pytest.raises(UnknownPreset, match="on the command line: --remember"):
        session.run(ForgetExport("一"))
    session.run(RememberExport("一", CHOICE))
    with pytest.raises(UnknownPreset, match="一"):
        remembered_export(session.database, "二")


def test_a_project_made_from_another_remembers_it_too(session: Session, tmp_path: Path) -> None:
    session.run(RememberExport("一", CHOICE))
    copy = tmp_path / "copy.workbench"
    new_project_from(copy, session.path)
    with opened(copy) as other:
        assert remembered_export(other.database, "一") == CHOICE


def test_a_preview_is_of_what_is_chosen_and_can_be_cancelled(session: Session) -> None:
    class Cancelling(NoProgress):
        @property
        def cancelled(self) -> bool:
            return True

    (only,) = preview_dataset(session.database, ExportChoice(tables=("articles",)))
    assert (only.table.name, only.count, len(only.rows)) == ("articles", 2, 2)
    assert tables_of(session.database)[0].name == "annotations"
    with pytest.raises(Cancelled):
        preview_dataset(session.database, progress=Cancelling())
