"""Copy annotations: as quotations with where they stand, or as rows for a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from workbench.app.annotation_reading import Around, telling_of
from workbench.app.session import Session
from workbench.domain.annotation import Annotation
from workbench.ui.annotations.lines_panel import LinesPanel
from workbench.ui.annotations.tabs import BelowTabs
from workbench.ui.context import Context
from workbench.ui.punctuation import listed


class CopyFlow:
    """Put what is selected on the clipboard; `chosen` gives annotations, from top to bottom."""

    def __init__(
        self,
        context: Context,
        session: Session,
        below: BelowTabs,
        chosen: Callable[[], Sequence[int]],
    ) -> None:
        self._context, self._session = context, session
        self._below, self._chosen = below, chosen

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the actions do."""
        return {"copy_cited": self.copy_cited, "copy_rows": self.copy_rows}

    def copy_cited(self) -> None:
        """Copy the passages, each with outlet, title, day and paragraph."""
        found = {each.id: each for each in self._session.annotations_by_id(self._chosen())}
        telling = telling_of(self._session)
        lines = [cited(each, telling.around(each)) for each in self._in_order(found)]
        self._put("\n".join(lines), len(lines))

    def _in_order(self, found: dict[int, Annotation]) -> Iterable[Annotation]:
        return (found[id_] for id_ in self._chosen() if id_ in found)

    def copy_rows(self) -> None:
        """Copy the selected rows with the titles of their columns, cells apart by tabs."""
        table = self._below.currentWidget()
        if isinstance(table, LinesPanel):
            rows = table.selected_cells()
            lines = ["\t".join(" ".join(cell.split()) for cell in row) for row in rows]
            self._put("\n".join(lines), len(lines) - 1)

    def _put(self, text: str, count: int) -> None:
        if count < 1:
            return
        QGuiApplication.clipboard().setText(text)
        told = QCoreApplication.translate("Copying", "Copied: {count}")
        self._context.window.strip.hint(told.format(count=count))


def cited(annotation: Annotation, around: Around) -> str:
    """Return a quotation with where it stands; what is not known of it is left out."""
    translate = QCoreApplication.translate
    title = translate("Copying", "“{title}”").format(title=around.title)
    place = translate("Copying", "para. {number}").format(number=around.paragraph)
    parts = (around.source, title, around.published, place if around.paragraph else "")
    quote = translate("Copying", "“{quote}” ({source})") if annotation.quote else "{quote}{source}"
    said = " ".join(annotation.quote.split())
    return quote.format(quote=said, source=listed(part for part in parts if part))
