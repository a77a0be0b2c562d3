"""Set an article's text: fonts and line heights of a QTextDocument. The text stays as it is."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from workbench.ui.reading.board import Depth
from workbench.ui.reading.display_text import DisplayText
from workbench.ui.reading.metrics import LINE_HEIGHT, Metrics
from workbench.ui.reading.paragraphs import Style

_TITLE_SCALE = 1.45
_HEADING_SCALE = 1.06
_AFTER = {Style.TITLE: 0.75, Style.HEADING: 0.45, Style.BODY: 0.7, Style.EMPTY: 0.0}  # em
_BEFORE = {Style.TITLE: 0.3, Style.HEADING: 0.55, Style.BODY: 0.0, Style.EMPTY: 0.0}
_EMPTY_LINE = 0.35
_TAB = 4
_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_PADDING = 0.6

DepthOf = Callable[[int], Depth]


class Typesetter:
    """Give each block its font and the line height that its marks need."""

    def __init__(self, font: QFont, spacing: float = LINE_HEIGHT) -> None:
        self._font = font
        self._fonts = {style: self._styled(style) for style in Style}
        self._natural = {style: _natural_height(each) for style, each in self._fonts.items()}
        self._metrics = {
            style: Metrics(each.pixelSize(), spacing) for style, each in self._fonts.items()
        }

    def metrics(self, style: Style) -> Metrics:
        """Return the sizes of a paragraph of this style."""
        return self._metrics[style]

    def prepare(self, document: QTextDocument) -> None:
        """Give the document its font and margins, before a text comes into it."""
        # Each of these lays out all the text that is there.
        document.setUndoRedoEnabled(False)
        if document.defaultFont() != self._font:
            document.setDefaultFont(self._font)
        if document.documentMargin() != padding_of(self._font):
            document.setDocumentMargin(padding_of(self._font))
        option, stop = document.defaultTextOption(), float(_TAB * self._font.pixelSize())
        if (option.wrapMode(), option.tabStopDistance()) != (_WRAP, stop):
            option = QTextOption(Qt.AlignmentFlag.AlignLeft)
            option.setWrapMode(_WRAP)
            option.setTabStopDistance(stop)
            document.setDefaultTextOption(option)

    def set_all(
        self,
        document: QTextDocument,
        shown: DisplayText,
        styles: Sequence[Style],
        depth_of: DepthOf,
    ) -> None:
        """Set every block anew."""
        self.prepare(document)
        plain = self._format(Style.BODY, Depth(), continued=False)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(plain)
        for number, style in enumerate(styles):
            depth, continued = depth_of(number), shown.is_continued(number)
            if style is not Style.BODY or continued or not self.is_usual(style, depth):
                block = document.findBlockByNumber(number)
                self._set(cursor, block, self._format(style, depth, continued), style)
        cursor.endEditBlock()

    def is_usual(self, style: Style, depth: Depth) -> bool:
        """Tell whether a block needs no more than the usual line height."""
        metrics = self._metrics[style]
        return metrics.line_height(depth) == metrics.line_height(Depth())

    def set_depths(
        self,
        document: QTextDocument,
        shown: DisplayText,
        blocks: Iterable[tuple[int, Style, Depth]],
        *,
        least: bool = False,
    ) -> bool:
        """Set the line height of some blocks; tell whether any became another one.

        With `least` none becomes lower.
        """
        wanted = [
            (
                document.findBlockByNumber(number),
                self._format(style, depth, shown.is_continued(number)),
            )
            for number, style, depth in blocks
        ]
        changed = [
            (block, wish)
            for block, wish in wanted
            if (now := block.blockFormat()) != wish
            and not (least and now.lineHeight() >= wish.lineHeight())
        ]
        if changed:
            cursor = QTextCursor(document)
            cursor.beginEditBlock()
            for block, wish in changed:
                cursor.setPosition(block.position())
                cursor.setBlockFormat(wish)
            cursor.endEditBlock()
        return bool(changed)

    def _set(
        self, cursor: QTextCursor, block: QTextBlock, wish: QTextBlockFormat, style: Style
    ) -> None:
        cursor.setPosition(block.position())
        cursor.setBlockFormat(wish)
        if style in (Style.TITLE, Style.HEADING, Style.EMPTY):
            letters = QTextCharFormat()
            letters.setFont(self._fonts[style])
            cursor.setPosition(
                block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.mergeCharFormat(letters)
            cursor.setBlockCharFormat(letters)

    def _format(self, style: Style, depth: Depth, continued: bool) -> QTextBlockFormat:
        wish = QTextBlockFormat()
        em = self._font.pixelSize()
        distance = self._metrics[style].line_height(depth) - self._natural[style]
        kind = QTextBlockFormat.LineHeightTypes.LineDistanceHeight
        if style is Style.EMPTY:
            distance = 0.0
        wish.setLineHeight(max(0.0, round(distance * 2) / 2), kind.value)
        wish.setTopMargin(round(_BEFORE[style] * em))
        wish.setBottomMargin(0 if continued else round(_AFTER[style] * em))
        return wish

    def _styled(self, style: Style) -> QFont:
        font = QFont(self._font)
        size = self._font.pixelSize()
        if style is Style.TITLE:
            font.setPixelSize(round(size * _TITLE_SCALE))
            font.setWeight(QFont.Weight.DemiBold)
        elif style is Style.HEADING:
            font.setPixelSize(round(size * _HEADING_SCALE))
            font.setWeight(QFont.Weight.DemiBold)
        elif style is Style.EMPTY:
            font.setPixelSize(max(1, round(size * _EMPTY_LINE)))
        return font


def padding_of(font: QFont) -> float:
    """Return the white beside the text, in pixels."""
    return round(_PADDING * font.pixelSize())


def _natural_height(font: QFont) -> float:
    metrics = QFontMetricsF(font)
    return math.ceil(metrics.ascent() + metrics.descent() + max(0.0, metrics.leading()))
