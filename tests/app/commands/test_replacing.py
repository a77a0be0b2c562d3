from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.app.commands.reversing import reversible
from tests.app.commands.test_categories import category, keys, mark
from tests.app.commands.test_marking import one, refused, without_effect
from tests.app.commands.test_variables import stance
from tests.app.world import CODEBOOK
from tests.domain.strategies import codebooks
from workbench.app.commands import EditCategory, EditCodeList, EditVariable, ReplaceCodebook
from workbench.app.commands.errors import KindNotFitting, ScopeFixed
from workbench.app.session import Session
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
from workbench.domain.codebook_check import KeyTwice, TwinMissing, check_codebook
from workbench.domain.codebook_edit.replacing import Used, replaced
from workbench.domain.errors import TextHoldsNul

ACTORS, POSITIONS = CODEBOOK.code_lists
STANCE, ACTOR, ARTICLE = CODEBOOK.layers
MOOD = Variable("mood", Kind.CATEGORY, Words(), "moods")
FRESH = Codebook(
    Words("新手册", "New codebook"),
    (CodeList("moods", Words("语气"), (Category("CALM", 1, Words("平静")),)),),
    (
        Layer(
            "mood", Words("语气"), Scope.SPAN, (Variable("mood", Kind.CATEGORY, Words(), "moods"),)
        ),
    ),
)


def test_a_project_without_annotations_gets_the_codebook_as_it_is(session: Session) -> None:
    reversible(session, ReplaceCodebook(FRESH))
    assert session.codebook == FRESH
    step = session.next_undo()
    assert step is not None
    assert (step.kind, dict(step.facts)) == ("replace_codebook", {"name": "新手册"})
    without_effect(session, ReplaceCodebook(FRESH))


def test_what_is_coded_is_kept_and_retired(session: Session, first: int) -> None:
    town = replace(category(session, "TOWN"), members=("FIRM",), same_as="positions:p1")
    session.run(EditCategory("actors", "TOWN", town))
    marked = stance(session, first, holder="MAYOR", sources=["TOWN"], share=0.5)
    before = one(session, marked).values
    reversible(session, ReplaceCodebook(FRESH))
    assert one(session, marked).values == before
    book = session.codebook
    assert [each.key for each in book.layers] == ["mood", "stance"]
    assert [each.key for each in book.code_lists] == ["moods", "actors"]
    assert book.layer("stance").retired
    assert book.layer("stance").complete == ()
    assert list(book.layer("stance").by_key) == ["holder", "sources", "share"]
    assert keys(session) == ["TOWN", "MAYOR"]
    kept = category(session, "TOWN")
    assert (kept.retired, kept.members, kept.same_as) == (True, (), None)
    assert category(session, "MAYOR").parent == "TOWN"
    assert kept.aliases == ("小镇议会",)


def test_what_has_the_same_key_becomes_what_the_file_says(session: Session, first: int) -> None:
    firm, town = mark(session, first, "FIRM"), mark(session, first, "TOWN", 2)
    actors = CodeList(
        "actors",
        Words("何人"),
        (Category("NEW", 2, Words("新人")), Category("TOWN", 5, Words("大镇"), parent="NEW")),
    )
    book = replace(CODEBOOK, code_lists=(POSITIONS, actors), layers=(ARTICLE, ACTOR))
    reversible(session, ReplaceCodebook(book))
    assert keys(session) == ["NEW", "TOWN", "FIRM"]
    assert category(session, "TOWN").label == Words("大镇")
    kept = category(session, "FIRM")
    assert (kept.retired, kept.code) == (True, 1)  # its own code is another one's now
    assert [each.key for each in session.codebook.layers] == ["article", "actor"]
    assert one(session, firm).values["actor"] == ("FIRM",)
    assert one(session, town).values["actor"] == ("TOWN",)


def test_a_variable_of_another_kind_takes_its_values_along(session: Session, first: int) -> None:
    marked = stance(session, first, rank=3, reason="平静")
    variables = tuple(
        replace(each, kind=Kind.CATEGORY, code_list="moods")
        if each.key == "reason"
        else replace(each, kind=Kind.REAL)
        if each.key == "rank"
        else each
        for each in STANCE.variables
    )
    book = Codebook(
        CODEBOOK.name,
        (*CODEBOOK.code_lists, *FRESH.code_lists),
        (replace(STANCE, variables=variables), ACTOR, ARTICLE),
    )
    reversible(session, ReplaceCodebook(book))
    assert one(session, marked).values == {"rank": (3.0,), "reason": ("CALM",)}
    number = tuple(
        replace(each, kind=Kind.INTEGER) if each.key == "reason" else each
        for each in STANCE.variables
    )
    wrong = replace(CODEBOOK, layers=(replace(STANCE, variables=number), ACTOR, ARTICLE))
    refused(session, ReplaceCodebook(wrong), KindNotFitting)


def test_a_layer_that_is_marked_in_keeps_its_scope(session: Session, first: int) -> None:
    mark(session, first, "TOWN")
    book = replace(CODEBOOK, layers=(replace(ACTOR, scope=Scope.ARTICLE),))
    refused(session, ReplaceCodebook(book), ScopeFixed)


def test_what_cannot_be_is_refused_whole(session: Session) -> None:
    twice = replace(FRESH, code_lists=FRESH.code_lists * 2)
    refused(session, ReplaceCodebook(twice), KeyTwice)
    nul = replace(FRESH, layers=(replace(FRESH.layers[0], label=Words("\0")),))
    refused(session, ReplaceCodebook(nul), TextHoldsNul)
    categories = (Category("CALM", 1, Words("\0")),)
    nul = replace(FRESH, code_lists=(replace(FRESH.code_lists[0], categories=categories),))
    refused(session, ReplaceCodebook(nul), TextHoldsNul)


def test_attributes_of_what_is_kept_are_those_that_still_mean_something(
    session: Session, first: int
) -> None:
    attributes = (
        Attribute("big", Kind.BOOLEAN, Words()),
        Attribute("near", Kind.CATEGORY, Words(), "actors"),
        Attribute("tone", Kind.CATEGORY, Words(), "positions"),
        Attribute("size", Kind.INTEGER, Words()),
    )
    session.run(EditCodeList("actors", replace(ACTORS, attributes=attributes)))
    values = {"big": True, "near": "TOWN", "tone": "n1", "size": 3}
    session.run(
        EditCategory("actors", "FIRM", replace(category(session, "FIRM"), attributes=values))
    )
    actor = session.codebook.layer("actor").variable("actor")
    session.run(EditVariable("actor", "actor", replace(actor, requires="big")))
    mark(session, first, "FIRM")
    session.run(ReplaceCodebook(FRESH))
    # Its list is left for it alone: what it names there, and the list of tones, is gone.
    assert category(session, "FIRM").attributes == {"big": True, "size": 3}
    assert session.codebook.layer("actor").variable("actor").requires == "big"
    session.undo()
    other = replace(ACTORS, attributes=(replace(attributes[3], kind=Kind.TEXT), attributes[1]))
    other = replace(other, categories=ACTORS.categories[:1])
    book = replace(FRESH, code_lists=(*FRESH.code_lists, other))
    reversible(session, ReplaceCodebook(book))
    assert category(session, "FIRM").attributes == {"near": "TOWN"}
    assert session.codebook.layer("actor").variable("actor").requires is None


def test_nothing_that_is_used_is_lost() -> None:
    @given(codebooks(), codebooks())
    @settings(max_examples=60, deadline=None)
    def keeps(old: Codebook, new: Codebook) -> None:
        used = Used(
            frozenset((each.key, own.key) for each in old.code_lists for own in each.categories),
            frozenset((each.key, own.key) for each in old.layers for own in each.variables),
            frozenset(old.layers_by_key),
        )
        # Categories that no variable can hold are not used by any annotation.
        held = {own.code_list for each in old.layers for own in each.variables}
        used = replace(
            used, categories=frozenset(place for place in used.categories if place[0] in held)
        )
        book = replaced(old, new, used).codebook
        check_codebook(book)
        for list_key, key in used.categories:
            assert key in book.code_list(list_key).by_key
        for layer_key, key in used.variables:
            assert key in book.layer(layer_key).by_key
        assert set(book.layers_by_key) == {*old.layers_by_key, *new.layers_by_key}
        assert replaced(old, new, Used()).codebook == new

    keeps()


def test_a_list_of_very_many_categories_is_taken_in(session: Session) -> None:
    many = tuple(Category(f"K{n}", n, Words(f"类{n}")) for n in range(1, 10_001))
    big = replace(FRESH, code_lists=(replace(FRESH.code_lists[0], categories=many),))
    session.run(ReplaceCodebook(big))
    assert session.codebook == big
    session.undo()
    assert session.codebook == CODEBOOK


def exchanged_actors(*actors: Category) -> Codebook:
    """Return a codebook whose other list, attributes and layers name actors, without most."""
    kind = Attribute("owner", Kind.CATEGORY, Words(), "actors")
    port = Category("PORT", 1, Words("港"), same_as="actors:FIRM", attributes={"owner": "FIRM"})
    places = CodeList("places", Words(), (port,), (kind,))
    there = replace(
        CODEBOOK,
        code_lists=(*CODEBOOK.code_lists, places),
        layers=(replace(ACTOR, variables=(replace(ACTOR.variables[0], default="FIRM"),)),),
    )
    check_codebook(there)
    new = replace(there, code_lists=(replace(ACTORS, categories=actors), POSITIONS, places))
    return replaced(there, new, Used(categories=frozenset({("actors", "TOWN")}))).codebook


def test_what_stays_does_not_name_what_its_list_has_lost() -> None:
    book = exchanged_actors(Category("NEW", 9, Words("新")))
    port = book.code_list("places").category("PORT")
    assert (port.same_as, dict(port.attributes)) == (None, {})
    assert book.layers[0].variables[0].default == ""
    assert book.code_list("actors").category("TOWN").retired  # coded, so nothing is lost of it


def test_what_is_new_must_not_name_what_there_is_not() -> None:
    new = Category("NEW", 9, Words("新"), same_as="actors:FIRM")
    with pytest.raises(TwinMissing):
        exchanged_actors(new)
