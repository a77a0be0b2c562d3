"""The tour: the real window, driven through the main job by real mouse and key events.

It is the end-to-end test (every step checks its effect in the window and in the project), and
the source of the pictures in README.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from workbench.app.locations import resources_folder
from workbench.ui.tour.beginning import PROJECT
from workbench.ui.tour.performance import Performance
from workbench.ui.tour.stage import VARIANTS, build_stage, prepare_screen, window_in


def run_tour(folder: Path) -> int:
    """Play the tour in each language and theme; pictures, tables, projects go to `folder`.

    Raises:
        TourStopped: a step did not do what it should; a picture shows the window then.
        NoChineseFont: the pictures would be empty boxes.
    """
    folder = folder.expanduser().resolve()
    folder.mkdir(parents=True, exist_ok=True)
    examples = tuple(sorted((resources_folder() / "examples").glob("*.txt")))
    with tempfile.TemporaryDirectory(prefix="workbench-tour-") as name:
        homes = Path(name).resolve()
        prepare_screen(homes)
        qInstallMessageHandler(_note)
        appearance = build_stage()
        for variant in VARIANTS:
            home = homes / variant.name
            home.mkdir()
            with window_in(variant, appearance, home) as desk:
                Performance(desk, variant, home, folder, _tell).play(examples)
            shutil.copy(home / PROJECT, folder / f"{variant.name}.workbench")
        qInstallMessageHandler(None)
    return 0


# What a screen in memory cannot do, said by Qt for each window.
_NO_MATTER = "This plugin does not support "


def _note(_kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
    if not message.startswith(_NO_MATTER):
        sys.stderr.write(f"{message}\n")


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
