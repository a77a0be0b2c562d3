"""What can be chosen in the editor beside the categories of one list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workbench.domain.values import Scalar
from workbench.ui.codebook.fields import Option
from workbench.ui.tags.choices import Choice, category_choice
from workbench.ui.tags.labels import name_of
from workbench.ui.tags.source import Source

_FOUND = 60


class FixedChoices:
    """A few options, found by what their names hold."""

    def __init__(self, options: Callable[[], Sequence[Option]]) -> None:
        self._options = options

    def choice(self, value: Scalar) -> Choice:
        """Return how a value is shown, also one that is no option any more."""
        names = dict(self._options())
        return Choice(value, names.get(value, str(value)))

    def suggested(self) -> list[Choice]:
        """Return every option."""
        return [Choice(value, told) for value, told in self._options()]

    def found(self, text: str) -> list[Choice]:
        """Return the options whose name or value holds `text`."""
        wanted = text.strip().casefold()
        return [
            each
            for each in self.suggested()
            if wanted in each.label.casefold() or wanted in str(each.value).casefold()
        ]

    def called(self, text: str) -> list[Choice]:
        """Return the options of exactly this name or value."""
        wanted = text.strip().casefold()
        return [
            each
            for each in self.suggested()
            if wanted and wanted in (each.label.casefold(), str(each.value).casefold())
        ]

    def addition(self, text: str) -> Choice | None:
        """Return None: the options are fixed."""
        return None


class TwinChoices:
    """The categories of all other lists, written as list:key."""

    def __init__(self, source: Source, code_list: str) -> None:
        self._source = source
        self._own = code_list

    def _lists(self) -> list[str]:
        return [key for key in self._source.codebook.lists_by_key if key != self._own]

    def choice(self, value: Scalar) -> Choice:
        """Return how a twin is shown, also one that is gone."""
        list_key, _, key = str(value).partition(":")
        code_list = self._source.codebook.lists_by_key.get(list_key)
        category = code_list.by_key.get(key) if code_list else None
        if code_list is None or category is None:
            return Choice(value, str(value))
        found = category_choice(list_key, category)
        return Choice(value, found.label, found.other, name_of(code_list), found.colour, found.tip)

    def suggested(self) -> list[Choice]:
        """Return none: there are too many, one types."""
        return []

    def found(self, text: str) -> list[Choice]:
        """Return the categories of other lists that answer `text`."""
        hits = self._source.finder.find(text, self._lists(), limit=_FOUND)
        return [self.choice(f"{hit.code_list}:{hit.category.key}") for hit in hits]

    def called(self, text: str) -> list[Choice]:
        """Return the twin that is written out as list:key."""
        list_key, _, key = text.strip().partition(":")
        code_list = self._source.codebook.lists_by_key.get(list_key)
        there = code_list is not None and list_key != self._own and key in code_list.by_key
        return [self.choice(text.strip())] if there else []

    def addition(self, text: str) -> Choice | None:
        """Return None: a twin is a category that exists."""
        return None
