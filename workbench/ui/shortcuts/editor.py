"""The dialog in which a person gives actions other keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.actions import Actions
from workbench.ui.dialogs.buttons import close_only
from workbench.ui.filter_box import FilterBox
from workbench.ui.punctuation import listed
from workbench.ui.shortcuts.lines import Line, action_lines, holders
from workbench.ui.shortcuts.strokes import same_stroke, told, written

_ACTION = Qt.ItemDataRole.UserRole


class ShortcutEditor(QDialog):
    """Give an action another key: it counts at once, in menus and tips too.

    `chosen` brings what differs from the usual keys. `others` gives the lines beside the
    actions, whose keys are taken.
    """

    chosen = Signal(object)

    def __init__(self, actions: Actions, others: Callable[[], list[Line]], parent: QWidget) -> None:
        super().__init__(parent)
        self._actions, self._others = actions, others
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self._wanted = ""  # a stroke that another action holds
        self.search = FilterBox()
        self.tree = QTreeWidget()
        self.stroke = QKeySequenceEdit()
        self.stroke.setMaximumSequenceLength(1)
        self.told = QLabel(wordWrap=True)
        self.take = QPushButton(autoDefault=False)
        self.none = QPushButton(self.tr("&No key"), autoDefault=False)
        self.reset = QPushButton(self.tr("&Usual key"), autoDefault=False)
        self.reset_all = QPushButton(self.tr("&All usual keys"), autoDefault=False)
        self._lay_out()
        self._connect()
        self._fill()
        self.resize(720, 640)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Change the keys"))
        self.search.name_it(self.tr("Find an action or a key"))
        self.tree.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.tree.setAccessibleName(self.tr("Actions and their keys"))
        self.tree.setRootIsDecorated(False)
        self.tree.setStyleSheet("QTreeView::item { padding: 3px 2px; }")
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(False)
        label = QLabel(self.tr("Press the new &key:"))
        label.setBuddy(self.stroke)
        self.stroke.setAccessibleName(self.tr("New key"))
        line = self.stroke.findChild(QLineEdit)
        if line is not None:
            line.setPlaceholderText("")  # Qt's own translation of it is none
            line.setAccessibleName(self.tr("New key"))
        keys = QHBoxLayout()
        for widget in (label, self.stroke, self.none, self.reset):
            keys.addWidget(widget, widget is self.stroke)
        said = QHBoxLayout()
        said.addWidget(self.told, 1)
        said.addWidget(self.take)
        foot = QHBoxLayout()
        foot.addWidget(self.reset_all)
        foot.addWidget(close_only(self), 1)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        for layout in (keys, said, foot):
            column.addLayout(layout)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.search.left.connect(self.tree.setFocus)
        self.tree.currentItemChanged.connect(self._show_current)
        self.tree.itemActivated.connect(lambda: self.stroke.setFocus())
        self.stroke.editingFinished.connect(self._try)
        self.take.clicked.connect(self._take)
        self.none.clicked.connect(lambda: self._give(()))
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(self._reset_all)

    # --- what is shown -------------------------------------------------------

    def _fill(self) -> None:
        """Show every action, the current one still so."""
        current = self.current
        self.tree.clear()
        self._groups = []
        for line in action_lines(self._actions):
            if not self._groups or self._groups[-1][0].text(0) != line.group:
                self._groups.append((self._heading(line.group), []))
            heading, items = self._groups[-1]
            items.append(self._item(heading, line))
            if line.action == current:
                self.tree.setCurrentItem(items[-1])
        self.tree.expandAll()
        self._filter()
        if self.tree.currentItem() is None:
            self._choose_first()

    def _heading(self, text: str) -> QTreeWidgetItem:
        heading = QTreeWidgetItem(self.tree, [text])
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = heading.font(0)
        font.setBold(True)
        heading.setFont(0, font)
        heading.setFirstColumnSpanned(True)
        return heading

    def _item(self, heading: QTreeWidgetItem, line: Line) -> QTreeWidgetItem:
        item = QTreeWidgetItem(heading, [line.text, told(line.strokes)])
        item.setData(0, _ACTION, line.action)
        changed = line.strokes != self._actions.usual(line.action)
        font = item.font(1)
        font.setBold(changed)
        item.setFont(1, font)
        if changed:
            usual = told(self._actions.usual(line.action)) or self.tr("none")
            item.setToolTip(1, self.tr("Usual: {keys}").format(keys=usual))
        return item

    def _filter(self) -> None:
        wanted = self.search.text().casefold().split()
        for heading, items in self._groups:
            for item in items:
                searched = f"{heading.text(0)} {item.text(0)} {item.text(1)}".casefold()
                item.setHidden(not all(word in searched for word in wanted))
            heading.setHidden(all(item.isHidden() for item in items))
        if wanted:
            self._choose_first()

    def _items(self) -> Iterable[QTreeWidgetItem]:
        return (item for _, items in self._groups for item in items)

    def _choose_first(self) -> None:
        first = next((item for item in self._items() if not item.isHidden()), None)
        self._choose(first)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            self.tree.setCurrentIndex(QModelIndex())
        else:
            self.tree.setCurrentItem(item)

    @property
    def current(self) -> str:
        """The key of the action that is chosen, empty for none."""
        item = self.tree.currentItem()
        return str(item.data(0, _ACTION) or "") if item is not None else ""

    def choose(self, action: str) -> None:
        """Choose an action."""
        item = next((each for each in self._items() if each.data(0, _ACTION) == action), None)
        self._choose(item)

    def _show_current(self) -> None:
        self._say("")
        self.stroke.clear()
        chosen = bool(self.current)
        for widget in (self.stroke, self.none):
            widget.setEnabled(chosen)
        differs = chosen and self._actions.strokes(self.current) != self._actions.usual(
            self.current
        )
        self.reset.setEnabled(differs)

    def _say(self, text: str, holder: str = "") -> None:
        self.told.setText(text)
        self.take.setVisible(bool(holder))
        self.take.setText(self.tr("&Take it from there"))

    # --- what is changed -----------------------------------------------------

    def _try(self) -> None:
        """Give the action the stroke that was pressed, unless another one has it."""
        stroke = written(self.stroke.keySequence())
        if not stroke or not self.current:
            return
        line = self._line()
        everything = [*action_lines(self._actions), *self._others()]
        held = holders(everything, stroke, line)
        if not held:
            self._give((stroke,))
            return
        self._wanted = stroke
        free = all(each.action for each in held)
        names = listed(each.text for each in held)
        text = self.tr("{key} is the key of “{name}”.")
        if not free:
            text = self.tr("{key} is the key of “{name}”; press another one.")
        self._say(text.format(key=told((stroke,)), name=names), names if free else "")

    def _take(self) -> None:
        """Take the stroke from the actions that hold it."""
        line = self._line()
        held = holders(action_lines(self._actions), self._wanted, line)
        chosen = self._differing()
        for each in held:
            taken = same_stroke(self._wanted)
            chosen[each.action] = [s for s in each.strokes if same_stroke(s) != taken]
        chosen[self.current] = [self._wanted]
        self._keep(chosen)

    def _give(self, strokes: tuple[str, ...]) -> None:
        if self.current:
            self._keep({**self._differing(), self.current: list(strokes)})

    def _reset(self) -> None:
        """Give the action its usual keys back, as far as no other has been given them."""
        line = self._line()
        usual = self._actions.usual(self.current)
        others = [*action_lines(self._actions), *self._others()]
        held = [(s, each) for s in usual for each in holders(others, s, line)]
        if held:
            stroke, holder = held[0]
            text = self.tr("{key} is the key of “{name}”.")
            self._wanted = stroke
            self._say(text.format(key=told((stroke,)), name=holder.text), holder.action)
        else:
            self._give(usual)

    def _reset_all(self) -> None:
        self._keep({})

    def _line(self) -> Line:
        return next(e for e in action_lines(self._actions) if e.action == self.current)

    def _differing(self) -> dict[str, list[str]]:
        lines = action_lines(self._actions)
        usual = self._actions.usual
        return {e.action: list(e.strokes) for e in lines if e.strokes != usual(e.action)}

    def _keep(self, chosen: dict[str, list[str]]) -> None:
        usual = self._actions.usual
        self.chosen.emit({k: v for k, v in chosen.items() if tuple(v) != usual(k)})
        self._fill()
        self._show_current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape only: Enter in a field is no answer to the dialog."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
