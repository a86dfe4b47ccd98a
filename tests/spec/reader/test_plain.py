"""Whether a text needs quotes, held against what two readers of YAML make of it."""

import random

import pytest
import yaml

from layout.spec.reader.plain import in_double, in_single, stands_plain, typed_as
from tests.rewrite.chance import VALUES

SIGNS = list(":#-?,[]{}&*!|>'\"%@`= \\~.甲乙a1\t/<“")


def texts() -> list[str]:
    rng = random.Random(3)
    made = ["".join(rng.choice(SIGNS) for _ in range(rng.randrange(1, 7))) for _ in range(1500)]
    return [*VALUES, *made, ""]


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.BaseLoader, yaml.CBaseLoader])
def test_what_stands_plain_is_read_as_it_is(loader: type):
    plain = 0
    for text in texts():
        if typed_as(text) and loader is yaml.SafeLoader:
            continue
        for flow in (False, True):
            if stands_plain(text, flow=flow):
                whole = f"[{text}, x]" if flow else f"k: {text}  # c"
                read = yaml.load(whole, Loader=loader)
                assert read == ([text, "x"] if flow else {"k": text}), whole
                plain += 1
            if stands_plain(text, flow=flow, key=True):
                whole = f"{{{text}: x}}" if flow else f"{text}: x"
                assert yaml.load(whole, Loader=loader) == {text: "x"}, whole
    assert plain > 100


def test_in_quotes_every_text_is_read_as_it_is():
    for text in texts():
        for quoted in (in_single(text), in_double(text)):
            if quoted is not None:
                for whole in (f"k: {quoted} # c", f"k: [{quoted}, x]"):
                    read = yaml.load(whole, Loader=yaml.SafeLoader)["k"]
                    assert (read[0] if isinstance(read, list) else read) == text


def test_types_that_readers_guess():
    for text in ("on", "Yes", "010", "0o7", "1_000", "1:30", "2026-11-29", "~", "null", "y", ".5",
                 "1e3", "0x1F", "=", "<<", ".inf"):  # fmt: skip
        assert typed_as(text), text
    for text in ("1-3", "12pt", "甲", "10.5zi", "v1", "a: b", "2026/11/29", "1-"):
        assert not typed_as(text), text
