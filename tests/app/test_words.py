from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.world import CODEBOOK, TEXT, opened
from workbench.app.commands import AddCategory
from workbench.app.finding import Found
from workbench.app.session import Session
from workbench.app.words import Words, names_in
from workbench.domain.codebook import Category
from workbench.domain.codebook import Words as Label
from workbench.domain.errors import Defect
from workbench.domain.text import Span
from workbench.language.pinyin import PinyinIndex, pinyin_index


class Worker:
    """Stands in for the segmentation process: answers when it is told to."""

    made: list[Worker]

    def __init__(self, user_words: Iterable[str], cache: Path) -> None:
        self.user_words = list(user_words)
        self.asked: list[tuple[str, Future[list[Span]]]] = []
        self.pinyin: list[tuple[list[str], Future[PinyinIndex]]] = []
        self.started = self.closed = 0
        self.made.append(self)

    def start(self) -> None:
        self.started += 1

    def request(self, text: str) -> Future[list[Span]]:
        self.asked.append((text, Future()))
        return self.asked[-1][1]

    def request_pinyin(self, names: Iterable[str]) -> Future[PinyinIndex]:
        self.pinyin.append((list(names), Future()))
        return self.pinyin[-1][1]

    def add_words(self, user_words: Iterable[str]) -> None:
        self.user_words += user_words

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def workers(monkeypatch: pytest.MonkeyPatch) -> list[Worker]:
    """Every worker made from now on."""
    Worker.made = []
    monkeypatch.setattr("workbench.app.words.SegmentationWorker", Worker)
    return Worker.made


@pytest.fixture
def words(workers: list[Worker], tmp_path: Path) -> Words:
    texts = {1: "小镇议会通过预算。", 2: "商会反对。"}
    return Words(texts.__getitem__, CODEBOOK, tmp_path)


def test_nothing_is_started_before_it_is_needed(workers: list[Worker], words: Words) -> None:
    words.close()
    assert workers == []
    words.prepare()
    assert [(each.started, each.closed) for each in workers] == [(1, 0)]
    words.close()
    assert workers[0].closed == 1


def test_a_cheap_answer_comes_at_once(workers: list[Worker], words: Words) -> None:
    cheap = words.of(1)
    assert cheap == words.of(1)
    assert Span(0, 4) in cheap
    assert not words.ready(1)
    assert not words.ready(2)
    assert [text for text, _ in workers[0].asked] == ["小镇议会通过预算。"]


def test_the_dictionary_takes_over(workers: list[Worker], words: Words) -> None:
    words.of(1)
    cut = [Span(0, 2), Span(2, 4), Span(4, 8), Span(8, 9)]
    workers[0].asked[0][1].set_result(cut)
    assert words.ready(1)
    assert words.of(1) is cut
    assert words.at(1, 5) == Span(4, 8)
    assert words.at(1, 99) is None
    assert words.snap(1, Span(3, 5)) == Span(2, 8)
    assert len(workers) == len(workers[0].asked) == 1


@pytest.mark.parametrize("end", ["failed", "cancelled"])
def test_a_dictionary_that_fails_leaves_the_cheap_words(
    workers: list[Worker], words: Words, end: str
) -> None:
    cheap = words.of(1)
    future = workers[0].asked[0][1]
    if end == "failed":
        future.set_exception(Defect("dead"))
    else:
        future.cancel()
    assert words.of(1) == cheap
    assert words.at(1, 1) == Span(0, 4)


def test_a_changed_codebook_cuts_anew(workers: list[Worker], words: Words) -> None:
    words.of(1)
    (actors, positions) = CODEBOOK.code_lists
    port = Category("PORT", 9, Label("会通"), aliases=("过预", "港"))
    longer = replace(CODEBOOK, code_lists=(replace(actors, categories=(port,)), positions))
    words.set_codebook(longer)
    assert workers[0].user_words[-2:] == ["会通", "过预"]
    assert Span(3, 5) in words.of(1)
    assert len(workers[0].asked) == 2
    known = list(workers[0].user_words)
    words.set_codebook(longer)
    assert workers[0].user_words == known


def test_a_changed_codebook_wakes_nobody(workers: list[Worker], words: Words) -> None:
    words.set_codebook(CODEBOOK)
    assert workers == []


def test_every_name_stands_once_and_is_a_word() -> None:
    names = names_in(CODEBOOK)
    assert names[:3] == ["小镇", "小镇议会", "商会"]
    assert len(names) == len(set(names))
    assert all(len(each) > 1 for each in names)


# --- in a session -----------------------------------------------------------


@pytest.fixture
def quiet(project: Path, workers: list[Worker]) -> Iterator[Session]:
    """A session whose segmentation process is made of nothing."""
    with opened(project) as session:
        yield session


def test_words_of_an_article_cover_it(quiet: Session) -> None:
    article = quiet.articles()[0].id
    spans = quiet.words.of(article)
    text = quiet.text(article)
    assert text == TEXT
    assert "".join(text[each.start : each.end] for each in spans) == text
    word = quiet.words.at(article, 4)
    assert word is not None
    assert word.holds(4)
    grown = quiet.words.snap(article, Span(3, 4))
    assert grown.start <= 3
    assert grown.end >= 4


def test_categories_are_found_by_label_and_alias(quiet: Session) -> None:
    def keys(found: list[Found]) -> list[str]:
        return [each.category.key for each in found]

    assert keys(quiet.finder.find("商会")) == ["FIRM"]
    assert keys(quiet.finder.find("chamber")) == ["FIRM"]
    assert keys(quiet.finder.find("小镇议会")) == ["TOWN"]
    assert keys(quiet.finder.find("旧镇")) == []
    assert quiet.finder.find("for")[0].code_list == "positions"
    assert keys(quiet.finder.find("for", ["actors"])) == []
    assert len(quiet.finder.find("镇", limit=1)) == 1
    assert len(quiet.finder.find("镇")) > 1


def test_pinyin_is_found_when_it_is_there(quiet: Session, workers: list[Worker]) -> None:
    assert quiet.finder.find("shh") == []
    quiet.finder.prepare()
    quiet.finder.prepare()
    assert len(workers[0].pinyin) == 2
    assert quiet.finder.find("shanghui") == []
    for names, future in workers[0].pinyin:
        future.set_result(pinyin_index(names))
    assert [each.category.key for each in quiet.finder.find("shanghui")] == ["FIRM"]


def test_pinyin_that_never_comes_is_done_without(quiet: Session, workers: list[Worker]) -> None:
    quiet.finder.prepare()
    (_, failed), (_, cancelled) = workers[0].pinyin
    failed.set_exception(Defect("dead"))
    cancelled.cancel()
    assert [each.category.key for each in quiet.finder.find("商会")] == ["FIRM"]


def test_new_categories_are_found_and_named(quiet: Session) -> None:
    quiet.finder.prepare()
    article = quiet.articles()[1].id
    before = quiet.named(article, "actors")
    quiet.run(AddCategory("actors", Category("PORT", 0, Label("邻镇"), aliases=("议员",))))
    assert set(quiet.named(article, "actors")) == {*before, "PORT"}
    assert [each.category.key for each in quiet.finder.find("邻镇")] == ["PORT"]
    quiet.undo()
    assert quiet.named(article, "actors") == before


def test_the_process_ends_with_the_session(project: Path, workers: list[Worker]) -> None:
    with opened(project) as session:
        session.words.prepare()
    assert workers[0].closed == 1
