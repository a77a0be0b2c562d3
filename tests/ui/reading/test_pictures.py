from __future__ import annotations

import pytest
from PySide6.QtGui import QPixmap

from workbench.ui.reading.pictures import Pictures

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_one_that_was_not_asked_for_longest_goes_first() -> None:
    pictures = Pictures[str](most=300)
    for name in "abc":
        pictures.keep(name, QPixmap(10, 10))
    assert pictures.get("a", 10) is not None
    pictures.keep("d", QPixmap(10, 10))
    assert [name for name in "abcd" if pictures.get(name, 1)] == ["a", "c", "d"]


def test_a_wider_one_takes_the_place_of_one_that_is_too_narrow() -> None:
    pictures = Pictures[str](most=300)
    pictures.keep("a", QPixmap(10, 10))
    assert pictures.get("a", 11) is None
    wider = pictures.keep("a", QPixmap(20, 10))
    assert pictures.get("a", 11) is wider
    pictures.keep("b", QPixmap(10, 10))
    assert len(pictures) == 2


def test_the_one_that_is_wanted_now_is_kept_however_large() -> None:
    pictures = Pictures[str](most=300)
    pictures.keep("a", QPixmap(10, 10))
    large = pictures.keep("b", QPixmap(100, 100))
    assert pictures.get("b", 100) is large
    assert len(pictures) == 1
