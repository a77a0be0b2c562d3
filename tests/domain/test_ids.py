from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.ids import Ids

moments = st.integers(0, 2**48 - 1)
noise = st.binary(min_size=10, max_size=10)


def _id(prefix: str, moment: int, chance: bytes) -> str:
    return Ids(lambda: moment, lambda count: chance[:count]).new(prefix)


def test_an_id_is_a_letter_and_a_ulid() -> None:
    # The example of the ULID specification: 1469918176385 ms is 01ARYZ6S41.
    assert _id("n", 1469918176385, bytes(10)) == "n01aryz6s41" + "0" * 16


@given(moments, noise)
def test_ids_are_27_characters_of_an_alphabet_without_lookalikes(
    moment: int, chance: bytes
) -> None:
    made = _id("n", moment, chance)
    assert len(made) == 27
    assert made.isascii()
    assert made.isalnum()
    assert not set(made[1:]) & set("ilou")


@given(moments, moments, noise, noise)
def test_ids_sort_by_time_and_differ_by_chance(
    one: int, other: int, chance: bytes, chance2: bytes
) -> None:
    first, second = _id("n", one, chance), _id("n", other, chance2)
    assert (first < second) == ((one, chance) < (other, chance2))
    assert (first == second) == ((one, chance) == (other, chance2))


def test_ids_ask_clock_and_chance_each_time() -> None:
    ticks = iter([1, 2])
    ids = Ids(lambda: next(ticks), bytes)
    assert ids.new("a") < ids.new("a")
