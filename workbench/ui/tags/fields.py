"""Which field a variable gets."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.app.places import place_of_category
from workbench.domain.annotation import Certainty
from workbench.domain.codebook import Category, Codebook, CodeList, Kind, Layer, Variable
from workbench.domain.forecasts import is_probability
from workbench.ui.tags.field import Field
from workbench.ui.tags.labels import category_tip, name_of, signed
from workbench.ui.tags.line_fields import DateField, NumberField, ProbabilityField
from workbench.ui.tags.picker import CategoryPicker, LinkPicker
from workbench.ui.tags.segments import Option, Segments
from workbench.ui.tags.source import Source
from workbench.ui.tags.text_fields import TextField
from workbench.ui.theme import Theme
from workbench.ui.wording import certainty_name

_FEW = 8


def make_field(source: Source, layer: Layer, variable: Variable, theme: Theme) -> Field:
    """Return an empty field for a variable of `layer`."""
    match variable.kind:
        case Kind.CATEGORY if is_short_scale(source.codebook, variable):
            return Segments(lambda: _options(source.codebook, variable), theme)
        case Kind.CATEGORY:
            return CategoryPicker(source, layer, variable, theme)
        case Kind.LINK:
            return LinkPicker(source, layer, variable, theme)
        case Kind.BOOLEAN:
            return Segments(_yes_no, theme)
        case Kind.TEXT:
            return TextField(theme)
        case Kind.DATE:
            return DateField(theme)
        case Kind.REAL if is_probability(layer, variable):
            return ProbabilityField(theme)
        case Kind.INTEGER | Kind.REAL:
            return NumberField(variable.kind, theme)


def is_short_scale(codebook: Codebook, variable: Variable) -> bool:
    """Tell whether a variable's list is short and closed enough for a row of buttons.

    Lists of things found in the text have aliases, parents or attributes, and grow.
    """
    if variable.several or variable.code_list is None:
        return False
    offered = codebook.offered(variable)
    code_list = codebook.code_list(variable.code_list)
    grows = code_list.attributes or any(_is_found_in_text(each) for each in offered)
    return 1 <= len(offered) <= _FEW and not grows


def short_scales(codebook: Codebook, layer: Layer) -> tuple[CodeList, ...]:
    """Return the lists that a layer's form shows as rows of buttons."""
    short = (each for each in layer.variables if is_short_scale(codebook, each))
    return tuple(codebook.code_list(each.code_list or "") for each in short)


def _is_found_in_text(category: Category) -> bool:
    return bool(category.aliases or category.parent or category.same_as or category.members)


def _options(codebook: Codebook, variable: Variable) -> list[Option]:
    code_list = variable.code_list or ""
    return [
        Option(
            each.key,
            name_of(each),
            signed(each.score),
            category_tip(each),
            place_of_category(code_list, each.key),
        )
        for each in codebook.offered(variable)[:_FEW]
    ]


def _yes_no() -> list[Option]:
    translate = QCoreApplication.translate
    return [Option(True, translate("Fields", "yes")), Option(False, translate("Fields", "no"))]


def certainty_field(theme: Theme) -> Segments:
    """Return the field of a coder's certainty."""
    return Segments(
        lambda: [Option(each.value, certainty_name(each)) for each in Certainty],
        theme,
        required=True,
    )
