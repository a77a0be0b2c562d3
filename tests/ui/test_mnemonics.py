from __future__ import annotations

import pytest

from workbench.ui.mnemonics import without_mnemonic


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("&File", "File"),
        ("S&maller text", "Smaller text"),
        ("文件(&F)", "文件"),
        ("&Undo mark: A&&B", "Undo mark: A&B"),
        ("R&&D (&R)", "R&D "),
        ("中文", "中文"),
    ],
)
def test_texts_are_read_without_their_marks(text: str, plain: str) -> None:
    assert without_mnemonic(text) == plain
