"""The window. Only here is Qt imported."""

import sys
from importlib import import_module


def _uses_no_feature(_: object) -> bool:
    return False


def _spare_the_sources() -> None:
    """Have PySide take each module for one that switches on none of its features.

    To find that out it would read the source of every module that is imported from now on, an
    eighth of a start, and Python would keep them all: 20 MB. Nothing here uses `__feature__`.
    """
    import_module("PySide6.QtCore")
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = _uses_no_feature


_spare_the_sources()
