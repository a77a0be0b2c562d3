"""The form of a code list: its names, its rules, and the attributes that it declares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from workbench.domain.codebook import Attribute, Kind, Words
from workbench.ui.codebook.fields import Choose, Option, WordLine
from workbench.ui.codebook.form import EditForm, Entry, given, words_of
from workbench.ui.codebook.kit import Kit, optional
from workbench.ui.codebook.table_field import Column, Line, TableField
from workbench.ui.guide.words import kind_name
from workbench.ui.tags.labels import name_of

_KINDS = tuple(each for each in Kind if each is not Kind.LINK)


def fill_list_form(form: EditForm, kit: Kit) -> None:
    """Add the fields of a code list."""
    translate = QCoreApplication.translate
    kit.label_line(form)
    kit.key_line(form)
    ordered = translate("Codebook", "The order of its categories is a scale")
    form.line("", kit.check("ordered", ordered))
    form.head(translate("Codebook", "Attributes that each category may have"))
    form.line("", _attributes(kit))
    kit.guide_lines(form)
    form.finish()


def _attributes(kit: Kit) -> Entry:
    translate = QCoreApplication.translate
    columns = (
        Column(translate("Codebook", "Key"), lambda: WordLine(kit.theme), 3),
        Column(translate("Codebook", "Chinese"), lambda: WordLine(kit.theme), 4),
        Column(translate("Codebook", "English"), lambda: WordLine(kit.theme), 4),
        Column(translate("Codebook", "Kind"), lambda: Choose(_kinds, 5), 3),
        Column(
            translate("Codebook", "Code list"), lambda: Choose(partial(list_options, kit), 5), 3
        ),
    )
    field = TableField(
        columns,
        lambda line: not line[0],
        translate("Codebook", "Add an attribute"),
        translate("Codebook", "Remove the attribute"),
        kit.theme,
    )
    return Entry(
        "attributes",
        translate("Codebook", "Attributes"),
        field,
        lambda item: tuple(_line(each) for each in item.attributes),
        lambda item, lines: replace(item, attributes=tuple(_attribute(each) for each in lines)),
    )


def _kinds() -> Sequence[Option]:
    return [(str(kind), kind_name(kind)) for kind in _KINDS]


def list_options(kit: Kit) -> Sequence[Option]:
    """Return the code lists that a field of categories may take, and none."""
    lists = kit.source.codebook.code_lists
    return [("", "—"), *((each.key, name_of(each)) for each in lists)]


def _line(attribute: Attribute) -> Line:
    label = attribute.label
    parts: Sequence[Any] = (attribute.key, label.zh, label.en, str(attribute.kind))
    return (*map(given, parts), given(attribute.code_list))


def _attribute(line: Line) -> Attribute:
    key, zh, en, kind, code_list = line
    wanted = Kind(words_of(kind) or Kind.TEXT)
    label = Words(words_of(zh), words_of(en))
    return Attribute(words_of(key), wanted, label, _list_for(wanted, optional(code_list)))


def _list_for(kind: Kind, code_list: str | None) -> str | None:
    return code_list if kind is Kind.CATEGORY else None
