"""`workbench new`, `workbench info` and `workbench check`."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import Any

from workbench.app.checking import Counts, Problem, check_project, project_counts
from workbench.app.codebook_files import look_at_codebook, new_codebook
from workbench.app.projects import (
    empty_codebook,
    new_project,
    new_project_from,
    starter_codebook,
    with_suffix,
)
from workbench.cli.codebook import how_to_read, tell_found
from workbench.cli.context import Context
from workbench.cli.errors import CodebookNotNamed
from workbench.domain.article import Status


def new(context: Context) -> int:
    """Make a project."""
    arguments = context.arguments
    project = with_suffix(arguments.project)
    if arguments.codebook is None:
        _refuse_idle(arguments)
    if arguments.other is not None:
        new_project_from(project, arguments.other)
    elif arguments.codebook is not None:
        found = look_at_codebook(arguments.codebook, *how_to_read(context))
        new_project(project, new_codebook(found))
        tell_found(context, found)
    else:
        new_project(project, empty_codebook() if arguments.empty else starter_codebook())
    context.say("new_done", path=project)
    return 0


def _refuse_idle(arguments: Namespace) -> None:
    """Refuse what is said of a codebook file where there is none to read."""
    said = {"--as": "format", "--list": "list", "--columns": "columns", "--sheet": "sheet"}
    for option, name in said.items():
        if getattr(arguments, name) is not None:
            raise CodebookNotNamed(option=option)


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
    text, language = context.messages.text, context.messages.language
    for layer, count in counts.by_layer.items():
        coders = {name: n for name, n in counts.by_layer_and_coder[layer].items() if n}
        told = text("separator").join(f"{name} {n:,}" for name, n in coders.items())
        label = counts.layer_labels[layer][language]
        named = text("in_brackets", text=label, inside=layer) if label else layer
        line = text("info_layer", layer=named, count=count)
        context.console.line(text("in_brackets", text=line, inside=told) if told else line)
    _tell_coders(context, counts)


def _tell_coders(context: Context, counts: Counts) -> None:
    """Tell of each coder what is coded, and how far the articles are."""
    context.say("info_coders", count=len(counts.by_coder))
    for name, marks in counts.by_coder.items():
        statuses = counts.by_coder_and_status[name]
        if marks or statuses:
            articles = {each.value: statuses.get(each, 0) for each in Status}
            context.say("info_coder", name=name, annotations=marks, **articles)
        else:
            context.say("info_coder_idle", name=name)


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
