"""What the marks of a leaf say, and the build id that follows from its content."""

from layout.color import Color
from layout.display.press import PressFacts
from layout.record import replace
from layout.render.press.imposed import leaf_of, spreads
from layout.render.press.prepared import PictureNeed, PreparedPage
from layout.render.press.slug import build_id, build_of, sheet_of

SPOT = Color(100, 60, 0, 0, "PANTONE 286 C")


def made(name: str, **more: object) -> PreparedPage:
    known: dict[str, object] = {
        "name": name, "title": f"湘江晨报 {name}", "date": "2019-09-20", "width": 500.0,
        "height": 700.0, "bleed": 8.5, "packed": b"q Q", "overprints": False, "faces": (),
        "pictures": (), "press": PressFacts(marks="crop slug"),
    }  # fmt: skip
    return PreparedPage(**(known | more))  # type: ignore[arg-type]


def test_a_page_says_paper_page_day_and_build() -> None:
    page = made("B1")
    sheet = sheet_of(leaf_of(page, 0), [page])
    assert sheet.slug == ("湘江晨报", "版面 B1", "日期 2019-09-20", f"编号 {build_of(page)}")
    assert (sheet.width, sheet.height, sheet.bleed, sheet.folds) == (500.0, 700.0, 8.5, ())


def test_a_sheet_says_both_pages_and_has_its_fold() -> None:
    pages = [made(f"B{n}", spots=(SPOT,) if n == 4 else ()) for n in range(1, 5)]
    outer = spreads(pages, 20.0)[0]
    sheet = sheet_of(outer, pages)
    assert sheet.slug[:3] == ("湘江晨报", "版面 B4｜B1", "日期 2019-09-20")
    assert sheet.slug[3] == f"编号 {build_of(pages[3])}｜{build_of(pages[0])}"
    assert sheet.folds == (510.0,)
    assert sheet.spots == (SPOT,)
    assert outer.marks == ("crop", "slug")


def test_a_page_without_a_day_says_none() -> None:
    page = made("1", date="", title="1")
    assert sheet_of(leaf_of(page, 0), [page]).slug == ("版面 1", f"编号 {build_of(page)}")


def test_a_title_keeps_its_own_figures() -> None:
    page = made("1", title="湘江晨报2021")
    assert sheet_of(leaf_of(page, 0), [page]).slug[0] == "湘江晨报2021"


def test_a_sheet_has_the_marks_that_either_page_asks_for() -> None:
    pages = [made("1", press=PressFacts(marks="crop")), made("2", press=PressFacts(marks="slug"))]
    outer, inner = spreads([*pages, made("3"), made("4", press=PressFacts())], 0.0)
    assert outer.marks == ("crop",)
    assert set(inner.marks) == {"crop", "slug"}


def test_two_facing_pages_have_their_fold() -> None:
    assert leaf_of(made("B2-B3", fold=250.0), 0).folds == (250.0,)


def test_the_build_id_follows_from_the_content_alone() -> None:
    page = made("B1")
    need = PictureNeed(name="P1", source="a.jpg", digest="ab")
    others = [
        made("B2"),
        made("B1", packed=b"q Q "),
        made("B1", pictures=(need,)),
        made("B1", pictures=(replace(need, digest="cd"),)),
        made("B1", date="2019-09-21"),
        made("B1", width=501.0),
    ]
    ids = [build_of(page), *map(build_of, others)]
    assert len(set(ids)) == len(ids)
    assert build_of(made("B1", press=PressFacts())) == build_of(page)
    assert build_of(made("B1")) == build_of(page)


def test_parts_are_told_apart() -> None:
    assert build_id(["ab", "c"]) != build_id(["a", "bc"])
    assert len(build_id(["a"])) == 14
