"""The last steps: filter, say that the article is done, export."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QToolButton

from workbench.domain.article import Status
from workbench.ui.exports.dialog import ExportDialog
from workbench.ui.filter_box import FilterBox
from workbench.ui.tour.hands import Key
from workbench.ui.tour.player import Until
from workbench.ui.tour.scene import Scene, expect

_TYPED = "欧洲"
_MAIN_TABLE = "annotations.csv"


async def filter_articles(scene: Scene) -> None:
    """Narrow the list of articles by a word of a title."""
    everything = scene.titles()
    box = scene.part(FilterBox, scene.window.articles)
    await scene.hands.click(box)
    await scene.hands.write(_TYPED)
    await Until("the list is narrowed", lambda: len(scene.titles()) < len(everything))
    expect(all(_TYPED in title for title in scene.titles()), "what is left has the word")
    expect(len(scene.titles()) > 0, "something is left")
    await scene.rest()


async def status(scene: Scene) -> None:
    """Clear the filter, and open the menu of the status."""
    await scene.hands.press(Key.Key_Escape)
    await Until("the list is whole", lambda: len(scene.titles()) == len(scene.examples))
    actions = scene.window.actions_
    buttons = scene.window.findChildren(QToolButton)
    button = next(each for each in buttons if each.defaultAction() is actions["status"])
    await scene.hands.click(button)
    await Until("the menu is open", actions.menu("status").isVisible)
    info = scene.session.article(scene.article)
    expect(info.status is Status.IN_PROGRESS, "marking has begun the article")


async def done(scene: Scene) -> None:
    """Say that the article is done."""
    menu = scene.window.actions_.menu("status")
    await scene.hands.choose(menu, f"status_{Status.DONE}")
    article = scene.article
    await Until("it is done", lambda: scene.session.article(article).status is Status.DONE)
    await scene.rest()


async def export(scene: Scene) -> None:
    """Export into a folder; where an export is already, agree that it is replaced."""
    before = _content(scene.dataset)
    await scene.hands.press(Key.Key_E, control=True)
    dialog = await scene.dialog(ExportDialog)
    await scene.give_path(dialog, str(scene.dataset))
    if before:
        question = await scene.dialog(QMessageBox)
        await scene.hands.click(question.buttons()[0])
        await scene.closed(question)
    info = scene.window.info
    await Until("the window tells where it is", lambda: str(scene.dataset) in info.sentence)
    expect((scene.dataset / _MAIN_TABLE).is_file(), "the tables are there")
    expect(not before or _content(scene.dataset) == before, "they are the same as before")
    await scene.rest()


def _content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.csv")}
