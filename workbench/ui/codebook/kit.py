"""What the forms of layers, variables, code lists and categories are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from workbench.domain.codebook import Guide, Kind, Layer, Scope, Variable, Words
from workbench.ui.codebook.choices import FixedChoices
from workbench.ui.codebook.fields import Check, Choose, ManyLines, Option, WordLine
from workbench.ui.codebook.form import EditForm, Entry, given, words_of
from workbench.ui.tags.field import Field, Given
from workbench.ui.tags.line_fields import NumberField
from workbench.ui.tags.picker import CategoryPicker, Picker
from workbench.ui.tags.source import Source
from workbench.ui.tags.text_fields import TextField
from workbench.ui.theme import Theme

Read = Callable[[Any], Any]
#: From an item and a value (a text, a number, or whatever `read` gives) to the changed item.
Put = Callable[[Any, Any], Any]


class ListPicker(CategoryPicker):
    """A field of categories that knows which list lacks what is to be added."""

    def __init__(self, source: Source, layer: Layer, variable: Variable, theme: Theme) -> None:
        super().__init__(source, layer, variable, theme)
        self.code_list = variable.code_list or ""


def _attribute(name: str) -> Read:
    return lambda item: getattr(item, name)


def _with_attribute(name: str) -> Put:
    return lambda item, value: replace(item, **{name: value})


@dataclass(frozen=True)
class Kit:
    """Make fields in one theme over one project's codebook.

    A field is of the item's attribute of its name, unless `read` and `put` say otherwise.
    """

    theme: Theme
    source: Source

    def entry(
        self,
        name: str,
        label: str,
        field: Field,
        read: Read | None = None,
        put: Put | None = None,
    ) -> Entry:
        """Return a field of one value: `read` and `put` deal in the value alone."""
        get, change = read or _attribute(name), put or _with_attribute(name)
        return Entry(
            name,
            label,
            field,
            lambda item: given(get(item)),
            lambda item, values: change(item, values[0] if values else ""),
        )

    def words(
        self, name: str, label: str, read: Read | None = None, put: Put | None = None
    ) -> Entry:
        """Return a line of words."""
        return self.entry(name, label, WordLine(self.theme), read, put)

    def number(self, name: str, label: str, kind: Kind, put: Put) -> Entry:
        """Return a line for a number; `put` gets None where it is empty."""
        read = _attribute(name)
        return Entry(
            name,
            label,
            NumberField(kind, self.theme),
            lambda item: given(read(item)),
            lambda item, values: put(item, values[0] if values else None),
        )

    def many(
        self,
        name: str,
        label: str,
        check: Callable[[str], str] | None = None,
        tip: str = "",
    ) -> Entry:
        """Return texts, one a line."""
        field = ManyLines(self.theme, check)
        return Entry(name, label, field, _attribute(name), _with_attribute(name), tip)

    def check(self, name: str, label: str) -> Entry:
        """Return a box to be checked; its label stands beside it."""
        read, put = _attribute(name), _with_attribute(name)
        return Entry(
            name,
            label,
            Check(label),
            lambda item: (bool(read(item)),),
            lambda item, values: put(item, bool(values[0])),
        )

    def choose(
        self, name: str, label: str, options: Callable[[], Sequence[Option]], read: Read, put: Put
    ) -> Entry:
        """Return one of a few options."""
        return self.entry(name, label, Choose(options), read, put)

    def pick(
        self, name: str, label: str, code_list: str, read: Read, put: Put, *, several: bool = False
    ) -> Entry:
        """Return categories of a code list, found by typing."""
        return Entry(name, label, self.picker(label, code_list, several=several), read, put)

    def picker(self, label: str, code_list: str, *, several: bool) -> ListPicker:
        """Return a field of categories."""
        wanted = Variable(
            "picked", Kind.CATEGORY, Words(label, label), code_list=code_list, several=several
        )
        layer = Layer("picked", Words(), Scope.SPAN, (wanted,))
        return ListPicker(self.source, layer, wanted, self.theme)

    def picked(self, options: Callable[[], Sequence[Option]], *, several: bool = True) -> Picker:
        """Return a field of fixed options, found by typing."""
        return Picker(FixedChoices(options), several, self.theme)

    # --- what every part of the codebook has

    def label_line(self, form: EditForm) -> None:
        """Add the labels in both languages."""
        form.line(QCoreApplication.translate("Codebook", "Label"), *self._label_entries())

    def _label_entries(self) -> tuple[Entry, Entry]:
        translate = QCoreApplication.translate
        return (
            self.words(
                "label_zh",
                translate("Codebook", "Label in Chinese"),
                lambda item: item.label.zh,
                lambda item, text: replace(item, label=replace(item.label, zh=text)),
            ),
            self.words(
                "label_en",
                translate("Codebook", "Label in English"),
                lambda item: item.label.en,
                lambda item, text: replace(item, label=replace(item.label, en=text)),
            ),
        )

    def key_line(self, form: EditForm) -> None:
        """Add the key."""
        label = QCoreApplication.translate("Codebook", "Key in the dataset")
        form.line(QCoreApplication.translate("Codebook", "Key"), self.words("key", label))

    def shortcut(self) -> Entry:
        """Return the line of the key that marks."""
        return self.words("shortcut", QCoreApplication.translate("Codebook", "Shortcut"))

    def retired_line(self, form: EditForm) -> None:
        """Add whether it is offered no more."""
        retired = QCoreApplication.translate("Codebook", "Retired")
        form.line("", self.check("retired", retired))

    def guide_lines(self, form: EditForm) -> None:
        """Add what a coder reads before applying a tag, each in both languages."""
        translate = QCoreApplication.translate
        form.head(translate("Codebook", "Rules for the coder (Chinese, English)"))
        for part, label in (
            ("definition", translate("Codebook", "Definition")),
            ("include", translate("Codebook", "Include")),
            ("exclude", translate("Codebook", "Exclude")),
            ("example", translate("Codebook", "Example")),
        ):
            form.line(label, *(self._guide_entry(part, label, tongue) for tongue in ("zh", "en")))

    def _guide_entry(self, part: str, label: str, tongue: str) -> Entry:
        def read(item: Any) -> str:
            return getattr(getattr(item.guide, part), tongue)

        def put(item: Any, text: str) -> Any:
            words: Words = replace(getattr(item.guide, part), **{tongue: text})
            guide: Guide = replace(item.guide, **{part: words})
            return replace(item, guide=guide)

        return self.entry(f"{part}_{tongue}", _in_tongue(label, tongue), self._text(), read, put)

    def question_line(self, form: EditForm) -> None:
        """Add the question that a variable puts to the coder."""
        label = QCoreApplication.translate("Codebook", "Question")

        def entry(tongue: str) -> Entry:
            return self.entry(
                f"question_{tongue}",
                _in_tongue(label, tongue),
                self._text(),
                lambda item: getattr(item.question, tongue),
                lambda item, text: replace(item, question=replace(item.question, **{tongue: text})),
            )

        form.line(label, entry("zh"), entry("en"))

    def _text(self) -> TextField:
        return TextField(self.theme, most=14)


def _in_tongue(label: str, tongue: str) -> str:
    translate = QCoreApplication.translate
    told = {
        "zh": translate("Codebook", "{label} in Chinese"),
        "en": translate("Codebook", "{label} in English"),
    }
    return told[tongue].format(label=label)


def only(values: Given) -> Any:
    """Return a field's only value, None where it has none."""
    return values[0] if values else None


def optional(values: Given) -> str | None:
    """Return a field's only text, None where it has none."""
    return words_of(values) or None
