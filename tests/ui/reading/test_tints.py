"""A copied tint is the one that Qt would fill and outline there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from workbench.ui.reading.strokes import OPEN, filled_box, open_box, outline_pen
from workbench.ui.reading.tints import Look, Tints

pytestmark = pytest.mark.usefixtures("qapp")

GROUND, INK = QColor(30, 120, 200, 60), QColor(30, 120, 200, 160)
HEIGHT, RADIUS, MARGIN = 22.0, 2.9, 10
ratios = st.sampled_from([1.0, 1.25, 1.5, 2.0])
_NEARLY = 40  # of 255: where a corner meets a straight line


def look(dashes: tuple[float, ...] = ()) -> Look:
    return Look(GROUND.rgba(), INK.rgba(), dashes, RADIUS, HEIGHT)


def _canvas(width: int, ratio: float) -> tuple[QImage, QPainter]:
    size = round((width + 2 * MARGIN) * ratio), round((HEIGHT + 2 * MARGIN) * ratio)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return image, painter


def _box(width: int) -> QRectF:
    return QRectF(MARGIN + 0.5, MARGIN + 0.5, width - 1.0, HEIGHT)


def _copied(tints: Tints, width: int, ends: tuple[bool, bool], ratio: float = 1.0) -> QImage:
    image, painter = _canvas(width, ratio)
    tints.draw(painter, look(), _box(width), *ends)
    painter.end()
    return image


def _drawn(width: int, ends: tuple[bool, bool], ratio: float = 1.0) -> QImage:
    """Draw it whole, and cut it where it is open."""
    image, painter = _canvas(width, ratio)
    box = _box(width)
    painter.setClipRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
    box.adjust(0.0 if ends[0] else -20.0, 0.0, 0.0 if ends[1] else 20.0, 0.0)
    painter.fillPath(filled_box(box, RADIUS), GROUND)
    painter.setPen(outline_pen(INK, 1.0, complete=True))
    painter.drawPath(open_box(box, RADIUS, True, True))
    painter.end()
    return image


def _lightness(image: QImage, x: int, y: int) -> int:
    return QColor(image.pixel(x, y)).lightness()


@settings(max_examples=60)
@given(st.integers(9, 400), st.booleans(), st.booleans())
def test_it_is_what_qt_would_draw(width: int, starts: bool, ends: bool) -> None:
    copied, drawn = _copied(Tints(), width, (starts, ends)), _drawn(width, (starts, ends))
    for y in range(copied.height()):
        for x in range(copied.width()):
            assert abs(_lightness(copied, x, y) - _lightness(drawn, x, y)) <= _NEARLY, (x, y)


@settings(max_examples=60)
@given(st.integers(1, 600), st.booleans(), st.booleans(), ratios)
def test_nothing_is_painted_beside_its_box(
    width: int, starts: bool, ends: bool, ratio: float
) -> None:
    image = _copied(Tints(), width, (starts, ends), ratio)
    white = QColor(Qt.GlobalColor.white).rgb()
    first, last = (MARGIN - 1) * ratio, (MARGIN + max(width, 1) + 1) * ratio
    for x in range(image.width()):
        column = [image.pixel(x, y) for y in range(image.height())]
        if not first <= x <= last:
            assert set(column) == {white}
    middle = int((MARGIN + width / 2) * ratio), int((MARGIN + HEIGHT / 2) * ratio)
    assert image.pixel(*middle) != white


def test_a_wider_one_than_before_has_both_its_ends() -> None:
    tints = Tints()
    for width in (40, 3000, 60):
        image = _copied(tints, width, (True, True))
        row = MARGIN + round(HEIGHT / 2)
        left, right = _lightness(image, MARGIN, row), _lightness(image, MARGIN + width - 1, row)
        assert left == right < _lightness(image, MARGIN + width // 2, row)


def test_an_incomplete_one_is_dashed() -> None:
    image, painter = _canvas(200, 1.0)
    Tints().draw(painter, look(OPEN), _box(200), True, True)
    painter.end()
    top = [_lightness(image, x, MARGIN) for x in range(MARGIN + 5, MARGIN + 195)]
    assert max(top) - min(top) > 30


def test_pictures_are_not_kept_without_end() -> None:
    tints = Tints()
    _, painter = _canvas(40, 1.0)
    for number in range(400):
        other = Look(GROUND.rgba(), INK.rgba() + number, (), RADIUS, HEIGHT)
        tints.draw(painter, other, _box(40), True, True)
    painter.end()
    assert 100 < len(tints._pictures) < 400
