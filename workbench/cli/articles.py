"""`workbench import` and `workbench clean`."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workbench.app.files import write_whole
from workbench.app.importing import (
    Fate,
    ImportReport,
    Outcome,
    article_of,
    as_lines,
    import_files,
    look,
    look_at,
    would_import,
)
from workbench.app.session import open_session
from workbench.cli.context import Context
from workbench.cli.errors import OutputIsInput

_STATUS = {Fate.IMPORTED: "new", Fate.SKIPPED: "duplicate"}


def import_articles(context: Context) -> int:
    """Import files in one undo step; 1 if any was refused, the others are imported."""
    arguments = context.arguments
    session = open_session(
        arguments.project,
        context.coder(arguments.coder),
        cache=context.folders.cache,
        read_only=arguments.dry_run,
    )
    with contextlib.closing(session):
        files = look(arguments.paths, session, context.console.progress())
        report = would_import(files) if arguments.dry_run else import_files(session, files)
    if arguments.json:
        context.console.json(_report(context, report))
    else:
        _tell(context, report)
    return 1 if report.of(Fate.REFUSED) else 0


def _tell(context: Context, report: ImportReport) -> None:
    for each in report.outcomes:
        path = each.file.source.path
        if each.refusal is not None:
            sentence = context.messages.error(each.refusal)
            context.console.error(f"workbench: {path}: {sentence}")
        elif each.fate is not Fate.PASSED_OVER:
            context.console.line(_line(context, each))
    new = len(report.of(Fate.IMPORTED, Fate.LINKED))
    context.say("import_would" if context.arguments.dry_run else "import_done", count=new)
    refused = [str(each.file.source.path) for each in report.of(Fate.REFUSED)]
    if refused:
        told = ", ".join(refused)
        context.console.error(
            context.messages.text("import_refused", count=len(refused), files=told)
        )


def _line(context: Context, outcome: Outcome) -> str:
    text, file = context.messages.text, outcome.file
    path = file.source.path
    if outcome.fate is Fate.SKIPPED and file.duplicate_of is not None:
        return text("import_duplicate", file=path, title=file.duplicate_of.title)
    line = text("import_line", file=path, title=file.title, kept=file.kept, cut=file.cut)
    return " ".join([line, *(text(f"warning_{key}") for key in file.warnings)])


def _report(context: Context, report: ImportReport) -> Mapping[str, Any]:
    return {
        "project": str(context.arguments.project),
        "dry_run": context.arguments.dry_run,
        "imported": len(report.ids),
        "refused": len(report.of(Fate.REFUSED)),
        "files": [_file_report(context, each) for each in report.outcomes],
    }


def _file_report(context: Context, outcome: Outcome) -> Mapping[str, Any]:
    file, refusal = outcome.file, outcome.refusal
    like = file.duplicate_of
    return {
        "file": str(file.source.path),
        "status": _STATUS.get(outcome.fate, outcome.fate.value),
        "article": outcome.article,
        "title": file.title or None,
        "encoding": file.encoding or None,
        "kept": file.kept,
        "cut": file.cut,
        "notes": file.notes,
        "warnings": list(file.warnings),
        "duplicate_of": like and like.title,
        "error": refusal
        and {"kind": type(refusal).__name__, "sentence": context.messages.error(refusal)},
    }


def clean(context: Context) -> int:
    """Clean a file as import would, and write it down."""
    path: Path = context.arguments.file
    output: Path | None = context.arguments.output
    file = look_at(path)
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
    return 0
