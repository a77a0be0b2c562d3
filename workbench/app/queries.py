"""What the parts of a session that only ask have to ask with."""

from __future__ import annotations

from workbench.domain.annotation import Coder
from workbench.store.codebook_rows import StoredCodebook
from workbench.store.database import Database


class Queries:
    """A part of a session, which gives it coder, codebook and database."""

    coder: Coder

    @property
    def stored(self) -> StoredCodebook:
        """The codebook with the ids of its rows."""
        raise NotImplementedError

    @property
    def database(self) -> Database:
        """The database, for long reading in the rest of `app`."""
        raise NotImplementedError
