"""What our descriptions and notes say in lines: a label for people, the key in brackets, the value.

    持有者 [holder]: 美国 [USA]

Only what stands in brackets, and numbers, are read back; a text stands in quotation marks as a
string of JSON. So any program shows what was coded, and we take it back whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import cast

from workbench.domain.codebook import Codebook, Kind, Layer, Variable, Words
from workbench.domain.values import Missing, Scalar
from workbench.exchange.project.model import ForeignScalar
from workbench.files.cells import number_cell
from workbench.files.xml import NOT_IN_XML

#: The lines that are no variable of a layer; no variable can be called so.
LAYER, CERTAINTY, MEMO, QUOTE = "=layer", "=certainty", "=memo", "=quote"
STATUS, NOTE, MARKER, ANCHOR, TEXT = "=status", "=note", "=marker", "=anchor", "=text"
SUBJECT, TITLE = "=subject", "=title"
_NAMES: Mapping[str, Words] = {
    LAYER: Words("标注层", "Layer"),
    CERTAINTY: Words("确定性", "Certainty"),
    MEMO: Words("备注", "Memo"),
    QUOTE: Words("原文", "Passage"),
    STATUS: Words("状态", "Status"),
    NOTE: Words("注", "Note"),
    MARKER: Words("标记", "Mark"),
    ANCHOR: Words("位置", "Position"),
    TEXT: Words("全文", "Text"),
    SUBJECT: Words("备忘对象", "About"),
    TITLE: Words("标题", "Title"),
}
_MISSING: Mapping[Missing, Words] = {
    Missing.NOT_APPLICABLE: Words("不适用", "not applicable"),
    Missing.UNDECIDABLE: Words("无法判断", "undecidable"),
    Missing.NOT_CODED: Words("未编码", "not coded"),
}
_LINE = re.compile(r"[^\[\]\n]*\[(=?[a-z][a-z0-9_]*)\]: (.*)")
_TOKEN = re.compile(r'\[("(?:[^"\\]|\\.)*"|[^\[\]"]+)\]')
_OUT = re.compile(r"[^()]*\((-9[789])\)")
_SIGNS = re.compile(r"[\[\]():;\s]+")
_PLAIN = re.compile(r'[^\[\]"\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+')


def line(key: str, value: str, language: str, label: str = "") -> str:
    """Return one line: a label for people, the key, the value as it is written."""
    told = label or _NAMES[key].told(language)
    return f"{_shown(told)} [{key}]: {value}"


def token(key: str, label: str = "") -> str:
    """Return a key in brackets, behind what people call it."""
    inside = key if _PLAIN.fullmatch(key) else string(key)
    return f"{_shown(label)} [{inside}]".lstrip()


def string(text: str) -> str:
    """Return a text as a string of JSON that stands in one line of XML."""
    told = json.dumps(text, ensure_ascii=False)
    return NOT_IN_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", told)


def _shown(label: str) -> str:
    return NOT_IN_XML.sub("\ufffd", _SIGNS.sub(" ", label)).strip()


def annotation_lines(
    codebook: Codebook,
    layer: Layer,
    values: Iterable[tuple[str, Sequence[Scalar]]],
    link: Callable[[Scalar], str],
    language: str,
) -> Iterator[str]:
    """Yield the lines of an annotation's layer and values; `link` gives the GUID of a link."""
    yield line(LAYER, token(layer.key, layer.label.told(language)), language)
    for key, scalars in values:
        variable = layer.variable(key)
        told = "; ".join(_told(codebook, variable, each, link, language) for each in scalars)
        yield line(key, told, language, variable.label.told(language) or key)


def _told(
    codebook: Codebook,
    variable: Variable,
    scalar: Scalar,
    link: Callable[[Scalar], str],
    language: str,
) -> str:
    if isinstance(scalar, Missing):
        return f"{_MISSING[scalar].told(language)} ({int(scalar)})"
    match variable.kind:
        case Kind.CATEGORY:
            category = codebook.code_list(variable.code_list or "").category(str(scalar))
            return token(category.key, category.label.told(language))
        case Kind.LINK:
            return token(link(scalar))
        case Kind.BOOLEAN:
            return "true" if scalar else "false"
        case Kind.INTEGER | Kind.REAL:
            return number_cell(cast("float", scalar))
        case Kind.DATE:
            return str(scalar)
        case Kind.TEXT:
            return string(str(scalar))


# --- reading --------------------------------------------------------------------


def lines_in(text: str) -> dict[str, str]:
    """Return what our lines say, by key; empty where none is ours."""
    found = (_LINE.fullmatch(each.strip()) for each in text.split("\n"))
    return {each[1]: each[2] for each in found if each}


def keys_in(value: str) -> list[str]:
    """Return the keys in brackets."""
    return [_unquoted(each) for each in _TOKEN.findall(value)]


def key_in(value: str) -> str:
    """Return the first key in brackets, empty if there is none."""
    return next(iter(keys_in(value)), "")


def text_in(value: str) -> str:
    """Return the text that a string of JSON holds, or the value as it stands."""
    return next(iter(_strings(value)), value)


def _unquoted(inside: str) -> str:
    return text_in(inside) if inside.startswith('"') else inside


def _strings(value: str) -> Iterator[str]:
    """Yield the strings of JSON that a value begins with."""
    decoder, place = json.JSONDecoder(), 0
    while place < len(value) and value[place] == '"':
        try:
            found, place = decoder.raw_decode(value, place)
        except ValueError:
            return
        yield str(found)
        place += len("; ")


def scalars_in(variable: Variable, value: str) -> tuple[ForeignScalar, ...]:
    """Return the values of a variable that its line says; what makes no sense stays as text."""
    out = _OUT.fullmatch(value)
    if out:
        return (Missing(int(out[1])),)
    match variable.kind:
        case Kind.CATEGORY | Kind.LINK:
            return tuple(keys_in(value)) or (value,)
        case Kind.TEXT:
            return tuple(_strings(value)) or (value,)
        case Kind.BOOLEAN:
            return tuple({"true": True, "false": False}.get(each, each) for each in _several(value))
        case Kind.INTEGER | Kind.REAL:
            return tuple(_number(variable.kind, each) for each in _several(value))
        case Kind.DATE:
            return tuple(_several(value))


def _several(value: str) -> list[str]:
    return [each.strip() for each in value.split(";")]


def _number(kind: Kind, text: str) -> ForeignScalar:
    try:
        return int(text) if kind is Kind.INTEGER else float(text)
    except ValueError:
        return text
