from __future__ import annotations

import pytest

from tests.app.world import CODEBOOK
from workbench.domain.codebook import Kind, UnknownCategory, Variable, Words
from workbench.domain.errors import Refusal
from workbench.domain.values import Missing, NotADate, NotOfKind, Scalar
from workbench.domain.worded import worded_value

ACTOR = Variable("who", Kind.CATEGORY, Words("谁", "who"), "actors")
ACTORS = Variable("whose", Kind.CATEGORY, Words("谁们", "whose"), "actors", several=True)


def of(kind: Kind) -> Variable:
    return Variable("v", kind, Words("值", "value"))


@pytest.mark.parametrize(
    ("variable", "cell", "expected"),
    [
        (ACTOR, "FIRM", ("FIRM",)),
        (ACTOR, "firm", ("FIRM",)),
        (ACTOR, "2", ("FIRM",)),
        (ACTOR, " 商会 ", ("FIRM",)),
        (ACTOR, "The Chamber", ("FIRM",)),
        (ACTOR, "小镇议会", ("TOWN",)),
        (ACTOR, "-98", (Missing.UNDECIDABLE,)),
        (ACTOR, "−97", (Missing.NOT_APPLICABLE,)),
        (ACTOR, "-99", ()),
        (ACTOR, "", ()),
        (ACTORS, "商会；小镇", ("FIRM", "TOWN")),
        (of(Kind.BOOLEAN), "是", (True,)),
        (of(Kind.BOOLEAN), "FALSE", (False,)),
        (of(Kind.INTEGER), "-12", (-12,)),
        (of(Kind.REAL), "2.5", (2.5,)),
        (of(Kind.DATE), "2025-08", ("2025-08",)),
        (of(Kind.TEXT), "随便", ("随便",)),
    ],
)
def test_what_a_cell_says(variable: Variable, cell: str, expected: tuple[Scalar, ...]) -> None:
    assert worded_value(CODEBOOK, variable, cell) == expected


@pytest.mark.parametrize(
    ("variable", "cell", "refusal"),
    [
        (ACTOR, "邻镇", UnknownCategory),
        (ACTOR, "GONE", UnknownCategory),
        (ACTOR, "商会;小镇", UnknownCategory),
        (of(Kind.BOOLEAN), "也许", NotOfKind),
        (of(Kind.INTEGER), "2.5", NotOfKind),
        (of(Kind.REAL), "nan", NotOfKind),
        (of(Kind.LINK), "3", NotOfKind),
        (of(Kind.DATE), "昨天", NotADate),
    ],
)
def test_what_fits_no_value(variable: Variable, cell: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        worded_value(CODEBOOK, variable, cell)
