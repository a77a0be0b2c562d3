from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.dataset.world import WITH_QUESTIONS, coded, stances, write
from workbench.dataset.choice import ExportChoice
from workbench.dataset.readme import README_FILE, files_written
from workbench.dataset.readme_tables import choice_told, tables_told


def _readme(folder: Path, *articles: Any, **choice: Any) -> str:
    write(folder / "out", *articles, **choice)
    return (folder / "out" / README_FILE).read_text("utf-8-sig")


def test_the_readme_tells_of_the_tables_that_are_there(tmp_path: Path) -> None:
    told = _readme(tmp_path, *stances(), codebook=WITH_QUESTIONS)
    for name in ("statements", "dyads", "article_counts", "article_categories", "article_scores"):
        assert f"\n{name} 每" in told
        assert f"\n{name} has" in told
    (tmp_path / "few").mkdir()
    assert "statements has" not in _readme(tmp_path / "few", coded(), tables=("articles",))


def test_it_tells_what_was_chosen_as_one_says_it(tmp_path: Path) -> None:
    choice: dict[str, Any] = {
        "tables": ("dyads", "art*"),
        "layers": ("stance",),
        "coders": ("甲", "=乙"),
        "statuses": ("done", "in_progress"),
        "where": {"voice": ("author", "-99")},
        "period": "year",
    }
    told = _readme(tmp_path, *stances(), codebook=WITH_QUESTIONS, **choice)
    lines = (
        *("--tables dyads,art*", "--layer stance", "--status done,in_progress", "--coder 甲"),
        *("--coder =乙", "--where voice=author,-99", "--period year"),
    )
    assert "本次只导出项目的一部分" in told
    assert all(told.count(f"\n  {line}\n") == 2 for line in lines)


def test_the_whole_project_is_told_without(tmp_path: Path) -> None:
    assert "一部分" not in _readme(tmp_path, coded())
    assert choice_told(ExportChoice(expand_groups=True, language="en"), "en") == ""
    assert tables_told((), "zh") == ""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_value_cannot_pass_for_a_file(tmp_path: Path, language: str) -> None:
    choice = ExportChoice(where={"reason": ("x\n- mine.txt: 1\n",)})
    assert "\n- " not in choice_told(choice, language)
    _readme(tmp_path, coded(), where=choice.where)
    assert "mine.txt" not in files_written(tmp_path / "out")
