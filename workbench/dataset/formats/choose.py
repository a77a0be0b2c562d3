"""Which formats there are, and the sink of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path

from workbench.dataset.errors import DatasetFormatUnknown
from workbench.dataset.formats.csv_files import CsvFiles
from workbench.dataset.formats.json_lines import JsonLines
from workbench.dataset.formats.options import FormatSink, Loss, Making
from workbench.dataset.formats.sql_tables import SqlFile, SqlTables
from workbench.dataset.model import Row, Table
from workbench.domain.errors import Defect


class Format(StrEnum):
    """A format of the dataset, by the word for it on the command line."""

    CSV = "csv"
    XLSX = "xlsx"
    SAV = "sav"
    ZSAV = "zsav"
    DTA = "dta"
    PARQUET = "parquet"
    JSONL = "jsonl"
    SQLITE = "sqlite"
    #: Networks of statements, which `dataset.networks` makes beside the tables.
    GRAPHML = "graphml"


MakeSqlFile = Callable[[Path], SqlFile]


def formats_of(words: Iterable[str]) -> Sequence[Format]:
    """Return the formats that words mean, each once, or raise DatasetFormatUnknown."""
    known = {each.value: each for each in Format}
    for word in words:
        if word not in known:
            raise DatasetFormatUnknown(value=word, known=", ".join(known))
    return [known[word] for word in dict.fromkeys(words)]


class Sinks:
    """Several sinks as one: all are fed in one pass."""

    def __init__(self, sinks: Sequence[FormatSink]) -> None:
        self._sinks = sinks

    def open(self, table: Table) -> None:
        for each in self._sinks:
            each.open(table)

    def write(self, table: str, rows: Sequence[Row]) -> None:
        for each in self._sinks:
            each.write(table, rows)

    def close(self) -> Sequence[Path]:
        return [path for each in self._sinks for path in each.close()]

    def abandon(self) -> None:
        for each in self._sinks:
            each.abandon()

    @property
    def losses(self) -> Sequence[Loss]:
        """What was cut, known once all are closed."""
        return [loss for each in self._sinks for loss in each.losses]


def make_sinks(
    formats: Iterable[Format], making: Making, make_sql_file: MakeSqlFile | None
) -> Sinks:
    """Return what writes all these formats into one folder."""
    tabular = (each for each in dict.fromkeys(formats) if each is not Format.GRAPHML)
    return Sinks([_make(each, making, make_sql_file) for each in tabular])


def _make(chosen: Format, making: Making, make_sql_file: MakeSqlFile | None) -> FormatSink:
    # What few exports need is loaded only by those.
    match chosen:
        case Format.CSV:
            return CsvFiles(making)
        case Format.JSONL:
            return JsonLines(making)
        case Format.SQLITE:
            assert make_sql_file is not None
            return SqlTables(making, make_sql_file)
        case Format.XLSX:
            from workbench.dataset.formats.excel import ExcelFile

            return ExcelFile(making)
        case Format.SAV | Format.ZSAV:
            from workbench.dataset.formats.sav import SavFiles

            return SavFiles(making, zipped=chosen is Format.ZSAV)
        case Format.DTA:
            from workbench.dataset.formats.dta import DtaFiles

            return DtaFiles(making)
        case Format.PARQUET:
            from workbench.dataset.formats.parquet import ParquetFiles

            return ParquetFiles(making)
        case Format.GRAPHML:
            raise Defect("networks are no tables")
