"""The table of keys as a page of the manual; run as a module, it writes the pages."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from workbench.app.projects import starter_codebook
from workbench.ui.actions import Actions
from workbench.ui.appearance import Appearance
from workbench.ui.shortcuts.lines import Line, all_lines
from workbench.ui.shortcuts.strokes import shown

#: The pages by the language that they are in, within the repository.
PAGES = {"en": "docs/keys.md", "zh_CN": "docs/keys.zh.md"}


def page(appearance: Appearance) -> str:
    """Return the page in the language of the interface."""
    translate = QCoreApplication.translate
    host = QObject()
    actions = Actions(appearance.theme, host)
    lines = all_lines(actions, starter_codebook(), appearance.language)
    head = translate("Keys", "Keys of the keyboard")
    told = translate(
        "Keys",
        "In the window, `?` shows these keys, and Help › Change the keys gives an action another "
        "one. On a Mac, Ctrl is ⌘ and Alt is ⌥.",
    )
    return "\n".join([f"# {head}", "", told, *_tables(line for line in lines if line.strokes), ""])


def _tables(lines: Iterable[Line]) -> Iterable[str]:
    translate = QCoreApplication.translate
    action, keys = translate("Keys", "action"), translate("Keys", "keys")
    group = ""
    for line in lines:
        if line.group != group:
            group = line.group
            yield from ("", f"## {group}", "")
            yield f"| {action} | {keys} |"
            yield "|---|---|"
        strokes = " / ".join(map(_stroke, shown(line.strokes, mac=False)))
        yield f"| {line.text} | {strokes} |"


def _stroke(stroke: list[str]) -> str:
    return "+".join(f"<kbd>{_escaped(cap)}</kbd>" for cap in stroke)


def _escaped(cap: str) -> str:
    """Return a cap that Markdown takes for nothing else."""
    return f"&#{ord(cap)};" if cap in "\\|[]`*_<>&" else cap


def write(appearance: Appearance, folder: Path) -> None:
    """Write the page in the language of the interface where it belongs in a repository."""
    path = folder / PAGES[appearance.language]
    path.parent.mkdir(exist_ok=True)
    path.write_text(page(appearance), "utf-8")


def main() -> None:
    """Write the pages into the repository that one stands in."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from workbench.ui.application import build_application

    appearance = build_application("en", "light")
    for language in PAGES:
        appearance.choose_language(language)
        write(appearance, Path())


if __name__ == "__main__":
    main()
