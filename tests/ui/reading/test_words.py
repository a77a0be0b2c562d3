from __future__ import annotations

from workbench.domain.text import Span
from workbench.ui.reading.words import WordService


def by_threes(offset: int) -> Span | None:
    return None if offset == 6 else Span(offset // 3 * 3, offset // 3 * 3 + 3)


def test_steps_go_to_the_borders_of_words() -> None:
    words = WordService(lambda span: span, by_threes)
    assert words.following(1, 9) == 3
    assert words.following(9, 9) == 9
    assert words.preceding(5) == 3
    assert words.preceding(0) == 0


def test_where_no_word_is_a_step_is_a_character() -> None:
    words = WordService(lambda span: span, by_threes)
    assert words.following(6, 9) == 7
    assert words.preceding(7) == 6


def test_without_a_service_a_word_is_a_character() -> None:
    words = WordService()
    assert words.at(4) == Span(4, 5)
    assert words.snap(Span(2, 9)) == Span(2, 9)
