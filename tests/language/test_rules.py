from __future__ import annotations

from workbench.domain.patterns import PatternTooLarge, PatternUnreadable
from workbench.domain.text import Span
from workbench.language.lexicon import Match
from workbench.language.matcher import Matcher, Sought, longest
from workbench.language.rules import PatternTooSlow, Rule, Rules

ENDLESS = "(?:(?:a{1,30}){1,30}){1,30}$"
SLOW = "a" * 300 + "b"


def test_rules_find_by_themselves_and_with_what_stands_around() -> None:
    rules = Rules([Rule("甲+", "A"), Rule("(?<=“)乙(?=”)", "B")])
    assert rules.find("甲甲与“乙”和乙") == [
        Match(Span(0, 2), ("A",)),
        Match(Span(4, 5), ("B",)),
    ]
    assert rules.troubles == {}


def test_nothing_is_no_match() -> None:
    assert Rules([Rule("甲*", "A"), Rule("(?=乙)", "B")]).find("乙乙") == []


def test_one_that_does_not_end_is_stopped_and_named() -> None:
    rules = Rules([Rule(ENDLESS, "A"), Rule("b", "B")], patience=0.05)
    assert rules.find(SLOW) == [Match(Span(300, 301), ("B",))]
    trouble = rules.troubles[ENDLESS]
    assert isinstance(trouble, PatternTooSlow)
    assert ENDLESS in str(trouble)


def test_one_slow_text_is_no_reason_to_give_up_and_two_in_a_row_are() -> None:
    rules = Rules([Rule(ENDLESS, "A")], patience=0.05)
    found = [Match(Span(0, 3), ("A",))]
    for _ in range(2):
        assert rules.find(SLOW) == []
        assert rules.find("aaa") == found
    assert ENDLESS in rules.troubles  # one text was not searched through
    assert rules.find(SLOW) == rules.find(SLOW) == []
    assert rules.find("aaa") == []


def test_one_that_cannot_be_read_stops_no_other() -> None:
    rules = Rules([Rule("[", "A"), Rule("b", "B")])
    assert rules.find("b[") == [Match(Span(0, 1), ("B",))]
    assert isinstance(rules.troubles["["], PatternUnreadable)


def test_one_that_is_too_large_is_not_even_compiled() -> None:
    huge = "((((a{100}){100}){100}){3})"
    rules = Rules([Rule(huge, "A"), Rule("b", "B")])
    assert rules.find("ab") == [Match(Span(1, 2), ("B",))]
    assert isinstance(rules.troubles[huge], PatternTooLarge)


def test_the_longest_at_a_place_wins_and_equals_are_joined() -> None:
    matches = [
        Match(Span(0, 2), ("A",)),
        Match(Span(0, 3), ("B",)),
        Match(Span(2, 5), ("C",)),
        Match(Span(3, 5), ("D", "E")),
        Match(Span(3, 5), ("E", "F")),
    ]
    assert longest(matches) == [Match(Span(0, 3), ("B",)), Match(Span(3, 5), ("D", "E", "F"))]


def test_rules_and_names_of_a_list_are_weighed_and_other_lists_are_left_alone() -> None:
    sought = Sought(
        names={"x": (("甲乙", "N"),), "y": (("乙丙", "M"),)},
        rules={"x": (Rule("甲", "R"), Rule("乙丙丁", "S"), Rule("[", "T"))},
    )
    matcher = Matcher(sought)
    assert matcher.find("甲乙丙丁") == {
        "x": [Match(Span(0, 2), ("N",))],
        "y": [Match(Span(1, 3), ("M",))],
    }
    assert list(matcher.troubles()) == ["["]
    assert matcher.has_rules
