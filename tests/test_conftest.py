from __future__ import annotations

import logging
import os
import warnings
from pathlib import Path

import pytest

from tests.conftest import ExpectedRecords

pytest_plugins = ["pytester"]


def _record(message: str) -> logging.LogRecord:
    return logging.LogRecord("workbench.x", logging.WARNING, "x.py", 1, message, None, None)


def test_a_stray_record_is_a_complaint() -> None:
    handler = ExpectedRecords()
    handler.handle(_record("disk is full"))
    assert handler.complaints() == ["stray record: workbench.x: disk is full"]


def test_an_expected_record_is_none() -> None:
    handler = ExpectedRecords()
    handler.expect("disk is")
    handler.handle(_record("disk is full"))
    assert handler.complaints() == []


def test_an_expectation_that_is_not_met_is_a_complaint() -> None:
    handler = ExpectedRecords()
    handler.expect("disk is")
    assert handler.complaints() == ["no record matches: disk is"]


def test_the_fixture_hears_the_libraries(expected_records: ExpectedRecords) -> None:
    expected_records.expect("sqlalchemy.pool: late")
    logging.getLogger("sqlalchemy.pool").warning("late")


def test_warnings_are_errors() -> None:
    with pytest.raises(UserWarning, match="careful"):
        warnings.warn("careful", stacklevel=1)


def test_the_home_is_not_the_users() -> None:
    assert "workbench-tests-" in str(Path.home())
    assert os.environ["XDG_DATA_HOME"].startswith(str(Path.home()))


def test_a_message_of_qt_fails_its_test(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nqt_log_level_fail = DEBUG\nqt_api = pyside6\n")
    pytester.makepyfile(
        """
        from PySide6.QtCore import qWarning

        def test_noisy():
            qWarning("stray")
        """
    )
    result = pytester.runpytest_subprocess("-p", "no:randomly")
    result.assert_outcomes(failed=1)
