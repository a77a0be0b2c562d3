"""`workbench codebook …`: the codebook of a project, in and out of files."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from workbench.app.codebook_files import (
    Choice,
    Format,
    Found,
    How,
    Noted,
    Way,
    export_codebook,
    format_wanted,
    import_codebook,
    see_codebook,
)
from workbench.app.codebook_words import difference_told, warning_told
from workbench.app.tables import columns_written
from workbench.cli.codebook_versions import (
    doubt_as_json,
    freeze,
    tell_differences,
    tell_versions,
    tell_warnings,
)
from workbench.cli.context import Context


def codebook(context: Context) -> int:
    """Carry out one of the commands."""
    return _ACTIONS[context.arguments.action](context)


def export(context: Context) -> int:
    """Write the codebook of a project into a file."""
    arguments = context.arguments
    path: Path = arguments.file
    kind = format_wanted(path, arguments.format or "")
    session = context.opened(context.usual_coder(), read_only=True)
    with contextlib.closing(session):
        export_codebook(
            session.database,
            path,
            kind,
            # Not the system's: the same project gives the same file everywhere.
            language=arguments.language or "zh",
            overwrite=arguments.overwrite,
        )
    context.say("codebook_exported", path=path, format=kind.value)
    return 0


def import_(context: Context) -> int:
    """Bring a codebook file into a project, or say what it would change."""
    arguments = context.arguments
    how = How.REPLACE if arguments.replace else How.ADD
    session = context.opened(context.coder(arguments.coder), read_only=arguments.dry_run)
    with contextlib.closing(session):
        seen = see_codebook(session, arguments.file, *how_to_read(context))
        way = seen.ways[how]
        if way.refusal is not None:
            raise way.refusal
        if way.changes and not arguments.dry_run:
            import_codebook(session, seen.found, how)
    changes = [difference_told(each, context.messages) for each in way.changes]
    if arguments.json:
        context.console.json(_as_json(context, seen.found, way, changes))
    else:
        _tell_import(context, seen.found, way, changes)
    return 0


def how_to_read(context: Context) -> tuple[Format | None, Choice]:
    """Return the format that is named, and what the options say of columns, sheet and list."""
    arguments = context.arguments
    kind = Format(arguments.format) if arguments.format else None
    columns = columns_written(arguments.columns or "")
    return kind, Choice(columns, arguments.sheet or "", arguments.list or "")


def _tell_import(context: Context, found: Found, way: Way, changes: Sequence[str]) -> None:
    tell_found(context, found)
    for each in way.warnings:
        context.console.error(warning_told(each, context.messages))
    for each in changes:
        context.console.line(each)
    key = "codebook_would" if context.arguments.dry_run else "codebook_imported"
    context.say(key, count=len(changes), path=context.arguments.file)


def _as_json(context: Context, found: Found, way: Way, changes: Sequence[str]) -> Mapping[str, Any]:
    arguments = context.arguments
    return {
        "project": str(arguments.project),
        "file": str(arguments.file),
        "format": found.format.value,
        "dry_run": arguments.dry_run,
        "columns": {field: column for field, column in found.columns.items() if column},
        "notes": [
            {"kind": each.note.value, "sentence": note_told(context, each)} for each in found.notes
        ],
        "warnings": [doubt_as_json(context, each) for each in way.warnings],
        "changes": list(changes),
    }


def tell_found(context: Context, found: Found) -> None:
    """Say what was read, and what a person should know of it."""
    if found.columns:
        columns = ", ".join(f"{field}={column}" for field, column in found.columns.items())
        context.say("codebook_columns", columns=columns)
    for each in found.notes:
        context.console.error(note_told(context, each))


def note_told(context: Context, noted: Noted) -> str:
    """Return a note in the user's language."""
    return context.messages.text(f"found_{noted.note.value}", **noted.facts)


_ACTIONS: Mapping[str, Callable[[Context], int]] = {
    "export": export,
    "import": import_,
    "versions": tell_versions,
    "freeze": freeze,
    "diff": tell_differences,
    "warnings": tell_warnings,
}
