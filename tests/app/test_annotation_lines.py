from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.world import TEXT
from workbench.app.annotation_lines import (
    AnnotationLines,
    Arrangement,
    Group,
    Heading,
    Line,
)
from workbench.app.annotation_reading import Around, Wanted, read_lines, telling_of
from workbench.app.commands import DeleteAnnotations, MarkSpan
from workbench.app.errors import Cancelled
from workbench.app.session import Session
from workbench.domain.annotation import Annotation
from workbench.domain.text import Span

TOWN, FIRM = Group(1, "小镇"), Group(2, "商会")


class Words:
    """Tell layer, quote, paragraph and coder; group by the layer, and by both of two things."""

    def cells(self, annotation: Annotation, around: Around) -> tuple[str, ...]:
        return annotation.layer, annotation.quote, f"¶{around.paragraph}", around.coder

    def groups(self, annotation: Annotation, around: Around) -> tuple[tuple[Group, ...], ...]:
        return (Group(0, annotation.layer),), (TOWN, FIRM)


def read(session: Session, wanted: Wanted) -> list[Line]:
    return [line for batch in read_lines(session, Words(), wanted) for line in batch]


class Ended:
    cancelled = True

    def report(self, done: int, total: int, name: str, share: float | None = None) -> None:
        raise AssertionError("it is over")


def line(id_: int, told: str, *groups: Group, start: int | None = None) -> Line:
    begin = id_ if start is None else start
    return Line(id_, 1, 0, Span(begin, begin + 9), (groups,), told)


def ids(rows: list[Line | Heading]) -> list[int | str]:
    return [row.id if isinstance(row, Line) else row.group.name for row in rows]


@pytest.fixture
def lines() -> AnnotationLines:
    return AnnotationLines(
        [
            line(3, "stance\n美国 欧洲", FIRM),
            line(1, "actor\n美国", TOWN),
            line(2, "actor\n欧洲", TOWN, FIRM),
        ]
    )


def test_lines_stand_as_they_are_read(lines: AnnotationLines) -> None:
    assert ids(lines.arrange(Arrangement())) == [1, 2, 3]
    assert ids(lines.arrange(Arrangement(descending=True))) == [3, 2, 1]
    assert len(lines) == 3


def test_every_word_is_looked_for(lines: AnnotationLines) -> None:
    assert ids(lines.arrange(Arrangement(("美", "ACTOR")))) == [1]
    assert ids(lines.arrange(Arrangement(("欧洲",)))) == [2, 3]
    assert ids(lines.arrange(Arrangement(("欧洲", "st")))) == [3]
    assert ids(lines.arrange(Arrangement(("欧",)))) == [2, 3]
    assert ids(lines.arrange(Arrangement(("无",)))) == []


def test_they_are_sorted_by_a_column(lines: AnnotationLines) -> None:
    assert ids(lines.arrange(Arrangement(column=1))) == [2, 1, 3]
    assert ids(lines.arrange(Arrangement(("actor",), column=1, descending=True))) == [1, 2]


def test_groups_have_headings_that_count_and_fold(lines: AnnotationLines) -> None:
    shown = lines.arrange(Arrangement(kind=0))
    assert ids(shown) == ["小镇", 1, 2, "商会", 2, 3]
    folded = lines.arrange(Arrangement(("欧",), kind=0, folded=frozenset({TOWN})))
    assert folded[0] == Heading(TOWN, 1, folded=True)
    assert ids(folded) == ["小镇", "商会", 2, 3]


def test_what_changes_is_found_anew(lines: AnnotationLines) -> None:
    how = Arrangement(("欧洲",))
    lines.arrange(how)
    lines.put(line(3, "stance\n日本", FIRM))
    lines.put(line(4, "欧洲", FIRM, start=0))
    assert ids(lines.arrange(how)) == [4, 2]
    lines.drop(4)
    lines.drop(9)
    assert ids(lines.arrange(how)) == [2]
    assert lines.get(4) is None


def test_what_is_not_told_is_known(lines: AnnotationLines) -> None:
    assert lines.untold() == lines.untold() == []
    lines.put(fresh := line(5, "", FIRM))
    assert lines.untold() == [fresh]


def test_random_typing_finds_what_a_plain_search_finds() -> None:
    chance = random.Random(5)
    told = {n: "".join(chance.choices("甲乙丙丁", k=6)) for n in range(200)}
    lines = AnnotationLines(line(n, text) for n, text in told.items())
    typed = ""
    for _ in range(300):
        typed = typed[:-1] if chance.random() < 0.4 else typed + chance.choice("甲乙丙丁 ")
        words = tuple(typed.split())
        plain = [n for n, text in told.items() if all(word in text for word in words)]
        assert ids(lines.arrange(Arrangement(words))) == plain


def test_the_whole_project_is_read_in_order(session: Session, first: int, second: int) -> None:
    marks = [
        session.run(MarkSpan(second, "actor", 0, 2, {"actor": "TOWN"})),
        session.run(MarkSpan(first, "stance", TEXT.index("末"), TEXT.index("末") + 2)),
        session.run(MarkSpan(first, "actor", 0, 2, {"actor": "FIRM"})),
    ]
    session.become("乙")
    other = session.run(MarkSpan(first, "actor", 0, 2, {"actor": "TOWN"}))
    session.become("甲")
    lines = AnnotationLines()
    lines.extend(read(session, Wanted()))
    assert [each.id for each in lines] == [marks[2], marks[1], marks[0]]
    assert [each.told for each in lines][:2] == ["actor\n甲方\n¶1\n甲", "stance\n末段\n¶3\n甲"]
    everybody = [each.id for each in read(session, Wanted(first, all_coders=True))]
    assert everybody == [marks[2], other, marks[1]]
    stances = read(session, Wanted(layers=frozenset({"stance"})))
    assert [each.id for each in stances] == [marks[1]]
    assert read(session, Wanted(article=0)) == []
    with pytest.raises(Cancelled):
        list(read_lines(session, Words(), Wanted(), Ended()))


def test_what_is_wanted_is_known_without_reading(session: Session, first: int) -> None:
    mark = session.run(MarkSpan(first, "actor", 0, 2, {"actor": "FIRM"}))
    (annotation,) = session.annotations_by_id([mark])
    mine = session.coder.id
    assert Wanted().has(annotation, mine)
    assert Wanted(first, all_coders=True, layers=frozenset({"actor"})).has(annotation, 0)
    for other in (Wanted(999), Wanted(layers=frozenset({"stance"}))):
        assert not other.has(annotation, mine)
    assert not Wanted().has(annotation, 0)


def test_an_annotation_of_an_article_that_is_gone_is_left_out(session: Session, first: int) -> None:
    mark = session.run(MarkSpan(first, "actor", 0, 2, {"actor": "FIRM"}))
    (annotation,) = session.annotations_by_id([mark])
    telling = telling_of(session)
    assert [each.id for each in telling.lines([annotation], Words())] == [mark]
    session.run(DeleteAnnotations((mark,)))
    session.undo()
    session.undo()
    session.undo()
    assert session.articles() == []
    assert list(telling_of(session).lines([annotation], Words())) == []


def stretch(start: int, length: int) -> Span:
    return Span(start, start + length)


spans = st.builds(stretch, st.integers(0, 30_000), st.sampled_from([1, 5, 400, 9_000, 25_000]))


def at(id_: int, span: Span) -> Line:
    return Line(id_, 1, 0, span)


@given(st.lists(spans), st.lists(spans), st.lists(st.integers(0, 9)), spans)
def test_what_touches_a_stretch_is_what_a_look_at_every_line_says(
    some: list[Span], more: list[Span], gone: list[int], wanted: Span
) -> None:
    there = dict(enumerate(some))
    lines = AnnotationLines(at(id_, span) for id_, span in there.items())
    for id_, span in enumerate(more):
        lines.put(at(id_, span))
        there[id_] = span
    for id_ in gone:
        lines.drop(id_)
        there.pop(id_, None)
    touching = {id_ for id_, span in there.items() if span.overlaps(wanted)}
    assert {line.id for line in lines.touching(wanted)} == touching


def test_what_has_no_place_touches_nothing() -> None:
    lines = AnnotationLines([Line(1, 1, 0, None), at(2, Span(0, 4))])
    assert [line.id for line in lines.touching(Span(0, 1))] == [2]
    assert AnnotationLines().touching(Span(0, 1)) == []
