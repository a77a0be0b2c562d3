"""What statements of Discourse Network Analyzer say, by variable: texts, numbers, entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.domain.codebook import Attribute, Guide, Kind, Words
from workbench.exchange.codebook.build import Draft
from workbench.exchange.codebook.build import told as words
from workbench.exchange.project.keys import Keys
from workbench.exchange.project.rows import integer, text
from workbench.files.databases import ForeignDatabase

_KINDS = {"boolean": Kind.BOOLEAN, "integer": Kind.INTEGER, "long text": Kind.TEXT}
_TABLES = {
    Kind.BOOLEAN: "DATABOOLEAN",
    Kind.INTEGER: "DATAINTEGER",
    Kind.TEXT: "DATALONGTEXT",
    Kind.CATEGORY: "DATASHORTTEXT",
}
_ALIAS, _NOTES = "alias", "notes"
_COLOURS = ("Red", "Green", "Blue")
_NO_COLOUR = "000000"
#: Attributes that version 2 has as columns, and version 3 as values.
_COLUMNS = ("Type", "Alias", "Notes")


@dataclass(frozen=True)
class Field:
    """A variable of a statement type; of kind category, where its values are entities."""

    id: int
    name: str
    kind: Kind


@dataclass(frozen=True)
class StatementType:
    """A statement type with its variables, in order."""

    id: int
    label: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Said:
    """All that the statements say; types of which there is none are left out.

    `cells`: by variable and statement, what is not empty. `drafts`: the entities of a variable by
    their names; `attributes` are declared for all of them.
    """

    types: tuple[StatementType, ...]
    cells: Mapping[int, Mapping[int, str | int]]
    drafts: Mapping[int, Mapping[str, Draft]]
    attributes: tuple[Attribute, ...]


def said_in(database: ForeignDatabase) -> Said:
    """Return what the statements of a database say."""
    names: dict[int, str] = {}
    drafts: defaultdict[int, dict[str, Draft]] = defaultdict(dict)
    attributes = _Attributes(database)
    for id_, variable, name, draft in _entities(database, attributes):
        names[id_] = name
        if name:
            drafts[variable].setdefault(name, draft)
    types = _types(database)
    cells = {kind: dict[int, dict[int, str | int]]() for kind in _TABLES}
    for kind, known in cells.items():
        for statement, variable, cell in _cells(database, kind, names):
            known.setdefault(variable, {})[statement] = cell
    merged = {each.id: cells[each.kind].get(each.id, {}) for kind in types for each in kind.fields}
    return Said(types, merged, drafts, attributes.declared)


def _types(database: ForeignDatabase) -> tuple[StatementType, ...]:
    fields: defaultdict[int, list[Field]] = defaultdict(list)
    columns = ("ID", "Variable", "DataType", "StatementTypeId")
    for id_, name, kind, of in database.rows("VARIABLES", columns, order=("ID",)):
        known = _KINDS.get(text(kind).casefold(), Kind.CATEGORY)
        fields[integer(of)].append(Field(integer(id_), text(name).strip(), known))
    used = {integer(kind) for (kind,) in database.rows("STATEMENTS", ("StatementTypeId",))}
    rows = database.rows("STATEMENTTYPES", ("ID", "Label"), order=("ID",))
    return tuple(
        StatementType(integer(id_), text(label).strip(), tuple(fields[integer(id_)]))
        for id_, label in rows
        if integer(id_) in used
    )


def _cells(
    database: ForeignDatabase, kind: Kind, names: Mapping[int, str]
) -> Iterator[tuple[int, int, str | int]]:
    """Yield statement, variable and what it says, where it says anything."""
    table = _TABLES[kind]
    is_entity = database.has(table, "Entity")
    columns = ("StatementId", "VariableId", "Entity" if is_entity else "Value")
    for statement, variable, cell in database.rows(table, columns):
        if kind in (Kind.BOOLEAN, Kind.INTEGER):
            if cell is not None:
                yield integer(statement), integer(variable), integer(cell, 0)
            continue
        said = names.get(integer(cell), "") if is_entity else text(cell).strip()
        if said:
            yield integer(statement), integer(variable), said


def _entities(
    database: ForeignDatabase, attributes: _Attributes
) -> Iterator[tuple[int, int, str, Draft]]:
    """Yield each entity: its id, its variable, its name, and the category that it becomes."""
    table = "ENTITIES" if database.has("ENTITIES") else "ATTRIBUTES"
    columns = ("ID", "VariableId", "Value", *_COLOURS, *_COLUMNS)
    for row in database.rows(table, columns, order=("ID",)):
        id_, variable, name = integer(row[0]), integer(row[1]), text(row[2]).strip()
        own = zip(_COLUMNS, map(text, row[6:]), strict=True)
        said = {**attributes.of(id_), **{key: told for key, told in own if told.strip()}}
        draft = Draft(label=words(name), fields=attributes.fields(said))
        colour = "".join(f"{integer(each, 0) & 255:02X}" for each in row[3:6])
        if colour != _NO_COLOUR:
            draft.fields["colour"] = f"#{colour}"
        yield id_, variable, name, draft


class _Attributes:
    """What is said of entities: aliases and notes have fields of ours, the rest is declared."""

    def __init__(self, database: ForeignDatabase) -> None:
        names = {
            integer(id_): text(name).strip()
            for id_, name in database.rows("ATTRIBUTEVARIABLES", ("ID", "AttributeVariable"))
        }
        self._values: defaultdict[int, dict[str, str]] = defaultdict(dict)
        columns = ("EntityId", "AttributeVariableId", "AttributeValue")
        for entity, of, value in database.rows("ATTRIBUTEVALUES", columns, order=columns[:2]):
            name = names.get(integer(of))
            if name and text(value).strip():
                self._values[integer(entity)][name] = text(value).strip()
        self._keys = Keys()
        self._known: dict[str, Attribute] = {}

    @property
    def declared(self) -> tuple[Attribute, ...]:
        """The attributes that any entity has, in the order in which they were met."""
        return tuple(self._known.values())

    def of(self, entity: int) -> Mapping[str, str]:
        """Return what version 3 says of an entity, by the attribute's name."""
        return self._values.get(entity, {})

    def fields(self, said: Mapping[str, str]) -> dict[str, object]:
        """Return the fields of a category that has these attributes."""
        fields: dict[str, object] = {}
        attributes: dict[str, str] = {}
        for name, value in said.items():
            if name.casefold() == _ALIAS:
                fields["aliases"] = tuple(
                    dict.fromkeys(part.strip() for part in value.split(";") if part.strip())
                )
            elif name.casefold() == _NOTES:
                fields["guide"] = Guide(definition=words(value))
            else:
                attributes[self._declared(name)] = value
        return {**fields, "attributes": attributes}

    def _declared(self, name: str) -> str:
        known = self._known.get(name.casefold())
        if known is None:
            # Its own name before it: the project's list may have a “type” of another kind.
            key = self._keys.claim(f"dna_{name}", "dna_attribute")
            known = Attribute(key, Kind.TEXT, Words(f"{name}（DNA）", f"{name} (DNA)"))
            self._known[name.casefold()] = known
        return known.key
