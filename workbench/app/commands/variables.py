"""Variables of a layer: add, change, move, retire, delete."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.app.commands.base import Work
from workbench.app.commands.codebook import refuse_nameless, told, write_edit
from workbench.app.commands.errors import KindNotFitting, VariableInUse
from workbench.domain.codebook import Codebook, Variable
from workbench.domain.codebook_edit import layers as edit
from workbench.domain.conversion import Conversion
from workbench.domain.forecasts import NotAProbability
from workbench.store.codebook_rows import read_codebook
from workbench.store.recoding_variables import Converted, converted, write_converted
from workbench.store.usage import improbable, probabilities, usage


@dataclass(frozen=True)
class AddVariable:
    """Put a variable into a layer, before another one or at the end."""

    kind: ClassVar[str] = "add_variable"
    layer: str
    variable: Variable
    before: str | None = None

    def apply(self, work: Work) -> None:
        """Check the codebook as it would be, and write the variable."""
        refuse_nameless(self.variable.key, self.variable.label)
        book = work.codebook
        write_edit(work, edit.variable_added(book, self.layer, self.variable, self.before))
        refuse_improbable_values(work)
        work.tell(None, layer=self.layer, name=told(self.variable))


@dataclass(frozen=True)
class EditVariable:
    """Put another variable in the place of one.

    Its kind, its code list, and whether it takes several values may differ where all values
    that are coded mean something of that kind; they are written anew as such.
    """

    kind: ClassVar[str] = "edit_variable"
    layer: str
    key: str
    variable: Variable

    def apply(self, work: Work) -> None:
        """Check codebook and values as they would be, and write what differs."""
        refuse_nameless(self.variable.key, self.variable.label)
        old = work.codebook.layer(self.layer).variable(self.key)
        changed = edit.variable_changed(work.codebook, self.layer, self.key, self.variable)
        found = fitting_values(work, self.layer, old, changed.codebook, self.variable)
        write_edit(work, changed)
        if found:
            now = read_codebook(work.gate.connection)
            write_converted(work.gate, now, self.variable, found, work.time)
        refuse_improbable_values(work)
        work.tell(None, layer=self.layer, name=told(self.variable), count=str(len(found)))


def refuse_improbable_values(work: Work) -> None:
    """Raise NotAProbability if numbers are coded that would now be taken for probabilities."""
    connection = work.gate.connection
    now = read_codebook(connection)
    number = improbable(connection, probabilities(now) - probabilities(work.stored))
    if number is not None:
        raise NotAProbability(value=number)


def fitting_values(
    work: Work, layer: str, old: Variable, after: Codebook, new: Variable
) -> list[Converted]:
    """Return what the coded values are as values of `new`, none where they are the same.

    Raises:
        KindNotFitting: some cannot be that.
    """
    same_kind = (old.kind, old.code_list) == (new.kind, new.code_list)
    if same_kind and (new.several or not old.several):
        return []
    into = Conversion(work.codebook, old, after, new)
    found = list(converted(work.gate.connection, work.stored, layer, old, into))
    unfit = sum(each.values is None for each in found)
    if unfit:
        raise KindNotFitting(variable=f"{layer}.{old.key}", count=unfit, total=len(found))
    return [] if same_kind else found


@dataclass(frozen=True)
class MoveVariable:
    """Put a variable before another one of its layer, or at the end."""

    kind: ClassVar[str] = "move_variable"
    layer: str
    key: str
    before: str | None = None

    def apply(self, work: Work) -> None:
        """Write the order."""
        write_edit(work, edit.variable_moved(work.codebook, self.layer, self.key, self.before))
        _tell(work, self.layer, self.key)


@dataclass(frozen=True)
class RetireVariable:
    """Ask for a variable no more, or again; what is coded in it stays as it is."""

    kind: ClassVar[str] = "retire_variable"
    layer: str
    key: str
    retired: bool = True

    def apply(self, work: Work) -> None:
        """Write whether it is retired."""
        book = work.codebook
        write_edit(work, edit.variable_retired(book, self.layer, self.key, retire=self.retired))
        _tell(work, self.layer, self.key, retired=str(int(self.retired)))


@dataclass(frozen=True)
class DeleteVariable:
    """Take a variable out of its layer; refused where something is coded in it."""

    kind: ClassVar[str] = "delete_variable"
    layer: str
    key: str

    def apply(self, work: Work) -> None:
        """Check that nothing is coded in it, and write the layer without it."""
        deleted = edit.variable_deleted(work.codebook, self.layer, self.key)
        found = usage(work.gate.connection, work.stored, layer=self.layer, variable=self.key)
        if found.annotations:
            variable = f"{self.layer}.{self.key}"
            raise VariableInUse(variable=variable, count=found.annotations, articles=found.articles)
        _tell(work, self.layer, self.key)
        write_edit(work, deleted)


def _tell(work: Work, layer: str, key: str, **facts: str) -> None:
    name = told(work.codebook.layer(layer).variable(key))
    work.tell(None, layer=layer, name=name, **facts)
