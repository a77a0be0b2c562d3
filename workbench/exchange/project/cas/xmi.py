"""UIMA's XML: a document as XMI, its types as a type system description.

After the XMI CAS serialisation of the UIMA references (uima.apache.org, “XMI CAS Serialization
Reference”) as uimaj and dkpro-cassis write it: offsets are units of UTF-16, arrays stand inside
the structures that have them, strings of arrays are elements of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape

from workbench.domain.text import Utf16Map
from workbench.exchange.project.cas.model import (
    BASE,
    BOOLEAN,
    INITIAL_VIEW,
    NUMBERS,
    SOFA,
    STRING_LISTS,
    STRUCTURES,
    VIEW,
    WHOLE_NUMBERS,
    CasType,
    Document,
    Feature,
    Ref,
    Structure,
    Types,
    Value,
    by_name,
    features_of,
)
from workbench.files.errors import FileDamaged
from workbench.files.xml import Element, attribute, local_name, parse_xml

KIND = "UIMA CAS XMI"
NAMESPACE = "http://www.omg.org/XMI"
_TYPES_NAMESPACE = "http://uima.apache.org/resourceSpecifier"
_SOFA_ID = 1
# XML 1.0 has no place for these.
_NO_CHARACTERS = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKS = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
_URI = re.compile(r"http:///(.+)\.ecore")


def holds(text: str) -> bool:
    """Tell whether XML can hold every character of a text."""
    return not _NO_CHARACTERS.search(text)


# --- out ------------------------------------------------------------------------


def write_xmi(document: Document) -> bytes:
    """Return a document as XMI; what XML cannot hold is the sign of a lost character."""
    return "".join(_document_parts(document)).encode()


def _document_parts(document: Document) -> Iterator[str]:
    places = Utf16Map(document.text)
    prefixes = _prefixes(each.type for each in document.structures)
    names = "".join(
        f' xmlns:{prefix}="http:///{package.replace(".", "/")}.ecore"'
        for package, prefix in prefixes.items()
    )
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<xmi:XMI xmlns:xmi="{NAMESPACE}" xmlns:cas="http:///uima/cas.ecore"{names} '
    yield 'xmi:version="2.0">\n<cas:NULL xmi:id="0"/>\n'
    for each in document.structures:
        yield from _structure(each, prefixes, places)
    yield f'<cas:Sofa xmi:id="{_SOFA_ID}" sofaNum="1" sofaID="{INITIAL_VIEW}" '
    yield f'mimeType="text/plain" sofaString="{_quoted(document.text)}"/>\n'
    members = " ".join(str(each.id) for each in document.structures)
    yield f'<cas:View sofa="{_SOFA_ID}" members="{members}"/>\n</xmi:XMI>\n'


def _prefixes(types: Iterable[str]) -> Mapping[str, str]:
    """Return a prefix for each package, which is its last part."""
    prefixes: dict[str, str] = {}
    for package in sorted({each.rpartition(".")[0] for each in types}):
        wanted = package.rpartition(".")[2]
        taken = {"xmi", "cas", *prefixes.values()}
        numbered = (wanted if n == 0 else f"{wanted}{n}" for n in range(len(taken) + 1))
        prefixes[package] = next(each for each in numbered if each not in taken)
    return prefixes


def _structure(
    structure: Structure, prefixes: Mapping[str, str], places: Utf16Map
) -> Iterator[str]:
    package, _, name = structure.type.rpartition(".")
    tag = f"{prefixes[package]}:{name}"
    yield f'<{tag} xmi:id="{structure.id}" sofa="{_SOFA_ID}"'
    for key, place in (("begin", structure.begin), ("end", structure.end)):
        if place is not None:
            yield f' {key}="{places.to_utf16(place)}"'
    inside: list[str] = []
    for key, value in structure.features.items():
        if isinstance(value, tuple) and value and isinstance(value[0], str):
            inside += [f"<{key}>{_plain(str(each))}</{key}>" for each in value]
        else:
            yield f' {key}="{_quoted(_told(value))}"'
    yield f">{''.join(inside)}</{tag}>\n" if inside else "/>\n"


def _told(value: Value) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case Ref():
            return str(value.id)
        case tuple():
            return " ".join(map(_told, value))
        case float():
            return repr(value)
        case _:
            return str(value)


def _plain(text: str) -> str:
    return escape(_NO_CHARACTERS.sub("\ufffd", text), {"\r": "&#13;"})


def _quoted(text: str) -> str:
    return escape(_NO_CHARACTERS.sub("\ufffd", text), _MARKS)


def write_types(types: Types) -> bytes:
    """Return a type system description."""
    return "".join(_type_parts(types)).encode()


def _type_parts(types: Types) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<typeSystemDescription xmlns="{_TYPES_NAMESPACE}">\n<types>\n'
    for each in types.values():
        yield f"<typeDescription>\n<name>{each.name}</name>\n<description/>\n"
        yield f"<supertypeName>{each.supertype}</supertypeName>\n<features>\n"
        for feature in each.features:
            yield f"<featureDescription><name>{feature.name}</name><description/>"
            yield f"<rangeTypeName>{feature.range}</rangeTypeName>"
            if feature.element:
                yield f"<elementType>{feature.element}</elementType>"
            yield "</featureDescription>\n"
        yield "</features>\n</typeDescription>\n"
    yield "</types>\n</typeSystemDescription>\n"


# --- in -------------------------------------------------------------------------


def read_types(data: bytes, file_name: str) -> Types:
    """Return the types of a type system description.

    Raises:
        FileDeclaresEntities, FileDamaged
    """
    root = parse_xml(data, file_name, KIND)
    if local_name(root) != "typeSystemDescription":
        raise FileDamaged(file=file_name, kind=KIND)
    return by_name(
        CasType(_text(each, "name"), _text(each, "supertypeName"), tuple(_features(each)))
        for each in root.iter(f"{{{_TYPES_NAMESPACE}}}typeDescription")
    )


def _features(element: Element) -> Iterator[Feature]:
    for each in element.iter(f"{{{_TYPES_NAMESPACE}}}featureDescription"):
        yield Feature(_text(each, "name"), _text(each, "rangeTypeName"), _text(each, "elementType"))


def _text(element: Element, name: str) -> str:
    found = element.find(f"{{{_TYPES_NAMESPACE}}}{name}")
    return (found.text or "").strip() if found is not None else ""


def read_xmi(data: bytes, types: Types, file_name: str) -> Document:
    """Return a document: its first view, with all structures of it.

    Raises:
        FileDeclaresEntities, FileDamaged
    """
    root = parse_xml(data, file_name, KIND)
    try:
        return _document(root, types)
    except (ValueError, KeyError, TypeError) as error:
        raise FileDamaged(file=file_name, kind=KIND) from error


def _document(root: Element, types: Types) -> Document:
    elements = [(each, _type_of(each)) for each in root]
    sofas = [each for each, name in elements if name == SOFA]
    sofa = next((each for each in sofas if each.get("sofaID") == INITIAL_VIEW), None)
    if sofa is None:
        sofa = sofas[0] if sofas else None
    if sofa is None:
        raise ValueError("no text")
    text = sofa.get("sofaString")
    places = Utf16Map(text)
    own = attribute(sofa, "id")
    known = {each: features_of(types, each) for each in {name for _, name in elements}}
    structures = (
        _read_structure(each, name, known[name], places)
        for each, name in elements
        if name not in (SOFA, VIEW, "uima.cas.NULL") and each.get("sofa", own) == own
    )
    return Document(text, types, tuple(structures))


def _type_of(element: Element) -> str:
    uri, _, name = element.tag.removeprefix("{").rpartition("}")
    match = _URI.fullmatch(uri)
    if match is None:
        raise ValueError(uri)
    package = match[1].replace("/", ".")
    return name if package == "uima.noNamespace" else f"{package}.{name}"


def _read_structure(
    element: Element, name: str, known: Mapping[str, Feature], places: Utf16Map
) -> Structure:
    structure = Structure(int(attribute(element, "id")), name)
    begin, end = element.get("begin"), element.get("end")
    if begin and end:
        structure.begin = places.from_utf16(int(begin))
        structure.end = places.from_utf16(int(end))
    for key, told in element.attrib.items():
        if key in ("begin", "end", "sofa") or key.startswith("{"):
            continue
        structure.features[key] = _read_value(told, known.get(key), inside=key == "elements")
    strings: dict[str, list[str]] = {}
    for child in element:
        strings.setdefault(child.tag, []).append(child.text or "")
    structure.features |= {key: tuple(own) for key, own in strings.items()}
    return structure


def _read_value(told: str, feature: Feature | None, *, inside: bool) -> Value:
    """Return a value as its feature says; `inside` is that of an array of its own."""
    kind = feature.range if feature else STRUCTURES if inside else ""
    if kind in STRING_LISTS:
        return (told,) if told else ()
    if kind == BOOLEAN:
        return told in ("true", "1")
    if kind in WHOLE_NUMBERS:
        return int(told)
    if kind in NUMBERS:
        return float(told)
    if kind == STRUCTURES or kind.endswith("FSList"):
        return tuple(Ref(int(each)) for each in told.split())
    if kind.startswith("uima.cas.") and kind not in (BASE, "uima.cas.TOP"):
        return told  # a string, or an array of numbers that we have nothing like
    return Ref(int(told)) if kind and told.isdecimal() else told
