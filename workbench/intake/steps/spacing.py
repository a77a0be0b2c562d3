"""Lines whose characters a justified page has set apart, each from the next."""

from __future__ import annotations

import re

from workbench.domain.article import Edit
from workbench.intake.lines import lines_of

_SIGN = r"[\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff5e“”‘’…—]"
_SPACE = re.compile(rf"(?<={_SIGN}) (?={_SIGN})")
_CLOSE = re.compile(rf"{_SIGN}(?={_SIGN})")
_FEWEST = 6  # gaps: fewer may set off a name, or two columns of a list
_SHARE = 0.7


def close_spaced_lines(text: str) -> list[Edit]:
    """Cut the blanks of a line in which nearly every two Han characters have one between them."""
    edits: list[Edit] = []
    for line in lines_of(text):
        if line.text.count(" ") < _FEWEST:
            continue
        gaps = [match.start() for match in _SPACE.finditer(line.text)]
        together = len(_CLOSE.findall(line.text))
        if len(gaps) >= max(_FEWEST, _SHARE * (len(gaps) + together)):
            edits += [Edit(line.start + at, line.start + at + 1, "", "space") for at in gaps]
    return edits
