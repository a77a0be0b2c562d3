"""Tell what an import came to: a line a file, or a JSON document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.app.importing import Fate, ImportReport, Likeness, Outcome
from workbench.app.tables import tables_read
from workbench.cli.context import Context
from workbench.domain.errors import Refusal

_STATUS = {Fate.IMPORTED: "new", Fate.SKIPPED: "duplicate"}
_MOST_NAMES = 5


def tell_report(context: Context, report: ImportReport) -> None:
    """Write a line a file, then what it all came to; what was refused goes to stderr."""
    for each in report.outcomes:
        if each.refusal is not None:
            sentence = context.messages.error(each.refusal)
            context.console.error(f"workbench: {each.file.source.shown}: {sentence}")
        elif each.fate not in (Fate.PASSED_OVER, Fate.LEFT):
            context.console.line(_line(context, each))
    _tell_columns(context, report)
    passed_over = report.of(Fate.PASSED_OVER)
    if passed_over:
        context.say("import_passed_over", count=len(passed_over), files=_names(passed_over))
    _tell_sums(context, report)


def _tell_columns(context: Context, report: ImportReport) -> None:
    """Say of each table which column was taken for what."""
    for file, table in tables_read(each.file.source for each in report.outcomes):
        columns = ", ".join(f"{field}={column}" for field, column in table.columns.items())
        context.say("import_columns", file=file, columns=columns)


def _tell_sums(context: Context, report: ImportReport) -> None:
    for key, fate in (("import_sum_linked", Fate.LINKED), ("import_sum_skipped", Fate.SKIPPED)):
        if report.of(fate):
            context.say(key, count=len(report.of(fate)))
    new = len(report.of(Fate.IMPORTED, Fate.LINKED))
    context.say("import_would" if context.arguments.dry_run else "import_done", count=new)
    text, refused, left = context.messages.text, report.of(Fate.REFUSED), report.of(Fate.LEFT)
    if refused:
        files = ", ".join(each.file.source.shown for each in refused)
        context.console.error(text("import_refused", count=len(refused), files=files))
    if left:
        context.console.error(text("import_left", count=len(left), files=_names(left)))
    if report.stopped is not None:
        context.console.error(f"workbench: {context.messages.error(report.stopped)}")


def _names(outcomes: Sequence[Outcome]) -> str:
    names = [each.file.source.shown for each in outcomes[:_MOST_NAMES]]
    return ", ".join(names) + (", …" if len(outcomes) > _MOST_NAMES else "")


def _line(context: Context, outcome: Outcome) -> str:
    text, file = context.messages.text, outcome.file
    like = file.likeness[0] if file.likeness else None
    if outcome.fate is Fate.SKIPPED and like is not None:
        key = "import_duplicate" if like.exact else "import_alike"
        return text(key, file=file.source.shown, title=like.title, share=like.per_cent)
    line = text(
        "import_line", file=file.source.shown, title=file.title, kept=file.kept, cut=file.cut
    )
    told = [text("import_notes", count=file.notes, noted=file.noted)] if file.notes else []
    told += [text(f"warning_{key}") for key in file.warnings]
    if like is not None:
        key = "import_linked" if outcome.fate is Fate.LINKED else "import_like"
        told.append(text(key, title=like.title, share=like.per_cent))
    return " ".join([line, *told])


def report_as_json(context: Context, report: ImportReport) -> Mapping[str, Any]:
    """Return the report as a JSON document."""
    linked = [each for each in report.of(Fate.LINKED) if each.article is not None]
    return {
        "project": str(context.arguments.project),
        "dry_run": context.arguments.dry_run,
        "imported": len(report.ids),
        "linked": len(linked),
        "skipped": len(report.of(Fate.SKIPPED)),
        "refused": len(report.of(Fate.REFUSED)),
        "passed_over": len(report.of(Fate.PASSED_OVER)),
        "left": len(report.of(Fate.LEFT)),
        "cancelled": report.cancelled,
        "stopped": _error(context, report.stopped),
        "tables": [
            {"file": file, "sheet": table.sheet or None, "columns": dict(table.columns)}
            for file, table in tables_read(each.file.source for each in report.outcomes)
        ],
        "files": [_file(context, report, each) for each in report.outcomes],
    }


def _file(context: Context, report: ImportReport, outcome: Outcome) -> Mapping[str, Any]:
    file = outcome.file
    is_double = outcome.fate in (Fate.SKIPPED, Fate.LINKED) and bool(file.likeness)
    return {
        "file": file.source.shown,
        "status": _STATUS.get(outcome.fate, outcome.fate.value),
        "article": outcome.article,
        "title": file.title or None,
        "encoding": file.encoding or None,
        "kept": file.kept,
        "cut": file.cut,
        "notes": file.notes,
        "noted": file.noted,
        "warnings": list(file.warnings),
        "duplicate_of": file.likeness[0].title if is_double else None,
        "like": [_like(report, each) for each in file.likeness],
        "error": _error(context, outcome.refusal),
    }


def _like(report: ImportReport, like: Likeness) -> Mapping[str, Any]:
    twin = None if like.file is None else report.outcomes[like.file].file.source.shown
    return {
        "title": like.title,
        "share": round(like.share, 3),
        "exact": like.exact,
        "article": like.article,
        "file": twin,
    }


def _error(context: Context, refusal: Refusal | None) -> Mapping[str, str] | None:
    if refusal is None:
        return None
    return {"kind": type(refusal).__name__, "sentence": context.messages.error(refusal)}
