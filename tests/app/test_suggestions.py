from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.world import CODEBOOK, article, opened, surroundings
from workbench.app.commands import (
    CorrectText,
    ImportArticles,
    MarkSpan,
    RejectSuggestion,
)
from workbench.app.everywhere import find_everywhere
from workbench.app.projects import new_project
from workbench.app.session import Session
from workbench.app.suggestions import Suggester, Suggestion, suggesting_layers
from workbench.domain.codebook import Attribute, Category, Codebook, CodeList, Kind, Words
from workbench.domain.text import Span
from workbench.language.rules import PatternTooSlow


def with_categories(*categories: Category) -> Codebook:
    actors, *rest = CODEBOOK.code_lists
    changed = replace(actors, categories=(*actors.categories, *categories))
    return replace(CODEBOOK, code_lists=(changed, *rest))


def told(session: Session, number: int) -> list[tuple[str, tuple[str, ...]]]:
    text = session.text(number)
    return [
        (text[each.span.start : each.span.end], each.categories)
        for each in session.suggestions.of(number)
    ]


def test_names_are_suggested_in_order_for_layers_that_one_category_completes(
    session: Session, second: int
) -> None:
    assert [each.key for each in suggesting_layers(session.codebook)] == ["actor"]
    assert told(session, second) == [
        ("小镇议会", ("TOWN",)),
        ("镇长", ("MAYOR",)),
        ("商会", ("FIRM",)),
    ]


def test_what_is_coded_there_is_not_suggested(session: Session, second: int) -> None:
    first, mayor, firm = session.suggestions.of(second)
    session.run(first.accept(second))
    assert session.suggestions.of(second) == [mayor, firm]
    assert [each.quote for each in session.annotations(second)] == ["小镇议会"]
    session.undo()
    assert session.suggestions.of(second) == [first, mayor, firm]


def test_the_same_stretch_coded_otherwise_is_decided_and_what_overlaps_is_not(
    session: Session, second: int
) -> None:
    first, mayor, firm = session.suggestions.of(second)
    other = {"actor": "FIRM"}
    session.run(MarkSpan(second, "actor", mayor.span.start, mayor.span.end, other))
    session.run(MarkSpan(second, "actor", 0, 2, other))
    assert session.suggestions.of(second) == [first, firm]
    session.run(MarkSpan(second, "actor", 0, 2, {"actor": "TOWN"}))
    assert session.suggestions.of(second) == [firm]


def test_another_coders_marks_leave_ones_own_suggestions(session: Session, second: int) -> None:
    for each in session.suggestions.of(second):
        session.run(each.accept(second))
    assert session.suggestions.of(second) == []
    session.become("乙")
    assert len(session.suggestions.of(second)) == 3


def test_a_rejection_is_remembered_and_moves_along(session: Session, second: int) -> None:
    first, mayor, firm = session.suggestions.of(second)
    session.run(mayor.reject(second))
    assert session.suggestions.of(second) == [first, firm]
    session.run(CorrectText(second, "昨天，" + session.text(second)))
    assert [name for name, _ in told(session, second)] == ["小镇议会", "商会"]
    session.undo()
    session.undo()
    assert len(session.suggestions.of(second)) == 3


def test_a_rejected_category_leaves_the_others_of_that_name(tmp_path: Path) -> None:
    other = Category("MAYOR2", 9, Words("前镇长", "the former mayor"), aliases=("镇长",))
    path = tmp_path / "p.workbench"
    new_project(path, with_categories(other), surroundings())
    with opened(path) as session:
        (number,) = session.run(ImportArticles((article("镇长来了。"),)))
        (suggestion,) = session.suggestions.of(number)
        assert not suggestion.sure
        assert suggestion.categories == ("MAYOR", "MAYOR2")
        session.run(RejectSuggestion(number, "actors", ("MAYOR",), 0, 2))
        (left,) = session.suggestions.of(number)
        assert left.sure
        session.run(left.accept(number))
        assert session.annotations(number)[0].values["actor"] == ("MAYOR2",)


def test_the_articles_date_tells_governments_of_one_name_apart(tmp_path: Path) -> None:
    first = Category(
        "GOV1", 9, Words("王政府（一）"), aliases=("王政府",), attributes={"in_office_to": "2020"}
    )
    second = Category(
        "GOV2",
        10,
        Words("王政府（二）"),
        aliases=("王政府",),
        attributes={"in_office_from": "2024"},
    )
    actors, *rest = with_categories(first, second).code_lists
    dated = tuple(Attribute(f"in_office_{end}", Kind.DATE, Words()) for end in ("from", "to"))
    lists = (replace(actors, attributes=dated), *rest)
    new_project(tmp_path / "p.workbench", replace(CODEBOOK, code_lists=lists), surroundings())
    with opened(tmp_path / "p.workbench") as session:
        text = "王政府表态。"
        numbers = session.run(
            ImportArticles((article(text, published="2025-03-01"), article(text, published="")))
        )
        ((dated_one,), (undated,)) = map(session.suggestions.of, numbers)
        assert dated_one.categories == ("GOV2",)
        assert undated.categories == ("GOV1", "GOV2")
        (only,) = find_everywhere(session, "actor", "GOV2").occurrences
        assert only.article == numbers[0]
        assert find_everywhere(session, "actor", "GOV1").occurrences == ()


def test_one_of_several_is_chosen(session: Session, second: int) -> None:
    suggestion = Suggestion("actor", "actor", "actors", Span(0, 2), ("TOWN", "MAYOR"))
    assert suggestion.accept(second, "MAYOR").values == {"actor": "MAYOR"}
    assert suggestion.reject(second).categories == ("TOWN", "MAYOR")


def test_retired_categories_are_not_suggested(session: Session) -> None:
    (number,) = session.run(ImportArticles((article("旧镇与商会。"),)))
    assert told(session, number) == [("商会", ("FIRM",))]


def test_a_codebook_of_later_finds_its_own_names(session: Session, second: int) -> None:
    from workbench.app.commands import AddCategory

    late = session.suggestions.search(second)
    session.run(AddCategory("actors", Category("B", 7, Words("议员", "councillors"))))
    session.suggestions.keep(second, late())  # by the codebook as it was
    assert session.suggestions.known(second) is None
    assert ("议员", ("B",)) in told(session, second)


def test_what_was_searched_before_the_text_was_corrected_is_dropped(
    session: Session, second: int
) -> None:
    text = session.text(second)
    late = session.suggestions.search(second)
    session.run(CorrectText(second, "😀新增一句。" + text))
    session.suggestions.keep(second, late())
    assert session.suggestions.known(second) is None
    assert told(session, second)[0] == ("小镇议会", ("TOWN",))
    session.undo()
    session.suggestions.keep(second, late())  # it is its text again
    assert session.suggestions.known(second) is not None


def test_what_was_searched_in_an_article_that_is_gone_is_dropped(session: Session) -> None:
    (number,) = session.run(ImportArticles((article("商会。"),)))
    late = session.suggestions.search(number)
    session.undo()
    session.suggestions.keep(number, late())
    assert number not in {each.id for each in session.articles()}
    session.redo()
    assert session.suggestions.known(number) is None


def test_rules_suggest_and_a_bad_one_stops_no_other(tmp_path: Path) -> None:
    endless = "(?:(?:议{1,30}){1,30}){1,30}$"
    rules = Category("VOTE", 9, Words("表决", "vote"), patterns=(endless, "通过|反对", "(?=预)"))
    path = tmp_path / "p.workbench"
    new_project(path, with_categories(rules), surroundings())
    with opened(path) as session:
        session.suggestions.set_codebook(session.codebook)
        text = "议" * 400 + "会通过预算，商会反对。"
        (number,) = session.run(ImportArticles((article(text),)))
        assert told(session, number) == [
            ("通过", ("VOTE",)),
            ("商会", ("FIRM",)),
            ("反对", ("VOTE",)),
        ]
        (trouble,) = session.suggestions.troubles().values()
        assert isinstance(trouble, PatternTooSlow)
        assert endless in str(trouble)


def test_a_rule_and_a_name_at_one_place_are_asked_and_the_longer_wins() -> None:
    rules = Category("VOTE", 9, Words("表决", "vote"), patterns=("商会", "镇长称.", "议会通过"))
    suggester = Suggester(with_categories(rules))
    found = suggester.matcher.find("小镇议会通过，镇长称赞商会。")
    made = suggester.suggestions(found, (), ())
    assert [(each.span, each.categories) for each in made] == [
        (Span(0, 4), ("TOWN",)),
        (Span(7, 11), ("VOTE",)),
        (Span(11, 13), ("VOTE", "FIRM")),
    ]


def test_only_the_last_articles_are_kept(session: Session) -> None:
    numbers = session.run(ImportArticles(tuple(article(f"商会{n}。") for n in range(12))))
    for number in numbers:
        assert len(session.suggestions.of(number)) == 1
    assert session.suggestions.known(numbers[0]) is None
    assert session.suggestions.known(numbers[-1]) is not None


def test_an_empty_codebook_suggests_nothing() -> None:
    suggester = Suggester(Codebook(Words(), (CodeList("a", Words()),)))
    assert suggester.suggestions(suggester.matcher.find("商会"), (), ()) == []


@pytest.mark.parametrize("text", ["", "\n", "𠮷😀"])
def test_any_text_is_searched(text: str) -> None:
    assert Suggester(CODEBOOK).matcher.find(text) == {"actors": []}
