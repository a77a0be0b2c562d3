"""Write a whole dataset: every table in one pass over the articles, into one folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, NamedTuple

from workbench.dataset.choice import ExportChoice
from workbench.dataset.companions.beside import write_beside
from workbench.dataset.companions.written import FileFacts, Written, facts_of
from workbench.dataset.content import Content, make_content
from workbench.dataset.folder import replaced_folder
from workbench.dataset.formats import excel
from workbench.dataset.formats.choose import (
    Format,
    MakeSqlFile,
    formats_of,
    make_sinks,
)
from workbench.dataset.formats.csv_files import BYTE_ORDER_MARK
from workbench.dataset.formats.options import Loss, Making, Step, go_on
from workbench.dataset.growing import Counted
from workbench.dataset.model import Sink
from workbench.dataset.networks.growing import GrowingNetworks
from workbench.dataset.networks.writing import EmptyNetwork
from workbench.dataset.readme import (
    README_FILE,
    Described,
    FileRows,
    files_written,
    readme_text,
)
from workbench.domain.codebook import Codebook
from workbench.domain.coded import CodedArticle, CodedMemo, Share

_WHOLE = ExportChoice()


@dataclass(frozen=True)
class Means:
    """What an export needs besides its rows.

    `make_sql_file` opens a file for SQL, `step` is called in long work and raises to stop it,
    `version` is the name of the codebook's last frozen version, `annotations` the number of all
    annotations of the project, which `shares` counts by layer, coder and status. `beside` writes
    files of other programs, by their names.
    """

    make_sql_file: MakeSqlFile | None = None
    step: Step = go_on
    version: str = ""
    annotations: int = 0
    shares: Callable[[], Iterable[Share]] = tuple[Share, ...]
    beside: Mapping[str, Callable[[IO[bytes]], None]] = field(
        default_factory=dict[str, Callable[[IO[bytes]], None]]
    )


_BARE = Means()


@dataclass(frozen=True)
class ExportReport:
    """Where a dataset lies, each file's number of rows below headers, and what was cut.

    `empty` are the networks without any tie.
    """

    folder: Path
    files: Sequence[FileRows]
    losses: Sequence[Loss] = ()
    empty: Sequence[EmptyNetwork] = ()


def write_dataset(
    folder: Path,
    codebook: Codebook,
    coders: Mapping[int, str],
    articles: Iterable[CodedArticle],
    *,
    overwrite: bool,
    choice: ExportChoice = _WHOLE,
    means: Means = _BARE,
    memos: Iterable[CodedMemo] = (),
) -> ExportReport:
    """Write the tables of `articles` to `folder`, all of them or none.

    `coders` are names by id. Whatever stops the iteration of `articles` stops the export, and
    nothing is changed.

    Raises:
        ExportExists, ExportFolderForeign, ExportTargetIsFile, ExportParentMissing,
        ExportDiskFull, ExportFailed, ExportTooManyRows, ExportTooManyColumns,
        DatasetFormatUnknown
        Refusal: the networks that are chosen cannot be made.
    """
    formats = formats_of(choice.formats)
    networks = [GrowingNetworks(codebook, choice, coders)] if Format.GRAPHML in formats else []
    counted = Counted()
    content = make_content(codebook, coders, choice, memos, [*networks, counted])
    if Format.XLSX in formats:
        _refuse_beforehand(content, means)
    with replaced_folder(folder, overwrite=overwrite, written_by_us=files_written) as new:
        making = Making(new, choice.language, choice.csv, means.step)
        sinks = make_sinks(formats, making, means.make_sql_file)
        poured = pour(content, articles, sinks)
        title = codebook.name.told(choice.language)
        written = Written(
            content.tables,
            poured.counts,
            formats,
            title,
            language=choice.language,
            csv=choice.csv,
            version=means.version,
        )
        made = [file for each in networks for file in each.write(new)]
        files = [(path.name, _rows(path, poured.counts)) for path in poured.paths]
        files += [(path.name, rows) for path, rows in made]
        beside = list(_write_others(new, means))
        files += [(path.name, counted.annotations) for path in beside]
        paths = [*poured.paths, *(path for path, _ in made), *beside]
        facts = write_beside(new, written, paths) if formats else _facts_of(paths)
        about = Described(written, files, facts, sinks.losses, choice)
        text = readme_text(codebook, about)
        (new / README_FILE).write_text(BYTE_ORDER_MARK + text, encoding="utf-8", newline="\n")
    empty = [network for each in networks for network in each.empty]
    return ExportReport(folder, files, sinks.losses, empty)


def _write_others(folder: Path, means: Means) -> Iterator[Path]:
    """Write the files of other programs, and yield where they are."""
    for name, write in means.beside.items():
        path = folder / name
        with path.open("wb") as target:
            write(target)
        yield path


def _facts_of(paths: Iterable[Path]) -> Mapping[str, FileFacts]:
    return {path.name: facts_of(path) for path in paths}


def _refuse_beforehand(content: Content, means: Means) -> None:
    """Raise ExportTooManyRows where it is known before the first article is read."""
    if means.annotations > excel.MOST_ROWS:  # else no table has a row too many of them
        excel.refuse_too_many(content.rows_beforehand(means.shares()))


def _rows(path: Path, counts: Mapping[str, int]) -> int:
    """Return the rows of a table's file, or those of all tables where one file has them all."""
    return counts.get(path.stem, sum(counts.values()))


class Poured(NamedTuple):
    """The rows of each table, and the files that they went into."""

    counts: Mapping[str, int]
    paths: Sequence[Path]


def pour(content: Content, articles: Iterable[CodedArticle], sink: Sink) -> Poured:
    """Pour the rows of `articles` into the sink, which is closed."""
    counts = dict.fromkeys((each.name for each in content.tables), 0)
    try:
        for table in content.tables:
            sink.open(table)
        for name, rows in content.rows(articles):
            counts[name] += len(rows)
            sink.write(name, rows)
        return Poured(counts, sink.close())
    except BaseException:
        sink.abandon()
        raise
