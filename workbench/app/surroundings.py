"""What the program takes from the machine: time, chance, who and where."""

from __future__ import annotations

import getpass
import os
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from workbench.app.locations import schema_folder
from workbench.domain.ids import Ids


def _milliseconds() -> int:
    return time.time_ns() // 1_000_000


@dataclass(frozen=True)
class Surroundings:
    """Clock (milliseconds since 1970), chance (random bytes), and the schema's folder."""

    clock: Callable[[], int] = _milliseconds
    chance: Callable[[int], bytes] = os.urandom
    schema: Path = field(default_factory=schema_folder)

    def ids(self) -> Ids:
        """Return a maker of globally unique ids."""
        return Ids(self.clock, self.chance)

    def now(self) -> str:
        """Return the time as ISO 8601 in UTC, to the millisecond."""
        moment = datetime.fromtimestamp(self.clock() / 1000, UTC)
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def owner() -> str:
    """Return who holds a project's lock, for a person to read: user, machine, process."""
    return f"{user_name()}, {socket.gethostname()}, process {os.getpid()}"


def user_name() -> str:
    """Return the name of the user of this machine, "coder" if it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "coder"
