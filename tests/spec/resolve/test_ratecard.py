"""The rate card: sizes of what is built in add up to the page, a paper's own go over them."""

import itertools

import pytest

from layout.diagnostics import Place
from layout.spec.model.page import Facing, Format, Header, PageSpec
from layout.spec.model.ratecard import AdvertSize
from layout.spec.reader.kinds import Name
from layout.spec.reader.lengths import Length
from layout.spec.resolve.facing import unfolded
from layout.spec.resolve.ratecard import (
    OF_TWO,
    OTHER_NAMES,
    RATE_CARD,
    UnknownSizeError,
    booked_size,
    under_header,
)
from layout.spec.resolve.sheet import Sheet, make_sheet
from layout.units import mm

HERE = Place("G1.yaml", 3, 9)


def page(preset: str, header: Header | None = None) -> tuple[Sheet, PageSpec]:
    spec = PageSpec(page="G1", format=Format(preset=preset), header=header)
    return make_sheet(spec, []), spec


def size(name: str, preset: str = "broadsheet", own: dict[str, AdvertSize] | None = None,
         header: Header | None = None) -> tuple[str, float, float]:  # fmt: skip
    sheet, spec = page(preset, header)
    return booked_size(Name(name, HERE), own, sheet, spec)


@pytest.mark.parametrize("preset", ["broadsheet", "tabloid"])
def test_parts_and_gutters_add_up_to_the_type_area(preset: str) -> None:
    sheet, _ = page(preset)
    area = sheet.grid.type_area
    gutter = sheet.grid.columns[1][0] - sheet.grid.columns[0][1]
    for name, (across, down) in RATE_CARD.items():
        _, wide, high = size(name, preset)
        many = round(1 / across)
        assert many * wide + (many - 1) * gutter == pytest.approx(area.width), name
        assert round(1 / down) * high == pytest.approx(area.height), name
    columns = sheet.grid.columns
    half = columns[len(columns) // 2 - 1][1] - columns[0][0]
    assert size("半通栏", preset)[1] == pytest.approx(half)


def test_a_header_is_taken_off_first() -> None:
    header = Header(lines=3)
    sheet, spec = page("broadsheet", header)
    assert under_header(sheet, spec).bottom == pytest.approx(sheet.grid.type_area.bottom)
    whole, sixth = size("整版", header=header)[2], size("通栏", header=header)[2]
    assert whole == pytest.approx(117 * sheet.grid.pitch)
    assert 6 * sixth == pytest.approx(whole)


def test_on_a_broadsheet_they_are_what_printed_cards_have() -> None:
    wanted = {"通栏": (350, 80), "半通栏": (170, 80), "半版": (350, 240), "报眼": (170, 80)}
    for name, (wide, high) in wanted.items():
        _, across, down = size(name, header=Header(lines=3))
        assert across == pytest.approx(mm(wide), abs=mm(5)), name
        assert down == pytest.approx(mm(high), abs=mm(2)), name


def test_a_papers_own_size_goes_over_the_one_built_in() -> None:
    own = {
        "报眼": AdvertSize(width=Length(170, "mm"), height=Length(20, "lines")),
        "小方块": AdvertSize(width=Length(1, "cols"), height=Length(25, "%")),
    }
    sheet, _ = page("broadsheet")
    columns, area = sheet.grid.columns, sheet.grid.type_area
    assert size("报眼", own=own)[1:] == pytest.approx((mm(170), 20 * sheet.grid.pitch))
    assert size("小方块", own=own)[1:] == pytest.approx(
        (columns[0][1] - columns[0][0], area.height / 4)
    )
    assert size("通栏", own=own) == size("通栏")


def test_two_facing_pages_have_sizes_of_their_own() -> None:
    facing = Facing(page="G2", gutter=Length(50, "mm"), strip=Length(26, "mm"))
    spec = PageSpec(page="G1", format=Format(preset="tabloid"), facing=facing)
    sheet = unfolded(make_sheet(spec, []), spec, [])
    area = sheet.grid.type_area

    def of(name: str) -> tuple[float, float]:
        return booked_size(Name(name, HERE), None, sheet, spec)[1:]

    assert of("通版") == pytest.approx((area.width, area.height))
    assert of("跨版半版") == pytest.approx((area.width, area.height / 2))
    assert of("中缝") == pytest.approx((mm(26), area.height))
    assert of("整版") == pytest.approx(size("整版", "tabloid")[1:])
    assert of("半通栏") == pytest.approx(size("半通栏", "tabloid")[1:])
    own = {"两栏": AdvertSize(width=Length(2, "cols"), height=Length(10, "lines"))}
    assert booked_size(Name("两栏", HERE), own, sheet, spec)[1:] == pytest.approx(
        size("两栏", "tabloid", own)[1:]
    )


@pytest.mark.parametrize("name", ["通版", "中缝", "跨版"])
def test_one_page_has_none_of_those(name: str) -> None:
    with pytest.raises(UnknownSizeError) as found:
        size(name)
    assert found.value.told.key == "ADVERT-SIZE.of-two"


def test_other_names_lead_to_the_same_size() -> None:
    for other, name in OTHER_NAMES.items():
        assert name in (*RATE_CARD, *OF_TWO)
        assert other not in (*RATE_CARD, *OF_TWO)
        if name in RATE_CARD:
            assert size(other) == size(name)
    own = {"半版": AdvertSize(width=Length(100, "mm"), height=Length(100, "mm"))}
    assert size("1/2版", own=own)[1:] == pytest.approx((mm(100), mm(100)))


@pytest.mark.parametrize("name", ["半通兰", "二分之三版", "advert"])
def test_a_name_that_is_on_no_card_is_told_with_those_that_are(name: str) -> None:
    with pytest.raises(UnknownSizeError) as found:
        size(name)
    told = found.value.told
    assert (told.key, told["name"]) == ("ADVERT-SIZE.unknown", name)
    assert told["hint"].key in ("part.did-you-mean", "part.known-sizes")


def test_no_two_sizes_are_one() -> None:
    for a, b in itertools.combinations(RATE_CARD, 2):
        assert RATE_CARD[a] != RATE_CARD[b] or {a, b} in ({"半通栏", "报眼"}, {"⅓版", "双通栏"})
