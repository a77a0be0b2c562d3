"""What stands in the printed codebook, for both formats: headings, lines, and a table a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto

from workbench.domain.codebook import (
    Category,
    Codebook,
    CodeList,
    Guide,
    Layer,
    Scope,
    Variable,
    Words,
)
from workbench.exchange.codebook.model import Writing
from workbench.exchange.codebook.printed import words as w
from workbench.exchange.codebook.told import PARTS, name_of, parts_of


class Style(StrEnum):
    """How a piece of text is set."""

    PLAIN = auto()
    STRONG = auto()
    FAINT = auto()
    CODE = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one style."""

    text: str
    style: Style = Style.PLAIN


Line = tuple[Piece, ...]
CellLines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is the title; `anchor` is what others refer to."""

    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Paragraphs."""

    lines: CellLines


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table; its first cell is indented by `depth`."""

    cells: tuple[CellLines, ...]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its headings, the shares of its width, its rows; `counts`: the last are numbers."""

    columns: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[GridRow, ...]
    counts: bool = False


Block = Heading | Lines | Grid


def outline_of(codebook: Codebook, writing: Writing) -> Iterator[Block]:
    """Yield the blocks of a codebook: what is coded first, then the lists of values."""
    language = writing.language
    yield Heading(1, codebook.name.told(language) or w.CODEBOOK.told(language))
    yield Lines(((Piece(_sums(codebook, language), Style.FAINT),),))
    layers = [each for each in codebook.layers if not each.retired]
    if layers:
        yield Heading(2, w.LAYERS.told(language))
    for layer in layers:
        yield from _layer(codebook, layer, writing)
    if codebook.code_lists:
        yield Heading(2, w.LISTS.told(language))
    for code_list in codebook.code_lists:
        yield from _list(code_list, writing)


def _sums(codebook: Codebook, language: str) -> str:
    return w.SUMS.told(language).format(
        layers=sum(not each.retired for each in codebook.layers),
        lists=len(codebook.code_lists),
        categories=sum(len(each.categories) for each in codebook.code_lists),
    )


def _guide(guide: Guide, language: str) -> Iterator[Line]:
    colon = w.COLON.told(language)
    for name, text in parts_of(guide, language):
        head = Piece(PARTS[name].told(language) + colon, Style.STRONG)
        first, *rest = text.splitlines() or [""]
        yield (head, Piece(first))
        yield from ((Piece(each),) for each in rest)


# --- layers ---------------------------------------------------------------------


def _layer(codebook: Codebook, layer: Layer, writing: Writing) -> Iterator[Block]:
    language = writing.language
    yield Heading(3, name_of(layer, language), f"layer-{layer.key}")
    scope = w.SPAN if layer.scope is Scope.SPAN else w.ARTICLE
    yield Lines(
        (
            (Piece(layer.key, Style.CODE), Piece("  " + _facts(layer, scope, writing))),
            *_guide(layer.guide, language),
            *_complete(layer, language),
        )
    )
    variables = [each for each in layer.variables if not each.retired]
    if variables:
        rows = tuple(_variable(codebook, each, language) for each in variables)
        columns = (w.VARIABLE, w.TYPE, w.RULES)
        yield Grid(tuple(each.told(language) for each in columns), (24, 26, 50), rows)


def _facts(layer: Layer, scope: Words, writing: Writing) -> str:
    facts = [scope.told(writing.language)]
    if writing.uses is not None:
        count = writing.uses.layers.get(layer.key, 0)
        facts.append(w.ANNOTATIONS.told(writing.language).format(count=count))
    return w.COMMA.told(writing.language).join(facts)


def _complete(layer: Layer, language: str) -> Iterator[Line]:
    """Say what an annotation must hold."""
    if not layer.complete:
        return
    clauses = (
        w.OR.told(language).join(name_of(layer.variable(key), language) for key in clause)
        for clause in layer.complete
    )
    head = w.COMPLETE.told(language) + w.COLON.told(language)
    yield (Piece(head, Style.STRONG), Piece(w.SEMICOLON.told(language).join(clauses)))


def _variable(codebook: Codebook, variable: Variable, language: str) -> GridRow:
    name: CellLines = (
        (Piece(name_of(variable, language), Style.STRONG),),
        (Piece(variable.key, Style.CODE),),
    )
    kind = w.KINDS[variable.kind].told(language)
    if variable.several:
        kind += w.COMMA.told(language) + w.SEVERAL.told(language)
    values: list[Line] = [(Piece(kind),)]
    if variable.code_list is not None:
        code_list = codebook.code_list(variable.code_list)
        values.append((Piece(name_of(code_list, language), Style.FAINT),))
    question = variable.question.told(language).strip()
    rules = [*([(Piece(question),)] if question else []), *_guide(variable.guide, language)]
    return GridRow((name, tuple(values), tuple(rules)))


# --- code lists -----------------------------------------------------------------


def _list(code_list: CodeList, writing: Writing) -> Iterator[Block]:
    language = writing.language
    yield Heading(3, name_of(code_list, language), f"list-{code_list.key}")
    facts = w.CATEGORIES.told(language).format(count=len(code_list.categories))
    if code_list.ordered:
        facts += w.COMMA.told(language) + w.ORDERED.told(language)
    head: Line = (Piece(code_list.key, Style.CODE), Piece("  " + facts))
    yield Lines((head, *_guide(code_list.guide, language)))
    if code_list.categories:
        yield _categories(code_list, writing)


def _categories(code_list: CodeList, writing: Writing) -> Grid:
    """Return the table of a list; a column that says nothing is left out."""
    language = writing.language
    tree = list(_in_tree(code_list))
    said = [_texts(each, code_list, language) for each, _ in tree]
    has_texts, uses = any(said), writing.uses
    columns, shares = [w.NAME.told(language), w.KEY.told(language)], [31, 20]
    if has_texts:
        columns.append(w.TEXTS.told(language))
        shares.append(57)
    if uses is not None:
        columns.append(w.COUNT.told(language))
        shares.append(9)
    rows: list[GridRow] = []
    for (category, depth), texts in zip(tree, said, strict=True):
        cells = [_name(category, language), _key(category, language)]
        if has_texts:
            cells.append(texts)
        if uses is not None:
            count = uses.categories.get((code_list.key, category.key), 0)
            cells.append(((Piece(f"{count:,}"),),))
        rows.append(GridRow(tuple(cells), depth))
    return Grid(tuple(columns), tuple(shares), tuple(rows), counts=uses is not None)


def _in_tree(code_list: CodeList) -> Iterator[tuple[Category, int]]:
    """Yield each category below its parent, with how deep it lies."""
    below: dict[str | None, list[Category]] = {}
    for each in code_list.categories:
        below.setdefault(each.parent, []).append(each)
    stack = [(each, 0) for each in reversed(below.get(None, []))]
    while stack:
        category, depth = stack.pop()
        yield category, depth
        stack.extend((each, depth + 1) for each in reversed(below.get(category.key, [])))


def _name(category: Category, language: str) -> CellLines:
    other = category.label.told("en" if language == "zh" else "zh")
    first = name_of(category, language)
    lines: list[Line] = [(Piece(first, Style.STRONG),)]
    if other and other != first:
        lines.append((Piece(" ".join(other.split()), Style.FAINT),))
    if category.retired:
        lines.append((Piece(w.RETIRED.told(language), Style.FAINT),))
    return tuple(lines)


def _key(category: Category, language: str) -> CellLines:
    code = w.CODE.told(language).format(code=category.code)
    if category.score is not None:
        code += w.COMMA.told(language) + w.SCORE.told(language).format(score=f"{category.score:g}")
    return ((Piece(category.key, Style.CODE),), (Piece(code, Style.FAINT),))


def _texts(category: Category, code_list: CodeList, language: str) -> CellLines:
    """Return definition, rules and example, then names, members and source."""
    lines = list(_guide(category.guide, language))
    known = code_list.by_key
    # That a category is called what it is called need not be said beside its name.
    labels = (category.label.zh, category.label.en)
    aliases = [each for each in category.aliases if each not in labels]
    members = [name_of(known[each], language) for each in category.members if each in known]
    for head, texts in (
        (w.ALIASES, aliases),
        (w.MEMBERS, members),
        (w.SOURCE, [category.source.strip()] if category.source.strip() else []),
    ):
        if texts:
            lines.append(_named(head, texts, language))
    return tuple(lines)


def _named(head: Words, texts: Sequence[str], language: str) -> Line:
    told = w.LISTED.told(language).join(" ".join(each.split()) for each in texts)
    return (Piece(head.told(language) + w.COLON.told(language), Style.FAINT), Piece(told))
