from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from workbench.app import commands
from workbench.app.projects import starter_codebook
from workbench.domain.annotation import Certainty
from workbench.domain.article import Status
from workbench.domain.changes import OperationInfo
from workbench.ui.statuses import GLYPHS, status_name
from workbench.ui.wording import certainty_name, state_name, step_name, stored_time

CODEBOOK = starter_codebook()
_COMMANDS = (getattr(commands, name) for name in commands.__all__)
KINDS = sorted({each.kind for each in _COMMANDS if hasattr(each, "kind")})


def step(kind: str, **facts: str) -> OperationInfo:
    return OperationInfo(1, kind, 1, "2026-01-02T03:04:05.000Z", 1, "done", facts)


def told(kind: str, **facts: str) -> str:
    return step_name(step(kind, **facts), CODEBOOK, "en")


@pytest.mark.parametrize("kind", [*KINDS, "new_project", "add_coder"])
def test_every_kind_of_step_has_words(qapp: QApplication, kind: str) -> None:
    assert told(kind, name="甲") != kind


@pytest.mark.parametrize(
    ("kind", "facts", "words"),
    [
        ("mark", {"layer": "actor", "quote": "美国", "category": "USA"}, "mark: 美国 (Actor)"),
        ("delete", {"layer": "actor", "quote": "美国"}, "delete: 美国 (Actor)"),
        ("delete", {"count": "3"}, "delete 3 annotations"),
        ("import", {"count": "1", "title": "一篇"}, "import: 一篇"),
        ("import", {"count": "2", "title": "一篇"}, "import 2 articles"),
        ("set_status", {"status": "in_doubt", "title": "一篇"}, "status “in doubt”: 一篇"),
        ("add_category", {"code_list": "actors", "category": "USA"}, "add category: United States"),
        ("mark", {"layer": "gone", "quote": "旧"}, "mark: 旧 (gone)"),
        (
            "retire_categories",
            {"name": "旧镇", "count": "1", "retired": "1"},
            "retire category: 旧镇",
        ),
        (
            "retire_categories",
            {"name": "旧镇", "count": "1", "retired": "0"},
            "offer category again: 旧镇",
        ),
        ("retire_categories", {"count": "3", "retired": "0"}, "offer 3 categories again"),
        ("retire_layer", {"name": "隐喻", "retired": "0"}, "offer layer again: 隐喻"),
        (
            "merge_categories",
            {"code_list": "actors", "category": "USA", "name": "白宫、华府", "count": "12"},
            "merge 白宫、华府 into United States (12 recoded)",
        ),
        ("review", {"count": "2", "name": "v3"}, "review 2 annotations under: v3"),
        ("add_category", {"code_list": "gone", "category": "OLD"}, "add category: OLD"),
    ],
)
def test_steps_say_what_they_did(
    qapp: QApplication, kind: str, facts: dict[str, str], words: str
) -> None:
    assert told(kind, **facts) == words


def test_a_step_of_a_newer_program_keeps_its_kind(qapp: QApplication) -> None:
    assert told("dream_of_categories") == "dream_of_categories"


def test_statuses_are_told_apart_by_shape_and_word(qapp: QApplication) -> None:
    assert len(set(GLYPHS.values())) == len(Status)
    assert len({status_name(each) for each in Status}) == len(Status)


def test_every_certainty_and_state_has_words(qapp: QApplication) -> None:
    assert {certainty_name(each) for each in Certainty} == {"sure", "unsure"}
    assert state_name("done") == ""
    assert state_name("undone") == "undone"
    assert state_name("unheard of") == "unheard of"


def test_times_are_local_to_the_minute() -> None:
    assert stored_time("2026-01-02T03:04:05.678Z") == "2026-01-02 03:04"
    assert stored_time("") == ""
