"""What a category of a list had once is given to no other one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.commands.reversing import reversible
from tests.app.commands.test_categories import category, keys
from tests.app.world import opened, surroundings
from tests.files.sql import raw_change
from workbench.app.commands import (
    AddCategory,
    DeleteCategories,
    EditCategory,
    EditCodeList,
    MergeCategories,
    ReplaceCodebook,
    SplitCategory,
)
from workbench.app.projects import new_project_from
from workbench.app.session import Session
from workbench.domain.codebook import Category, Words
from workbench.domain.codebook_edit.spent import Spent
from workbench.store.errors import RowsDamaged


def add(session: Session, label: str) -> Category:
    key = session.run(AddCategory("actors", session.new_category("actors", label)))
    return category(session, key)


def test_what_was_merged_away_is_not_given_again(project: Path) -> None:
    with opened(project) as session:
        port = add(session, "港口")
        assert (port.key, port.code) == ("N005", 5)
        reversible(session, MergeCategories("actors", ("N005",), "TOWN"))
        assert session.spent("actors") == Spent(5, 5)
    with opened(project, "乙") as session:
        assert session.codebook.code_list("actors").categories[-1].code == 4
        dock = add(session, "码头")
        assert (dock.key, dock.code) == ("N006", 6)
        assert session.spent("positions") == Spent()


def test_what_was_deleted_is_not_given_again(session: Session) -> None:
    add(session, "港口")
    reversible(session, DeleteCategories("actors", ("N005",)))
    dock = add(session, "码头")
    assert (dock.key, dock.code) == ("N006", 6)


def test_what_a_category_had_before_it_was_changed_is_not_given_again(session: Session) -> None:
    add(session, "港口")
    port = Category("PORT", 50, Words("港口"))
    reversible(session, EditCategory("actors", "N005", port))
    reversible(session, EditCategory("actors", "PORT", replace(port, code=3000)))
    reversible(session, EditCategory("actors", "PORT", replace(port, code=7)))
    dock = add(session, "码头")
    assert (dock.key, dock.code) == ("N006", 3001)


def test_a_codebook_in_the_place_of_another_one_spends_too(session: Session) -> None:
    before = session.codebook
    add(session, "港口")
    reversible(session, ReplaceCodebook(before))
    assert keys(session) == ["TOWN", "FIRM", "MAYOR", "GONE"]
    assert add(session, "码头").code == 6


def test_undo_brings_back_what_was_spent(session: Session) -> None:
    port = add(session, "港口")
    session.run(DeleteCategories("actors", ("N005",)))
    session.undo()
    assert session.spent("actors") == Spent()
    assert category(session, "N005") == port
    session.redo()
    assert add(session, "码头").key == "N006"


def test_the_parts_of_a_split_get_codes_that_nothing_had(session: Session) -> None:
    add(session, "港口")
    session.run(DeleteCategories("actors", ("N005",)))
    parts = (Category("A", 0, Words("甲")), Category("B", 0, Words("乙")))
    reversible(session, SplitCategory("actors", "TOWN", parts))
    assert [category(session, key).code for key in "AB"] == [6, 7]


def test_a_person_may_type_what_was_spent(session: Session) -> None:
    port = add(session, "港口")
    session.run(DeleteCategories("actors", ("N005",)))
    reversible(session, AddCategory("actors", port))
    assert category(session, "N005") == port


def test_a_list_with_another_key_remembers(session: Session) -> None:
    add(session, "港口")
    session.run(DeleteCategories("actors", ("N005",)))
    actors = session.codebook.code_list("actors")
    session.run(EditCodeList("actors", replace(actors, key="who")))
    assert session.spent("who") == Spent(5, 5)


def test_one_coder_takes_back_what_another_one_did_not_touch(project: Path) -> None:
    with opened(project) as session:
        add(session, "港口")
        add(session, "码头")
        session.run(DeleteCategories("actors", ("N006",)))
    with opened(project, "乙") as session:
        session.run(DeleteCategories("actors", ("N005",)))
    with opened(project) as session:
        session.undo()
        assert session.spent("actors") == Spent(5, 5)
        assert add(session, "桥").key == "N007"


def test_a_copied_project_remembers(project: Path, tmp_path: Path) -> None:
    with opened(project) as session:
        add(session, "港口")
        session.run(DeleteCategories("actors", ("N005",)))
    copy = tmp_path / "copy.workbench"
    new_project_from(copy, project, surroundings())
    with opened(copy) as session:
        assert session.spent("actors") == Spent(5, 5)


@pytest.mark.parametrize("key", ["N", "N1x", "XN009", "N٣", "N" + "9" * 5000])
def test_other_keys_are_no_numbers(session: Session, key: str) -> None:
    session.run(AddCategory("actors", Category(key[:60], 0, Words("港口"))))
    session.run(DeleteCategories("actors", (key[:60],)))
    assert session.spent("actors") == Spent(5, 0)


@pytest.mark.parametrize("value", ["", "k1 5", "k1 five 5"])
def test_a_damaged_note_is_told(project: Path, value: str) -> None:
    raw_change(project, f"INSERT INTO setting VALUES (999999, 'spent_x', '{value}')")
    with pytest.raises(RowsDamaged), opened(project):
        pass
