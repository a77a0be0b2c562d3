"""The words of the starter codebook: definitions, rules, examples and sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.domain.codebook import Category, Codebook, CodeList, Guide, Words
from workbench.domain.codebook_file import parse_codebook

TOLD = ("concepts", "stance_targets")
PARTS = ("definition", "include", "exclude", "example")
QUOTED = re.compile("“([^“”]+)”")
HAN = re.compile(r"[\u3400-\u9fff]")
RUN = 8  # so many Han characters in a row are copied, names and fixed terms apart
#: A term of art that the articles must share with the codebook.
FIXED = ("彻底、可验证、不可逆",)


@pytest.fixture(scope="module")
def starter(repository: Path) -> Codebook:
    path = repository / "resources/codebook/starter.json"
    return parse_codebook(path.read_text("utf-8"), path.name)


def _told(starter: Codebook) -> list[Category]:
    return [each for key in TOLD for each in starter.code_list(key).categories]


def _parts(guide: Guide) -> Iterator[Words]:
    return (getattr(guide, part) for part in PARTS)


def _whole(guide: Guide) -> bool:
    return all(words.zh and words.en for words in _parts(guide))


def test_every_concept_and_target_is_told_whole_in_both_languages(starter: Codebook) -> None:
    assert len(_told(starter)) == 88 + 30
    wanting = [each.key for each in _told(starter) if not (_whole(each.guide) and each.source)]
    assert wanting == []


def test_a_chinese_wording_is_chinese_and_an_english_one_is_not(starter: Codebook) -> None:
    for category in _told(starter):
        for words in _parts(category.guide):
            assert len(HAN.findall(words.zh)) > len(words.zh) / 2, words.zh
            assert HAN.search(words.en) is None, words.en


def test_no_definition_rule_or_example_stands_twice(starter: Codebook) -> None:
    guides = [each.guide for each in _told(starter)]
    texts = [getattr(words, lang) for g in guides for words in _parts(g) for lang in ("zh", "en")]
    assert [text for text, count in Counter(texts).items() if count > 1] == []


def test_an_example_is_one_sentence_of_a_readable_length(starter: Codebook) -> None:
    lengths = {each.key: len(each.guide.example.zh) for each in _told(starter)}
    assert {key: length for key, length in lengths.items() if not 20 <= length <= 45} == {}


def _named(text: str, lists: list[CodeList], language: str) -> list[str]:
    """Return what the quoted labels in a rule name, the first list before the second."""
    labels: dict[str, str] = {}
    for code_list in reversed(lists):
        labels |= {getattr(each.label, language): each.key for each in code_list.categories}
    return sorted({labels[name] for name in QUOTED.findall(text) if name in labels})


@pytest.mark.parametrize("key", TOLD)
def test_what_is_left_out_names_the_neighbours_by_their_labels(starter: Codebook, key: str) -> None:
    others = [starter.code_list(other) for other in TOLD if other != key]
    lists = [starter.code_list(key), *others]
    for category in lists[0].categories:
        named = _named(category.guide.exclude.zh, lists, "zh")
        assert named, category.key
        assert category.key not in named
        assert named == _named(category.guide.exclude.en, lists, "en"), category.key


def test_every_code_list_says_what_it_is_and_every_variable_has_a_rule(starter: Codebook) -> None:
    assert [each.key for each in starter.code_lists if not each.guide.definition.zh] == []
    for layer in starter.layers:
        assert [each.key for each in layer.variables if not each.guide.include.zh] == []


def test_every_guide_of_a_category_is_in_both_languages(starter: Codebook) -> None:
    for code_list in starter.code_lists:
        for category in code_list.categories:
            for words in _parts(category.guide):
                assert bool(words.zh) == bool(words.en), category.key


def _runs(text: str, terms: list[str]) -> set[str]:
    """Cut every run of Han characters, whatever stands between them, but a term."""
    for term in terms:
        text = text.replace(term, "|")
    kept = "".join(character for character in text if character == "|" or HAN.match(character))
    return {
        run[start : start + RUN] for run in kept.split("|") for start in range(len(run) - RUN + 1)
    }


def _terms(starter: Codebook) -> list[str]:
    categories = [each for code_list in starter.code_lists for each in code_list.categories]
    labels = {name for each in categories for name in (each.label.zh, *each.aliases) if name}
    return [*FIXED, *sorted(labels, key=len, reverse=True)]


def test_no_rule_and_no_example_is_taken_from_the_articles(starter: Codebook, shared: Path) -> None:
    texts = [path.read_text("utf-8") for path in (shared / "articles").glob("*.txt")]
    theirs = set[str]().union(*(_runs(text, []) for text in texts))
    terms = _terms(starter)
    ours = {run for each in _all_guides(starter) for run in _runs(each, terms)}
    assert theirs
    assert ours
    assert ours & theirs == set()


def _all_guides(starter: Codebook) -> Iterator[str]:
    """Yield every Chinese wording of every guide."""
    for code_list in starter.code_lists:
        for guide in (code_list.guide, *(each.guide for each in code_list.categories)):
            yield from (words.zh for words in _parts(guide))
    for layer in starter.layers:
        for guide in (layer.guide, *(each.guide for each in layer.variables)):
            yield from (words.zh for words in _parts(guide))
