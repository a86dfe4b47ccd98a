"""The bytes of streams, decoded within a limit.

qpdf decodes a stream whole before anyone can look at its size, so that what might unfold beyond the
limit is measured first, a piece at a time.
"""

import zlib
from typing import Final

from layout.pdf.limits import LimitError, over
from layout.pdf.objects import FAULTS, Obj, get, integer, is_stream, name, one_or_many
from layout.words.said import said

SHORT_NAMES: Final = {
    "AHx": "ASCIIHexDecode",
    "A85": "ASCII85Decode",
    "LZW": "LZWDecode",
    "Fl": "FlateDecode",
    "RL": "RunLengthDecode",
    "CCF": "CCITTFaxDecode",
    "DCT": "DCTDecode",
}
"""ISO 32000-1, table 94: what an inline image may call its filters."""
GROWS: Final = {
    "ASCIIHexDecode": 1,
    "ASCII85Decode": 4,  # z stands for four bytes
    "LZWDecode": 2731,  # 4096 bytes of a code of 12 bits
    "RunLengthDecode": 64,
    "FlateDecode": 1032,
}
"""By how much a filter's output may be larger than its input, at most."""
PIECE: Final = 1 << 20


class UnreadStreamError(Exception):
    """The bytes of a stream cannot be decoded; `why` says what is wrong with them."""

    def __init__(self, why: object) -> None:
        self.why = why
        super().__init__(why)


def filters(stream: Obj) -> tuple[str, ...]:
    """The names of a stream's filters in the order they are undone, in full."""
    given = one_or_many(get(stream, "/Filter"))
    if not given:
        given = one_or_many(get(stream, "/F"))  # as an inline image has it; a file has no name
    return tuple(SHORT_NAMES.get(n, n) for n in (name(one) or "?" for one in given))


def decoded(stream: Obj, most: int) -> bytes:
    """The bytes of a stream with every filter undone.

    Raises `LimitError` where they are more than `most`, and `UnreadStreamError` where they are
    damaged, or packed by a filter of pictures.
    """
    if not is_stream(stream):
        raise UnreadStreamError(said("part.pdfread-no-stream"))
    try:
        raw = bytes(stream.read_raw_bytes())
        chain = filters(stream)
        if len(chain) > 8:
            raise LimitError(over("filters", 8))
        grown = len(raw)
        for one in chain:
            grown *= GROWS.get(one, 1)
        if grown > most:
            _measure(raw, chain, most, parameters=bool(one_or_many(get(stream, "/DecodeParms"))))
        data = bytes(stream.read_bytes())
    except FAULTS as exc:
        raise UnreadStreamError(said("part.program-says", text=_first_line(exc))) from exc
    if len(data) > most:
        raise LimitError(over("stream", most))
    return data


def raw_size(stream: Obj) -> int:
    """How many bytes a stream has as it lies in the file."""
    found = integer(get(stream, "/Length"))
    return found if found is not None else 0


def _measure(raw: bytes, chain: tuple[str, ...], most: int, *, parameters: bool) -> None:
    """Raise `LimitError` unless what the filters make of `raw` is known to stay within `most`."""
    data = raw
    for at, one in enumerate(chain):
        if one == "FlateDecode":
            last = at == len(chain) - 1
            if parameters and not last:  # a predictor in between: only its size is known
                raise LimitError(over("stream", most))
            data = _inflated(data, most, keep=not last)
        elif one == "ASCIIHexDecode":
            data = data[: most * 2]
        elif len(data) * GROWS.get(one, 1) > most:
            raise LimitError(over("stream", most))


def _inflated(data: bytes, most: int, *, keep: bool) -> bytes:
    """What Flate makes of `data`, in pieces; nothing where it is measured only."""
    worker = zlib.decompressobj()
    size, parts = 0, []
    try:
        while data:
            piece = worker.decompress(data, PIECE)
            size += len(piece)
            if size > most:
                raise LimitError(over("stream", most))
            if keep:
                parts.append(piece)
            data = worker.unconsumed_tail
            if not piece and not data:
                break
    except zlib.error:  # what qpdf makes of it is what comes before
        pass
    return b"".join(parts)


def _first_line(exc: BaseException) -> str:
    return (str(exc) or type(exc).__name__).splitlines()[0][:200]
