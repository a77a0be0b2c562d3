"""What stands beside the tabs of a table of annotations: whose, in which groups, filtered."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from workbench.ui.filter_box import FilterBox
from workbench.ui.translated import Translated

_NARROWEST, _FILTER_WIDTH = 60, 220
_SHORTEST = 6  # characters of a choice that always show


class Scope(Enum):
    """Whose annotations a table shows, and of which articles."""

    ARTICLE = "article"
    PROJECT = "project"
    ARTICLE_ALL = "article_all"
    PROJECT_ALL = "project_all"

    @property
    def is_project(self) -> bool:
        """Whether those of every article are shown."""
        return self in (Scope.PROJECT, Scope.PROJECT_ALL)

    @property
    def is_all(self) -> bool:
        """Whether those of every coder are shown."""
        return self in (Scope.ARTICLE_ALL, Scope.PROJECT_ALL)


class TableControls(Translated, QWidget):
    """Choose scope and groups; type to filter."""

    scope_chosen = Signal(Scope)
    kind_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.scope, self.kind, self.filter = _Choice(), _Choice(), FilterBox()
        self.filter.setMinimumWidth(_NARROWEST)
        self.filter.setMaximumWidth(_FILTER_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for each in (self.scope, self.kind, self.filter):
            row.addWidget(each)
        self.scope.addItems([""] * len(Scope))
        self._retranslate()
        self.scope.activated.connect(self._on_scope)
        self.kind.activated.connect(self._on_kind)

    def _on_scope(self, place: int) -> None:
        self.scope_chosen.emit(list(Scope)[place])

    def _on_kind(self, place: int) -> None:
        self.kind_chosen.emit(place - 1 if place else None)

    def set_kinds(self, kinds: tuple[str, ...]) -> None:
        """Offer these kinds of groups; what was chosen stays."""
        chosen = max(0, self.kind.currentIndex())
        self.kind.clear()
        self.kind.addItems([self.tr("No groups"), *kinds])
        self.kind.setCurrentIndex(chosen)

    def _retranslate(self) -> None:
        names = {
            Scope.ARTICLE: self.tr("This article"),
            Scope.PROJECT: self.tr("Whole project"),
            Scope.ARTICLE_ALL: self.tr("This article, all coders"),
            Scope.PROJECT_ALL: self.tr("Whole project, all coders"),
        }
        for place, each in enumerate(Scope):
            self.scope.setItemText(place, names[each])
        for box, name in ((self.scope, self.tr("Shown")), (self.kind, self.tr("Groups"))):
            box.setAccessibleName(name)
            box.setToolTip(name)


class _Choice(QComboBox):
    """A choice that gives way to the tabs where there is little room."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumContentsLength(_SHORTEST)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
