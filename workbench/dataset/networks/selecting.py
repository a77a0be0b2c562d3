"""Which statements count in a network, and as what: what is left out is counted by reason."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from workbench.dataset.networks.options import Agreement, AuthorAs, Duplicates, NetworkOptions
from workbench.dataset.networks.statement import AUTHOR, Mode, Statement
from workbench.domain.values import NotADate, days_of


class LeftOut(StrEnum):
    """Why a statement is not in a network."""

    EMPTY = "empty"
    NO_POSITION = "no_position"
    AUTHOR = "author"
    DUPLICATE = "duplicate"
    UNDATED = "undated"


class Span(NamedTuple):
    """The first and the last day that a date may mean."""

    first: dt.date
    last: dt.date


class Use(NamedTuple):
    """A statement as it counts: two nodes, the level of agreement, how much, and when."""

    first: str
    second: str
    level: float
    weight: float
    document: str
    when: Span | None


@dataclass(frozen=True)
class Selection:
    """The statements that count, in the order of time, and how many do not.

    `levels` are those of all statements that have one: where duplicates or a time window
    leave out the last of a level, distances between the others stay what they were.
    `everyone` are all nodes of each mode, also those whose statements are duplicates.
    """

    uses: tuple[Use, ...]
    levels: tuple[float, ...]
    left_out: Mapping[LeftOut, int]
    everyone: tuple[frozenset[str], frozenset[str]]


def selected(statements: Iterable[Statement], options: NetworkOptions) -> Selection:
    """Return the statements that count, each pair of nodes and level as often as it may."""
    left_out: Counter[LeftOut] = Counter()
    uses = sorted(_uses(statements, options, left_out), key=_time)
    kept = tuple(_without_duplicates(uses, options, left_out))
    everyone = frozenset(use.first for use in uses), frozenset(use.second for use in uses)
    return Selection(kept, _levels(uses, options.agreement), left_out, everyone)


@lru_cache(maxsize=10_000)
def span_of(date: str) -> Span | None:
    """Return the days that an ISO date may mean, None where it is no date."""
    try:
        first, last = days_of(date)
        return Span(dt.date(*first), dt.date(*last))
    except (NotADate, ValueError):
        return None


def _uses(
    statements: Iterable[Statement], options: NetworkOptions, left_out: Counter[LeftOut]
) -> Iterator[Use]:
    for statement in statements:
        use = _use(statement, options)
        if isinstance(use, Use):
            yield use
        else:
            left_out[use] += 1


def _use(statement: Statement, options: NetworkOptions) -> Use | LeftOut:
    level = _level(statement.score, options.agreement)
    if level is None:
        return LeftOut.NO_POSITION
    if Mode.HOLDER in (options.first, options.second) and statement.holder == AUTHOR:
        statement = _with_author(statement, options.author)
        if not statement.holder:
            return LeftOut.AUTHOR
    first, second = statement.value(options.first), statement.value(options.second)
    if not first or not second:
        return LeftOut.EMPTY
    when = span_of(statement.date)
    return Use(first, second, level, statement.weight, statement.document, when)


def _level(score: float | None, agreement: Agreement) -> float | None:
    if agreement is Agreement.ANY:
        return 0.0
    if score is None or (agreement is Agreement.SIGN and score == 0):
        return None
    return score if agreement is Agreement.SCORE else float(score > 0)


def _with_author(statement: Statement, author: AuthorAs) -> Statement:
    names = {AuthorAs.AUTHOR: statement.author, AuthorAs.OUTLET: statement.outlet}
    return replace(statement, holder=names.get(author, ""))


def _levels(uses: Iterable[Use], agreement: Agreement) -> tuple[float, ...]:
    if agreement is Agreement.SIGN:
        return (0.0, 1.0)
    return tuple(sorted({use.level for use in uses})) or (0.0,)


def _time(use: Use) -> tuple[bool, Span]:
    # Python's sort is stable: within a day, statements stay in their order.
    return (use.when is None, use.when or Span(dt.date.max, dt.date.max))


def _without_duplicates(
    uses: Iterable[Use], options: NetworkOptions, left_out: Counter[LeftOut]
) -> Iterator[Use]:
    """Yield each pair of nodes and level once within its range.

    For and against are two statements, also where their positions are ignored afterwards;
    with `Agreement.ANY` they are one, as in Discourse Network Analyzer 3.
    """
    if options.duplicates is Duplicates.INCLUDE:
        yield from uses
        return
    seen: set[tuple[object, ...]] = set()
    for use in uses:
        same = (use.first, use.second, use.level, _within(use, options.duplicates))
        if same in seen:
            left_out[LeftOut.DUPLICATE] += 1
        else:
            seen.add(same)
            yield use


def _within(use: Use, duplicates: Duplicates) -> object:
    """Return what the statement is compared within; its document where its date is too vague.

    Discourse Network Analyzer compares the number of the month or week whatever the year;
    here, March 2024 and March 2025 are two months.
    """
    if duplicates is Duplicates.ACROSS:
        return None
    if duplicates is not Duplicates.DOCUMENT and use.when:
        first, last = (_period(day, duplicates) for day in use.when)
        if first == last:
            return first
    return use.document


def _period(day: dt.date, duplicates: Duplicates) -> tuple[int, ...]:
    if duplicates is Duplicates.WEEK:
        return tuple(day.isocalendar()[:2])
    return (day.year, day.month) if duplicates is Duplicates.MONTH else (day.year,)
