from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from tests.domain.strategies import codebooks
from workbench.domain.codebook import (
    Attribute,
    Category,
    Codebook,
    CodeList,
    Kind,
    Layer,
    Scope,
    Variable,
    Words,
)
from workbench.domain.codebook_check import CodebookInconsistent, NotDeclared
from workbench.domain.codebook_edit.replacing import Used, replaced
from workbench.domain.codebook_joining import added, exchanged, with_layers

HERE = Codebook(
    Words("此处"),
    (
        CodeList("a", Words("甲"), (Category("x", 1, Words("一")), Category("y", 2, Words("二")))),
        CodeList("b", Words("乙"), (Category("z", 1, Words("三")),)),
    ),
    (
        Layer(
            "l",
            Words("层"),
            Scope.SPAN,
            (Variable("v", Kind.CATEGORY, Words("变量"), "a"),),
            (("v",),),
        ),
    ),
)


def test_what_is_new_comes_behind_what_is_there_and_nothing_else_changes() -> None:
    found = Codebook(
        Words("彼处"),
        (
            CodeList(
                "a",
                Words("别名"),
                (
                    Category("x", 9, Words("另一个")),
                    Category("n", 2, Words("新"), parent="x"),
                    Category("m", 7, Words("更新")),
                ),
                (Attribute("weight", Kind.REAL, Words("权重")),),
            ),
            CodeList("c", Words("丙")),
        ),
        (
            Layer("l", Words("别层"), Scope.SPAN, (Variable("w", Kind.TEXT, Words("文")),)),
            Layer("k", Words("新层"), Scope.ARTICLE, ()),
        ),
    )
    joined = added(HERE, found)
    assert joined.name == HERE.name
    assert [each.key for each in joined.code_lists] == ["a", "b", "c"]
    first = joined.code_list("a")
    assert first.label == Words("甲")
    assert first.categories[:2] == HERE.code_lists[0].categories
    assert [(each.key, each.code, each.parent) for each in first.categories[2:]] == [
        ("n", 3, "x"),  # 2 is taken
        ("m", 7, None),
    ]
    assert [each.key for each in first.attributes] == ["weight"]
    assert [each.key for each in joined.layer("l").variables] == ["v", "w"]
    assert joined.layer("l").label == Words("层")
    assert joined.layer("k") == found.layers[1]


@given(codebooks(), codebooks())
def test_whatever_is_added_what_was_there_stays(there: Codebook, found: Codebook) -> None:
    try:
        joined = added(there, found)
    except CodebookInconsistent:  # the same key for what does not go together
        return
    for old in there.code_lists:
        new = joined.code_list(old.key)
        assert new.categories[: len(old.categories)] == old.categories
    for layer in there.layers:
        assert joined.layer(layer.key).variables[: len(layer.variables)] == layer.variables
    keys = {each.key for each in (*there.code_lists, *found.code_lists)}
    assert set(joined.lists_by_key) == keys
    assert added(joined, found) == joined


def test_lists_are_exchanged_and_the_rest_stays() -> None:
    found = Codebook(Words(), (CodeList("b", Words("新乙")), CodeList("c", Words("丙"))))
    joined = exchanged(HERE, found)
    assert joined.code_lists == (HERE.code_lists[0], *found.code_lists)
    assert joined.layers == HERE.layers


def test_what_the_rest_needs_cannot_be_exchanged_away() -> None:
    here = replace(
        HERE,
        layers=(
            Layer(
                "l",
                Words(),
                Scope.SPAN,
                (Variable("v", Kind.CATEGORY, Words(), "a", requires="free"),),
            ),
        ),
        code_lists=(CodeList("a", Words(), (), (Attribute("free", Kind.BOOLEAN, Words()),)),),
    )
    new = exchanged(here, Codebook(Words(), (CodeList("a", Words()),)))
    with pytest.raises(NotDeclared):
        replaced(here, new, Used())


def test_a_list_that_nothing_codes_with_gets_a_layer() -> None:
    joined = with_layers(HERE, ["a", "b"])
    assert joined.layers[:1] == HERE.layers
    (layer,) = joined.layers[1:]
    assert (layer.key, layer.label, layer.scope) == ("b", Words("乙"), Scope.SPAN)
    assert layer.main is not None
    assert layer.main.code_list == "b"


def test_a_layer_for_a_list_takes_a_free_key() -> None:
    long = "l" * 32
    here = Codebook(
        Words(),
        (CodeList("l", Words()), CodeList(long, Words())),
        (Layer("l", Words(), Scope.SPAN, ()), Layer(long, Words(), Scope.SPAN, ())),
    )
    keys = [each.key for each in with_layers(here, ["l", long]).layers]
    assert keys == ["l", long, "l_2", f"{'l' * 28}_2"]
