from __future__ import annotations

import pytest

from workbench.intake.edits import apply, ordered
from workbench.intake.steps.titles import cut_repeated_titles

BODY = "五月三日，岛国代表在槟城说，渔业谈判可以恢复，但是债务必须先谈。\n"
SHORT, LONG = "渔业谈判重启", "渔业谈判重启，岛国要求先谈债务"


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ([LONG, LONG], [LONG]),
        ([SHORT, LONG, LONG], [LONG]),
        ([LONG, SHORT], [LONG]),
        ([f"{SHORT}_国际_远洋网", SHORT], [SHORT]),
        ([f"{SHORT} - 远洋网", SHORT], [SHORT]),
        ([f"{SHORT} | 远洋", SHORT, SHORT], [SHORT]),
        ([f"林小满 {LONG}", LONG], [LONG]),
        ([f"会后的{SHORT}", SHORT], [f"会后的{SHORT}", SHORT]),
        ([LONG, "谁来还债"], [LONG, "谁来还债"]),
        (["岛国的债务", "岛国的债务人"], ["岛国的债务", "岛国的债务人"]),
        (["渔业谈判重启之后", "渔业谈判重启"], ["渔业谈判重启之后", "渔业谈判重启"]),
        (["谈判", "谈判"], ["谈判", "谈判"]),
    ],
)
def test_the_most_complete_title_stays_once(lines: list[str], kept: list[str]) -> None:
    text = "\n".join(lines) + "\n" + BODY
    clean = apply(text, ordered(cut_repeated_titles(text)))
    assert [line for line in clean.split("\n") if line] == [*kept, BODY.strip()]


def test_a_heading_that_the_body_repeats_stays() -> None:
    assert cut_repeated_titles(f"{LONG}\n{BODY}{LONG}\n{BODY}") == []
