"""What the program remembers between starts, in one small file of the user."""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, cast

from platformdirs import PlatformDirs

#: The megabytes that the file of an article may have, unless the user says otherwise, and at most.
USUAL_MEGABYTES = 20
MOST_MEGABYTES = 2_000
_RECENT = 10


@dataclass
class Preferences:
    """The remembered values; geometry and state are Qt's, in base64."""

    language: str = "auto"
    theme: str = "auto"
    coder: str = ""
    last_project: str = ""
    recent: list[str] = field(default_factory=list[str])
    last_articles: dict[str, int] = field(default_factory=dict[str, int])
    reading_size: int = 0
    reading_family: str = ""
    reading_measure: int = 36
    reading_spacing: float = 1.75
    paragraph_numbers: bool = True
    sentence_numbers: bool = False
    suggestions: bool = True
    #: Whether the project keeps how long this coder works on each article.
    count_time: bool = False
    #: By project: the layers that its articles do not show, and the one before the others.
    hidden_layers: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    focus_layer: dict[str, str] = field(default_factory=dict[str, str])
    limit_megabytes: int = USUAL_MEGABYTES
    #: By project: the folder of its last export, and what was chosen, as JSON.
    exports: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    #: The strokes that a person gave to actions; the others have the usual ones.
    shortcuts: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    geometry: str = ""
    state: str = ""


@dataclass(frozen=True)
class Folders:
    """Where the program keeps its own files on this machine."""

    config: Path
    cache: Path
    data: Path
    log: Path


def user_folders() -> Folders:
    """Return the user's folders after the customs of the system."""
    dirs = PlatformDirs("pizhu-workbench", appauthor=False)
    return Folders(
        Path(dirs.user_config_dir),
        Path(dirs.user_cache_dir),
        Path(dirs.user_data_dir),
        Path(dirs.user_log_dir),
    )


class Settings:
    """Read the preferences at the start, write them when they change.

    A file that cannot be read counts as none, and one that cannot be written is
    given up: nobody's work depends on it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.values = _read(path)

    def save(self) -> None:
        """Write the preferences, whole or not at all."""
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._path.with_suffix(".new")
            # In ASCII, so that a path of bytes that are no UTF-8 can be kept as well.
            fresh.write_text(json.dumps(asdict(self.values), indent=1), "utf-8")
            fresh.replace(self._path)

    def remember_project(self, path: Path) -> None:
        """Put a project first among the recent ones."""
        name = str(path.resolve())
        self.values.last_project = name
        others = [each for each in self.values.recent if each != name]
        self.values.recent = [name, *others][:_RECENT]
        self.save()


def _read(path: Path) -> Preferences:
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Preferences()
    preferences = Preferences()
    if isinstance(data, dict):
        known = cast("dict[str, Any]", data)
        for each in fields(Preferences):
            value = known.get(each.name)
            # A value of another type was not written by us.
            if type(value) is type(getattr(preferences, each.name)):
                setattr(preferences, each.name, value)
    return preferences
