"""Write to the terminal: lines, JSON, progress; whatever its encoding can show."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import time
from collections.abc import Mapping
from typing import Any, BinaryIO, TextIO

from workbench.app.jobs import share_of
from workbench.app.timing import time_left

_CLEAR = "\r\x1b[K"  # back to the beginning of the line, and wipe it
_WIDTH = 38  # Han characters are two columns wide, a terminal is 80 or more


class Console:
    """The two output streams; what an encoding cannot show comes as an escape."""

    def __init__(self, out: TextIO, err: TextIO) -> None:
        self._out = out
        self._err = err
        self._progress_shown = False
        self._heading = ""
        for stream in (out, err):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")

    def line(self, text: str) -> None:
        """Write a line of the result, below its heading."""
        if self._heading:
            print(self._heading, file=self._out)
            self._heading = ""
        print(text, file=self._out)

    def head(self, text: str) -> None:
        """Keep a line that goes before the result, if there is to be one."""
        self._heading = text

    def json(self, document: Mapping[str, Any]) -> None:
        """Write the result as a JSON document."""
        text = json.dumps(document, ensure_ascii=not _is_utf8(self._out), indent=2)
        print(text, file=self._out)

    def text(self, text: str) -> None:
        """Write a text as it is: in UTF-8 with LF line ends unless a person is watching."""
        bare: BinaryIO | None = getattr(self._out, "buffer", None)
        if bare is None or self._out.isatty():
            self._out.write(text)
        else:
            self._out.flush()
            bare.write(text.encode("utf-8"))

    def error(self, sentence: str) -> None:
        """Write what went wrong, after all that went well."""
        # What the output could not take must not keep the sentence back.
        with contextlib.suppress(OSError):
            self._out.flush()
        start = _CLEAR if self._progress_shown else ""
        self._progress_shown = False
        print(start + sentence, file=self._err, flush=True)

    def progress(self) -> ConsoleProgress:
        """Return a progress that shows itself where a person watches."""
        self._progress_shown = self._err.isatty()
        return ConsoleProgress(self._err)

    def flush(self) -> None:
        """Write what is held back, so that a failure is noticed."""
        self._out.flush()
        self._err.flush()

    def abandon(self) -> None:
        """Give up on a reader who has gone away; Python must not stumble over it at its end."""
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except OSError:
                with contextlib.suppress(OSError):
                    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class ConsoleProgress:
    """One line on the terminal that is written over; nothing where nobody watches."""

    cancelled = False  # Ctrl+C ends the program instead

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = stream.isatty()
        self._begun = time.monotonic()

    def report(self, done: int, total: int, name: str, share: float | None = None) -> None:
        """Show how far the work is; a finished one leaves nothing behind."""
        if self._shown:
            known = share if share is not None else share_of(done, total)
            left = time_left(time.monotonic() - self._begun, known)
            rest = "" if left is None else f"{left // 60}:{left % 60:02} "
            text = f"{done}/{total} {rest}{name}"[:_WIDTH] if done < total else ""
            self._stream.write(_CLEAR + text)
            self._stream.flush()


def _is_utf8(stream: TextIO) -> bool:
    return (stream.encoding or "").lower().replace("-", "") == "utf8"
