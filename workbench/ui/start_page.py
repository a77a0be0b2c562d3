"""What the centre shows while no project is open: how to begin."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import (
    QCommandLinkButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.icons import themed_icon
from workbench.ui.theme import Theme
from workbench.ui.translated import Translated

_WIDTH = 460
_MOST_RECENT = 6
_ICON = 24


class StartPage(Translated, QWidget):
    """Begin with a new project, an existing one, or the example."""

    new_wanted = Signal()
    open_wanted = Signal()
    example_wanted = Signal()
    project_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._recent: Sequence[Path] = ()
        self._recent_buttons: list[QPushButton] = []
        self._title, self._claim, self._recent_title = QLabel(), QLabel(), QLabel()
        self._buttons = {
            "new": QCommandLinkButton(),
            "open": QCommandLinkButton(),
            "article": QCommandLinkButton(),
        }
        signals = (self.new_wanted, self.open_wanted, self.example_wanted)
        for button, signal in zip(self._buttons.values(), signals, strict=True):
            button.clicked.connect(signal)
        self._recent_box = QVBoxLayout()
        self._recent_box.setSpacing(0)
        self._lay_out()
        self.setBackgroundRole(self.backgroundRole().Base)
        self.setAutoFillBackground(True)
        self.set_theme(theme)
        self._retranslate()

    def _lay_out(self) -> None:
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        layout = QVBoxLayout(column)
        layout.setSpacing(6)
        for widget in (self._title, self._claim):
            layout.addWidget(widget)
        layout.addSpacing(18)
        for button in self._buttons.values():
            button.setIconSize(QSize(_ICON, _ICON))
            button.setMinimumHeight(3 * button.fontMetrics().height() + 6)
            layout.addWidget(button)
        layout.addSpacing(18)
        layout.addWidget(self._recent_title)
        layout.addLayout(self._recent_box)
        self._claim.setWordWrap(True)
        title = QFont(self.font())
        title.setPointSizeF(title.pointSizeF() * 1.9)
        title.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(title)
        page = QWidget()
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(column, 1000)  # all that there is, up to its width
        across.addStretch(1)
        around = QVBoxLayout(page)
        around.addStretch(2)
        around.addLayout(across)
        around.addStretch(3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scrolled(page))

    def _scrolled(self, page: QWidget) -> QScrollArea:
        """Let the page scroll: the window must not need its height, also while it is hidden."""
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setBackgroundRole(QPalette.ColorRole.Base)
        scroll.setWidget(page)
        return scroll

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List the projects that were open lately, the latest first."""
        self._recent = paths[:_MOST_RECENT]
        for button in self._recent_buttons:
            button.deleteLater()
        self._recent_buttons = [self._recent_button(path) for path in self._recent]
        for button in self._recent_buttons:
            self._recent_box.addWidget(button)
        self._recent_title.setVisible(bool(self._recent))

    def _recent_button(self, path: Path) -> QPushButton:
        button = QPushButton(f"{path.stem}   —   {_folder(path)}", flat=True)
        button.setStyleSheet("text-align: left;")
        # A long path is cut, and does not widen the page.
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setToolTip(str(path))
        button.setAccessibleName(str(path))
        button.clicked.connect(partial(self._on_recent, path))
        return button

    def _on_recent(self, path: Path) -> None:
        self.project_wanted.emit(path)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for name, button in self._buttons.items():
            button.setIcon(themed_icon(name, theme, "accent"))
        palette = theme.palette()
        palette.setColor(palette.ColorRole.WindowText, theme.colour("muted"))
        for label in (self._claim, self._recent_title):
            label.setPalette(palette)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Pizhu Workbench"))
        self._claim.setText(
            self.tr("Read an article beside the tag panel, mark it, export the coding dataset.")
        )
        self._recent_title.setText(self.tr("Recent projects"))
        new, open_, example = self._buttons.values()
        new.setText(self.tr("New project"))
        new.setDescription(self.tr("Starts with the codebook for international relations"))
        open_.setText(self.tr("Open a project"))
        open_.setDescription(self.tr("A .workbench file from this or another computer"))
        example.setText(self.tr("Open the example"))
        example.setDescription(self.tr("Short articles to try everything on"))
        for button in self._buttons.values():
            button.setAccessibleName(button.text())
            button.setAccessibleDescription(button.description())


def _folder(path: Path) -> str:
    home = Path.home()
    parent = path.parent
    return f"~/{parent.relative_to(home)}" if parent.is_relative_to(home) else str(parent)
