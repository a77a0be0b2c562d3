"""Write everything that lies beside the tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.dataset.cells import missing_words
from workbench.dataset.companions import data_package, load_python, load_r, load_spss, load_stata
from workbench.dataset.companions.written import FileFacts, Written, facts_of
from workbench.domain.values import Missing


def write_beside(folder: Path, written: Written, tables: Sequence[Path]) -> dict[str, FileFacts]:
    """Write the scripts and the description; return the facts of every file, by name.

    `tables` are the files with the tables.
    """
    facts = {path.name: facts_of(path) for path in tables}
    for name, text in _scripts(written):
        facts[name] = _write(folder / name, text)
    described = data_package.data_package(written, facts)
    facts[data_package.FILE] = _write(folder / data_package.FILE, described)
    return facts


def _scripts(written: Written) -> Iterator[tuple[str, str]]:
    meanings = {int(each): missing_words(each).told(written.language) for each in Missing}
    scripts = {
        load_r.FILE: load_r.load_r(written, list(meanings.values())),
        load_stata.FILE: load_stata.load_stata(written),
        load_spss.FILE: load_spss.load_spss(written),
        load_python.FILE: load_python.load_python(written, meanings),
    }
    yield from ((name, text) for name, text in scripts.items() if text is not None)


def _write(path: Path, text: str) -> FileFacts:
    path.write_text(text, encoding="utf-8", newline="\n")
    return facts_of(path)
