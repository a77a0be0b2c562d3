from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from tests.intake.readers.html.skins import SKINS
from workbench.intake.read import new_article
from workbench.intake.readers.web import read_html

SCORED = Path(__file__).parents[2] / "scored/web"


def articles() -> list[list[str]]:
    texts = (path.read_text("utf-8") for path in sorted(SCORED.glob("*.expected.txt")))
    parts = (text.partition("\n---")[0].strip().split("\n") for text in texts)
    return [lines for lines in parts if "。" in lines[-1] and "\t" not in "".join(lines)]


def figures(title: str, lines: list[str], page: str) -> tuple[float, float]:
    """Return F1 and recall on characters."""
    data = page.encode()
    got = "".join(new_article(read_html(data, "a.html"), data, "a.html").text.split())
    wanted = "".join("".join((title, *lines)).split())
    blocks = SequenceMatcher(None, got, wanted, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    return 2 * same / (len(got) + len(wanted)), same / len(wanted)


@pytest.mark.parametrize("skin", SKINS, ids=lambda skin: skin.__name__)
def test_an_article_comes_out_of_any_skin(skin: Callable[[str, list[str]], str]) -> None:
    found = [figures(title, lines, skin(title, lines)) for title, *lines in articles()]
    assert len(found) >= 12
    assert min(recall for _, recall in found) >= 0.99
    assert sum(f1 for f1, _ in found) / len(found) >= 0.94
