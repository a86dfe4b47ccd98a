"""The specimen: it builds, and each sample shows what its words and its caption say."""

from itertools import pairwise
from pathlib import Path

import pytest

from layout.api import Session
from layout.diagnostics import Place
from tests.specimenread import (
    EM,
    FOLDER,
    HYPHEN,
    PAGES,
    ends,
    gaps,
    made,
    rows,
    runs,
    squeeze,
    starts,
    tiers,
)

NEAR = pytest.approx
KEPT_LOOSE = {"7-first.md", "7-fewest.md", "8-不断.md"}  # so that there is a loose line to be seen


# The pages


def test_it_builds_and_warns_of_the_lines_that_are_loose_on_purpose_alone():
    assert [p.name for p in Session().page_files(FOLDER)] == ["S1.yaml", "S2.yaml"]
    found = [d for page in PAGES for d in made(page)[0].diagnostics]
    assert {d.code for d in found} == {"LOOSE"}
    assert {Path(d.where.file).name for d in found if isinstance(d.where, Place)} == KEPT_LOOSE
    assert len(found) == len(KEPT_LOOSE)
    for name in KEPT_LOOSE:
        caption = "".join(r.text for r in runs(name.removesuffix(".md"), "#kicker"))
        assert "松" in caption, f"the caption of {name} does not say that it is loose"


@pytest.mark.parametrize("name", PAGES)
def test_every_text_is_in_the_pdf_once(name: str):
    page, read = made(name)
    stories = [s for s in page.composed.sources.stories if s is not None]
    assert len(stories) > 20
    for story in stories:
        assert read.count(squeeze(story.text)) == 1, story.name


def test_every_story_of_the_folder_is_on_a_page():
    used = {
        Path(s.name).name for p in PAGES for s in made(p)[0].composed.sources.stories if s
    }  # fmt: skip
    assert used == {p.name for p in (FOLDER / "stories").iterdir()}


@pytest.mark.parametrize(
    "same",
    [
        ("1-quanjiao", "1-kaiming", "1-banjiao", "1-hangmobanjiao", "1-cct"),
        ("4-none", "4-basic", "4-gb", "4-strict"),
        ("5-0", "5-0.125", "5-0.25"),
        ("6-挤", "6-不挤"),
        ("6-密", "6-紧"),
        ("7-first", "7-total"),
        ("7-fewest", "7-even"),
        ("8-断", "8-不断"),
        ("8-挂", "8-不挂"),
    ],
    ids=lambda names: names[0],
)
def test_samples_that_are_compared_have_the_same_words(same: tuple[str, ...]):
    texts = [squeeze("".join(r.text for r in rows(n)).replace(HYPHEN, "")) for n in same]
    assert len(set(texts)) == 1
    settings = {tuple(tuple(g.at for g in r.glyphs) for r in rows(n)) for n in same}
    assert len(settings) == len(same), "two settings give the same lines"


# 1 and 2: marks


@pytest.mark.parametrize(
    ("style", "pause", "stop", "beside"),
    [
        ("quanjiao", 1.0, 1.0, 0.5),
        ("kaiming", 0.5, 1.0, 0.5),
        ("banjiao", 0.5, 0.5, 0.5),
        ("hangmobanjiao", 1.0, 1.0, 1.0),
        ("cct", 0.7, 0.7, 0.62),
    ],
)
def test_width_of_marks_in_the_five_styles(style: str, pause: float, stop: float, beside: float):
    """The most that ，、； before Han have, and 。 before Han, and 。？ before ”: a line that is
    adjusted may take of it, or add little."""
    widest = {"pause": 0.0, "stop": 0.0, "beside": 0.0}
    for row in rows(f"1-{style}"):
        for one, two in pairwise(row.glyphs):
            kind = "pause" if one.char in "，、；" else "stop" if one.char in "。？" else ""
            if kind == "stop" and two.char == "”":
                kind = "beside"
            elif kind and not "\u4e00" <= two.char <= "\u9fff":
                kind = ""
            if kind:
                widest[kind] = max(widest[kind], (two.at - one.at) / EM - row.facts.gap_em)
    assert widest["pause"] == NEAR(pause)
    assert widest["beside"] == NEAR(beside)
    assert widest["stop"] == NEAR(stop, abs=0.05)  # squeezed a little in 开明


def test_narrower_styles_leave_more_of_the_last_line():
    left = {s: rows(f"1-{s}") for s in ("quanjiao", "kaiming", "banjiao", "hangmobanjiao")}
    filled = {s: (len(r), r[-1].facts.natural) for s, r in left.items()}
    assert filled["banjiao"] <= filled["kaiming"] < filled["quanjiao"] < filled["hangmobanjiao"]


def test_thirty_six_pairs_of_marks():
    """Each between two 田: marks that face one way or turn their backs have 1½ em, （） two; · has
    half an em; beside —— and …… nothing is taken."""
    marks = {"（": 1.0, "）": 1.0, "，": 1.0, "。": 1.0, "·": 0.5, "——": 2.0, "……": 2.0}
    ending = "），。"
    seen = {}
    for row in rows("2-两个"):
        if row.text[0] == "田":
            seen[row.text[1:-1]] = (row.glyphs[-1].at - row.glyphs[0].at) / EM - 1
    firsts = ["（", "）", "，", "。", "·", "——"]
    seconds = ["（", "）", "，", "。", "·", "……"]
    assert set(seen) == {a + b for a in firsts for b in seconds}
    for a in firsts:
        for b in seconds:
            hug = (a in ending and b in ending) or (a in ending and b == "（") or a + b == "（（"
            assert seen[a + b] == NEAR(marks[a] + marks[b] - 0.5 * hug), a + b


def test_rows_of_three_marks_and_more_leave_half_an_em_between_any_two():
    row = next(r for r in rows("2-三个") if "》）”。" in r.text or "’》）”。" in r.text)
    text = "’》）”。"
    at = [row.place(text) + 0.5 * k for k in range(len(text))]
    index = "".join(g.char for g in row.glyphs).index(text)
    assert [g.at / EM for g in row.glyphs[index : index + len(text)]] == NEAR(at)


# 3: edges


def test_blanks_at_the_edges_are_trimmed_or_kept():
    """A glyph of an opening mark has its ink in the right half of its em."""
    measure = 15.0
    for name, blank in (("3-收", 0.0), ("3-留", 0.5)):
        for row in rows(name)[:3]:
            assert row.glyphs[0].char == "《"
            assert row.glyphs[0].at / EM == NEAR(blank - 0.5)
            assert row.glyphs[-1].char == "》"
            assert row.glyphs[-1].at / EM + 0.5 == NEAR(measure - blank)


@pytest.mark.parametrize(("name", "ink"), [("3-半", 2.0), ("3-全", 2.5), ("3-挂", 1.5)])
def test_three_ways_of_a_mark_that_opens_a_paragraph(name: str, ink: float):
    quoted = [r for r in rows(name) if r.text[0] == "“"]
    assert len(quoted) == 2
    assert [r.glyphs[0].at / EM + 0.5 for r in quoted] == NEAR([ink, ink])
    plain = next(r for r in rows(name) if r.text.startswith("下一段"))
    assert plain.glyphs[0].at / EM == NEAR(2.0)


# 4: prohibition


def test_each_level_forbids_what_the_one_before_allows():
    assert "，" in starts("4-none")
    assert "“" in ends("4-none")
    for name in ("4-basic", "4-gb", "4-strict"):
        assert not set("，、。”") & set(starts(name))
        assert "“" not in ends(name)
    assert "／" in ends("4-basic")
    assert not any("／" in starts(n) + ends(n) for n in ("4-gb", "4-strict"))
    assert "—" in starts("4-gb")
    assert "—" not in starts("4-strict")
    assert any("——" in r.text for r in rows("4-strict"))


def test_a_wave_dash_does_not_begin_a_line():
    """By UAX #14 it could: the fifteen Han before it fill the line."""
    first, second = rows("4-uax")[:2]
    assert len(first.text) == 14
    assert second.text[1] == "～"


# 5: Latin and digits


@pytest.mark.parametrize("gap", [0.0, 0.125, 0.25])
def test_the_gap_between_han_and_latin(gap: float):
    row = next(r for r in rows(f"5-{gap:g}") if "用CMYK" in r.text)
    assert row.place("CMYK") - row.place("用") - 1 == NEAR(gap)


def test_digits_of_half_an_em_and_of_the_face():
    widths = {}
    for name in ("5-半", "5-比例"):
        row = next(r for r in rows(name) if r.text.startswith("1949"))
        spread = (row.glyphs[-2].at - row.glyphs[0].at) / EM
        widths[name] = spread
    assert widths["5-半"] == NEAR(7.0)
    assert widths["5-比例"] > 7.2


# 6: justification


def test_lines_that_are_squeezed_and_opened():
    assert "shrink:7" in tiers("6-挤")
    assert max(gaps("6-挤")) == 0
    assert "shrink:7" not in tiers("6-不挤")
    assert max(gaps("6-不挤")) > 0.05
    opened = rows("6-拉")[0]
    assert opened.facts.tier == "stretch:3"
    steps = {round(b.at - a.at, 3) for a, b in pairwise(opened.glyphs)}
    assert len(steps) == 1, "the gaps are not alike"
    assert steps.pop() > 1.05 * EM


def test_han_closer_than_solid_only_where_the_style_allows():
    assert min(gaps("6-密")) >= 0
    tight = [g for g in gaps("6-紧") if g < 0]
    assert tight
    assert min(tight) >= -0.05


# 7: the paragraph


def test_line_by_line_has_a_loose_line_and_a_runt_and_total_fit_has_none():
    assert max(gaps("7-first")) > 0.05
    assert rows("7-first")[-1].text == "字。"
    assert max(gaps("7-total")) < 0.05
    assert len(rows("7-total")[-1].text) > 2


def test_few_loose_lines_or_even_ones():
    few = [g for g in gaps("7-fewest") if g > 0.05]
    even = [g for g in gaps("7-even") if g > 0.05]
    assert len(few) == 1
    assert len(even) == 2
    assert max(even) < max(few) / 2


# 8: words and hanging marks


def test_a_word_is_cut_with_a_hyphen_or_not_at_all():
    cut = [r for r in rows("8-断") if r.text.endswith(HYPHEN)]
    assert len(cut) == 1
    assert max(gaps("8-断")) < 0.05
    assert HYPHEN not in "".join(r.text for r in rows("8-不断"))
    assert max(gaps("8-不断")) > 0.05


def test_marks_hang_beside_the_measure():
    hung = [r for r in rows("8-挂") if r.glyphs[-1].at / EM > 15 - 1e-6]
    assert [r.text[-1] for r in hung] == ["，", "。"]
    assert all(r.facts.gap_em == 0 for r in hung)
    assert not [r for r in rows("8-不挂") if r.glyphs[-1].at / EM > 14.5 + 1e-6]
    assert max(gaps("8-不挂")) > 0.05


def test_what_may_not_be_parted_stands_in_one_line():
    lines = [r.text for r in rows("8-块")]
    for whole in ("9月20日", "−5℃", "62.8%", "15", "km", "1,301项", "GDP", "（CLREQ）"):
        assert sum(whole in line for line in lines) == 1, whole


# 9: inline marks


def faces(name: str, words: str) -> set[str]:
    return {r.face for r in runs(name) if words in r.text}


def test_bold_emphasis_and_run_in_headings_have_their_faces():
    plain = faces("9-黑", "要紧的字用")
    bold = faces("9-黑", "黑体")
    kai = faces("9-黑", "楷体")
    assert len(plain) == len(bold) == len(kai) == 1
    assert len(plain | bold | kai) == 3
    assert faces("9-黑", "仍是黑体") == bold
    assert faces("9-题", "与正文同行") == bold
    heading = rows("9-题")[0]
    assert "小标题" in heading.text, "the paragraph does not follow in the same line"


def test_high_and_low_type():
    high = {"3", "-6", "2", "[1]"}
    base = {r.y for r in runs("9-标") if r.size == EM}
    small = [r for r in runs("9-标") if r.size < EM]
    assert {r.text for r in small} == high | {"2.5"}
    raised = [r.text for r in small if min(abs(r.y - b + 0.34 * EM) for b in base) < 0.05]
    lowered = [r.text for r in small if min(abs(r.y - b - 0.14 * EM) for b in base) < 0.05]
    assert set(raised) == high
    assert lowered == ["2", "2.5"]


def test_links_are_set_by_their_words_and_lines_end_where_they_are_told_to():
    link = "".join(r.text for r in rows("9-链"))
    assert "中文排版需求。" in link
    assert link.count("https://") == 1
    ended = rows("9-断")
    assert [r.text for r in ended] == [
        "行到这里就断，", "不必把字拉满。", "下一行接着写，", "开头也不缩进。",
    ]  # fmt: skip
    assert {round(r.glyphs[0].at, 3) for r in ended} == {0.0}
