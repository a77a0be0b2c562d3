"""The variables of the sources: an article's bibliography, and what is coded of it as a whole."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from decimal import Decimal

from workbench.domain.annotation import Coder
from workbench.domain.codebook import Codebook, Kind, Variable
from workbench.domain.coded import Bibliography
from workbench.domain.values import Missing, Scalar
from workbench.exchange.codebook.told import name_of
from workbench.exchange.project.refi import FIELDS, clean, guid
from workbench.exchange.project.refi_xml import XmlWriter

_TYPES = {Kind.INTEGER: "Integer", Kind.REAL: "Float", Kind.BOOLEAN: "Boolean"}


def field_guid(key: str) -> str:
    """Return the GUID of the variable that holds a field of the bibliography."""
    return guid("field", key)


class Variables:
    """Declare variables and write their values.

    `whole`: layer, variable and coder's id of what is coded of whole articles. Where several
    coders have done so, each has variables of his own.
    """

    def __init__(
        self,
        codebook: Codebook,
        coders: Mapping[int, Coder],
        whole: Iterable[tuple[str, str, int]],
        fields: Container[str],
        language: str,
    ) -> None:
        self._codebook = codebook
        self._coders = coders
        self._whole = sorted(whole, key=lambda each: (each[0], each[1], coders[each[2]].uid))
        self._fields = [key for key in FIELDS if key in fields]
        self._language = language
        self._several = len({coder for _, _, coder in self._whole}) > 1

    def declare(self, xml: XmlWriter) -> None:
        """Write what variables there are."""
        if not self._fields and not self._whole:
            return
        with xml.element("Variables"):
            for key in self._fields:
                name = FIELDS[key][0 if self._language == "zh" else 1]
                self._declare(xml, field_guid(key), name, "Text")
            for layer, key, coder in self._whole:
                variable = self._codebook.layer(layer).variable(key)
                own = self._guid(layer, key, coder)
                self._declare(xml, own, self._name(variable, coder), _type(variable))

    def _declare(self, xml: XmlWriter, own: str, name: str, kind: str) -> None:
        xml.empty("Variable", {"guid": own, "name": name, "typeOfVariable": kind})

    def _guid(self, layer: str, key: str, coder: int) -> str:
        return guid("variable", layer, key, self._coders[coder].uid)

    def _name(self, variable: Variable, coder: int) -> str:
        name = name_of(variable, self._language)
        return f"{name} ({self._coders[coder].name})" if self._several else name

    def write_fields(self, xml: XmlWriter, about: Bibliography) -> None:
        """Write the bibliography of an article."""
        for key in self._fields:
            text = str(getattr(about, key))
            if text:
                self._write(xml, field_guid(key), "TextValue", text)

    def write_values(
        self,
        xml: XmlWriter,
        layer: str,
        coder: int,
        values: Iterable[tuple[str, Sequence[Scalar]]],
    ) -> None:
        """Write what a coder has coded of an article."""
        for key, scalars in values:
            variable = self._codebook.layer(layer).variable(key)
            if variable.kind is not Kind.LINK and not isinstance(scalars[0], Missing):
                kind = _type(variable)
                text = "; ".join(self._told(variable, each) for each in scalars)
                self._write(xml, self._guid(layer, key, coder), f"{kind}Value", text)

    def _write(self, xml: XmlWriter, own: str, name: str, text: str) -> None:
        with xml.element("VariableValue"):
            xml.empty("VariableRef", {"targetGUID": own})
            xml.holding(name, text)

    def _told(self, variable: Variable, scalar: Scalar) -> str:
        match variable.kind:
            case Kind.CATEGORY:
                code_list = self._codebook.code_list(variable.code_list or "")
                return name_of(code_list.category(str(scalar)), self._language)
            case Kind.BOOLEAN:
                return "true" if scalar else "false"
            case Kind.REAL:
                return format(Decimal(str(scalar)), "f")
            case _:
                return clean(str(scalar))


def _type(variable: Variable) -> str:
    """Return the standard's type of a variable; dates may be months or ranges, which it lacks."""
    return "Text" if variable.several else _TYPES.get(variable.kind, "Text")
