"""The first steps: a name, a project, articles."""

from __future__ import annotations

from PySide6.QtWidgets import QCommandLinkButton, QFileDialog, QLineEdit

from workbench.ui.dialogs.coder import CoderDialog
from workbench.ui.dialogs.import_preview import ImportDialog
from workbench.ui.dialogs.new_project import NewProjectDialog
from workbench.ui.tour.hands import Key
from workbench.ui.tour.player import Until
from workbench.ui.tour.scene import Scene, expect

_CODERS = {"en": "Lin Hua", "zh_CN": "林华"}
PROJECT = "study.workbench"
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


async def import_preview(scene: Scene) -> None:
    """Choose the example files and look at what would come in."""
    await scene.hands.press(Key.Key_I, control=True)
    dialog = await scene.dialog(QFileDialog)
    await scene.give_path(dialog, " ".join(f'"{path}"' for path in scene.examples))
    preview = await scene.dialog(ImportDialog)
    expect(len(preview.files) == len(scene.examples), "every file was read")
    expect(all(file.comes for file in preview.files), "every file is an article")
    expect(not scene.session.articles(), "nothing is imported before it is accepted")


async def imported(scene: Scene) -> None:
    """Bring the articles in."""
    preview = await scene.dialog(ImportDialog)
    await scene.hands.accept(preview)
    await scene.closed(preview)
    await Until("an article is open", lambda: scene.coding.article is not None)
    infos = scene.session.articles()
    expect(len(infos) == len(scene.examples), "every article is in the project")
    expect(all(each.data for each in map(scene.session.original, _ids(scene))), "with its bytes")
    await Until("the list shows them", lambda: len(scene.titles()) == len(infos))


def _ids(scene: Scene) -> list[int]:
    return [info.id for info in scene.session.articles()]


async def open_article(scene: Scene) -> None:
    """Open the article that is coded."""
    await scene.open_article(TITLE)
    await scene.rest()
    words = scene.session.words
    words.of(scene.article)
    await Until("the dictionary has cut it", lambda: words.ready(scene.article), 60.0)
    # So are the names of the codebook in pinyin, worked out beside the program.
    await Until("pinyin is found", lambda: bool(scene.session.finder.find("zqxz")), 60.0)
    expect("相关推荐" not in scene.text, "what the site added is gone")
