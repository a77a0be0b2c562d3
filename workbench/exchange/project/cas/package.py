"""Many documents in one zip, and single ones: what their two ways of writing have in common.

A zip of ours has a document for each article and coder, the codebook beside them, and the types
where documents do not tell their own. A file by itself is one document; its types are in
``TypeSystem.xml`` beside it, or are known from the layers that it tells.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from workbench.domain.codebook import Codebook, Scope
from workbench.domain.codebook_file import parse_codebook, write_codebook
from workbench.exchange.errors import ProjectFileTooLarge
from workbench.exchange.project.cas import names
from workbench.exchange.project.cas.back import Named, project_of
from workbench.exchange.project.cas.model import Document, Ref, Structure, Types, Value
from workbench.exchange.project.cas.out import Documents, Segmented, coders_of, segmented
from workbench.exchange.project.kinds import ProjectFormat
from workbench.exchange.project.leaving import Leaving
from workbench.exchange.project.model import ForeignProject
from workbench.files.errors import FileDamaged
from workbench.files.packages import Limits, Package, open_package
from workbench.files.zips import BROKEN, MEGABYTE
from workbench.language.fallback import FallbackSegmenter

ZIP = b"PK\x03\x04"
CODEBOOK = "codebook.json"
TYPE_SYSTEM = "TypeSystem.xml"
INDEX = "documents.json"
MEGABYTES = 500
LIMITS = Limits(megabytes=2_000, parts=200_000)
_UNSAFE = re.compile(r'[\s/\\:*?"<>|.\x00-\x1f]+')


@dataclass(frozen=True)
class Way:
    """A way to write documents: how their files end, how one is told, written and read.

    `write_types` gives a file of the types beside them, where there is one. What a document has
    no place for, of an article as a whole, lies beside them where it is `indexed`.
    """

    kind: ProjectFormat
    title: str
    ending: str
    is_one: Callable[[bytes], bool]
    write_one: Callable[[Document], bytes]
    read_one: Callable[[bytes, Types, str], Document]
    write_types: Callable[[Types], bytes] | None = None
    read_types: Callable[[bytes, str], Types] | None = None
    indexed: bool = False

    def claims(self, path: Path, head: bytes) -> bool:
        """Tell whether a file is such a document, or a zip of them; nothing is raised."""
        return _claims(path, head, self)

    def read(self, path: Path, watch: Callable[[float], None]) -> ForeignProject:
        """Return the project in a document, or in a zip of them.

        Raises:
            Refusal: it is damaged, too large, an attack, or holds no such document.
            OSError
        """
        return _read(path, watch, self)

    def write(self, target: IO[bytes], leaving: Leaving) -> None:
        """Write a document for each article and coder; the same project gives the same bytes."""
        _write(target, leaving, self)


# --- out ------------------------------------------------------------------------


def _write(target: IO[bytes], leaving: Leaving, way: Way) -> None:
    coders = {id_: each.name for id_, each in leaving.coders.items()}
    documents = Documents(leaving.codebook, coders)
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        package.writestr(member(CODEBOOK), write_codebook(leaving.codebook))
        if way.write_types is not None:
            package.writestr(member(TYPE_SYSTEM), way.write_types(documents.types))
        index: dict[str, Any] = {}
        for name, document in _documents(leaving, documents, coders):
            package.writestr(member(f"{name}.{way.ending}"), way.write_one(document))
            index[name] = _beside(document, leaving.codebook)
        if way.indexed:
            told = json.dumps(index, ensure_ascii=False, indent=1)
            package.writestr(member(INDEX), told + "\n")


def _documents(
    leaving: Leaving, documents: Documents, coders: Mapping[int, str]
) -> Iterator[tuple[str, Document]]:
    segment = segmenting(leaving)
    for number, coded in enumerate(leaving.articles(), 1):
        parts = segment(coded.text)
        title = safe(coded.bibliography.title)
        for place, coder in enumerate(coders_of(coded) or [None], 1):
            name = f"{number:05}_{title}"
            if coder is not None:
                name += f"_{place}_{safe(coders.get(coder, ''))}"
            yield name, documents.document(coded, coder, parts)


def segmenting(leaving: Leaving) -> Callable[[str], Segmented]:
    """Return what cuts a text into sentences and words."""
    words = leaving.words or FallbackSegmenter(()).words
    return lambda text: segmented(text, words)


def safe(name: str) -> str:
    """Return a name as every file system takes it."""
    return _UNSAFE.sub("_", name).strip("_")[:40].strip("_") or "_"


def member(name: str) -> ZipInfo:
    """Return a member that does not say when and where it was packed."""
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    info.create_system = 3
    return info


# --- in -------------------------------------------------------------------------


def _claims(path: Path, head: bytes, way: Way) -> bool:
    if not head.startswith(ZIP):
        return way.is_one(head)
    try:
        with path.open("rb") as file, ZipFile(file) as package:
            found = next(_members(package.namelist(), way), None)
            if found is None:
                return False
            with package.open(found) as document:
                return way.is_one(document.read(65_536))
    except BROKEN:
        return False


def _read(path: Path, watch: Callable[[float], None], way: Way) -> ForeignProject:
    with path.open("rb") as file:
        data = file.read(MEGABYTES * MEGABYTE + 1)
    if len(data) > MEGABYTES * MEGABYTE:
        size = path.stat().st_size // MEGABYTE
        raise ProjectFileTooLarge(file=path.name, megabytes=size, limit=MEGABYTES)
    if not data.startswith(ZIP):
        document = _alone(path, data, way)
        watch(0.5)
        return project_of(way.kind, path.stem, [Named(path.stem, document)], None, path.name)
    package = open_package(data, path.name, way.title, LIMITS)
    types = _types_in(package, way)
    index: Mapping[str, Any] = _index_in(package) if way.indexed else dict[str, Any]()
    documents: list[Named] = []
    found = list(_members(package.members, way))
    if not found:
        raise FileDamaged(file=path.name, kind=way.title)
    for n, name in enumerate(found):
        document = way.read_one(package.read(name), types, f"{path.name}/{name}")
        document = _with_beside(document, index.get(PurePosixPath(name).stem), path.name)
        documents.append(Named(PurePosixPath(name).stem, document))
        watch(0.8 * n / len(found))
    return project_of(way.kind, path.stem, documents, codebook_in(package), path.name)


def _members(members: Iterable[str], way: Way) -> Iterator[str]:
    for name in members:
        bare = PurePosixPath(name).name
        is_other = bare in (CODEBOOK, TYPE_SYSTEM, INDEX) or bare.startswith(".")
        if bare.endswith(f".{way.ending}") and not is_other:
            yield name


def codebook_in(package: Package) -> Codebook | None:
    """Return the codebook that lies in a zip of ours, None where there is none."""
    if CODEBOOK not in package.members:
        return None
    told = package.read(CODEBOOK).decode("utf-8", errors="replace")
    return parse_codebook(told, f"{package.file_name}/{CODEBOOK}")


def _beside(document: Document, codebook: Codebook) -> list[Any]:
    """Return the structures that have no place in the text: the article, what is coded of it."""
    whole = {names.type_of(each.key) for each in codebook.layers if each.scope is Scope.ARTICLE}
    kept = whole | {names.ARTICLE, names.METADATA}
    return [
        [each.type, document.text if each.type == names.METADATA else "", told]
        for each in document.structures
        if each.type in kept or names.QUOTE in each.features
        for told in [{k: v for k, v in each.features.items() if k != names.LAYERS and _plain(v)}]
    ]


def _plain(value: Value) -> bool:
    """Tell whether a value is none that leads to another structure."""
    parts = value if isinstance(value, tuple) else (value,)
    return not any(isinstance(each, Ref) for each in parts)


def _index_in(package: Package) -> Mapping[str, Any]:
    if INDEX not in package.members:
        return {}
    try:
        told: Any = json.loads(package.read(INDEX).decode())
    except (ValueError, RecursionError) as error:
        raise FileDamaged(file=package.file_name, kind=INDEX) from error
    if not isinstance(told, dict):
        raise FileDamaged(file=package.file_name, kind=INDEX)
    return cast("Mapping[str, Any]", told)


def _with_beside(document: Document, told: Any, file_name: str) -> Document:
    """Return a document with what lay beside it; its white space is that of the article."""
    if told is None:
        return document
    following = max((each.id for each in document.structures), default=1) + 1
    text, added = document.text, list[Structure]()
    try:
        for n, (kind, own, features) in enumerate(told, following):
            text = own or text
            read = {str(key): _kept(value) for key, value in features.items()}
            place = 0 if names.QUOTE in read else None
            added.append(Structure(n, str(kind), place, place, read))
    except (ValueError, TypeError, AttributeError) as error:
        raise FileDamaged(file=file_name, kind=INDEX) from error
    if "".join(text.split()) != "".join(document.text.split()):
        text = document.text  # another tool has changed it: what it wrote is what counts
    return Document(text, document.types, (*document.structures, *added))


def _kept(value: Any) -> Value:
    if isinstance(value, list):
        return tuple(str(each) for each in cast("list[Any]", value))
    if not isinstance(value, str | int | float):
        raise TypeError(value)
    return value


def _types_in(package: Package, way: Way) -> Types:
    found = (each for each in package.members if each.lower().endswith(TYPE_SYSTEM.lower()))
    name = next(found, None)
    if name is None or way.read_types is None:
        return {}
    return way.read_types(package.read(name), f"{package.file_name}/{name}")


def _alone(path: Path, data: bytes, way: Way) -> Document:
    types: Types = {}
    beside = path.with_name(TYPE_SYSTEM)
    if way.read_types is not None and beside.is_file():
        types = way.read_types(beside.read_bytes(), TYPE_SYSTEM)
    return way.read_one(data, types, path.name)
