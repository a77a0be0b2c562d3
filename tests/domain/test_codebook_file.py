from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from tests.domain.strategies import codebooks
from workbench.domain.codebook import Codebook, Kind, Layer, Scope, Variable, Want, Words
from workbench.domain.codebook_check import CodebookInconsistent, KeyTwice
from workbench.domain.codebook_file import (
    FORMAT,
    FORMAT_VERSION,
    CodebookTooNew,
    CodebookUnreadable,
    parse_codebook,
    write_codebook,
    written_codebook,
)

SMALL: dict[str, Any] = {
    "format": FORMAT,
    "format_version": FORMAT_VERSION,
    "name": {"zh": "手册", "en": "Book"},
    "code_lists": [
        {
            "key": "actors",
            "label": {"zh": "行为体", "en": "Actors"},
            "attributes": [{"key": "can_hold", "kind": "boolean", "label": {"en": "can hold"}}],
            "categories": [
                {"key": "A", "code": 1, "zh": "甲", "aliases": ["甲方"], "score": -1},
                {"key": "B", "code": 2, "parent": "A", "attributes": {"can_hold": True}},
            ],
        }
    ],
    "layers": [
        {
            "key": "actor",
            "scope": "span",
            "complete": [["actor"]],
            "wants": [{"variable": "actor", "categories": ["A"], "wanted": ["memo"]}],
            "variables": [
                {"key": "actor", "kind": "category", "code_list": "actors"},
                {"key": "memo", "kind": "text"},
            ],
        }
    ],
}


@pytest.fixture(scope="module")
def schema(repository: Path) -> jsonschema.Draft202012Validator:
    data = json.loads((repository / "schema/codebook.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(data)
    return jsonschema.Draft202012Validator(data)


def _parsed(data: Any) -> Codebook:
    return parse_codebook(json.dumps(data, ensure_ascii=False), "b.json")


def _changed(path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    data = deepcopy(SMALL)
    place: Any = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return data


CATEGORY = ("code_lists", 0, "categories", 0)
VARIABLE = ("layers", 0, "variables", 0)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(codebook=codebooks())
def test_what_is_written_reads_back_and_fits_the_schema(
    codebook: Codebook, schema: jsonschema.Draft202012Validator
) -> None:
    text = write_codebook(codebook)
    assert parse_codebook(text, "b.json") == codebook
    assert write_codebook(parse_codebook(text, "b.json")) == text
    schema.validate(json.loads(text))


def test_a_written_codebook_has_a_line_for_each_category() -> None:
    lines = write_codebook(_parsed(SMALL)).splitlines()
    assert sum(line.startswith('   {"key": ') for line in lines) == 2
    assert lines[0] == "{"
    assert lines[-1] == "}"


def test_what_is_left_out_has_its_default(schema: jsonschema.Draft202012Validator) -> None:
    schema.validate(SMALL)
    codebook = _parsed(SMALL)
    first, second = codebook.code_list("actors").categories
    assert (first.score, first.label, first.aliases) == (-1.0, Words("甲", ""), ("甲方",))
    assert (second.score, second.parent, second.attributes) == (None, "A", {"can_hold": True})
    layer = codebook.layer("actor")
    assert (layer.shape, layer.label, layer.retired) == ("thin_line", Words(), False)
    assert layer.variable("actor") == Variable("actor", Kind.CATEGORY, Words(), "actors")


def test_what_a_codebook_says_beyond_its_tags_is_read() -> None:
    codebook = _parsed(_changed(("code_lists", 0, "ordered"), True))
    assert codebook.code_list("actors").ordered
    assert codebook.layer("actor").wants == (Want("actor", ("A",), ("memo",)),)
    ruled = _parsed(_changed((*CATEGORY, "patterns"), ["甲方?", "A+"]))
    assert ruled.code_list("actors").category("A").patterns == ("甲方?", "A+")


def test_a_codebook_is_read_as_written_though_it_contradicts_itself() -> None:
    data = _changed((*CATEGORY, "parent"), "NOWHERE")
    text = json.dumps(data, ensure_ascii=False)
    assert written_codebook(text, "b.json").code_list("actors").category("A").parent == "NOWHERE"


def test_a_byte_order_mark_does_not_matter() -> None:
    assert parse_codebook("\ufeff" + json.dumps(SMALL), "b.json") == _parsed(SMALL)


def test_a_layer_without_shape_keeps_none() -> None:
    codebook = Codebook(Words(), layers=(Layer("l", Words(), Scope.ARTICLE, (), shape=""),))
    assert parse_codebook(write_codebook(codebook), "b.json").layer("l").shape == ""


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "null", '"codebook"', "no JSON", '{"format": "other"}'),
        *(json.dumps({"format": FORMAT}), "[" * 200_000, "9" * 5000),
    ],
)
def test_what_is_no_codebook_is_refused_by_name(text: str) -> None:
    with pytest.raises(CodebookUnreadable, match=r"“b\.json” is not a codebook"):
        parse_codebook(text, "b.json")


@pytest.mark.parametrize("part", ["name", "code_lists", "layers"])
def test_a_missing_part_is_named(part: str) -> None:
    data = {key: value for key, value in SMALL.items() if key != part}
    with pytest.raises(CodebookUnreadable, match=f"“{part}” is missing"):
        _parsed(data)


def test_a_newer_format_is_refused_with_its_number() -> None:
    with pytest.raises(CodebookTooNew, match="format 2"):
        _parsed(_changed(("format_version",), 2) | {"unheard_of": 1})


@pytest.mark.parametrize("version", [None, "1", 0, 1.5, True, []])
def test_a_format_version_is_a_number(version: Any) -> None:
    with pytest.raises(CodebookUnreadable, match="format version"):
        _parsed(_changed(("format_version",), version))


MALFORMED: list[tuple[tuple[str | int, ...], Any]] = [
    (("name",), "手册"),
    (("name",), {"zh": 1}),
    (("name",), {"fr": "livre"}),
    (("extra",), 1),
    (("code_lists",), {}),
    (("layers",), None),
    (("code_lists", 0), []),
    (("code_lists", 0, "key"), None),
    (("code_lists", 0, "attributes"), {}),
    (("code_lists", 0, "attributes", 0, "kind"), "flag"),
    ((*CATEGORY, "key"), ["A"]),
    ((*CATEGORY, "key"), 5),
    ((*CATEGORY, "code"), "1"),
    ((*CATEGORY, "code"), 1.5),
    ((*CATEGORY, "code"), True),
    ((*CATEGORY, "code"), 2**31),
    ((*CATEGORY, "score"), "1"),
    ((*CATEGORY, "score"), True),
    ((*CATEGORY, "zh"), 5),
    ((*CATEGORY, "zh"), "甲\0"),
    ((*CATEGORY, "parent"), 1),
    ((*CATEGORY, "aliases"), "甲方"),
    ((*CATEGORY, "aliases"), [1]),
    ((*CATEGORY, "alaises"), ["甲方"]),
    ((*CATEGORY, "attributes"), []),
    ((*CATEGORY, "attributes"), {"can_hold": None}),
    ((*CATEGORY, "attributes"), {"can_hold": [True]}),
    ((*CATEGORY, "guide"), {"rule": {}}),
    ((*CATEGORY, "retired"), "no"),
    (("layers", 0, "scope"), "page"),
    (("layers", 0, "complete"), ["actor"]),
    (("layers", 0, "colour"), "red"),
    ((*VARIABLE, "kind"), 1),
    ((*VARIABLE, "several"), 1),
    ((*VARIABLE, "default"), 1),
    ((*VARIABLE, "values"), []),
    (("code_lists", 0, "ordered"), 1),
    ((*CATEGORY, "patterns"), "甲.*"),
    ((*CATEGORY, "patterns"), [None]),
    (("layers", 0, "wants"), {}),
    (("layers", 0, "wants"), [["actor", ["A"], ["actor"]]]),
    (("layers", 0, "wants"), [{"variable": "actor", "categories": ["A"]}]),
    (("layers", 0, "wants"), [{"variable": "actor", "categories": "A", "wanted": ["actor"]}]),
    (("layers", 0, "wants", 0), {"variable": "actor", "categories": [1], "wanted": ["actor"]}),
]
#: What JSON cannot hold by rights, or a schema cannot forbid.
BEYOND_SCHEMA: list[tuple[tuple[str | int, ...], Any]] = [
    ((*CATEGORY, "code"), float("inf")),
    ((*CATEGORY, "score"), float("nan")),
    ((*CATEGORY, "score"), 10**400),
    ((*CATEGORY, "zh"), "甲\ud800"),
]


@pytest.mark.parametrize(("path", "value"), MALFORMED + BEYOND_SCHEMA)
def test_a_malformed_field_is_refused(path: tuple[str | int, ...], value: Any) -> None:
    with pytest.raises(CodebookUnreadable):
        parse_codebook(json.dumps(_changed(path, value)), "b.json")


@pytest.mark.parametrize(("path", "value"), MALFORMED)
def test_the_schema_refuses_what_the_program_refuses(
    path: tuple[str | int, ...], value: Any, schema: jsonschema.Draft202012Validator
) -> None:
    assert not schema.is_valid(_changed(path, value))


def test_a_codebook_that_contradicts_itself_is_refused() -> None:
    with pytest.raises(KeyTwice):
        _parsed(_changed((*CATEGORY, "key"), "B"))
    with pytest.raises(CodebookInconsistent):
        _parsed(_changed((*CATEGORY, "parent"), "B"))
