from __future__ import annotations

import pytest

from tests.intake.scored.__main__ import main
from tests.intake.scored.build import HELD_OUT, TEXTS, all_pairs, held_out
from tests.intake.scored.pairs import PARTS, means, pairs
from tests.intake.scored.score import Expected, read_expected, score
from workbench.domain.article import NewArticle, Note


def _article(text: str, *notes: Note) -> NewArticle:
    return NewArticle("", text, notes, b"", "utf-8", "a.txt", ())


def test_the_pairs_on_disk_are_those_of_the_sources() -> None:
    written = all_pairs()
    assert len(written) >= 30
    for name, (given, wanted) in written.items():
        assert (TEXTS / f"{name}.txt").read_text("utf-8") == given
        assert (TEXTS / f"{name}.expected.txt").read_text("utf-8") == wanted
    assert HELD_OUT.read_text("utf-8").split() == held_out()


@pytest.mark.parametrize("part", PARTS)
def test_cleaning_keeps_its_figures(part: str) -> None:
    mean = means([pair.score() for pair in pairs() if pair.part == part])
    assert mean.f1 >= 0.97
    assert mean.recall >= 0.99
    assert mean.borders >= 0.93
    assert mean.footnotes >= 0.95


def test_a_text_that_is_as_wanted_scores_one() -> None:
    wanted = read_expected("甲段。\n乙段。\n---NOTES---\n[1] 甲注。\n---CAPTIONS---\n图甲。\n")
    notes = (Note("footnote", "[1]", "甲注。", 3), Note("caption", "", "图甲。", 3))
    figures = score(_article("甲段。\n乙段。", *notes), wanted)
    assert (figures.f1, figures.borders, figures.footnotes, figures.captions) == (1, 1, 1, 1)


def test_what_is_missing_too_much_glued_or_untied_costs() -> None:
    wanted = Expected(["甲段。", "乙段。", "丙段。"], ["[1] 甲注。"], [])
    figures = score(_article("甲段。乙段。\n广告", Note("footnote", "[1]", "甲注。", None)), wanted)
    assert figures.precision == 6 / 8
    assert figures.recall == 6 / 9
    assert figures.borders < 1
    assert figures.footnotes == 0
    assert figures.captions is None
    assert score(_article(""), wanted).f1 == 0


def test_the_figures_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["pinyin", "zero_width"])
    out = capsys.readouterr().out
    assert "text/pinyin" in out
    assert "held out" in out
