from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.app.settings import Preferences, Settings, user_folders


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_what_is_saved_comes_back(file: Path) -> None:
    settings = Settings(file)
    assert settings.values == Preferences()
    settings.values.coder = "甲"
    settings.values.last_articles = {"n1": 3}
    settings.save()
    assert Settings(file).values == settings.values
    assert [each.name for each in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '"text"', "\ufeff{}"])
def test_a_file_that_cannot_be_read_counts_as_none(file: Path, content: str) -> None:
    file.parent.mkdir()
    file.write_text(content, encoding="utf-8")
    assert Settings(file).values == Preferences()


def test_bytes_that_are_no_text_count_as_none(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"\xff\xfe")
    assert Settings(file).values == Preferences()


def test_what_we_did_not_write_is_left_out(file: Path) -> None:
    file.parent.mkdir()
    content = {"coder": 5, "recent": "x", "reading_size": True, "theme": "dark", "more": 1}
    file.write_text(json.dumps(content), encoding="utf-8")
    assert Settings(file).values == Preferences(theme="dark")


def test_settings_that_cannot_be_written_are_given_up(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    settings = Settings(tmp_path / "config" / "settings.json")
    settings.values.coder = "甲"
    settings.save()
    assert Settings(tmp_path / "config" / "settings.json").values.coder == ""


def test_the_last_projects_come_first(file: Path, tmp_path: Path) -> None:
    settings = Settings(file)
    paths = [tmp_path / f"{n}.workbench" for n in range(12)]
    for path in (*paths, paths[5]):
        settings.remember_project(path)
    recent = Settings(file).values.recent
    assert recent[:3] == [str(paths[5]), str(paths[11]), str(paths[10])]
    assert len(recent) == len(set(recent)) == 10
    assert settings.values.last_project == str(paths[5])


def test_a_path_of_bytes_that_are_no_text_is_remembered(file: Path, tmp_path: Path) -> None:
    settings = Settings(file)
    settings.remember_project(tmp_path / "\udcc4\udcfa.workbench")
    assert Settings(file).values.last_project.endswith("\udcc4\udcfa.workbench")


def test_the_user_has_folders() -> None:
    folders = user_folders()
    for folder in (folders.config, folders.cache, folders.data, folders.log):
        assert "pizhu-workbench" in folder.parts
