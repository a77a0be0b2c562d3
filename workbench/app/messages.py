"""Every sentence that is not the window's own: errors, and the lines of the command line."""

from __future__ import annotations

import locale
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workbench.app.locations import resources_folder
from workbench.domain.codebook import Words
from workbench.domain.errors import Defect, Refusal


class Messages:
    """Sentences in one language ("en" or "zh"), from ``resources/messages``.

    English errors stand in the code, at their classes; the other languages
    translate them by the class's name.
    """

    def __init__(self, language: str, folder: Path | None = None) -> None:
        self.language = "zh" if language.startswith("zh") else "en"
        data = _read((folder or resources_folder() / "messages") / f"{self.language}.toml")
        self._text: Mapping[str, str] = data.get("text", {})
        self._errors: Mapping[str, str] = data.get("errors", {})

    def text(self, key: str, **facts: object) -> str:
        """Return the sentence of `key` with its placeholders filled.

        What follows a colon in the key of a warning fills `{detail}`.
        """
        name, _, detail = key.partition(":")
        try:
            return self._text[name].format(**{"detail": detail, **facts})
        except KeyError as error:
            raise Defect(f"no message {key!r} in {self.language}: {error}") from error

    def error(self, refusal: Refusal) -> str:
        """Return a refusal as one sentence."""
        sentence = self._errors.get(type(refusal).__name__)
        return sentence.format(**self._facts(refusal)) if sentence else str(refusal)

    def _facts(self, refusal: Refusal) -> dict[str, object]:
        return {
            key: fact.told(self.language) if isinstance(fact, Words) else fact
            for key, fact in refusal.facts.items()
        }


def _read(path: Path) -> Mapping[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


def system_language() -> str:
    """Return the language of the system: "zh" or "en"."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    chosen = next((name for name in names if name), "") or (locale.getlocale()[0] or "")
    return "zh" if chosen.lower().startswith(("zh", "chinese")) else "en"
