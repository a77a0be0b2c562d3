from __future__ import annotations

import getpass
import os
import socket
from datetime import UTC, datetime

import pytest

from workbench.app.surroundings import Surroundings, owner, user_name


def test_time_is_told_in_utc_to_the_millisecond() -> None:
    around = Surroundings(clock=lambda: 1_790_000_000_007)
    assert around.now() == "2026-09-21T14:13:20.007Z"


def test_the_real_clock_runs() -> None:
    told = datetime.fromisoformat(Surroundings().now())
    assert abs((datetime.now(UTC) - told).total_seconds()) < 3600


def test_ids_take_clock_and_chance() -> None:
    around = Surroundings(clock=lambda: 0, chance=bytes)
    assert around.ids().new("n") == "n" + "0" * 26
    assert around.schema.name in ("schema", "_schema")


def test_the_owner_is_named_for_a_person() -> None:
    assert user_name() in owner()
    assert socket.gethostname() in owner()
    assert str(os.getpid()) in owner()


@pytest.mark.parametrize("error", [OSError, KeyError, ImportError])
def test_a_machine_without_users_has_a_coder(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def nobody() -> str:
        raise error

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert user_name() == "coder"
