from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.domain.strategies import codebooks
from tests.files.sql import raw_change
from tests.store.world import (
    CODEBOOK,
    OWNER,
    TIME,
    World,
    make_ids,
    open_again,
)
from workbench.domain.codebook import Codebook, Words
from workbench.domain.codebook_check import check_codebook
from workbench.domain.codebook_file import parse_codebook
from workbench.store import tables as t
from workbench.store.codebook_diff import write_codebook
from workbench.store.codebook_rows import StoredCodebook, read_codebook
from workbench.store.errors import RowsDamaged
from workbench.store.project import create_project


def written(folder: Path, codebook: Codebook) -> StoredCodebook:
    """Write a codebook into a new project and read it back after opening it again."""
    path = folder / "a.workbench"
    ids = make_ids()
    project = create_project(path, ids, OWNER)
    try:
        with project.operation("new_project", None, TIME, undoable=False) as doing:
            write_codebook(doing.gate, ids, codebook)
    finally:
        project.close()
    with open_again(path, read_only=True) as again, again.database.reading() as connection:
        return read_codebook(connection)


def test_the_starter_codebook_comes_back_as_it_was(tmp_path: Path, repository: Path) -> None:
    text = (repository / "resources" / "codebook" / "starter.json").read_text(encoding="utf-8")
    starter = parse_codebook(text, "starter.json")
    assert written(tmp_path, starter).codebook == starter


def test_the_small_codebook_comes_back_as_it_was(tmp_path: Path) -> None:
    check_codebook(CODEBOOK)
    assert written(tmp_path, CODEBOOK).codebook == CODEBOOK


@given(codebook=codebooks())
@settings(max_examples=25)
def test_any_codebook_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, codebook: Codebook
) -> None:
    stored = written(tmp_path_factory.mktemp("codebook"), codebook)
    assert stored.codebook == codebook
    keys = stored.keys
    assert set(keys.lists) == set(codebook.lists_by_key)
    assert set(keys.layers) == set(codebook.layers_by_key)
    assert {keys.layer_keys[id_] for id_ in keys.layers.values()} == set(keys.layers)
    assert set(keys.categories) == {
        (each.key, category.key) for each in codebook.code_lists for category in each.categories
    }
    for (_, key), id_ in keys.categories.items():
        assert keys.category_keys[id_] == key
    assert {keys.variable_keys[id_] for id_ in keys.variables.values()} == set(keys.variables)


def test_an_empty_codebook_keeps_its_name(tmp_path: Path) -> None:
    empty = Codebook(Words("空", "Empty"))
    assert written(tmp_path, empty).codebook == empty


def test_a_project_without_a_codebook_has_an_empty_one(tmp_path: Path) -> None:
    project = create_project(tmp_path / "a.workbench", make_ids(), OWNER)
    with project.database.reading() as connection:
        assert read_codebook(connection).codebook == Codebook(Words())
    project.close()


def test_ids_are_unique_and_told_apart_by_their_letter(world: World) -> None:
    letters = {"code_list": "k", "category": "g", "layer": "l", "variable": "v", "coder": "p"}
    uids = [
        (row["uid"], letter)
        for name, letter in letters.items()
        for row in world.rows(t.JOURNALLED[name])
    ]
    assert len({uid for uid, _ in uids}) == len(uids) > 10
    assert all(uid.startswith(letter) and len(uid) == 27 for uid, letter in uids)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE variable SET kind = 'poem'",
        "UPDATE layer SET scope = 'word'",
        "UPDATE layer SET complete = '[['",
        "UPDATE layer SET complete = '3'",
        "UPDATE category SET code_list_id = 999999 WHERE key = 'A'",
        "UPDATE variable SET layer_id = 999999",
        "UPDATE member SET member_id = 999999",
        "UPDATE category_attribute SET attribute_id = 999999",
        "UPDATE category_attribute SET value = ''",
        "UPDATE attribute SET kind = 'poem'",
    ],
)
def test_a_damaged_codebook_is_refused(world: World, statement: str) -> None:
    world.project.close()
    raw_change(world.path, statement)
    with (
        open_again(world.path) as project,
        project.database.reading() as connection,
        pytest.raises(RowsDamaged, match="table codebook"),
    ):
        read_codebook(connection)


def test_requirements_are_kept_as_they_can_be_read(world: World) -> None:
    (row,) = (each for each in world.rows(t.layer) if each["key"] == "every")
    assert json.loads(row["complete"]) == [["state", "states"], ["side"]]
