"""Thrift's compact protocol, as far as the descriptions in a Parquet file need it."""

from __future__ import annotations

from enum import IntEnum


class Struct(dict[int, "Value"]):
    """A struct: values by the number of their field; None is left out."""


class I64(int):
    """A number that the format keeps in 64 bits; plain ones have 32."""


Value = bool | int | bytes | str | Struct | list["Value"] | None


class _Kind(IntEnum):
    TRUE, FALSE, I32, I64, BINARY, LIST, STRUCT = 1, 2, 5, 6, 8, 9, 12


def encoded(value: Value) -> bytes:
    """Return a value's bytes."""
    match value:
        case Struct():
            return _struct(value)
        case list():
            kind = _kind(value[0]) if value else _Kind.I32
            head = (
                bytes([len(value) << 4 | kind])
                if len(value) < 15
                else bytes([0xF0 | kind]) + varint(len(value))
            )
            return head + b"".join(map(encoded, value))
        case str():
            return encoded(value.encode())
        case bytes():
            return varint(len(value)) + value
        case bool() | None:
            return b""
        case _:
            return varint(value << 1 if value >= 0 else (-value << 1) - 1)


def varint(number: int) -> bytes:
    """Return a number of any size, seven bits a byte."""
    parts = bytearray()
    while number > 0x7F:
        parts.append(number & 0x7F | 0x80)
        number >>= 7
    parts.append(number)
    return bytes(parts)


def _struct(fields: Struct) -> bytes:
    parts: list[bytes] = []
    last = 0
    for number, value in sorted(fields.items()):
        if value is not None:
            assert 0 < number - last < 16
            parts += (bytes([number - last << 4 | _kind(value)]), encoded(value))
            last = number
    return b"".join(parts) + b"\0"


def _kind(value: Value) -> _Kind:
    match value:
        case Struct():
            return _Kind.STRUCT
        case list():
            return _Kind.LIST
        case str() | bytes():
            return _Kind.BINARY
        case bool():
            return _Kind.TRUE if value else _Kind.FALSE
        case I64():
            return _Kind.I64
        case _:
            return _Kind.I32
