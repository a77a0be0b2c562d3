"""What a file's name says of it where nobody has named the file: that it is no article."""

from __future__ import annotations

from collections.abc import Collection

_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
_PAGE_FOLDERS = ("_files", ".files", "_文件")


def is_hidden(name: str) -> bool:
    """Tell whether a name is a system's or a program's own, such as a lock beside a document."""
    return name.startswith((".", "~$"))


def belongs_to_page(folder: str, beside: Collection[str]) -> bool:
    """Tell whether a folder holds the pictures and scripts of a saved page beside it.

    `beside` are the names of what lies beside it, without regard to case.
    """
    folder = folder.casefold()
    return any(
        folder.removesuffix(ending) + each in beside
        for ending in _PAGE_FOLDERS
        if folder.endswith(ending)
        for each in _PAGE_SUFFIXES
    )
