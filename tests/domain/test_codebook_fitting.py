"""A codebook from elsewhere whose keys mean something else here."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.codebook import Codebook, Kind, Layer, Scope, Variable, Words
from workbench.domain.codebook_fitting import fitted
from workbench.domain.codebook_joining import added

NUMBER = Variable("n", Kind.INTEGER, Words("数"))
THERE = Codebook(Words("手册"), (), (Layer("mood", Words("语气"), Scope.SPAN, (NUMBER,)),))


def found(*variables: Variable, scope: Scope = Scope.SPAN) -> Codebook:
    return Codebook(Words("别处"), (), (Layer("mood", Words("语气"), scope, variables),))


def test_what_means_the_same_keeps_its_key() -> None:
    fit = fitted(THERE, found(NUMBER, replace(NUMBER, key="m")))
    assert (fit.codebook, fit.layers, fit.variables) == (
        found(NUMBER, replace(NUMBER, key="m")),
        {},
        {},
    )


def test_a_variable_of_another_kind_gets_another_key_and_the_same_again() -> None:
    text = replace(NUMBER, kind=Kind.TEXT)
    fit = fitted(THERE, found(text, replace(NUMBER, key="n_2")))
    assert fit.variables == {("mood", "n"): "n_3"}
    joined = added(THERE, fit.codebook)
    again = fitted(joined, found(text, replace(NUMBER, key="n_2")))
    assert again.variables == fit.variables
    assert added(joined, again.codebook) == joined


def test_several_values_do_not_fit_where_one_is_allowed() -> None:
    several = replace(NUMBER, several=True)
    assert fitted(THERE, found(several)).variables == {("mood", "n"): "n_2"}
    assert fitted(added(Codebook(Words("x")), found(several)), found(NUMBER)).variables == {}


def test_a_layer_of_another_scope_gets_another_key() -> None:
    fit = fitted(THERE, found(NUMBER, scope=Scope.ARTICLE))
    assert (fit.layers, fit.variables) == ({"mood": "mood_2"}, {})
    assert [each.key for each in added(THERE, fit.codebook).layers] == ["mood", "mood_2"]
