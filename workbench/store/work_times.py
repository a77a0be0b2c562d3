"""How long coders worked on articles, by day; no part of the history, so that undo leaves it."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from workbench.store import tables as t
from workbench.store.inserting import insert_rows

_w = t.work_time.c


def add_seconds(connection: Connection, coder: int, seconds: Mapping[tuple[int, str], int]) -> None:
    """Add to the time that a coder worked on articles, each with its day."""
    for (article, day), more in seconds.items():
        here = (_w.article_id == article) & (_w.coder_id == coder) & (_w.day == day)
        if connection.execute(
            t.work_time.update().where(here).values(seconds=_w.seconds + more)
        ).rowcount:
            continue
        row = {"article_id": article, "coder_id": coder, "day": day, "seconds": more}
        insert_rows(connection, t.work_time, [row])


def seconds_on(connection: Connection, article: int) -> dict[int, int]:
    """Return how many seconds each coder worked on an article."""
    whole = select(_w.coder_id, func.sum(_w.seconds)).where(_w.article_id == article)
    return {coder: int(sum_) for coder, sum_ in connection.execute(whole.group_by(_w.coder_id))}
