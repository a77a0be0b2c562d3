from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QSpinBox
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Meet
from workbench.app.settings import Settings
from workbench.ui.coding import Coding
from workbench.ui.dialogs.limit import LimitDialog
from workbench.ui.imports.window import ImportWindow
from workbench.ui.main_window import MainWindow


def chosen(dialog: LimitDialog, megabytes: str) -> None:
    """Type a size and press the button."""
    (size,) = dialog.findChildren(QSpinBox)
    assert dialog.focusWidget() is size
    QTest.keyClicks(size, megabytes)
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    QTest.mouseClick(buttons.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_file_that_is_too_large_comes_once_the_limit_is_raised(
    coding: Coding, window: MainWindow, qtbot: QtBot, meet: Meet, tmp_path: Path, language: str
) -> None:
    coding.context.appearance.choose_language(language)
    settings = coding.context.settings
    settings.values.limit_megabytes = 1
    large = tmp_path / "large.txt"
    large.write_text("海上的风吹了一整天。\n" * 34_000, "utf-8")
    seen: list[str] = []

    def look_and_leave(dialog: ImportWindow) -> None:
        (file,) = dialog.files
        seen.append(coding.context.sentence(file.refusal) if file.refusal else "")
        dialog.reject()

    meet(ImportWindow, look_and_leave)
    coding.importing.read([large])
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert "--limit-mb" in seen[0]
    assert ("文件大小上限" in seen[0]) == (language == "zh_CN")
    meet(LimitDialog, lambda dialog: chosen(dialog, "2"))
    window.actions_["limit"].trigger()
    assert settings.values.limit_megabytes == 2
    assert Settings(coding.context.folders.config / "settings.json").values.limit_megabytes == 2
    qtbot.waitUntil(lambda: coding.importing._current == [])
    meet(ImportWindow, look_and_leave)
    coding.importing.read([large])
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen[1] == ""


def test_what_is_typed_and_given_up_is_not_kept(
    coding: Coding, window: MainWindow, meet: Meet
) -> None:
    before = coding.context.settings.values.limit_megabytes
    met = meet(LimitDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    window.actions_["limit"].trigger()
    assert len(met) == 1
    assert coding.context.settings.values.limit_megabytes == before
