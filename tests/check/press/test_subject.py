"""Damage of all kinds, by chance and a seed: a report comes of each, and never a traceback."""

import random
from functools import cache

import pytest

from layout.check.press.profile import find_rules
from layout.check.press.run import preflight
from layout.pdf.limits import ReadLimits
from tests.check.press.checks.plainsheet import plain
from tests.pdf.madepdf import made

RULES = find_rules("newspaper-x4")
LIMITS = ReadLimits(operators=50_000, painted=5_000, content=1 << 20, stream=1 << 24)
ROUNDS = 60
TOKENS = [
    b"/Type", b"/Length", b"/Kids", b"obj", b" R", b"/Filter", b"/Resources", b"/Font", b"0", b"1",
    b"/MediaBox", b"[", b"]", b"<<", b">>", b"/Parent", b"/Contents", b"endstream", b"(", b")",
]  # fmt: skip


@cache
def sound() -> tuple[bytes, ...]:
    """Files to be damaged: a PDF/X-4, one with text and a picture in its content."""
    text = (
        b"BT /F1 9 Tf 20 20 Td (abc) Tj ET q 9 0 0 9 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID a EI Q"
    )
    return plain(), made(text)


def damaged(chance: random.Random) -> bytes:
    data = bytearray(chance.choice(sound()))
    at = chance.randrange(len(data))
    match chance.randrange(6):
        case 0:
            del data[at:]
        case 1:
            for _ in range(chance.randrange(1, 30)):
                data[chance.randrange(len(data))] = chance.randrange(256)
        case 2:
            del data[at : at + chance.randrange(1, 900)]
        case 3:
            other = chance.randrange(len(data))
            data[at:at] = data[other : other + chance.randrange(1, 900)]
        case 4:
            for _ in range(chance.randrange(1, 6)):
                found = data.find(chance.choice(TOKENS), chance.randrange(len(data)))
                if found >= 0:
                    data[found : found + 2] = chance.choice(TOKENS)
        case _:
            for _ in range(chance.randrange(1, 8)):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


@pytest.mark.parametrize("seed", range(6))
def test_damage_is_reported(seed: int):
    chance = random.Random(seed)
    for _ in range(ROUNDS):
        report = preflight(damaged(chance), "a.pdf", RULES, LIMITS)
        faults = [r.why for r in report.unchecked if r.why and r.why.key == "part.check-fault"]
        assert faults == []
        if report.pages is None:
            assert not report.clean
            assert {r.status for r in report.results} == {"found", "not checked"}


@pytest.mark.parametrize("cut", range(0, 100, 9))
def test_a_file_that_is_cut_short_never_passes(cut: int):
    data = plain()
    assert not preflight(data[: len(data) * cut // 100], "a.pdf", RULES, LIMITS).clean
