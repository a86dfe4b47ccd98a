"""What is told of plates: a table in both languages, and JSON."""

import json

import numpy as np
import pytest

from layout.color import PROCESS
from layout.plates.coverage import InkCoverage, measure
from layout.plates.plate import Plates
from layout.plates.report import as_json, rows
from layout.record import replace
from layout.words.said import said
from tests.plates.madeplates import plates_of

Told = tuple[Plates, InkCoverage]


@pytest.fixture
def told() -> Told:
    tones = np.zeros((100, 100), np.uint8)
    tones[20:30, 50:70] = 255
    plates = plates_of({**dict.fromkeys(PROCESS, tones), "PANTONE 871 C": np.zeros_like(tones)})
    plates = replace(plates, missed=(said("part.plates-jpx"),))
    return plates, measure(plates)


def test_the_table(told: Told) -> None:
    found = dict(rows(*told, "en"))
    assert found["Cyan"] == "2.00 %"
    assert found["PANTONE 871 C"] == "empty"
    assert found["most ink, of a pixel"] == "400 % at 50 mm from the left, 20 mm down"
    assert found["over 240 %, pixels"] == "200.0 mm², 2.00 % of the page, 1 place"
    assert found["not measured"] == "a picture in JPEG 2000"
    chinese = dict(rows(*told, "zh"))
    assert chinese["超过240%（最小一点）"] == "200.0 mm²，占版面2.00%，1处"


def test_json_is_plain_and_has_every_number(told: Told) -> None:
    made = json.loads(json.dumps(as_json(*told, {"Cyan": "a.png"}, "en")))
    assert made["inks"]["Cyan"] == 2.0
    assert made["over"] == {
        "area_mm2": 200.0, "percent": 2.0, "places": 1, "boxes_mm": [[50.0, 20.0, 70.0, 30.0]]
    }  # fmt: skip
    assert made["most"] == {"percent": 400.0, "x_mm": 50.5, "y_mm": 20.5}
    assert made["limit"] == 240.0
    assert made["not_measured"] == ["a picture in JPEG 2000"]
    assert made["written"] == {"Cyan": "a.png"}
