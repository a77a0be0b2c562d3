"""The formats of coded projects: which one a file is, its reader, its writer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import IO, Any, Protocol

from workbench.exchange.errors import ProjectFormatUnknown
from workbench.exchange.project.kinds import ProjectFormat
from workbench.exchange.project.leaving import Leaving
from workbench.exchange.project.model import ForeignProject
from workbench.exchange.project.settling import settled
from workbench.files.databases import MAGIC

#: Says how far it is (0 to 1), and raises what ends the work.
Watch = Callable[[float], None]
# Each is imported when a file is looked at: the libraries behind them take long to load.
_READERS: Mapping[ProjectFormat, str] = {
    ProjectFormat.QDPX: "qdpx_read",
    ProjectFormat.DNA: "dna",
    ProjectFormat.TAGUETTE: "taguette",
    ProjectFormat.XMI: "cas.xmi_files",
    ProjectFormat.CAS_JSON: "cas.json_files",
    ProjectFormat.TSV: "cas.tsv_files",
}
_WRITERS: Mapping[ProjectFormat, str] = {
    ProjectFormat.QDPX: "qdpx",
    ProjectFormat.XMI: "cas.xmi_files",
    ProjectFormat.CAS_JSON: "cas.json_files",
    ProjectFormat.TSV: "cas.tsv_files",
}
#: Those whose documents are cut into sentences and words.
SEGMENTED = frozenset((ProjectFormat.XMI, ProjectFormat.CAS_JSON, ProjectFormat.TSV))
#: The formats that projects of ours can be written in.
WRITABLE = tuple(_WRITERS)


class Reader(Protocol):
    """A module that reads a format."""

    def claims(self, path: Path, head: bytes) -> bool:
        """Tell by the content of a file, whose first bytes are given, whether it is of the format.

        Whatever is wrong with the file, nothing is raised.
        """
        ...

    def read(self, path: Path, watch: Watch) -> ForeignProject:
        """Return the project in a file, or raise a Refusal that names the file."""
        ...


class Writer(Protocol):
    """A module that writes a format."""

    def write(self, target: IO[bytes], leaving: Leaving) -> None:
        """Write a project to a file of bytes: the same project, the same bytes."""
        ...


HEAD = 65_536


def project_format(path: Path) -> ProjectFormat | None:
    """Return the format of a file that holds a coded project, None if it holds none.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
    return next((each for each in _READERS if _of(each).claims(path, head)), None)


def format_by_name(path: Path) -> ProjectFormat | None:
    """Return the format that the ending of a file promises, None if none does.

    Raises:
        OSError: it cannot be read.
    """
    ending = path.suffix.casefold()
    found = next((each for each in _READERS if ending == f".{each.value}"), None)
    if found is ProjectFormat.TAGUETTE:
        with path.open("rb") as file:  # databases of many programs end so
            return None if file.read(len(MAGIC)) == MAGIC else found
    return found


def read_project(
    path: Path, kind: ProjectFormat | None = None, watch: Watch | None = None
) -> ForeignProject:
    """Return the coded project in a file, with only what fits together.

    Raises:
        Refusal: it holds none, or one that is broken; it names the file.
        OSError: it cannot be read.
    """
    chosen = kind or project_format(path)
    if chosen is None:
        raise ProjectFormatUnknown(file=path.name, known=", ".join(known_endings()))
    return settled(_of(chosen).read(path, watch or _unwatched))


def write_project(target: IO[bytes], kind: ProjectFormat, leaving: Leaving) -> None:
    """Write a project of ours to a file of bytes.

    Raises:
        OSError: it cannot be written.
    """
    module: Any = import_module(f"workbench.exchange.project.{_WRITERS[kind]}")
    writer: Writer = module
    writer.write(target, leaving)


def known_endings() -> Iterable[str]:
    """Return what files of the formats are called, after the last point."""
    return (each.value for each in _READERS)


def _unwatched(_: float) -> None:
    """Let it go on."""


def _of(kind: ProjectFormat) -> Reader:
    module: Any = import_module(f"workbench.exchange.project.{_READERS[kind]}")
    return module
