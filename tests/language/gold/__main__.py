"""Print precision and recall of the suggestions: `python -m tests.language.gold [-v]`.

With `-v` also each place that is suggested wrongly or missing: by offsets and keys.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.language.gold.score import LIMIT, Place, articles, scores


def main(wanted: list[str]) -> int:
    """Print a line a layer; return 1 if one misses its limit, 2 without the articles."""
    shared = Path(os.environ.get("WORKBENCH_SHARED", Path(__file__).parents[4] / "shared"))
    found = list(articles(shared))
    if not found:
        sys.stderr.write(f"no articles in {shared}; name their folder in WORKBENCH_SHARED\n")
        return 2
    texts = {each.name: each.text for each in found}
    ok = True
    for layer, score in scores(found).items():
        ok = ok and min(score.precision, score.recall) >= LIMIT
        sys.stdout.write(
            f"{layer:8} precision {score.precision:.3f} recall {score.recall:.3f}"
            f" ({score.right} right, {score.asked} of them asked,"
            f" {len(score.wrong)} wrong, {len(score.missing)} missing)\n"
        )
        if "-v" in wanted:
            _tell("wrong", score.wrong, texts)
            _tell("missing", score.missing, texts)
    return 0 if ok else 1


def _tell(what: str, places: list[Place], texts: dict[str, str]) -> None:
    for each in sorted(places):
        span, text = each.span, texts[each.article]
        before, behind = text[max(0, span.start - 6) : span.start], text[span.end : span.end + 6]
        shown = f"{before}[{text[span.start : span.end]}]{behind}".replace("\n", "⏎")
        sys.stdout.write(f"  {what:8} {each.article} {span.start:5} {each.key:14} {shown}\n")


sys.exit(main(sys.argv[1:]))
