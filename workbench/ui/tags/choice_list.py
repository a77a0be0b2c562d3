"""A list of choices that hangs from a line edit, inside the same window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from workbench.app.places import Place
from workbench.ui.punctuation import listed
from workbench.ui.tags.choices import Choice
from workbench.ui.tags.paint import (
    DOT,
    GAP,
    paint_dot,
    paint_key_cap,
    paint_right,
    paint_text,
    smaller,
)
from workbench.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROWS = 9
#: What adds the text that is typed, without going to the row that says so.
ADDING_KEY = "⇧↵"
_WIDEST = 420


class ChoiceModel(QAbstractListModel):
    """Choices as rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Choice] = ()

    def set_rows(self, rows: Sequence[Choice]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def choices(self) -> Sequence[Choice]:
        """The rows."""
        return self._rows

    def choice(self, index: Index) -> Choice | None:
        """Return the choice at an index."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        choice = self.choice(index)
        if choice is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return choice.label
            case Qt.ItemDataRole.ToolTipRole:
                return choice.rules() or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return listed(each for each in (choice.label, choice.other, choice.note) if each)
            case _:
                return None


class ChoiceDelegate(QStyledItemDelegate):
    """Paint a choice: its colour, its label, the other label muted, a note, and ↵ if current."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.shows_adding_key = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, option.fontMetrics.height() + 10)  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        choice = model.choice(index) if isinstance(model, ChoiceModel) else None
        if choice is None:
            return
        painter.save()
        self._paint(painter, option, choice)
        painter.restore()

    def _paint(self, painter: QPainter, option: QStyleOptionViewItem, choice: Choice) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        current = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)  # type: ignore[attr-defined]
        if current or hovered:
            painter.fillRect(rect, self.theme.colour("selection" if current else "hover"))
        room = rect.adjusted(GAP, 0, -GAP, 0)
        font = option.font  # type: ignore[attr-defined]
        muted = self.theme.colour("muted")
        key = "↵" if current else ADDING_KEY if choice.adds and self.shows_adding_key else ""
        room.setRight(room.right() - paint_key_cap(painter, self.theme, font, room, key))
        if choice.adds:
            label = "＋ " + choice.label
            width = paint_text(painter, font, self.theme.colour("accent"), room, label)
            room.setLeft(room.left() + width + GAP)
            paint_text(painter, smaller(font), muted, room, choice.other)
            return
        room.setRight(room.right() - paint_right(painter, smaller(font), muted, room, choice.note))
        if choice.acts:
            paint_text(painter, smaller(font), muted, room, "▸")
        else:
            paint_dot(painter, self.theme, room, choice.colour)
        room.setLeft(room.left() + DOT + GAP)
        width = paint_text(painter, font, self.theme.colour("text"), room, choice.label)
        room.setLeft(room.left() + width + GAP)
        paint_text(painter, smaller(font), muted, room, choice.other)


class ChoiceView(QListView):
    """A list of choices that the mouse points at and a line edit's keys move through."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ChoiceModel(self)
        self._delegate = ChoiceDelegate(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.clicked.connect(self._choose)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def set_rows(self, rows: Sequence[Choice]) -> None:
        """Show other rows; the key that adds is shown where one row does."""
        self._delegate.shows_adding_key = sum(bool(each.adds) for each in rows) == 1
        self.rows.set_rows(rows)

    def addition(self) -> Choice | None:
        """Return the row that adds, None without one or with several."""
        rows = (self.rows.choice(self.rows.index(row)) for row in range(self.rows.rowCount()))
        adding = [each for each in rows if each is not None and each.adds]
        return adding[0] if len(adding) == 1 else None

    def row_height(self) -> int:
        """Return the height of one row."""
        return self.fontMetrics().height() + 10

    def current(self) -> Choice | None:
        """Return the choice that Enter would take."""
        return self.rows.choice(self.currentIndex())

    def entry_at(self, at: QPoint | None) -> Place | None:
        """Return the entry of the row at a point of the screen, else of the current row."""
        index = self.indexAt(self.viewport().mapFromGlobal(at)) if at else self.currentIndex()
        choice = self.rows.choice(index)
        return choice.entry if choice is not None else None

    def step(self, by: int) -> None:
        """Make the row `by` further the current one."""
        count = self.rows.rowCount()
        if not count:
            return
        row = self.currentIndex().row()
        wanted = row + by if row >= 0 else (0 if by > 0 else count - 1)
        self.setCurrentIndex(self.rows.index(min(max(wanted, 0), count - 1)))

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.rows.choice(index))


class ChoiceList(QWidget):
    """The hanging list: a child of the window, so that the line edit keeps the keyboard."""

    chosen = Signal(object)

    def __init__(self, owner: QWidget, theme: Theme) -> None:
        super().__init__(owner.window())
        self._owner = owner
        self._watched: list[QWidget] = []
        self.view = ChoiceView(theme, self)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.chosen.connect(self.chosen)
        self._theme = theme
        self.setAutoFillBackground(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.view)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.view.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def show_rows(self, rows: Sequence[Choice], first_is_current: bool) -> None:
        """Show the rows beside the owner; nothing where there are none."""
        self.view.set_rows(rows)
        if not rows:
            self.hide()
            return
        if self.parentWidget() is not self._owner.window():
            self.setParent(self._owner.window())
        if first_is_current:
            self.view.setCurrentIndex(self.view.rows.index(0))
        self.place()
        self._watch()
        self.show()
        self.raise_()

    def place(self) -> None:
        """Hang below the owner, or stand above it where there is more room."""
        window = self._owner.window()
        top_left = self._owner.mapTo(window, QPoint(0, 0))
        below = window.height() - top_left.y() - self._owner.height() - GAP
        above = top_left.y() - GAP
        wanted = min(self.view.rows.rowCount(), _ROWS) * self.view.row_height() + 4
        width = min(max(self._owner.width(), 280), _WIDEST, window.width() - 2 * GAP)
        x = min(top_left.x(), window.width() - width - GAP)
        if below >= min(wanted, above):
            y, height = top_left.y() + self._owner.height() + 1, min(wanted, below)
        else:
            height = min(wanted, above)
            y = top_left.y() - height - 1
        self.setGeometry(x, y, width, height)

    def _watch(self) -> None:
        """Follow the owner when something above it moves or scrolls."""
        above: list[QWidget] = []
        widget: QWidget | None = self._owner
        while widget is not None:
            above.append(widget)
            widget = widget.parentWidget()
        for each in above:
            if each not in self._watched:
                each.installEventFilter(self)
        self._watched = above

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self.isVisible():
            self.place()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        return False
