from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.app.test_forecasts import forecast
from tests.app.test_forecasts import project as project
from tests.app.world import make_project, opened
from tests.cli.conftest import Cli


@pytest.fixture
def coded(project: Path) -> Path:
    with opened(project) as session:
        forecast(session, "会下雨", question="RAIN", probability=1.0)
        forecast(session, "会下雪", question="SNOW", claimant="USA", condition_met="no")
        forecast(session, "会刮风", question="WIND")
        forecast(session, "某报说会起雾", claimant=None)
    with opened(project, "乙") as session:
        forecast(session, "会下雨", question="RAIN", probability=0.5)
    return project


def test_the_ledger_is_told_in_words(cli: Cli, coded: Path) -> None:
    ran = cli("forecasts", coded, "--language", "en")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "RAIN; horizon 2026-01; outcome yes; forecasts that count: 2"
    assert lines[1] == (
        "  甲, 第一篇: the author of the article; probability 1; Brier score 0.0000"
    )
    assert "  甲, 第一篇: United States; probability –; void: the condition was not met" in lines
    assert "  甲, 第一篇: not known; probability –; no question" in lines
    assert "without a question; forecasts: 1" in lines
    at = lines.index("Brier scores by claimant, coder 乙")
    assert lines[at + 1] == "  the author of the article: 0.2500 (forecasts: 1)"


def test_the_ledger_is_told_in_chinese(cli: Cli, coded: Path) -> None:
    ran = cli("forecasts", coded, "--language", "zh")
    assert "RAIN；截止 2026-01；结果 yes；计入的预测：2\n" in ran.out
    assert "布赖尔分，按媒体，编码员 甲\n  晨报：0.0000（1 条预测）\n" in ran.out


def test_the_ledger_as_json(cli: Cli, coded: Path) -> None:
    told: Any = cli("forecasts", coded, "--json").json
    assert set(told) == {"project", "questions", "forecasts", "scores"}
    assert told["questions"][0] == {
        "key": "RAIN",
        "label": {"zh": "RAIN", "en": "RAIN"},
        "text": "RAIN?",
        "horizon": "2026-01",
        "outcome": "yes",
        "resolved_on": "",
    }
    first = told["forecasts"][0]
    assert (first["coder"], first["question"], first["state"]) == ("甲", "RAIN", "scored")
    assert (first["counts"], first["brier"], first["by_author"]) == (True, 0.0, True)
    assert (first["start"], first["end"]) == (0, 3)
    assert {"coder": "乙", "by": "outlet", "who": "晨报", "n": 1, "brier": 0.25} in told["scores"]


def test_a_project_without_forecasts_says_so(cli: Cli, tmp_path: Path) -> None:
    project = make_project(tmp_path / "other.workbench")
    ran = cli("forecasts", project, "--language", "en")
    assert (ran.code, ran.out) == (0, "No questions and no forecasts.\n")
    told: Any = cli("forecasts", project, "--json").json
    assert (told["questions"], told["forecasts"], told["scores"]) == ([], [], [])


def test_what_is_no_project_is_refused(cli: Cli, tmp_path: Path) -> None:
    ran = cli("forecasts", tmp_path / "nowhere.workbench")
    assert ran.code == 1
    assert ran.err != ""
