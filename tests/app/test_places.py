from __future__ import annotations

from dataclasses import replace

from workbench.app.places import (
    LAYERS,
    Place,
    followed,
    item_at,
    keys_moved,
    place_of_category,
    place_of_layer,
    place_of_list,
    place_of_variable,
)
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
from workbench.store.codebook_rows import KeyMap, StoredCodebook

BOOK = Codebook(
    Words(),
    (CodeList("actors", Words(), (Category("USA", 1, Words("美国")),)),),
    (Layer("tone", Words(), Scope.SPAN, (Variable("who", Kind.TEXT, Words()),)),),
)
KEYS = KeyMap(
    lists={"actors": 1},
    categories={("actors", "USA"): 2},
    category_keys={2: "USA"},
    attributes={},
    layers={"tone": 3},
    layer_keys={3: "tone"},
    variables={("tone", "who"): 4},
    variable_keys={4: ("tone", "who")},
)
STORED = StoredCodebook(BOOK, KEYS)
EVERY = (
    place_of_layer("tone"),
    place_of_variable("tone", "who"),
    place_of_list("actors"),
    place_of_category("actors", "USA"),
)


def test_an_item_is_read_at_its_place() -> None:
    assert [getattr(item_at(BOOK, place), "key", None) for place in EVERY] == [
        "tone",
        "who",
        "actors",
        "USA",
    ]
    assert item_at(BOOK, LAYERS) is None
    for place in EVERY:
        assert item_at(BOOK, replace(place, key="gone")) is None
        assert item_at(BOOK, replace(place, owner="gone", key="gone")) is None


def test_a_place_is_followed_through_a_renaming_and_back() -> None:
    renamed = StoredCodebook(
        BOOK,
        replace(
            KEYS,
            lists={"states": 1},
            categories={("states", "US"): 2},
            layers={"voice": 3},
            variables={("voice", "speaker"): 4},
        ),
    )
    after = (
        place_of_layer("voice"),
        place_of_variable("voice", "speaker"),
        place_of_list("states"),
        place_of_category("states", "US"),
    )
    assert tuple(followed(place, STORED, renamed) for place in EVERY) == after
    assert tuple(followed(place, renamed, STORED) for place in after) == EVERY
    assert followed(LAYERS, STORED, renamed) == LAYERS


def test_what_is_gone_is_nowhere_also_if_another_has_its_key() -> None:
    other = StoredCodebook(BOOK, replace(KEYS, categories={("actors", "USA"): 9}))
    assert followed(place_of_category("actors", "USA"), STORED, other) is None
    unknown = Place(EVERY[0].sort, "unknown")
    assert followed(unknown, STORED, STORED) is None
    for place in EVERY:
        assert followed(place, STORED, STORED) == place


def test_only_another_key_moves_keys() -> None:
    more = replace(KEYS, category_keys={2: "USA", 9: "NEW"})
    assert not keys_moved(STORED, StoredCodebook(BOOK, more))
    assert not keys_moved(StoredCodebook(BOOK, more), STORED)  # gone, not renamed
    renamed = replace(KEYS, category_keys={2: "US"})
    assert keys_moved(STORED, StoredCodebook(BOOK, renamed))
    moved = replace(KEYS, variable_keys={4: ("tone", "speaker")})
    assert keys_moved(STORED, StoredCodebook(BOOK, moved))
