"""`workbench export`: the dataset as tables."""

from __future__ import annotations

import contextlib
from pathlib import Path

from workbench.app.exporting import ExportChoice, export_dataset
from workbench.app.session import open_session
from workbench.cli.context import Context


def export(context: Context) -> int:
    """Write the dataset of a project into a folder."""
    arguments = context.arguments
    folder: Path = arguments.folder
    session = open_session(
        arguments.project, context.usual_coder(), cache=context.folders.cache, read_only=True
    )
    with contextlib.closing(session):
        report = export_dataset(
            session.database,
            folder,
            overwrite=arguments.overwrite,
            choice=_choice(context),
            progress=context.console.progress(),
        )
    for name, rows in report.files:
        context.say("export_line", file=name, rows=rows)
    context.say("export_done", path=folder, files=len(report.files))
    return 0


def _choice(context: Context) -> ExportChoice:
    arguments = context.arguments
    return ExportChoice(
        expand_groups=arguments.expand_groups,
        # Not the system's: the same project gives the same files everywhere.
        language=arguments.language or "zh",
    )
