from __future__ import annotations

from workbench.app.settings import Settings
from workbench.ui.coding import Coding
from workbench.ui.dialogs.reading import ReadingDialog
from workbench.ui.main_window import MainWindow
from workbench.ui.reading.setting import Setting
from workbench.ui.typography import set_as_remembered


def test_every_change_shows_at_once_and_is_remembered(
    coding: Coding, window: MainWindow, settings: Settings
) -> None:
    pane = coding.panels.pane
    window.actions_["typography"].trigger()
    (dialog,) = window.findChildren(ReadingDialog)
    dialog.measure.setValue(24)
    dialog.spacing.setValue(2.0)
    dialog.sentences.setChecked(True)
    dialog.size_.setValue(22)
    dialog.family.setCurrentIndex(dialog.family.count() - 1)
    chosen = Setting(str(dialog.family.currentData()), 24, 2.0, True, True)
    assert pane.setting() == chosen
    assert pane.font_size() == 22
    dialog.reject()
    again = Settings(settings._path).values
    assert (again.reading_measure, again.reading_spacing, again.reading_size) == (24, 2.0, 22)
    pane.set_setting(Setting())
    set_as_remembered(pane, again)
    assert pane.setting() == chosen


def test_all_can_be_as_usual_again(coding: Coding, window: MainWindow) -> None:
    pane = coding.panels.pane
    pane.set_setting(Setting(measure=20, paragraphs=False))
    coding.typography.open()
    (dialog,) = window.findChildren(ReadingDialog)
    assert not dialog.paragraphs.isChecked()
    dialog._reset()
    assert pane.setting() == Setting()
    dialog.reject()
