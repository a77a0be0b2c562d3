"""A coded article and its memos, ready to be written down.

The store reads these in bulk; the dataset and the formats of other programs write them. There may
be a million annotations, so theirs are plain tuples, as they come from the database.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from workbench.domain.article import Status
from workbench.domain.values import Scalar

#: A variable's key with its values in order; a link is the other annotation's uid.
CodedValue = tuple[str, tuple[Scalar, ...]]


#: One annotation: id, uid, the coder's id, the layer's key, start, end, quote, certainty, memo,
#: created, modified. On article scope start and end are None.
AnnotationRow = tuple[int, str, int, str, int | None, int | None, str, str, str, str, str]


class Share(NamedTuple):
    """How many annotations a coder has in a layer, in the articles with one of their statuses."""

    layer: str
    coder: int
    status: Status
    annotations: int


class Bibliography(NamedTuple):
    """What is known of an article itself; the hash is that of the bytes as they came.

    `same_as` is the uid of the article that this is a rendering of, empty for most.
    """

    uid: str
    title: str
    source: str
    author: str
    published: str
    url: str
    language: str
    script: str
    genre: str
    same_as: str
    file_name: str
    imported: str
    original_sha256: str


class CodedArticle(NamedTuple):
    """An article with what every coder made of it, annotations in text order.

    `statuses` has an entry for each coder (by id) who has begun, `values` one for
    each annotation (by id) that has any; a variable that is not coded is absent.
    `worked` are the seconds of each coder whose time is kept. Where annotations were left out by
    their values, `before` has them as well: they are no less marked.
    """

    bibliography: Bibliography
    text: str
    statuses: Mapping[int, Status]
    annotations: Sequence[AnnotationRow]
    values: Mapping[int, Sequence[CodedValue]]
    worked: Mapping[int, int] = {}
    before: Sequence[AnnotationRow] = ()

    @property
    def marked(self) -> Sequence[AnnotationRow]:
        """The annotations, with those that were left out by their values."""
        return self.before or self.annotations


class CodedMemo(NamedTuple):
    """A memo on an article, a category or the project: who and what it is about, None for none.

    Coder and article by their uids, the coder by name too, a category by its list's key and its.
    """

    uid: str
    coder_uid: str | None
    coder: str | None
    article: str | None
    code_list: str | None
    category: str | None
    about: str
    text: str
    created: str
    modified: str
