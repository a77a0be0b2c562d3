"""Remember exports by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.app.commands.base import Work, shortened
from workbench.dataset.choice import ExportChoice, choice_to_json
from workbench.dataset.errors import PresetNameEmpty, unknown_preset
from workbench.store.presets import delete_preset, read_presets, write_preset


@dataclass(frozen=True)
class RememberExport:
    """Remember what is exported, and as what, by a name; what had that name is replaced."""

    kind: ClassVar[str] = "remember_export"
    name: str
    choice: ExportChoice

    def apply(self, work: Work) -> None:
        """Check the name and write the choice."""
        name = self.name.strip()
        if not name:
            raise PresetNameEmpty
        work.tell(None, name=shortened(name))
        write_preset(work.gate, name, choice_to_json(self.choice))


@dataclass(frozen=True)
class ForgetExport:
    """Forget a remembered export."""

    kind: ClassVar[str] = "forget_export"
    name: str

    def apply(self, work: Work) -> None:
        """Delete it, or raise UnknownPreset."""
        work.tell(None, name=shortened(self.name))
        if not delete_preset(work.gate, self.name):
            raise unknown_preset(self.name, read_presets(work.gate.connection))
