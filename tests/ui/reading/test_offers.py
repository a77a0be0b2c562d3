from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.reading.sample import Offered
from tests.ui.reading.sample import Offers as SomeOffers
from workbench.domain.text import Span
from workbench.ui.reading.offers import Offers


def _span(start: int, length: int) -> Span:
    return Span(start, start + length)


some = st.lists(st.builds(_span, st.integers(0, 90), st.integers(1, 9)))


def _offers(spans: list[Span]) -> SomeOffers:
    return SomeOffers(map(Offered, sorted(spans)))


def _all(offers: Offers) -> list[Span]:
    return [offers[number].span for number in range(len(offers))]


@given(some, some, st.data())
def test_patched_offers_are_found_as_if_shown_anew(
    before: list[Span], fresh: list[Span], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(before)))
    last = data.draw(st.integers(first, len(before)))
    there = [offer.span for offer in _offers(before)]
    # What takes their places lies between their neighbours.
    least = there[first - 1] if first else Span(0, 1)
    most = there[last] if last < len(there) else Span(200, 201)
    fitting = [offer.span for offer in _offers(fresh) if least <= offer.span <= most]
    patched, anew = Offers(), Offers()
    patched.show(_offers(before))
    patched.current = 0
    patched.patch(first, last, _offers(fitting))
    anew.show(_offers(there[:first] + fitting + there[last:]))
    assert _all(patched) == _all(anew)
    assert patched.current is None
    for offset in range(0, 101, 5):
        assert patched.at(offset) == anew.at(offset)
        assert patched.between(offset, offset + 7) == anew.between(offset, offset + 7)
