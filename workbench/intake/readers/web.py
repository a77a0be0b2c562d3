"""Web pages: all visible text, the article in it, and what the page says about it.

Nothing is fetched: no style sheet, no frame, no picture, no entity.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape

from workbench.domain.article import Edit
from workbench.intake.asides import Aside
from workbench.intake.edits import apply
from workbench.intake.errors import PageWithoutText
from workbench.intake.extracted import Extracted, Metadata
from workbench.intake.metadata import guess_metadata
from workbench.intake.readers.html.blocks import outline_of
from workbench.intake.readers.html.captions import captions_of
from workbench.intake.readers.html.extractor import extracted_text
from workbench.intake.readers.html.footnotes import notes_of
from workbench.intake.readers.html.main_text import Chosen, choose
from workbench.intake.readers.html.merge import merged
from workbench.intake.readers.html.metadata import about, headlines
from workbench.intake.readers.html.outline import Outline
from workbench.intake.readers.html.parse import Page, decode_page, parse_page
from workbench.intake.readers.html.stated import Stated, stated_by
from workbench.intake.script import han_count

_SIGNED = re.compile(r"(发布|發布|发表|發表|编辑|編輯|刊发)(于|於|时间|時間)|Published")
_NEAR = 12  # lines around a headline that may name source, author and day
_POORER = 0.5  # a page that shows less of the article than its linked data do has it there only
_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*?)(?:<!--\s*EndFragment\s*-->|\Z)", re.DOTALL)
_SOURCE_URL = re.compile(r"^SourceURL:(https?://\S+)\s*$", re.MULTILINE)
_TAG = re.compile(r"<(p|br|div)\b", re.IGNORECASE)


def read_html(data: bytes, file_name: str) -> Extracted:
    """Return a saved page's text, with all that is not its article cut.

    Raises:
        PageWithoutText, PageTooDeep: there is nothing to read.
        Refusal: what `decode` raises.
    """
    return read_page(decode_page(data, file_name), file_name, "html")


def read_page(page: Page, file_name: str, reader: str, url: str = "") -> Extracted:
    """Return what is in a decoded page; `url` is its address as told from outside."""
    root = parse_page(page.markup, file_name)
    outline = outline_of(root)
    stated = stated_by(root, page.markup)
    chosen = choose(outline, extracted_text(root, outline), headlines(stated))
    found = _found(page, reader, outline, stated, chosen)
    if _is_poorer(found, stated):
        found = _with_body(found, stated, file_name)
    if not found.text.strip():
        raise PageWithoutText(file=file_name)
    return replace(found, about=replace(found.about, url=found.about.url or url))


def read_pasted_html(html: str) -> Extracted:
    """Return a fragment that a person copied: all of it, but for what is hidden."""
    fragment = _FRAGMENT.search(html)
    address = _SOURCE_URL.search(html[:2_000])
    markup = _storable(fragment[1] if fragment else html)
    if not markup.strip():
        raise PageWithoutText(file="clipboard")
    outline = outline_of(parse_page(f"<html><body>{markup}</body></html>", "clipboard"))
    notes, asides = notes_of(outline)
    edits = merged(outline.text, outline.cuts, notes)
    url = address[1] if address else ""
    return Extracted(outline.text, "html", "", edits, tuple(asides), Metadata(url=url))


def _storable(text: str) -> str:
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _found(page: Page, reader: str, outline: Outline, stated: Stated, chosen: Chosen) -> Extracted:
    captions = captions_of(outline, chosen)
    notes, footnotes = notes_of(outline)
    noted = {edit.start for edit in notes}
    cut = [
        Edit(block.start, block.end, "", reason)
        for block, reason in zip(outline.blocks, chosen.reasons, strict=True)
        if reason and block.start not in noted
    ]
    edits = merged(outline.text, cut, notes, outline.cuts)
    kept = _outside(captions + footnotes, cut)
    return Extracted(
        text=outline.text,
        reader=reader,
        encoding=page.encoding,
        edits=edits,
        asides=tuple(sorted(kept, key=lambda aside: aside.at or 0)),
        about=_about(outline, stated, chosen, apply(outline.text, edits)),
        warnings=("damaged_characters",) if page.damaged else (),
    )


def _outside(asides: list[Aside], cut: list[Edit]) -> list[Aside]:
    """Return the notes whose marks are not in a part of the page that was cut."""
    places = [(edit.start, edit.end) for edit in cut if edit.reason != "caption"]
    return [a for a in asides if not any(s <= (a.at or 0) < e for s, e in places)]


def _about(outline: Outline, stated: Stated, chosen: Chosen, text: str) -> Metadata:
    blocks = outline.blocks
    shown = blocks[chosen.title].text.strip("\ufeff ") if chosen.title >= 0 else ""
    start = max(chosen.title, chosen.first - _NEAR, 0)
    near = [block.text for block in blocks[start : max(chosen.first, start)]]
    first = blocks[chosen.first].text if blocks else ""
    around = [b.text for b in blocks[chosen.last + 1 : chosen.last + 6]]
    near += [line for line in around if _SIGNED.match(line)]
    body = f"{first}\n{first}"  # a guess needs a paragraph to know where the head ends
    guess = guess_metadata("\n".join([*near, body, *around]), body) if blocks else Metadata()
    return about(stated, outline, shown, near, guess, text)


# -- pages whose text a script has still to show -----------------------------------------------


def _is_poorer(found: Extracted, stated: Stated) -> bool:
    """Tell whether linked data hold an article of which the page itself shows little."""
    shown = apply(found.text, found.edits)
    return len(stated.body) >= 100 and _ink(shown) < _POORER * _ink(stated.body)


def _ink(text: str) -> int:
    return han_count(text) + len(text.split())


def _with_body(found: Extracted, stated: Stated, file_name: str) -> Extracted:
    """Return the page's text with the article from its linked data behind it, which alone stays."""
    markup = stated.body if _TAG.search(stated.body) else _paragraphs(stated.body)
    title = found.about.title
    heading = f"<h1>{escape(title)}</h1>" if title else ""
    article = outline_of(parse_page(f"<html><body>{heading}{markup}</body></html>", file_name))
    head = f"{found.text}\n" if found.text else ""
    cuts = [Edit(0, len(head), "", "page_frame")] if head else []
    inner = [replace(e, start=e.start + len(head), end=e.end + len(head)) for e in article.cuts]
    return replace(
        found, text=head + article.text, edits=merged(head + article.text, cuts, inner), asides=()
    )


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
