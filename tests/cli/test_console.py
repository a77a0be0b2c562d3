from __future__ import annotations

import io

from workbench.cli.console import Console


class Terminal(io.StringIO):
    """A stream that a person watches."""

    def isatty(self) -> bool:
        return True


def test_progress_is_shown_where_a_person_watches() -> None:
    err = Terminal()
    console = Console(io.StringIO(), err)
    progress = console.progress()
    progress.report(1, 3, "小镇的新桥" * 20)
    assert err.getvalue().startswith("\r\x1b[K1/3 小镇的新桥")
    assert len(err.getvalue()) < 50
    progress.report(3, 3, "")
    assert err.getvalue().endswith("\r\x1b[K")
    assert not progress.cancelled


def test_progress_makes_room_for_an_error() -> None:
    err = Terminal()
    console = Console(io.StringIO(), err)
    console.progress().report(1, 3, "a")
    console.error("no")
    console.error("no")
    assert err.getvalue() == "\r\x1b[K1/3 a\r\x1b[Kno\nno\n"


def test_progress_is_not_shown_to_a_file() -> None:
    err = io.StringIO()
    Console(io.StringIO(), err).progress().report(1, 3, "a")
    assert err.getvalue() == ""


def test_a_text_goes_to_a_file_in_utf_8_and_to_a_terminal_as_it_can() -> None:
    file = io.TextIOWrapper(io.BytesIO(), encoding="latin-1", newline="\r\n")
    console = Console(file, io.StringIO())
    console.line("first")
    console.text("桥\n")
    assert file.buffer.getvalue() == b"first\r\n" + "桥\n".encode()  # type: ignore[attr-defined]
    terminal = Terminal()
    Console(terminal, io.StringIO()).text("桥\n")
    assert terminal.getvalue() == "桥\n"
