"""The few looks that a palette cannot say."""

from __future__ import annotations

from string import Template

from workbench.ui.theme import Theme

_ROLES = (
    *("window", "panel", "article", "text", "muted", "line", "divider"),
    *("accent", "selection", "hover", "tooltip"),
)
_RULES = Template("""
QToolTip { background: $tooltip; color: $text; border: 1px solid $line; padding: 4px; }

QMainWindow::separator { background: $divider; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QSplitter::handle { background: $divider; }
QDockWidget::title { background: $panel; padding: 7px 8px 5px 8px; }

QMenuBar { background: $window; border: none; }
QToolBar { background: $window; border: none; border-bottom: 1px solid $divider;
           padding: 3px 6px; spacing: 2px; }
QToolBar::separator { background: $divider; width: 1px; margin: 5px 4px; }
QToolBar QToolButton { border: none; border-radius: 5px; padding: 4px 7px; }
QToolBar QToolButton[popupMode="2"] { padding-right: 18px; }
QToolBar QToolButton#qt_toolbar_ext_button { padding: 0; }
QToolBar QToolButton:hover { background: $hover; }
QToolBar QToolButton:pressed, QToolBar QToolButton:checked { background: $selection; }
QToolBar QToolButton:focus { border: 1px solid $accent; }
QToolBar QToolButton::menu-indicator { subcontrol-position: right center; right: 5px;
                                       width: 8px; }
QStatusBar { border-top: 1px solid $divider; }
QStatusBar::item { border: none; }

#title_bar { background: $panel; }
QTabBar { background: $panel; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; border: none;
               border-bottom: 2px solid transparent; padding: 6px 12px 4px 12px; }
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }

QHeaderView { background: $panel; border: none; }
QHeaderView::section { background: $panel; color: $muted; border: none;
                       border-bottom: 1px solid $divider; padding: 4px 3px; }

FilterBox, QDialog > QLineEdit, QDialog QWidget > QLineEdit, QDialog QPlainTextEdit {
    background: $article; border: 1px solid $line; border-radius: 5px; padding: 4px 8px; }
FilterBox:focus, QDialog > QLineEdit:focus, QDialog QWidget > QLineEdit:focus,
QDialog QPlainTextEdit:focus { border: 2px solid $accent; padding: 3px 7px; }

QDialog QAbstractSpinBox { min-height: 24px; }
QDialog QAbstractSpinBox > QLineEdit, QDialog QAbstractSpinBox > QLineEdit:focus {
    border: none; padding: 0 4px; }

QPushButton { background: $panel; border: 1px solid $line; border-radius: 5px;
              padding: 5px 14px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selection; }
QPushButton:default { border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton:disabled { border-color: $divider; color: $line; }
QPushButton:flat { border: 1px solid transparent; background: transparent; }
QPushButton:flat:hover { background: $hover; }
QPushButton:flat:focus { border: 1px solid $accent; padding: 5px 14px; }

QCommandLinkButton { padding: 0; }
QCommandLinkButton:focus { padding: 0; }

QRadioButton { spacing: 7px; }
QRadioButton::indicator { width: 13px; height: 13px; border: 1px solid $line;
                          border-radius: 7px; background: $article; }
QRadioButton::indicator:checked { width: 7px; height: 7px; border: 4px solid $accent; }
QRadioButton:focus { color: $accent; }

QCheckBox { spacing: 7px; }
QCheckBox::indicator { width: 13px; height: 13px; border: 1px solid $line;
                       border-radius: 3px; background: $article; }
QCheckBox::indicator:checked { width: 7px; height: 7px; border: 4px solid $accent; }
QCheckBox:focus { color: $accent; }

QMenu { background: $panel; border: 1px solid $line; padding: 4px 0; }
QMenu::item { padding: 5px 24px 5px 12px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $line; }
QMenu::icon { left: 7px; }
QMenu::separator { height: 1px; background: $divider; margin: 4px 0; }
QMenu::indicator { width: 8px; height: 8px; left: 8px; }
QMenu::indicator:checked { background: $accent; }

QProgressBar { background: $divider; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $line; border: 3px solid transparent; border-radius: 6px;
                     background-clip: padding; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $muted;
                                                       background-clip: padding; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(theme: Theme) -> str:
    """Return Qt's style sheet in the colours of `theme`."""
    return _RULES.substitute({role: theme.colour(role).name() for role in _ROLES})
