"""`load.py`: the tables as data frames of pandas with labelled categories."""

from __future__ import annotations

import json
from typing import Any

from workbench.dataset.companions.written import Written, told_apart
from workbench.dataset.formats.choose import Format
from workbench.dataset.formats.labelled import day_names
from workbench.dataset.model import Column, Table, Type, ValueLabel

FILE = "load.py"
#: What pandas reads, the most usual first: CSV needs no other package.
READ = (Format.CSV, Format.PARQUET, Format.JSONL, Format.DTA, Format.SAV)

_HEAD = '''"""Load the tables of this dataset into pandas, with labelled categories.

    from load import load_table, load_all
    stance = load_table("stance")     # one table
    tables = load_all()               # all of them, by name

Outlet, outlet type and day of publication of the article stand beside what was coded
(join=False leaves them out). Values that are missing by a code (-97 not applicable,
-98 undecidable, -99 not coded) are missing; missing=True makes them categories (not of
.dta files, of which pandas does not read them).
Of dates that are full days there is a column more, NAME_day.
"""

import json
from pathlib import Path

import pandas

FOLDER = Path(__file__).resolve().parent
'''
_BODY = '''

def load_all(join=True, missing=False, folder=FOLDER):
    """Return all tables by name."""
    return {name: load_table(name, join, missing, folder) for name in TABLES}


def load_table(name, join=True, missing=False, folder=FOLDER):
    """Return a table."""
    about = TABLES[name]
    data = _read(Path(folder) / name)
    for column, told in about["columns"].items():
        if column in data:
            data[column] = _typed(data[column], told, missing)
            if told["type"] == "date":
                days = data[column].where(data[column].str.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}"))
                data[told["day"]] = pandas.to_datetime(days)
    for other in about["joins"] if join else ():
        there = load_table(other["table"], False, missing, folder)
        there = there[[*other["by"], *other["columns"]]].rename(columns=other["columns"])
        data = data.merge(there, how="left", on=other["by"])
    return data


def labels(name):
    """Return the labels of a table's columns."""
    return {column: told["label"] for column, told in TABLES[name]["columns"].items()}


def _typed(values, told, missing):
    if told["type"] == "category":
        keys = VALUES[told["values"]]["key" if BY_KEY else "code"]
        names = dict(zip(map(str, keys), VALUES[told["values"]]["label"]))
        if missing:
            names.update(MISSING)
        categories = [each for each in dict.fromkeys(names.values())]
        return pandas.Categorical(_text(values).map(names), categories, told["ordered"])
    if told["type"] in ("integer", "real", "boolean"):
        numbers = pandas.to_numeric(values)
        numbers = numbers.mask(numbers.isin([int(code) for code in MISSING]))
        return numbers.astype(TYPES[told["type"]])
    return values.astype("string").replace("", pandas.NA)


def _text(values):
    """Return keys or codes as text, missing ones as missing."""
    if pandas.api.types.is_numeric_dtype(values):
        values = values.astype("Int64")
    return values.astype("string")


'''
_READERS = {
    Format.CSV: """def _read(path):
    data = pandas.read_csv(
        path.with_name(path.name + ".csv"), sep=@SEPARATOR@, encoding="utf-8-sig", dtype=str,
        keep_default_na=False, na_values=[""]
    )
@UNGUARDED@    return data
""",
    Format.PARQUET: """def _read(path):
    return pandas.read_parquet(path.with_name(path.name + ".parquet"))
""",
    Format.JSONL: """def _read(path):
    lines = path.with_name(path.name + ".jsonl").read_text("utf-8").split("\\n")
    rows = [json.loads(line) for line in lines if line]
    return pandas.DataFrame(rows, columns=list(TABLES[path.name]["columns"]), dtype=object)
""",
    Format.DTA: """def _read(path):
    return pandas.read_stata(path.with_name(path.name + ".dta"), convert_categoricals=False)
""",
    Format.SAV: """def _read(path):
    import pyreadstat

    return pyreadstat.read_sav(str(path.with_name(path.name + ".sav")), user_missing=True)[0]
""",
}
_UNGUARDED = r"""    # An apostrophe before what looks like a formula is no part of the text.
    signs = "[\\t\\r\\n]|[\\s\ufeff\u200b]*[=+\\-@\uff1d\uff0b\uff0d\uff20]"
    data = data.apply(lambda column: column.str.replace(f"^'(?='*(?:{signs}))", "", regex=True))
"""


def load_python(written: Written, missing: dict[int, str]) -> str | None:
    """Return the script; None if nothing was written that pandas reads.

    `missing` are the meanings of −97, −98 and −99.
    """
    chosen = next((each for each in READ if each in written.formats), None)
    if chosen is None:
        return None
    lists: dict[tuple[ValueLabel, ...], str] = {}
    tables = {each.name: _table(written, each, lists) for each in written.tables}
    values = {name: _values(labels) for labels, name in lists.items()}
    types = {"integer": "Int64", "real": "float64", "boolean": "boolean"}
    facts = (
        ("TABLES", tables),
        ("VALUES", values),
        ("MISSING", {str(code): words for code, words in missing.items()}),
        ("TYPES", types),
        ("BY_KEY", chosen in READ[:3]),
    )
    told = "".join(f"{name} = json.loads(r'''{_json(fact)}''')\n" for name, fact in facts)
    reader = _READERS[chosen].replace("@SEPARATOR@", repr(written.csv.separator.value))
    reader = reader.replace("@UNGUARDED@", _UNGUARDED if written.csv.excel_safe else "")
    return f"{_HEAD}{told}{_BODY}{reader}"


def _json(fact: object) -> str:
    return json.dumps(fact, ensure_ascii=False, indent=1).replace("'", "\\u0027")


def _values(labels: tuple[ValueLabel, ...]) -> dict[str, Any]:
    return {
        "key": [each.key for each in labels],
        "code": [each.code for each in labels],
        "label": told_apart([(each.key, each.label) for each in labels]),
    }


def _table(
    written: Written, table: Table, lists: dict[tuple[ValueLabel, ...], str]
) -> dict[str, Any]:
    days = day_names(table)
    return {
        "label": table.label,
        "columns": {each.name: _column(each, lists, days) for each in table.columns},
        "joins": [
            {"table": each.table, "by": list(each.by), "columns": dict(each.columns)}
            for each in written.joins(table)
        ],
    }


def _column(
    column: Column, lists: dict[tuple[ValueLabel, ...], str], days: dict[str, str]
) -> dict[str, Any]:
    told: dict[str, Any] = {"type": column.type.value, "label": column.label}
    if column.type is Type.CATEGORY:
        told["values"] = lists.setdefault(column.values, f"v{len(lists) + 1}")
        told["ordered"] = column.ordered
    if column.type is Type.DATE:
        told["day"] = days[column.name]
    return told
