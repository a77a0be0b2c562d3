"""How large a file to import may be: one number of the user's, from which the others follow."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from workbench.files.packages import LIMITS as PACKAGE
from workbench.files.packages import Limits
from workbench.files.tables.excel import SHEETS

#: The megabytes of one article's file that the other figures here go with.
USUAL_MEGABYTES = 20
_SPREADSHEET = 100  # megabytes, which lie in memory; tables of text have no limit


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """How much an archive may hold: members, megabytes unpacked, how often its own size."""

    members: int = 100_000
    megabytes: int = 4_000
    ratio: int = 150
    small: int = 100  # megabytes, below which the ratio says nothing
    nested: int = 200  # megabytes of an archive within


@dataclass(frozen=True, slots=True)
class Allowed:
    """What is allowed where the file of an article may have so many megabytes."""

    megabytes: int = USUAL_MEGABYTES

    def _scaled(self, usual: int) -> int:
        return max(1, usual * self.megabytes // USUAL_MEGABYTES)

    @property
    def spreadsheet(self) -> int:
        """The megabytes of a spreadsheet."""
        return self._scaled(_SPREADSHEET)

    @property
    def package(self) -> Limits:
        """What a document that is a package may hold."""
        return self._of_package(PACKAGE)

    @property
    def sheets(self) -> Limits:
        """What a spreadsheet may hold as a package."""
        return self._of_package(SHEETS)

    def _of_package(self, usual: Limits) -> Limits:
        return Limits(*map(self._scaled, astuple(usual)))

    @property
    def archive(self) -> ArchiveLimits:
        """What an archive may hold."""
        return ArchiveLimits(*map(self._scaled, astuple(ArchiveLimits())))


USUAL = Allowed()
