"""Write a whole dataset: every table in one pass over the articles, into one folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Self, TextIO

from workbench.dataset.annotation_tables import ANNOTATIONS_FILE, AnnotationTables
from workbench.dataset.article_tables import ARTICLES_FILE, CODING_FILE, ArticleTables
from workbench.dataset.cells import line
from workbench.dataset.codebook_table import CODEBOOK, CODEBOOK_FILE, codebook_lines
from workbench.dataset.coding import LayerCoding
from workbench.dataset.folder import replaced_folder
from workbench.dataset.forecast_table import FORECASTS, FORECASTS_FILE, ForecastTable
from workbench.dataset.layout import ANNOTATIONS, ARTICLES, Layout, lay_out
from workbench.dataset.readme import README_FILE, FileRows, files_written, readme_text
from workbench.domain.codebook import Codebook
from workbench.domain.coded import CodedArticle

#: Without it, Excel takes the Chinese for something else. (Python's own "utf-8-sig" is slower.)
BYTE_ORDER_MARK = "\ufeff"


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
    language: str = "zh",
    expand_groups: bool = False,
) -> ExportReport:
    """Write the tables of `articles` to `folder`, all of them or none.

    `coders` are names by id; labels are in `language` ("zh" or "en"). With `expand_groups`,
    a group is its members in the long tables. Whatever stops the iteration of `articles`
    stops the export, and nothing is changed.

    Raises:
        ExportExists, ExportFolderForeign, ExportTargetIsFile, ExportParentMissing,
        ExportDiskFull, ExportFailed
    """
    with replaced_folder(folder, overwrite=overwrite, written_by_us=files_written) as new:
        layout = lay_out(codebook, expand=expand_groups)
        files = list(_write_tables(new, codebook, layout, coders, articles, language))
        text = readme_text(codebook, files, expanded=expand_groups)
        (new / README_FILE).write_text(BYTE_ORDER_MARK + text, encoding="utf-8", newline="\n")
    return ExportReport(folder, files)


def _write_tables(
    folder: Path,
    codebook: Codebook,
    layout: Layout,
    coders: Mapping[int, str],
    articles: Iterable[CodedArticle],
    language: str,
) -> Iterator[FileRows]:
    codings = {each.layer.key: LayerCoding(each, language) for each in layout.layers}
    growing = (
        AnnotationTables(layout, coders, codings),
        ArticleTables(layout, coders, codings),
        ForecastTable(codebook, coders, language),
    )
    with ExitStack() as stack:
        tables = {
            name: stack.enter_context(_Table(folder / name, columns))
            for name, columns in _columns(layout).items()
        }
        tables[CODEBOOK_FILE].write(list(codebook_lines(codebook, layout)))
        for coded in articles:
            for each in growing:
                each.add(coded)
                for name, lines in each.lines.items():
                    if lines:
                        tables[name].write(lines)
                        lines.clear()
    for name, table in tables.items():
        yield name, table.rows


def _columns(layout: Layout) -> dict[str, tuple[str, ...]]:
    """Return every table's columns by file, in the order of the README."""
    columns: dict[str, tuple[str, ...]] = {ANNOTATIONS_FILE: ANNOTATIONS}
    for table in layout.layers:
        columns[table.file] = table.columns
        columns |= {each.long_file: each.long_names for each in table.variables if each.long_file}
    if layout.forecasts:
        columns[FORECASTS_FILE] = FORECASTS
    return columns | {
        ARTICLES_FILE: ARTICLES,
        CODING_FILE: layout.article_coding,
        CODEBOOK_FILE: CODEBOOK,
    }


class _Table:
    """A table being written, with its header; counts its rows."""

    def __init__(self, path: Path, columns: tuple[str, ...]) -> None:
        self.rows = 0
        self._path = path
        self._header = line(*columns)
        self._file: TextIO

    def __enter__(self) -> Self:
        # newline="": line breaks inside quotes stay as they are.
        self._file = self._path.open("w", encoding="utf-8", newline="")
        self._file.write(f"{BYTE_ORDER_MARK}{self._header}\n")
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, lines: list[str]) -> None:
        """Write one row a line."""
        lines.append("")
        self._file.write("\n".join(lines))
        self.rows += len(lines) - 1
