"""What pages are made of: rich text, and links that know where they lead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

from workbench.app.places import Place

#: A row of a table: its name, and rich text.
Told = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """A page as rich text; link number n leads to `targets[n]`."""

    title: str
    text: str
    targets: tuple[Place, ...] = ()


@dataclass(slots=True)
class Links:
    """Collect where the links of one page lead: keys of a codebook need not suit an address."""

    targets: list[Place] = field(default_factory=list[Place])

    def to(self, entry: Place, text: str) -> str:
        """Return a link."""
        self.targets.append(entry)
        return f'<a href="{len(self.targets) - 1}">{escape(text)}</a>'


def muted(text: str) -> str:
    """Return text that steps back; empty for none."""
    return f'<span class="muted">{escape(text)}</span>' if text else ""


def heading(title: str, beside: str) -> str:
    """Return the heading of a page, with the other language below it."""
    return f"<h1>{escape(title)}</h1>" + line(escape(beside), "beside")


def section(title: str) -> str:
    """Return a smaller heading."""
    return f"<h2>{escape(title)}</h2>"


def line(inside: str, name: str = "") -> str:
    """Return a paragraph of rich text, empty for none."""
    told = f' class="{name}"' if name else ""
    return f"<p{told}>{inside}</p>" if inside else ""


def rows(pairs: Iterable[Told]) -> str:
    """Return names beside rich texts, a row each; those without a text are left out."""
    told = "".join(_row(name, inside) for name, inside in pairs if inside)
    return f'<table width="100%" cellspacing="0" cellpadding="0">{told}</table>' if told else ""


def _row(name: str, inside: str) -> str:
    told = inside if inside.startswith("<p") else line(inside)
    return (
        f'<tr><td class="name"><p class="name">{escape(name)}</p></td>'
        f'<td width="100%" class="told">{told}</td></tr>'
    )


def points(inside: Iterable[tuple[int, str]]) -> str:
    """Return rich texts one below the other, each as deep as its number says."""
    return "".join(
        f'<p class="point" style="margin-left:{depth * 18}px">{text}</p>' for depth, text in inside
    )
