"""Layers: add, change, move, retire, delete."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.app.commands.base import Work
from workbench.app.commands.codebook import refuse_nameless, told, write_edit
from workbench.app.commands.errors import LayerInUse, ScopeFixed
from workbench.domain.codebook import Layer
from workbench.domain.codebook_edit import layers as edit
from workbench.store.usage import usage


@dataclass(frozen=True)
class AddLayer:
    """Put a layer, with its variables, behind the others."""

    kind: ClassVar[str] = "add_layer"
    layer: Layer

    def apply(self, work: Work) -> None:
        """Check the codebook as it would be, and write the layer."""
        refuse_nameless(self.layer.key, self.layer.label)
        write_edit(work, edit.added(work.codebook, self.layer))
        work.tell(None, layer=self.layer.key, name=told(self.layer))


@dataclass(frozen=True)
class EditLayer:
    """Give a layer other fields of its own, maybe another key; its variables stay."""

    kind: ClassVar[str] = "edit_layer"
    key: str
    layer: Layer

    def apply(self, work: Work) -> None:
        """Check the codebook as it would be, and write what differs."""
        refuse_nameless(self.layer.key, self.layer.label)
        changed = edit.changed(work.codebook, self.key, self.layer)
        refuse_other_scope(work, self.key, self.layer)
        write_edit(work, changed)
        work.tell(None, layer=self.layer.key, name=told(self.layer))


def refuse_other_scope(work: Work, key: str, layer: Layer) -> None:
    """Raise ScopeFixed if a layer that is marked in gets another scope."""
    if work.codebook.layer(key).scope is layer.scope:
        return
    found = usage(work.gate.connection, work.stored, layer=key)
    if found.annotations:
        raise ScopeFixed(layer=key, count=found.annotations)


@dataclass(frozen=True)
class MoveLayer:
    """Put a layer before another one, or at the end."""

    kind: ClassVar[str] = "move_layer"
    key: str
    before: str | None = None

    def apply(self, work: Work) -> None:
        """Write the order."""
        write_edit(work, edit.moved(work.codebook, self.key, self.before))
        work.tell(None, layer=self.key, name=told(work.codebook.layer(self.key)))


@dataclass(frozen=True)
class RetireLayer:
    """Offer a layer no more, or again; what is marked in it stays as it is."""

    kind: ClassVar[str] = "retire_layer"
    key: str
    retired: bool = True

    def apply(self, work: Work) -> None:
        """Write whether it is retired."""
        write_edit(work, edit.retired(work.codebook, self.key, retire=self.retired))
        name, retired = told(work.codebook.layer(self.key)), str(int(self.retired))
        work.tell(None, layer=self.key, name=name, retired=retired)


@dataclass(frozen=True)
class DeleteLayer:
    """Take out a layer; refused where annotations are in it."""

    kind: ClassVar[str] = "delete_layer"
    key: str

    def apply(self, work: Work) -> None:
        """Check that nothing is marked in it, and write the codebook without it."""
        deleted = edit.deleted(work.codebook, self.key)
        found = usage(work.gate.connection, work.stored, layer=self.key)
        if found.annotations:
            raise LayerInUse(layer=self.key, count=found.annotations, articles=found.articles)
        work.tell(None, layer=self.key, name=told(work.codebook.layer(self.key)))
        write_edit(work, deleted)
