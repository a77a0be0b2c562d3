"""Networks beside the tables of a dataset: they see the articles as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from workbench.dataset.choice import ExportChoice
from workbench.dataset.growing import Grown
from workbench.dataset.names import Names
from workbench.dataset.networks.network import networks_of
from workbench.dataset.networks.reading import StatementReader, names_of
from workbench.dataset.networks.statement import Statement
from workbench.dataset.networks.telling import USUAL, network_read
from workbench.dataset.networks.writing import EmptyNetwork, Made, empty_of, write_networks
from workbench.domain.codebook import Codebook
from workbench.domain.coded import CodedArticle


class GrowingNetworks(Grown):
    """Collect the statements of the articles that are chosen; write networks of them at the end.

    Where an article has stances by several coders, each coder has networks of their own: what
    two of them saw in one passage is one statement, and not twice the weight.

    Raises:
        NetworkLayerMissing, NetworkWordUnknown, …: the networks that are chosen cannot be made.
    """

    def __init__(self, codebook: Codebook, choice: ExportChoice, coders: Mapping[int, str]) -> None:
        super().__init__(())
        self._options = [network_read(each) for each in choice.networks] or list(USUAL)
        self._reader = StatementReader(codebook, expand=choice.expand_groups)
        self._names = names_of(codebook, choice.language)
        self._coders = coders
        self._statements: list[tuple[int, Statement]] = []
        self._has_shared = False
        #: Those that came out without any tie, known once they are written.
        self.empty: Sequence[EmptyNetwork] = ()

    def add(self, coded: CodedArticle) -> None:
        """Take in an article."""
        own = list(self._reader.statements(coded))
        self._has_shared = self._has_shared or len({coder for coder, _ in own}) > 1
        self._statements += own

    def write(self, folder: Path) -> Sequence[tuple[Path, int]]:
        """Write the networks, and return their files with the number of rows.

        Raises:
            NetworkWindowsMany
        """
        made = list(self._made())
        self.empty = empty_of(made)
        return write_networks(folder, made, self._names)

    def _made(self) -> Iterator[Made]:
        at_work = {coder for coder, _ in self._statements}
        names = [name for id_, name in self._coders.items() if id_ in at_work]
        if not self._has_shared:
            yield from self._of((each for _, each in self._statements), ";".join(names), "")
            return
        files = Names()
        for n, (id_, name) in enumerate(self._coders.items(), 1):
            if id_ in at_work:
                # A file's name has letters that every system takes; networks.csv tells the coder's.
                file = files.claim(name if name.isascii() else f"coder{n}")
                yield from self._of(
                    (each for by, each in self._statements if by == id_), name, file
                )

    def _of(self, statements: Iterable[Statement], coder: str, file: str) -> Iterator[Made]:
        own = list(statements)
        for each in self._options:
            yield Made(networks_of(own, each), coder, file)
