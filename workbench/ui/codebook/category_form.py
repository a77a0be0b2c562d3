"""The form of a category: all that a code list says of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from workbench.domain.codebook import Attribute, Category, CodeList, Kind
from workbench.domain.codebook_edit.categories import numbered
from workbench.ui.codebook.choices import TwinChoices
from workbench.ui.codebook.fields import Check, ColourField, WordLine
from workbench.ui.codebook.form import EditForm, Entry, given
from workbench.ui.codebook.kit import Kit, only, optional
from workbench.ui.tags.field import Field, Given
from workbench.ui.tags.labels import told
from workbench.ui.tags.line_fields import DateField, NumberField
from workbench.ui.tags.picker import Picker


def fill_category_form(
    form: EditForm, kit: Kit, code_list: CodeList, check_pattern: Callable[[str], str]
) -> None:
    """Add the fields of a category of `code_list`."""
    kit.label_line(form)
    kit.key_line(form)
    _add_numbers(form, kit, code_list.key)
    kit.guide_lines(form)
    _add_source(form, kit)
    _add_names(form, kit, check_pattern)
    _add_attributes(form, kit, code_list)
    _add_kin(form, kit, code_list)
    _add_looks(form, kit)
    form.finish()


def _add_numbers(form: EditForm, kit: Kit, code_list: str) -> None:
    translate = QCoreApplication.translate
    code = kit.number(
        "code",
        translate("Codebook", "Numeric code"),
        Kind.INTEGER,
        lambda item, value: (
            _with_free_code(kit, code_list, item) if value is None else replace(item, code=value)
        ),
    )
    score = kit.number(
        "score",
        translate("Codebook", "Score; empty is off the scale"),
        Kind.REAL,
        lambda item, value: replace(item, score=None if value is None else float(value)),
    )
    form.line(translate("Codebook", "Code, score"), code, score)


def _with_free_code(kit: Kit, code_list: str, category: Category) -> Category:
    taken = (kit.source.spent(code_list).code,)
    return numbered(kit.source.codebook.code_list(code_list), replace(category, code=0), taken)


def _add_source(form: EditForm, kit: Kit) -> None:
    label = QCoreApplication.translate("Codebook", "Source")
    form.line(label, kit.words("source", label))


def _add_names(form: EditForm, kit: Kit, check_pattern: Callable[[str], str]) -> None:
    translate = QCoreApplication.translate
    form.head(translate("Codebook", "Found in the text by"))
    form.line(
        translate("Codebook", "Aliases"),
        kit.many("aliases", translate("Codebook", "Aliases, one a line")),
    )
    form.line(
        translate("Codebook", "Patterns"),
        kit.many(
            "patterns",
            translate("Codebook", "Patterns (regular expressions), one a line"),
            check_pattern,
            translate(
                "Codebook",
                "Regular expressions of Python; \\p{Han} is any Chinese character. Approximate "
                "matching is not possible.",
            ),
        ),
    )


def _add_attributes(form: EditForm, kit: Kit, code_list: CodeList) -> None:
    if not code_list.attributes:
        return
    form.head(QCoreApplication.translate("Codebook", "Attributes"))
    for attribute in code_list.attributes:
        name = told(attribute.label) or attribute.key
        beside = "" if attribute.kind is Kind.BOOLEAN else name  # a box says what it is itself
        form.line(beside, _attribute_entry(kit, attribute, name))


def _attribute_entry(kit: Kit, attribute: Attribute, name: str) -> Entry:
    key = attribute.key

    def read(item: Any) -> Given:
        value = item.attributes.get(key)
        return (bool(value),) if attribute.kind is Kind.BOOLEAN else given(value)

    def put(item: Any, values: Given) -> Any:
        kept = {each: value for each, value in item.attributes.items() if each != key}
        value = only(values)
        if value is None or value is False:
            return replace(item, attributes=kept)
        return replace(item, attributes={**kept, key: value})

    return Entry(f"attribute_{key}", name, _attribute_field(kit, attribute, name), read, put)


def _attribute_field(kit: Kit, attribute: Attribute, name: str) -> Field:
    match attribute.kind:
        case Kind.CATEGORY:
            return kit.picker(name, attribute.code_list or "", several=False)
        case Kind.BOOLEAN:
            return Check(name)
        case Kind.DATE:
            return DateField(kit.theme)
        case Kind.INTEGER | Kind.REAL:
            return NumberField(attribute.kind, kit.theme)
        case Kind.TEXT | Kind.LINK:
            return WordLine(kit.theme)


def _add_kin(form: EditForm, kit: Kit, code_list: CodeList) -> None:
    translate = QCoreApplication.translate
    form.head(translate("Codebook", "Beside other categories"))
    under = translate("Codebook", "Stands under")
    form.line(
        under,
        kit.pick(
            "parent",
            under,
            code_list.key,
            lambda item: given(item.parent),
            lambda item, values: replace(item, parent=optional(values)),
        ),
    )
    members = translate("Codebook", "Members")
    form.line(
        members,
        kit.pick(
            "members",
            translate("Codebook", "Members of a compound, such as the states of a group"),
            code_list.key,
            lambda item: item.members,
            lambda item, values: replace(item, members=tuple(map(str, values))),
            several=True,
        ),
    )
    twin = translate("Codebook", "Twin")
    form.line(
        twin,
        Entry(
            "same_as",
            translate("Codebook", "Twin: the same thing in another list"),
            Picker(TwinChoices(kit.source, code_list.key), False, kit.theme),
            lambda item: given(item.same_as),
            lambda item, values: replace(item, same_as=optional(values)),
        ),
    )


def _add_looks(form: EditForm, kit: Kit) -> None:
    translate = QCoreApplication.translate
    form.head(translate("Codebook", "In the tag panel"))
    colour = kit.entry("colour", translate("Codebook", "Colour"), ColourField(kit.theme))
    form.line(translate("Codebook", "Colour, shortcut"), colour, kit.shortcut())
    kit.retired_line(form)
