"""Everything that takes the keyboard says what it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QMenuBar,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands, OpenDesk
from workbench.app.drafts import Comparison
from workbench.app.exporting import ExportChoice
from workbench.app.importing import look, would_import
from workbench.app.tables import TableFile
from workbench.domain.codebook import Scope
from workbench.ui.coding import Coding
from workbench.ui.dialogs.about import AboutDialog
from workbench.ui.dialogs.codebook_columns import CodebookColumnsDialog
from workbench.ui.dialogs.coder import CoderDialog
from workbench.ui.dialogs.columns import ColumnsDialog
from workbench.ui.dialogs.crash import CrashDialog
from workbench.ui.dialogs.details import DetailsDialog
from workbench.ui.dialogs.export_codebook import ExportCodebookDialog
from workbench.ui.dialogs.import_codebook import ADD, REPLACE, ImportCodebookDialog, Plan
from workbench.ui.dialogs.import_project import Coming, ImportProjectDialog
from workbench.ui.dialogs.new_project import NewProjectDialog
from workbench.ui.exports.dialog import ExportDialog
from workbench.ui.imports.original import OriginalDialog
from workbench.ui.imports.report import ReportDialog
from workbench.ui.imports.window import ImportWindow
from workbench.ui.main_window import MainWindow

# What Qt itself puts inside its widgets.
QTS_OWN = (QScrollBar, QMenuBar)


def takes_keys(widget: QWidget) -> bool:
    return widget.isVisible() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def is_named(widget: QWidget) -> bool:
    if widget.accessibleName():
        return True
    if isinstance(widget, QAbstractButton) and widget.text():
        return True
    return any(
        label.buddy() is widget for label in widget.window().findChildren(QLabel) if label.text()
    )


def nameless(root: QWidget) -> list[str]:
    """Name the class and the place of every widget that takes keys and says not what it is."""
    return [
        f"{type(each).__name__} in {type(each.parent()).__name__}"
        for each in root.findChildren(QWidget)
        if takes_keys(each)
        and not isinstance(each, QTS_OWN)
        and not is_named(each)
        and not isinstance(each.parent(), QComboBox)
    ]


def test_every_part_of_the_window_says_what_it_is(
    coding: Coding, window: MainWindow, hands: Hands
) -> None:
    hands.select("美国")
    hands.press(Qt.Key.Key_A)
    hands.select("欧洲")
    hands.press(Qt.Key.Key_S)
    assert coding.panels.popup.isVisible()
    for page in range(window.below.count()):
        window.below.bar.tabs.setCurrentIndex(page)
        assert nameless(window) == []


def test_the_start_page_says_what_it_is(open_desk: OpenDesk, project: Path, tmp_path: Path) -> None:
    desk = open_desk()
    desk.context.window.start_page.show_recent([project])
    desk.context.window.info.refuse(lambda: "Something.")
    assert nameless(desk.context.window) == []


def make_details(coding: Coding, window: MainWindow) -> QDialog:
    info = coding.session.articles()[0]
    layers = [each for each in coding.session.codebook.layers if each.scope is Scope.ARTICLE]
    theme = coding.context.appearance.theme
    return DetailsDialog(info, layers, {}, coding.panels.source, theme, window)


def make_preview(coding: Coding, window: MainWindow) -> QDialog:
    source = Path(__file__)
    files = look([source, source, source.with_name("gone.txt")], coding.session)
    return ImportWindow(files, coding.session, coding.context)


def make_report(coding: Coding, window: MainWindow) -> QDialog:
    report = would_import(look([Path(__file__)], coding.session))
    return ReportDialog(report, coding.context.messages, window)


def make_columns(coding: Coding, window: MainWindow) -> QDialog:
    table = TableFile("t.xlsx", ("标题", "正文"), (("甲", "文"),), 1, "一", ("一", "二"))
    return ColumnsDialog(table, {"text": "正文"}, window, [("genre", "体裁")])


DIALOGS: list[Callable[[Coding, MainWindow], QDialog]] = [
    lambda coding, window: AboutDialog(window),
    lambda coding, window: CoderDialog("甲", window),
    lambda coding, window: CrashDialog("report", window),
    lambda coding, window: NewProjectDialog(Path.home(), window),
    lambda coding, window: ImportProjectDialog(Coming("x", [("a", "1")], ["b"], ["c"]), window),
    lambda coding, window: OriginalDialog(
        "一篇", Comparison("文", "文", ()), coding.context.appearance.theme, window
    ),
    lambda coding, window: ExportCodebookDialog("en", window),
    lambda coding, window: ExportDialog(
        coding.context, coding.session, Path("out"), ExportChoice()
    ),
    lambda coding, window: ImportCodebookDialog(
        ["a.csv"], {ADD: Plan(["x"]), REPLACE: Plan([])}, window, whole=True, is_table=True
    ),
    lambda coding, window: CodebookColumnsDialog(
        ["甲", "属性：a"], {"属性：a": "attribute:a"}, [("label", "label")], window
    ),
    make_details,
    make_preview,
    make_report,
    make_columns,
]


@pytest.mark.parametrize("make", DIALOGS)
def test_every_part_of_a_dialog_says_what_it_is(
    coding: Coding,
    window: MainWindow,
    qtbot: QtBot,
    make: Callable[[Coding, MainWindow], QDialog],
) -> None:
    dialog = make(coding, window)
    dialog.show()
    assert nameless(dialog) == []
    assert dialog.windowTitle()
    dialog.close()


def test_no_two_fields_of_the_details_are_called_alike(coding: Coding, window: MainWindow) -> None:
    dialog = make_details(coding, window)
    assert isinstance(dialog, DetailsDialog)
    names = [each.accessibleName().casefold() for each in dialog._lists.values()]
    coded = [row.variable.label.en for form in dialog._forms.values() for row in form.rows]
    assert "genre" in coded
    assert not set(coded) & set(names)


def test_tab_goes_round_the_dialog_from_top_to_bottom(
    coding: Coding, window: MainWindow, qtbot: QtBot
) -> None:
    dialog = make_details(coding, window)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    assert isinstance(dialog, DetailsDialog)
    lines = list(dialog._lines.values())
    lines[0].setFocus()
    for line in lines:
        assert dialog.focusWidget() is line
        qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab)
    dialog.close()
