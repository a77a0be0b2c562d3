from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.errors import Defect
from workbench.domain.text import Span
from workbench.language.tiling import spans_of, tiled

PIECES = st.lists(st.text(alphabet="美国Us \n，\u0301\u200d\ufe0f👩👧𠮷\U0001f3fd"))


@given(PIECES)
def test_the_spans_tile_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    spans = tiled(text, pieces)
    assert "".join(text[span.start : span.end] for span in spans) == text
    assert all(spans)
    assert [span.start for span in spans[1:]] == [span.end for span in spans[:-1]]


@pytest.mark.parametrize(
    "character",
    ["e\u0301", "👩\u200d👧", "👩\u200d👩\u200d👧", "❤\ufe0f", "👋\U0001f3fd", "葛\U000e0100"],
)
def test_a_visible_character_is_never_split(character: str) -> None:
    assert tiled(f"美{character}国", f"美{character}国") == spans_of([1, len(character), 1])


def test_a_mark_without_a_character_before_it_stands_alone() -> None:
    assert tiled("\u0301美", "\u0301美") == [Span(0, 1), Span(1, 2)]


def test_pieces_that_are_not_the_text_are_our_fault() -> None:
    with pytest.raises(Defect):
        tiled("美国", ["美"])
