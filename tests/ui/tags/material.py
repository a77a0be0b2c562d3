"""A small source to read from: the starter codebook, a made-up article, a plain finder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from workbench.app.locations import resources_folder
from workbench.domain.annotation import Annotation
from workbench.domain.codebook import Category, Codebook, CodeList, Words, names_of
from workbench.domain.codebook_edit.spent import Spent
from workbench.domain.codebook_file import parse_codebook
from workbench.domain.text import Segments, Span
from workbench.domain.values import Values
from workbench.ui.tags.source import Passage

TEXT = (
    "美国提出新的海上倡议。日本表示欢迎，韩国则保持沉默。\n"
    "欧盟认为，战略自主不应等于对冲。德国外长说：“我们反对任何脱钩。”\n"
    "分析人士指出，美日韩三边合作机制仍有主权寻租之嫌，其前景难以预料。"
)
ARTICLE = 7
INITIALS = {"zqxz": "C_RENT", "mg": "USA", "zz": "AUTHOR"}


@dataclass(frozen=True)
class Hit:
    code_list: str
    category: Category
    matched: str


@dataclass
class PlainFinder:
    """Find by substring of any name, and by a few initials."""

    codebook: Codebook
    asked: list[str] = field(default_factory=list[str])

    def find(self, query: str, lists: Sequence[str] | None = None, limit: int = 50) -> list[Hit]:
        self.asked.append(query)
        wanted = query.strip().casefold()
        chosen = [each for each in self.codebook.code_lists if lists is None or each.key in lists]
        hits = [
            Hit(code_list.key, category, matched)
            for code_list in chosen
            for category in code_list.categories
            if (matched := _matched(category, wanted)) is not None
        ]
        return sorted(hits, key=lambda hit: len(hit.matched))[:limit]


def _matched(category: Category, wanted: str) -> str | None:
    if INITIALS.get(wanted) == category.key:
        return category.label.zh
    names = sorted(names_of(category), key=len)
    return next((name for name in names if wanted and wanted in name.casefold()), None)


class Material:
    """What the panel and the forms read, in memory."""

    def __init__(self, codebook: Codebook | None = None, text: str = TEXT) -> None:
        self.codebook = codebook or starter()
        self.finder = PlainFinder(self.codebook)
        self.marked: list[Annotation] = []
        self.date = "2025-08-25"
        self._text = text

    def spent(self, code_list: str) -> Spent:
        return Spent()

    def text(self, article: int, /) -> str:
        return self._text

    def segments(self, article: int, /) -> Segments:
        return Segments(self.text(article))

    def published(self, article: int, /) -> str:
        return self.date

    def named(self, article: int, list_key: str, /) -> list[str]:
        places = {
            each.key: min(
                (found for name in names_of(each) if (found := self._text.find(name)) >= 0),
                default=-1,
            )
            for each in self.codebook.code_list(list_key).categories
        }
        return sorted((key for key in places if places[key] >= 0), key=lambda key: places[key])

    def annotations(self, article: int, /) -> list[Annotation]:
        return list(self.marked) if article == ARTICLE else []

    def passage(self, quote: str) -> Passage:
        """Return the place of `quote` in the article."""
        start = self._text.index(quote)
        return Passage(ARTICLE, Span(start, start + len(quote)))

    def mark(self, layer: str, quote: str, memo: str = "", **values: object) -> Annotation:
        """Add an annotation of `quote`; a value that is no tuple stands for one."""
        number = len(self.marked) + 1
        coded: Values = {
            key: value if isinstance(value, tuple) else (value,)  # type: ignore[misc]
            for key, value in values.items()
        }
        span = self.passage(quote).span
        time = f"2026-11-22T10:00:{number:02}.000Z"
        annotation = Annotation(
            number, f"n{number}", ARTICLE, 1, layer, span, quote, coded, memo=memo, modified=time
        )
        self.marked.append(annotation)
        return annotation

    def set_values(self, number: int, values: Mapping[str, object]) -> Annotation:
        """Change values as a session would, and return the annotation as it is then."""
        old = self.marked[number - 1]
        merged = {**old.values, **values}
        coded = {key: value for key, value in merged.items() if value}
        self.marked[number - 1] = replace(old, values=coded)  # type: ignore[arg-type]
        return self.marked[number - 1]

    def set_scores(self, code_list: str, **scores: float) -> None:
        """Set the scores of categories, by their keys."""
        lists = tuple(
            replace(
                each,
                categories=tuple(replace(c, score=scores.get(c.key)) for c in each.categories),
            )
            if each.key == code_list
            else each
            for each in self.codebook.code_lists
        )
        self.codebook = replace(self.codebook, code_lists=lists)
        self.finder.codebook = self.codebook

    def add(self, code_list: str, text: str, **attributes: bool) -> str:
        """Add a category to a code list and return its key."""
        lists = tuple(
            _grown(each, text, attributes) if each.key == code_list else each
            for each in self.codebook.code_lists
        )
        self.codebook = replace(self.codebook, code_lists=lists)
        self.finder.codebook = self.codebook
        return f"NEW_{text}"


def _grown(code_list: CodeList, text: str, attributes: Mapping[str, bool]) -> CodeList:
    new = Category(f"NEW_{text}", 9000, Words(zh=text), attributes=attributes)
    return replace(code_list, categories=(*code_list.categories, new))


def starter() -> Codebook:
    """Return the starter codebook."""
    path = resources_folder() / "codebook" / "starter.json"
    return parse_codebook(path.read_text(encoding="utf-8"), path.name)
