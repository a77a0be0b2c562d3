"""`workbench import` and `workbench clean`."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from workbench.app.files import write_whole
from workbench.app.importing import FileRead, as_lines, import_files, read_files
from workbench.app.session import open_session
from workbench.cli.context import Context
from workbench.cli.errors import OutputIsInput


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
        files = read_files(arguments.paths, session, context.console.progress())
        ids = [] if arguments.dry_run else import_files(session, files)
    if arguments.json:
        context.console.json(_report(context, files, ids))
    else:
        _tell(context, files)
    return 1 if any(each.refusal for each in files) else 0


def _tell(context: Context, files: Sequence[FileRead]) -> None:
    for each in files:
        if each.refusal is not None:
            sentence = context.messages.error(each.refusal)
            context.console.error(f"workbench: {each.path}: {sentence}")
        else:
            context.console.line(_line(context, each))
    refused = [str(each.path) for each in files if each.refusal is not None]
    new = sum(_is_new(each) for each in files)
    context.say("import_would" if context.arguments.dry_run else "import_done", count=new)
    if refused:
        told = ", ".join(refused)
        context.console.error(
            context.messages.text("import_refused", count=len(refused), files=told)
        )


def _line(context: Context, file: FileRead) -> str:
    text = context.messages.text
    if file.article is None or file.duplicate_of is not None:
        return text("import_duplicate", file=file.path, title=file.duplicate_of)
    line = text(
        "import_line", file=file.path, title=file.article.title, kept=file.kept, cut=file.cut
    )
    return " ".join([line, *(text(f"warning_{key}") for key in file.article.warnings)])


def _is_new(file: FileRead) -> bool:
    return file.article is not None and file.duplicate_of is None


def _report(context: Context, files: Sequence[FileRead], ids: Sequence[int]) -> Mapping[str, Any]:
    new_ids = iter(ids)
    return {
        "project": str(context.arguments.project),
        "dry_run": context.arguments.dry_run,
        "imported": len(ids),
        "refused": sum(each.refusal is not None for each in files),
        "files": [
            _file_report(context, each, next(new_ids, None) if _is_new(each) else None)
            for each in files
        ],
    }


def _file_report(context: Context, file: FileRead, article_id: int | None) -> Mapping[str, Any]:
    article, refusal = file.article, file.refusal
    return {
        "file": str(file.path),
        "status": _status(file),
        "article": article_id,
        "title": article.title if article else None,
        "encoding": article.encoding if article else None,
        "kept": file.kept,
        "cut": file.cut,
        "notes": len(article.notes) if article else 0,
        "warnings": list(article.warnings) if article else [],
        "duplicate_of": file.duplicate_of,
        "error": refusal
        and {"kind": type(refusal).__name__, "sentence": context.messages.error(refusal)},
    }


def _status(file: FileRead) -> str:
    if file.refusal is not None:
        return "refused"
    return "duplicate" if file.duplicate_of is not None else "new"


def clean(context: Context) -> int:
    """Clean a file as import would, and write it down."""
    file: Path = context.arguments.file
    output: Path | None = context.arguments.output
    (read,) = read_files([file])
    if read.article is None:
        assert read.refusal is not None
        raise read.refusal
    text = as_lines(read.article)
    if output is None:
        context.console.text(text)
        return 0
    if output.exists() and output.samefile(file):
        raise OutputIsInput(path=output)
    write_whole(output, text)
    for key in read.article.warnings:
        context.console.error(context.messages.text(f"warning_{key}"))
    context.say("clean_done", path=output, kept=read.kept, cut=read.cut)
    return 0
