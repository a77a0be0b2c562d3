"""The rules of an entry on its page: in both languages, with links to what they name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from html import escape

from PySide6.QtCore import QCoreApplication

from workbench.app.places import Place, place_of_category
from workbench.domain.codebook import Codebook, Guide, Words
from workbench.ui.guide.markup import Links, line
from workbench.ui.tags.labels import other, rule_names, told

#: A label in quotation marks, as rules name the neighbours of a category.
_QUOTED = re.compile("“([^“”]+)”")


def guide_rows(
    guide: Guide, links: Links, named: dict[str, Place], here: Place
) -> list[tuple[str, str]]:
    """Return definition, rules and example beside their names; `named` has the entries by label."""
    definition = QCoreApplication.translate("Tip", "Definition")
    return [
        (name, _both(words, links, named, here))
        for name, words in zip((definition, *rule_names()), _parts(guide), strict=True)
    ]


def _both(words: Words, links: Links, named: dict[str, Place], here: Place) -> str:
    """Return a wording in the language of the interface, the other one below it."""
    linked = partial(_linked, links=links, named=named, here=here)
    return line(linked(told(words))) + line(linked(other(words)), "other")


def _linked(text: str, links: Links, named: dict[str, Place], here: Place) -> str:
    """Return a text with links from the labels that it quotes."""
    parts: list[str] = []
    done = 0
    for match in _QUOTED.finditer(text):
        entry = named.get(match[1])
        if entry is not None and entry != here:
            parts.append(escape(text[done : match.start(1)]) + links.to(entry, match[1]))
            done = match.end(1)
    return "".join(parts) + escape(text[done:])


def named_in(guide: Guide, codebook: Codebook, lists: Iterable[str]) -> dict[str, Place]:
    """Return the entries that a guide quotes by label; of two, the one of the earlier list."""
    quoted = {name for words in _parts(guide) for name in _names(words)}
    named: dict[str, Place] = {}
    for code_list in (codebook.lists_by_key[key] for key in lists if quoted):
        for category in code_list.categories:
            for label in (category.label.zh, category.label.en):
                if label in quoted:
                    named.setdefault(label, place_of_category(code_list.key, category.key))
    return named


def _parts(guide: Guide) -> tuple[Words, ...]:
    return guide.definition, guide.include, guide.exclude, guide.example


def _names(words: Words) -> list[str]:
    return _QUOTED.findall(words.zh) + _QUOTED.findall(words.en)
