"""Wordings in the language of the interface, the other language beside them, and tool tips."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, QLocale

from workbench.domain.codebook import Category, CodeList, Guide, Layer, Variable, Words
from workbench.domain.values import Missing


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
    also = [name for name in category.aliases if name != category.label.zh]
    return _tip(category.label, guide, also, category.shortcut, signed(category.score))


def layer_tip(layer: Layer) -> str:
    """Return a layer's rules as rich text."""
    return _tip(layer.label, layer.guide, [], layer.shortcut)


def variable_tip(variable: Variable) -> str:
    """Return a variable's question and rules as rich text."""
    question = f"<p>{escape(told(variable.question))}</p>" if told(variable.question) else ""
    return _heading(variable.label) + question + _rules(variable.guide)


def _tip(label: Words, guide: Guide, also: list[str], key: str, score: str = "") -> str:
    parts = [_heading(label, score), _rules(guide)]
    if also:
        comma = QCoreApplication.translate("Completeness", ", ")
        parts.append(_line(QCoreApplication.translate("Tip", "Also"), comma.join(also)))
    if key:
        parts.append(_line(QCoreApplication.translate("Tip", "Key"), key))
    return "".join(parts)


def _heading(label: Words, score: str = "") -> str:
    muted = "&nbsp; ".join(escape(each) for each in (other(label), score) if each)
    return f"<p><b>{escape(told(label))}</b>&nbsp; {muted}</p>"


def _rules(guide: Guide) -> str:
    definition = told(guide.definition)
    rules = (
        (QCoreApplication.translate("Tip", "Include"), told(guide.include)),
        (QCoreApplication.translate("Tip", "Exclude"), told(guide.exclude)),
        (QCoreApplication.translate("Tip", "Example"), told(guide.example)),
    )
    head = f"<p>{escape(definition)}</p>" if definition else ""
    return head + "".join(_line(name, text) for name, text in rules if text)


def _line(name: str, text: str) -> str:
    return f"<p><b>{escape(name)}</b>&nbsp; {escape(text)}</p>"
