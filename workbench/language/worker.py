"""Segment text in a process of its own, so that loading the dictionary never stalls a window.

The process is spawned, hence a frozen program works too if the first thing its ``__main__``
does is ``multiprocessing.freeze_support()``, and starts fast if ``__main__`` imports nothing
heavy at its top. It ends with `close`, with the program, and when the program is killed.
"""

from __future__ import annotations

import contextlib
import signal
from array import array
from collections.abc import Callable, Iterable
from concurrent.futures import Future, InvalidStateError
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, TypeVar, cast

from workbench.domain.errors import Defect
from workbench.domain.text import Span
from workbench.language.pinyin import PinyinIndex, pinyin_index
from workbench.language.segment import JiebaSegmenter
from workbench.language.spawned import Spawned
from workbench.language.tiling import spans_of

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_T = TypeVar("_T")

# A killed process ends at once; seconds pass only if a callback blocks the thread.
_PATIENCE = 5.0


# --- what is asked: runs in the process -------------------------------------


class _Desk:
    """The process's state: the segmenter, made when it is first needed."""

    def __init__(self, user_words: list[str], cache_dir: Path) -> None:
        self._user_words = user_words
        self._cache_dir = cache_dir
        self._segmenter: JiebaSegmenter | None = None

    @property
    def segmenter(self) -> JiebaSegmenter:
        if self._segmenter is None:
            self._segmenter = JiebaSegmenter(self._user_words, self._cache_dir)
        return self._segmenter


@dataclass(frozen=True, slots=True)
class _Load:
    def run(self, desk: _Desk) -> None:
        _ = desk.segmenter


@dataclass(frozen=True, slots=True)
class _AddWords:
    user_words: tuple[str, ...]

    def run(self, desk: _Desk) -> None:
        desk.segmenter.add_words(self.user_words)


@dataclass(frozen=True, slots=True)
class _Cut:
    text: str

    def run(self, desk: _Desk) -> array[int]:
        return array("I", map(len, desk.segmenter.words(self.text)))


@dataclass(frozen=True, slots=True)
class _Read:
    names: tuple[str, ...]

    def run(self, _desk: _Desk) -> PinyinIndex:
        return pinyin_index(self.names)


_Question = _Load | _AddWords | _Cut | _Read


def _serve(connection: Connection, user_words: list[str], cache_dir: Path) -> None:
    """Answer until the other end is closed, be it by its owner's death."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the program's to obey
    desk = _Desk(user_words, cache_dir)
    while True:
        try:
            question = cast("_Question", connection.recv())
        except (EOFError, OSError):
            return
        answer = question.run(desk)
        try:
            connection.send(answer)
        except OSError:
            return


# --- who asks: runs in the program ------------------------------------------


class _Process(Spawned):
    """The process as its one caller, a thread, sees it."""

    def __init__(self, user_words: list[str], cache_dir: Path) -> None:
        super().__init__("segmentation", _serve, user_words, cache_dir)

    def ask(self, question: _Question) -> object:
        self.connection.send(question)
        return self.connection.recv()


@dataclass(frozen=True, slots=True)
class _Task:
    question: _Question
    read: Callable[[Any], object]
    future: Future[Any]


class SegmentationWorker:
    """A segmenter in another process; every method returns at once and may be called early.

    Answers come as futures, in the order of the requests, and call back on a thread of the
    worker. A future may be cancelled until it is done; `close` cancels those left. If the
    process dies, the request under way fails with Defect and the next one starts it anew.
    """

    def __init__(self, user_words: Iterable[str], cache_dir: Path) -> None:
        self._user_words = list(user_words)
        self._cache_dir = cache_dir
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._lock = Lock()
        self._thread: Thread | None = None
        self._process: _Process | None = None
        self._closed = False

    def start(self) -> Future[None]:
        """Load the dictionary; the future is done when the first text can be cut."""
        return self._submit(_Load(), _as_given)

    def request(self, text: str) -> Future[list[Span]]:
        """Ask for the words of `text`, as `Segmenter.words` gives them."""
        return self._submit(_Cut(text), spans_of)

    def request_pinyin(self, names: Iterable[str]) -> Future[PinyinIndex]:
        """Ask for the pinyin of `names`, as `Finder.add_pinyin` takes it."""
        return self._submit(_Read(tuple(names)), _as_given)

    def add_words(self, user_words: Iterable[str]) -> None:
        """Have `user_words` come out whole in the texts requested from now on."""
        words = tuple(user_words)
        with self._lock:
            self._user_words += words
            waiting = self._thread is None
        if not waiting:
            self._submit(_AddWords(words), _as_given)

    def close(self) -> None:
        """End the process, whatever it is doing, and cancel what was not answered."""
        with self._lock:
            self._closed = True
            self._tasks.put(None)
            if self._process is not None:
                self._process.kill()
        if self._thread is not None:
            self._thread.join(timeout=_PATIENCE)

    def _submit(self, question: _Question, read: Callable[[Any], _T]) -> Future[_T]:
        future: Future[_T] = Future()
        with self._lock:
            if self._closed:
                future.cancel()
                return future
            self._tasks.put(_Task(question, read, future))
            if self._thread is None:
                self._thread = Thread(target=self._work, name="segmentation", daemon=True)
                self._thread.start()
        return future

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            if not task.future.cancelled():
                self._settle(task)
        self._end_process()

    def _settle(self, task: _Task) -> None:
        # The asker may cancel at any moment, also between a check and the answer.
        with contextlib.suppress(InvalidStateError):
            try:
                answer = self._ask(task.question)
            except (EOFError, OSError) as error:
                self._end_process()
                self._fail(task.future, error)
            else:
                task.future.set_result(task.read(answer))

    def _fail(self, future: Future[Any], error: Exception) -> None:
        if self._closed:
            future.cancel()
        else:
            defect = Defect("the segmentation process ended before it answered")
            defect.__cause__ = error
            future.set_exception(defect)

    def _ask(self, question: _Question) -> object:
        return (self._process or self._begun()).ask(question)

    def _begun(self) -> _Process:
        """Start the process; it takes its time, in which whoever asks must not wait for the lock.

        Words that are added meanwhile have a task of their own.
        """
        with self._lock:
            if self._closed:
                raise EOFError
            words = list(self._user_words)
        process = _Process(words, self._cache_dir)
        with self._lock:
            if not self._closed:
                self._process = process
                return process
        process.end()
        raise EOFError

    def _end_process(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.end()


def _as_given(answer: Any) -> Any:
    return answer
