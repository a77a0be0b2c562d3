"""Nothing in the window is left in English for those who read Chinese."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from workbench.ui.appearance import Appearance
from workbench.ui.punctuation import listed, listed_apart, named

SCRIPTS = Path(sys.executable).parent
LUPDATE = ("-silent", "-locations", "none", "-no-obsolete", "-source-language", "en")
TRANSLATING = {"tr", "translate", "QCoreApplication.translate", "QApplication.translate"}
PLACEHOLDER = re.compile(r"\{\w+\}")
# What reads alike in both languages.
SAME = {"¶"}


@pytest.fixture(scope="module")
def sources(repository: Path) -> list[Path]:
    return sorted((repository / "workbench" / "ui").rglob("*.py"))


@pytest.fixture(scope="module")
def ts(resources: Path) -> Path:
    return resources / "translations" / "workbench_zh_CN.ts"


def messages(path: Path) -> Iterator[tuple[str, str, ET.Element]]:
    """Yield context, source and translation of every message."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield context.findtext("name", ""), message.findtext("source", ""), translation


def translating_calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in TRANSLATING:
            yield node


def _name(called: ast.expr) -> str:
    """Return what is called, as far as it tells a translation from a painter's `translate`."""
    text = ast.unparse(called)
    return "tr" if text.endswith(".tr") else text


def test_every_argument_of_tr_is_a_plain_literal(sources: list[Path]) -> None:
    wrong = [
        f"{path}:{call.lineno}"
        for path in sources
        for call in translating_calls(ast.parse(path.read_text("utf-8")))
        for argument in call.args
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str))
    ]
    assert wrong == []


def test_no_translation_hides_in_an_f_string(sources: list[Path]) -> None:
    wrong = [
        f"{path}:{node.lineno}"
        for path in sources
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.JoinedStr) and any(translating_calls(node))
    ]
    assert wrong == []


def test_lupdate_finds_nothing_new_and_nothing_gone(
    sources: list[Path], ts: Path, repository: Path, tmp_path: Path
) -> None:
    fresh = Path(shutil.copy(ts, tmp_path / ts.name))
    names = [str(path.relative_to(repository)) for path in sources]
    subprocess.run(
        [SCRIPTS / "pyside6-lupdate", *LUPDATE, *names, "-ts", fresh], cwd=repository, check=True
    )
    known = {(context, source) for context, source, _ in messages(ts)}
    found = {(context, source) for context, source, _ in messages(fresh)}
    assert found == known


def test_every_message_is_translated(ts: Path) -> None:
    wrong = [
        source
        for _, source, translation in messages(ts)
        if translation.get("type") or not (translation.text or "")
    ]
    assert wrong == []


def test_translations_are_chinese(ts: Path) -> None:
    wrong = [
        source
        for _, source, translation in messages(ts)
        if source not in SAME
        and not re.search("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]", translation.text or "")
    ]
    assert wrong == []


def test_placeholders_are_the_same(ts: Path) -> None:
    for _, source, translation in messages(ts):
        assert sorted(PLACEHOLDER.findall(source)) == sorted(
            PLACEHOLDER.findall(translation.text or "")
        ), source


def test_the_compiled_file_is_up_to_date(ts: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    subprocess.run([SCRIPTS / "pyside6-lrelease", "-silent", ts, "-qm", fresh], check=True)
    assert fresh.read_bytes() == ts.with_suffix(".qm").read_bytes()


def test_chinese_has_chinese_marks(qapp: QApplication, appearance: Appearance) -> None:
    appearance.choose_language("zh_CN")
    assert listed(("甲", "乙")) == "甲、乙"
    assert listed_apart(("甲", "乙")) == "甲；乙"
    assert named("甲", "乙") == "甲：乙"


def test_the_file_dialog_of_qt_speaks_chinese(qapp: QApplication, appearance: Appearance) -> None:
    appearance.choose_language("zh_CN")
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    told = [each.text() for each in dialog.findChildren(QLabel)]
    told += [each.text() for each in dialog.findChildren(QPushButton)]
    dialog.deleteLater()
    assert len(told) > 3
    assert [each for each in told if re.search("[A-Za-z]{2}", each)] == []
