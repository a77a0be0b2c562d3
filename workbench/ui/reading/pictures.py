"""Pictures of what is drawn often, kept as long as they are wanted."""

from __future__ import annotations

import math
from collections.abc import Generator, Hashable
from contextlib import contextmanager
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

_K = TypeVar("_K", bound=Hashable)
_MOST = 3_000_000  # pixels of all together: 12 MB


def pixel(place: float) -> int:
    """Return the pixel nearest to a place.

    Halves all go the same way: what is scrolled by a pixel stays as it was.
    """
    return math.floor(place + 0.5)


@contextmanager
def drawing(width: int, height: int, ratio: float) -> Generator[tuple[QPixmap, QPainter]]:
    """Yield a picture that is empty, its sides in pixels of the screen, and what draws on it."""
    picture = QPixmap(width, height)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    yield picture, painter
    painter.end()


def stand_on_pixels(painter: QPainter) -> None:
    """Move the origin of a painter to the nearest pixel: at some scales widgets lie between two."""
    device = painter.deviceTransform()
    x, y = device.dx(), device.dy()
    painter.translate((pixel(x) - x) / device.m11(), (pixel(y) - y) / device.m22())


class Pictures(Generic[_K]):
    """Keep pictures by what they show; those that were not asked for longest go first."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._pixels = 0
        self._kept: dict[_K, QPixmap] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: _K, width: int) -> QPixmap | None:
        """Return a picture that is at least so wide, None if there is none."""
        known = self._kept.pop(key, None)
        if known is None:
            return None
        self._kept[key] = known  # behind the others
        return known if known.width() >= width else None

    def keep(self, key: _K, picture: QPixmap) -> QPixmap:
        """Keep a picture instead of the one that was there, and return it."""
        before = self._kept.pop(key, None)
        self._pixels += _size(picture) - (_size(before) if before else 0)
        self._kept[key] = picture
        while self._pixels > self._most and len(self._kept) > 1:
            oldest = next(iter(self._kept))
            self._pixels -= _size(self._kept.pop(oldest))
        return picture


def _size(picture: QPixmap) -> int:
    return picture.width() * picture.height()
