"""Mark without end and tell each id once `run` has returned; the test kills this process.

Usage: python -m tests.app.killed PROJECT
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from tests.app.world import TEXT
from workbench.app.commands import MarkSpan
from workbench.app.session import open_session


def main() -> None:
    """Mark until killed."""
    path = Path(sys.argv[1])
    session = open_session(path, "甲", cache=path.parent / "cache")
    first = session.articles()[0].id
    for number in count(len(session.annotations(first))):
        start = number % (len(TEXT) - 2)
        values = {"holder": "TOWN", "position": "n1", "share": number / 7}
        id_ = session.run(MarkSpan(first, "stance", start, start + 2, values, memo=str(number)))
        sys.stdout.write(f"{id_} {number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
