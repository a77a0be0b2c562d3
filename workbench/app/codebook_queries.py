"""What one asks of the codebook of an open project: what is used, and by how much."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.domain.annotation import Annotation, Coder
from workbench.store import usage as using
from workbench.store.codebook_rows import StoredCodebook
from workbench.store.database import Database
from workbench.store.usage import Usage

__all__ = ["CodebookQueries", "Usage"]


class CodebookQueries:
    """The part of a session that tells of its codebook."""

    coder: Coder

    @property
    def stored(self) -> StoredCodebook:
        """The codebook with the ids of its rows."""
        raise NotImplementedError

    @property
    def database(self) -> Database:
        """The database."""
        raise NotImplementedError

    def usage(
        self,
        code_list: str | None = None,
        category: str | Sequence[str] | None = None,
        layer: str | None = None,
        variable: str | None = None,
    ) -> Usage:
        """Count the annotations, of every coder, that hold all that is named.

        Several categories are counted together: an annotation that holds one of them.
        """
        with self.database.reading() as connection:
            return using.usage(
                connection,
                self.stored,
                code_list=code_list,
                category=category,
                layer=layer,
                variable=variable,
            )

    def annotations_with(
        self, code_list: str, category: str, *, all_coders: bool = False
    ) -> list[Annotation]:
        """Return the annotations that hold a category, one's own or everybody's, in order."""
        coder = None if all_coders else self.coder.id
        with self.database.reading() as connection:
            return using.annotations_with(connection, self.stored, code_list, category, coder)
