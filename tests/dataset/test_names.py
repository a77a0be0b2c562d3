from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from workbench.dataset.names import DEVICES, Names
from workbench.domain.codebook_check import RESERVED

_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")
WANTED = st.text() | st.sampled_from(["to", "start", "a" * 40, "Start", "_x", "1", "立场", ""])


@given(st.lists(st.tuples(WANTED, st.sampled_from(["", "_label", "_score"]))))
def test_every_name_is_fit_and_given_once(wanted: list[tuple[str, str]]) -> None:
    names = Names(["start"])
    given_out = [names.claim(*each) for each in wanted]
    assert len(set(given_out)) == len(given_out)
    for name, (_, suffix) in zip(given_out, wanted, strict=True):
        assert _NAME.fullmatch(name)
        assert name.endswith(suffix)
        assert name not in RESERVED
        assert name != "start"


@given(st.lists(WANTED))
def test_the_same_wishes_get_the_same_names(wanted: list[str]) -> None:
    first, second = Names(), Names()
    assert [first.claim(each) for each in wanted] == [second.claim(each) for each in wanted]


def test_a_name_that_fits_is_kept() -> None:
    assert Names().claim("holder") == "holder"


def test_names_are_numbered_before_their_suffix() -> None:
    names = Names(["holder_label"])
    assert names.claim("holder", "_label") == "holder_2_label"
    assert names.claim("holder", "_label") == "holder_3_label"


def test_long_names_are_cut_so_that_the_suffix_fits() -> None:
    names = Names()
    assert names.claim("a" * 40, "_label") == "a" * 26 + "_label"
    assert names.claim("a" * 41, "_label") == "a" * 24 + "_2_label"


def test_reserved_words_and_devices_are_not_given() -> None:
    assert Names().claim("with") == "with_2"
    assert [Names().claim(each) for each in ("int", "using", "str5")] == [
        *("int_2", "using_2", "str5_2"),
    ]
    assert [Names().claim(each) for each in ("integer", "strong", "str5a")] == [
        *("integer", "strong", "str5a"),
    ]
    assert Names(refused=DEVICES).claim("con") == "con_2"
    assert Names(refused=DEVICES).claim("LPT1") == "lpt1_2"
