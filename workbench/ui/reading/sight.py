"""Which annotations the pane shows, which of them stand out, and whose they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.domain.annotation import Annotation


@dataclass(frozen=True, slots=True)
class Sight:
    """Layers that are hidden, one that stands out (or none), and other coders by name."""

    hidden: frozenset[str] = frozenset()
    focus: str = ""
    coders: Mapping[int, str] = field(default_factory=dict[int, str])

    def shows(self, annotation: Annotation) -> bool:
        """Tell whether an annotation is shown."""
        return annotation.layer not in self.hidden

    def is_faint(self, annotation: Annotation) -> bool:
        """Tell whether an annotation gives way to the layer that one looks at."""
        return bool(self.focus) and annotation.layer != self.focus

    def coder(self, annotation: Annotation) -> str:
        """Return who made an annotation that is another coder's, empty for one's own."""
        return self.coders.get(annotation.coder, "")
