"""Write a whole dataset: every table in one pass over the articles, into one folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.dataset.choice import ExportChoice
from workbench.dataset.content import Content, make_content
from workbench.dataset.folder import replaced_folder
from workbench.dataset.formats.csv_files import BYTE_ORDER_MARK, CsvFiles
from workbench.dataset.formats.options import Making
from workbench.dataset.model import Sink
from workbench.dataset.readme import README_FILE, FileRows, files_written, readme_text
from workbench.domain.codebook import Codebook
from workbench.domain.coded import CodedArticle

_WHOLE = ExportChoice()
MakeSink = Callable[[Making], Sink]


@dataclass(frozen=True)
class ExportReport:
    """Where a dataset lies, and each table's number of rows below the header."""

    folder: Path
    files: Sequence[FileRows]


def write_dataset(
    folder: Path,
    codebook: Codebook,
    coders: Mapping[int, str],
    articles: Iterable[CodedArticle],
    *,
    overwrite: bool,
    choice: ExportChoice = _WHOLE,
    make_sink: MakeSink = CsvFiles,
) -> ExportReport:
    """Write the tables of `articles` to `folder`, all of them or none.

    `coders` are names by id; `make_sink` gives the formats. Whatever stops the iteration of
    `articles` stops the export, and nothing is changed.

    Raises:
        ExportExists, ExportFolderForeign, ExportTargetIsFile, ExportParentMissing,
        ExportDiskFull, ExportFailed
    """
    with replaced_folder(folder, overwrite=overwrite, written_by_us=files_written) as new:
        content = make_content(codebook, coders, choice)
        counts = pour(content, articles, make_sink(Making(new, choice.language)))
        files = [(f"{name}.csv", rows) for name, rows in counts.items()]
        text = readme_text(codebook, files, expanded=choice.expand_groups)
        (new / README_FILE).write_text(BYTE_ORDER_MARK + text, encoding="utf-8", newline="\n")
    return ExportReport(folder, files)


def pour(content: Content, articles: Iterable[CodedArticle], sink: Sink) -> dict[str, int]:
    """Pour the rows of `articles` into the sink, which is closed; return rows by table."""
    counts = dict.fromkeys((each.name for each in content.tables), 0)
    try:
        for table in content.tables:
            sink.open(table)
        for name, rows in content.rows(articles):
            counts[name] += len(rows)
            sink.write(name, rows)
        sink.close()
    except BaseException:
        sink.abandon()
        raise
    return counts
