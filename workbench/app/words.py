"""Word borders of articles: a cheap answer at once, the dictionary's as soon as it is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from workbench.app.signal import Signal
from workbench.domain.codebook import Codebook
from workbench.domain.text import Span
from workbench.language.fallback import FallbackSegmenter
from workbench.language.pinyin import PinyinIndex
from workbench.language.snap import snap, word_at
from workbench.language.worker import SegmentationWorker

# How far around a place the cheap words are looked for, in characters.
_NEAR = 200


class Words:
    """Cut articles into words; the dictionary works in a process of its own."""

    def __init__(self, text: Callable[[int], str], codebook: Codebook, cache: Path) -> None:
        self._text = text
        self._cache = cache
        self._names = names_in(codebook)
        self._fallback = FallbackSegmenter(self._names)
        self._worker: SegmentationWorker | None = None
        self._asked: dict[int, Future[list[Span]]] = {}
        self._read: set[Future[PinyinIndex]] = set()
        #: Emitted in whatever thread once pinyin that was asked for is there, or never will be.
        self.pinyin_settled: Signal[None] = Signal()

    def prepare(self) -> None:
        """Start loading the dictionary in the background."""
        self._started().start()

    def of(self, article: int) -> Sequence[Span]:
        """Return an article's words, for now the cheap ones if the dictionary is not done."""
        words = self._done(article)
        return self._fallback.words(self._text(article)) if words is None else words

    def _done(self, article: int) -> Sequence[Span] | None:
        """Return the dictionary's words of an article, asking for them the first time."""
        asked = self._asked.get(article)
        if asked is None:
            asked = self._asked[article] = self._started().request(self._text(article))
        if asked.done() and not asked.cancelled() and asked.exception() is None:
            return asked.result()
        return None

    def _around(self, article: int, span: Span) -> Sequence[Span]:
        """Return the words around `span`: the cheap ones as long as there are no better."""
        words = self._done(article)
        if words is not None:
            return words
        # A line may have a million characters, and a click must not wait for all of them.
        start = max(0, span.start - _NEAR)
        near = self._text(article)[start : span.end + _NEAR]
        return [Span(start + w.start, start + w.end) for w in self._fallback.words(near)]

    def ready(self, article: int) -> bool:
        """Tell whether the dictionary has cut this article."""
        asked = self._asked.get(article)
        return asked is not None and asked.done()

    def at(self, article: int, offset: int) -> Span | None:
        """Return the word that holds the character at `offset`."""
        return word_at(self._around(article, Span(offset, offset + 1)), offset)

    def snap(self, article: int, span: Span) -> Span:
        """Return `span` grown to whole words."""
        return snap(self._around(article, span), self._text(article), span)

    @property
    def reads_pinyin(self) -> bool:
        """Whether pinyin that was asked for is still to come."""
        return bool(self._read)

    def read_pinyin(self, names: Sequence[str], give: Callable[[PinyinIndex], None]) -> None:
        """Have the pinyin of names worked out beside the program, and given once it is there."""
        future = self._started().request_pinyin(names)
        self._read.add(future)
        future.add_done_callback(partial(self._settle, give))

    def _settle(self, give: Callable[[PinyinIndex], None], future: Future[PinyinIndex]) -> None:
        if not future.cancelled() and future.exception() is None:
            give(future.result())
        self._read.discard(future)
        self.pinyin_settled.emit(None)

    def set_codebook(self, codebook: Codebook) -> None:
        """Have the names of a changed codebook come out whole."""
        names, known = names_in(codebook), set(self._names)
        if names == self._names:
            return
        self._names = names
        self._fallback = FallbackSegmenter(self._names)
        self._asked.clear()
        fresh = [name for name in self._names if name not in known]
        if self._worker is not None and fresh:
            self._worker.add_words(fresh)

    def forget(self, articles: frozenset[int] | None) -> None:
        """Have articles cut again whose text may have changed; None is all of them."""
        for article in list(self._asked) if articles is None else articles:
            self._asked.pop(article, None)

    def close(self) -> None:
        """End the process."""
        if self._worker is not None:
            self._worker.close()

    def _started(self) -> SegmentationWorker:
        if self._worker is None:
            self._worker = SegmentationWorker(self._names, self._cache)
        return self._worker


def names_in(codebook: Codebook) -> list[str]:
    """Return every Chinese label and alias of the codebook, each once."""
    return list(
        dict.fromkeys(
            name
            for code_list in codebook.code_lists
            for category in code_list.categories
            for name in (category.label.zh, *category.aliases)
            if len(name) > 1
        )
    )
