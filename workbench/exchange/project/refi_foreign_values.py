"""The variables that other programs have of sources and cases, as variables of whole articles."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping

from workbench.domain.codebook import Kind, Layer, Scope, Variable, Words
from workbench.domain.codebook_check import RESERVED
from workbench.exchange.codebook.build import told
from workbench.exchange.project.model import (
    ForeignAnnotation,
    ForeignScalar,
    Remark,
    Remarks,
)
from workbench.exchange.project.refi_document import RefiDocument
from workbench.exchange.project.refi_texts import Source
from workbench.files.xml import Element, attribute, local_name

#: The layer that our codebooks have for the variables of articles.
LAYER = "article"
_KINDS: Mapping[str, Kind] = {
    "boolean": Kind.BOOLEAN,
    "integer": Kind.INTEGER,
    "float": Kind.REAL,
    "date": Kind.DATE,
}
_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")
_ZONE = re.compile(r"(?:Z|[+-]\d\d:\d\d)$")


class ForeignVariables:
    """The variables of a document, and what they hold of each source."""

    def __init__(self, document: RefiDocument, remarks: Remarks) -> None:
        self._document = document
        self._remarks = remarks
        self._variables: dict[str, Variable] = {}
        self._cases: dict[str, list[Element]] = {}
        self._used: dict[str, Variable] = {}
        self._read()

    def _read(self) -> None:
        document, taken = self._document, set[str]()
        for element in document.part("Variables"):
            name = attribute(element, "name").strip() or document.guid(element)
            key = _key(name, taken)
            taken.add(key)
            kind = _KINDS.get(attribute(element, "typeOfVariable").lower(), Kind.TEXT)
            self._variables[document.guid(element)] = Variable(key, kind, told(name))
        for case in document.part("Cases"):
            for source in document.targets(case, "SourceRef"):
                self._cases.setdefault(source, []).append(case)

    def layers(self) -> Iterator[Layer]:
        """Yield the layer of what was found, if anything was."""
        if self._used:
            label = Words("文章", "Article")
            yield Layer(LAYER, label, Scope.ARTICLE, tuple(self._used.values()))

    def annotations(self, source: Source) -> Iterator[ForeignAnnotation]:
        """Yield the values of a source: its own, and those of the cases that it is of."""
        values: dict[str, tuple[ForeignScalar, ...]] = {}
        for holder in (source.element, *self._cases.get(source.guid, ())):
            for each in self._document.children(holder, "VariableValue"):
                found = self._value(each)
                if found is not None and found[0].key not in values:
                    variable, scalar = found
                    values[variable.key] = (scalar,)
                    self._used[variable.key] = variable
        if values:
            yield ForeignAnnotation(source.guid, LAYER, None, "", values)

    def _value(self, element: Element) -> tuple[Variable, ForeignScalar] | None:
        """Return a variable and its value, None where there is none that means anything."""
        targets = self._document.targets(element, "VariableRef")
        variable = self._variables.get(next(targets, ""))
        text = next((e.text or "" for e in element if local_name(e).endswith("Value")), "").strip()
        if variable is None or not text:
            return None
        try:
            return variable, _READ[variable.kind](text)
        except ValueError:
            self._remarks.add(Remark.VALUE_UNFIT, f"{variable.key}: {text}"[:80])
            return None


def _boolean(text: str) -> ForeignScalar:
    found = {"true": True, "1": True, "false": False, "0": False}.get(text.lower())
    if found is None:
        raise ValueError(text)
    return found


_READ: Mapping[Kind, Callable[[str], ForeignScalar]] = {
    Kind.BOOLEAN: _boolean,
    Kind.INTEGER: int,
    Kind.REAL: float,
    Kind.DATE: lambda text: _ZONE.sub("", text),
    Kind.TEXT: str,
}


def _key(name: str, taken: set[str]) -> str:
    """Return a key for a variable, the same for the same name in any file."""
    plain = re.sub(r"\W+", "_", name.casefold(), flags=re.ASCII).strip("_")
    is_whole = name.isascii() and bool(_NAME.fullmatch(plain)) and plain not in RESERVED
    key = plain if is_whole else f"v{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    while key in taken:
        key = f"v{hashlib.sha256(key.encode()).hexdigest()[:8]}"
    return key
