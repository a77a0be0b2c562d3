"""Wordings in the language of the interface, the other language beside them, and tool tips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from workbench.domain.codebook import Category, CodeList, Guide, Layer, Variable, Words
from workbench.domain.values import Missing
from workbench.ui.card import Card, card_text
from workbench.ui.punctuation import listed, named

_MOST_ALIASES = 12


def interface_language() -> str:
    """Return "zh" or "en", the language that labels are shown in first."""
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"


def told(words: Words) -> str:
    """Return the wording in the language of the interface."""
    return words.told(interface_language())


def other(words: Words) -> str:
    """Return the wording in the other language, empty where it says the same."""
    text = words.en if interface_language() == "zh" else words.zh
    return "" if text == told(words) else text


def name_of(item: Category | CodeList | Layer | Variable) -> str:
    """Return the item's label in the language of the interface, else its key."""
    return told(item.label) or item.key


def signed(score: float | None) -> str:
    """Return a score with its sign and a real minus; empty off the scale."""
    if score is None:
        return ""
    text = f"{score:+g}" if score else "0"
    return text.replace("-", "−")


def missing_name(value: Missing) -> str:
    """Return what a missing value is called."""
    match value:
        case Missing.NOT_APPLICABLE:
            return QCoreApplication.translate("Missing", "not applicable")
        case Missing.UNDECIDABLE:
            return QCoreApplication.translate("Missing", "undecidable")
        case Missing.NOT_CODED:
            return QCoreApplication.translate("Missing", "not coded")


def missing_label(value: Missing) -> str:
    """Return the name of a missing value with its code."""
    return f"{missing_name(value)} −{abs(int(value))}"


def category_tip(category: Category, layer: Layer | None = None) -> str:
    """Return a category's rules as rich text; the layer's where the category has none."""
    guide = category.guide if category.guide != Guide() or layer is None else layer.guide
    also = [name for name in category.aliases if name not in (category.label.zh, category.label.en)]
    beside = (other(category.label), signed(category.score))
    return _tip(name_of(category), beside, guide, also, category.shortcut)


def layer_tip(layer: Layer) -> str:
    """Return a layer's rules as rich text."""
    return _tip(name_of(layer), (other(layer.label),), layer.guide, (), layer.shortcut)


def variable_tip(variable: Variable) -> str:
    """Return a variable's question and rules as rich text."""
    rows = [(question_word(), told(variable.question)), *rules_of(variable.guide)]
    lead = told(variable.guide.definition)
    beside = (other(variable.label),)
    return card_text(Card(name_of(variable), beside, lead, rows, (page_hint(),)))


def _tip(title: str, beside: Sequence[str], guide: Guide, also: Sequence[str], key: str) -> str:
    shown = listed(also[:_MOST_ALIASES]) + "…" * (len(also) > _MOST_ALIASES)
    rows = [*rules_of(guide), (also_word(), shown)]
    told_key = named(QCoreApplication.translate("Tip", "Key"), key) if key else ""
    lead = told(guide.definition)
    return card_text(Card(title, beside, lead, rows, (told_key, page_hint())))


def rules_of(guide: Guide) -> list[tuple[str, str]]:
    """Return the include rule, the exclude rule and the example beside what they are called."""
    names = rule_names()
    rules = (told(guide.include), told(guide.exclude), told(guide.example))
    return list(zip(names, rules, strict=True))


def rule_names() -> tuple[str, str, str]:
    """Return what include rule, exclude rule and example are called."""
    return (
        QCoreApplication.translate("Tip", "Include"),
        QCoreApplication.translate("Tip", "Exclude"),
        QCoreApplication.translate("Tip", "Example"),
    )


def also_word() -> str:
    """Return what aliases are called."""
    return QCoreApplication.translate("Tip", "Also")


def question_word() -> str:
    """Return what the question that a variable asks is called."""
    return QCoreApplication.translate("Tip", "Question")


def page_hint() -> str:
    """Return which key opens the page of what is pointed at."""
    return QCoreApplication.translate("Tip", "F1: the whole entry")
