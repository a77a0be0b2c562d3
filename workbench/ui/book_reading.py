"""Read a book's annotations behind its text: the first ones are there at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer

from workbench.app.jobs import Progress
from workbench.app.session import Session
from workbench.domain.annotation import Annotation
from workbench.ui.background import Running
from workbench.ui.context import Context

_BOOK = 30_000  # characters of a text that is opened in two steps
#: Characters at the beginning whose annotations are there with the text.
FIRST = 5_000

Shown = Callable[[int, list[Annotation]], Iterator[None]]


class BookReading(QObject):
    """Bring all annotations of a long article once its text is painted.

    `show` shows them, a part at a time: it yields where the window may take a key between.
    """

    def __init__(self, context: Context, session: Session, parent: QObject, show: Shown) -> None:
        super().__init__(parent)
        self._context, self._session, self._show = context, session, show
        self._article: int | None = None
        self._round = 0
        self._changed: set[int] = set()
        self._parts: Iterator[None] | None = None
        self._running: Running | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    @property
    def is_coming(self) -> bool:
        """Whether there is more than is shown."""
        return self._article is not None or self._parts is not None

    def begin(self, article: int, length: int) -> bool:
        """Tell whether an article is a book, and if so read all of it soon."""
        self.rest()
        if length <= _BOOK:
            return False
        self._article = article
        self._soon.start()
        return True

    def note(self, ids: Iterable[int]) -> None:
        """Take note of annotations that have changed since reading began."""
        if self._article is not None:
            self._changed.update(ids)

    def rest(self) -> None:
        """Bring nothing any more: another article is shown."""
        self._soon.stop()
        self._next.stop()
        if self._running is not None:
            self._running.drop()  # its reading would slow down that of the next article
        self._article = self._parts = self._running = None
        self._changed.clear()
        self._round += 1

    def finish(self) -> None:
        """Have everything shown now: it cannot be waited for."""
        article = self._article
        if article is not None:
            self._arrived(article, self._round, self._session.annotations(article))
        while self._parts is not None:
            self._go_on()

    def _read(self) -> None:
        article, session = self._article, self._session
        if article is None:
            return

        def work(progress: Progress) -> list[Annotation]:
            found = session.annotations(article, progress=progress)
            session.find_named(article)  # the tags that it names are shown along with them
            return found

        done = partial(self._arrived, article, self._round)
        background, failed = self._context.background, self._context.failed
        self._running = background.run("", work, done, failed, owner=session)

    def _arrived(self, article: int, round_: int, annotations: list[Annotation]) -> None:
        if round_ != self._round or article != self._article:
            return
        changed = self._session.annotations_by_id(self._changed)
        kept = [each for each in annotations if each.id not in self._changed]
        self.rest()
        own = (each for each in changed if each.coder == self._session.coder.id)
        here = [each for each in own if each.article == article]
        self._parts = self._show(article, kept + here)
        self._go_on()

    def _go_on(self) -> None:
        if self._parts is None:
            return
        try:
            next(self._parts)
        except StopIteration:
            self._parts = None
        else:
            self._next.start()
