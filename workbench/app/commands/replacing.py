"""Put another codebook in the place of the project's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.app.commands.base import Work
from workbench.app.commands.codebook import write_edit
from workbench.app.commands.layers import refuse_other_scope
from workbench.app.commands.variables import fitting_values, refuse_improbable_values
from workbench.domain.codebook import Codebook, Variable
from workbench.domain.codebook_edit.replacing import replaced
from workbench.store.codebook_rows import read_codebook
from workbench.store.recoding_variables import Converted, write_converted
from workbench.store.usage import all_used


@dataclass(frozen=True)
class ReplaceCodebook:
    """Give the project another codebook; things are the same if their keys are.

    What is coded and not in it is retired, not lost. A variable may be of another kind if all
    that is coded in it means something of that kind.
    """

    kind: ClassVar[str] = "replace_codebook"
    codebook: Codebook

    def apply(self, work: Work) -> None:
        """Check codebook and values as they would be, and write what differs."""
        old = work.codebook
        used = all_used(work.gate.connection, work.stored)
        edit = replaced(old, self.codebook, used)
        for layer in edit.codebook.layers:
            if layer.key in used.layers:
                refuse_other_scope(work, layer.key, layer)
        found: list[tuple[Variable, list[Converted]]] = [
            (
                variable,
                fitting_values(
                    work, layer.key, old.layer(layer.key).variable(key), edit.codebook, variable
                ),
            )
            for layer in edit.codebook.layers
            for key, variable in layer.by_key.items()
            if (layer.key, key) in used.variables
        ]
        write_edit(work, edit)
        if any(values for _, values in found):
            now = read_codebook(work.gate.connection)
            for variable, values in found:
                write_converted(work.gate, now, variable, values, work.time)
        refuse_improbable_values(work)
        work.tell(None, name=self.codebook.name.zh or self.codebook.name.en)
