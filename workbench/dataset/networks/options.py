"""How a network is counted: the choices of Discourse Network Analyzer, and what fits what.

The names and rules are those of Philip Leifeld's Discourse Network Analyzer, version 3
(github.com/leifeld/dna, class dna.export.Exporter, and the help of rDNA's `dna_network`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.dataset.networks.errors import (
    NetworkModesEqual,
    NetworkOptionUnfit,
    NetworkPositionNeeded,
    NetworkWindowWrong,
)
from workbench.dataset.networks.statement import Mode

#: The longest window, in its unit.
LONGEST_WINDOW = 10_000


class Kind(StrEnum):
    """Whether nodes of one sort are tied by what they share, or those of two sorts directly."""

    ONE_MODE = "one-mode"
    TWO_MODE = "two-mode"


class Agreement(StrEnum):
    """What of a position counts.

    SIGN: above zero is agreement, below it disagreement, all else is left out. SCORE: the
    score itself; what has none is left out. ANY: every statement, whatever its position.
    """

    SIGN = "sign"
    SCORE = "score"
    ANY = "any"


class Aggregation(StrEnum):
    """How statements of different position become one weight."""

    IGNORE = "ignore"
    COMBINE = "combine"
    SUBTRACT = "subtract"
    CONGRUENCE = "congruence"
    CONFLICT = "conflict"


class Normalisation(StrEnum):
    """What a weight is divided by."""

    NO = "no"
    AVERAGE = "average"
    JACCARD = "jaccard"
    COSINE = "cosine"
    ACTIVITY = "activity"
    PROMINENCE = "prominence"


class Duplicates(StrEnum):
    """Within what the same statement counts once: nothing, a document, a time, or all there is."""

    INCLUDE = "include"
    DOCUMENT = "document"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    ACROSS = "acrossrange"


class AuthorAs(StrEnum):
    """What becomes of the statements of an article's own author, who is someone else each time."""

    AUTHOR = "author"
    OUTLET = "outlet"
    LEFT_OUT = "leave-out"


class Unit(StrEnum):
    """What time windows are counted in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True)
class Windows:
    """A network for each window of `size` units.

    Windows of the calendar follow one another, each begins where a unit does. Those that
    are `moving` are Discourse Network Analyzer's: about each point of time in turn.
    """

    unit: Unit
    size: int = 1
    moving: bool = False


@dataclass(frozen=True)
class NetworkOptions:
    """One network, or one for each time window."""

    kind: Kind = Kind.TWO_MODE
    first: Mode = Mode.HOLDER
    second: Mode = Mode.TARGET
    agreement: Agreement = Agreement.SIGN
    aggregation: Aggregation = Aggregation.SUBTRACT
    normalisation: Normalisation = Normalisation.NO
    duplicates: Duplicates = Duplicates.DOCUMENT
    author: AuthorAs = AuthorAs.AUTHOR
    windows: Windows | None = None
    isolates: bool = False


AGGREGATIONS = {
    Kind.ONE_MODE: (
        Aggregation.IGNORE,
        Aggregation.CONGRUENCE,
        Aggregation.CONFLICT,
        Aggregation.SUBTRACT,
    ),
    Kind.TWO_MODE: (Aggregation.IGNORE, Aggregation.COMBINE, Aggregation.SUBTRACT),
}
NORMALISATIONS = {
    Kind.ONE_MODE: (
        Normalisation.NO,
        Normalisation.AVERAGE,
        Normalisation.JACCARD,
        Normalisation.COSINE,
    ),
    Kind.TWO_MODE: (Normalisation.NO, Normalisation.ACTIVITY, Normalisation.PROMINENCE),
}


def refuse_unfit(options: NetworkOptions) -> None:
    """Refuse options that do not go together.

    Raises:
        NetworkModesEqual, NetworkOptionUnfit, NetworkPositionNeeded, NetworkWindowWrong
    """
    if options.first is options.second:
        raise NetworkModesEqual(mode=options.first)
    _refuse_other(options.kind, options.aggregation, AGGREGATIONS[options.kind])
    _refuse_other(options.kind, options.normalisation, NORMALISATIONS[options.kind])
    if options.aggregation is Aggregation.COMBINE:  # the number of a combination is no amount
        _refuse_other("combine", options.normalisation, (Normalisation.NO,))
    if options.agreement is Agreement.ANY and options.aggregation is not Aggregation.IGNORE:
        raise NetworkPositionNeeded(option=options.aggregation)
    windows = options.windows
    if windows and not 1 <= windows.size <= LONGEST_WINDOW:
        raise NetworkWindowWrong(most=LONGEST_WINDOW, unit=windows.unit, size=windows.size)


def _refuse_other(kind: str, option: StrEnum, fitting: tuple[StrEnum, ...]) -> None:
    if option not in fitting:
        raise NetworkOptionUnfit(option=option, kind=kind, fitting=", ".join(fitting))
