"""Words for an export: texts are cut by jieba, in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.app.words import names_in
from workbench.domain.codebook import Codebook
from workbench.domain.text import Span
from workbench.language.worker import SegmentationWorker


@contextmanager
def segmenting(codebook: Codebook) -> Generator[Callable[[str], Sequence[Span]]]:
    """Give what cuts a text into words; the codebook's names come out whole.

    The same text and codebook give the same words, whatever was cut before.
    """
    with TemporaryDirectory(prefix="workbench-words-") as cache:
        worker = SegmentationWorker(names_in(codebook), Path(cache))
        try:
            yield lambda text: worker.request(text).result()
        finally:
            worker.close()
