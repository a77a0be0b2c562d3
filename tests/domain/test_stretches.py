from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.stretches import Stretches
from workbench.domain.text import Span


@dataclass(frozen=True)
class Thing:
    span: Span
    name: str


class Things(Stretches[Thing, str]):
    def what(self, thing: Thing) -> str:
        return thing.name

    def thing(self, span: Span, what: str) -> Thing:
        return Thing(span, what)


def _span(start: int, length: int) -> Span:
    return Span(start, start + length)


SPANS = st.builds(_span, st.integers(0, 60), st.integers(1, 30))
THINGS = st.lists(st.builds(Thing, SPANS, st.sampled_from("abc")), max_size=12)


def _in_order(things: list[Thing]) -> list[Thing]:
    return sorted(things, key=lambda each: each.span)


@given(THINGS)
def test_it_is_a_sequence_of_what_was_put_in(given_: list[Thing]) -> None:
    listed, put = Things(given_), Things()
    for each in given_:
        put.put(each.span.start, each.span.end, each.name)
    assert listed == put == given_
    assert list(listed) == [listed[number] for number in range(len(listed))] == given_
    assert listed.spans() == [each.span for each in given_]
    assert listed[1:5] == listed.part(slice(1, 5)) == given_[1:5]
    assert listed[-2:] == given_[-2:]


@given(THINGS, THINGS)
def test_it_equals_only_what_has_the_same(one: list[Thing], other: list[Thing]) -> None:
    assert (Things(one) == Things(other)) is (one == other)
    assert (Things(one) == other) is (one == other)
    assert Things(one) != tuple(one)


@given(THINGS, THINGS, st.data())
def test_others_take_the_place_of_some(
    there: list[Thing], fresh: list[Thing], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(there)))
    last = data.draw(st.integers(first, len(there)))
    things = Things(there)
    things[first:last] = fresh
    assert things == there[:first] + fresh + there[last:]


@given(THINGS, SPANS, THINGS)
def test_what_touches_a_stretch_is_found(
    there: list[Thing], within: Span, fresh: list[Thing]
) -> None:
    things = Things(_in_order(there))
    all_ = _in_order(there + fresh)
    things[:] = all_
    touching = things.touching(within.start, within.end)
    assert [all_[number] for number in touching] == [
        each for each in all_ if each.span.overlaps(within)
    ]
    assert set(touching) <= set(things.near(within.start, within.end))


@given(THINGS, st.integers(0, 100))
def test_the_first_behind_an_offset_is_found(there: list[Thing], offset: int) -> None:
    things = Things(_in_order(there))
    first = things.first_at(offset)
    assert [each.span.start >= offset for each in things] == [
        number >= first for number in range(len(things))
    ]
