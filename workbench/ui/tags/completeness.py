"""What an annotation still lacks, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from workbench.domain.codebook import Category, Codebook, Layer, Variable, Want
from workbench.domain.terms import can_be_in_office
from workbench.domain.values import Values, clauses_lacking, is_met
from workbench.ui.punctuation import either, listed
from workbench.ui.tags.labels import name_of


def lacking(layer: Layer, values: Values) -> list[str]:
    """Return the names of what is missing; alternatives are joined by "or"."""
    return [
        either(name_of(layer.variable(key)) for key in clause)
        for clause in clauses_lacking(layer, values)
    ]


def completeness(layer: Layer, values: Values) -> str:
    """Return one line: complete, or what is missing."""
    names = lacking(layer, values)
    if not names:
        return QCoreApplication.translate("Completeness", "✓ complete")
    comma = QCoreApplication.translate("Completeness", ", ")
    sentence = QCoreApplication.translate("Completeness", "○ incomplete: {names}")
    return sentence.format(names=comma.join(names))


def not_saved(names: Sequence[str]) -> str:
    """Return one line: which fields hold what was refused."""
    comma = QCoreApplication.translate("Completeness", ", ")
    sentence = QCoreApplication.translate("Completeness", "✗ not saved: {names}")
    return sentence.format(names=comma.join(names))


def advised(codebook: Codebook, layer: Layer, values: Values, date: str) -> dict[str, str]:
    """Return what is lacking or odd, by variable: in a sentence to stand below its field.

    `date` is when what is coded was, "" where that is unknown.
    """
    found: dict[str, list[str]] = {}
    for want in layer.wants:
        if is_met(want, values) and not any(values.get(key) for key in want.wanted):
            found.setdefault(_place(layer, want), []).append(_wish(codebook, layer, want, values))
    for variable in layer.variables:
        for category in _out_of_office(codebook, variable, values, date):
            sentence = QCoreApplication.translate(
                "Completeness", "{name} was not in office: {date}"
            )
            told = sentence.format(name=name_of(category), date=date)
            found.setdefault(variable.key, []).append(told)
    return {key: "\n".join(sentences) for key, sentences in found.items()}


def _place(layer: Layer, want: Want) -> str:
    """Return the variable beside which it is said: one that is in sight if there is one."""
    shown = [key for key in want.wanted if not layer.variable(key).folded]
    return (shown or list(want.wanted))[0]


def _wish(codebook: Codebook, layer: Layer, want: Want, values: Values) -> str:
    code_list = codebook.code_list(layer.variable(want.variable).code_list or "")
    held = [code_list.by_key[each] for each in want.categories if each in values[want.variable]]
    sentence = QCoreApplication.translate("Completeness", "missing: {names} ({category})")
    names = either(name_of(layer.variable(key)) for key in want.wanted)
    return sentence.format(names=names, category=listed(map(name_of, held)))


def _out_of_office(
    codebook: Codebook, variable: Variable, values: Values, date: str
) -> list[Category]:
    if not date or variable.code_list is None:
        return []
    known = codebook.code_list(variable.code_list).by_key
    chosen = (known.get(str(each)) for each in values.get(variable.key, ()))
    return [each for each in chosen if each is not None and not can_be_in_office(each, date)]
