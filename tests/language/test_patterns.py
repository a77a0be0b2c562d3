from __future__ import annotations

import re

import pytest

from workbench.domain.codebook import Category, Codebook, CodeList, Words
from workbench.domain.codebook_check import PatternNotFitting
from workbench.domain.patterns import PatternBracketStray, PatternUnreadable
from workbench.language.patterns import check_patterns, compiled

TEXT = "😀镇长说：Trade与ＡＢＣ、商会商議会。\n第12条{镇}"


def _book(*patterns: str) -> Codebook:
    category = Category("C", 1, Words("甲", "c"), patterns=patterns)
    return Codebook(Words(), (CodeList("actors", Words(), (category,)),))


@pytest.mark.parametrize(
    "pattern",
    [
        "商.{,3}会",
        "(?i)TRADE",
        r"\bTrade",
        r"\{镇\}",
        "[镇商]+",
        r"\d{2}",
        "(?m)^第",
        r"\N{DIGIT ONE}",
    ],
)
def test_rules_of_python_mean_what_they_mean_there(pattern: str) -> None:
    found = [each.span() for each in compiled(pattern).finditer(TEXT)]
    assert found == [each.span() for each in re.finditer(pattern, TEXT)]
    assert found


def test_scripts_and_classes_by_name_are_known_besides() -> None:
    assert compiled(r"\p{Han}+").findall(TEXT) == ["镇长说", "与", "商会商議会", "第", "条", "镇"]
    assert compiled("[[:upper:]]").findall(TEXT) == ["T", "Ａ", "Ｂ", "Ｃ"]


@pytest.mark.parametrize(
    "pattern",
    ["(", "[", "(?V1)a", "(?au)a", r"\p{Nothing}", "a{3,1}", "(" * 400 + ")" * 400],
)
def test_what_cannot_be_read_is_refused(pattern: str) -> None:
    with pytest.raises(PatternUnreadable):
        compiled(pattern)


def test_a_codebook_is_checked_rule_by_rule_and_what_stood_there_is_left_alone() -> None:
    check_patterns(_book("甲+", r"\p{Han}"))
    with pytest.raises(PatternNotFitting) as caught:
        check_patterns(_book("甲+", "(乙"))
    assert caught.value.facts["place"] == "actors:C"
    check_patterns(_book("(乙", "丙"), _book("(乙", "a{e<=1}"))
    with pytest.raises(PatternBracketStray):
        check_patterns(_book("(乙", "a{e<=1}"), _book("(乙"))
