"""The language and the theme of the whole program, changed while it runs."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from workbench.app.locations import resources_folder
from workbench.ui.style_sheet import style_sheet
from workbench.ui.theme import Theme, ThemeName

CHINESE, ENGLISH = "zh_CN", "en"
AUTO = "auto"


class Appearance(QObject):
    """Hold what is chosen ("auto" follows the system) and apply it to the application."""

    theme_changed = Signal(object)
    language_changed = Signal(str)

    def __init__(self, application: QApplication, language: str, theme: str) -> None:
        super().__init__(application)
        self.application = application
        self._translators: list[QTranslator] = []
        self.chosen_language = language
        self.chosen_theme = theme
        self.language = ""
        self.theme = Theme(_theme_name(theme))
        self.choose_language(language)
        self._apply_theme()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_scheme)

    def choose_language(self, language: str) -> None:
        """Speak `language`: "auto", "en" or "zh_CN"."""
        self.chosen_language = language
        spoken = system_language() if language == AUTO else language
        if spoken != self.language:
            self.language = spoken
            self._install_translators()
            self.application.setFont(self.theme.interface_font())
            self.language_changed.emit(spoken)

    def choose_theme(self, theme: str) -> None:
        """Use `theme`: "auto", "light" or "dark"."""
        self.chosen_theme = theme
        name = _theme_name(theme)
        if name != self.theme.name:
            self.theme = Theme(name)
            self._apply_theme()
            self.theme_changed.emit(self.theme)

    def _on_system_scheme(self) -> None:
        if self.chosen_theme == AUTO:
            self.choose_theme(AUTO)

    def _apply_theme(self) -> None:
        self.application.setPalette(self.theme.palette())
        self.application.setFont(self.theme.interface_font())
        self.application.setStyleSheet(style_sheet(self.theme))

    def _install_translators(self) -> None:
        # Widgets that hear of the new language ask the locale which it is.
        QLocale.setDefault(QLocale(self.language))
        for translator in self._translators:
            self.application.removeTranslator(translator)
        self._translators = [] if self.language == ENGLISH else _translators(self.language)
        for translator in self._translators:
            self.application.installTranslator(translator)


def system_language() -> str:
    """Return the language of the system, of the two that the program speaks."""
    chinese = QLocale.system().language() == QLocale.Language.Chinese
    return CHINESE if chinese else ENGLISH


def _theme_name(theme: str) -> ThemeName:
    if theme == AUTO:
        scheme = QGuiApplication.styleHints().colorScheme()
        return "dark" if scheme == Qt.ColorScheme.Dark else "light"
    return "dark" if theme == "dark" else "light"


def _translators(language: str) -> list[QTranslator]:
    """Return Qt's own translation and ours; the later one is asked first."""
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(resources_folder() / "translations")
    found: list[QTranslator] = []
    for name, folder in ((f"qtbase_{language}", qt), (f"workbench_{language}", ours)):
        translator = QTranslator()
        if translator.load(name, folder):
            found.append(translator)
    return found
