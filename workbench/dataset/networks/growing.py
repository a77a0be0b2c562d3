"""Networks beside the tables of a dataset: they see the articles as they come."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from workbench.dataset.choice import ExportChoice
from workbench.dataset.growing import Grown
from workbench.dataset.networks.network import networks_of
from workbench.dataset.networks.reading import StatementReader, names_of
from workbench.dataset.networks.statement import Statement
from workbench.dataset.networks.telling import USUAL, network_read
from workbench.dataset.networks.writing import write_networks
from workbench.domain.codebook import Codebook
from workbench.domain.coded import CodedArticle


class GrowingNetworks(Grown):
    """Collect the statements of the articles that are chosen; write networks of them at the end.

    Raises:
        NetworkLayerMissing, NetworkWordUnknown, …: the networks that are chosen cannot be made.
    """

    def __init__(self, codebook: Codebook, choice: ExportChoice) -> None:
        super().__init__(())
        self._options = [network_read(each) for each in choice.networks] or list(USUAL)
        self._reader = StatementReader(codebook, expand=choice.expand_groups)
        self._names = names_of(codebook, choice.language)
        self._statements: list[Statement] = []

    def add(self, coded: CodedArticle) -> None:
        """Take in an article."""
        self._statements += self._reader.statements(coded)

    def write(self, folder: Path) -> Sequence[tuple[Path, int]]:
        """Write the networks, and return their files with the number of rows.

        Raises:
            NetworkWindowsMany
        """
        made = [networks_of(self._statements, each) for each in self._options]
        return write_networks(folder, made, self._names)
