"""A coded article as the dataset takes it: everything about it, ready to be written down.

The store reads these in bulk, the dataset writes them; they are tuples, since
there may be a million.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from workbench.domain.article import Status
from workbench.domain.values import Scalar

#: A variable's key with its values in order.
CodedValue = tuple[str, tuple[Scalar, ...]]


class AnnotationRow(NamedTuple):
    """One annotation; `start` and `end` are None on article scope.

    `coder` is the coder's id, `layer` the layer's key; a link is the other
    annotation's uid. A variable that is not coded is absent.
    """

    uid: str
    coder: int
    layer: str
    start: int | None
    end: int | None
    quote: str
    certainty: str
    memo: str
    created: str
    modified: str
    values: Sequence[CodedValue]


class Bibliography(NamedTuple):
    """What is known of an article itself; the hash is that of the bytes as they came."""

    uid: str
    title: str
    source: str
    author: str
    published: str
    url: str
    language: str
    file_name: str
    imported: str
    original_sha256: str


class CodedArticle(NamedTuple):
    """An article with what every coder made of it, annotations in text order.

    `statuses` has an entry for each coder (by id) who has begun.
    """

    bibliography: Bibliography
    text: str
    statuses: Mapping[int, Status]
    annotations: Sequence[AnnotationRow]
