"""Cut Chinese text into words with jieba, the reference segmenter; nobody else imports it."""

from __future__ import annotations

import contextlib
import logging
import re
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol, cast

from workbench.domain.text import Span
from workbench.language.lexicon import Lexicon
from workbench.language.tiling import tiled

# jieba looks words up only in runs of these; any other word of ours is cut out beforehand.
_HAN_WORD = re.compile("[\u4e00-\u9fd5]{2,}")
# jieba keeps these whole; as user words they would be found inside longer ones (US in AUKUS).
_LATIN_WORD = re.compile("[0-9A-Za-z]+")


class Segmenter(Protocol):
    """What cuts a text into words."""

    def words(self, text: str) -> list[Span]:
        """Return the words of `text`; marks and spaces are words too, so that they tile it."""
        ...


class JiebaSegmenter:
    """jieba with a dictionary, user words and cache of its own.

    Making one takes a second or more and holds the interpreter lock: do it in
    `workbench.language.worker`, not in the process of a window.
    """

    def __init__(self, user_words: Iterable[str], cache_dir: Path) -> None:
        self._tokenizer = _loaded_tokenizer(cache_dir / "jieba")
        self._whole: set[str] = set()
        self.add_words(user_words)

    def add_words(self, user_words: Iterable[str]) -> None:
        """Have `user_words` come out whole from now on."""
        fresh = {word.strip() for word in user_words}
        # Shorter ones first: a word's frequency is reckoned against those of its parts.
        for word in sorted(fresh, key=lambda word: (len(word), word)):
            if _HAN_WORD.fullmatch(word):
                self._tokenizer.add_word(word)
            elif len(word) > 1 and not _LATIN_WORD.fullmatch(word):
                self._whole.add(word)
        self._lexicon = Lexicon(((word, word) for word in sorted(self._whole)), blocked=())

    def words(self, text: str) -> list[Span]:
        """Return the words of `text`."""
        return tiled(text, self._pieces(text))

    def _pieces(self, text: str) -> Iterator[str]:
        start = 0
        for match in self._lexicon.find(text):
            yield from self._tokenizer.cut(text[start : match.span.start])
            yield text[match.span.start : match.span.end]
            start = match.span.end
        yield from self._tokenizer.cut(text[start:])


class _Tokenizer(Protocol):
    tmp_dir: str | None
    cache_file: str | None

    def initialize(self) -> None: ...
    def add_word(self, word: str) -> None: ...
    def cut(self, sentence: str) -> Iterable[str]: ...


def _loaded_tokenizer(cache_dir: Path) -> _Tokenizer:
    tokenizer, version = _new_tokenizer()
    # Where no cache can be kept jieba reads its dictionary anew each time, and works.
    with contextlib.suppress(OSError):
        cache_dir.mkdir(parents=True, exist_ok=True)
    tokenizer.tmp_dir = str(cache_dir)
    tokenizer.cache_file = f"dictionary-{version}.cache"
    tokenizer.initialize()
    _sweep(cache_dir)
    return tokenizer


def _new_tokenizer() -> tuple[_Tokenizer, str]:
    with warnings.catch_warnings():
        # Its patterns hold invalid escapes and it asks for pkg_resources: both warn at import.
        warnings.simplefilter("ignore")
        import jieba  # pyright: ignore[reportMissingTypeStubs]
    logger = logging.getLogger("jieba")
    logger.handlers = [logging.NullHandler()]
    logger.setLevel(logging.WARNING)
    return cast("_Tokenizer", jieba.Tokenizer()), str(jieba.__version__)


def _sweep(cache_dir: Path) -> None:
    """Remove what a process killed while it wrote the cache has left."""
    for leftover in cache_dir.glob("tmp*"):
        with contextlib.suppress(OSError):
            leftover.unlink()
