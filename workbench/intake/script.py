"""What kind of characters a line is made of, and how wide it prints."""

from __future__ import annotations

import re

# Characters that print two columns wide in a Chinese text; the curly quotation marks, the dash
# and the ellipsis do so too, though Unicode calls their width ambiguous.
_WIDE = re.compile(
    "[\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f"
    "\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]+"
)
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_FINAL = re.compile(r"[。！？!?…．]$|(?<!\d)\.$|\d{2,4}\.$")
_CLOSERS = "\"'”’」』）)】》〉]"
_POSSIBLY_FINAL = tuple(f"{_CLOSERS}。！？!?…．.\n")


def width(line: str) -> float:
    """Return the columns that `line` fills; a space counts half, as justified type sets it."""
    return len(line) + sum(map(len, _WIDE.findall(line))) - line.count(" ") / 2


def ink(text: str) -> int:
    """Return the number of characters that one can see."""
    return len("".join(text.split()))


def han_count(text: str) -> int:
    """Return the number of Han characters."""
    return sum(map(len, _HAN.findall(text)))


def is_han(character: str) -> bool:
    """Tell whether `character` is a Han character."""
    return _HAN.match(character) is not None


def is_latin(character: str) -> bool:
    """Tell whether `character` is a letter of the Latin script, with or without accents."""
    return character.isalpha() and character < "\u0250"


def ends_sentence(line: str) -> bool:
    """Tell whether `line` ends with a sentence's final mark, quotation marks aside."""
    if not line.endswith(_POSSIBLY_FINAL):  # most lines of a wrapped page
        return False
    return _FINAL.search(line.rstrip(_CLOSERS)[-5:]) is not None


def glue(left: str, right: str) -> str:
    """Return what joins two pieces of a wrapped line: one space between Latin words, or nothing."""
    before = left.rstrip(",.;:!?)'\"”’")[-1:]
    after = right.lstrip("“‘\"'(&[")[:1]
    if not (_in_word(before) and _in_word(after)) or left[-1] in "-–/":
        return ""
    inside_number = after.isdigit() and before.isdigit() and left[-1] not in ",;:!?)"
    return "" if inside_number else " "


def _in_word(character: str) -> bool:
    return character.isalnum() and character < "\u0250"


# Words that stand before a hyphen of their own, so that a break after it keeps it.
_KEEPS_HYPHEN = {
    *("long", "short", "self", "non", "multi", "post", "anti", "cross", "well", "high", "low"),
    *("so", "near", "far", "mid", "semi", "indo", "sino"),
}
# Prefixes that more often begin a whole word (re-search, inter-national) than stand before a hyphen
# of their own, with what such a hyphen stands before.
_MAY_KEEP = {
    "re": r"elect|emerg|entr|export|unif|engag|examin|evaluat|enact|arm",
    "co": r"operat|ordinat|author|exist|opt|chair|host|found|sponsor",
    "inter": r"state|war|korea|agency|ethnic|service|party|arab|island",
    "pre": r"war|empt|exist|colonial|modern|eminent",
    "pro": r"western|democra|government|independence|american|european|russian|chin",
    "ex": r"president|minister|soviet|ante|officio|colon",
}
# How a word goes on: a compound such as self-determin-ation has a hyphen before the broken one.
_ENDING = re.compile(
    r"[a-z]{0,3}(tion|sion|ment|ness|ity|ance|ence|able|ible|ally|ical|ive|ism|ist|ing|ers?|ed|ous)\b"
)


def is_broken_word(left: str, right: str) -> bool:
    """Tell whether a hyphen at the end of `left` only breaks a word that goes on in `right`."""
    match = re.search(r"(?<![\w])([A-Za-z][a-z]+)-$", left)
    if not match or not re.match(r"[a-z]{2,}", right):
        return False
    word = match[1].lower()
    if left[: match.start()].endswith("-"):
        return len(word) >= 4 and _ENDING.match(right) is not None
    if word in _MAY_KEEP:
        return re.match(_MAY_KEEP[word], right) is None
    return word not in _KEEPS_HYPHEN
