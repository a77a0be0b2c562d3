from __future__ import annotations

import locale
from pathlib import Path

import pytest

from workbench.app.messages import Messages, system_language
from workbench.domain.errors import Defect, SpanOutsideText
from workbench.store.errors import NothingToUndo


@pytest.mark.parametrize(
    ("language", "is_chinese"),
    [("en", False), ("zh", True), ("zh_CN", True), ("zh-Hans", True), ("fr", False), ("", False)],
)
def test_a_refusal_is_said_in_the_language(language: str, is_chinese: bool) -> None:
    messages = Messages(language)
    assert messages.language == ("zh" if is_chinese else "en")
    told = messages.error(SpanOutsideText(start=3, end=9, length=5))
    assert ("片段 3–9" in told) is is_chinese
    assert "3–9" in told
    assert "5" in told
    assert ("撤销" in messages.error(NothingToUndo())) is is_chinese


def test_a_text_is_filled() -> None:
    assert Messages("en").text("new_done", path="x.workbench") == "x.workbench: made."
    assert Messages("zh").text("info_annotations", count=12345) == "标注：12,345"


@pytest.mark.parametrize(("key", "facts"), [("nothing", {}), ("new_done", {})])
def test_a_text_that_is_not_there_is_our_fault(key: str, facts: dict[str, str]) -> None:
    with pytest.raises(Defect, match=key):
        Messages("en").text(key, **facts)


def test_a_language_without_a_sentence_falls_back_to_english(tmp_path: Path) -> None:
    (tmp_path / "zh.toml").write_text("[text]\n", encoding="utf-8")
    assert Messages("zh", tmp_path).error(NothingToUndo()) == NothingToUndo.sentence


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "C"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": ""}, "zh"),
    ],
)
def test_the_language_of_the_system_is_found(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert system_language() == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Chinese (Simplified)_China", "zh"), ("zh_CN", "zh"), ("English_Canada", "en"), (None, "en")],
)
def test_a_system_without_variables_is_asked(
    monkeypatch: pytest.MonkeyPatch, name: str | None, expected: str
) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(locale, "getlocale", lambda: (name, None))
    assert system_language() == expected
