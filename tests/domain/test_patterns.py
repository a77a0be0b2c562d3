from __future__ import annotations

import pytest

from workbench.domain.patterns import (
    LARGEST,
    LONGEST,
    PatternTooLarge,
    PatternTooLong,
    refuse_excessive,
)

TOO_LARGE = [
    "((((a{100}){100}){100}){3})",
    "(?:(?:甲{100}){100}){2}",
    "(?:[)\\]]{100}){101}",
    "(?:[]()]{100}){101}",
    "(?:[[:alpha:])]{100}){101}",
    "(?:\\){100}){101}",
    "(?:(?#()a{100}){101}",
    "(?P<x>(?i:a{100,}){100,200}){2}",
    "(?:(?:(?:^){100}){100}){2}",
    "(?:(?:(?:|){100}){100}){2}",
    "甲{10001}",
    "甲{6000}乙{6000}",
    "甲{" + "9" * 900 + "}",
]
FITTING = [
    "",
    "甲{10000}",
    "(?:[a-z]{100}){100}",
    "(?:(?:a{1,300}){1,300}){0,300}$",
    "\\d{4}年\\d{1,2}月\\d{1,2}日",
    "\\(\\p{Han}{100}\\){50}",
    "(?<=甲).{,200}(?=乙){100}",
    "[{100}{100}{100}{100}]",
    "\\{100}\\{100}\\{100}",
    "甲)乙{5}",
]


@pytest.mark.parametrize("pattern", TOO_LARGE)
def test_repetitions_that_take_all_memory_are_refused(pattern: str) -> None:
    with pytest.raises(PatternTooLarge) as caught:
        refuse_excessive(pattern)
    assert caught.value.facts == {"pattern": pattern, "limit": LARGEST}


@pytest.mark.parametrize("pattern", FITTING)
def test_what_repeats_within_reason_is_left_alone(pattern: str) -> None:
    refuse_excessive(pattern)


def test_a_rule_has_no_end_of_signs() -> None:
    refuse_excessive("甲" * LONGEST)
    with pytest.raises(PatternTooLong) as caught:
        refuse_excessive("甲" * (LONGEST + 1))
    assert caught.value.facts["length"] == LONGEST + 1
    assert len(str(caught.value)) < 200
