"""Categories that are known by their names alone."""

from __future__ import annotations

from workbench.domain.category_fitting import fitted_list
from workbench.domain.codebook import Category, CodeList, Words


def listed(*categories: tuple[str, str, str | None]) -> CodeList:
    """Return a list of keys, names and parents."""
    own = (
        Category(key, n, Words(en=name), parent=p) for n, (key, name, p) in enumerate(categories, 1)
    )
    return CodeList("codes", Words(en="codes"), tuple(own))


TOP = (("Economy", "Economy", None), ("Security", "Security", None))
THERE = listed(*TOP, ("Other", "Other", "Economy"))


def test_a_name_below_another_parent_is_another_category() -> None:
    found = listed(("Other", "Other", "Security"), *TOP, ("x", "x", "Other"))
    fit, changed = fitted_list(THERE, found)
    assert changed == {"Other": "Other (2)"}
    assert [(each.key, each.parent) for each in fit.categories] == [
        ("Other (2)", "Security"),
        ("Economy", None),
        ("Security", None),
        ("x", "Other (2)"),
    ]
    again = listed(*TOP, ("Other", "Other", "Economy"), ("Other (2)", "Other", "Security"))
    assert fitted_list(again, found)[1] == changed


def test_the_same_under_another_key_is_the_same() -> None:
    paths = (("Economy › Other", "Other", "Economy"), ("Security › Other", "Other", "Security"))
    assert fitted_list(THERE, listed(*TOP, *paths))[1] == {"Economy › Other": "Other"}
    one = listed(*TOP, ("Other", "Other", "Security"))
    assert fitted_list(listed(*TOP, *paths), one)[1] == {"Other": "Security › Other"}


def test_a_name_that_was_cut_is_told_by_its_whole() -> None:
    there = listed(("long", "longer", None))
    assert fitted_list(there, listed(("long", "longest", None)))[1] == {"long": "long (2)"}
    assert fitted_list(there, listed(("long", "longer", None)))[1] == {}
    assert fitted_list(listed(("a", "A renamed", None)), listed(("a", "a", None)))[1] == {}


def test_a_key_that_the_file_gives_another_is_not_taken() -> None:
    found = listed(*TOP, ("Other", "Other", "Security"), ("Other (2)", "Other (2)", None))
    assert fitted_list(THERE, found)[1] == {"Other": "Other (3)"}
