"""The pages of a layer and of a variable."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication

from workbench.app.places import Place, place_of_variable
from workbench.domain.codebook import CodeList, Layer, Variable
from workbench.ui.guide.linker import Linker
from workbench.ui.guide.markup import heading, line, points, rows, section
from workbench.ui.guide.words import kind_name, scope_name
from workbench.ui.punctuation import either, listed_apart
from workbench.ui.tags.labels import name_of, other, question_word, told


def layer_page(linker: Linker, entry: Place, layer: Layer) -> str:
    """Return the page of a layer: its rules, and its variables with their questions."""
    translate = QCoreApplication.translate
    clauses = (either(_names_of(layer, clause)) for clause in layer.complete)
    facts = [
        *linker.guide(layer.guide, entry, _lists_of(layer)),
        (translate("Guide", "Marks"), escape(scope_name(layer.scope))),
        (translate("Guide", "Complete with"), escape(listed_apart(clauses))),
        linker.use(),
        (translate("Guide", "Shortcut"), escape(layer.shortcut)),
        (translate("Guide", "Key"), escape(layer.key)),
    ]
    lines = (
        (0, linker.line(place_of_variable(layer.key, each.key), each, told(each.question)))
        for each in layer.variables
        if not each.retired
    )
    head = heading(name_of(layer), other(layer.label))
    return head + rows(facts) + section(translate("Guide", "Variables")) + points(lines)


def _names_of(layer: Layer, keys: Iterable[str]) -> list[str]:
    return [name_of(layer.by_key[key]) for key in keys]


def _lists_of(layer: Layer) -> list[str]:
    keys = (each.code_list for each in layer.variables)
    return list(dict.fromkeys(key for key in keys if key is not None))


def variable_page(linker: Linker, entry: Place, variable: Variable) -> str:
    """Return the page of a variable: its question, its rules, and what it takes."""
    translate = QCoreApplication.translate
    code_list = linker.codebook.lists_by_key.get(variable.code_list or "")
    facts = [
        (question_word(), _question(variable)),
        *linker.guide(variable.guide, entry, (code_list.key,) if code_list else ()),
        (translate("Guide", "Values"), escape(_values(variable))),
        (translate("Guide", "Code list"), linker.to_list(code_list) if code_list else ""),
        (translate("Guide", "Default"), _default(linker, code_list, variable.default)),
        linker.use(),
        (translate("Guide", "Key"), escape(variable.key)),
    ]
    return heading(name_of(variable), other(variable.label)) + rows(facts)


def _question(variable: Variable) -> str:
    asked, beside = escape(told(variable.question)), escape(other(variable.question))
    return line(asked) + line(beside, "other")


def _values(variable: Variable) -> str:
    kind = kind_name(variable.kind)
    if not variable.several:
        return kind
    return QCoreApplication.translate("Guide", "{kind}, several").format(kind=kind)


def _default(linker: Linker, code_list: CodeList | None, default: str) -> str:
    return linker.value(code_list.key if code_list else None, default)
