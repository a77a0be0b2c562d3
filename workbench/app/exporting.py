"""Export the coding dataset of a project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from workbench.app.jobs import NoProgress, Progress, refuse_if_cancelled
from workbench.dataset.choice import ExportChoice as ExportChoice
from workbench.dataset.export import ExportReport, write_dataset
from workbench.domain.coded import CodedArticle
from workbench.store.codebook_rows import read_codebook
from workbench.store.coders import coders_at_work
from workbench.store.database import Database
from workbench.store.streams import coded_articles, count_annotations

#: Progress is reported after so many annotations.
STEP = 2000

_UNWATCHED = NoProgress()
_WHOLE = ExportChoice()


def export_dataset(
    database: Database,
    folder: Path,
    choice: ExportChoice = _WHOLE,
    *,
    overwrite: bool = False,
    progress: Progress = _UNWATCHED,
) -> ExportReport:
    """Write the tables of a project to `folder`, as chosen.

    It sees the project as it is at the start; safe in any thread.

    Raises:
        Cancelled, ExportExists, ExportFolderForeign, ExportTargetIsFile,
        ExportParentMissing, ExportDiskFull, ExportFailed: what was there is as before.
    """
    with database.reading() as connection:
        stored = read_codebook(connection)
        names = {each.id: each.name for each in coders_at_work(connection)}
        total = count_annotations(connection)
        articles = _watched(coded_articles(connection, stored), total, progress)
        return write_dataset(
            folder,
            stored.codebook,
            names,
            articles,
            overwrite=overwrite,
            choice=choice,
        )


def _watched(
    articles: Iterable[CodedArticle], total: int, progress: Progress
) -> Iterator[CodedArticle]:
    """Pass the articles on, telling how many annotations are done; stop when cancelled."""
    done = told = 0
    for coded in articles:
        refuse_if_cancelled(progress)
        yield coded
        done += len(coded.annotations)
        if done - told >= STEP:
            progress.report(done, total, coded.bibliography.title)
            told = done
    refuse_if_cancelled(progress)
    progress.report(total, total, "")
