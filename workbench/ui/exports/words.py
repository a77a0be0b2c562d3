"""What the formats of the dataset are called, and for whom each is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.app.exporting import Format


def format_name(kind: Format) -> str:
    """Return what a format is called, with a key to choose it by."""
    translate = QCoreApplication.translate
    return {
        Format.CSV: translate("Exports", "&CSV"),
        Format.XLSX: translate("Exports", "E&xcel (.xlsx)"),
        Format.DTA: translate("Exports", "&Stata (.dta)"),
        Format.SAV: translate("Exports", "S&PSS (.sav)"),
        Format.PARQUET: translate("Exports", "Par&quet"),
        Format.JSONL: translate("Exports", "&JSON Lines"),
        Format.SQLITE: translate("Exports", "SQ&Lite"),
    }[kind]


def format_use(kind: Format) -> str:
    """Return for whom a format is, in a few words."""
    translate = QCoreApplication.translate
    return {
        Format.CSV: translate("Exports", "R, Python and any other program"),
        Format.XLSX: translate("Exports", "to look at and filter: a sheet a table"),
        Format.DTA: translate("Exports", "Stata, and R by haven: labels, missing values"),
        Format.SAV: translate("Exports", "SPSS and PSPP: labels, missing values"),
        Format.PARQUET: translate("Exports", "large data in Python and R: small and fast"),
        Format.JSONL: translate("Exports", "programs: an object a row"),
        Format.SQLITE: translate("Exports", "SQL: one database, with views of labels"),
    }[kind]


#: Those that are offered, the most wanted first; .zsav is left to the command line.
OFFERED = (
    *(Format.CSV, Format.XLSX, Format.DTA, Format.SAV),
    *(Format.PARQUET, Format.SQLITE, Format.JSONL),
)
