from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.ui.tags.recent import Recent

USES = st.lists(st.sampled_from("abcdefgh"), max_size=40)


def _used(keys: list[str], size: int = 3) -> Recent:
    recent = Recent(size)
    for time, key in enumerate(keys):
        recent.use(key, f"{time:04}")
    return recent


def test_a_used_key_keeps_its_place() -> None:
    recent = _used(["a", "b", "c"])
    before = recent.keys
    recent.use("a", "0009")
    assert recent.keys == before


def test_a_new_key_takes_the_place_of_the_oldest() -> None:
    recent = _used(["a", "b", "c"])
    assert recent.keys == ("c", "b", "a")
    recent.use("d", "0009")
    assert recent.keys == ("c", "b", "d")


def test_an_old_use_drives_out_nothing() -> None:
    recent = _used(["a", "b", "c"])
    recent.use("d", "")
    assert "d" not in recent.keys


def test_forgets_what_is_not_known_any_more() -> None:
    recent = _used(["a", "b", "c"])
    recent.keep(["a", "c"])
    assert recent.keys == ("c", "a")


@given(USES)
def test_holds_the_latest_keys(keys: list[str]) -> None:
    latest = list(dict.fromkeys(reversed(keys)))[:3]
    assert set(_used(keys).keys) == set(latest)
