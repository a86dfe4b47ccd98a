"""断版 and 通缝 on whole pages: ordinary ones pass, bad ones are told.

Each page is drawn below: eight basic columns, a row for ten lines of the grid. A capital is a
story, `p` and `q` are pictures, `t` and `u` lines of text; a story is as long as its place and is
set in the basic columns.
"""

import pytest

from layout.api import Session
from layout.check.run import check_page
from tests.conftest import SENTENCE, Project

ROW = 10

ORDINARY = {
    # Two parts, 71 and 34 字, a rule between: a front page of a national daily, 2025. Nothing
    # crosses from its right part to its left from masthead to imprint.
    "two parts": """
        tttttttt
        AAAAABBB
        AAAAABBB
        AAAAABBB
        AAAAACCC
        pppppCCC
        pppppCCC
        pppppEEE
        DDDDDEEE
        DDDDDEEE
        DDDDDEEE
        uuuuuuuu""",
    # A comment column down the whole page.
    "a side column": """
        tttttttt
        AAAAAABB
        AAAAAABB
        AAAAAABB
        CCCpppBB
        CCCpppBB
        CCCDDDBB
        CCCDDDBB
        CCCDDDBB
        EEEEEEBB
        EEEEEEBB
        EEEEEEBB""",
    # An advert across the page's foot (通栏), and two side by side (半通栏).
    "an advert": """
        tttttttt
        AAAAABBB
        AAAAABBB
        AAAAABBB
        CCDDDBBB
        CCDDDBBB
        CCDDDEEE
        CCDDDEEE
        CCDDDEEE
        pppppppp
        pppppppp
        pppppppp""",
    "two adverts": """
        tttttttt
        AAABBBBB
        AAABBBBB
        AAABBBBB
        AAADDDEE
        AAADDDEE
        CCCDDDEE
        CCCDDDEE
        CCCDDDEE
        ppppqqqq
        ppppqqqq
        ppppqqqq""",
    # An inside page of a national daily, 2010, in four columns: pictures lock the stories.
    "four columns": """
        tttttttt
        AAAAAABB
        AAAAAABB
        AAAAAABB
        CCppppBB
        CCppppDD
        CCEEEEDD
        CCEEEEDD
        CCEEEEDD
        FFFFFFDD
        FFFFFFDD
        FFFFFFDD""",
    # The lead across the page's head (通栏头条), the others locked below it.
    "a lead": """
        tttttttt
        AAAAAAAA
        AAAAAAAA
        AAAAAAAA
        BBBCCCCC
        BBBCCCCC
        BBBCCCCC
        BBBDDDEE
        BBBDDDEE
        FFFFFFEE
        FFFFFFEE
        FFFFFFEE""",
    # One story along the page's foot.
    "a foot": """
        tttttttt
        AAACCCCC
        AAACCCCC
        AAACCCCC
        AAADDDEE
        AAADDDEE
        BBBDDDEE
        BBBDDDEE
        BBBDDDEE
        FFFFFFFF
        FFFFFFFF
        FFFFFFFF""",
}

BAD = {
    # Four quarters: cut across and split down.
    ("four quarters", "PAGE-CUT", "GUTTER-RUN"): """
        tttttttt
        AAAABBBB
        AAAABBBB
        AAAABBBB
        AAAABBBB
        AAAABBBB
        CCCCDDDD
        CCCCDDDD
        CCCCDDDD
        CCCCDDDD
        CCCCDDDD
        uuuuuuuu""",
    # Three bands, one over the other.
    ("three bands", "PAGE-CUT"): """
        tttttttt
        AAAAAAAA
        AAAAAAAA
        AAAAAAAA
        AAAAAAAA
        BBBBBBBB
        BBBBBBBB
        BBBBBBBB
        CCCCCCCC
        CCCCCCCC
        CCCCCCCC
        CCCCCCCC""",
    # Three over two: no story reaches across.
    ("three over two", "PAGE-CUT"): """
        tttttttt
        AAABBBCC
        AAABBBCC
        AAABBBCC
        AAABBBCC
        AAABBBCC
        DDDDEEEE
        DDDDEEEE
        DDDDEEEE
        DDDDEEEE
        DDDDEEEE
        uuuuuuuu""",
    # A page under a page: two stories, a picture of the whole width, two stories.
    ("a picture between", "PAGE-CUT"): """
        tttttttt
        AAABBBBB
        AAABBBBB
        AAABBBBB
        AAABBBBB
        pppppppp
        pppppppp
        pppppppp
        CCCCCDDD
        CCCCCDDD
        CCCCCDDD
        CCCCCDDD""",
    # Two halves side by side that have nothing to do with each other.
    ("two halves", "GUTTER-RUN"): """
        tttttttt
        AAAABBBB
        AAAABBBB
        AAAABBBB
        AAAABBBB
        AAAADDDD
        CCCCDDDD
        CCCCDDDD
        CCCCDDDD
        CCCCDDDD
        CCCCDDDD
        CCCCDDDD""",
    # Three strips: a side column on both sides.
    ("three strips", "GUTTER-RUN"): """
        tttttttt
        AABBBBCC
        AABBBBCC
        AABBBBCC
        AABBBBCC
        DDBBBBCC
        DDEEEECC
        DDEEEEFF
        DDEEEEFF
        DDEEEEFF
        DDEEEEFF
        uuuuuuuu""",
    # The upper two thirds of the page split, an advert below.
    ("split above an advert", "GUTTER-RUN"): """
        tttttttt
        AAAABBBB
        AAAABBBB
        AAAABBBB
        AAAABBBB
        CCCCBBBB
        CCCCBBBB
        CCCCDDDD
        CCCCDDDD
        EEEEEEEE
        EEEEEEEE
        pppppppp""",
}


def drawn(project: Project, page: str, checks: str = "") -> set[str]:
    """What the two checks tell of a page drawn as above."""
    rows = page.split()
    names = sorted({c for row in rows for c in row})
    assert {len(row) for row in rows} == {8}
    blocks = []
    for name in names:
        at = [(k, row.index(name), row.rindex(name)) for k, row in enumerate(rows) if name in row]
        assert len({ends[1:] for ends in at}) == 1, f"{name} is no rectangle"
        left, right = at[0][1] + 1, at[0][2] + 1
        first, last = at[0][0] * ROW + 1, (at[-1][0] + 1) * ROW - 1
        place = f"at: {{cols: {left}-{right}, lines: {first}-{last}}}"
        if name.isupper():
            wide = right - left + 1
            long = 5 * wide * (last - first) // 14  # a sentence has some 40 characters
            project.write(f"{name}.md", f"---\ntitle: 城区{name}记\n---\n\n{SENTENCE * long}\n")
            head = "headline: {lines: 5, title: balance, size: fit}"
            blocks.append(f"- {{story: {name}.md, id: {name}, columns: {wide}, {head}, {place}}}")
        elif name in "pq":
            blocks.append(f"- {{picture: assets/park.jpg, id: {name}, {place}}}")
        else:
            blocks.append(f"- {{text: 一行文字, id: {name}, {place}}}")
    text = "page: T9\nformat: broadsheet\n" + checks + "blocks:\n" + "\n".join(blocks) + "\n"
    session = Session()
    made = session.page(project.write("T9.yaml", text))
    report = check_page(made, {})
    told = {d.code for d in report.diagnostics}
    assert not told & {"OVERLAP", "UNDERSET"}
    return told & {"PAGE-CUT", "GUTTER-RUN"}


@pytest.mark.parametrize("page", ORDINARY.values(), ids=ORDINARY)
def test_an_ordinary_page_is_let_pass(project: Project, page: str) -> None:
    assert drawn(project, page) == set()


@pytest.mark.parametrize(("codes", "page"), BAD.items(), ids=[k[0] for k in BAD])
def test_a_bad_page_is_told(project: Project, codes: tuple[str, ...], page: str) -> None:
    assert drawn(project, page) == set(codes[1:])
