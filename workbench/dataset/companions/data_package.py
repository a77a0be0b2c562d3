"""`datapackage.json`: the dataset described for machines, as Frictionless has it.

Tables in CSV are tabular resources with types, keys, categories and missing values; files of
other formats are named with their size and SHA-256.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench import __version__
from workbench.dataset.cells import missing_words
from workbench.dataset.companions.written import FileFacts, Written, told_apart
from workbench.dataset.formats.choose import Format
from workbench.dataset.model import Column, Table, Type
from workbench.domain.values import Missing

FILE = "datapackage.json"
_MEDIA = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".sav": "application/x-spss-sav",
    ".zsav": "application/x-spss-sav",
    ".dta": "application/x-stata-dta",
    ".parquet": "application/vnd.apache.parquet",
    ".jsonl": "application/jsonl",
    ".sqlite": "application/vnd.sqlite3",
    ".qdpx": "application/zip",
    ".zip": "application/zip",
    ".graphml": "application/graphml+xml",
    ".csv": "text/csv",
}
_TYPES = {Type.INTEGER: "integer", Type.REAL: "number", Type.BOOLEAN: "boolean"}


def data_package(written: Written, files: Mapping[str, FileFacts]) -> str:
    """Return the description of the tables and files; `files` are the facts by name."""
    package: dict[str, Any] = {
        "name": "dataset",
        "title": written.title,
        "description": f"Pizhu Workbench {__version__}",
        "resources": list(_resources(written, files)),
    }
    if written.version:
        package["version"] = written.version
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _resources(written: Written, files: Mapping[str, FileFacts]) -> Iterator[Mapping[str, Any]]:
    names = {f"{table.name}.csv": table for table in written.tables}
    for file, facts in files.items():
        table = names.get(file) if Format.CSV in written.formats else None
        about = {"path": file, "bytes": facts.size, "hash": f"sha256:{facts.sha256}"}
        if table is not None:
            yield {"name": table.name, **about, **_tabular(written, table)}
        elif Path(file).suffix in _MEDIA:
            kind = Path(file).suffix
            name = file.replace(".", "-")
            yield {"name": name, "type": "file", **about, "mediatype": _MEDIA[kind]}


def _tabular(written: Written, table: Table) -> Mapping[str, Any]:
    return {
        "type": "table",
        "profile": "tabular-data-resource",
        "title": table.label,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": written.csv.separator.value, "lineTerminator": "\n"},
        "excelSafe": written.csv.excel_safe,
        "rows": written.rows[table.name],
        "joins": [
            {"resource": each.table, "by": each.by, "columns": dict(each.columns)}
            for each in written.joins(table)
        ],
        "schema": _schema(written, table),
    }


def _schema(written: Written, table: Table) -> Mapping[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(each) for each in table.columns],
        "missingValues": ["", *(str(int(each)) for each in Missing)],
        "missingValuesLabels": {
            str(int(each)): missing_words(each).told(written.language) for each in Missing
        },
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    foreign = list(_foreign_keys(written, table))
    if foreign:
        schema["foreignKeys"] = foreign
    return schema


def _field(column: Column) -> Mapping[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.type, "string"),
        "title": column.label,
    }
    if column.type is Type.BOOLEAN:
        field |= {"trueValues": ["1"], "falseValues": ["0"]}
    if column.type is Type.DATE:
        field["description"] = "ISO 8601: YYYY, YYYY-MM, YYYY-MM-DD, A/B"
        field["constraints"] = {"pattern": r"[0-9]{4}(-[0-9]{2}){0,2}(/[0-9]{4}(-[0-9]{2}){0,2})?"}
    if column.values:
        labels = told_apart([(each.key, each.label) for each in column.values])
        field["categories"] = [
            {"value": each.key, "label": label, "code": each.code}
            for each, label in zip(column.values, labels, strict=True)
        ]
        field["categoriesOrdered"] = column.ordered
        field["constraints"] = {"enum": [each.key for each in column.values]}
    return field


def _foreign_keys(written: Written, table: Table) -> Iterator[Mapping[str, Any]]:
    for column, other in (("article_id", "articles"), ("annotation_id", "annotations")):
        there = written.by_name.get(other)
        if column in table.names and there is not None and there is not table:
            reference = {"resource": other, "fields": [column]}
            yield {"fields": [column], "reference": reference}
