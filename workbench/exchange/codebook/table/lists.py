"""Sort the rows of a table to their code lists, and make these when all rows are known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TypeVar

from workbench.domain.codebook import (
    Attribute,
    AttributeValue,
    CodeList,
    Guide,
    Kind,
    Words,
)
from workbench.domain.codebook_check import KeyTwice
from workbench.exchange.codebook.build import Draft, categories_of, list_key, told
from workbench.exchange.codebook.model import Note, Noted
from workbench.exchange.codebook.table.fields import BY_KEY
from workbench.exchange.codebook.table.rows import ATTRIBUTE, CATEGORY, KINDS, LIST
from workbench.exchange.codebook.table.several import LINES, parted
from workbench.exchange.codebook.table.tree import Indents, Levels, without_indent
from workbench.exchange.codebook.table.values import (
    attribute_value,
    flag,
    is_colour,
    real,
    whole,
)
from workbench.exchange.errors import CodebookCellWrong, CodebookRowWithoutName

T = TypeVar("T")
_KINDS = {name: kind for kind, names in KINDS.items() for name in (kind, *names)}
_GUIDE = ("definition", "include", "exclude", "example")


@dataclass(frozen=True, slots=True)
class Told:
    """A row: its place in the file, and its cells by field."""

    place: str
    cells: Mapping[str, str]

    def read(self, field: str, how: Callable[[str], T], empty: T) -> T:
        """Return what a cell says, or raise CodebookCellWrong."""
        text = self.cells.get(field, "")
        try:
            return how(text) if text.strip() else empty
        except ValueError as error:
            column = BY_KEY[field].en
            raise CodebookCellWrong(place=self.place, value=text, column=column) from error

    def words(self, field: str) -> Words:
        """Return a text in two languages; a column that names none is of the text's own."""
        zh, en = self.cells.get(f"{field}_zh", ""), self.cells.get(f"{field}_en", "")
        either = told(self.cells.get(field, ""))
        return Words(zh or either.zh, en or either.en)

    @property
    def guide(self) -> Guide:
        """Definition, rules and example."""
        return Guide(*map(self.words, _GUIDE))


@dataclass
class _List:
    """A code list on its way: what its own row says, its attributes, its categories."""

    key: str
    label: Words = field(default_factory=Words)
    guide: Guide = field(default_factory=Guide)
    ordered: bool = False
    attributes: dict[str, Attribute] = field(default_factory=dict[str, Attribute])
    drafts: list[Draft] = field(default_factory=list[Draft])
    rows: list[tuple[Draft, Told]] = field(default_factory=list[tuple[Draft, Told]])
    levels: Levels | None = None
    indents: Indents = field(default_factory=Indents)


class Lists:
    """The lists of one table; rows that name none come into one that is called like the file."""

    def __init__(self, file_name: str, mapping: Mapping[str, str], code_list: str) -> None:
        self._stem = PurePath(file_name).stem
        self._is_own = "kind" in mapping
        self._levels = [each for each in mapping if each.startswith("level")]
        self._attributes = [each for each in mapping if each.startswith("attribute:")]
        self._default = code_list
        self._lists: dict[str, _List] = {}
        self._colours = 0

    def add(self, row: Told) -> None:
        """Take a row in.

        Raises:
            CodebookCellWrong, CodebookRowWithoutName.
        """
        kind = _KINDS.get(row.cells.get("kind", CATEGORY).strip().casefold())
        if kind is None:
            raise CodebookCellWrong(
                place=row.place, value=row.cells["kind"], column=BY_KEY["kind"].en
            )
        found = self._list(row.cells.get("list", "").strip())
        if kind == LIST:
            found.label, found.guide = row.words("label"), row.guide
            found.ordered = row.read("ordered", flag, empty=False)
        elif kind == ATTRIBUTE:
            self._declare(found, row)
        else:
            self._add_category(found, row)

    def _list(self, name: str) -> _List:
        """Return the list of that name, a new one if it is the first row to name it."""
        if name not in self._lists:
            taken = [each.key for each in self._lists.values()]
            label = Words() if self._is_own else told(name or self._stem)
            levels = Levels(self._levels) if self._levels else None
            self._lists[name] = _List(self._key(name, taken), label, levels=levels)
        return self._lists[name]

    def _key(self, name: str, taken: list[str]) -> str:
        if not name:
            return self._default or list_key(self._stem, taken)
        return name if self._is_own else list_key(name, taken)

    def _declare(self, found: _List, row: Told) -> None:
        key = row.cells.get("key", "").strip()
        kind = row.read("type", Kind, Kind.TEXT)
        values = row.cells.get("code_list", "").strip() or None
        found.attributes[key] = Attribute(key, kind, row.words("label"), values)

    # --- categories ----------------------------------------------------------

    def _add_category(self, found: _List, row: Told) -> None:
        draft = self._placed(found, row) if found.levels else self._named(found, row)
        if draft.fields:
            raise KeyTwice(place=row.place, key=draft.name)
        self._fill(draft, row)
        found.rows.append((draft, row))

    def _placed(self, found: _List, row: Told) -> Draft:
        """Return the category that a row of levels is about."""
        assert found.levels is not None
        found.drafts += found.levels.drafts(row.cells)
        if found.levels.last is None:
            raise CodebookRowWithoutName(place=row.place)
        return found.levels.last

    def _named(self, found: _List, row: Told) -> Draft:
        """Return the category that a row names, below the one that it is indented under."""
        label, key = row.words("label"), row.cells.get("key", "").strip()
        if not (label.zh.strip() or label.en.strip() or key):
            raise CodebookRowWithoutName(place=row.place)
        draft = Draft(label)
        if not self._is_own:
            found.indents.place(draft, label.zh or label.en)
            draft.label = Words(without_indent(label.zh), without_indent(label.en))
        found.drafts.append(draft)
        return draft

    def _fill(self, draft: Draft, row: Told) -> None:
        draft.key = row.cells.get("key", "").strip()
        draft.code = row.read("code", whole, None)
        draft.parent = row.cells.get("parent", "").strip()
        if draft.parent:
            draft.above = None
        colour = row.cells.get("colour", "").strip()
        if not self._is_own and colour and not is_colour(colour):
            self._colours += 1
            colour = ""
        draft.fields = {
            "score": row.read("score", real, None),
            "aliases": parted(row.cells.get("aliases", "")),
            "patterns": parted(row.cells.get("patterns", ""), LINES),
            "members": parted(row.cells.get("members", "")),
            "same_as": row.cells.get("same_as", "").strip() or None,
            "guide": row.guide,
            "source": row.cells.get("source", ""),
            "colour": colour,
            "shortcut": row.cells.get("shortcut", ""),
            "retired": row.read("retired", flag, empty=False),
        }

    # --- when all rows are known ---------------------------------------------

    def finished(self, notes: list[Noted]) -> tuple[CodeList, ...]:
        """Return the lists, in the order in which they were named first."""
        lists = tuple(self._finish(each, notes) for each in self._lists.values())
        if self._colours:
            notes.append(Noted(Note.COLOURS_LEFT_OUT, {"count": self._colours}))
        return lists

    def _finish(self, found: _List, notes: list[Noted]) -> CodeList:
        for draft, row in found.rows:
            draft.fields["attributes"] = self._values(found, row)
        return CodeList(
            found.key,
            found.label,
            categories_of(found.drafts, notes),
            tuple(found.attributes.values()),
            found.guide,
            found.ordered,
        )

    def _values(self, found: _List, row: Told) -> dict[str, AttributeValue]:
        values: dict[str, AttributeValue] = {}
        for column in self._attributes:
            text, name = row.cells.get(column, ""), column.removeprefix("attribute:")
            if text == "":
                continue
            declared = found.attributes.setdefault(name, Attribute(name, Kind.TEXT, told(name)))
            values[name] = attribute_value(declared.kind, text, row.place, name)
        return values
