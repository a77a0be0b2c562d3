from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenDesk
from workbench.app.settings import Folders, Settings
from workbench.ui.appearance import Appearance
from workbench.ui.application import show_window
from workbench.ui.desk import Desk

_FRAME = """
import sys
from pathlib import Path
from workbench.app.settings import Folders, Settings
from workbench.ui.application import build_application, show_window

folder = Path(sys.argv[1])
settings = Settings(folder / "settings.json")
settings.values.last_project = sys.argv[2]
settings.values.coder = "x"
appearance = build_application("auto", "auto")
desk = show_window(appearance, settings, Folders(*[folder] * 4))
assert desk.context.window.isVisible()
heavy = ("sqlalchemy", "alembic", "jieba", "pypinyin", "ahocorasick_rs",
         "charset_normalizer", "workbench.store", "workbench.language", "workbench.intake",
         "workbench.files", "workbench.exchange")
print([name for name in heavy if name in sys.modules])
"""


@pytest.mark.parametrize("last", ["", __file__])
def test_nothing_heavy_is_loaded_before_the_frame_shows(tmp_path: Path, last: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FRAME, str(tmp_path), last],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_without_a_project_the_start_page_shows(open_desk: OpenDesk) -> None:
    desk = open_desk()
    assert desk.context.window.start_page.isVisible()
    assert desk.context.window.windowTitle() == "Pizhu Workbench"


def test_the_frame_is_there_before_the_project(
    appearance: Appearance, settings: Settings, folders: Folders, project: Path, qtbot: QtBot
) -> None:
    desk = show_window(appearance, settings, folders, project)
    window = desk.context.window
    assert window.isVisible()
    assert window.waiting.isVisible()
    assert desk.coding is None
    qtbot.waitUntil(lambda: desk.coding is not None)
    assert not window.waiting.isVisible()
    assert window.windowTitle() == "试点 — Pizhu Workbench"
    window.close()


def test_the_last_project_opens_by_itself(
    open_desk: OpenDesk, settings: Settings, project: Path, qtbot: QtBot
) -> None:
    settings.remember_project(project)
    desk = open_desk()
    qtbot.waitUntil(lambda: desk.coding is not None)
    assert desk.coding is not None
    assert desk.coding.session.path == project


def test_a_coder_from_the_command_line_is_taken(open_desk: OpenDesk, project: Path) -> None:
    desk = open_desk(project, "乙")
    assert desk.coding is not None
    assert desk.coding.session.coder.name == "乙"


def test_places_are_remembered(
    open_desk: OpenDesk, project: Path, settings: Settings, folders: Folders
) -> None:
    desk = open_desk(project)
    desk.context.window.docks[2].setVisible(False)
    desk.context.window.resize(1234, 777)
    desk.context.window.close()
    again = Settings(folders.config / "settings.json")
    assert again.values.last_project == str(project.resolve())
    assert again.values.geometry
    settings.values = again.values
    window = open_desk(project).context.window
    assert not window.docks[2].isVisible()


def test_chinese_reaches_every_part_at_once(desk: Desk) -> None:
    window = desk.context.window
    window.actions_["language_zh_CN"].trigger()
    QApplication.processEvents()
    assert window.actions_["import"].text() == "导入文章(&I)…"
    assert window.articles._filter.placeholderText() == "筛选文章"
    tabs = window.below.bar.tabs
    assert "历史" in [tabs.tabText(place) for place in range(tabs.count())]
    assert window.strip._who.text() == "编码员 甲"
    assert window.windowTitle() == "试点 — 批注工作台"
    assert desk.context.settings.values.language == "zh_CN"
    window.actions_["language_en"].trigger()
    QApplication.processEvents()
    assert window.actions_["import"].text() == "&Import articles…"


def test_qt_itself_speaks_chinese(appearance: Appearance) -> None:
    appearance.choose_language("zh_CN")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_the_theme_changes_while_it_runs(desk: Desk) -> None:
    window = desk.context.window
    before = window.grab().toImage().pixelColor(5, window.height() - 5)
    window.actions_["theme_dark"].trigger()
    after = window.grab().toImage().pixelColor(5, window.height() - 5)
    assert after.lightness() < before.lightness()
    assert desk.context.settings.values.theme == "dark"
    assert window.actions_["theme_dark"].isChecked()
