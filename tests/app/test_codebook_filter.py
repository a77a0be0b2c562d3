from __future__ import annotations

from dataclasses import replace

from workbench.app.codebook_filter import CodebookFilter
from workbench.app.places import (
    Place,
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

ACTORS = CodeList(
    "actors",
    Words("行为体", "Actors"),
    (
        Category("USA", 101, Words("美国", "United States"), aliases=("白宫", "Ｗashington")),
        Category("US-JP", 102, Words("美日", "US and Japan")),
        Category("JPN", 103, Words("日本", "Japan")),
    ),
)
TONE = Layer(
    "tone",
    Words("语气", "Tone"),
    Scope.SPAN,
    (Variable("speaker", Kind.CATEGORY, Words("说话者", "Speaker"), code_list="actors"),),
)
BOOK = Codebook(Words("一本", "One"), (ACTORS,), (TONE,))


def category(key: str) -> Place:
    return place_of_category("actors", key)


def matching(index: CodebookFilter, typed: str) -> list[Place]:
    return [index.places[number] for number in index.matching(typed)]


def test_every_part_is_found_by_label_key_code_and_other_names() -> None:
    index = CodebookFilter(BOOK)
    assert matching(index, "语气") == [place_of_layer("tone")]
    assert matching(index, "speak") == [place_of_variable("tone", "speaker")]
    assert matching(index, "行为体") == [place_of_list("actors")]
    assert matching(index, "白宫") == [category("USA")]
    assert matching(index, "103") == [category("JPN")]
    assert matching(index, "usjp") == [category("US-JP")]


def test_case_width_and_spaces_do_not_count() -> None:
    index = CodebookFilter(BOOK)
    assert matching(index, "WASHINGTON") == [category("USA")]
    assert matching(index, "united states") == [category("USA")]
    assert matching(index, "unitedstates") == [category("USA")]


def test_every_word_must_be_there_in_any_order() -> None:
    index = CodebookFilter(BOOK)
    assert matching(index, "japan us") == [category("US-JP")]
    assert matching(index, "japan") == [category("US-JP"), category("JPN")]
    assert matching(index, "japan 白宫") == []


def test_a_word_is_not_found_across_two_names() -> None:
    index = CodebookFilter(BOOK)
    assert matching(index, "美国united") == []
    assert matching(index, "\x01") == matching(index, "\x00") == []
    assert matching(index, "- ·") == []


def test_an_index_made_from_the_one_before_finds_the_same() -> None:
    renamed = replace(ACTORS.categories[0], label=Words("合众国", "Union"))
    book = replace(
        BOOK, code_lists=(replace(ACTORS, categories=(renamed, *ACTORS.categories[1:])),)
    )
    before = CodebookFilter(BOOK)
    after = CodebookFilter(book, before)
    assert matching(after, "合众国") == [category("USA")]
    assert matching(after, "united states") == []
    assert matching(after, "japan") == matching(before, "japan")
