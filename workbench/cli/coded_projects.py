"""`workbench import` of what other programs have coded."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workbench.app.codebook_words import difference_told
from workbench.app.project_files import (
    ProjectFormat,
    ProjectSeen,
    TakenIn,
    format_of_project,
    import_project,
    see_project,
)
from workbench.app.project_words import remark_told
from workbench.cli.context import Context
from workbench.cli.errors import CodedProjectNotAlone, OptionOfArticles
from workbench.cli.interrupts import SoftProgress


def coded_project(context: Context) -> tuple[Path, ProjectFormat] | None:
    """Return the coded project among the paths and its format, None if there are articles only.

    Raises:
        CodedProjectNotAlone: there is more besides.
        OptionOfArticles: an option says what is done with articles.
    """
    paths: list[Path] = context.arguments.paths
    named: str | None = context.arguments.format
    kinds = [ProjectFormat(named)] if named else [format_of_project(each) for each in paths]
    found = next(((path, kind) for path, kind in zip(paths, kinds, strict=False) if kind), None)
    if found is not None and len(paths) > 1:
        raise CodedProjectNotAlone(path=found[0])
    if found is not None:
        _refuse_idle(context)
    return found


def _refuse_idle(context: Context) -> None:
    for name in ("duplicates", "columns", "sheet", "limit_mb"):
        if getattr(context.arguments, name) is not None:
            raise OptionOfArticles(option="--" + name.replace("_", "-"))


def import_coded(context: Context, path: Path, kind: ProjectFormat) -> int:
    """Take a coded project in, in one undo step, or say what it would bring; 1 with losses."""
    arguments = context.arguments
    session = context.opened(context.coder(arguments.coder), read_only=arguments.dry_run)
    with contextlib.closing(session), SoftProgress(context.console.progress()) as progress:
        seen = see_project(session, path, kind, progress)
        before = session.next_undo()
        came = seen.would if arguments.dry_run else import_project(session, seen.project, progress)
        is_new = session.next_undo() != before
    if arguments.json:
        context.console.json(_as_json(context, seen, came))
    else:
        _tell(context, seen, came, is_new=is_new)
    return 1 if any(each.is_loss for each in came.remarks) else 0


def _tell(context: Context, seen: ProjectSeen, came: TakenIn, *, is_new: bool) -> None:
    for each in came.remarks:
        context.console.error(remark_told(each, context.messages))
    name, kind = seen.project.name, seen.project.format.value
    context.say("coded_project", path=seen.path, name=name, format=kind)
    context.say("coded_articles", new=len(came.articles), there=came.articles_there)
    context.say("coded_annotations", new=came.annotations, there=came.annotations_there)
    if came.coders:
        names = context.messages.text("separator").join(came.coders)
        context.say("coded_coders", names=names)
    for each in seen.changes:
        context.console.line(difference_told(each, context.messages))
    done = "coded_done" if is_new else "coded_nothing"
    context.say("coded_would" if context.arguments.dry_run else done)


def _as_json(context: Context, seen: ProjectSeen, came: TakenIn) -> Mapping[str, Any]:
    arguments = context.arguments
    return {
        "project": str(arguments.project),
        "file": str(seen.path),
        "format": seen.project.format.value,
        "name": seen.project.name,
        "dry_run": arguments.dry_run,
        "articles": {"new": len(came.articles), "there": came.articles_there},
        "annotations": {"new": came.annotations, "there": came.annotations_there},
        "coders": list(came.coders),
        "changes": [difference_told(each, context.messages) for each in seen.changes],
        "remarks": [
            {
                "kind": each.remark.value,
                "loss": each.is_loss,
                "count": each.count,
                "examples": list(each.examples),
                "sentence": remark_told(each, context.messages),
            }
            for each in came.remarks
        ],
    }
