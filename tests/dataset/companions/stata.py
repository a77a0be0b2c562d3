"""Stata, as far as `load.do` goes: it takes the commands that its manuals tell, and no others.

It is as strict as Stata where that matters: a path is one word unless it is quoted, keys of what
is merged are unique, a merge sorts, and labels of a name that is there already are not brought.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

MOST_LINES, MOST_BYTES = 3_500, 135_600
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,31}")
_LOCAL = re.compile(r"[A-Za-z0-9_]{1,31}")
_RESERVED = re.compile(
    r"_all|_b|byte|_coef|_cons|double|float|if|in|int|long|_n|_N|_pi|_pred|_rc|_skip"
    r"|str[0-9]+|strL|using|with"
)
_MACRO = re.compile(r"`([^`']*)'")


@dataclass
class Data:
    """A dataset in memory: its rows, the label name of each variable, and what the labels are."""

    rows: pd.DataFrame
    labelled: dict[str, str] = field(default_factory=dict[str, str])
    labels: dict[str, Mapping[float, str]] = field(default_factory=dict[str, Mapping[float, str]])

    def only(self, names: list[str]) -> Data:
        """Return some of its variables; label definitions stay."""
        labelled = {name: label for name, label in self.labelled.items() if name in names}
        return Data(self.rows[names].copy(), labelled, dict(self.labels))


def data_in(path: Path) -> Data:
    """Return the dataset in a file of ours, whose labels are called as their variables."""
    rows = pd.read_stata(path, convert_categoricals=False)
    with pd.read_stata(path, iterator=True) as reader:
        labels = reader.value_labels()
    for name in rows.columns:
        assert _VARIABLE.fullmatch(name), name
        assert not _RESERVED.fullmatch(name), name
    return Data(rows, {name: name for name in rows.columns if name in labels}, dict(labels))


class Stata:
    """Runs a do-file in a folder; `load` calls the program that it defines."""

    def __init__(self, folder: Path) -> None:
        text = (folder / "load.do").read_text("ascii")
        assert text.endswith("\nend\n")
        head, program = text.split("program define load_table\n")
        for line in head.splitlines():
            assert re.fullmatch(r"\*( .*)?|version 14|capture program drop load_table|", line), line
            assert not re.search(r"/\*|//|[`']", line), line  # they count in comments, too
        self.program = program.removesuffix("end\n")
        assert self.program.count("\n") <= MOST_LINES
        assert len(self.program) <= MOST_BYTES
        assert self.program.startswith("    version 14\n    args name\n")
        self._folder = folder
        self._temporary: dict[str, Data] = {}
        self._locals: dict[str, str] = {}
        self._data = Data(pd.DataFrame())

    def load(self, name: str) -> Data:
        """Return what is in memory after `load_table NAME`."""
        self._locals, self._temporary = {"name": name}, {}
        goes, depth = True, 0
        for line in self.program.splitlines()[2:]:
            assert len(line) <= 120, line
            told = line.strip()
            if told == "}":
                goes, depth = True, depth - 1
            elif told.startswith("if ") and told.endswith(" {"):
                depth += 1
                goes = self._expanded(told) == "if 1 {"
            elif told == "exit" and goes:
                break
            elif goes:
                self._run(told)
        assert depth in (0, 1)
        hidden = [each for each in self._data.rows.columns if each.startswith("__")]
        return Data(self._data.rows.drop(columns=hidden), self._data.labelled, self._data.labels)

    def _expanded(self, line: str) -> str:
        return _MACRO.sub(lambda found: self._locals.get(found[1], ""), line)

    def _run(self, told: str) -> None:
        line = self._expanded(told)
        for pattern, do in _COMMANDS.items():
            found = re.fullmatch(pattern, line)
            if found:
                do(self, *found.groups())
                return
        raise AssertionError(f"no command of Stata: {line}")

    def _read(self, name: str) -> Data:
        return self._temporary[name] if name in self._temporary else data_in(self._folder / name)

    def use(self, names: str | None, path: str) -> None:
        data = self._read(path)
        self._data = data if names is None else data.only(names.split())

    def rename(self, old: str, new: str) -> None:
        data = self._data
        assert _VARIABLE.fullmatch(new)
        assert new not in data.rows.columns
        data.rows = data.rows.rename(columns={old: new})
        if old in data.labelled:
            data.labelled[new] = data.labelled.pop(old)

    def copy_label(self, old: str, new: str) -> None:
        assert new not in self._data.labels
        self._data.labels[new] = self._data.labels[old]

    def set_label(self, name: str, label: str) -> None:
        assert label in self._data.labels
        self._data.labelled[name] = label

    def drop_label(self, label: str) -> None:
        del self._data.labels[label]

    def set_local(self, name: str, value: str) -> None:
        assert _LOCAL.fullmatch(name)
        self._locals[name] = value.strip()

    def ask_list(self, name: str, one: str, several: str) -> None:
        found = set(self._locals[one].split()) <= set(self._locals[several].split())
        self.set_local(name, str(int(found)))

    def name_file(self, name: str) -> None:
        self.set_local(name, f"/a folder of Windows/ST_{len(self._locals)}.tmp")

    def name_variable(self, name: str) -> None:
        self.set_local(name, f"__{len(self._locals):06}")

    def save(self, path: str) -> None:
        assert path not in self._temporary
        self._temporary[path] = self._data

    def number(self, name: str) -> None:
        assert name not in self._data.rows.columns
        self._data.rows[name] = range(1, len(self._data.rows) + 1)

    def merge(self, keys: str, path: str) -> None:
        data, other, by = self._data, self._temporary[path], keys.split()
        assert not other.rows.duplicated(by).any()
        assert set(data.rows.columns) & set(other.rows.columns) == set(by)
        rows = data.rows.merge(other.rows, how="left", on=by)
        # In order of the keys; what has the same ones may come in any order.
        self._data = Data(
            rows.iloc[::-1].sort_values(by),
            {**data.labelled, **other.labelled},
            {**other.labels, **data.labels},
        )

    def sort(self, name: str) -> None:
        self._data.rows = self._data.rows.sort_values(name).reset_index(drop=True)


_COMMANDS: Mapping[str, Callable[..., Any]] = {
    r'use (?:([\w ]+) using )?"([^"]+)", clear': Stata.use,
    r"rename (\w+) (\w+)": Stata.rename,
    r"label copy (\w+) (\w+)": Stata.copy_label,
    r"label values (\w+) (\w+)": Stata.set_label,
    r"label drop (\w+)": Stata.drop_label,
    r"local (\w+) : list (\w+) in (\w+)": Stata.ask_list,
    r"local (\w+) ([\w ]*)": Stata.set_local,
    r"tempfile (\w+)": Stata.name_file,
    r"tempvar (\w+)": Stata.name_variable,
    r'quietly save "([^"]+)"': Stata.save,
    r"quietly generate long (\w+) = _n": Stata.number,
    r'merge m:1 ([\w ]+) using "([^"]+)", keep\(master match\) nogenerate': Stata.merge,
    r"sort (\w+)": Stata.sort,
}
