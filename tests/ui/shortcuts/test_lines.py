from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from workbench.app.projects import starter_codebook
from workbench.domain.article import Status
from workbench.ui.actions import Actions
from workbench.ui.appearance import Appearance
from workbench.ui.shortcuts.lines import FORM, Line, action_lines, all_lines, holders, strokes_of
from workbench.ui.shortcuts.manual import PAGES, write
from workbench.ui.shortcuts.strokes import DIGITS, same_stroke, told
from workbench.ui.theme import Theme


@pytest.fixture
def host(appearance: Appearance) -> QObject:
    return QObject()


@pytest.fixture
def actions(light: Theme, host: QObject) -> Actions:
    return Actions(light, host)


def line(actions: Actions, action: str) -> Line:
    return next(each for each in action_lines(actions) if each.action == action)


def test_every_action_has_a_line_in_its_group(actions: Actions) -> None:
    lines = action_lines(actions)
    assert {each.action for each in lines} == {e.key for e in actions.rows() if not e.opens}
    assert line(actions, "next_clause") == Line("Go", "Next clause", (".",), "next_clause")
    assert line(actions, "end_right").group == "Move a border"
    assert line(actions, "merge").group == "Codebook editor"
    actions.set_steps("mark: A", "")
    actions.set_status(Status.DONE)
    assert line(actions, "undo").text == "Undo"
    assert line(actions, "status_done").group == "Status"


def test_no_two_lines_share_a_stroke_where_both_are_alive(actions: Actions) -> None:
    lines = all_lines(actions, starter_codebook(), "en")
    for each in lines:
        for stroke in each.strokes:
            others = holders(lines, stroke, each)
            assert [other.text for other in others if other.strokes != each.strokes] == []


def test_the_codebooks_tags_are_lines(actions: Actions) -> None:
    book = starter_codebook()
    lines = all_lines(actions, book, "zh_CN")
    assert [(each.text, each.strokes) for each in lines[:2]] == [
        ("立场", ("S",)),
        ("行为体", ("A",)),
    ]
    assert all_lines(actions, None, "en")[0].group == "In the text"


def test_digits_of_tags_are_told_and_free_where_no_tag_has_them(actions: Actions) -> None:
    lines = all_lines(actions, starter_codebook(), "en")
    (digits,) = [each for each in lines if each.group == lines[0].group and "digit" in each.text]
    assert told(digits.strokes) == "1 … 9"
    assert set("123456789") == set(digits.strokes)
    assert same_stroke("1") not in strokes_of(lines)
    assert holders(lines, "1", line(actions, "undo")) == []


def test_keys_of_lists_of_passages_are_told(actions: Actions) -> None:
    passages = {each.strokes: each for each in all_lines(actions, None, "en")[-3:]}
    assert set(passages) == {("N",), ("R",), DIGITS}
    assert same_stroke("N") not in strokes_of(passages.values())


def test_what_is_alive_elsewhere_holds_nothing(actions: Actions) -> None:
    lines = all_lines(actions, None, "en")
    tab = Line("x", "x", ("Tab",), areas=frozenset((FORM,)))
    assert holders(lines, "Ctrl+K", tab) == []
    assert [each.action for each in holders(lines, "Ctrl+K", line(actions, "undo"))] == ["find_tag"]
    assert same_stroke("Ctrl+K") in strokes_of(lines)
    assert same_stroke("Tab") not in strokes_of(lines)


def test_chosen_strokes_count_in_menus_and_tips(actions: Actions) -> None:
    seen: list[str] = []
    actions.strokes_changed.connect(lambda: seen.append("changed"))
    actions.choose_strokes({"undo": ["F12"], "status": ["F11"], "nothing": ["F10"]})
    assert actions["undo"].toolTip() == "Undo (F12)"
    assert actions.strokes("undo") == ("F12",)
    assert actions["status"].shortcut().isEmpty()
    actions.choose_strokes({})
    assert actions["undo"].toolTip() == "Undo (Ctrl+Z)"
    assert len(actions["redo"].shortcuts()) == 2
    assert seen == ["changed"] * 2


@pytest.mark.parametrize("language", PAGES)
def test_the_manual_has_the_keys_as_they_are(
    appearance: Appearance, repository: Path, tmp_path: Path, language: str
) -> None:
    appearance.choose_language(language)
    write(appearance, tmp_path)
    page = PAGES[language]
    kept, fresh = ((each / page).read_text("utf-8") for each in (repository, tmp_path))
    assert kept == fresh, "run `make keys`"


def test_each_key_of_a_tag_is_told_with_shift(actions: Actions) -> None:
    lines = all_lines(actions, starter_codebook(), "en")
    (retag,) = [each for each in lines if each.text == "Tag the selected annotation so instead"]
    assert retag.strokes[:2] == ("Shift+S", "Shift+A")
