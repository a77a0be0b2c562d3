"""The import window, by mouse and keys."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox
from pytestqt.qtbot import QtBot

from tests.app.test_spreading import STANDING, page
from tests.ui.conftest import Meet
from workbench.app import drafts
from workbench.app.importing import Decision, FileRead, Likeness, look
from workbench.intake.errors import FileMissing
from workbench.ui.coding import Coding
from workbench.ui.imports.files_delegate import below_title
from workbench.ui.imports.files_model import (
    FilesModel,
    Sieve,
    State,
    state_of,
    state_words,
)
from workbench.ui.imports.text_pane import TextPane
from workbench.ui.imports.window import ImportWindow
from workbench.ui.main_window import MainWindow
from workbench.ui.theme import Theme

OpenWindow = Callable[..., ImportWindow]
LEFT = Qt.MouseButton.LeftButton


def _otherwise(number: int, line: str) -> str:
    """Return a line of a page; an article's paragraph says something else."""
    if len(line) < 40 or "。" not in line:
        return line
    words = "港口仓库船员航线早市码头工人议会预算旧桥新路茶馆书店"
    told = "".join(words[(number * 7 + place * (number + 3)) % len(words)] for place in range(60))
    return f"{told[:25]}，{told[25:]}。"


@pytest.fixture
def texts(tmp_path: Path, examples: list[Path]) -> list[Path]:
    """Give a new article with much around it, one that the project has, a bad file, a link."""
    page = tmp_path / "page.txt"
    lines = examples[3].read_text("utf-8").split("\n")
    page.write_text("\n".join(_otherwise(*each) for each in enumerate(lines)), "utf-8")
    known = Path(shutil.copy(examples[0], tmp_path / "again.txt"))
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    short = tmp_path / "short.txt"
    short.write_text("一个题目\n" + "海上的风吹了一整天。" * 9, "utf-8")
    return [page, known, bad, short]


@pytest.fixture
def open_window(coding: Coding, qtbot: QtBot) -> Iterator[OpenWindow]:
    """Give a function that shows the window on files."""
    windows: list[ImportWindow] = []

    def opened(paths: list[Path], *, files: list[FileRead] | None = None) -> ImportWindow:
        window = ImportWindow(files or look(paths, coding.session), coding.session, coding.context)
        windows.append(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return window

    yield opened
    for window in windows:
        window.give_up()


def shown(qtbot: QtBot, window: ImportWindow, row: int) -> None:
    window.panel.choose(row)
    qtbot.waitUntil(lambda: window._loaded is not None and window._loaded.row == row)


def press(qtbot: QtBot, window: ImportWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    target = window.focusWidget() or window
    held = modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(target, key, held)


def ok(window: ImportWindow) -> bool:
    return window.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_every_file_has_a_row_with_its_state_in_words(
    open_window: OpenWindow, texts: list[Path]
) -> None:
    window = open_window(texts)
    files = window.files
    assert [state_of(each) for each in files] == [
        State.NEW,
        State.DUPLICATE,
        State.REFUSED,
        State.NEW,
    ]
    told = [state_words(each, window.model.messages) for each in files]
    assert told[0] == "new"
    assert told[1].startswith("left out · the same file as")
    assert "holds no text" in told[2]
    assert window._what.text() == "Import 2, leave out 2"
    accessible = window.model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "bad.txt" in accessible
    assert "holds no text" in window.model.index(2).data(Qt.ItemDataRole.ToolTipRole)


def test_the_list_is_filtered(open_window: OpenWindow, texts: list[Path], qtbot: QtBot) -> None:
    window = open_window(texts)
    panel = window.panel
    qtbot.mouseClick(panel.buttons[Sieve.REFUSED], LEFT)
    assert panel.list.model().rowCount() == 1
    assert window.panel.row == 2
    assert "holds no text" in window._told.text()
    assert window.fields.isHidden()
    qtbot.mouseClick(panel.buttons[Sieve.DUPLICATES], LEFT)
    assert window.panel.row == 1
    panel.choose(0)  # what is hidden takes the filter away
    assert panel.list.model().rowCount() == 4
    assert panel.buttons[Sieve.ALL].isChecked()


def test_a_click_takes_a_cut_back_and_another_makes_it_again(
    open_window: OpenWindow, texts: list[Path], qtbot: QtBot
) -> None:
    window = open_window(texts)
    shown(qtbot, window, 0)
    compare = window.cutting.compare
    source, result = compare.source, compare.result
    mark = next(each for each in source.marks if "相关推荐" in source.text[each.start : each.end])
    source.mark_current(mark)
    source.mark_current(None)
    start = source.text.index("相关推荐")

    def click() -> None:
        point = source.box_of(start, start + 1).center()
        qtbot.mouseClick(source.viewport(), LEFT, pos=point)

    click()
    assert "相关推荐" in result.text
    assert window.files[0].changes.restored
    assert "taken back" in [each.label for each in source.marks]
    click()
    assert "相关推荐" not in result.text
    assert not window.files[0].changes.restored


def _formats(pane: TextPane) -> set[tuple[QTextCharFormat.UnderlineStyle, bool, int]]:
    """Return how the characters of a text are set, those that nothing marks."""
    found: set[tuple[QTextCharFormat.UnderlineStyle, bool, int]] = set()
    cursor = QTextCursor(pane.document())
    for offset in range(len(pane.text)):
        if not any(mark.start <= offset < mark.end for mark in pane.marks):
            cursor.setPosition(offset + 1)
            form = cursor.charFormat()
            ground = form.foreground().style().value
            found.add((form.underlineStyle(), form.fontStrikeOut(), ground))
    return found


def test_the_next_file_does_not_look_taken_back(
    open_window: OpenWindow, texts: list[Path], qtbot: QtBot
) -> None:
    window = open_window(texts)
    shown(qtbot, window, 0)
    source = window.cutting.compare.source
    source.setFocus()
    press(qtbot, window, Qt.Key.Key_F3)
    press(qtbot, window, Qt.Key.Key_Right)  # the caret stands in what is taken back
    press(qtbot, window, Qt.Key.Key_Space)
    assert window.files[0].changes.restored
    shown(qtbot, window, 3)
    plain = {(QTextCharFormat.UnderlineStyle.NoUnderline, False, 0)}
    assert source.marks == []
    assert _formats(source) == plain
    shown(qtbot, window, 0)
    assert _formats(source) == plain


@pytest.mark.parametrize(
    ("language", "take_back", "cut_again"),
    [("en", "Take &back", "Cut agai&n"), ("zh_CN", "恢复(&B)", "再次删去(&N)")],
)
def test_the_button_says_and_does_one_thing(
    open_window: OpenWindow,
    texts: list[Path],
    coding: Coding,
    qtbot: QtBot,
    language: str,
    take_back: str,
    cut_again: str,
) -> None:
    coding.context.appearance.choose_language(language)
    window = open_window(texts)
    shown(qtbot, window, 0)
    source, back = window.cutting.compare.source, window.cutting.back
    walked = window.cutting.legend
    qtbot.mouseClick(walked._on, LEFT)
    assert (back.text(), back.isEnabled()) == (take_back, True)
    qtbot.mouseClick(back, LEFT)
    assert window.files[0].changes.restored
    assert (back.text(), back.isEnabled()) == (cut_again, True)
    qtbot.mouseClick(back, LEFT)
    assert not window.files[0].changes.restored
    assert (back.text(), back.isEnabled()) == (take_back, True)
    mark = source.mark_at(source.caret())
    assert mark is not None
    source.select(mark.start, mark.end)
    qtbot.mouseClick(back, LEFT)  # what is selected
    assert window.files[0].changes.restored
    assert (back.text(), back.isEnabled()) == (take_back, False)
    assert window.cutting.cut.isEnabled()


def test_nothing_is_taken_back_before_something_is_chosen(
    open_window: OpenWindow, texts: list[Path], coding: Coding, qtbot: QtBot
) -> None:
    (file,) = look(texts[3:], coding.session)
    window = open_window([], files=[file.recut(frozenset(), frozenset({(0, 4)}))])
    qtbot.waitUntil(lambda: window._loaded is not None)
    source, back = window.cutting.compare.source, window.cutting.back
    source.setFocus()
    assert source.mark_at(source.caret()) is not None
    assert not back.isEnabled()
    press(qtbot, window, Qt.Key.Key_Home)
    assert back.isEnabled()
    qtbot.mouseClick(back, LEFT)
    assert not window.files[0].changes.cut
    assert not back.isEnabled()  # what was cut by hand leaves nothing to cut again


def test_the_keys_walk_through_the_cuts_take_one_back_and_undo(
    open_window: OpenWindow, texts: list[Path], qtbot: QtBot
) -> None:
    window = open_window(texts)
    shown(qtbot, window, 0)
    source = window.cutting.compare.source
    source.setFocus()
    press(qtbot, window, Qt.Key.Key_F3)
    first = source.current
    assert first is not None
    press(qtbot, window, Qt.Key.Key_F3)
    assert source.current != first
    press(qtbot, window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert source.current == first
    before = window.cutting.compare.result.text
    press(qtbot, window, Qt.Key.Key_Space)
    assert window.cutting.compare.result.text != before
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.cutting.compare.result.text == before
    assert window.files[0].changes.restored == frozenset()
    assert not window.undo_button.isEnabled()
    window.undo()  # nothing more to undo


def test_a_reason_is_walked_through(
    open_window: OpenWindow, texts: list[Path], qtbot: QtBot
) -> None:
    window = open_window(texts)
    shown(qtbot, window, 0)
    legend, source = window.cutting.legend, window.cutting.compare.source
    group, chip = next(iter(legend.chips.items()))
    qtbot.mouseClick(chip, LEFT)
    assert chip.isChecked()
    assert source.current is not None
    assert source.current.group == group
    assert chip.text() == f"{source.current.label}  {sum(m.group == group for m in source.marks)}"
    qtbot.mouseClick(legend._back, LEFT)
    qtbot.mouseClick(legend._on, LEFT)
    assert source.current.group == group
    legend.choose("blank_line")  # what cannot be seen can be walked through too
    assert source.current.group == "blank_line"


@pytest.mark.parametrize("by_button", [False, True])
def test_selected_words_are_cut(
    open_window: OpenWindow, texts: list[Path], qtbot: QtBot, by_button: bool
) -> None:
    window = open_window(texts)
    shown(qtbot, window, 3)
    source, result = window.cutting.compare.source, window.cutting.compare.result
    source.setFocus()
    assert not window.cutting.cut.isEnabled()
    source.select(5, 15)
    if by_button:
        qtbot.mouseClick(window.cutting.cut, LEFT)
    else:
        press(qtbot, window, Qt.Key.Key_Delete)
    assert result.text == "一个题目\n" + "海上的风吹了一整天。" * 8
    assert [each.label for each in source.marks] == ["cut by hand"]
    kept = window.files[3].kept
    assert kept == len(result.text)
    qtbot.mouseClick(window.undo_button, LEFT)
    assert window.files[3].kept == kept + 10


def test_a_file_tells_the_length_of_its_text_and_that_of_its_notes(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("旧港重开\n\n港口要重开。[1]\n工人在等。\n\n[1] 见港务纪要。\n", "utf-8")
    (file,) = look([page])
    assert below_title(file) == "kept 17 · in notes 6 · cut 3 · page.txt"
    assert below_title(replace(file, notes=0, noted=0)) == "kept 17 · cut 3 · page.txt"


def test_words_selected_in_the_article_are_cut(
    open_window: OpenWindow, texts: list[Path], qtbot: QtBot
) -> None:
    window = open_window(texts)
    shown(qtbot, window, 0)
    result = window.cutting.compare.result
    start = result.text.index("。") + 1
    words = result.text[start : start + 6]
    result.setFocus()
    result.select(start, start + 6)
    press(qtbot, window, Qt.Key.Key_Delete)
    assert result.text[start : start + 6] != words
    assert window.files[0].changes.cut


def test_what_is_selected_among_the_cuts_is_taken_back(
    open_window: OpenWindow, texts: list[Path], qtbot: QtBot
) -> None:
    window = open_window(texts)
    shown(qtbot, window, 0)
    source, result = window.cutting.compare.source, window.cutting.compare.result
    start = source.text.index("相关推荐")
    source.setFocus()
    source.select(start, start + 4)
    qtbot.mouseClick(window.cutting.back, LEFT)
    assert result.text.count("相关推荐") == 1
    assert "\n相关推荐" in result.text
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    window.cutting.legend.walk(1)
    qtbot.mouseClick(window.cutting.back, LEFT)
    assert window.files[0].changes.restored


def test_an_article_cannot_be_cut_away(
    open_window: OpenWindow, texts: list[Path], qtbot: QtBot
) -> None:
    window = open_window(texts)
    shown(qtbot, window, 3)
    source = window.cutting.compare.source
    source.setFocus()
    source.selectAll()
    press(qtbot, window, Qt.Key.Key_Delete)
    assert "leave nothing" in window.cutting.hint.text()
    assert window.cutting.compare.result.text == source.text


def test_both_sides_scroll_in_step(
    open_window: OpenWindow, texts: list[Path], qtbot: QtBot
) -> None:
    window = open_window(texts)
    shown(qtbot, window, 0)
    compare = window.cutting.compare
    assert compare.shown is not None
    compare.source.scroll_to(compare.source.text.index("相关推荐"))
    assert compare.result.verticalScrollBar().value() > 0
    compare.result.verticalScrollBar().setValue(0)
    assert compare.source.top_offset() <= compare.shown.alignment.to_original(0) + 1
    compare.result.verticalScrollBar().setValue(4)
    top = compare.result.top_offset()
    near = compare.shown.alignment.to_original(top)
    assert abs(compare.source.top_offset() - near) < 60


def test_fields_are_corrected_when_they_are_left(
    open_window: OpenWindow, texts: list[Path], qtbot: QtBot
) -> None:
    window = open_window(texts)
    shown(qtbot, window, 3)
    title = window.fields.lines["title"]
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "New title")
    press(qtbot, window, Qt.Key.Key_Return)  # imports nothing
    assert window.isVisible()
    press(qtbot, window, Qt.Key.Key_Tab)
    assert window.files[3].title == "New title"
    date = window.fields.lines["published"]
    assert window.focusWidget() is date
    qtbot.keyClicks(date, "some day")
    press(qtbot, window, Qt.Key.Key_Tab)
    assert window.files[3].about("published") == ""
    assert window._wrong.isVisible()
    date.setText("2025-08")
    date.editingFinished.emit()
    assert window.files[3].about("published") == "2025-08"
    assert window._wrong.isHidden()
    title.clear()
    title.editingFinished.emit()
    assert title.text() == "New title"
    script = window.fields.lists["script"]
    script.setCurrentIndex(script.findData("Hant"))
    script.activated.emit(script.currentIndex())
    genre = window.fields.lists["genre"]
    assert genre.findText("commentary") > 0
    genre.setCurrentIndex(genre.findData("commentary"))
    genre.activated.emit(genre.currentIndex())
    assert (window.files[3].about("script"), window.files[3].about("genre")) == (
        "Hant",
        "commentary",
    )


def test_a_language_that_is_not_offered_stays(
    open_window: OpenWindow, texts: list[Path], coding: Coding
) -> None:
    (file,) = look(texts[3:], coding.session)
    window = open_window([], files=[replace(file, fields={**file.fields, "language": "vi"})])
    assert window.fields.lists["language"].currentData() == "vi"


def test_undo_reaches_the_file_that_was_changed(
    open_window: OpenWindow, texts: list[Path], qtbot: QtBot
) -> None:
    window = open_window(texts)
    shown(qtbot, window, 3)
    window.fields.lines["author"].setText("某人")
    window.panel.choose(0)  # leaving the file takes what was typed
    assert window.files[3].about("author") == "某人"
    window.undo()
    assert window.panel.row == 3
    assert window.files[3].about("author") == ""


def test_a_duplicate_is_seen_beside_what_it_is_like(
    open_window: OpenWindow, texts: list[Path], coding: Coding, qtbot: QtBot
) -> None:
    files = look(texts, coding.session)
    other = Likeness("欧洲", 0.974, exact=False, article=coding.session.articles()[0].id)
    known = coding.session.text(other.article or 0)
    changed = texts[1].with_name("changed.txt")
    changed.write_text(known.replace("。", "。多出的一句话在这里。", 1), "utf-8")
    (near,) = look([changed], coding.session)
    files[1] = replace(near, likeness=(other,)).decided(Decision.SKIP)
    window = open_window([], files=files)
    shown(qtbot, window, 1)
    assert window._pages.currentWidget() is window.twins
    assert "97 % like “欧洲”" in window.twins_bar._sentence.text()
    (mark,) = window.twins.new.marks
    assert window.twins.new.text[mark.start : mark.end] == "多出的一句话在这里。"
    assert window.twins.known.text == known
    assert window.twins.known.marks == []
    assert window.twins_bar.choices[Decision.SKIP].isChecked()
    assert not window.files[1].comes
    qtbot.mouseClick(window.twins_bar.choices[Decision.LINK], LEFT, pos=QPoint(6, 8))
    assert window.files[1].changes.decision is Decision.LINK
    assert "will be imported and linked" in state_words(window.files[1], window.model.messages)
    assert window._what.text() == "Import 3, leave out 1"
    qtbot.mouseClick(window.twins_bar.cuts, LEFT, pos=QPoint(6, 8))
    assert window._pages.currentWidget() is window.cutting
    qtbot.mouseClick(window.twins_bar.twins, LEFT, pos=QPoint(6, 8))
    assert window._pages.currentWidget() is window.twins


def test_two_like_files_of_one_import_are_seen_side_by_side(
    open_window: OpenWindow, texts: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    again = Path(shutil.copy(texts[3], tmp_path / "z.txt"))
    window = open_window([texts[3], again])
    shown(qtbot, window, 1)
    assert window.twins.known.text == window.twins.new.text


def test_a_file_that_is_gone_since_says_so(
    open_window: OpenWindow, texts: list[Path], qtbot: QtBot
) -> None:
    window = open_window(texts)
    texts[3].unlink()
    window.panel.choose(3)
    qtbot.waitUntil(lambda: "There is no file short.txt" in window._told.text())


def test_only_the_latest_wish_is_shown(
    open_window: OpenWindow, texts: list[Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def counting(file: FileRead) -> drafts.Draft:
        read.append(file.source.name)
        if file.source.name == "again.txt":
            raise FileMissing(file="again.txt")
        return drafts.draft_of(file)

    monkeypatch.setattr("workbench.ui.imports.loader.draft_of", counting)
    window = open_window(texts)
    for row in (1, 3, 0, 3):
        window.panel.choose(row)
    qtbot.waitUntil(lambda: window._loaded is not None and window._loaded.row == 3)
    assert read[-1] == "short.txt"
    assert "海上的风" in window.cutting.compare.source.text
    shown(qtbot, window, 0)
    shown(qtbot, window, 3)  # it is still there
    assert read.count("short.txt") <= 2


def test_nothing_decided_is_forgotten_unasked(
    open_window: OpenWindow, texts: list[Path], qtbot: QtBot, meet: Meet
) -> None:
    window = open_window(texts)
    shown(qtbot, window, 3)
    window.fields.lines["author"].setText("某人")
    window.fields.lines["author"].editingFinished.emit()
    asked: list[str] = []

    def stay(box: QMessageBox) -> None:
        asked.append(box.text())
        box.defaultButton().click()

    def leave(box: QMessageBox) -> None:
        next(each for each in box.buttons() if each is not box.defaultButton()).click()

    meet(QMessageBox, stay)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert asked
    assert window.isVisible()
    meet(QMessageBox, leave)
    window.reject()
    assert not window.isVisible()
    assert window.result() == QDialog.DialogCode.Rejected


def test_control_and_return_imports(
    open_window: OpenWindow, texts: list[Path], qtbot: QtBot
) -> None:
    window = open_window(texts[3:])
    press(qtbot, window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.result() == QDialog.DialogCode.Accepted
    refused = open_window(texts[2:3])
    assert not ok(refused)
    press(qtbot, refused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert refused.isVisible()
    refused.buttons.button(QDialogButtonBox.StandardButton.Cancel).setFocus()
    press(qtbot, refused, Qt.Key.Key_Return)
    assert not refused.isVisible()


def test_files_dropped_on_it_are_handed_on(open_window: OpenWindow, texts: list[Path]) -> None:
    window = open_window(texts[3:])
    dropped: list[list[Path]] = []
    window.files_dropped.connect(dropped.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(texts[0]))])
    copy, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, LEFT, keys)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(5, 5), copy, data, LEFT, keys))
    assert dropped == [[texts[0]]]


def test_it_follows_theme_and_language(
    open_window: OpenWindow, texts: list[Path], coding: Coding, qtbot: QtBot
) -> None:
    window = open_window(texts)
    shown(qtbot, window, 1)
    coding.context.appearance.choose_theme("dark")
    assert window.cutting.compare.source.theme.name == "dark"
    coding.context.appearance.choose_language("zh_CN")
    qtbot.waitUntil(lambda: window.windowTitle() == "导入文章")
    assert state_words(window.files[2], window.model.messages).startswith("文件")
    assert window._what.text() == "导入 2 篇，不导入 2 个文件"
    assert "同一个文件" in window.twins_bar._sentence.text()
    shown(qtbot, window, 0)
    assert any(each.text().startswith("空行") for each in window.cutting.legend.chips.values())


def test_thousands_of_files_are_listed(
    coding: Coding, texts: list[Path], open_window: OpenWindow, light: Theme
) -> None:
    (file,) = look(texts[3:], coding.session)
    window = open_window([], files=[file] * 5000)
    assert window._what.text() == "Import 5000"
    window.panel.choose(4999)
    assert window.panel.list.grab().width() > 0


def test_a_space_more_is_not_called_the_same_and_is_marked(
    open_window: OpenWindow, texts: list[Path], qtbot: QtBot
) -> None:
    spaced = texts[3].with_name("spaced.txt")
    spaced.write_text(texts[3].read_text("utf-8").replace("吹了一", "吹 了一", 1), "utf-8")
    window = open_window([texts[3], spaced])
    shown(qtbot, window, 1)
    assert "99 % like" in window.twins_bar._sentence.text()
    assert "99 % like" in state_words(window.files[1], window.model.messages)
    (mark,) = window.twins.new.marks
    assert window.twins.new.text[mark.start - 1 : mark.end + 1] == "吹 了"
    assert window.twins.known.marks == []


def test_what_needs_a_look_is_said(coding: Coding, texts: list[Path]) -> None:
    messages = coding.context.messages
    (file,) = look(texts[3:], coding.session)
    doubtful = replace(file, warnings=("much_cut",))
    out = file.decided(Decision.SKIP)
    passed = replace(file, source=replace(file.source, passed_over=True))
    model = FilesModel([doubtful, out, passed], messages)
    assert [state_of(each) for each in model.files] == [
        State.DOUBTFUL,
        State.NEW,
        State.PASSED_OVER,
    ]
    told = [state_words(each, messages) for each in model.files]
    assert told[1:] == ["left out", "not an article's kind of file; left out"]
    assert messages.text("warning_much_cut") == told[0]
    assert model.count(Sieve.LOOK) == 1


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_closing_the_project_asks_before_decisions_are_forgotten(
    coding: Coding, window: MainWindow, texts: list[Path], qtbot: QtBot, meet: Meet, language: str
) -> None:
    coding.context.appearance.choose_language(language)
    seen: list[ImportWindow] = []
    meet(ImportWindow, seen.append)
    coding.importing.read(texts)
    qtbot.waitUntil(lambda: bool(seen))
    (asked,) = seen
    shown(qtbot, asked, 0)
    title = asked.fields.lines["title"]
    title.clear()
    qtbot.keyClicks(title, "A title")  # not left yet: what is being typed counts
    answers = {"en": ("Go on", "Close"), "zh_CN": ("继续", "关闭")}[language]
    told: list[str] = []

    def answer(number: int) -> Callable[[QDialog], None]:
        def press(box: QDialog) -> None:
            assert isinstance(box, QMessageBox)
            told.append(box.text())
            named = {each.text(): each for each in box.buttons()}
            button = named[answers[number]]
            qtbot.mouseClick(button, LEFT)

        return press

    meet(QMessageBox, answer(0))
    window.close()
    assert len(told) == 1
    assert window.isVisible()
    assert asked.isVisible()
    assert asked.files[0].title == "A title"
    meet(QMessageBox, answer(0))
    window.actions_["close"].trigger()
    assert len(told) == 2
    assert asked.isVisible()
    meet(QMessageBox, answer(1))
    window.actions_["close"].trigger()
    assert len(told) == 3
    assert window.windowTitle().startswith(("Pizhu", "批注"))


def test_a_window_in_which_nothing_was_decided_goes_unasked(
    coding: Coding, texts: list[Path], qtbot: QtBot, meet: Meet
) -> None:
    assert coding.importing.may_end()
    seen: list[ImportWindow] = []
    meet(ImportWindow, seen.append)
    coding.importing.read(texts)
    qtbot.waitUntil(lambda: bool(seen))
    assert coding.importing.may_end()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_cut_reaches_the_other_files_of_the_site_and_back(
    coding: Coding, open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, language: str
) -> None:
    coding.context.appearance.choose_language(language)
    for number, outlet in enumerate(("南港通讯", "南港通讯", "北港日报")):
        (tmp_path / f"{number}.txt").write_text(page(number, outlet), "utf-8")
    window = open_window([tmp_path / f"{number}.txt" for number in range(3)])
    before = window.files
    shown(qtbot, window, 0)
    source = window.cutting.compare.source
    assert window._loaded is not None
    at = window._loaded.draft.source.index(STANDING)
    source.setFocus()
    source.select(at, at + len(STANDING))
    press(qtbot, window, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: window.files[1].follows != "")
    told = state_words(window.files[1], window.model.messages)
    assert window.files[0].title in told
    assert ("cut as in" in told) == (language == "en")
    accessible = window.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told in accessible
    assert window.files[2] == before[2]
    shown(qtbot, window, 1)
    result = window.cutting.compare.shown
    assert result is not None
    assert STANDING not in result.text
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.files[1].follows == "")
    assert window.files[1] == before[1]
    assert window.files[0].changes == before[0].changes


def test_an_import_waits_until_a_cut_is_with_the_others(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(page(number), "utf-8")
    window = open_window([tmp_path / f"{number}.txt" for number in range(2)])
    shown(qtbot, window, 0)
    assert window._loaded is not None
    at = window._loaded.draft.source.index(STANDING)
    window.cutting.compare.source.select(at, at + len(STANDING))
    qtbot.mouseClick(window.cutting.cut, LEFT)
    qtbot.mouseClick(window.buttons.button(QDialogButtonBox.StandardButton.Ok), LEFT)
    qtbot.waitUntil(lambda: window.result() == QDialog.DialogCode.Accepted)
    assert window.files[1].follows == window.files[0].title


def test_a_caret_in_a_cut_strikes_nothing_in_the_next_file(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(page(number), "utf-8")
    window = open_window([tmp_path / f"{number}.txt" for number in range(2)])
    shown(qtbot, window, 0)
    source = window.cutting.compare.source
    (mark, *_) = window.cutting.compare.marks
    source.select(mark.start, mark.end)
    source.setFocus()
    press(qtbot, window, Qt.Key.Key_Right)
    shown(qtbot, window, 1)
    cut = [each for each in window.cutting.compare.marks if each.visible]
    plain = next(n for n in range(60, 90) if not any(m.start <= n < m.end for m in cut))
    cursor = source.textCursor()
    for place, struck in ((plain, False), (cut[0].start, True)):
        cursor.setPosition(place + 1)
        assert cursor.charFormat().fontStrikeOut() is struck
