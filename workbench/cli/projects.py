"""`workbench new`, `workbench info` and `workbench check`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from workbench.app.checking import Counts, Problem, check_project, project_counts
from workbench.app.projects import (
    empty_codebook,
    new_project,
    new_project_from,
    read_codebook_file,
    starter_codebook,
)
from workbench.cli.context import Context


def new(context: Context) -> int:
    """Make a project."""
    arguments = context.arguments
    project: Path = arguments.project
    if arguments.other is not None:
        new_project_from(project, arguments.other)
    elif arguments.codebook is not None:
        new_project(project, read_codebook_file(arguments.codebook))
    else:
        new_project(project, empty_codebook() if arguments.empty else starter_codebook())
    context.say("new_done", path=project)
    return 0


def info(context: Context) -> int:
    """Tell how much is in a project."""
    project: Path = context.arguments.project
    counts = project_counts(project)
    if context.arguments.json:
        context.console.json({"project": str(project), **asdict(counts)})
    else:
        _tell_counts(context, project, counts)
    return 0


def _tell_counts(context: Context, project: Path, counts: Counts) -> None:
    context.console.line(str(project))
    context.say("info_articles", count=counts.articles, characters=counts.characters)
    context.say("info_annotations", count=counts.annotations)
    for layer, count in counts.by_layer.items():
        coders = {name: n for name, n in counts.by_layer_and_coder[layer].items() if n}
        told = ", ".join(f"{name} {n:,}" for name, n in coders.items())
        context.console.line(f"  {layer}: {count:,}" + (f" ({told})" if told else ""))


def check(context: Context) -> int:
    """Check a project; 1 if anything is wrong."""
    project: Path = context.arguments.project
    checked = check_project(project, progress=context.console.progress())
    if context.arguments.json:
        problems = [_as_json(context, each) for each in checked.problems]
        context.console.json(
            {"project": str(project), "clean": checked.clean, "problems": problems}
        )
        return 0 if checked.clean else 1
    for each in checked.problems:
        context.console.line(_told(context, each))
    if checked.clean:
        context.say("check_clean", path=project)
        return 0
    context.console.error(
        context.messages.text("check_problems", path=project, count=len(checked.problems))
    )
    return 1


def _as_json(context: Context, problem: Problem) -> dict[str, Any]:
    return {**asdict(problem), "sentence": _told(context, problem)}


def _told(context: Context, problem: Problem) -> str:
    return context.messages.text(
        f"problem_{problem.kind}", where=problem.where, detail=problem.detail
    )
