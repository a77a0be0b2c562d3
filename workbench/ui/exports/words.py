"""What the formats of the dataset are called, and for whom each is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.app.exporting import Format
from workbench.app.project_export import ProjectFormat

#: A format by its word; those of projects are files of other programs beside the tables.
AnyFormat = Format | ProjectFormat


def format_name(kind: AnyFormat) -> str:
    """Return what a format is called, with a key to choose it by."""
    translate = QCoreApplication.translate
    return {
        Format.CSV: translate("Exports", "&CSV"),
        Format.XLSX: translate("Exports", "E&xcel (.xlsx)"),
        Format.DTA: translate("Exports", "&Stata (.dta)"),
        Format.SAV: translate("Exports", "S&PSS (.sav)"),
        Format.PARQUET: translate("Exports", "Par&quet"),
        Format.JSONL: translate("Exports", "JSO&N Lines"),
        Format.SQLITE: translate("Exports", "SQ&Lite"),
        Format.GRAPHML: translate("Exports", "Net&works (.graphml)"),
        ProjectFormat.QDPX: translate("Exports", "R&EFI-QDA (.qdpx)"),
        ProjectFormat.XMI: translate("Exports", "&UIMA (.xmi)"),
        ProjectFormat.CAS_JSON: translate("Exports", "UIMA (.&json)"),
    }[kind]


def format_use(kind: AnyFormat) -> str:
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
        Format.GRAPHML: translate("Exports", "Gephi, igraph, networkx: who stands where"),
        ProjectFormat.QDPX: translate("Exports", "NVivo, MAXQDA, ATLAS.ti: the coded articles"),
        ProjectFormat.XMI: translate("Exports", "NLP tools: a document an article"),
        ProjectFormat.CAS_JSON: translate("Exports", "the same as JSON"),
    }[kind]


#: Those that are offered, the most wanted first; .zsav is left to the command line.
OFFERED: tuple[AnyFormat, ...] = (
    *(Format.CSV, Format.XLSX, Format.DTA, Format.SAV),
    *(Format.PARQUET, Format.SQLITE, Format.JSONL, Format.GRAPHML),
    *(ProjectFormat.QDPX, ProjectFormat.XMI, ProjectFormat.CAS_JSON),
)
