"""A layout that sets widgets in lines like words, the last one taking what is left of its line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lay out items in lines; with `stretch_last` the last item fills its line.

    The widget `break_before` always begins a line.
    """

    def __init__(self, parent: QWidget, spacing: int = 4, stretch_last: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._stretch_last = stretch_last
        self.break_before: QWidget | None = None
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Put `widget` before the item at `place`."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        left, top, right, bottom = self._margins()
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self.spacing() * len(shown)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(left + width + right, top + height + bottom)

    def minimumSize(self) -> QSize:
        left, top, right, bottom = self._margins()
        width = max((item.minimumSize().width() for item in self._shown()), default=0)
        height = max((item.minimumSize().height() for item in self._shown()), default=0)
        return QSize(left + width + right, top + height + bottom)

    def _margins(self) -> tuple[int, int, int, int]:
        margins = self.contentsMargins()
        return margins.left(), margins.top(), margins.right(), margins.bottom()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, move: bool) -> int:
        """Place the items; return the height that they take."""
        left, top, right, bottom = self._margins()
        room = rect.adjusted(left, top, -right, -bottom)
        lines = self._lines(room.width())
        y = room.top()
        for line in lines:
            height = max(item.sizeHint().height() for item in line)
            if move:
                self._place(line, QPoint(room.left(), y), room, height, line is lines[-1])
            y += height + self.spacing()
        return y - rect.top() + bottom - (self.spacing() if lines else 0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            wanted = self._width(item, width)
            broken = self.break_before is not None and item.widget() is self.break_before
            if lines and not broken and used + self.spacing() + wanted <= width:
                lines[-1].append(item)
                used += self.spacing() + wanted
            else:
                lines.append([item])
                used = wanted
        return lines

    def _width(self, item: QLayoutItem, room: int) -> int:
        if not self._stretch_last:
            return min(item.sizeHint().width(), room)
        least = self._items[-1].minimumSize().width()
        if item is self._items[-1]:
            return min(least, room)
        # The last one keeps its place beside the widest item.
        return min(item.sizeHint().width(), max(room - least - self.spacing(), 0))

    def _place(
        self, line: list[QLayoutItem], corner: QPoint, room: QRect, height: int, last: bool
    ) -> None:
        x = corner.x()
        for item in line:
            width = self._width(item, room.width())
            if last and self._stretch_last and item is self._items[-1]:
                width = room.right() + 1 - x
            item.setGeometry(QRect(x, corner.y(), width, height))
            x += width + self.spacing()
