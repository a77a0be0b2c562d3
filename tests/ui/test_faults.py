from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.conftest import OpenDesk
from workbench.domain.errors import SpanOutsideText
from workbench.ui.dialogs import crash
from workbench.ui.faults import Faults


class Told(list[str]):
    """Take the place of the dialog: keep the reports."""

    def __call__(self, report: str, _: object) -> Told:
        self.append(report)
        return self

    def exec(self) -> None:
        return None


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    told = Told()
    monkeypatch.setattr(crash, "CrashDialog", told)
    return told


@pytest.fixture
def faults(open_desk: OpenDesk, tmp_path: Path) -> Faults:
    return Faults(tmp_path / "log", open_desk().context)


def handle(faults: Faults, error: BaseException) -> None:
    faults.handle(type(error), error, None)


def test_a_fault_is_told_and_its_report_kept(faults: Faults, told: Told, tmp_path: Path) -> None:
    handle(faults, ValueError("a fault of ours"))
    (report,) = told
    assert "ValueError: a fault of ours" in report
    (file,) = (tmp_path / "log").iterdir()
    assert file.read_text("utf-8") == report


def test_a_report_that_cannot_be_written_is_shown_all_the_same(
    faults: Faults, told: Told, tmp_path: Path
) -> None:
    (tmp_path / "log").write_text("in the way", "utf-8")
    handle(faults, ValueError("a fault of ours"))
    assert "ValueError: a fault of ours" in told[0]


def test_a_fault_while_one_is_told_adds_no_dialog(
    faults: Faults, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(told, "exec", lambda: handle(faults, KeyError("again")), raising=False)
    handle(faults, ValueError("first"))
    assert len(told) == 1


def test_a_refusal_that_nobody_caught_is_still_a_sentence(faults: Faults, told: Told) -> None:
    handle(faults, SpanOutsideText(start=1, end=1, length=5))
    assert "does not lie in the text" in faults._context.window.info.sentence
    assert told == []


def test_ctrl_c_closes_the_window(faults: Faults, told: Told) -> None:
    window = faults._context.window
    assert window.isVisible()
    handle(faults, KeyboardInterrupt())
    assert not window.isVisible()
    assert told == []
