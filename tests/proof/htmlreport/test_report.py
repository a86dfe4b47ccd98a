"""The report of a proof as a file: what is in it, what it may do, what it says of hostile words."""

import base64
import io
import re
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from layout.api import Session
from layout.making.proofset import ProofOptions, proofed
from layout.proof.heading import PageHeading
from layout.proof.htmlreport.printed import printed_css
from layout.proof.htmlreport.report import ReportMaker
from layout.proof.layers.catalogue import NAMES
from layout.proof.overlay import OVERLAYS
from layout.words.said import LANGUAGES, Language
from tests.conftest import Project

QUICK = frozenset({"full", "plates", "preflight", "pdf"})


def options(lang: Language = "zh", without: frozenset[str] = QUICK) -> ProofOptions:
    return ProofOptions(lang=lang, dpi=40, full_dpi=60, show=OVERLAYS, without=without)


def made(spec: Path, lang: Language = "zh", without: frozenset[str] = QUICK) -> str:
    session = Session()
    maker = ReportMaker(session, lang)
    maker.add(proofed(session, session.page(spec), options(lang, without)))
    return maker.html("校样", "2024-05-06").decode("utf-8")


class Elements(HTMLParser):
    """All elements of a document with their attributes; texts by the element they stand in."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts.append((self._open[-1], data))

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attrs for name, attrs in self.found if name == tag]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_asks_for_nothing_outside_of_itself(project: Project, lang: Language) -> None:
    text = made(project.spec, lang, frozenset({"full", "pdf"}))
    page = Elements(text)
    for tag, attrs in page.found:
        for name in ("href", "src", "xlink:href", "srcset", "action", "data"):
            value = attrs.get(name, "#")
            assert value.startswith(("#", "data:image/")), (tag, name, value[:60])
        assert "style" not in attrs, tag
        assert not [name for name in attrs if name.startswith("on")], tag
    assert not re.search(r"@import|\burl\((?!#)", text)
    assert "://" not in re.sub(r"http://www\.w3\.org/\S+", "", text)


def test_it_may_run_its_own_script_and_no_other(project: Project) -> None:
    text = made(project.spec)
    (policy,) = [
        a["content"] for a in Elements(text).all("meta")
        if a.get("http-equiv") == "Content-Security-Policy"
    ]  # fmt: skip
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(sha256(inside.encode("utf-8")).digest()).decode("ascii")
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_what_a_spec_says_is_text_in_it_and_nothing_else(project: Project) -> None:
    evil = "<script>alert(1)</script>&\"'</style>"
    project.change("T1.yaml", "caption: 湖边的新园区", f"caption: >-\n      {evil}")
    project.change("T1.yaml", "page: T1", "page: T<b>1")
    project.change("T1.yaml", "id: side", "id: si&de")
    project.change("T1.yaml", "cols: 1-4, lines: 5-40", "cols: 1-4, lines: 5-13")
    text = made(project.spec)
    page = Elements(text)
    assert len(page.all("script")) == 1
    assert len(page.all("style")) == 1
    assert not page.all("b") or "T<b>1" in "".join(t for _, t in page.texts)
    assert "alert(1)</script>" not in text
    assert any("T<b>1" in words for _, words in page.texts)


def test_every_outline_used_is_there_once_and_no_id_is_there_twice(project: Project) -> None:
    page = Elements(made(project.spec))
    ids = Counter(attrs["id"] for _, attrs in page.found if "id" in attrs)
    assert [name for name, number in ids.items() if number > 1] == []
    used = {attrs["href"][1:] for attrs in page.all("use") if "href" in attrs}
    assert used
    assert used <= set(ids)
    linked = {a["href"][1:] for a in page.all("a")}
    assert linked <= set(ids)


def test_each_finding_is_listed_and_leads_to_its_place(project: Project) -> None:
    project.change("T1.yaml", "cols: 1-4, lines: 5-40", "cols: 1-4, lines: 5-13")
    session = Session()
    proof = proofed(session, session.page(project.spec), options())
    assert proof.found, "the page has findings"
    page = Elements(made(project.spec))
    items = [a for a in page.all("li") if "value" in a]
    assert [int(a["value"]) for a in items] == [one.number for one in proof.facts.findings]
    placed = [one.number for one in proof.facts.findings if one.rect is not None]
    assert placed
    hot = [a for a in page.all("a") if a.get("class") == "hot"]
    assert [a["id"].rpartition("-p")[2] for a in hot] == [str(n) for n in placed]
    text = "".join(words for _, words in page.texts)
    for one in proof.facts.findings:
        assert one.found.said.words("zh") in text
        assert one.found.code in text


def test_each_overlay_has_its_box_and_its_rule(project: Project) -> None:
    text = made(project.spec)
    boxes = [a for a in Elements(text).all("input") if a.get("type") == "checkbox"]
    assert [a["data-layer"] for a in boxes] == list(NAMES)
    assert {a["data-layer"] for a in boxes if "checked" in a} <= {"findings", "corrections"}
    for name in NAMES:
        assert f'.show[data-layer="{name}"]:checked) .layer.{name}' in text


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "zh",
            ("初校", "二校", "三校", "责任编辑", "值班总编", "付印", "改动", "核红", "没有查的"),
        ),
        ("en", ("初校", "责任编辑", "to press", "Not run")),
    ],
)
def test_there_is_a_place_for_three_readings_and_the_sign_off(
    project: Project, lang: Language, words: tuple[str, ...]
) -> None:
    text = made(project.spec, lang)
    fields = [a["name"] for a in Elements(text).all("input") if "name" in a]
    assert len(fields) == len(set(fields)) == 3 * 5 + 3 * 3
    for word in words:
        assert word in text


def test_two_pages_share_their_outlines_and_keep_their_fields_apart(project: Project) -> None:
    project.write("T2.yaml", project.spec.read_text("utf-8").replace("page: T1", "page: T2"))
    session = Session()
    maker = ReportMaker(session, "zh")
    sizes = []
    for name in ("T1.yaml", "T2.yaml"):
        maker.add(proofed(session, session.page(project.path(name)), options()))
        sizes.append(len(maker.html("校样")))
    text = maker.html("校样").decode("utf-8")
    page = Elements(text)
    names = [a["name"] for a in page.all("input") if "name" in a]
    assert len(names) == len(set(names)) == 2 * (3 * 5 + 3 * 3)
    assert text.count("<defs>") == 1
    assert sizes[1] < 2 * sizes[0]


def test_the_same_page_gives_the_same_report(project: Project) -> None:
    assert made(project.spec) == made(project.spec)


def test_what_is_said_of_several_places_is_said_once(project: Project) -> None:
    again = "  - {id: again, story: stories/two.md, at: {cols: 5-6, lines: 22-37},"
    again += " headline: {lines: 6, size: 22pt}}\n"
    project.change("T1.yaml", "  - id: picture\n", f"{again}  - id: picture\n")
    session = Session()
    proof = proofed(session, session.page(project.spec), options())
    words = [one.found.said.words("zh") for one in proof.facts.findings]
    (twice,) = {one for one in words if words.count(one) == 2}
    first, second = (n for n, one in enumerate(words, 1) if one == twice)
    text = made(project.spec)
    section = text.split('<ol class="findings">')[1].split("</ol>")[0]
    assert section.count(f"</em> {twice}") == 1
    numbers = [a["id"].rpartition("-f")[2] for a in Elements(section).all("a")]
    numbers += [a["id"].rpartition("-f")[2] for a in Elements(section).all("b") if "id" in a]
    assert sorted(map(int, numbers)) == list(range(1, len(words) + 1))
    assert f">{first} " in section
    assert f">{second} " in section


def test_what_is_meant_has_its_number_and_its_place_behind_the_others(project: Project) -> None:
    accept = "checks: {accept: [{check: UNDERSET, at: side, why: 下边留着放广告}]}\nblocks:\n"
    project.change("T1.yaml", "blocks:\n", accept)
    session = Session()
    proof = proofed(session, session.page(project.spec), options())
    (accepted,) = proof.checked.accepted
    page = Elements(made(project.spec))
    number = len(proof.facts.findings) + 1
    items = [int(a["value"]) for a in page.all("li") if "value" in a]
    assert items == [*range(1, number), number]
    (hot,) = [a for a in page.all("a") if a.get("class") == "hot meant"]
    assert hot["id"].endswith(f"-p{number}")
    tag = [g for g in page.all("g") if g.get("class") == "tag"][-1]
    assert tag["data-size"] == "8.4"  # it grows as the numbers of the others do
    text = "".join(words for _, words in page.texts)
    assert "《河边的早市》：1栏，欠文约140字（6行）" in text
    assert "理由：下边留着放广告" in text
    assert "[UNDERSET]" not in text
    assert accepted.diagnostic.said["node"] == "stories/two.md"


def test_paths_are_of_one_kind(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    # One that names a spec and one that names a story, from a folder above and from one inside.
    project.change("T1.yaml", "cols: 1-4, lines: 5-40", "cols: 1-4, lines: 5-13")
    for folder, spec in ((project.root.parent, "paper/T1.yaml"), (project.root, "T1.yaml")):
        monkeypatch.chdir(folder)
        told = "".join(words for _, words in Elements(made(Path(spec))).texts)
        assert "· T1.yaml:7:5 ·" in told
        assert "· stories/one.md:3:8 ·" in told
        assert "paper/" not in told


def test_a_sheet_of_paper_says_whose_it_is() -> None:
    heading = PageHeading(
        number="第1版", title='要"闻}', paper="云埠日报", day="2026年11月24日 星期二"
    )
    css = printed_css([heading], "校样", "2026-11-29 16:41", "zh")
    assert (
        "云埠日报\u30002026年11月24日 星期二\u3000第1版 要\\22 闻\\7d \u3000校样\u3000第＿校" in css
    )
    assert "2026-11-29 16:41排出" in css
    assert '"第" counter(page) "张，共" counter(pages) "张"' in css
    assert ".sheet-1 { page: sheet-1; }" in css
    assert css.count("{") == css.count("}")


def test_plates_are_inside_it(project: Project) -> None:
    page: Any = Elements(made(project.spec, "zh", frozenset({"full", "pdf", "preflight"})))
    pictures = [a["alt"] for a in page.all("img") if a["alt"]]
    assert pictures[-4:] == ["青版", "品红版", "黄版", "黑版"]
    assert len(pictures) == 6


@pytest.mark.parametrize(("pixels", "most"), [(300, 300), (3000, 2400)])
def test_a_large_picture_is_as_fine_as_a_reader_needs(
    project: Project, pixels: int, most: int
) -> None:
    from PIL import Image

    noise = Image.effect_noise((pixels, pixels // 2), 90)
    noise.convert("CMYK").save(project.path("assets/park.jpg"), quality=95)
    (data,) = re.findall(r'<image [^>]*href="data:image/jpeg;base64,([^"]+)"', made(project.spec))
    with Image.open(io.BytesIO(base64.b64decode(data))) as image:
        assert max(image.size) == most


def test_a_cut_out_keeps_what_is_seen_through(project: Project) -> None:
    from PIL import Image

    cut_out = Image.new("RGBA", (3000, 1500), (200, 30, 30, 255))
    cut_out.paste((0, 0, 0, 0), (0, 0, 900, 900))
    cut_out.save(project.path("assets/cut.png"))
    project.change("T1.yaml", "assets/park.jpg", "assets/cut.png")
    assert 'href="data:image/png;base64,' in made(project.spec)
