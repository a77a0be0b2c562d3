from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.tags.material import Material
from workbench.ui.tags.tag_model import TagModel
from workbench.ui.tags.tag_nodes import Role


@pytest.fixture
def model(material: Material, qapp: object) -> TagModel:
    model = TagModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_codebook(material.codebook)
    return model


def _labels(model: TagModel, parent: QModelIndex | None = None) -> list[str]:
    above = parent or QModelIndex()
    return [model.index(row, 0, above).data() for row in range(model.rowCount(above))]


def _section(model: TagModel, row: int = 0) -> QModelIndex:
    return model.index(row, 0)


def test_a_section_for_each_layer_that_one_key_marks(model: TagModel) -> None:
    assert _labels(model) == ["Actor", "Concept"]
    assert _labels(model, _section(model)) == ["All"]


def test_quick_groups_come_before_the_tree_the_recent_ones_first(model: TagModel) -> None:
    model.set_quick(Role.NAMED, {"actor": ["USA"]})
    model.set_quick(Role.RECENT, {"actor": ["JPN"]})
    assert _labels(model, _section(model)) == ["Used last", "Named in this article", "All"]
    assert _labels(model, _section(model, 1)) == ["All"]


def test_a_quick_group_changes_row_by_row(model: TagModel, qtbot: QtBot) -> None:
    model.set_quick(Role.RECENT, {"actor": ["USA", "JPN"]})
    group = model.index(0, 0, _section(model))
    for keys, labels in (
        (["KOR", "JPN"], ["South Korea", "Japan"]),
        (["KOR", "JPN", "USA"], ["South Korea", "Japan", "United States"]),
        (["USA"], ["United States"]),
    ):
        with qtbot.waitSignal(model.dataChanged):
            model.set_quick(Role.RECENT, {"actor": keys})
        assert _labels(model, group) == labels
    model.set_quick(Role.RECENT, {})
    assert _labels(model, _section(model)) == ["All"]


def test_a_long_quick_group_is_replaced_whole(model: TagModel, material: Material) -> None:
    keys = [each.key for each in material.codebook.code_list("actors").categories]
    for count, rows in ((30, 13), (20, 13), (3, 3), (25, 13)):
        model.set_quick(Role.NAMED, {"actor": keys[:count]})
        group = model.index(0, 0, _section(model))
        assert model.rowCount(group) == rows
    assert _labels(model, group)[-1] == "More"


def test_the_same_quick_group_changes_nothing(model: TagModel, qtbot: QtBot) -> None:
    model.set_quick(Role.RECENT, {"actor": ["USA"]})
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.rowsInserted):
        model.set_quick(Role.RECENT, {"actor": ["USA"]})


def test_counts_are_of_layers_and_categories(model: TagModel, qtbot: QtBot) -> None:
    model.set_quick(Role.NAMED, {"actor": ["USA"]})
    with qtbot.waitSignal(model.recounted):
        model.set_counts({"actor": {"USA": 2, "JPN": 1}})
    section = model.node(_section(model))
    assert section is not None
    usa = section.children[0].children[0]
    assert (model.count(section), model.count(usa), model.count(section.children[0])) == (3, 2, 0)
    with qtbot.assertNotEmitted(model.recounted):
        model.set_counts({"actor": {"USA": 2, "JPN": 1}})


def test_rows_say_their_rules_and_read_themselves_aloud(model: TagModel) -> None:
    model.set_quick(Role.NAMED, {"actor": ["USA"]})
    model.set_counts({"actor": {"USA": 2}})
    group = model.index(0, 0, _section(model))
    usa = model.index(0, 0, group)
    assert "An actor that the article names." in usa.data(Qt.ItemDataRole.ToolTipRole)
    assert "Actor" in _section(model).data(Qt.ItemDataRole.ToolTipRole)
    assert group.data(Qt.ItemDataRole.ToolTipRole) is None
    assert usa.data(Qt.ItemDataRole.AccessibleTextRole) == "United States, 美国, 2"
    assert usa.data(Qt.ItemDataRole.FontRole) is None


def test_no_row_has_no_data(model: TagModel) -> None:
    assert model.data(QModelIndex()) is None
    assert not model.index(99, 0).isValid()
    assert model.columnCount() == 1


def test_what_has_no_group_is_called_others(model: TagModel, material: Material) -> None:
    material.add("actors", "无类")
    model.set_codebook(material.codebook)
    whole = model.index(0, 0, _section(model))
    assert _labels(model, whole)[-1] == "Others"
    assert "states" in _labels(model, whole) or "state" in _labels(model, whole)
