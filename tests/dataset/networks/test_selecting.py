"""Which statements count: positions, authors, duplicates, windows; and what options refuse."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from workbench.dataset.networks.errors import (
    NetworkModesEqual,
    NetworkOptionUnfit,
    NetworkPositionNeeded,
    NetworkWindowsMany,
    NetworkWindowWrong,
)
from workbench.dataset.networks.network import networks_of
from workbench.dataset.networks.options import (
    Aggregation,
    Agreement,
    AuthorAs,
    Duplicates,
    Kind,
    NetworkOptions,
    Normalisation,
    Unit,
    Windows,
)
from workbench.dataset.networks.selecting import LeftOut, Span
from workbench.dataset.networks.statement import Mode, Statement
from workbench.dataset.networks.windows import later, windows_of

ANY = NetworkOptions(agreement=Agreement.ANY, aggregation=Aggregation.IGNORE)


def _said(date: str = "", document: str = "d", **more: object) -> Statement:
    return replace(Statement(document, "a", 1.0, target="x", date=date), **more)


def _weights(options: NetworkOptions, *statements: Statement) -> dict[tuple[str, str], float]:
    return networks_of(statements, options).networks[0].weights


def test_neutral_and_unscored_statements_are_left_out() -> None:
    said = [_said(), _said(score=0.0), _said(score=None), _said(target="")]
    found = networks_of(said, NetworkOptions())
    assert found.networks[0].weights == {("a", "x"): 1}
    assert found.left_out == {LeftOut.NO_POSITION: 2, LeftOut.EMPTY: 1}


def test_any_position_counts_if_wanted() -> None:
    said = [_said(document=str(n), score=score) for n, score in enumerate([1.0, 0.0, None])]
    assert _weights(ANY, *said) == {("a", "x"): 3}


@pytest.mark.parametrize(
    ("author", "names"),
    [(AuthorAs.AUTHOR, {"王"}), (AuthorAs.OUTLET, {"报"}), (AuthorAs.LEFT_OUT, set[str]())],
)
def test_the_author_is_whoever_wrote_the_article(author: AuthorAs, names: set[str]) -> None:
    said = _said(holder="AUTHOR", author="王", outlet="报")
    found = networks_of([said, _said()], NetworkOptions(author=author))
    assert set(found.networks[0].first) == names | {"a"}
    assert found.left_out.get(LeftOut.AUTHOR, 0) == (not names)


def test_an_unknown_author_is_left_out() -> None:
    found = networks_of([_said(holder="AUTHOR")], NetworkOptions())
    assert (found.networks[0].statements, found.left_out) == (0, {LeftOut.AUTHOR: 1})


@pytest.mark.parametrize(
    ("duplicates", "kept"),
    [
        (Duplicates.INCLUDE, 6),
        (Duplicates.DOCUMENT, 5),
        (Duplicates.WEEK, 4),
        (Duplicates.MONTH, 3),
        (Duplicates.YEAR, 2),
        (Duplicates.ACROSS, 1),
    ],
)
def test_duplicates_count_once_within_their_range(duplicates: Duplicates, kept: int) -> None:
    dates = ["2024-03-04", "2024-03-05", "2024-03-20", "2024-06-01", "2025-03-04"]
    said = [_said(date, str(n)) for n, date in enumerate(dates)]
    said.append(said[0])
    assert _weights(replace(ANY, duplicates=duplicates), *said) == {("a", "x"): kept}


def test_another_position_is_no_duplicate_unless_any_counts() -> None:
    said = [_said(), _said(score=-1.0)]
    combined = NetworkOptions(aggregation=Aggregation.COMBINE)
    assert _weights(combined, *said) == {("a", "x"): 3}
    assert _weights(NetworkOptions(aggregation=Aggregation.IGNORE), *said) == {("a", "x"): 2}
    assert _weights(ANY, *said) == {("a", "x"): 1}


def test_what_is_dated_too_vaguely_is_compared_within_its_document() -> None:
    said = [_said("2024", "1"), _said("2024", "1"), _said("2024-05/2024-06", "2"), _said("?", "3")]
    assert _weights(replace(ANY, duplicates=Duplicates.MONTH), *said) == {("a", "x"): 3}
    assert _weights(replace(ANY, duplicates=Duplicates.YEAR), *said) == {("a", "x"): 2}


def test_isolates_are_nodes_of_every_window() -> None:
    said = [_said("2024"), _said("2025", holder="b")]
    years = replace(ANY, windows=Windows(Unit.YEARS))
    assert [list(each.first) for each in networks_of(said, years).networks] == [["a"], ["b"]]
    all_of_them = networks_of(said, replace(years, isolates=True)).networks
    assert [each.first for each in all_of_them] == [{"a": 1, "b": 0}, {"a": 0, "b": 1}]


def test_windows_leave_out_what_does_not_lie_in_one() -> None:
    said = [_said("2024-01-15", "1"), _said("2024-02", "2"), _said("2024", "3"), _said("", "4")]
    found = networks_of(said, replace(ANY, windows=Windows(Unit.MONTHS)))
    counts = [each.statements for each in found.networks]
    assert (counts[:3], len(counts)) == ([1, 1, 0], 12)
    assert found.left_out == {LeftOut.UNDATED: 1}


def test_without_dates_there_are_no_windows() -> None:
    found = networks_of([_said()], replace(ANY, windows=Windows(Unit.DAYS)))
    assert (found.networks, found.left_out) == ([], {LeftOut.UNDATED: 1})


def _windows(first: str, last: str, windows: Windows) -> list[str]:
    whole = Span(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    return [f"{each.first}/{each.last}" for each in windows_of(whole, windows)]


def test_windows_of_the_calendar() -> None:
    assert _windows("2024-01-31", "2024-03-01", Windows(Unit.MONTHS)) == [
        "2024-01-01/2024-01-31",
        "2024-02-01/2024-02-29",
        "2024-03-01/2024-03-31",
    ]
    assert _windows("2024-01-03", "2024-01-10", Windows(Unit.WEEKS)) == [
        "2024-01-01/2024-01-07",
        "2024-01-08/2024-01-14",
    ]
    assert _windows("2023-05-01", "2025-01-01", Windows(Unit.YEARS, 2)) == [
        "2023-01-01/2024-12-31",
        "2025-01-01/2026-12-31",
    ]
    assert len(_windows("2024-02-27", "2024-03-01", Windows(Unit.DAYS))) == 4


def test_moving_windows_reach_to_both_sides() -> None:
    days = Windows(Unit.DAYS, 3, moving=True)
    assert _windows("2024-01-01", "2024-01-05", days) == [
        "2024-01-01/2024-01-03",
        "2024-01-02/2024-01-04",
        "2024-01-03/2024-01-05",
    ]
    # Half a unit is rounded up: two days are three.
    assert _windows("2024-01-01", "2024-01-04", replace(days, size=2))[0] == (
        "2024-01-01/2024-01-03"
    )
    months = Windows(Unit.MONTHS, 3, moving=True)
    assert _windows("2024-01-29", "2024-03-29", months) == ["2024-01-29/2024-03-29"]


def test_windows_end_with_the_calendar() -> None:
    assert later(dt.date(9999, 12, 30), Unit.WEEKS, 1) == dt.date.max
    assert later(dt.date(1, 1, 2), Unit.YEARS, -1) == dt.date.min
    end = Span(dt.date(9999, 12, 1), dt.date.max)
    assert windows_of(end, Windows(Unit.MONTHS)) == [end]
    assert len(windows_of(end, Windows(Unit.YEARS, 1, moving=True))) == 2


def test_options_that_do_not_fit_are_refused() -> None:
    def of(options: NetworkOptions) -> None:
        networks_of([_said("2000", "1"), _said("2020", "2")], options)

    with pytest.raises(NetworkModesEqual):
        of(NetworkOptions(second=Mode.HOLDER))
    with pytest.raises(NetworkOptionUnfit, match="ignore, combine, subtract"):
        of(NetworkOptions(aggregation=Aggregation.CONFLICT))
    with pytest.raises(NetworkOptionUnfit, match="no, average, jaccard, cosine"):
        of(NetworkOptions(Kind.ONE_MODE, normalisation=Normalisation.ACTIVITY))
    with pytest.raises(NetworkOptionUnfit, match="combine"):
        of(NetworkOptions(aggregation=Aggregation.COMBINE, normalisation=Normalisation.PROMINENCE))
    with pytest.raises(NetworkPositionNeeded):
        of(NetworkOptions(agreement=Agreement.ANY))
    with pytest.raises(NetworkWindowWrong):
        of(NetworkOptions(windows=Windows(Unit.DAYS, 0)))
    with pytest.raises(NetworkWindowsMany):
        of(NetworkOptions(windows=Windows(Unit.DAYS)))
