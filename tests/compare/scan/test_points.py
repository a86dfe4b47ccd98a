"""Points by hand as they are written."""

import pytest

from layout.compare.scan.model import ScanError
from layout.compare.scan.points import parse_points


def test_pairs_are_mm_of_the_page_and_pixels_of_the_scan():
    text = "20,30=118.5,177; 370,30=2185,180；\n370，520 = 2183 , 3071 ;"
    assert parse_points(text) == (
        (20.0, 30.0, 118.5, 177.0),
        (370.0, 30.0, 2185.0, 180.0),
        (370.0, 520.0, 2183.0, 3071.0),
    )


@pytest.mark.parametrize(
    "text",
    ["", "20,30=118,177", "20,30=1,2; 3,4=5,6", "; ".join(["1,2=3,4"] * 41)],
)
def test_two_pairs_and_fewer_are_too_few(text: str):
    with pytest.raises(ScanError) as caught:
        parse_points(text)
    assert caught.value.told.key == "SCAN-POINTS.count"


@pytest.mark.parametrize(
    "text", ["20,30", "20;30=1;2", "a,b=c,d", "1,2=3,4,5", "1e5,2=3,4", "nan,2=3,4", "1,2==3,4"]
)
def test_what_is_no_pair_is_named(text: str):
    with pytest.raises(ScanError) as caught:
        parse_points(f"1,2=3,4; 5,6=7,8; {text}; 9,9=9,9")
    assert caught.value.told.key == "SCAN-POINTS.pair"
