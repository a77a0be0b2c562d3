"""The codebook's part of the table of actions: its menu, and the menus of its editor."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication

from workbench.ui.action_row import Need, Row

_EDITS = (Need.PROJECT, Need.WRITABLE)


def codebook_rows() -> tuple[Row, ...]:
    """Return the rows, in the language of the interface."""
    return (*_menu_rows(), *_add_rows(), *_move_rows(), *_recode_rows())


def editor_titles() -> Mapping[str, str]:
    """Return the editor's own menus and what they are called."""
    translate = QCoreApplication.translate
    return {"add": translate("Actions", "&New"), "recode": translate("Actions", "C&hange")}


def _menu_rows() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    project = (Need.PROJECT,)
    example = (Need.ARTICLE, Need.ONE_CATEGORY, Need.WRITABLE)
    return (
        Row(
            "codebook",
            translate("Actions", "&Edit the codebook…"),
            "codebook",
            ("F5",),
            needs=project,
        ),
        Row(
            "take_example",
            translate("Actions", "Take the passage as an e&xample"),
            "codebook",
            ("Ctrl+Shift+E",),
            needs=example,
        ),
        Row(
            "freeze",
            translate("Actions", "&Freeze a version…"),
            "codebook",
            needs=_EDITS,
            ruled=True,
        ),
        Row("versions", translate("Actions", "&Versions…"), "codebook", needs=project),
        Row(
            "review",
            translate("Actions", "To be &reviewed…"),
            "codebook",
            ("Shift+F5",),
            needs=project,
        ),
    )


def _add_rows() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    row = partial(Row, menu="add", editor=True)
    return (
        row(key="add_layer", text=translate("Actions", "&Layer"), keys=("Ctrl+L",), needs=_EDITS),
        row(
            key="add_variable",
            text=translate("Actions", "&Variable of the layer"),
            keys=("Ctrl+B",),
            needs=(Need.IN_LAYER, Need.WRITABLE),
        ),
        row(
            key="add_list",
            text=translate("Actions", "&Code list"),
            keys=("Ctrl+T",),
            needs=_EDITS,
            ruled=True,
        ),
        row(
            key="add_category",
            text=translate("Actions", "C&ategory"),
            keys=("Ins",),
            needs=(Need.IN_LIST, Need.WRITABLE),
        ),
        row(
            key="add_below",
            text=translate("Actions", "Category &under this one"),
            keys=("Shift+Ins",),
            needs=(Need.ONE_CATEGORY, Need.WRITABLE),
        ),
    )


def _move_rows() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    row = partial(Row, menu="recode", editor=True)
    place, categories = (Need.PLACE, Need.WRITABLE), (Need.CATEGORIES, Need.WRITABLE)
    return (
        row(
            key="move_up",
            text=translate("Actions", "Move &up"),
            keys=("Alt+Up",),
            needs=place,
        ),
        row(
            key="move_down",
            text=translate("Actions", "Move &down"),
            keys=("Alt+Down",),
            needs=place,
        ),
        row(
            key="move_out",
            text=translate("Actions", "Move &out, beside the one above"),
            keys=("Alt+Left",),
            needs=categories,
        ),
        row(
            key="move_in",
            text=translate("Actions", "Move &in, under the one before"),
            keys=("Alt+Right",),
            needs=categories,
        ),
    )


def _recode_rows() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    row = partial(Row, menu="recode", editor=True)
    place = (Need.PLACE, Need.WRITABLE)
    return (
        row(
            key="merge",
            text=translate("Actions", "&Merge…"),
            keys=("Ctrl+M",),
            needs=(Need.SEVERAL_CATEGORIES, Need.WRITABLE),
            ruled=True,
        ),
        row(
            key="split",
            text=translate("Actions", "&Split…"),
            keys=("Ctrl+Shift+M",),
            needs=(Need.ONE_CATEGORY, Need.WRITABLE),
        ),
        row(
            key="retire",
            text=translate("Actions", "Re&tire or use again"),
            keys=("Ctrl+R",),
            needs=place,
        ),
        row(
            key="delete_part",
            text=translate("Actions", "D&elete"),
            keys=("Del",),
            needs=place,
        ),
        row(
            key="delete_unused",
            text=translate("Actions", "Delete the u&nused of the list…"),
            needs=(Need.IN_LIST, Need.WRITABLE),
        ),
        row(
            key="filter_codebook",
            text=translate("Actions", "&Filter"),
            keys=("Ctrl+F",),
            needs=(Need.PROJECT,),
            ruled=True,
        ),
    )
