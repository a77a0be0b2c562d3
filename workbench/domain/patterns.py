r"""Regular expressions that a researcher writes: what they find suggests a category.

They are those of Python, with ``\p{Han}`` and ``[[:alpha:]]`` besides: those of the module `regex`,
version 0, without approximate matching. `workbench.language.patterns` reads them; what is refused
here would take all memory, or be read otherwise than it was meant.
"""

from __future__ import annotations

import re

from workbench.domain.errors import Refusal

#: Signs that a rule may have.
LONGEST = 1_000
#: Signs that it may have where every repetition is written out: memory and time hang on that.
LARGEST = 10_000

# A rule's parts, as far as repetitions have to be told from all else.
_PARTS = re.compile(
    r"""
    \{ (?: (?P<least>[0-9]+) (?:,[0-9]*)? | ,[0-9]* ) \} (?P<count>)
  | \(\?\# (?: \\. | [^)\\] )* \) (?P<nothing>)
  | \(\? [a-zA-Z0-9]* x [a-zA-Z0-9]* (?:-[a-zA-Z]+)? [:)] (?P<spaced>)
  | \( (?: \? (?: [:=!>|] | <[=!] | P?<\w+> | [a-zA-Z0-9]*(?:-[a-zA-Z]+)?: ) )? (?P<opens>)
  | \) (?P<closes>)
  | [?*+|] (?P<mark>)
  | \\[pPN]\{[^}]*\} | \\.
  | \[\^? (?: \\. | \[:\^?\w+:\] | . ) (?: \\. | \[:\^?\w+:\] | [^\]\\] )* \]
  | \{ (?P<stray>)
  | .
    """,
    re.VERBOSE | re.DOTALL,
)


class PatternUnreadable(Refusal):
    """A text is no regular expression."""

    sentence = "“{pattern}” is no regular expression ({detail}); correct it."


class PatternTooLong(Refusal):
    """A rule has more signs than anybody can read."""

    sentence = (
        "The rule “{beginning}…” has {length} signs, and {limit} are allowed; "
        "divide it into several rules."
    )


class PatternTooLarge(Refusal):
    """A rule's repetitions inside repetitions would take more memory than there is."""

    sentence = (
        "The rule “{pattern}” repeats too often: written out it has more than {limit} signs. "
        "Write smaller counts, or fewer repetitions inside repetitions."
    )


class PatternBracketStray(Refusal):
    """A curly bracket counts nothing; `regex` would match approximately, `re` the sign itself."""

    sentence = (
        "In the rule “{pattern}” a {bracket} says no count; write {escaped} for the sign itself. "
        "There is no approximate matching."
    )


class PatternSpaced(Refusal):
    """A rule is written with comments and spaces that do not count; it has one line only."""

    sentence = "The rule “{pattern}” has the flag x; leave the flag out, and spaces as well."


def refuse_unfit(pattern: str) -> None:
    """Raise a Refusal if a regular expression is not to be compiled, whatever it means."""
    if len(pattern) > LONGEST:
        raise PatternTooLong(beginning=pattern[:40], length=len(pattern), limit=LONGEST)
    kinds = {part.lastgroup for part in _PARTS.finditer(pattern)}
    if "spaced" in kinds:
        raise PatternSpaced(pattern=pattern)
    if "stray" in kinds:
        raise PatternBracketStray(pattern=pattern, bracket="{", escaped="\\{")
    if _written_out(pattern) > LARGEST:
        raise PatternTooLarge(pattern=pattern, limit=LARGEST)


def _written_out(pattern: str) -> int:
    """Return how many signs a pattern has where each stands as often as it must come."""
    sizes, last = [0], 0
    for part in _PARTS.finditer(pattern):
        kind = part.lastgroup
        if kind == "opens":
            sizes.append(0)
        elif kind == "closes" and len(sizes) > 1:
            last = max(1, sizes.pop())
            sizes[-1] += last
        elif kind == "count":
            sizes[-1] += last * (max(1, _number(part["least"])) - 1)
        elif kind is None:
            last = 1
            sizes[-1] += 1
    return sum(sizes)


def _number(digits: str | None) -> int:
    # Python reads no number of thousands of digits; one of nine is too large already.
    return int((digits or "0").lstrip("0")[:9] or "0")
