"""Bring real coding, kept outside the repository, into a project through the app's commands."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from workbench.app.commands import AddCategory, MarkSpan, MarkSpans
from workbench.app.importing import article_of, import_files, look
from workbench.app.session import Session
from workbench.domain.article import NewArticle
from workbench.domain.codebook import Category, Codebook, Kind, Words
from workbench.intake.edits import Alignment

CODED = ("002", "004")


@dataclass(frozen=True)
class Coded:
    """A coded stretch as the file gives it, with its article and its place in the clean text."""

    article: int
    start: int
    end: int
    record: dict[str, Any]

    def mark(self, codebook: Codebook) -> MarkSpan:
        """Return the command that marks it; what the coder left open stays open."""
        layer = codebook.layer(self.record["layer"])
        values = {
            key: float(value) if layer.variable(key).kind is Kind.REAL else value
            for key, value in self.values(codebook).items()
        }
        return MarkSpan(
            article=self.article,
            layer=layer.key,
            start=self.start,
            end=self.end,
            values=values,
            memo=self.record.get("memo", ""),
            with_defaults=False,
        )

    def values(self, codebook: Codebook) -> dict[str, Any]:
        """Return its values; a target that is another list's key stands for its twin."""
        values = dict(self.record["values"])
        if "target" in values:
            values["target"] = target_key(codebook, values["target"])
        return values


def import_all(session: Session, shared: Path) -> dict[str, tuple[int, NewArticle]]:
    """Import every shared article; return id and article by the number in its file's name."""
    paths = sorted((shared / "articles").glob("*.txt"))
    read = look(paths, session)
    ids = import_files(session, read).ids
    articles = [article_of(each) for each in read]
    return {
        path.name[:3]: (id_, article)
        for path, id_, article in zip(paths, ids, articles, strict=True)
    }


def coded(shared: Path, articles: dict[str, tuple[int, NewArticle]]) -> list[Coded]:
    """Return every coded stretch, found again in the clean text."""
    records = json.loads((shared / "facts" / "hand_coded.json").read_text("utf-8"))["annotations"]
    alignments: dict[str, Alignment] = {}
    for number in CODED:
        article = articles[number][1]
        length = len(article.original.decode(article.encoding))
        alignments[number] = Alignment(article.edits, length)
    found: list[Coded] = []
    for record in records:
        number = record["article"]
        place = alignments[number].span_to_clean(record["raw_start"], record["raw_end"])
        assert place is not None, record["id"]
        found.append(Coded(articles[number][0], *place, record))
    return found


def target_key(codebook: Codebook, key: str) -> str:
    """Return the stance target that `key` is, or whose twin it is, or a new one's key."""
    targets = codebook.code_list("stance_targets")
    if key in targets.by_key:
        return key
    twin = next((t for name in ("concepts", "actors") if (t := targets.twin_of(name, key))), None)
    return twin.key if twin else f"S_{key}"


def add_missing(session: Session, stretches: list[Coded]) -> None:
    """Add the stance targets and questions that the coding needs, as a coder does in the form."""
    for each in stretches:
        for variable, key in each.record["values"].items():
            if variable == "target" and target_key(session.codebook, key) == f"S_{key}":
                _add_target(session, key)
            if variable == "question" and key not in session.codebook.code_list("questions").by_key:
                label = Words(zh=key, en=key)
                session.run(AddCategory("questions", Category(key, 0, label)))


def _add_target(session: Session, key: str) -> None:
    new = f"S_{key}"
    if new in session.codebook.code_list("stance_targets").by_key:
        return
    name = next(n for n in ("concepts", "actors") if key in session.codebook.code_list(n).by_key)
    twin = session.codebook.code_list(name).category(key)
    category = replace(Category(new, 0, twin.label), same_as=f"{name}:{key}")
    session.run(AddCategory("stance_targets", category))


def load(session: Session, shared: Path) -> list[tuple[int, Coded]]:
    """Bring articles and coding in; return each annotation's id with what it came from."""
    stretches = coded(shared, import_all(session, shared))
    add_missing(session, stretches)
    ids = session.run(MarkSpans(tuple(each.mark(session.codebook) for each in stretches)))
    return list(zip(ids, stretches, strict=True))
