"""Contrast of colours by WCAG 2, and colours moved until they contrast enough."""

from __future__ import annotations

from PySide6.QtGui import QColor

#: What small text needs on its ground, and what lines and marks need.
TEXT_CONTRAST = 4.5
LINE_CONTRAST = 3.0


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two opaque colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable_on(ground: QColor, colour: QColor, wanted: float = TEXT_CONTRAST) -> QColor:
    """Return `colour` in its own hue, moved away from `ground` just until it reads there."""
    if contrast(colour, ground) >= wanted:
        return colour
    step = -0.01 if _luminance(ground) > 0.18 else 0.01
    hue, saturation, lightness, _ = _hsl(colour)
    while 0.0 < lightness + step < 1.0:
        lightness += step
        moved = QColor.fromHslF(hue, saturation, lightness)
        if contrast(moved, ground) >= wanted:
            return moved
    return QColor("black" if step < 0 else "white")


def mixed(ground: QColor, colour: QColor, share: float) -> QColor:
    """Return `colour` painted over `ground` with the opacity `share`."""

    def channel(below: int, above: int) -> int:
        return round(below + (above - below) * share)

    return QColor(
        channel(ground.red(), colour.red()),
        channel(ground.green(), colour.green()),
        channel(ground.blue(), colour.blue()),
    )


def _hsl(colour: QColor) -> tuple[float, float, float, float]:
    # Qt names the hue of a grey −1, which fromHslF refuses.
    return max(0.0, colour.hslHueF()), colour.hslSaturationF(), colour.lightnessF(), colour.alphaF()


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
