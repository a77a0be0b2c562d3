"""What the window calls things: statuses, steps of the history, times."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from workbench.domain.annotation import Certainty
from workbench.domain.article import Status
from workbench.domain.changes import OperationInfo
from workbench.domain.codebook import Codebook
from workbench.ui.codebook.step_words import codebook_step
from workbench.ui.statuses import status_name


def field_names() -> dict[str, str]:
    """Return what the fields of an article's bibliography are called, each with its key."""
    translate = QCoreApplication.translate
    return {
        "title": translate("Wording", "&Title"),
        "source": translate("Wording", "&Outlet"),
        "author": translate("Wording", "&Author"),
        "published": translate("Wording", "&Published"),
        "url": translate("Wording", "Add&ress"),
        "language": translate("Wording", "Lan&guage"),
        "script": translate("Wording", "&Script"),
        "genre": translate("Wording", "G&enre"),
    }


def certainty_name(certainty: Certainty) -> str:
    """Return what a coder's certainty is called."""
    translate = QCoreApplication.translate
    names = {
        Certainty.SURE: translate("Wording", "sure"),
        Certainty.UNSURE: translate("Wording", "unsure"),
    }
    return names[certainty]


def state_name(state: str) -> str:
    """Return what became of a step of the history."""
    translate = QCoreApplication.translate
    names = {
        "done": "",
        "undone": translate("Wording", "undone"),
        "dropped": translate("Wording", "undone, then overtaken"),
        "kept": translate("Wording", "cannot be undone"),
    }
    return names.get(state, state)


def step_name(step: OperationInfo, codebook: Codebook, language: str) -> str:
    """Return what a step of the history did, such as "mark: 美国 (Actor)"."""
    facts = {**_NO_FACTS, **step.facts}
    facts["layer"] = _layer(codebook, facts["layer"], language)
    facts["category"] = _category(codebook, facts["code_list"], facts["category"], language)
    if facts["status"] in set(Status):
        facts["status"] = status_name(Status(facts["status"]))
    facts["subject"] = facts["title"] or facts["name"] or _the_project()
    several, retired = facts["count"] not in ("", "1"), facts["retired"] != "0"
    of_codebook = codebook_step(step.kind, several=several, retired=retired)
    return (of_codebook or _template(step.kind, several=several)).format(**facts)


_NO_FACTS = dict.fromkeys(
    ("layer", "quote", "category", "code_list", "title", "status", "count", "name", "retired"), ""
)


def _template(kind: str, *, several: bool) -> str:
    translate = QCoreApplication.translate
    templates = {
        "mark": translate("Wording", "mark: {quote} ({layer})"),
        "mark_many": translate("Wording", "mark {count} passages"),
        "set_values": translate("Wording", "change: {quote} ({layer})"),
        "set_memo": translate("Wording", "memo: {quote} ({layer})"),
        "set_certainty": translate("Wording", "certainty: {quote} ({layer})"),
        "move_borders": translate("Wording", "move borders: {quote} ({layer})"),
        "split_annotation": translate("Wording", "split: {quote} ({layer})"),
        "join_annotations": translate("Wording", "join {count} annotations: {quote} ({layer})"),
        "retag": translate("Wording", "another tag: {quote} ({layer})"),
        "delete": translate("Wording", "delete: {quote} ({layer})"),
        "set_article_values": translate("Wording", "code the article: {title}"),
        "set_status": translate("Wording", "status “{status}”: {title}"),
        "correct_text": translate("Wording", "correct the text: {title}"),
        "edit_article": translate("Wording", "edit details: {title}"),
        "import": translate("Wording", "import: {title}"),
        "write_memo": translate("Wording", "memo: {subject}"),
        "delete_memo": translate("Wording", "delete memo: {subject}"),
        "remember_export": translate("Wording", "remember the export “{name}”"),
        "forget_export": translate("Wording", "forget the export “{name}”"),
        "take_in_project": translate("Wording", "import the project “{name}”"),
        "reject_suggestion": translate("Wording", "reject a suggestion: {quote}"),
        "add_coder": translate("Wording", "add coder: {name}"),
        "new_project": translate("Wording", "make the project"),
    }
    if several and kind == "delete":
        return translate("Wording", "delete {count} annotations")
    if several and kind == "import":
        return translate("Wording", "import {count} articles")
    return templates.get(kind, kind)


def _the_project() -> str:
    return QCoreApplication.translate("Wording", "the project")


def _layer(codebook: Codebook, key: str, language: str) -> str:
    layer = codebook.layers_by_key.get(key)
    return layer.label.told(language) if layer else key


def _category(codebook: Codebook, code_list: str, key: str, language: str) -> str:
    found = codebook.lists_by_key.get(code_list)
    category = found.by_key.get(key) if found else None
    return category.label.told(language) if category else key


def stored_time(iso: str, *, seconds: bool = False) -> str:
    """Return a stored UTC time as local date and time, to the minute or second; empty for none."""
    if not iso:
        return ""
    return (
        datetime.fromisoformat(iso)
        .astimezone()
        .strftime("%Y-%m-%d %H:%M:%S" if seconds else "%Y-%m-%d %H:%M")
    )
