"""What a command is, and what it may use while it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar, Protocol, TypeVar

from workbench.app.commands.errors import NotYourAnnotation
from workbench.domain.annotation import Annotation, Coder
from workbench.domain.codebook import Codebook
from workbench.domain.ids import Ids
from workbench.store.annotations import annotation_by_id, annotations_by_id
from workbench.store.codebook_rows import StoredCodebook
from workbench.store.errors import NoSuchRow
from workbench.store.gate import Gate
from workbench.store.project import Operation

R_co = TypeVar("R_co", covariant=True)


@dataclass(frozen=True)
class Work:
    """One command being carried out: the operation, the codebook, the texts, who, and when.

    `begun` remembers articles that the coder is known to have begun.
    """

    operation: Operation
    stored: StoredCodebook
    ids: Ids
    coder: Coder
    time: str
    texts: Callable[[int], str]
    begun: set[int]

    @property
    def gate(self) -> Gate:
        """The gate that every write goes through."""
        return self.operation.gate

    @property
    def codebook(self) -> Codebook:
        """The project's codebook."""
        return self.stored.codebook

    def text(self, article: int) -> str:
        """Return an article's text, or raise NoSuchRow."""
        return self.texts(article)

    def own_annotation(self, annotation: int) -> Annotation:
        """Return an annotation of this coder, or raise NoSuchRow or NotYourAnnotation."""
        found = annotation_by_id(self.gate.connection, self.stored, annotation)
        if found.coder != self.coder.id:
            raise NotYourAnnotation(coder=self.coder.name)
        return found

    def own_annotations(self, annotations: Iterable[int]) -> list[Annotation]:
        """Return annotations of this coder, each once, in text order.

        Raises:
            NoSuchRow, NotYourAnnotation
        """
        wanted = dict.fromkeys(annotations)
        found = annotations_by_id(self.gate.connection, self.stored, wanted)
        missing = wanted.keys() - {each.id for each in found}
        if missing:
            raise NoSuchRow(table="annotation", id=min(missing))
        if any(each.coder != self.coder.id for each in found):
            raise NotYourAnnotation(coder=self.coder.name)
        return found

    def tell(self, article: int | None, **facts: str) -> None:
        """Note what the history will say of this operation, and where it is seen."""
        self.operation.article = article
        self.operation.facts.update(facts)

    def tell_annotation(self, annotation: Annotation) -> None:
        """Note that the operation is about `annotation`."""
        self.tell(annotation.article, layer=annotation.layer, quote=shortened(annotation.quote))


class Command(Protocol[R_co]):
    """A user action: `kind` names it in the history, `apply` checks it and writes."""

    kind: ClassVar[str]

    def apply(self, work: Work) -> R_co:
        """Check everything, then write through the gate; raise a Refusal before any write."""
        ...


def shortened(text: str, limit: int = 24) -> str:
    """Return `text` on one line, cut for a menu."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
