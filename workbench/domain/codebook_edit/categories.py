"""Categories: made, changed, moved, retired, taken out, merged, split."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.domain.codebook import Category, Codebook, CodeList
from workbench.domain.codebook_edit.edited import (
    Edited,
    Renamed,
    each_category,
    edited,
    put_before,
    refuse_unstorable_words,
    with_list,
    words_of,
)
from workbench.domain.codebook_edit.errors import (
    CategoryExists,
    MergedIntoItself,
    MergedIntoRetired,
    NothingToSplitInto,
)
from workbench.domain.codebook_edit.mentions import renamed_mentions, without_default
from workbench.domain.text import refuse_unstorable


def refuse_unstorable_category(category: Category) -> None:
    """Raise a Refusal if a text of the category cannot be kept."""
    refuse_unstorable_words(category.label, *words_of(category.guide))
    for text in (category.key, *category.aliases, *category.patterns, *category.members):
        refuse_unstorable(text)
    for text in (category.source, category.colour, category.shortcut, *category.attributes):
        refuse_unstorable(text)
    for value in category.attributes.values():
        if isinstance(value, str):
            refuse_unstorable(value)


def numbered(code_list: CodeList, category: Category, taken: Iterable[int] = ()) -> Category:
    """Return the category with the next free code, if it has none."""
    if category.code:
        return category
    codes = (each.code for each in code_list.categories)
    return replace(category, code=max((0, *codes, *taken)) + 1)


def added(
    codebook: Codebook,
    list_key: str,
    category: Category,
    before: str | None = None,
    *,
    taken: Iterable[int] = (),
) -> Edited:
    """Put a category into a list, before another one or at the end.

    A code that it is given is above those that are `taken`, too.
    """
    code_list = codebook.code_list(list_key)
    category = numbered(code_list, category, taken)
    if category.key in code_list.by_key:
        raise CategoryExists(code_list=list_key, key=category.key)
    refuse_unstorable_category(category)
    place = None if before is None else _place(code_list, before)
    longer = put_before(code_list.categories, [category], place)
    return edited(with_list(codebook, list_key, replace(code_list, categories=longer)))


def _place(code_list: CodeList, key: str) -> int:
    return code_list.categories.index(code_list.category(key))


def changed(codebook: Codebook, list_key: str, key: str, category: Category) -> Edited:
    """Put another category in the place of one; all that names it follows a new key."""
    code_list = codebook.code_list(list_key)
    code_list.category(key)
    if category.key != key and category.key in code_list.by_key:
        raise CategoryExists(code_list=list_key, key=category.key)
    refuse_unstorable_category(category)
    category = replace(category, code=category.code or code_list.category(key).code)
    book = _put(codebook, code_list, {key: category})
    if category.retired:
        book = without_default(book, list_key, [key])
    if category.key == key:
        return edited(book)
    book = with_list(book, list_key, _reparented(book.code_list(list_key), {key: category.key}))
    book = renamed_mentions(book, list_key, {key: category.key})
    return edited(book, Renamed(categories={(list_key, category.key): key}))


def given_key(codebook: Codebook, list_key: str, key: str, shortcut: str) -> Edited:
    """Give a category a key of the keyboard, or none; another category gives it up for that."""
    codebook.code_list(list_key).category(key)
    refuse_unstorable(shortcut)

    def change(code_list: CodeList, each: Category) -> Category:
        if (code_list.key, each.key) == (list_key, key):
            return replace(each, shortcut=shortcut)
        taken = shortcut and each.shortcut.casefold() == shortcut.casefold()
        return replace(each, shortcut="") if taken else each

    return edited(each_category(codebook, change))


def _put(codebook: Codebook, code_list: CodeList, new: dict[str, Category]) -> Codebook:
    categories = tuple(new.get(each.key, each) for each in code_list.categories)
    return with_list(codebook, code_list.key, replace(code_list, categories=categories))


def _reparented(code_list: CodeList, parents: dict[str, str | None]) -> CodeList:
    """Return the list with other parents in the place of those that are named."""
    return replace(
        code_list,
        categories=tuple(
            replace(each, parent=parents[each.parent])
            if each.parent is not None and each.parent in parents
            else each
            for each in code_list.categories
        ),
    )


def moved(
    codebook: Codebook,
    list_key: str,
    keys: Sequence[str],
    parent: str | None,
    before: str | None,
) -> Edited:
    """Put categories under a parent (None: at the top), before another one or at the end.

    Those that lie under another one that moves stay there and go along with it.
    """
    code_list = codebook.code_list(list_key)
    moving = {key: code_list.category(key) for key in keys}
    if parent is not None:
        code_list.category(parent)
    new = [
        each if _lies_under(code_list, each, moving) else replace(each, parent=parent)
        for each in moving.values()
    ]
    following = _following(code_list, before, moving)
    staying = [each for each in code_list.categories if each.key not in moving]
    place = None if following is None else staying.index(following)
    return edited(
        with_list(
            codebook, list_key, replace(code_list, categories=put_before(staying, new, place))
        )
    )


def _lies_under(code_list: CodeList, category: Category, keys: Iterable[str]) -> bool:
    parent, among = category.parent, set(keys)
    while parent is not None and parent not in among:
        parent = code_list.by_key[parent].parent
    return parent is not None


def _following(code_list: CodeList, before: str | None, keys: Iterable[str]) -> Category | None:
    """Return the first category from `before` on that does not move itself."""
    if before is None:
        return None
    moving = set(keys)
    rest = code_list.categories[_place(code_list, before) :]
    return next((each for each in rest if each.key not in moving), None)


def retired(codebook: Codebook, list_key: str, keys: Iterable[str], *, retire: bool) -> Edited:
    """Offer categories no more, or again; what is coded with them stays."""
    code_list = codebook.code_list(list_key)
    new = {key: replace(code_list.category(key), retired=retire) for key in keys}
    book = _put(codebook, code_list, new)
    return edited(without_default(book, list_key, new) if retire else book)


def deleted(codebook: Codebook, list_key: str, keys: Iterable[str]) -> Edited:
    """Take categories out that nothing is coded with; their children move up."""
    code_list = codebook.code_list(list_key)
    gone: dict[str, str | None] = {code_list.category(key).key: None for key in keys}
    book = with_list(codebook, list_key, _taken_out(code_list, gone))
    return edited(renamed_mentions(book, list_key, gone))


def _taken_out(code_list: CodeList, gone: Iterable[str]) -> CodeList:
    among = set(gone)
    parents = {key: _above(code_list, key, among) for key in among}
    left = _reparented(code_list, parents)
    return replace(left, categories=tuple(e for e in left.categories if e.key not in among))


def _above(code_list: CodeList, key: str, gone: set[str]) -> str | None:
    """Return the nearest category above that stays."""
    parent = code_list.by_key[key].parent
    while parent is not None and parent in gone:
        parent = code_list.by_key[parent].parent
    return parent


def merged(codebook: Codebook, list_key: str, sources: Iterable[str], target: str) -> Edited:
    """Let one category take the place of others, with all that they were found and named by."""
    code_list = codebook.code_list(list_key)
    kept = code_list.category(target)
    gone = {key: code_list.category(key) for key in sources if key != target}
    if not gone:
        raise MergedIntoItself(key=target)
    if kept.retired:
        raise MergedIntoRetired(key=target)
    whole = _whole(code_list, kept, list(gone.values()))
    if whole.parent in gone:
        whole = replace(whole, parent=_above(code_list, target, set(gone)))
    parents: dict[str, str | None] = dict.fromkeys(gone, target)
    left = replace(
        code_list,
        categories=tuple(
            whole if each.key == target else each
            for each in code_list.categories
            if each.key not in gone
        ),
    )
    book = with_list(codebook, list_key, _reparented(left, parents))
    return edited(renamed_mentions(book, list_key, parents))


def _whole(code_list: CodeList, kept: Category, gone: Sequence[Category]) -> Category:
    """Return the category that stays, found by all that the others were found by."""
    label = kept.label
    own = {kept.key, label.zh, label.en, ""}
    names = [name for each in gone for name in (each.label.zh, each.label.en, *each.aliases)]
    aliases = dict.fromkeys((*kept.aliases, *(name for name in names if name not in own)))
    patterns = dict.fromkeys(pattern for each in (kept, *gone) for pattern in each.patterns)
    one = {kept.key, *(each.key for each in gone)}
    members = dict.fromkeys(key for each in (kept, *gone) for key in each.members if key not in one)
    naming = {each.key for each in code_list.attributes if each.code_list == code_list.key}
    attributes = {
        key: value
        for each in gone
        for key, value in each.attributes.items()
        if key not in naming or value not in one
    }
    own_twins = {f"{code_list.key}:{key}" for key in one}
    twins = (each.same_as for each in (kept, *gone) if each.same_as not in own_twins)
    return replace(
        kept,
        aliases=tuple(aliases),
        patterns=tuple(patterns),
        members=tuple(members),
        attributes={**attributes, **kept.attributes},
        same_as=next((each for each in twins if each), None),
    )


def split(
    codebook: Codebook,
    list_key: str,
    key: str,
    into: Sequence[Category | str],
    *,
    retire: bool,
    taken: Iterable[int] = (),
) -> Edited:
    """Put what a category is split into behind it; what is named by its key is there already.

    A code that one is given is above those that are `taken`, too.
    """
    code_list = codebook.code_list(list_key)
    place = _place(code_list, key)
    if len(_keys(into)) < 2:
        raise NothingToSplitInto(key=key)
    new: list[Category] = []
    for each in into:
        if isinstance(each, str):
            code_list.category(each)
            continue
        made = numbered(code_list, each, (*taken, *(other.code for other in new)))
        if made.key in code_list.by_key:
            raise CategoryExists(code_list=list_key, key=made.key)
        refuse_unstorable_category(made)
        new.append(replace(made, parent=made.parent or code_list.categories[place].parent))
    longer = put_before(code_list.categories, new, place + 1)
    book = with_list(codebook, list_key, replace(code_list, categories=longer))
    return retired(book, list_key, [key], retire=True) if retire else edited(book)


def _keys(into: Iterable[Category | str]) -> set[str]:
    return {each if isinstance(each, str) else each.key for each in into}
