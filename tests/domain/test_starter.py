"""The starter codebook: whole in itself, and whole against the inventory it came from."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from workbench.domain.codebook import Category, Codebook, Guide, Kind, Layer, Words
from workbench.domain.codebook_check import RESERVED
from workbench.domain.codebook_file import parse_codebook, write_codebook
from workbench.domain.values import defaults

#: What the inventory has as aliases and what would be suggested wrongly: contexts in which a short
#: form stood (it is found by itself), parts of names, descriptions, everyday words in quotes.
NAMES_OF_SOMETHING_ELSE = {
    "actors": {
        *("美英", "澳英美", "澳总理", "澳、印", "日、澳、印", "美菲", "菲、越", "来自国会"),
        *("模糊声明", "北大西洋公约", "第五条", "美日韩三边"),
    },
    "concepts": {"Balancing", "“平衡”", "“约束”", "约束(Binding)"},
}
#: English labels that differ from the inventory's on purpose: notes in brackets, short forms.
RELABELLED = {
    *("C_BALANCER", "C_NETALL", "C_PHASED", "C_PROVOKE", "C_V3000", "C_WASHVAR", "FRADEU"),
    *("G_EEU", "M_MINIPLUS", "M_USPH", "S08", "S11", "S16", "S17", "S18", "S20", "S21"),
    *("S23", "S_KOROFF", "T_KRJPLOI", "T_NATOART5"),
}
DARK, LIGHT = "#1E1E1E", "#FFFFFF"


@pytest.fixture(scope="module")
def path(repository: Path) -> Path:
    return repository / "resources/codebook/starter.json"


@pytest.fixture(scope="module")
def starter(path: Path) -> Codebook:
    return parse_codebook(path.read_text("utf-8"), path.name)


@pytest.fixture(scope="module")
def inventory(shared: Path) -> dict[str, list[dict[str, Any]]]:
    return json.loads((shared / "facts/inventory.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def hand_coded(shared: Path) -> list[dict[str, Any]]:
    return json.loads((shared / "facts/hand_coded.json").read_text("utf-8"))["annotations"]


# --- alone ------------------------------------------------------------------


def test_it_is_written_as_the_program_writes_it(path: Path, starter: Codebook) -> None:
    assert write_codebook(starter).encode() == path.read_bytes()


def test_it_fits_the_schema(path: Path, repository: Path) -> None:
    schema = json.loads((repository / "schema/codebook.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(path.read_text("utf-8")))


def test_the_lists_hold_what_was_promised(starter: Codebook) -> None:
    counts = {each.key: len(each.categories) for each in starter.code_lists}
    assert counts["actors"] == 132
    assert counts["concepts"] == 88
    assert counts["stance_targets"] == 30
    assert counts["events"] == 38
    assert counts["questions"] == 0
    assert all(count for key, count in counts.items() if key != "questions")


def test_the_layers_are_those_of_the_design(starter: Codebook) -> None:
    variables = {each.key: list(each.by_key) for each in starter.layers}
    assert variables == {
        "stance": [
            *("holder", "target", "toward", "position", "voice", "source"),
            *("concept", "form", "modality", "when", "share"),
        ],
        "actor": ["actor"],
        "concept": ["concept", "agent", "toward", "use"],
        "claim": [
            *("kind", "claimant", "proposition", "condition", "source", "question", "answer"),
            *("likelihood", "probability", "condition_met", "reasons_for", "reasons_against"),
        ],
        "event": ["event", "type", "date", "status", "place", "participants"],
        "article": ["genre", "outlet_type", "sample", "overall_position"],
    }


def _both(words: Words) -> bool:
    return bool(words.zh.strip() and words.en.strip())


def test_every_label_is_in_both_languages(starter: Codebook) -> None:
    assert _both(starter.name)
    for code_list in starter.code_lists:
        assert _both(code_list.label)
        assert all(_both(each.label) for each in code_list.attributes)
        assert [each.key for each in code_list.categories if not _both(each.label)] == []
    for layer in starter.layers:
        assert _both(layer.label)
        assert [each.key for each in layer.variables if not _both(each.label)] == []


def test_every_layer_has_a_full_guide_and_every_variable_its_question(starter: Codebook) -> None:
    for layer in starter.layers:
        guide = layer.guide
        assert all(map(_both, (guide.definition, guide.include, guide.exclude, guide.example)))
        assert [each.key for each in layer.variables if not _both(each.question)] == []


def _guides(starter: Codebook) -> list[Guide]:
    of_lists = [each.guide for each in starter.code_lists]
    of_layers = [each.guide for each in starter.layers]
    return of_lists + of_layers + [each.guide for lay in starter.layers for each in lay.variables]


def test_a_rule_is_never_told_in_one_language_only(starter: Codebook) -> None:
    for guide in _guides(starter):
        for words in (guide.definition, guide.include, guide.exclude, guide.example):
            assert bool(words.zh) == bool(words.en)


def test_every_variable_is_a_name_in_spss(starter: Codebook) -> None:
    for layer in starter.layers:
        for key in layer.by_key:
            assert re.fullmatch("[a-z][a-z0-9_]{0,31}", key)
            assert key not in RESERVED


def test_no_two_layers_share_a_shortcut_or_a_shape(starter: Codebook) -> None:
    spans = [each for each in starter.layers if each.scope == "span"]
    assert len({each.shortcut for each in spans} - {""}) == len(spans) == 5
    assert len({each.shape for each in spans} - {""}) == 5
    assert starter.layer("article").shape == ""


def _completed_by(layer: Layer) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(clause) for clause in layer.complete)


def test_a_stance_wants_holder_position_and_target_or_toward(starter: Codebook) -> None:
    assert _completed_by(starter.layer("stance")) == (
        ("holder",),
        ("position",),
        ("target", "toward"),
    )


def test_actors_and_concepts_are_marked_with_one_key(starter: Codebook) -> None:
    mains = {each.key: each.main.key if each.main else None for each in starter.layers}
    assert mains["actor"] == "actor"
    assert mains["concept"] == "concept"
    assert mains["stance"] is None


def test_whoever_speaks_must_be_able_to(starter: Codebook) -> None:
    for layer, key in [("stance", "holder"), ("claim", "claimant"), ("stance", "source")]:
        variable = starter.layer(layer).variable(key)
        offered = {each.key for each in starter.offered(variable)}
        assert {"AUTHOR", "USA", "G_KORPUB", "F_KOR", "S_KOROFF"} <= offered
        assert not {"I_TARIFF", "T_PARIS"} & offered


def test_positions_have_a_scale_and_what_lies_off_it(starter: Codebook) -> None:
    scores = {each.key: each.score for each in starter.code_list("positions").categories}
    off = dict.fromkeys(("ambivalent", "divided", "none"))
    assert scores == {"n2": -2, "n1": -1, "zero": 0, "p1": 1, "p2": 2} | off


def test_verbal_probabilities_wait_for_the_researchers_scores(starter: Codebook) -> None:
    likelihoods = starter.code_list("likelihoods")
    assert not likelihoods.has_scores
    assert {"极低", "很可能"} <= set(likelihoods.by_key)


def test_a_new_concept_is_applied_and_a_new_claim_the_authors(starter: Codebook) -> None:
    assert defaults(starter, starter.layer("concept")) == {"use": ("applied",)}
    assert defaults(starter, starter.layer("claim")) == {"claimant": ("AUTHOR",)}


def test_twins_are_found_from_both_sides(starter: Codebook) -> None:
    targets = starter.code_list("stance_targets")
    twins = [each for each in targets.categories if each.same_as]
    assert len(twins) == 8
    for category in twins:
        list_key, key = (category.same_as or "").split(":")
        assert starter.code_list(list_key).category(key)
        assert targets.twin_of(list_key, key) is category


def test_governments_are_dated_children_of_a_state(starter: Codebook) -> None:
    actors = starter.code_list("actors")
    governments = [each for each in actors.categories if each.attributes["type"] == "government"]
    assert len(governments) == 12
    for category in governments:
        assert actors.category(category.parent or "").attributes["type"] == "state"
        assert category.attributes["in_office_from"]


def test_an_alias_that_two_actors_share_is_told_apart_by_dates(starter: Codebook) -> None:
    actors = starter.code_list("actors")
    claimed = Counter(alias for each in actors.categories for alias in each.aliases)
    assert [alias for alias, count in claimed.items() if count > 1] == ["特朗普政府"]
    first, second = (actors.category(key) for key in ("USA_TRUMP1", "USA_TRUMP2"))
    assert (first.attributes["in_office_from"], first.attributes["in_office_to"]) == (
        "2017-01-20",
        "2021-01-20",
    )
    assert second.attributes["in_office_from"] == "2025-01-20"
    assert "in_office_to" not in second.attributes


def test_no_alias_is_too_short_or_padded(starter: Codebook) -> None:
    for code_list in starter.code_lists:
        for alias in (alias for each in code_list.categories for alias in each.aliases):
            assert len(alias) > 1
            assert alias == alias.strip()


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_colours_are_few_and_legible_on_light_and_dark(starter: Codebook) -> None:
    colours = {
        each.colour
        for key in ("actors", "concepts", "actor_types", "concept_groups")
        for each in starter.code_list(key).categories
    }
    assert len(colours) == 7
    for colour in colours:
        assert _contrast(colour, LIGHT) >= 3
        assert _contrast(colour, DARK) >= 3


@pytest.mark.parametrize(
    ("key", "groups", "attribute"),
    [("actors", "actor_types", "type"), ("concepts", "concept_groups", "group")],
)
def test_a_category_has_the_hue_of_its_group(
    key: str, groups: str, attribute: str, starter: Codebook
) -> None:
    hues = {each.key: each.colour for each in starter.code_list(groups).categories}
    for category in starter.code_list(key).categories:
        assert category.colour == hues[str(category.attributes[attribute])]


# --- against the inventory --------------------------------------------------


def _folded(text: str) -> str:
    return re.sub(r"[\s()（）“”\"]", "", text).lower()


def _variants(label: str) -> list[str]:
    """Give what an inventory's label names: each side of a slash, without its note in brackets."""
    return re.split(r"/| vs ", re.sub(r"\(.*?\)", "", label))


def _covers(category: Category, label: str) -> bool:
    names = [_folded(each) for each in (category.label.zh, category.label.en, *category.aliases)]
    whole = _folded(label) in names
    return whole or all(any(_folded(v) in name for name in names) for v in _variants(label))


@pytest.mark.parametrize("key", ["actors", "concepts", "stance_targets", "events"])
def test_every_code_of_the_inventory_is_there(
    key: str, starter: Codebook, inventory: dict[str, list[dict[str, Any]]]
) -> None:
    assert set(starter.code_list(key).by_key) == {each["code"] for each in inventory[key]}


@pytest.mark.parametrize(("language", "relabelled"), [("zh", {"S08", "C_BAL"}), ("en", RELABELLED)])
def test_labels_of_the_inventory_are_labels_or_aliases(
    language: str,
    relabelled: set[str],
    starter: Codebook,
    inventory: dict[str, list[dict[str, Any]]],
) -> None:
    other = {
        each["code"]
        for key in ("actors", "concepts", "stance_targets")
        for each in inventory[key]
        if not _covers(starter.code_list(key).category(each["code"]), each[language])
    }
    assert other == relabelled


@pytest.mark.parametrize("key", ["actors", "concepts"])
def test_every_alias_of_the_inventory_is_kept(
    key: str, starter: Codebook, inventory: dict[str, list[dict[str, Any]]]
) -> None:
    missing = {
        alias
        for each in inventory[key]
        for alias in each["aliases"]
        if alias not in starter.code_list(key).category(each["code"]).aliases
    }
    assert missing == NAMES_OF_SOMETHING_ELSE[key]


def test_actors_are_as_the_inventory_says(
    starter: Codebook, inventory: dict[str, list[dict[str, Any]]]
) -> None:
    for each in inventory["actors"]:
        category = starter.code_list("actors").category(each["code"])
        assert category.attributes["type"] == each["type"]
        assert category.attributes["can_hold"] == each["can_hold"]
        assert category.parent == each.get("parent")
        assert category.members == tuple(each.get("members", ())) or each["code"] == "FRADEU"
        office = re.match(r"in office (\d{4})/(\d{4})?", each["note"])
        # The inventory has years, the codebook days: with years, 2025 would be everybody's.
        term = [str(category.attributes.get(f"in_office_{end}", ""))[:4] for end in ("from", "to")]
        assert term == ([office[1], office[2] or ""] if office else ["", ""])


def test_concepts_and_targets_are_as_the_inventory_says(
    starter: Codebook, inventory: dict[str, list[dict[str, Any]]]
) -> None:
    for each in inventory["concepts"]:
        concept = starter.code_list("concepts").category(each["code"])
        assert concept.attributes["group"] == each["group"]
    for each in inventory["stance_targets"]:
        target = starter.code_list("stance_targets").category(each["code"])
        assert target.parent == each.get("parent")
        assert (target.same_as or "").partition(":")[2] == each.get("same_as", "")


def test_nothing_is_copied_from_the_inventorys_definitions(
    path: Path, inventory: dict[str, list[dict[str, Any]]]
) -> None:
    text = path.read_text("utf-8")
    copied = [
        each["code"]
        for each in inventory["concepts"]
        if len(each["definition"]) > 12 and each["definition"] in text
    ]
    assert copied == []


# --- against real coding ----------------------------------------------------


def test_every_field_of_real_coding_is_a_variable(
    starter: Codebook, hand_coded: list[dict[str, Any]]
) -> None:
    for annotation in hand_coded:
        layer = starter.layer(annotation["layer"])
        for key, value in annotation["values"].items():
            assert layer.variable(key).several or not isinstance(value, list)


def test_every_category_of_real_coding_is_there_or_is_added_while_coding(
    starter: Codebook, hand_coded: list[dict[str, Any]]
) -> None:
    for annotation in hand_coded:
        layer = starter.layer(annotation["layer"])
        for key, value in annotation["values"].items():
            variable = layer.variable(key)
            if variable.kind is Kind.CATEGORY and key not in ("target", "question"):
                offered = {each.key for each in starter.offered(variable)}
                assert set(value if isinstance(value, list) else [value]) <= offered
