"""What is copied is what Qt would draw there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from workbench.ui.reading.dashes import Dashes, Dashing

pytestmark = pytest.mark.usefixtures("qapp")

INK = QColor("#aa3366")
patterns = st.sampled_from(
    [
        Dashing(1.7, (0.01, 2.2), rounded=True),
        Dashing(2.3, (0.01, 1.9), rounded=True),
        Dashing(1.5, (2.2, 2.2, 0.01, 2.2), rounded=True),
        Dashing(3.0, (1.1, 0.8)),
        Dashing(1.2, (5.0, 1.6, 1.0, 1.6, 1.0, 1.6)),
    ]
)
ratios = st.sampled_from([1.0, 1.25, 2.0])


def _canvas(ratio: float) -> QImage:
    image = QImage(round(400 * ratio), round(20 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    return image


def _painter(image: QImage) -> QPainter:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def _columns(image: QImage) -> list[int]:
    """Return the columns in which there is any ink."""
    white = QColor(Qt.GlobalColor.white).rgb()
    columns, rows = range(image.width()), range(image.height())
    return [x for x in columns if any(image.pixel(x, y) != white for y in rows)]


@settings(max_examples=60)
@given(patterns, st.integers(1, 340), ratios)
def test_a_copied_line_is_as_long_as_one_that_qt_draws(
    dashing: Dashing, length: int, ratio: float
) -> None:
    copied, drawn = _canvas(ratio), _canvas(ratio)
    start = QPointF(20.0, 10.0)  # whole pixels at each of these ratios
    painter = _painter(copied)
    Dashes().draw(painter, dashing, INK, start, float(length))
    painter.end()
    painter = _painter(drawn)
    painter.setPen(dashing.pen(INK))
    painter.drawLine(start, QPointF(20.0 + length, 10.0))
    painter.end()
    ours, theirs = _columns(copied), _columns(drawn)
    near = 1 if ratio == round(ratio) else 2
    assert abs(ours[0] - theirs[0]) <= near
    assert abs(ours[-1] - theirs[-1]) <= near
    for some, others in ((ours, set(theirs)), (theirs, set(ours))):
        assert all(others.intersection(range(x - near, x + near + 1)) for x in some)


@settings(max_examples=30)
@given(patterns, st.lists(st.integers(1, 3000), min_size=2, max_size=5))
def test_a_longer_line_than_before_is_drawn_to_its_end(
    dashing: Dashing, lengths: list[int]
) -> None:
    dashes = Dashes()
    for length in lengths:
        image = QImage(3100, 20, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = _painter(image)
        dashes.draw(painter, dashing, INK, QPointF(20.0, 10.0), float(length))
        painter.end()
        gap = max(dashing.pattern) * dashing.width + 2
        assert 20 + length - gap <= _columns(image)[-1] <= 20 + length + dashing.width / 2 + 1
