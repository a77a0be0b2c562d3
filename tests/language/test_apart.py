from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from multiprocessing import active_children

import pytest

from workbench.domain.errors import Defect
from workbench.language.apart import Search
from workbench.language.matcher import Matcher, Sought
from workbench.language.rules import PatternTooSlow, Rule

SOUGHT = Sought(
    names={"actors": (("美国", "USA"), ("特朗普", "T1"), ("特朗普", "T2"))},
    rules={"actors": (Rule("通过|反对", "VOTE"),)},
)
NAMES = Sought(names=SOUGHT.names)
TEXTS = [f"美国第{number}次反对。特朗普也反对" for number in range(120)]


@pytest.fixture
def search() -> Iterator[Search]:
    with Search(SOUGHT) as search:
        yield search


@pytest.mark.parametrize("sought", [SOUGHT, NAMES])
def test_it_finds_what_a_matcher_here_finds_text_by_text(sought: Sought) -> None:
    matcher = Matcher(sought)
    with Search(sought) as search:
        for text, numbers in zip(TEXTS, search.through(TEXTS), strict=True):
            found = [match for key, match in search.matches(numbers) if key == "actors"]
            assert found == matcher.find(text)["actors"]
    assert search.troubles == {}


def test_no_text_is_no_answer(search: Search) -> None:
    assert list(search.through([])) == []


def test_troubles_come_along() -> None:
    endless = "(?:(?:a{1,30}){1,30}){1,30}$"
    with Search(Sought(rules={"actors": (Rule(endless, "X"),)}, names={"actors": ()})) as search:
        assert [len(numbers) for numbers in search.through(["a" * 400 + "b"])] == [0]
        assert isinstance(search.troubles[endless], PatternTooSlow)


def test_texts_are_read_one_batch_ahead_at_most(search: Search) -> None:
    read: list[int] = []

    def texts() -> Iterator[str]:
        for number in range(1000):
            read.append(number)
            yield "美国"

    found = search.through(texts())
    next(found)
    assert len(read) <= 150


def test_a_process_that_dies_is_a_defect(search: Search) -> None:
    (process,) = [each for each in active_children() if each.name == "search"]
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    with pytest.raises(Defect):
        list(search.through(TEXTS))


def test_its_process_ends_with_it() -> None:
    with Search(SOUGHT):
        assert any(each.name == "search" for each in active_children())
    assert not any(each.name == "search" for each in active_children())
