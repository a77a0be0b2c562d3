"""What the ledger calls things."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.app.forecasts import By, Entry, Ledger, State
from workbench.domain.codebook import Category
from workbench.domain.forecasts import question_list
from workbench.ui.tags.labels import interface_language


def state_name(state: State) -> str:
    """Return what became of a forecast."""
    translate = QCoreApplication.translate
    names = {
        State.SCORED: translate("Forecasts", "scored"),
        State.UNRESOLVED: translate("Forecasts", "question open"),
        State.NO_PROBABILITY: translate("Forecasts", "no probability"),
        State.CONDITION_OPEN: translate("Forecasts", "condition open"),
        State.VOID: translate("Forecasts", "void: condition not met"),
        State.REPEATED: translate("Forecasts", "a later one counts"),
        State.NO_QUESTION: translate("Forecasts", "no question"),
    }
    return names[state]


def by_name(by: By) -> str:
    """Return whose scores are told."""
    translate = QCoreApplication.translate
    names = {
        By.CLAIMANT: translate("Forecasts", "by claimant"),
        By.AUTHOR: translate("Forecasts", "by author"),
        By.OUTLET: translate("Forecasts", "by outlet"),
    }
    return names[by]


def unknown() -> str:
    """Return what stands where nobody is named."""
    return QCoreApplication.translate("Forecasts", "not known")


def outcomes(ledger: Ledger) -> tuple[Category, ...]:
    """Return the categories that a question's outcome is one of."""
    asked = question_list(ledger.codebook)
    declared = asked.attributes if asked else ()
    names = [each.code_list for each in declared if each.key == "outcome" and each.code_list]
    known = ledger.codebook.lists_by_key.get(names[0]) if names else None
    return tuple(each for each in known.categories if not each.retired) if known else ()


def outcome_name(ledger: Ledger, outcome: str) -> str:
    """Return what an outcome or an answer is called; what is in no list by its key."""
    language = interface_language()
    named = {each.key: each.label.told(language) for each in outcomes(ledger)}
    return named.get(outcome) or outcome


def probability_text(entry: Entry) -> str:
    """Return a forecast's probability as a person writes it."""
    probability = entry.forecast.probability
    return "" if probability is None else f"{probability:g}"
