"""`workbench export`: the dataset as tables."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from workbench.app.commands import RememberExport
from workbench.app.exporting import (
    FORMATS,
    HEEDED,
    TABULAR,
    EmptyNetwork,
    ExportChoice,
    export_dataset,
    preview_dataset,
    remembered_export,
    tables_of,
)
from workbench.app.project_export import WRITABLE, ProjectFormat, file_beside
from workbench.app.session import Session
from workbench.cli.context import Context
from workbench.cli.errors import FolderNotNamed, NotACondition, OptionIdle

#: The options that say something of some formats only, by the part of the choice that they make.
_OPTIONS = {
    "tables": "--tables",
    "variables": "--variables",
    "period": "--period",
    "expand_groups": "--expand-groups",
    "networks": "--network",
    "csv_mark": "--csv-no-mark",
    "csv_excel": "--csv-raw",
    "csv_separator": "--csv-separator",
}
#: What each format of another program has no place for.
_LACKS = {
    ProjectFormat.QDPX: "export_project",
    ProjectFormat.XMI: "export_documents",
    ProjectFormat.CAS_JSON: "export_documents",
    ProjectFormat.TSV: "export_lines",
}


def export(context: Context) -> int:
    """Write the dataset of a project into a folder, or show what would be written."""
    arguments = context.arguments
    if arguments.folder is None and not arguments.preview:
        raise FolderNotNamed
    session = context.opened(context.usual_coder(), read_only=arguments.remember is None)
    with contextlib.closing(session):
        choice = _choice(arguments, session)
        if arguments.remember is not None:
            tables_of(session.database, choice)  # what cannot be exported is not remembered
            session.run(RememberExport(arguments.remember, choice))
        if arguments.preview:
            return _preview(context, session, choice)
        return _export(context, session, choice)


def _export(context: Context, session: Session, choice: ExportChoice) -> int:
    folder: Path = context.arguments.folder
    report = export_dataset(
        session.database,
        folder,
        choice,
        overwrite=context.arguments.overwrite,
        progress=context.console.progress(),
    )
    for name, rows in report.files:
        context.say("export_line", file=name, rows=rows)
    for loss in report.losses:
        context.say(
            f"export_cut_{loss.kind.value}",
            file=loss.file,
            column=loss.column,
            count=loss.count,
            limit=loss.limit,
        )
    for network in report.empty:
        _tell_empty(context, network)
    for kind in WRITABLE:
        if kind.value in choice.formats:
            context.say(_LACKS[kind], file=file_beside(kind))
    context.say("export_done", path=folder, files=len(report.files))
    return 0


def _tell_empty(context: Context, network: EmptyNetwork) -> None:
    """Say of a network without ties why it has none."""
    text = context.messages.text
    reasons = [text(f"network_without_{why}", count=n) for why, n in network.left_out.items()]
    if network.statements:
        reasons.append(text("network_without_tie", count=network.statements))
    told = text("separator").join(reasons) or text("network_without_statement")
    context.say("network_without", network=network.name, reasons=told)


def _preview(context: Context, session: Session, choice: ExportChoice) -> int:
    progress = context.console.progress()
    for each in preview_dataset(session.database, choice, progress=progress):
        columns = len(each.table.columns)
        context.say(
            "export_preview",
            table=each.table.name,
            label=each.table.label,
            rows=each.count,
            columns=columns,
        )
    return 0


def _choice(arguments: Any, session: Session) -> ExportChoice:
    """Return what is remembered, if anything, with what the options say instead."""
    choice = ExportChoice()
    if arguments.preset is not None:
        choice = remembered_export(session.database, arguments.preset)
    given: dict[str, Any] = {
        "tables": _several(arguments.tables),
        "layers": _several(arguments.layer),
        "variables": _several(arguments.variables),
        "coders": tuple(arguments.coder or ()),
        "statuses": _several(arguments.status),
        "where": _conditions(arguments.where or []),
        "formats": _several(arguments.format),
        "networks": tuple(arguments.network or ()),
        "csv_separator": arguments.csv_separator,
        "expand_groups": arguments.expand_groups,
        "period": arguments.period,
        # Not the system's: the same project gives the same files everywhere.
        "language": arguments.language,
    }
    given = {name: value for name, value in given.items() if value}
    if arguments.csv_no_mark:
        given["csv_mark"] = False
    if arguments.csv_raw:
        given["csv_excel"] = False
    choice = replace(choice, **given)
    for part, option in _OPTIONS.items():
        if part in given:
            _refuse_idle(option, choice, HEEDED[part])
    if arguments.preview:
        _refuse_idle("--preview", choice, TABULAR)
    return choice


def _refuse_idle(option: str, choice: ExportChoice, heeding: Sequence[str]) -> None:
    """Refuse an option that no chosen format heeds; unknown formats are refused elsewhere."""
    if set(choice.formats) <= set(FORMATS) and set(choice.formats).isdisjoint(heeding):
        formats = ", ".join(choice.formats)
        raise OptionIdle(option=option, formats=formats, known=", ".join(heeding))


def _several(given: list[str] | None) -> tuple[str, ...]:
    """Return names given one by one or with commas between them."""
    parts = (part.strip() for each in given or () for part in each.split(","))
    return tuple(part for part in parts if part)


def _conditions(given: list[str]) -> Mapping[str, tuple[str, ...]]:
    conditions: dict[str, tuple[str, ...]] = {}
    for each in given:
        variable, equals, values = each.partition("=")
        wanted = _several([values])
        if not equals or not variable.strip() or not wanted:
            raise NotACondition(value=each)
        conditions[variable.strip()] = conditions.get(variable.strip(), ()) + wanted
    return conditions
