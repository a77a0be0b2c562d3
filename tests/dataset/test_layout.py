from __future__ import annotations

from pathlib import Path

from tests.app.world import CODEBOOK
from workbench.dataset.columns import COMMON as FIXED
from workbench.dataset.columns import names_of
from workbench.dataset.layout import Layout
from workbench.dataset.layout import lay_out as lay_out_
from workbench.domain.codebook import (
    Category,
    Codebook,
    CodeList,
    Kind,
    Layer,
    Scope,
    Variable,
    Words,
)
from workbench.domain.codebook_file import parse_codebook

_NONE = Words()
COMMON = names_of(FIXED)
TAKEN = ("article_id", "coder", "status")


def lay_out(codebook: Codebook) -> Layout:
    return lay_out_(codebook, taken=TAKEN)


def _coding(layout: Layout) -> tuple[str, ...]:
    layers = (*layout.article_layers, *layout.span_layers)
    return tuple(column.name for each in layers for column in each.coding)


_SCALE = CodeList("scale", _NONE, (Category("low", 1, _NONE, score=-1.0),))


def _codebook(*layers: Layer) -> Codebook:
    return Codebook(_NONE, (_SCALE,), layers)


def _layer(key: str, *variables: Variable, scope: Scope = Scope.SPAN) -> Layer:
    return Layer(key, _NONE, scope, variables)


def test_a_variable_has_its_value_label_and_score() -> None:
    stance = lay_out(CODEBOOK).layers[0]
    assert stance.table.name == "stance"
    assert stance.table.names[: len(COMMON)] == COMMON
    assert stance.table.names[len(COMMON) :] == (
        *("holder", "holder_label", "holder_code", "holder_parent", "holder_top"),
        *("position", "position_label", "position_score", "position_code"),
        *("sources", "sources_label", "share", "rank", "sure", "when", "reason"),
        *("because", "after"),
    )


def test_several_values_have_a_long_table() -> None:
    stance = lay_out(CODEBOOK).layers[0]
    longs = {each.long.name: each.long.names for each in stance.variables if each.long}
    begin = ("annotation_id", "ordinal", "value")
    assert longs == {
        "stance_sources_long": (*begin, "label", "code", "parent", "top"),
        "stance_because_long": begin,
    }


def test_article_coding_has_article_variables_then_counts() -> None:
    assert _coding(lay_out(CODEBOOK)) == ("genre", "score", "n_stance", "n_actor")


def test_names_that_collide_are_told_apart() -> None:
    layer = _layer(
        "annotations",
        Variable("start", Kind.CATEGORY, _NONE, "scale"),
        Variable("start_label", Kind.TEXT, _NONE),
        Variable("x" * 32, Kind.CATEGORY, _NONE, "scale"),
        Variable("x" * 31 + "y", Kind.CATEGORY, _NONE, "scale"),
    )
    table = lay_out(_codebook(layer)).layers[0]
    assert table.table.name == "annotations_2"
    assert table.table.names[len(COMMON) :] == (
        *("start_2", "start_2_label", "start_2_score", "start_2_code", "start_label"),
        *("x" * 32, "x" * 26 + "_label", "x" * 26 + "_score", "x" * 27 + "_code"),
        *("x" * 31 + "y", "x" * 24 + "_2_label", "x" * 24 + "_2_score", "x" * 25 + "_2_code"),
    )


def test_files_that_collide_are_told_apart() -> None:
    several = Variable("b", Kind.TEXT, _NONE, several=True)
    layout = lay_out(_codebook(_layer("a_b_long"), _layer("a", several), _layer("con")))
    names = [table.table.name for table in layout.layers]
    assert names == ["a_b_long", "a", "con_2"]
    long = layout.layers[1].variables[0].long
    assert long is not None
    assert long.name == "a_b_2_long"


def test_article_layers_share_the_columns_of_article_coding() -> None:
    genre = Variable("genre", Kind.CATEGORY, _NONE, "scale")
    layout = lay_out(
        _codebook(
            _layer("one", genre, scope=Scope.ARTICLE),
            _layer("two", genre, Variable("status", Kind.TEXT, _NONE), scope=Scope.ARTICLE),
            _layer("genre"),
        )
    )
    assert _coding(layout) == (
        *("genre", "genre_label", "genre_score", "genre_code"),
        *("genre_2", "genre_2_label", "genre_2_score", "genre_2_code", "status_2", "n_genre"),
    )
    assert layout.layers[1].table.names[-5:] == (
        *("genre", "genre_label", "genre_score", "genre_code", "status"),
    )


def test_the_starter_codebook_keeps_all_its_names(repository: Path) -> None:
    path = repository / "resources" / "codebook" / "starter.json"
    codebook = parse_codebook(path.read_text(encoding="utf-8"), path.name)
    for table in lay_out(codebook).layers:
        assert table.table.name == table.layer.key
        assert [each.names[0] for each in table.variables] == list(table.layer.by_key)
