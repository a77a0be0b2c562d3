from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.domain.codebook import (
    Category,
    Codebook,
    CodeList,
    Kind,
    Layer,
    Scope,
    UnknownCategory,
    UnknownCodeList,
    UnknownLayer,
    UnknownVariable,
    Variable,
    Words,
    is_offered,
)

FIRM = Category("FIRM", 1, Words("商会", "chamber"), attributes={"can_hold": True})
PACT = Category("PACT", 2, Words("条约", "pact"), attributes={"can_hold": False})
GONE = Category("GONE", 3, Words("旧国", "old state"), attributes={"can_hold": True}, retired=True)
BARE = Category("BARE", 4, Words("无属性", "bare"), same_as="topics:T")
ACTORS = CodeList("actors", Words("行为体", "Actors"), (FIRM, PACT, GONE, BARE))
HOLDER = Variable("holder", Kind.CATEGORY, Words(), "actors", requires="can_hold")
NAMED = Variable("named", Kind.CATEGORY, Words(), "actors")
NOTE = Variable("note", Kind.TEXT, Words())
LAYER = Layer("stance", Words(), Scope.SPAN, (HOLDER, NAMED, NOTE), complete=(("named",),))
BOOK = Codebook(Words("手册", "Book"), (ACTORS,), (LAYER,))


@pytest.mark.parametrize(
    ("words", "language", "told"),
    [
        (Words("甲", "A"), "zh", "甲"),
        (Words("甲", "A"), "zh_CN", "甲"),
        (Words("甲", "A"), "en", "A"),
        (Words("", "A"), "zh", "A"),
        (Words("甲", ""), "en", "甲"),
        (Words(), "en", ""),
    ],
)
def test_words_fall_back_on_the_other_language(words: Words, language: str, told: str) -> None:
    assert words.told(language) == told


def test_everything_is_found_by_its_key() -> None:
    assert BOOK.code_list("actors") is ACTORS
    assert BOOK.layer("stance") is LAYER
    assert ACTORS.category("PACT") is PACT
    assert LAYER.variable("note") is NOTE


def test_an_unknown_code_list_is_refused() -> None:
    with pytest.raises(UnknownCodeList, match="“topics”"):
        BOOK.code_list("topics")


def test_an_unknown_category_is_refused_with_its_list() -> None:
    with pytest.raises(UnknownCategory, match=r"“XYZ”.*“actors”"):
        ACTORS.category("XYZ")


def test_an_unknown_layer_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownLayer, match=r"“claim”.*stance"):
        BOOK.layer("claim")


def test_an_unknown_variable_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownVariable, match=r"“when”.*holder, named, note"):
        LAYER.variable("when")


def test_a_list_has_scores_when_one_category_has_also_if_it_is_zero() -> None:
    assert not ACTORS.has_scores
    assert replace(ACTORS, categories=(FIRM, replace(PACT, score=0.0))).has_scores


def test_a_twin_is_found_from_the_other_side() -> None:
    assert ACTORS.twin_of("topics", "T") is BARE
    assert ACTORS.twin_of("actors", "T") is None


@pytest.mark.parametrize(
    ("category", "as_holder", "as_named"),
    [(FIRM, True, True), (PACT, False, True), (GONE, False, False), (BARE, False, True)],
)
def test_what_is_offered_depends_on_use_and_on_what_is_required(
    category: Category, as_holder: bool, as_named: bool
) -> None:
    assert is_offered(HOLDER, category) == as_holder
    assert is_offered(NAMED, category) == as_named
    assert (category in BOOK.offered(HOLDER)) == as_holder
    assert (category in BOOK.offered(NAMED)) == as_named


def test_a_variable_without_list_offers_nothing() -> None:
    assert BOOK.offered(NOTE) == ()


def test_the_main_variable_is_the_only_one_that_completes_the_layer() -> None:
    assert LAYER.main is NAMED


@pytest.mark.parametrize(
    "complete",
    [(), (("named",), ("holder",)), (("named", "holder"),), (("note",),), (("several",),)],
)
def test_no_other_rule_has_a_main_variable(complete: tuple[tuple[str, ...], ...]) -> None:
    several = replace(NAMED, key="several", several=True)
    layer = replace(LAYER, variables=(*LAYER.variables, several), complete=complete)
    assert layer.main is None
