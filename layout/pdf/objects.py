"""The values of a PDF as plain Python, whatever stands there: None where it is of another kind.

A file may have anything anywhere. What is asked for here is given or it is None; nothing raises, so
that each reader decides once what a missing value means.
"""

from collections.abc import Iterator
from typing import Any, Final

import pikepdf

Obj = Any
"""A pikepdf object, or what pikepdf makes of a number, a name or a string."""

FAULTS: Final = (
    getattr(pikepdf, "PikepdfError", pikepdf.PdfError),  # the root of all, in later versions
    pikepdf.PdfError,
    RuntimeError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    ArithmeticError,
    NotImplementedError,
    OSError,
)
"""What pikepdf and qpdf raise of a damaged object."""

MOST_ITEMS: Final = 1_000_000
"""Of one array; a longer one is cut there."""


def get(obj: Obj, key: str) -> Obj:
    """The value at a key of a dictionary or of a stream's; None where there is none."""
    try:
        if isinstance(obj, pikepdf.Stream):
            return obj.stream_dict.get(key)
        return obj.get(key) if isinstance(obj, pikepdf.Dictionary) else None
    except FAULTS:
        return None


def has(obj: Obj, key: str) -> bool:
    """Whether a dictionary holds a key with a value."""
    return get(obj, key) is not None


def keys(obj: Obj) -> tuple[str, ...]:
    """The keys of a dictionary or stream, without their slash, in order."""
    try:
        if isinstance(obj, pikepdf.Stream):
            obj = obj.stream_dict
        return tuple(sorted(str(k)[1:] for k in obj)) if isinstance(obj, pikepdf.Dictionary) else ()
    except FAULTS:
        return ()


def items(obj: Obj) -> Iterator[tuple[str, Obj]]:
    """The entries of a dictionary or stream, names without their slash."""
    for key in keys(obj):
        yield key, get(obj, f"/{key}")


def is_dict(obj: Obj) -> bool:
    """Whether it is a dictionary, or a stream, which has one."""
    return isinstance(obj, pikepdf.Dictionary | pikepdf.Stream)


def is_stream(obj: Obj) -> bool:
    """Whether it is a stream."""
    return isinstance(obj, pikepdf.Stream)


def is_array(obj: Obj) -> bool:
    """Whether it is an array."""
    return isinstance(obj, pikepdf.Array)


def name(obj: Obj) -> str | None:
    """A name without its slash. Bytes that are no UTF-8 are kept as escapes."""
    if not isinstance(obj, pikepdf.Name):
        return None
    try:
        return str(obj)[1:]
    except FAULTS:
        return "?"


def number(obj: Obj) -> float | None:
    """A number; a flag is none."""
    if isinstance(obj, bool) or obj is None:
        return None
    try:
        value = float(obj) if not isinstance(obj, pikepdf.Object) else None
    except FAULTS:
        return None
    return value if value is not None and abs(value) < 1e12 else None  # nan compares as false


def integer(obj: Obj) -> int | None:
    """A whole number, or one that is as good as whole."""
    value = number(obj)
    return int(value) if value is not None and value == int(value) else None


def flag(obj: Obj) -> bool | None:
    """true or false."""
    return obj if isinstance(obj, bool) else None


def string(obj: Obj) -> bytes | None:
    """The bytes of a string."""
    if not isinstance(obj, pikepdf.String):
        return None
    try:
        return bytes(obj)
    except FAULTS:
        return None


def text(obj: Obj) -> str | None:
    """A text string, decoded as PDF says: UTF-16 by its mark, else PDFDocEncoding."""
    if not isinstance(obj, pikepdf.String):
        return None
    try:
        return str(obj)
    except FAULTS:
        raw = string(obj)
        return raw.decode("latin-1") if raw is not None else None


def array(obj: Obj) -> list[Obj]:
    """The items of an array; empty where it is none."""
    if not isinstance(obj, pikepdf.Array):
        return []
    try:
        size = len(obj)
        if size <= MOST_ITEMS:
            return list(obj)
        return [obj[i] for i in range(MOST_ITEMS)]
    except FAULTS:
        return []


def numbers(obj: Obj) -> tuple[float, ...]:
    """The numbers of an array of numbers; empty where anything else is among them."""
    found = [number(one) for one in array(obj)]
    return tuple(n for n in found if n is not None) if None not in found else ()


def reference(obj: Obj) -> int:
    """The number of an indirect object; 0 for one that stands where it is used."""
    try:
        return int(obj.objgen[0]) if isinstance(obj, pikepdf.Object) else 0
    except FAULTS:
        return 0


def one_or_many(obj: Obj) -> list[Obj]:
    """The items of an array, or the one thing that stands in its place; nothing for null."""
    if obj is None:
        return []
    return array(obj) if is_array(obj) else [obj]


def kind_of(obj: Obj) -> str:
    """What a value is, for a message: `dictionary`, `array`, `stream`, `name`, `number` …"""
    if obj is None:
        return "null"
    for of, word in (
        (pikepdf.Stream, "stream"),
        (pikepdf.Dictionary, "dictionary"),
        (pikepdf.Array, "array"),
        (pikepdf.Name, "name"),
        (pikepdf.String, "string"),
        (bool, "boolean"),
    ):
        if isinstance(obj, of):
            return word
    return "number"
