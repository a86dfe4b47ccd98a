"""Which names a spot may have, and what it looks like without its ink."""

import pytest

from layout.color import Color
from layout.diagnostics import Diagnostic
from layout.spec.model.style import StyleSheet
from layout.spec.model.swatch import Swatch, alike, spot_fault
from layout.spec.reader.fields import read_model
from layout.spec.reader.nodes import Mapping, parse_text
from layout.words.said import said
from tests.told import assert_told


def sheet(text: str) -> tuple[StyleSheet | None, list[Diagnostic]]:
    found: list[Diagnostic] = []
    node = parse_text(text, "styles.yaml")
    assert isinstance(node, Mapping)
    return read_model(StyleSheet, node, found), found


@pytest.mark.parametrize(
    ("value", "spot", "alternate"),
    [
        ('{spot: "PANTONE 871 C", as: M20 Y60 K20}', "PANTONE 871 C", Color(m=20, y=60, k=20)),
        ("{spot: 专红, as: M100}", "专红", Color(m=100)),
        ("{spot: 877, as: K40}", "877", Color(k=40)),
        ("spot M20 Y60 K20", "", Color(m=20, y=60, k=20)),  # as the colour is called
        ("spot   k33.333", "", Color(k=33.33)),
    ],
)
def test_a_spot_is_a_mapping_or_short(value: str, spot: str, alternate: Color) -> None:
    made, found = sheet(f"colors: {{金: {value}}}\n")
    assert not found
    assert made is not None
    assert made.colors is not None
    swatch = made.colors["金"]
    assert isinstance(swatch, Swatch)
    assert (swatch.spot, swatch.alternate) == (spot, alternate)


@pytest.mark.parametrize(
    "name",
    [
        "All", "none", "NONE", "Black", "cyan", "Process Black", "process-magenta", "K", "c",
        "Registration", "黑", "品红", "洋红", "套版色", "Ａｌｌ", "Gray",
    ],
)  # fmt: skip
def test_what_is_no_ink_of_its_own_names_no_spot(name: str) -> None:
    fault = spot_fault(name)
    assert fault is not None
    assert_told(fault, "SPOT.reserved", {"name": name})


@pytest.mark.parametrize(
    "name", ["Allgold", "PANTONE Black 6 C", "PANTONE Process Blue C", "金", "黑金"]
)
def test_a_name_that_only_holds_one_is_taken(name: str) -> None:
    assert spot_fault(name) is None


def test_a_name_fits_a_file() -> None:
    assert spot_fault("金" * 42) is None  # 126 bytes
    assert_told(spot_fault("金" * 43) or said(""), "SPOT.name", {"most": 127})
    assert_told(spot_fault(" 金") or said(""), "SPOT.name", {"most": 127})


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("{spot: All, as: M20}", "SPOT.reserved"),
        ("{spot: 金, as: K0}", "SPOT.no-alternate"),
        ("spot K0", "SPOT.no-alternate"),
        ("{spot: 金, as: accent}", "VALUE.kind"),  # inks: a name might be another spot
        ("spot accent", "VALUE.kind"),
        ("{spot: 金}", "MISSING-KEY.key"),
        ("{as: K20}", "MISSING-KEY.key"),
        ("{spot: 金, inks: K20}", "UNKNOWN-KEY.key"),
        ("[M20]", "VALUE.kind"),
        ("{spot: 金, as: C100 M100 Y100 K1}", "VALUE.ink"),
    ],
)
def test_what_is_refused(value: str, key: str) -> None:
    _, found = sheet(f"colors: {{金: {value}}}\n")
    assert key in [d.said.key for d in found if d.said is not None]


def test_names_alike_are_those_of_one_ink_to_a_person() -> None:
    names = ("PANTONE 871 C", "Pantone 871C", "pantone-871-c", "ＰＡＮＴＯＮＥ 871 C")
    assert len(set(map(alike, names))) == 1
    assert alike("PANTONE 871 C") != alike("PANTONE 872 C")


def told(value: str) -> list[tuple[str, str]]:
    _, found = sheet(value)
    return [(d.said.key, d.severity) for d in found if d.said is not None]


@pytest.mark.parametrize("color", ["C40 K100", "K85 C1", "C60 M40 Y40 K100", "M5 Y5 K90"])
def test_a_black_of_several_inks_is_told_unless_it_is_named_so(color: str) -> None:
    unnamed = [("RICH-BLACK.unnamed", "warning")]
    assert told(f"colors: {{深黑: {color}}}\n") == unnamed
    assert told(f"styles: {{title: {{color: {color}}}}}\n") == unnamed
    assert told(f"rules: {{bar: {{lines: 2pt, color: {color}}}}}\n") == unnamed
    assert told(f"colors: {{深黑: rich {color}}}\n") == []
    made, _ = sheet(f"colors: {{深黑: rich {color}}}\n")
    assert made is not None
    assert made.colors is not None
    assert str(made.colors["深黑"]).split() == sorted(
        color.split(), key=lambda ink: "CMYK".index(ink[0])
    )


@pytest.mark.parametrize("color", ["K100", "K84 C60", "C100 M100", "K0"])
def test_what_is_no_black_of_several_inks_is_not_told_and_cannot_be_named_so(color: str) -> None:
    assert told(f"colors: {{a: {color}}}\n") == []
    assert told(f"colors: {{a: rich {color}}}\n") == [("RICH-BLACK.none", "error")]


@pytest.mark.parametrize(
    ("value", "key"),
    [("rich accent", "VALUE.kind"), ("rich C100 M100 Y50 K100", "VALUE.ink")],
)
def test_rich_takes_inks_within_what_any_press_lays(value: str, key: str) -> None:
    assert told(f"colors: {{a: {value}}}\n") == [(key, "error")]
