"""`workbench import` and `workbench clean`."""

from __future__ import annotations

import contextlib
from pathlib import Path

from workbench.app.errors import Cancelled
from workbench.app.files import write_whole
from workbench.app.importing import (
    Decision,
    Fate,
    ImportReport,
    article_of,
    as_lines,
    import_paths,
    look,
    look_at,
    treated,
    would_import,
)
from workbench.app.session import Session
from workbench.app.tables import Choose, choosing, columns_written
from workbench.cli.coded_projects import coded_project, import_coded
from workbench.cli.context import Context
from workbench.cli.errors import OutputIsInput
from workbench.cli.import_report import report_as_json, tell_report
from workbench.cli.interrupts import SoftProgress

_DUPLICATES = {"skip": Decision.SKIP, "keep": Decision.IMPORT, "link": Decision.LINK}


def import_articles(context: Context) -> int:
    """Import files in one undo step; 1 if any was refused, the others are imported.

    A file that another program has coded comes with its annotations.
    """
    coded = coded_project(context)
    if coded is not None:
        return import_coded(context, *coded)
    arguments = context.arguments
    session = context.opened(context.coder(arguments.coder), read_only=arguments.dry_run)
    with contextlib.closing(session):
        report = _looked_at(context, session) if arguments.dry_run else _imported(context, session)
    if report.stopped is not None and not report.ids:
        raise report.stopped
    if arguments.json:
        context.console.json(report_as_json(context, report))
    else:
        tell_report(context, report)
    if report.cancelled:
        raise KeyboardInterrupt
    return 1 if report.stopped is not None or report.of(Fate.REFUSED) else 0


def _imported(context: Context, session: Session) -> ImportReport:
    duplicates = _DUPLICATES[context.arguments.duplicates or "skip"]
    with SoftProgress(context.console.progress()) as progress:
        choose = _choose(context, session)
        paths, allowed = context.arguments.paths, context.allowed()
        return import_paths(session, paths, progress, duplicates, choose, allowed)


def _looked_at(context: Context, session: Session) -> ImportReport:
    duplicates = _DUPLICATES[context.arguments.duplicates or "skip"]
    with SoftProgress(context.console.progress()) as progress:
        try:
            paths, choose = context.arguments.paths, _choose(context, session)
            files = look(paths, session, progress, choose, allowed=context.allowed())
        except Cancelled as cancelled:
            raise KeyboardInterrupt from cancelled
    return would_import([treated(file, duplicates) for file in files])


def _choose(context: Context, session: Session) -> Choose:
    """Return how tables are to be read: by the columns that are named, or as can be guessed."""
    columns = columns_written(context.arguments.columns or "")
    return choosing(session.codebook, columns, context.arguments.sheet or "")


def clean(context: Context) -> int:
    """Clean a file as import would, and write it down."""
    path: Path = context.arguments.file
    output: Path | None = context.arguments.output
    file = look_at(path, context.allowed())
    text = as_lines(article_of(file))
    if output is None:
        context.console.text(text)
        return 0
    if output.exists() and output.samefile(path):
        raise OutputIsInput(path=output)
    write_whole(output, text)
    for key in file.warnings:
        context.console.error(context.messages.text(f"warning_{key}"))
    context.say("clean_done", path=output, kept=file.kept, cut=file.cut)
    if file.notes:
        context.say("import_notes", count=file.notes, noted=file.noted)
    return 0
