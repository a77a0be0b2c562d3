"""Readers: the bytes of one file to all of its text. Each knows one format.

A reader is a function of the bytes and the file's name (for its refusals). It connects
nowhere, follows no reference, and ends.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from workbench.intake.extracted import Extracted
from workbench.intake.kinds import Kind, kind_of


class Reader(Protocol):
    """Read the bytes of a file that is named `file_name`."""

    def __call__(self, data: bytes, file_name: str) -> Extracted:
        """Return all of its text, or raise a Refusal that names the file."""
        ...


def extract(data: bytes, file_name: str) -> Extracted:
    """Return what the reader of the file's kind finds in it.

    Raises:
        Refusal: the kind is none that we read, or the reader refuses.
    """
    return _READERS[kind_of(data, file_name)]()(data, file_name)


# Each is imported when a file of its kind comes: the libraries behind them take long to load.
def _text() -> Reader:
    from workbench.intake.readers.text import read_text

    return read_text


_READERS: Mapping[Kind, Callable[[], Reader]] = {
    Kind.TEXT: _text,
}
