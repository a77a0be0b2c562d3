"""Write a project of ours as a file of other programs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import IO

from workbench.app.errors import ExportFileExists, ExportFileIsProject, FileUnwritable
from workbench.app.jobs import NoProgress, Progress, refuse_if_cancelled
from workbench.app.segmenting import segmenting
from workbench.dataset.choice import ExportChoice
from workbench.dataset.filtering import Filter
from workbench.domain.coded import CodedArticle
from workbench.exchange.project.formats import SEGMENTED, WRITABLE, write_project
from workbench.exchange.project.kinds import ProjectFormat
from workbench.exchange.project.leaving import Leaving
from workbench.store.articles import notes_by_uid
from workbench.store.codebook_rows import read_codebook
from workbench.store.coders import coders
from workbench.store.database import Connection, Database
from workbench.store.memos import exported_memos
from workbench.store.streams import coded_articles, count_annotations

__all__ = [
    "WRITABLE",
    "ProjectFormat",
    "export_project",
    "file_beside",
    "leaving_of",
    "projects_beside",
]

#: What is chosen of each article, in its order.
Choosing = Callable[[Iterable[CodedArticle]], Iterable[CodedArticle]]
#: The formats read the articles twice at most.
_PASSES = 2
_UNWATCHED = NoProgress()


def export_project(
    database: Database,
    path: Path,
    kind: ProjectFormat = ProjectFormat.QDPX,
    *,
    overwrite: bool = False,
    language: str = "zh",
    progress: Progress = _UNWATCHED,
) -> None:
    """Write a whole project into a file of another program; what was there stays until it is whole.

    It sees the project as it is at the start; safe in any thread. The same project gives the
    same bytes.

    Raises:
        Cancelled, ExportFileExists, ExportFileIsProject, FileUnwritable
    """
    _refuse_to_replace(database, path, overwrite=overwrite)
    with database.reading() as connection:
        total = count_annotations(connection)
        watched = _Watched(total, progress)
        leaving = leaving_of(connection, path.stem, language, watched.articles)
        try:
            _write_whole(path, lambda target: write_leaving(target, kind, leaving))
        except OSError as error:
            raise FileUnwritable(path=path, detail=error.strerror or error) from error
    progress.report(total, total, "", 1.0)


def leaving_of(
    connection: Connection, name: str, language: str, choosing: Choosing = iter
) -> Leaving:
    """Return a project as the writers are given it, with what `choosing` leaves of its articles."""
    stored = read_codebook(connection)
    return Leaving(
        name,
        stored.codebook,
        {each.id: each for each in coders(connection)},
        lambda: choosing(coded_articles(connection, stored)),
        partial(notes_by_uid, connection),
        tuple(exported_memos(connection)),
        language,
    )


def projects_beside(
    connection: Connection, choice: ExportChoice, chosen: Filter, progress: Progress
) -> Mapping[str, Callable[[IO[bytes]], None]]:
    """Return what writes the chosen formats of other programs beside a dataset, by file names.

    Who codes, where and in which layers is as for the tables.
    """

    def watched(articles: Iterable[CodedArticle]) -> Iterator[CodedArticle]:
        for coded in chosen.articles(articles):
            refuse_if_cancelled(progress)
            yield coded._replace(statuses=chosen.statuses_of(coded))

    def write(kind: ProjectFormat, target: IO[bytes]) -> None:
        leaving = leaving_of(connection, "project", choice.language, watched)
        if choice.coders:
            memos = tuple(each for each in leaving.memos if each.coder in choice.coders)
            names = {id_: each for id_, each in leaving.coders.items() if id_ in chosen.coders}
            leaving = replace(leaving, coders=names, memos=memos)
        write_leaving(target, kind, leaving)

    kinds = (each for each in WRITABLE if each.value in choice.formats)
    return {file_beside(each): partial(write, each) for each in kinds}


def file_beside(kind: ProjectFormat) -> str:
    """Return what a project in this format is called beside a dataset: many documents are a zip."""
    if kind in SEGMENTED:
        return f"project_{kind.value.replace('-', '_')}.zip"
    return f"project.{kind.value}"


def write_leaving(target: IO[bytes], kind: ProjectFormat, leaving: Leaving) -> None:
    """Write a project to a file of bytes, with its words where the format asks for them."""
    if kind not in SEGMENTED:
        write_project(target, kind, leaving)
        return
    with segmenting(leaving.codebook) as words:
        write_project(target, kind, replace(leaving, words=words))


class _Watched:
    """Tell how far the passes over the articles are; stop when cancelled."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._total = total
        self._progress = progress
        self._done = 0

    def articles(self, articles: Iterable[CodedArticle]) -> Iterator[CodedArticle]:
        """Pass the articles on."""
        for coded in articles:
            refuse_if_cancelled(self._progress)
            yield coded
            self._done += len(coded.annotations)
            share = self._done / max(1, _PASSES * self._total)
            done = self._done // _PASSES
            self._progress.report(done, self._total, coded.bibliography.title, min(1.0, share))


def _refuse_to_replace(database: Database, path: Path, *, overwrite: bool) -> None:
    if not path.exists():
        return
    if path.samefile(database.path):
        raise ExportFileIsProject(path=path)
    if not overwrite:
        raise ExportFileExists(path=path)


def _write_whole(path: Path, write: Callable[[IO[bytes]], None]) -> None:
    fresh = path.resolve().with_name(f".{path.name[:60]}.{os.getpid()}.new")
    try:
        with fresh.open("wb") as target:
            write(target)
        fresh.replace(path.resolve())
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
