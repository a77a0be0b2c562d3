"""Recognise articles that are there already: the same bytes, or another rendering."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from workbench.app.bands import BandIndex
from workbench.app.jobs import NoProgress, Progress, refuse_if_cancelled
from workbench.app.session import Session
from workbench.intake.fingerprint import (
    bands_of,
    fingerprint_of,
    is_of_this_make,
    likeness,
    shingles_of,
)
from workbench.store.articles import text_of, titles_of
from workbench.store.fingerprints import fingerprints, keep_fingerprints, originals

#: From this share of common shingles on, two texts are told to be alike. Two articles of one
#: outlet that share nothing but its standing words reach it only where those are twice as long
#: as what either says itself; a rendering that lost a third of its article has still 0.67.
LIKE_FROM = 0.5
#: From here on, a text is a duplicate unless a person says otherwise: at most a tenth of what
#: the two say together is said by one of them alone, as other junk or another headline is.
SAME_FROM = 0.9

_MOST_COMPARED = 5
_MOST_TOLD = 3
_MOST_KEPT = 16


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a file is like: an article of the project, or another file of the same import.

    `share`: from 0 to 1; `exact`: it is made of the same bytes; `article`: its id;
    `file`: its place among the files looked at; `same_text`: no character differs.
    """

    title: str
    share: float
    exact: bool
    article: int | None = None
    file: int | None = None
    same_text: bool = False

    @property
    def per_cent(self) -> int:
        """The likeness in per cent: 100 only where the texts are the same."""
        # Shingles know nothing of spaces, marks and capitals, and can all be shared all the same.
        return 100 if self.exact or self.same_text else min(99, int(100 * self.share))

    @property
    def is_same(self) -> bool:
        """Whether it is the same article, unless a person says otherwise."""
        return self.exact or self.share >= SAME_FROM


@dataclass(frozen=True, slots=True)
class _Known:
    """An article of the project, or a file."""

    article: int | None = None
    file: int | None = None


class Duplicates:
    """All that a file may be a duplicate of: the articles of a project, and files seen before.

    `title_of` and `text_of_file` tell of a file by its place. Usable in any thread.
    """

    def __init__(
        self,
        session: Session | None,
        title_of: Callable[[int], str],
        text_of_file: Callable[[int], str],
    ) -> None:
        self._session = session
        self._title_of = title_of
        self._text_of_file = text_of_file
        self._index = BandIndex()
        self._known: list[_Known] = []
        self._exact: dict[bytes, _Known] = {}
        self._shingles: OrderedDict[_Known, frozenset[str]] = OrderedDict()

    def learn_project(self, progress: Progress | None = None) -> dict[int, bytes]:
        """Take in the articles of the project; return the fingerprints that it lacked.

        Raises:
            Cancelled: between two articles.
        """
        if self._session is None:
            return {}
        watching, made = progress or NoProgress(), dict[int, bytes]()
        with self._session.database.reading() as connection:
            for sha256, article in originals(connection):
                self._exact.setdefault(bytes.fromhex(sha256), _Known(article))
            for article, kept in fingerprints(connection):
                refuse_if_cancelled(watching)
                if kept is None or not is_of_this_make(kept):
                    kept = made[article] = fingerprint_of(text_of(connection, article))
                self._add(_Known(article), kept)
        return made

    def add_file(self, place: int, sha256: str, fingerprint: bytes) -> None:
        """Take in a file."""
        known = _Known(file=place)
        self._exact.setdefault(bytes.fromhex(sha256), known)
        self._add(known, fingerprint)

    def _add(self, known: _Known, fingerprint: bytes) -> None:
        self._index.add(len(self._known), bands_of(fingerprint))
        self._known.append(known)

    def like(self, sha256: str, fingerprint: bytes, text: str) -> tuple[Likeness, ...]:
        """Return what a text is like, the most alike first."""
        same = self._exact.get(bytes.fromhex(sha256))
        if same is not None:
            return (self._told(same, 1.0, exact=True),)
        sharing = self._index.sharing(bands_of(fingerprint))
        if not sharing:
            return ()
        own = frozenset(shingles_of(text))
        # At equal likeness the article or file that came first.
        nearest = sorted(sharing, key=lambda place: (-sharing[place], place))[:_MOST_COMPARED]
        shares = [(likeness(own, self._shingles_of(self._known[at])), at) for at in nearest]
        alike = sorted((-share, at) for share, at in shares if share >= LIKE_FROM)
        told = [self._compared(self._known[at], -share, text) for share, at in alike[:_MOST_TOLD]]
        return tuple(sorted(told, key=lambda each: not each.same_text))

    def _compared(self, known: _Known, share: float, text: str) -> Likeness:
        same = share == 1 and self._text_of(known) == text
        return replace(self._told(known, share), same_text=same)

    def _told(self, known: _Known, share: float, *, exact: bool = False) -> Likeness:
        title = self._title_of(known.file) if known.file is not None else self._title(known)
        return Likeness(title, share, exact, known.article, known.file)

    def _title(self, known: _Known) -> str:
        assert self._session is not None
        assert known.article is not None
        with self._session.database.reading() as connection:
            return titles_of(connection, [known.article]).get(known.article, "")

    def _shingles_of(self, known: _Known) -> frozenset[str]:
        """Return the shingles of a text; those asked for last are kept, since series are alike."""
        found = self._shingles.pop(known, None)
        if found is None:
            found = frozenset(shingles_of(self._text_of(known)))
        self._shingles[known] = found
        if len(self._shingles) > _MOST_KEPT:
            self._shingles.popitem(last=False)
        return found

    def _text_of(self, known: _Known) -> str:
        if known.file is not None:
            return self._text_of_file(known.file)
        assert self._session is not None
        assert known.article is not None
        with self._session.database.reading() as connection:
            return text_of(connection, known.article)


def keep_missing(session: Session, made: Mapping[int, bytes]) -> None:
    """Keep fingerprints that a project lacked; those of articles gone meanwhile are left out."""
    if made and not session.read_only:
        with session.database.writing() as connection:
            keep_fingerprints(connection, made)
