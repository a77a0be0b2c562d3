"""A line of the table of actions, and what must be there for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto


class Need(StrEnum):
    """What must be there for an action to be possible."""

    PROJECT = auto()
    WRITABLE = auto()
    ARTICLE = auto()
    ANNOTATION = auto()
    SUGGESTION = auto()
    UNDO = auto()
    REDO = auto()
    #: Several annotations, or one, are selected in the table.
    ROWS = auto()
    #: A step of the history is selected, and going there changes something.
    STEP = auto()
    # In the codebook editor: something is selected; it is in a layer, or in a code list;
    # categories of one list are, exactly one, several.
    PLACE = auto()
    IN_LAYER = auto()
    IN_LIST = auto()
    CATEGORIES = auto()
    ONE_CATEGORY = auto()
    SEVERAL_CATEGORIES = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One action: its menu, keys, icon, and what it needs.

    `group` makes its actions exclude each other and marks the chosen one. A row
    with `opens` is a submenu. `ruled` draws a line above. An `editor` action belongs to the
    codebook editor's window alone. The keys of a `reading` action are alive while the article has
    the keyboard: elsewhere they are typed.
    """

    key: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: tuple[Need, ...] = ()
    group: str = ""
    checkable: bool = False
    opens: bool = False
    ruled: bool = False
    editor: bool = False
    reading: bool = False
