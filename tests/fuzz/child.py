"""A process that reads inputs one by one, watched by another: `python -m tests.fuzz.child`."""

from __future__ import annotations

import json
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import closing
from itertools import islice
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.bench.memory import peak
from tests.fuzz.damage import damaged, damaged_inside
from tests.fuzz.made import MADE
from tests.fuzz.seeds import seeds
from workbench.domain.article import NewArticle
from workbench.domain.errors import Refusal
from workbench.domain.text import canonical
from workbench.intake.edits import apply
from workbench.intake.sources import SourceReader, sources_in
from workbench.intake.tables.opening import describe

#: Of an archive or a table, so many sources are read.
_SOURCES = 40
_SLOW = (
    HealthCheck.too_slow,
    HealthCheck.data_too_large,
    HealthCheck.large_base_example,
    HealthCheck.filter_too_much,
)
_PACKAGES = ("docx", "odt", "xlsx", "zip")


def inputs(reader: str) -> st.SearchStrategy[bytes]:
    """Return what inputs of a reader are drawn from."""
    real, numbers = st.sampled_from(seeds(reader)), st.integers(0, 2**64)
    hurt = st.builds(damaged, real, numbers)
    inside = [st.builds(damaged_inside, real, numbers)] * 2 if reader in _PACKAGES else []
    made = MADE[reader]()
    return st.one_of(hurt, *inside, made, st.builds(damaged, made, numbers))


def read_all(path: Path) -> None:
    """Read all that is in a file as an import does; refusals are as they should be."""
    with closing(SourceReader()) as reader:
        for source in islice(sources_in([path]), _SOURCES):
            try:
                if source.row <= 1 and source.table is not None:
                    describe(reader.table(source))
                _check(reader.read(source))
            except Refusal:
                continue


def _check(article: NewArticle) -> None:
    assert article.text.strip(), "an article has a text"
    assert canonical(article.text) == article.text, "its text is canonical"
    if article.extracted or article.reader == "text":
        assert apply(article.source_text, article.edits) == article.text, "its edits lead to it"


def main(reader: str, number: int, count: int, folder: Path) -> None:
    """Read so many inputs; each is kept in `folder` while it is read, and told of when it was."""
    suffix = "txt" if reader == "encodings" else reader
    path = folder / f"input.{suffix}"
    read_all_once(path, seeds(reader)[0])  # libraries are loaded by then

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=_SLOW,
    )
    @given(inputs(reader))
    def run(data: bytes) -> None:
        _tell(_measured(lambda: read_all_once(path, data)))

    run()


def read_all_once(path: Path, data: bytes) -> None:
    """Write an input and read it."""
    path.write_bytes(data)
    read_all(path)


def _measured(work: Callable[[], None]) -> dict[str, object]:
    _forget_peak()
    start, fault = time.process_time(), ""
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - what is looked for
        fault = "".join(traceback.format_exception(error))
    return {"fault": fault, "seconds": time.process_time() - start, "bytes": peak()}


def _forget_peak() -> None:
    """Let the kernel measure the most memory anew, where it does."""
    clear = Path("/proc/self/clear_refs")
    if clear.exists():
        clear.write_text("5")


def _tell(found: dict[str, object]) -> None:
    """Tell of an input, and wait until it was kept if it is faulty."""
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
    sys.stdin.readline()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
