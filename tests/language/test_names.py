from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.language.lexicon import Lexicon
from workbench.language.names import Names
from workbench.language.traps import WHOLE_WORDS

ALPHABET = "美日韩国朝鲜印太中企业机制化AUKSG7Ｇ-—·・ 。、，\n𠮷"
SHORT = st.text(alphabet=ALPHABET, min_size=1, max_size=4)
ENTRIES = st.lists(st.tuples(SHORT, st.sampled_from("abc")), max_size=8)


def one_by_one(lists: dict[str, list[tuple[str, str]]], text: str, **rest: object) -> object:
    walls = [name.strip() for pairs in lists.values() for name, _ in pairs if len(name.strip()) > 1]
    return {
        key: Lexicon(pairs, walls=walls, **rest).find(text)  # type: ignore[arg-type]
        for key, pairs in lists.items()
    }


@given(ENTRIES, ENTRIES, st.lists(SHORT, max_size=3), st.text(alphabet=ALPHABET, max_size=40))
def test_one_pass_finds_what_a_lexicon_for_each_list_finds(
    actors: list[tuple[str, str]],
    concepts: list[tuple[str, str]],
    blocked: list[str],
    text: str,
) -> None:
    lists = {"actors": actors, "concepts": concepts}
    found = Names(lists, blocked=blocked).find(text)
    assert found == one_by_one(lists, text, blocked=blocked, words=WHOLE_WORDS)
