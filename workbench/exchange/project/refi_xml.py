"""Write XML piece by piece, so that a project of any size takes little memory."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import IO

from workbench.exchange.project.refi import clean

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_VALUE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
)


class XmlWriter:
    """Write elements to a file of bytes, in UTF-8 with LF line ends and an indent a level."""

    def __init__(self, target: IO[bytes], depth: int = 0) -> None:
        self.target = target
        self._depth = depth

    def declare(self) -> None:
        """Write what XML begins with."""
        self.target.write(b'<?xml version="1.0" encoding="utf-8"?>\n')

    @contextmanager
    def element(self, name: str, values: Mapping[str, str | None] | None = None) -> Generator[None]:
        """Write an element around what is written meanwhile."""
        self._line(f"<{name}{_attributes(values)}>")
        self._depth += 1
        yield
        self._depth -= 1
        self._line(f"</{name}>")

    def empty(self, name: str, values: Mapping[str, str | None]) -> None:
        """Write an element without content."""
        self._line(f"<{name}{_attributes(values)}/>")

    def holding(self, name: str, text: str) -> None:
        """Write an element that holds a text."""
        self._line(f"<{name}>{clean(text).translate(_TEXT)}</{name}>")

    def _line(self, line: str) -> None:
        self.target.write(f"{' ' * self._depth}{line}\n".encode())


def _attributes(values: Mapping[str, str | None] | None) -> str:
    told = ((name, value) for name, value in (values or {}).items() if value is not None)
    return "".join(f' {name}="{clean(value).translate(_VALUE)}"' for name, value in told)
