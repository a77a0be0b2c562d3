"""The dialogs around codebook files: formats, and what an import would change."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from workbench.app.codebook_formats import Format
from workbench.ui.dialogs import ask
from workbench.ui.dialogs.export_codebook import CodebookExport, ExportCodebookDialog
from workbench.ui.dialogs.import_codebook import ADD, REPLACE, ImportCodebookDialog, Plan

OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    return host


def test_a_format_and_a_language_are_chosen(host: QWidget, qtbot: QtBot) -> None:
    dialog = ExportCodebookDialog("en", host)
    assert dialog.chosen == CodebookExport(Format.JSON, "en")
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.keyClick(dialog.choices[Format.DOCX], Qt.Key.Key_Space)
    qtbot.keyClick(dialog.languages, Qt.Key.Key_Up)
    assert dialog.chosen == CodebookExport(Format.DOCX, "zh")
    names = [each.accessibleName() for each in dialog.choices.values()]
    assert all("&" not in each and ": " in each for each in names)


def plans() -> dict[str, Plan]:
    return {ADD: Plan(["one", "two"]), REPLACE: Plan([], "It does not go together.")}


def test_each_way_shows_what_it_would_change(host: QWidget, qtbot: QtBot) -> None:
    dialog = ImportCodebookDialog(["a.csv: Table"], plans(), host, whole=False)
    ok = dialog.buttons.button(OK)
    assert (dialog.how, ok.isEnabled()) == (ADD, True)
    assert "2" in dialog._sum.text()
    assert dialog.changes.model().rowCount() == 2
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.keyClick(dialog.replace, Qt.Key.Key_Space)
    assert (dialog.how, ok.isEnabled()) == (REPLACE, False)
    assert dialog._sum.text() == "It does not go together."
    assert dialog.changes.model().rowCount() == 0


def test_nothing_new_is_nothing_to_import(host: QWidget) -> None:
    dialog = ImportCodebookDialog([], {ADD: Plan([]), REPLACE: Plan(["x"])}, host, whole=True)
    assert not dialog.buttons.button(OK).isEnabled()
    dialog.replace.setChecked(True)
    assert dialog.buttons.button(OK).isEnabled()


def test_a_file_keeps_the_ending_of_its_format(
    host: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = iter([str(tmp_path / "a"), str(tmp_path / "b.CSV"), str(tmp_path / "c"), ""])

    def answer(*_arguments: object) -> tuple[str, str]:
        return next(names), ""

    def refuse(_parent: QWidget, question: str, _button: str) -> bool:
        asked.append(question)
        return False

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    (tmp_path / "c.csv").write_text("")
    asked: list[str] = []
    monkeypatch.setattr(ask, "agree", refuse)
    suggested = tmp_path / "手册.csv"
    assert ask.ask_codebook_target(host, suggested) == tmp_path / "a.csv"
    assert ask.ask_codebook_target(host, suggested) == tmp_path / "b.CSV"
    assert ask.ask_codebook_target(host, suggested) is None
    assert len(asked) == 1
    assert "c.csv" in asked[0]
    assert ask.ask_codebook_target(host, suggested) is None
