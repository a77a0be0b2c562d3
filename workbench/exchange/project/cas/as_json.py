"""A document of UIMA as JSON, after the UIMA CAS JSON specification, version 0.4.

(github.com/apache/uima-uimaj-io-jsoncas, as dkpro-cassis reads and writes it.) Offsets are units
of UTF-16; references begin with @, arrays are structures of their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from workbench.domain.text import Utf16Map
from workbench.exchange.project.cas.model import (
    INITIAL_VIEW,
    SOFA,
    STRING,
    STRINGS,
    STRUCTURES,
    CasType,
    Document,
    Feature,
    Ref,
    Structure,
    Value,
    by_name,
)
from workbench.files.errors import FileDamaged

KIND = "UIMA CAS JSON"
_SOFA_ID = 1
_TYPES, _STRUCTURES, _VIEWS = "%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"
_ID, _TYPE, _ELEMENTS = "%ID", "%TYPE", "%ELEMENTS"
_NAME, _SUPER, _RANGE = "%NAME", "%SUPER_TYPE", "%RANGE"
_ARRAYS = {f"{STRING}[]": STRINGS}
Json = Mapping[str, Any]


# --- out ------------------------------------------------------------------------


def write_json(document: Document) -> bytes:
    """Return a document as JSON."""
    arrays: list[Json] = []
    following = max((each.id for each in document.structures), default=_SOFA_ID) + 1
    structures = list(_structures(document, arrays, following))
    sofa = {_ID: _SOFA_ID, _TYPE: SOFA, "sofaNum": 1, "sofaID": INITIAL_VIEW}
    sofa |= {"mimeType": "text/plain", "sofaString": document.text}
    members = [each.id for each in document.structures]
    data = {
        _TYPES: {each.name: _type(each) for each in document.types.values()},
        _STRUCTURES: [sofa, *structures, *arrays],
        _VIEWS: {INITIAL_VIEW: {"%SOFA": _SOFA_ID, "%MEMBERS": members}},
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _type(kind: CasType) -> Json:
    features = {each.name: {_NAME: each.name, _RANGE: _range(each)} for each in kind.features}
    return {_NAME: kind.name, _SUPER: kind.supertype, **features}


def _range(feature: Feature) -> str:
    if feature.range == STRINGS:
        return f"{STRING}[]"
    return (
        f"{feature.element or 'uima.cas.TOP'}[]" if feature.range == STRUCTURES else feature.range
    )


def _structures(document: Document, arrays: list[Json], following: int) -> Iterator[Json]:
    places = Utf16Map(document.text)
    for each in document.structures:
        told: dict[str, Any] = {_ID: each.id, _TYPE: each.type, "@sofa": _SOFA_ID}
        for key, place in (("begin", each.begin), ("end", each.end)):
            if place is not None:
                told[key] = places.to_utf16(place)
        for key, value in each.features.items():
            if isinstance(value, tuple):
                told[f"@{key}"] = following + len(arrays)
                arrays.append(_array(following + len(arrays), value))
            elif isinstance(value, Ref):
                told[f"@{key}"] = value.id
            else:
                told[key] = value
        yield told


def _array(id_: int, value: Sequence[str] | Sequence[Ref]) -> Json:
    elements = [each.id if isinstance(each, Ref) else each for each in value]
    refers = bool(value) and isinstance(value[0], Ref)
    return {_ID: id_, _TYPE: STRUCTURES if refers else STRINGS, _ELEMENTS: elements}


# --- in -------------------------------------------------------------------------


def read_json(data: bytes, file_name: str) -> Document:
    """Return a document: its first view, with all structures of it.

    Raises:
        FileDamaged
    """
    try:
        told = json.loads(data.decode("utf-8-sig"))
        return _document(told)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise FileDamaged(file=file_name, kind=KIND) from error


def _document(told: Json) -> Document:
    declared: Json = told.get(_TYPES) or dict[str, Any]()
    types = by_name(
        CasType(name, str(each[_SUPER]), tuple(_features(each))) for name, each in declared.items()
    )
    found = _listed(told[_STRUCTURES])
    sofas = [each for each in found if each[_TYPE] == SOFA]
    initial = (each for each in sofas if each.get("sofaID") == INITIAL_VIEW)
    sofa = next(initial, sofas[0] if sofas else None)
    if sofa is None:
        raise ValueError("no text")
    text = sofa["sofaString"]
    if not isinstance(text, str):
        raise TypeError("no text")
    arrays = {each[_ID]: each for each in found if _ELEMENTS in each or _is_array(each[_TYPE])}
    places = Utf16Map(text)
    structures = (
        _structure(each, arrays, places)
        for each in found
        if each[_TYPE] != SOFA
        and each[_ID] not in arrays
        and each.get("@sofa", sofa[_ID]) == sofa[_ID]
    )
    return Document(text, types, tuple(structures))


def _listed(told: Any) -> list[dict[str, Any]]:
    """Return the structures as a list; older versions have them by their ids."""
    if isinstance(told, dict):
        by_id = cast("Json", told)
        return [{_ID: int(id_), **each} for id_, each in by_id.items()]
    return [dict(each) for each in told]


def _is_array(name: str) -> bool:
    return name.endswith("[]") or name in (STRINGS, STRUCTURES)


def _features(told: Json) -> Iterator[Feature]:
    for name, each in told.items():
        if name.startswith("%"):
            continue
        kind = str(each[_RANGE])
        if kind.endswith("[]"):
            element = kind.removesuffix("[]")
            primitive = element.startswith("uima.cas.") and element != "uima.cas.TOP"
            yield Feature(name, _ARRAYS.get(kind, kind) if primitive else STRUCTURES, element)
        else:
            yield Feature(name, kind)


def _structure(told: Json, arrays: Mapping[int, Json], places: Utf16Map) -> Structure:
    structure = Structure(int(told[_ID]), str(told[_TYPE]))
    begin, end = told.get("begin"), told.get("end")
    if isinstance(begin, int) and isinstance(end, int):
        structure.begin, structure.end = places.from_utf16(begin), places.from_utf16(end)
    for key, value in told.items():
        if key[0] in "%^" or key in ("begin", "end", "@sofa") or value is None:
            continue
        if key.startswith("@"):
            structure.features[key[1:]] = _reference(value, arrays)
        else:
            structure.features[key.removeprefix("#")] = _scalar(value)
    return structure


def _reference(value: Any, arrays: Mapping[int, Json]) -> Value:
    array = arrays.get(value)
    if array is None:
        return Ref(int(value))
    elements: list[Any] = array.get(_ELEMENTS) or list[Any]()
    if array[_TYPE] in (STRINGS, f"{STRING}[]"):
        return tuple(str(each) for each in elements)
    return tuple(Ref(int(each)) for each in elements if isinstance(each, int))


def _scalar(value: Any) -> Value:
    if not isinstance(value, str | int | float | bool):
        raise TypeError(value)
    return value
