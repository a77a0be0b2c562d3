"""Fingerprints of texts: renderings of one article have similar ones.

A text is folded (compatible forms made one, case, white space and punctuation gone) and cut
into shingles of four characters: long enough that two articles on one subject share few, short
enough that a changed word spoils few. The likeness of two texts is the share of shingles that
they have in common (Jaccard). A MinHash estimates it from a digest of fixed size.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import lru_cache
from typing import Any

import rensa

SHINGLE = 4
#: The error of the estimate is about 1 / √PERMUTATIONS.
PERMUTATIONS = 128
#: Digests are cut into so many bands; two texts are compared where one band is the same. With
#: four numbers a band, that finds 99.9 % of the pairs that are alike by 0.7, 99 % by 0.6, 87 %
#: by 0.5, and 5 % of those alike by 0.2.
BANDS = 32
_SEED = 20_260_101

# Whatever makes digests that cannot be compared with those of another make: our own folding and
# shingles, and the library's algorithm.
_MAKE = 1
_RMinHash: Any = vars(rensa)["RMinHash"]  # it comes without types
_HEADER = bytes((_MAKE, _RMinHash.ALGORITHM_VERSION))
_DIGEST = struct.Struct(f"<{PERMUTATIONS}I")
_BAND = _DIGEST.size // BANDS
_NOT_COMPARED = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """Return a text without what differs between renderings: forms, case, spaces, marks.

    Most texts have compatible forms in their punctuation only; making them one takes longer than
    all else here, and can be spared where all of those go anyway.
    """
    kept = _NOT_COMPARED.sub("", text)
    if not (unicodedata.is_normalized("NFKC", kept) and all(map(_goes_or_stays, set(text)))):
        kept = _NOT_COMPARED.sub("", unicodedata.normalize("NFKC", text))
    return kept.casefold()


@lru_cache(maxsize=65_536)
def _goes_or_stays(character: str) -> bool:
    """Tell whether a character is compared, or goes in every form and changes none beside it."""
    if not _NOT_COMPARED.match(character):
        return True
    plain = unicodedata.normalize("NFKC", character)
    return not unicodedata.combining(character) and not _NOT_COMPARED.sub("", plain)


def shingles_of(text: str) -> list[str]:
    """Return the shingles of a text in their order; one that is shorter is one itself."""
    plain = folded(text)
    if len(plain) < SHINGLE:
        return [plain] if plain else []
    return [plain[at : at + SHINGLE] for at in range(len(plain) - SHINGLE + 1)]


def fingerprint_of(text: str) -> bytes:
    """Return a text's fingerprint; empty if nothing in it can be compared."""
    shingles = shingles_of(text)
    if not shingles:
        return b""
    made = _RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    made.update(shingles)
    return _HEADER + _DIGEST.pack(*made.digest())


def is_of_this_make(fingerprint: bytes) -> bool:
    """Tell whether a fingerprint can be compared with those made now."""
    if not fingerprint:
        return True
    return fingerprint.startswith(_HEADER) and len(fingerprint) == len(_HEADER) + _DIGEST.size


def bands_of(fingerprint: bytes) -> list[bytes]:
    """Return the bands of a fingerprint, none of an empty one."""
    start = len(_HEADER)
    return [fingerprint[at : at + _BAND] for at in range(start, len(fingerprint), _BAND)]


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of shingles that two texts have in common, from 0 to 1."""
    together = len(one | other)
    return len(one & other) / together if together else 0.0
