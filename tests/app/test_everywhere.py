from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.world import CODEBOOK, article, assert_sound, dump, opened, surroundings
from workbench.app.commands import EditCategory, ImportArticles, MarkSpan, RejectSuggestion
from workbench.app.errors import Cancelled
from workbench.app.everywhere import Everywhere, find_everywhere, mark_everywhere
from workbench.app.projects import new_project
from workbench.app.session import Session
from workbench.domain.errors import Refusal
from workbench.language.rules import PatternTooSlow

TEXT = "商会反对。镇长答应商会，商会满意。"


class Watched:
    """Progress that is cancelled after so many reports."""

    def __init__(self, after: int) -> None:
        self.told: list[tuple[int, int]] = []
        self._after = after

    @property
    def cancelled(self) -> bool:
        return len(self.told) >= self._after

    def report(self, done: int, total: int, name: str, share: float | None = None) -> None:
        self.told.append((done, total))


@pytest.fixture
def numbers(session: Session) -> list[int]:
    return session.run(ImportArticles(tuple(article(f"{n}：{TEXT}", f"文{n}") for n in range(60))))


def test_every_article_is_searched_with_what_stands_around(
    session: Session, numbers: list[int]
) -> None:
    progress = Watched(10**6)
    found = find_everywhere(session, "actor", "FIRM", progress)
    assert len(found.occurrences) == 3 * len(numbers) + 1  # one in the second article
    first = found.occurrences[1]
    assert (first.title, first.before, first.quote, first.behind) == (
        "文0",
        "0：",
        "商会",
        "反对。镇长答应商会，商会满意。",
    )
    assert progress.told[-1] == (61, 62)
    assert found.troubles == ()


def test_what_is_coded_or_rejected_is_left_out(session: Session, numbers: list[int]) -> None:
    here = numbers[0]
    session.run(MarkSpan(here, "actor", 2, 4, {"actor": "TOWN"}))  # decided otherwise
    session.run(MarkSpan(here, "actor", 8, 13, {"actor": "FIRM"}))  # said of more
    session.run(RejectSuggestion(here, "actors", ("FIRM",), 14, 16))
    session.run(MarkSpan(numbers[1], "stance", 2, 4, {}))  # another layer
    found = find_everywhere(session, "actor", "FIRM").occurrences
    assert [each for each in found if each.article == here] == []
    assert len([each for each in found if each.article == numbers[1]]) == 3
    session.become("乙")
    assert len(find_everywhere(session, "actor", "FIRM").occurrences) == 3 * len(numbers) + 1


def test_marking_many_is_one_step(session: Session, numbers: list[int]) -> None:
    before = dump(session)
    found = find_everywhere(session, "actor", "FIRM").occurrences
    assert mark_everywhere(session, found) == len(found) > 100
    assert find_everywhere(session, "actor", "FIRM") == Everywhere()
    assert session.history(1)[0].facts["count"] == str(len(found))
    assert session.history(1)[0].article is None
    assert_sound(session)
    session.undo()
    assert dump(session) == before


def test_a_part_of_the_list_and_nothing_can_be_marked(session: Session, numbers: list[int]) -> None:
    found = find_everywhere(session, "actor", "FIRM").occurrences
    assert mark_everywhere(session, found[:2]) == 2
    assert mark_everywhere(session, ()) == 0
    assert len(find_everywhere(session, "actor", "FIRM").occurrences) == len(found) - 2


def test_searching_and_marking_can_be_cancelled(session: Session, numbers: list[int]) -> None:
    with pytest.raises(Cancelled):
        find_everywhere(session, "actor", "FIRM", Watched(5))
    found = find_everywhere(session, "actor", "FIRM").occurrences
    progress, before = Watched(1), dump(session)
    assert mark_everywhere(session, found, progress) == 0
    assert progress.told == [(100, len(found))]
    assert dump(session) == before
    assert mark_everywhere(session, found, Watched(0)) == 0
    assert dump(session) == before


def test_what_was_marked_stays_where_something_was_done_behind_it(
    session: Session, numbers: list[int]
) -> None:
    class Busy(Watched):
        def report(self, done: int, total: int, name: str, share: float | None = None) -> None:
            super().report(done, total, name, share)
            session.run(MarkSpan(numbers[0], "stance", 0, 2, {}))

    found = find_everywhere(session, "actor", "FIRM").occurrences
    with pytest.raises(Cancelled):
        mark_everywhere(session, found, Busy(1))
    assert len(find_everywhere(session, "actor", "FIRM").occurrences) == len(found) - 100


def test_a_passage_that_cannot_be_marked_leaves_none_marked(
    session: Session, numbers: list[int]
) -> None:
    found = find_everywhere(session, "actor", "FIRM").occurrences
    wrong = replace(found[0], mark=replace(found[0].mark, layer="none"))
    before = dump(session)
    with pytest.raises(Refusal):
        mark_everywhere(session, (*found, wrong))
    assert dump(session) == before


def test_what_several_categories_claim_is_left_to_be_chosen(tmp_path: Path) -> None:
    actors, *rest = CODEBOOK.code_lists
    other = replace(actors.category("MAYOR"), key="MAYOR2", code=9)
    codebook = replace(
        CODEBOOK,
        code_lists=(replace(actors, categories=(*actors.categories, other)), *rest),
    )
    new_project(tmp_path / "p.workbench", codebook, surroundings())
    with opened(tmp_path / "p.workbench") as session:
        session.run(ImportArticles((article(TEXT),)))
        assert find_everywhere(session, "actor", "MAYOR") == Everywhere()
        assert len(find_everywhere(session, "actor", "FIRM").occurrences) == 3


def test_a_rule_that_does_not_end_is_told(session: Session, numbers: list[int]) -> None:
    endless = "(?:(?:商{1,30}){1,30}){1,30}$"
    firm = session.codebook.code_list("actors").category("FIRM")
    session.run(EditCategory("actors", "FIRM", replace(firm, patterns=(endless, "满意"))))
    session.run(ImportArticles((article("商" * 400 + "。"),)))
    found = find_everywhere(session, "actor", "FIRM")
    assert [type(each) for each in found.troubles] == [PatternTooSlow]
    assert len([each for each in found.occurrences if each.quote == "满意"]) == len(numbers)
