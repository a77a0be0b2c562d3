"""The table of actions: what each is called, its menu, its keys, and what it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from workbench.domain.article import Status
from workbench.ui.action_row import Need, Row
from workbench.ui.changing_rows import changing_rows
from workbench.ui.codebook.action_rows import codebook_rows
from workbench.ui.moving_rows import moving_rows
from workbench.ui.statuses import GLYPHS, status_name

_EDITS = (Need.PROJECT, Need.WRITABLE)
_CODES = (Need.ARTICLE, Need.WRITABLE)
_STATUS_KEYS = {
    Status.IN_PROGRESS: "Ctrl+1",
    Status.DONE: "Ctrl+2",
    Status.IN_DOUBT: "Ctrl+3",
    Status.NOT_STARTED: "Ctrl+4",
}


@dataclass(frozen=True)
class Now:
    """What some actions say of this moment: what they would do, or what is chosen."""

    undo: str = ""
    redo: str = ""
    status: Status | None = None
    layers: str = ""


def action_rows(now: Now) -> tuple[Row, ...]:
    """Return the table, in the language of the interface."""
    return (
        *_file_rows(),
        *_edit_rows(now),
        *_suggestion_rows(),
        *moving_rows(),
        *_article_rows(now),
        *codebook_rows(),
        *_codebook_file_rows(),
        *_view_rows(now),
        *_help_rows(),
    )


def bar_titles() -> Mapping[str, str]:
    """Return what the menus of the bar are called."""
    translate = QCoreApplication.translate
    return {
        "file": translate("Actions", "&File"),
        "edit": translate("Actions", "&Edit"),
        "go": translate("Actions", "&Go"),
        "article": translate("Actions", "&Article"),
        "codebook": translate("Actions", "&Codebook"),
        "view": translate("Actions", "&View"),
        "help": translate("Actions", "&Help"),
    }


# --- what changes from moment to moment


def undo_text(step: str) -> str:
    """Return what undo is called where it would take back `step`."""
    text = QCoreApplication.translate("Actions", "&Undo {step}")
    return text.format(step=step.replace("&", "&&")).strip()


def redo_text(step: str) -> str:
    """Return what redo is called where it would repeat `step`."""
    text = QCoreApplication.translate("Actions", "&Redo {step}")
    return text.format(step=step.replace("&", "&&")).strip()


def status_text(status: Status | None) -> str:
    """Return what the menu of statuses is called: by the status that the article has."""
    translate = QCoreApplication.translate
    if status is None:
        return translate("Actions", "&Status")
    return translate("Actions", "&Status: {status}").format(status=status_name(status))


def layers_text(told: str) -> str:
    """Return what the menu of layers is called: by what is shown, where not all are alike."""
    translate = QCoreApplication.translate
    if not told:
        return translate("Actions", "La&yers")
    return translate("Actions", "La&yers: {shown}").format(shown=told.replace("&", "&&"))


# --- the rows of each menu


def _file_rows() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    project = (Need.PROJECT,)
    return (
        Row("new", translate("Actions", "&New project…"), "file", ("Ctrl+N",), "new"),
        Row("open", translate("Actions", "&Open project…"), "file", ("Ctrl+O",), "open"),
        Row("recent", translate("Actions", "Open &recent"), "file", opens=True),
        Row("example", translate("Actions", "Open the e&xample"), "file"),
        Row(
            "import",
            translate("Actions", "&Import articles…"),
            "file",
            ("Ctrl+I",),
            "import",
            _EDITS,
            ruled=True,
        ),
        Row(
            "import_folder",
            translate("Actions", "Import a &folder…"),
            "file",
            ("Ctrl+Shift+I",),
            needs=_EDITS,
        ),
        Row("limit", translate("Actions", "&Largest file…"), "file"),
        Row("memo_project", translate("Actions", "&Memo on the project"), "file", needs=project),
        Row(
            "export",
            translate("Actions", "&Export dataset…"),
            "file",
            ("Ctrl+E",),
            "export",
            project,
        ),
        Row(
            "export_again",
            translate("Actions", "Export a&gain"),
            "file",
            ("Ctrl+Alt+E",),
            needs=project,
        ),
        Row(
            "export_project",
            translate("Actions", "Expor&t for other programs…"),
            "file",
            needs=project,
        ),
        Row(
            "close",
            translate("Actions", "&Close project"),
            "file",
            ("Ctrl+W",),
            "",
            project,
            ruled=True,
        ),
        Row("quit", translate("Actions", "&Quit"), "file", ("Ctrl+Q",)),
    )


def _edit_rows(now: Now) -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    redo, article = ("Ctrl+Shift+Z", "Ctrl+Y"), (Need.ARTICLE,)
    return (
        Row("undo", undo_text(now.undo), "edit", ("Ctrl+Z",), "undo", (Need.UNDO,)),
        Row("redo", redo_text(now.redo), "edit", redo, "redo", (Need.REDO,)),
        Row(
            "travel",
            translate("Actions", "&Go to the selected step of the history"),
            "edit",
            needs=(Need.STEP, Need.WRITABLE),
        ),
        Row(
            "delete",
            translate("Actions", "&Delete annotation"),
            "edit",
            ("Del",),
            "delete",
            (Need.ANNOTATION, Need.WRITABLE),
            ruled=True,
        ),
        *changing_rows(),
        Row(
            "place",
            translate("Actions", "Place a&new…"),
            "edit",
            needs=(Need.ANNOTATION, Need.WRITABLE),
        ),
        Row(
            "paste",
            translate("Actions", "&Paste as article…"),
            "edit",
            ("Ctrl+Shift+V",),
            needs=_EDITS,
            ruled=True,
        ),
        Row(
            "choose_here",
            translate("Actions", "Choose an annotat&ion here…"),
            "edit",
            ("Alt+Return",),
            "",
            article,
            ruled=True,
        ),
        Row(
            "find",
            translate("Actions", "&Find in the article…"),
            "edit",
            ("Ctrl+F",),
            "",
            article,
            ruled=True,
        ),
        Row("find_next", translate("Actions", "Find ne&xt"), "edit", ("F3",), "", article),
        Row(
            "find_previous",
            translate("Actions", "Find pre&vious"),
            "edit",
            ("Shift+F3",),
            "",
            article,
        ),
        Row(
            "mark_all",
            translate("Actions", "&Mark all occurrences…"),
            "edit",
            ("Ctrl+Shift+F",),
            "",
            _CODES,
        ),
        Row(
            "find_tag",
            translate("Actions", "Find a &tag or action"),
            "edit",
            ("Ctrl+K",),
            "find",
            (Need.PROJECT,),
            ruled=True,
        ),
        Row(
            "change_several",
            translate("Actions", "Change the selected &annotations…"),
            "edit",
            ("Ctrl+Shift+A",),
            needs=(Need.ROWS, Need.WRITABLE),
            ruled=True,
        ),
        Row(
            "change_layer",
            translate("Actions", "Move to another la&yer…"),
            "edit",
            needs=(Need.ROWS, Need.WRITABLE),
        ),
        Row(
            "copy_cited",
            translate("Actions", "Copy &with source"),
            "edit",
            ("Ctrl+Shift+C",),
            needs=(Need.ANNOTATION,),
            ruled=True,
        ),
        Row("copy_rows", translate("Actions", "Copy as tab&le rows"), "edit", needs=(Need.ROWS,)),
        Row("suggest", translate("Actions", "&Suggestions"), "edit", opens=True),
        Row("coder", translate("Actions", "&Coder…"), "edit", ruled=True),
    )


def _suggestion_rows() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    article, decides = (Need.ARTICLE,), (Need.SUGGESTION, Need.WRITABLE)
    accept_all = translate("Actions", "Accept all of it in th&is article")
    return (
        Row(
            "suggestions",
            translate("Actions", "&Suggestions"),
            "suggest",
            ("F7",),
            "suggest",
            (Need.PROJECT,),
            checkable=True,
        ),
        Row(
            "next_suggestion",
            translate("Actions", "&Next"),
            "suggest",
            ("F8",),
            needs=article,
            ruled=True,
        ),
        Row(
            "previous_suggestion",
            translate("Actions", "&Previous"),
            "suggest",
            ("Shift+F8",),
            "",
            article,
        ),
        Row("accept", translate("Actions", "&Accept"), "suggest", ("F9",), "", decides, ruled=True),
        Row("reject", translate("Actions", "&Reject"), "suggest", ("Shift+F9",), "", decides),
        Row("accept_here", accept_all, "suggest", ("Ctrl+F9",), needs=decides, ruled=True),
        Row(
            "accept_everywhere",
            translate("Actions", "Accept all of it in the pro&ject…"),
            "suggest",
            ("Ctrl+Shift+F9",),
            needs=decides,
        ),
    )


def _article_rows(now: Now) -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    project, article = (Need.PROJECT,), (Need.ARTICLE,)
    return (
        Row("next", translate("Actions", "&Next article"), "article", ("Alt+Down",), "", project),
        Row(
            "previous",
            translate("Actions", "&Previous article"),
            "article",
            ("Alt+Up",),
            "",
            project,
        ),
        Row(
            "next_undone",
            translate("Actions", "Next ar&ticle that is not done"),
            "article",
            ("Alt+Shift+Down",),
            needs=project,
        ),
        Row(
            "previous_undone",
            translate("Actions", "Previous arti&cle that is not done"),
            "article",
            ("Alt+Shift+Up",),
            needs=project,
        ),
        Row(
            "status",
            status_text(now.status),
            "article",
            icon="status",
            needs=_CODES,
            opens=True,
            ruled=True,
        ),
        *(
            Row(
                f"status_{status}",
                f"{GLYPHS[status]}  {status_name(status)}",
                "status",
                (_STATUS_KEYS[status],),
                needs=_CODES,
                group="status",
            )
            for status in Status
        ),
        Row(
            "details",
            translate("Actions", "&Details…"),
            "article",
            ("F2",),
            "edit",
            _CODES,
            ruled=True,
        ),
        Row(
            "original",
            translate("Actions", "Show the &original…"),
            "article",
            ("F4",),
            "article",
            article,
        ),
        Row(
            "correct", translate("Actions", "Correct the te&xt…"), "article", ("F6",), needs=_CODES
        ),
        Row(
            "memo_article", translate("Actions", "&Memo on this article"), "article", needs=article
        ),
        Row(
            "count_time",
            translate("Actions", "Count the time &worked"),
            "article",
            needs=_EDITS,
            checkable=True,
            ruled=True,
        ),
    )


def _codebook_file_rows() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    return (
        Row(
            "export_codebook",
            translate("Actions", "Exp&ort the codebook…"),
            "codebook",
            needs=(Need.PROJECT,),
            ruled=True,
        ),
        Row(
            "memo_category",
            translate("Actions", "Me&mo on the category"),
            "codebook",
            needs=(Need.PROJECT,),
        ),
        Row(
            "import_codebook", translate("Actions", "&Import a codebook…"), "codebook", needs=_EDITS
        ),
    )


def _view_rows(now: Now) -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    project = (Need.PROJECT,)
    return (
        Row("larger", translate("Actions", "&Larger text"), "view", ("Ctrl++", "Ctrl+=")),
        Row("smaller", translate("Actions", "S&maller text"), "view", ("Ctrl+-",)),
        Row("typography", translate("Actions", "Te&xt of the article…"), "view", needs=project),
        Row(
            "layers",
            layers_text(now.layers),
            "view",
            icon="layers",
            needs=project,
            opens=True,
            ruled=True,
        ),
        *_part_rows(),
        Row("panels", translate("Actions", "&Panels"), "view", opens=True, ruled=True),
        Row("reset", translate("Actions", "&Reset the panels"), "panels", ruled=True),
        Row("theme", translate("Actions", "&Theme"), "view", icon="theme", opens=True),
        Row("theme_auto", translate("Actions", "Like the &system"), "theme", group="theme"),
        Row("theme_light", translate("Actions", "&Light"), "theme", group="theme"),
        Row("theme_dark", translate("Actions", "&Dark"), "theme", group="theme"),
        Row("language", translate("Actions", "L&anguage"), "view", opens=True),
        Row(
            "language_auto", translate("Actions", "Like the &system"), "language", group="language"
        ),
        # Each language is named in itself, for those who read no other.
        Row("language_en", "English", "language", group="language"),
        Row("language_zh_CN", "中文", "language", group="language"),
    )


def _part_rows() -> tuple[Row, ...]:
    translate, needs = QCoreApplication.translate, (Need.PROJECT,)
    following = translate("Actions", "&Next part of the window")
    preceding = translate("Actions", "P&revious part of the window")
    table = translate("Actions", "Next table &below")
    before = translate("Actions", "Pre&vious table below")
    return (
        Row("next_part", following, "view", ("Ctrl+F6",), needs=needs, ruled=True),
        Row("previous_part", preceding, "view", ("Ctrl+Shift+F6",), needs=needs),
        Row("next_table", table, "view", ("Ctrl+PgDown",), needs=needs),
        Row("previous_table", before, "view", ("Ctrl+PgUp",), needs=needs),
    )


def _help_rows() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    return (
        Row("guide", translate("Actions", "&Codebook entry"), "help", ("F1",), "", (Need.PROJECT,)),
        Row("sheet", translate("Actions", "&Keys of the keyboard"), "help", ("?",), ruled=True),
        Row("shortcuts", translate("Actions", "C&hange the keys…"), "help"),
        Row("log", translate("Actions", "Show the &log folder"), "help", ruled=True),
        Row("about", translate("Actions", "&About Pizhu Workbench"), "help"),
    )
