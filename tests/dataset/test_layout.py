from __future__ import annotations

from pathlib import Path

from tests.app.world import CODEBOOK
from workbench.dataset.layout import COMMON, lay_out
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
_SCALE = CodeList("scale", _NONE, (Category("low", 1, _NONE, score=-1.0),))


def _codebook(*layers: Layer) -> Codebook:
    return Codebook(_NONE, (_SCALE,), layers)


def _layer(key: str, *variables: Variable, scope: Scope = Scope.SPAN) -> Layer:
    return Layer(key, _NONE, scope, variables)


def test_a_variable_has_its_value_label_and_score() -> None:
    stance = lay_out(CODEBOOK).layers[0]
    assert stance.file == "stance.csv"
    assert stance.columns[: len(COMMON)] == COMMON
    assert stance.columns[len(COMMON) :] == (
        *("holder", "holder_label", "position", "position_label", "position_score"),
        *("sources", "sources_label", "share", "rank", "sure", "when", "reason"),
        *("because", "after"),
    )


def test_several_values_have_a_long_table() -> None:
    stance = lay_out(CODEBOOK).layers[0]
    longs = {each.long_file: each.long_names for each in stance.variables if each.long_file}
    assert longs == {
        "stance_sources_long.csv": ("annotation_id", "ordinal", "value", "label"),
        "stance_because_long.csv": ("annotation_id", "ordinal", "value"),
    }


def test_article_coding_has_article_variables_then_counts() -> None:
    assert lay_out(CODEBOOK).article_coding == (
        *("article_id", "coder", "status", "genre", "score", "n_stance", "n_actor"),
    )


def test_names_that_collide_are_told_apart() -> None:
    layer = _layer(
        "annotations",
        Variable("start", Kind.CATEGORY, _NONE, "scale"),
        Variable("start_label", Kind.TEXT, _NONE),
        Variable("x" * 32, Kind.CATEGORY, _NONE, "scale"),
        Variable("x" * 31 + "y", Kind.CATEGORY, _NONE, "scale"),
    )
    table = lay_out(_codebook(layer)).layers[0]
    assert table.file == "annotations_2.csv"
    assert table.columns[len(COMMON) :] == (
        *("start_2", "start_2_label", "start_2_score", "start_label"),
        *("x" * 32, "x" * 26 + "_label", "x" * 26 + "_score"),
        *("x" * 31 + "y", "x" * 24 + "_2_label", "x" * 24 + "_2_score"),
    )


def test_files_that_collide_are_told_apart() -> None:
    several = Variable("b", Kind.TEXT, _NONE, several=True)
    layout = lay_out(_codebook(_layer("a_b_long"), _layer("a", several), _layer("con")))
    files = [table.file for table in layout.layers]
    assert files == ["a_b_long.csv", "a.csv", "con_2.csv"]
    assert layout.layers[1].variables[0].long_file == "a_b_2_long.csv"


def test_article_layers_share_the_columns_of_article_coding() -> None:
    genre = Variable("genre", Kind.CATEGORY, _NONE, "scale")
    layout = lay_out(
        _codebook(
            _layer("one", genre, scope=Scope.ARTICLE),
            _layer("two", genre, Variable("status", Kind.TEXT, _NONE), scope=Scope.ARTICLE),
            _layer("genre"),
        )
    )
    assert layout.article_coding == (
        *("article_id", "coder", "status", "genre", "genre_label", "genre_score"),
        *("genre_2", "genre_2_label", "genre_2_score", "status_2", "n_genre"),
    )
    assert layout.layers[1].columns[-4:] == ("genre", "genre_label", "genre_score", "status")


def test_the_starter_codebook_keeps_all_its_names(repository: Path) -> None:
    path = repository / "resources" / "codebook" / "starter.json"
    codebook = parse_codebook(path.read_text(encoding="utf-8"), path.name)
    for table in lay_out(codebook).layers:
        assert table.file == f"{table.layer.key}.csv"
        assert [each.value for each in table.variables] == list(table.layer.by_key)
