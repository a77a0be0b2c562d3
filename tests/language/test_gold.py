from __future__ import annotations

from pathlib import Path

from tests.language.gold.score import LIMIT, articles, scores


def test_suggestions_are_what_was_marked_by_hand(shared: Path) -> None:
    found = list(articles(shared))
    assert len(found) == 5
    for layer, score in scores(found).items():
        assert score.precision >= LIMIT, (layer, score.wrong)
        assert score.recall >= LIMIT, (layer, score.missing)
        assert score.asked < score.right / 10
