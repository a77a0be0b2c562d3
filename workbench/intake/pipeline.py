"""The cleaning steps in their order, composed to one list of edits of the original."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workbench.domain.article import Edit, Note
from workbench.intake.asides import Aside
from workbench.intake.edits import Alignment, apply, compose, ordered
from workbench.intake.extracted import Extracted
from workbench.intake.steps.blanks import collapse_blanks
from workbench.intake.steps.captions import captions_in, cut_captions
from workbench.intake.steps.characters import cut_invisible, fold_radicals, unify_line_ends
from workbench.intake.steps.comments import cut_comments
from workbench.intake.steps.footnotes import cut_footnotes, footnotes_in
from workbench.intake.steps.heads import cut_site_head
from workbench.intake.steps.interruptions import cut_interruptions, cut_rankings
from workbench.intake.steps.markup import cut_markdown, restore_bullets
from workbench.intake.steps.noise import cut_anti_copy, cut_pinyin
from workbench.intake.steps.pages import cut_page_furniture
from workbench.intake.steps.records import cut_record_fields
from workbench.intake.steps.repeats import cut_repeated_paragraphs
from workbench.intake.steps.spacing import close_spaced_lines
from workbench.intake.steps.tails import cut_inline_notices, cut_link_lists, cut_site_tail
from workbench.intake.steps.template import cut_template
from workbench.intake.steps.titles import cut_repeated_titles
from workbench.intake.steps.wraps import join_wraps

Step = Callable[[str], list[Edit]]

# What lies line by line as the page broke it comes first, then paragraphs, then what a site adds.
STEPS: tuple[Step, ...] = (
    fold_radicals,
    cut_page_furniture,
    unify_line_ends,
    cut_invisible,
    cut_template,
    close_spaced_lines,
    cut_footnotes,
    cut_captions,
    join_wraps,
    cut_markdown,
    cut_record_fields,
    cut_link_lists,
    cut_inline_notices,
    cut_anti_copy,
    cut_pinyin,
    cut_repeated_titles,
    cut_comments,
    cut_rankings,
    cut_site_head,
    cut_site_tail,
    cut_interruptions,
    cut_repeated_paragraphs,
    restore_bullets,
    collapse_blanks,
)
# A document that says itself where a paragraph ends has no lines to join and no page around it.
_OF_LINES = (cut_page_furniture, close_spaced_lines, join_wraps)
_PARAGRAPHED = tuple(step for step in STEPS if step not in _OF_LINES)
# A database has taken the page away already: what is left in a cell is the article's own.
_LIGHT: tuple[Step, ...] = (
    fold_radicals,
    unify_line_ends,
    cut_invisible,
    cut_template,
    cut_footnotes,
    cut_captions,
    cut_inline_notices,
    cut_anti_copy,
    restore_bullets,
    collapse_blanks,
)
# Steps that look at one line at a time: where they found nothing they find nothing again, as long
# as only whole lines go.
_OF_ONE_LINE: frozenset[Step] = frozenset(
    {fold_radicals, unify_line_ends, cut_invisible, cut_captions, close_spaced_lines}
    | {cut_markdown, cut_inline_notices, cut_anti_copy, cut_pinyin}
)
STEPS_OF: Mapping[str, tuple[Step, ...]] = {
    **dict.fromkeys(("html", "mhtml", "docx", "odt", "rtf", "markdown"), _PARAGRAPHED),
    "table": _LIGHT,
}
# The steps that set something apart, and what tells which.
_ASIDES: dict[Step, Callable[[str], list[Aside]]] = {
    cut_footnotes: footnotes_in,
    cut_captions: captions_in,
}
# One step can bare what another takes; in practice the second round finds nothing.
_MOST_ROUNDS = 6


@dataclass(frozen=True)
class Cleaned:
    """A clean text, what was set apart from it, and the edits that made it from the original."""

    text: str
    notes: tuple[Note, ...]
    edits: tuple[Edit, ...]


def clean_extracted(found: Extracted) -> Cleaned:
    """Run the steps over what a reader found, after the reader's own cuts."""
    steps = STEPS_OF.get(found.reader, STEPS)
    return clean(found.text, steps, found.edits, found.asides)


def clean(
    original: str,
    steps: tuple[Step, ...] = STEPS,
    edits: tuple[Edit, ...] = (),
    given: tuple[Aside, ...] = (),
) -> Cleaned:
    """Run the steps over `original` until none finds anything more.

    `edits` are made before the first step; `given` are asides known beforehand, both in offsets
    of `original`.
    """
    text = apply(original, edits)
    asides = list(given)
    idle: dict[Step, str] = {}  # the text in which a step last found nothing
    settled = set[Step]()  # of those of one line, what has nothing to do
    for _ in range(_MOST_ROUNDS):
        before = text
        for step in steps:
            if step in settled or idle.get(step) is text:
                continue
            found = ordered(step(text))
            if not found:
                idle[step] = text
                settled |= {step} & _OF_ONE_LINE
                continue
            if not all(_is_whole_lines(text, edit) for edit in found):
                settled.clear()
            if step in _ASIDES:
                asides += _in_original(_ASIDES[step], text, Alignment(edits, len(original)))
            edits = compose(edits, found, len(original))
            text = apply(text, found)
        if text == before:
            break
    edits = tuple(e for e in edits if original[e.start : e.end] != e.replacement)
    return Cleaned(text, _notes(asides, Alignment(edits, len(original))), edits)


def _is_whole_lines(text: str, edit: Edit) -> bool:
    """Tell whether `edit` cuts lines as wholes, or white space beside or between them."""
    starts = edit.start == 0 or text[edit.start - 1] == "\n"
    ends = edit.end == len(text) or text[edit.end] == "\n"
    whole = (starts and ends) or ((starts or ends) and text[edit.start : edit.end].isspace())
    return not edit.replacement and whole


def _in_original(
    find: Callable[[str], list[Aside]], text: str, alignment: Alignment
) -> list[Aside]:
    """Return what a step sets apart from `text`, with its place in the original."""
    return [
        Aside(a.kind, a.marker, a.text, None if a.at is None else alignment.to_original(a.at))
        for a in find(text)
    ]


def _notes(asides: list[Aside], alignment: Alignment) -> tuple[Note, ...]:
    """Anchor each aside in the clean text, in the order of the text."""
    placed = sorted(asides, key=lambda a: alignment.length if a.at is None else a.at)
    return tuple(
        Note(a.kind, a.marker, a.text, None if a.at is None else alignment.near(a.at))
        for a in placed
    )
