"""The window of the codebook editor: the tree at the left, the form at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMainWindow,
    QMenu,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.app.codebook_filter import CodebookFilter
from workbench.app.patterns import check_pattern
from workbench.app.places import Item, Place, Sort, followed, item_at
from workbench.app.session import Session
from workbench.domain.errors import Refusal
from workbench.ui.codebook.form import Write
from workbench.ui.codebook.forms import Forms
from workbench.ui.codebook.nodes import Node
from workbench.ui.codebook.tree import CodebookTree
from workbench.ui.context import Context
from workbench.ui.filter_box import FilterBox
from workbench.ui.halves import halves
from workbench.ui.info_bar import InfoBar
from workbench.ui.tags.labels import name_of
from workbench.ui.tags.source import Source
from workbench.ui.theme import Theme

_SIZE = QSize(1060, 720)
_TREE, _NARROWEST, _NARROWEST_FORM = 380, 210, 380
_TOOLS = ("undo", "redo", "", "merge", "split", "retire", "delete_part")


class CodebookWindow(QMainWindow):
    """Show the codebook, select places of it, edit one in its form.

    `chosen` tells that other places are selected, `closed` that the window is away.
    """

    chosen = Signal()
    closed = Signal()

    def __init__(self, context: Context, session: Session, source: Source, write: Write) -> None:
        super().__init__()
        self.setObjectName("codebook")
        self._context, self._session = context, session
        self._stored = session.stored
        self._filter: CodebookFilter | None = None
        self._filtered: list[Node] = []  # the rows of what the filter finds
        self._stale = True
        theme = context.appearance.theme
        self.info = InfoBar(theme)
        self.filter = FilterBox()
        self.tree = CodebookTree(theme)
        self.forms = Forms(source, theme, write, self._check_pattern)
        self._heading = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._new = QToolButton()
        # Indexing thousands of names must not be waited for by who opens the window.
        self._indexing = QTimer(self, singleShot=True, interval=0)
        self._indexing.timeout.connect(self._index)
        self._lay_out()
        self._connect()
        self._retranslate()
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - QSize(40, 60)))
        self.tree.show_codebook(session.codebook, ())
        self._on_chosen()
        self._indexing.start()

    # --- parts ---------------------------------------------------------------

    def _lay_out(self) -> None:
        self._context.window.actions_.fill_editor_bar(self.menuBar())
        self.addToolBar(self._make_tools())
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 8, 6, 0)
        column.addWidget(self.filter)
        column.addWidget(self.tree, stretch=1)
        left.setMinimumWidth(_NARROWEST)
        right = QWidget()
        right.setBackgroundRole(QPalette.ColorRole.Base)
        right.setAutoFillBackground(True)
        right.setMinimumWidth(_NARROWEST_FORM)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._heading.setContentsMargins(12, 10, 12, 0)
        column.addWidget(self._heading)
        column.addWidget(self.forms, stretch=1)
        split = halves(left, right, (_TREE, _SIZE.width() - _TREE), growing=1)
        centre = QWidget()
        whole = QVBoxLayout(centre)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.info)
        whole.addWidget(split, stretch=1)
        self.setCentralWidget(centre)

    def _make_tools(self) -> QToolBar:
        actions = self._context.window.actions_
        bar = QToolBar(movable=False)
        bar.setObjectName("codebook_tools")
        bar.setIconSize(QSize(20, 20))
        self._new.setMenu(actions.menu("add"))
        self._new.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._new.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        bar.addWidget(self._new)
        bar.addSeparator()
        for key in _TOOLS:
            if key:
                bar.addAction(actions[key])
            else:
                bar.addSeparator()
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._bar = bar
        return bar

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter)
        self.filter.left.connect(self.tree.setFocus)
        self.tree.chosen.connect(self._on_chosen)
        self.tree.menu_wanted.connect(self._show_menu)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    # --- what is shown -------------------------------------------------------

    def refresh(self) -> None:
        """Show the codebook as it is now; what was selected stays so under its new name."""
        before, self._stored = self._stored, self._session.stored
        known = {*self.tree.places(), *self.tree.folds, *self.forms.places}
        now = {place: followed(place, before, self._stored) for place in known}
        moved = {place: new for place, new in now.items() if new is not None and new != place}
        kept = [now[place] for place in self.tree.places()]
        self.tree.follow(moved)
        self.forms.rename(moved)
        self._stale = True
        self.tree.blockSignals(True)
        self.tree.show_codebook(self._session.codebook, [each for each in kept if each])
        self.tree.blockSignals(False)
        if self.filter.text().strip():
            self._on_filter()
        self._show_form()
        self.chosen.emit()
        self._indexing.start()

    def set_counts(self, counts: Mapping[Place, int]) -> None:
        """Show how often everything is used."""
        self.tree.rows.set_counts(counts)
        self._tell_heading()

    @property
    def places(self) -> list[Place]:
        """What is selected, without the headings, from top to bottom."""
        headings = (Sort.LAYERS, Sort.LISTS)
        return [each for each in self.tree.places() if each.sort not in headings]

    def choose(self, *places: Place) -> None:
        """Select places and bring them into view; a filter that hides them goes."""
        nodes = [self.tree.rows.at(place) for place in places]
        hidden = any(node and not self.tree.rows.index_of(node).isValid() for node in nodes)
        if hidden:
            self.filter.clear()
        self.tree.choose(places)

    def begin_label(self) -> None:
        """Put the keyboard into the label of what is selected, to be written over."""
        if self.forms.form is not None:
            chinese = self._context.appearance.language.startswith("zh")
            self.forms.form.focus("label_zh" if chinese else "label_en")

    def _on_chosen(self) -> None:
        self._show_form()
        self.chosen.emit()

    def _show_form(self) -> None:
        places = self.places
        item = item_at(self._session.codebook, places[0]) if len(places) == 1 else None
        if item is not None:
            self.forms.show_item(places[0], item)
        elif places:
            self.forms.tell(self._told_of_several(places))
        else:
            self.forms.tell(
                self.tr(
                    "Select a layer, a variable, a code list or a category to edit it. "
                    "“New” adds one; several categories can be merged or retired together."
                )
            )
        self._tell_heading()

    def _told_of_several(self, places: Sequence[Place]) -> str:
        names = [name_of(item) for item in self._items(places)]
        return "\n".join(names)

    def _items(self, places: Sequence[Place]) -> list[Item]:
        found = (item_at(self._session.codebook, place) for place in places)
        return [item for item in found if item is not None]

    def _tell_heading(self) -> None:
        places = self.places
        counted = [self.tree.rows.at(place) for place in places]
        count = sum(self.tree.rows.count(node) for node in counted if node)
        if len(places) == 1:
            names = [name_of(item) for item in self._items(places)]
            self._heading.setText(self._used(count).format(name="".join(names)))
        elif places:
            name = self.tr("{count} selected").format(count=len(places))
            self._heading.setText(self._used(count).format(name=name))
        self._heading.setVisible(bool(places))

    def _used(self, count: int) -> str:
        if not count:
            return self.tr("{name}: not used yet")
        told = self.tr("{name} — annotations: {count}")
        return told.replace("{count}", f"{count:,}")

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        actions = self._context.window.actions_
        menu.addAction(actions.menu("add").menuAction())
        menu.addActions(actions.menu("recode").actions())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    @property
    def indexing(self) -> bool:
        """Whether the names are still to be indexed for the filter."""
        return self._stale

    # --- the filter ----------------------------------------------------------

    def _index(self) -> CodebookFilter:
        self._indexing.stop()
        if self._stale or self._filter is None:
            self._filter = CodebookFilter(self._session.codebook, self._filter)
            self._filtered = self.tree.rows.nodes_at(self._filter.places)
            self._stale = False
        return self._filter

    def _on_filter(self) -> None:
        typed = self.filter.text().strip()
        self.tree.hint = self.tr("Nothing in the codebook is called “{typed}”").format(typed=typed)
        if not typed:
            self.tree.show_only(None)
            return
        numbers = self._index().matching(typed)
        self.tree.show_only([self._filtered[number] for number in numbers])

    def _check_pattern(self, pattern: str) -> str:
        try:
            check_pattern(pattern)
        except Refusal as refusal:
            return self._context.sentence(refusal)
        return ""

    # --- keys ----------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let undo and redo reach the project while nothing is being typed into a field."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        steps = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        if not self.isActiveWindow() or not any(event.matches(each) for each in steps):
            return False
        form = self.forms.form
        if form is not None and form.is_typing():
            return False
        event.ignore()
        return isinstance(watched, QWidget) and watched.window() is self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.tree.setFocus()
        else:
            super().keyPressEvent(event)

    # --- life ----------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take what is being typed."""
        self.forms.take_all()
        super().closeEvent(event)
        self.closed.emit()

    def show_again(self) -> None:
        """Show what is selected as it is: what stands in its form is not wanted."""
        self._show_form()

    def end(self) -> None:
        """Go for good."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.deleteLater()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        for part in (self.info, self.tree, self.forms):
            part.set_theme(theme)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Codebook — {name}").format(name=self._session.path.stem))
        self.filter.name_it(self.tr("Filter the codebook"))
        self.tree.setAccessibleName(self.tr("The codebook"))
        self._bar.setWindowTitle(self.tr("Tool bar"))
        self._new.setText(self.tr("New"))
        self._new.setAccessibleName(self.tr("New"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.forms.take_all()
            self.forms.forget_forms()
            self._show_form()
            self.tree.viewport().update()
        super().changeEvent(event)
