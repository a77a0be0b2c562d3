"""The articles as a list model, patched row by row, and its filter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from workbench.domain.article import ArticleInfo
from workbench.ui.punctuation import listed
from workbench.ui.statuses import GLYPHS, status_name

Index = QModelIndex | QPersistentModelIndex
# The row's ArticleInfo.
InfoRole = Qt.ItemDataRole.UserRole + 1


class ArticlesModel(QAbstractListModel):
    """One row an article, in the order of the project."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._infos: list[ArticleInfo] = []
        self._rows: dict[int, int] = {}

    def show(self, infos: Sequence[ArticleInfo]) -> None:
        """Show these articles; rows of the same articles are patched, new ones put below."""
        known = len(self._infos)
        if [each.id for each in infos[:known]] != [each.id for each in self._infos]:
            self.beginResetModel()
            self._infos = list(infos)
            self._rows = {each.id: row for row, each in enumerate(infos)}
            self.endResetModel()
            return
        for info in infos[:known]:
            self.patch(info)
        if len(infos) > known:
            self.beginInsertRows(QModelIndex(), known, len(infos) - 1)
            self._infos += infos[known:]
            self._rows |= {each.id: row for row, each in enumerate(infos[known:], known)}
            self.endInsertRows()

    def patch(self, info: ArticleInfo) -> None:
        """Replace the row of one article, if it is shown and differs."""
        row = self._rows.get(info.id)
        if row is not None and self._infos[row] != info:
            self._infos[row] = info
            self.dataChanged.emit(self.index(row), self.index(row))

    def index_of(self, article: int) -> QModelIndex:
        """Return the index of an article, an invalid one if it is not shown."""
        row = self._rows.get(article)
        return QModelIndex() if row is None else self.index(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._infos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        info = self._infos[index.row()]
        if role == InfoRole:
            return info
        if role == Qt.ItemDataRole.DisplayRole:
            return info.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tool_tip(info)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(info)
        return None


def below_title(info: ArticleInfo) -> str:
    """Return the second line of a row: outlet and date, else how long the article is."""
    known = " · ".join(part for part in (info.source, info.published) if part)
    return known or _length(info)


def _annotation_count(info: ArticleInfo) -> str:
    translated = QCoreApplication.translate("ArticlesModel", "annotations: {count}")
    return translated.format(count=info.annotations)


def _length(info: ArticleInfo) -> str:
    translated = QCoreApplication.translate("ArticlesModel", "{count} characters")
    return translated.format(count=f"{info.length:,}")


def _tool_tip(info: ArticleInfo) -> str:
    status = f"{GLYPHS[info.status]} {status_name(info.status)}"
    lines = (
        info.title,
        " · ".join(part for part in (info.author, info.source, info.published) if part),
        " · ".join((status, _annotation_count(info), _length(info))),
    )
    return "\n".join(line for line in lines if line)


def _spoken(info: ArticleInfo) -> str:
    parts = (info.title, below_title(info), status_name(info.status), _annotation_count(info))
    return listed(part for part in parts if part)


class ArticlesFilter(QSortFilterProxyModel):
    """Keep the articles that hold every typed word in title, outlet, author, date or file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []

    def set_words(self, typed: str) -> None:
        """Filter by what was typed, ignoring case."""
        self._words = typed.casefold().split()
        self.setFilterFixedString(typed)  # has the rows looked at again

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        info: ArticleInfo = self.sourceModel().index(source_row, 0, source_parent).data(InfoRole)
        fields = (info.title, info.source, info.author, info.published, info.file_name)
        text = "\n".join(fields).casefold()
        return all(word in text for word in self._words)
