"""The first steps: a name, a project, articles."""

from __future__ import annotations

from PySide6.QtWidgets import QCommandLinkButton, QFileDialog, QLineEdit, QToolButton

from workbench.ui.dialogs.coder import CoderDialog
from workbench.ui.dialogs.new_project import NewProjectDialog
from workbench.ui.imports.marks import Mark
from workbench.ui.imports.text_pane import TextPane
from workbench.ui.imports.window import ImportWindow
from workbench.ui.tour.hands import Key
from workbench.ui.tour.player import Until
from workbench.ui.tour.scene import Scene, expect

_CODERS = {"en": "Lin Hua", "zh_CN": "林华"}
PROJECT = "study.workbench"
# What the site put below one of the examples.
_PAGE, _LINKS = "news_portal.txt", "相关推荐"
TITLE = "驻韩美军费用谈判重启"


async def coder(scene: Scene) -> None:
    """Say who codes, as the first start asks."""
    dialog = await scene.dialog(CoderDialog)
    await scene.hands.click(scene.part(QLineEdit, dialog))
    await scene.hands.replace(_coder_of(scene))
    expect(dialog.name == _coder_of(scene), "the name is in the dialog")


def _coder_of(scene: Scene) -> str:
    return _CODERS[scene.desk.context.appearance.language]


async def start(scene: Scene) -> None:
    """Come to the page that says how to begin."""
    dialog = await scene.dialog(CoderDialog)
    await scene.hands.press(Key.Key_Return)
    await scene.closed(dialog)
    await Until("the start page shows", scene.window.start_page.isVisible)
    await scene.rest()
    expect(scene.desk.context.settings.values.coder == _coder_of(scene), "the name is remembered")


async def new_project(scene: Scene) -> None:
    """Ask for a new project and name its file."""
    button = scene.part(QCommandLinkButton, scene.window.start_page)
    await scene.hands.click(button)
    dialog = await scene.dialog(NewProjectDialog)
    await scene.hands.click(scene.part(QLineEdit, dialog))
    await scene.hands.replace("~/study")
    expect(dialog.chosen.path == scene.home / PROJECT, "the file is named")


async def empty_project(scene: Scene) -> None:
    """Have the project made and opened."""
    dialog = await scene.dialog(NewProjectDialog)
    await scene.hands.press(Key.Key_Return)
    await scene.closed(dialog)
    await Until("the project is open", lambda: scene.desk.coding is not None)
    await Until("the window says how articles come in", scene.window.empty.isVisible)
    expect(scene.session.path == scene.home / PROJECT, "it is the project named")
    expect(scene.session.coder.name == _coder_of(scene), "the coder is the one named")
    expect(len(scene.session.codebook.layers) > 0, "it begins with the starter codebook")


async def import_window(scene: Scene) -> None:
    """Choose the example files and look at what would come in."""
    await scene.hands.press(Key.Key_I, control=True)
    dialog = await scene.dialog(QFileDialog)
    await scene.give_path(dialog, " ".join(f'"{path}"' for path in scene.examples))
    window = await scene.open_window(ImportWindow)
    expect(len(window.files) == len(scene.examples), "every file was read")
    expect(all(file.comes for file in window.files), "every file is an article")
    expect(not scene.session.articles(), "nothing is imported before it is accepted")
    await Until("an article is shown", lambda: bool(window.cutting.compare.marks))


async def import_cuts(scene: Scene) -> None:
    """Choose the saved news page, and go to what was cut as the foot of the site."""
    window = await scene.open_window(ImportWindow)
    rows = window.panel.list
    names = [file.source.name for file in window.files]
    index = rows.model().index(names.index(_PAGE), 0)
    await scene.hands.click(rows.viewport(), rows.visualRect(index).center())
    source = window.cutting.compare.source
    await Until("its text is shown", lambda: _LINKS in source.text)
    group = next(mark.group for mark in source.marks if _LINKS in _words(source, mark))
    await scene.hands.click(window.cutting.legend.chips[group])
    await Until("one of the cuts is set off", lambda: source.current is not None)


async def import_back(scene: Scene) -> None:
    """Take a cut back by a click on it."""
    window = await scene.open_window(ImportWindow)
    compare = window.cutting.compare
    source, mark = compare.source, compare.source.current
    assert mark is not None
    words = _words(source, mark).strip()
    start = source.text.index(words.split("\n")[0], mark.start)
    await scene.hands.click(source.viewport(), source.box_of(start, start + 1).center())
    await Until("it stands in the article", lambda: words in compare.result.text)
    expect(any(file.changes.restored for file in window.files), "the choice is kept")


async def imported(scene: Scene) -> None:
    """Take that step back, and bring the articles in."""
    window = await scene.open_window(ImportWindow)
    await scene.hands.press(Key.Key_Z, control=True)
    await Until(
        "the cut is made again", lambda: not any(file.changes.restored for file in window.files)
    )
    await scene.hands.accept(window)
    await Until("an article is open", lambda: scene.coding.article is not None)
    infos = scene.session.articles()
    expect(len(infos) == len(scene.examples), "every article is in the project")
    expect(all(each.data for each in map(scene.session.original, _ids(scene))), "with its bytes")
    await Until("the list shows them", lambda: len(scene.titles()) == len(infos))
    await Until("the report is told", lambda: bool(scene.window.info.sentence))


def _words(pane: TextPane, mark: Mark) -> str:
    return pane.text[mark.start : mark.end]


def _ids(scene: Scene) -> list[int]:
    return [info.id for info in scene.session.articles()]


async def open_article(scene: Scene) -> None:
    """Close what was told of the import, and open the article that is coded."""
    info = scene.window.info
    close = next(each for each in info.findChildren(QToolButton) if each.isVisible())
    await scene.hands.click(close)
    await Until("the message is closed", lambda: not info.sentence)
    await scene.open_article(TITLE)
    await scene.rest()
    words = scene.session.words
    words.of(scene.article)
    await Until("the dictionary has cut it", lambda: words.ready(scene.article), 60.0)
    # So are the names of the codebook in pinyin, worked out beside the program.
    await Until("pinyin is found", lambda: bool(scene.session.finder.find("zqxz")), 60.0)
    expect("相关推荐" not in scene.text, "what the site added is gone")
