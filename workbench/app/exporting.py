"""Export the coding dataset of a project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from workbench.app.jobs import NoProgress, Progress, refuse_if_cancelled
from workbench.app.project_export import WRITABLE, projects_beside
from workbench.dataset.choice import ExportChoice as ExportChoice
from workbench.dataset.choice import choice_from_json as choice_from_json
from workbench.dataset.choice import choice_to_json as choice_to_json
from workbench.dataset.content import make_content
from workbench.dataset.errors import DatasetFormatUnknown, unknown_preset
from workbench.dataset.export import ExportReport, Means, pour, write_dataset
from workbench.dataset.filtering import Filter
from workbench.dataset.formats.choose import Format as Format
from workbench.dataset.model import Table as Table
from workbench.dataset.networks.writing import EmptyNetwork as EmptyNetwork
from workbench.dataset.preview import Preview
from workbench.dataset.preview import TablePreview as TablePreview
from workbench.dataset.readme import files_written
from workbench.domain.coded import CodedArticle
from workbench.store.codebook_rows import read_codebook
from workbench.store.coders import coders_at_work
from workbench.store.database import Database
from workbench.store.dataset_file import DatasetFile
from workbench.store.memos import exported_memos
from workbench.store.presets import read_presets
from workbench.store.streams import coded_articles, count_annotations, count_shares
from workbench.store.versions import versions

#: What a dataset can be exported as: its tables, networks, and files of other programs.
FORMATS: Sequence[str] = (*(each.value for each in Format), *(each.value for each in WRITABLE))
#: The formats that have tables.
TABULAR: Sequence[str] = tuple(each.value for each in Format if each is not Format.GRAPHML)
#: The formats that heed a part of an `ExportChoice`, where not all do.
HEEDED: Mapping[str, Sequence[str]] = {
    "tables": TABULAR,
    "variables": TABULAR,
    "period": TABULAR,
    "expand_groups": (*TABULAR, Format.GRAPHML.value),
    "networks": (Format.GRAPHML.value,),
    "csv_mark": (Format.CSV.value,),
    "csv_excel": (Format.CSV.value,),
    "csv_separator": (Format.CSV.value,),
}
#: Progress is reported after so many annotations.
STEP = 2000
#: So many rows of each table are shown before anything is written.
SHOWN = 20

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
    """Write the tables of a project to `folder`, as chosen, and files of other programs beside.

    It sees the project as it is at the start; safe in any thread.

    Raises:
        Cancelled, ExportExists, ExportFolderForeign, ExportTargetIsFile,
        ExportParentMissing, ExportDiskFull, ExportFailed, ExportTooManyRows,
        ExportTooManyColumns, DatasetFormatUnknown, SeparatorUnknown: what was there is as before.
        UnknownTable, UnknownLayer, UnknownVariableWanted, UnknownCategory, UnknownCoder,
        UnknownStatus: the choice names what the project lacks.
    """
    _refuse_unknown_formats(choice)
    with database.reading() as connection:
        stored = read_codebook(connection)
        names = {each.id: each.name for each in coders_at_work(connection)}
        total = count_annotations(connection)
        frozen = versions(connection)
        articles = _watched(coded_articles(connection, stored), total, progress)
        chosen = Filter(choice, stored.codebook, names)
        tables = tuple(each for each in choice.formats if each not in set(WRITABLE))
        return write_dataset(
            folder,
            stored.codebook,
            names,
            articles,
            overwrite=overwrite,
            choice=replace(choice, formats=tables),
            means=Means(
                DatasetFile,
                partial(refuse_if_cancelled, progress),
                version=frozen[-1].name if frozen else "",
                annotations=total,
                shares=partial(count_shares, connection),
                beside=projects_beside(connection, choice, chosen, progress),
            ),
            memos=exported_memos(connection),
        )


def _refuse_unknown_formats(choice: ExportChoice) -> None:
    for each in choice.formats:
        if each not in FORMATS:
            raise DatasetFormatUnknown(value=each, known=", ".join(FORMATS))


def preview_dataset(
    database: Database,
    choice: ExportChoice = _WHOLE,
    *,
    shown: int = SHOWN,
    progress: Progress = _UNWATCHED,
) -> Sequence[TablePreview]:
    """Return the first rows and the number of rows of every table that an export would write.

    It goes through the whole project as an export does, and writes nothing; safe in any thread.

    Raises:
        Cancelled; a Refusal where the choice names what the project lacks, or no format.
    """
    _refuse_unknown_formats(choice)
    seen = Preview(shown)
    with database.reading() as connection:
        stored = read_codebook(connection)
        names = {each.id: each.name for each in coders_at_work(connection)}
        memos = exported_memos(connection)
        content = make_content(stored.codebook, names, choice, memos)
        total = count_annotations(connection)
        pour(content, _watched(coded_articles(connection, stored), total, progress), seen)
    return seen.tables


def tables_of(database: Database, choice: ExportChoice = _WHOLE) -> Sequence[Table]:
    """Return the tables that an export would write, or raise as `preview_dataset` does."""
    with database.reading() as connection:
        names = {each.id: each.name for each in coders_at_work(connection)}
        return make_content(read_codebook(connection).codebook, names, choice).tables


def coders_of(database: Database) -> Sequence[str]:
    """Return the names of those whose work an export has."""
    with database.reading() as connection:
        return [each.name for each in coders_at_work(connection)]


def is_dataset(folder: Path) -> bool:
    """Tell whether an export lies in a folder, which another one may replace."""
    try:
        return bool(files_written(folder))
    except OSError:
        return False


def remembered_exports(database: Database) -> Mapping[str, ExportChoice]:
    """Return the exports that the project remembers, by name; `RememberExport` adds to them."""
    with database.reading() as connection:
        presets = read_presets(connection)
    return {name: choice_from_json(value) for name, value in presets.items()}


def remembered_export(database: Database, name: str) -> ExportChoice:
    """Return the export that the project remembers by that name, or raise UnknownPreset."""
    known = remembered_exports(database)
    if name not in known:
        raise unknown_preset(name, known)
    return known[name]


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
