"""The forms of a layer and of its variables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from workbench.domain.codebook import Kind, Scope, Variable, Want
from workbench.ui.codebook.fields import Option
from workbench.ui.codebook.form import EditForm, Entry, given
from workbench.ui.codebook.kit import Kit, optional
from workbench.ui.codebook.list_form import list_options
from workbench.ui.codebook.naming import shape_name
from workbench.ui.codebook.table_field import Column, Line, TableField
from workbench.ui.guide.words import kind_name, scope_name
from workbench.ui.reading.view_model import Shape
from workbench.ui.tags.labels import name_of, told

# --- layers


def fill_layer_form(form: EditForm, kit: Kit, layer: str) -> None:
    """Add the fields of the layer of this key."""
    translate = QCoreApplication.translate
    kit.label_line(form)
    kit.key_line(form)
    scope = kit.choose(
        "scope",
        translate("Codebook", "Marks"),
        lambda: [(str(each), scope_name(each)) for each in Scope],
        lambda item: str(item.scope),
        lambda item, value: replace(item, scope=Scope(value)),
    )
    form.line(translate("Codebook", "Marks"), scope)
    shape = kit.choose(
        "shape",
        translate("Codebook", "Drawn as"),
        lambda: [(str(each), shape_name(each)) for each in Shape],
        lambda item: item.shape or str(Shape.THIN_LINE),
        lambda item, value: replace(item, shape=value),
    )
    form.line(translate("Codebook", "Drawn as"), shape)
    form.line(translate("Codebook", "Shortcut"), kit.shortcut())
    _add_rules(form, kit, layer)
    kit.guide_lines(form)
    kit.retired_line(form)
    form.finish()


def _add_rules(form: EditForm, kit: Kit, layer: str) -> None:
    translate = QCoreApplication.translate
    form.head(translate("Codebook", "Complete when it has, of each line, at least one"))
    form.line("", _complete(kit, layer))
    form.head(translate("Codebook", "Wished for: where one holds a category, at least one other"))
    form.line("", _wants(kit, layer))


def _complete(kit: Kit, layer: str) -> Entry:
    translate = QCoreApplication.translate
    label = translate("Codebook", "Complete when")
    column = Column("", lambda: kit.picked(lambda: _variables(kit, layer)), name=label)
    field = TableField(
        [column],
        lambda line: not line[0],
        translate("Codebook", "Add a line"),
        translate("Codebook", "Remove the line"),
        kit.theme,
    )
    return Entry(
        "complete",
        label,
        field,
        lambda item: tuple((clause,) for clause in item.complete),
        lambda item, lines: replace(item, complete=tuple(_keys(line[0]) for line in lines)),
    )


def _wants(kit: Kit, layer: str) -> Entry:
    translate = QCoreApplication.translate
    columns = (
        Column(
            translate("Codebook", "Where"),
            lambda: kit.picked(lambda: _variables(kit, layer, Kind.CATEGORY), several=False),
        ),
        Column(translate("Codebook", "holds"), lambda: kit.picked(lambda: _held(kit, layer))),
        Column(
            translate("Codebook", "one wishes for"),
            lambda: kit.picked(lambda: _variables(kit, layer)),
        ),
    )
    field = TableField(
        columns,
        lambda line: not all(line),
        translate("Codebook", "Add a wish"),
        translate("Codebook", "Remove the wish"),
        kit.theme,
    )
    return Entry(
        "wants",
        translate("Codebook", "Wished for"),
        field,
        lambda item: tuple(((w.variable,), w.categories, w.wanted) for w in item.wants),
        lambda item, lines: replace(item, wants=tuple(map(_want, lines))),
    )


def _want(line: Line) -> Want:
    return Want(str(line[0][0]), _keys(line[1]), _keys(line[2]))


def _keys(values: Sequence[Any]) -> tuple[str, ...]:
    return tuple(map(str, values))


def _variables(kit: Kit, layer: str, kind: Kind | None = None) -> list[Option]:
    found = kit.source.codebook.layers_by_key.get(layer)
    variables = found.variables if found else ()
    return [(each.key, name_of(each)) for each in variables if kind in (None, each.kind)]


def _held(kit: Kit, layer: str) -> list[Option]:
    """Return the categories that any variable of the layer may hold."""
    codebook = kit.source.codebook
    found = codebook.layers_by_key.get(layer)
    lists = dict.fromkeys(each.code_list for each in (found.variables if found else ()))
    return [
        (each.key, name_of(each))
        for key in lists
        if key is not None
        for each in codebook.code_list(key).categories
    ]


# --- variables


def fill_variable_form(form: EditForm, kit: Kit, variable: Variable) -> None:
    """Add the fields of a variable; they follow its kind."""
    kit.label_line(form)
    kit.key_line(form)
    _add_kind(form, kit, variable)
    kit.question_line(form)
    _add_habits(form, kit, variable)
    kit.guide_lines(form)
    kit.retired_line(form)
    form.finish()


def _add_kind(form: EditForm, kit: Kit, variable: Variable) -> None:
    translate = QCoreApplication.translate
    kind = kit.choose(
        "kind",
        translate("Codebook", "Kind"),
        lambda: [(str(each), kind_name(each)) for each in Kind],
        lambda item: str(item.kind),
        lambda item, value: _of_kind(kit, item, Kind(value)),
    )
    form.line(translate("Codebook", "Kind"), kind)
    if variable.kind is Kind.CATEGORY:
        code_list = kit.choose(
            "code_list",
            translate("Codebook", "Code list"),
            lambda: list_options(kit)[1:],
            lambda item: item.code_list or "",
            lambda item, value: replace(item, code_list=value or None, requires=None, default=""),
        )
        form.line(translate("Codebook", "Code list"), code_list)
    if variable.kind in (Kind.CATEGORY, Kind.LINK):
        several = translate("Codebook", "Takes several values, in order")
        form.line("", kit.check("several", several))


def _of_kind(kit: Kit, variable: Variable, kind: Kind) -> Variable:
    """Return a variable as one of another kind: what does not go with it is left out."""
    lists = kit.source.codebook.code_lists
    code_list = lists[0].key if kind is Kind.CATEGORY and lists else None
    several = variable.several and kind in (Kind.CATEGORY, Kind.LINK)
    return replace(
        variable, kind=kind, code_list=code_list, several=several, requires=None, default=""
    )


def _add_habits(form: EditForm, kit: Kit, variable: Variable) -> None:
    translate = QCoreApplication.translate
    default = translate("Codebook", "Default")
    if variable.kind is Kind.CATEGORY:
        _add_requires(form, kit, variable)
        form.line(
            default,
            kit.pick(
                "default",
                default,
                variable.code_list or "",
                lambda item: given(item.default),
                lambda item, values: replace(item, default=optional(values) or ""),
            ),
        )
    elif variable.kind is not Kind.LINK:
        form.line(default, kit.words("default", default))
    folded = translate("Codebook", "Folded away in the form until it is wanted")
    form.line("", kit.check("folded", folded))


def _add_requires(form: EditForm, kit: Kit, variable: Variable) -> None:
    label = QCoreApplication.translate("Codebook", "Offers only those that")
    code_list = kit.source.codebook.lists_by_key.get(variable.code_list or "")
    attributes = code_list.attributes if code_list else ()
    booleans = [each for each in attributes if each.kind is Kind.BOOLEAN]
    options = [(each.key, told(each.label) or each.key) for each in booleans]
    if options:
        entry = kit.choose(
            "requires",
            label,
            lambda: [("", "—"), *options],
            lambda item: item.requires or "",
            lambda item, value: replace(item, requires=value or None),
        )
        form.line(label, entry)
