"""What a person calls the blocks of a page, in what is told of them."""

from layout.api import Session
from layout.called import names_of, told_by_name
from layout.check.run import check_page
from layout.diagnostics import warning
from layout.words.said import said
from tests.conftest import Project

BLOCKS = """\
  - id: right
    stack:
      - {text: [{text: 本报订阅热线 随时可打, style: note}], lines: 2}
      - {id: ad, advert: null, client: 云埠商场, lines: 8}
      - {picture: assets/park.jpg, lines: 8}
    at: {cols: 5-6, lines: 21-38}
"""


def test_blocks_have_the_names_that_stand_on_the_page(project: Project) -> None:
    project.change("T1.yaml", "  - id: picture\n", f"{BLOCKS}  - id: picture\n")
    page = Session().page(project.spec)
    names = {key: told.words("zh") for key, told in names_of(page.composed.resolved).by_id.items()}
    assert names["lead"] == "《老厂房里长出新园区》"
    assert names["stories/one.md"] == names["lead"]
    assert names["side"] == "《河边的早市》"
    assert names["picture"] == "图片“湖边的新园区”"
    assert names["header"] == "报眉"
    assert names["ad"] == "广告“云埠商场”"
    assert names["right"] == "文字“本报订阅热线随时可打”等3块"


def test_what_is_told_has_the_name_and_keeps_the_id(project: Project) -> None:
    page = Session().page(project.spec)
    names = names_of(page.composed.resolved)
    inner = said("part.words-of", text="早市", node="stories/two.md#title")
    given = [
        warning("COLLIDE.stands-on", one=inner, other=inner, width_pt=1.0, height_pt=1.0, more=""),
        warning("GUTTER-RUN.articles", percent=9.0, most_percent=1, articles=2,
                blocks=("lead", "side")),
        warning("TITLE-STACK.under", text="甲", other="side", lines=1.0, least_lines=2.0),
    ]  # fmt: skip
    collide, run, stack = told_by_name(given, names)
    assert collide.said.words("zh").startswith("《河边的早市》的“早市”压在")
    assert "《老厂房里长出新园区》和《河边的早市》" in run.said.words("zh")
    assert [one.as_json()["values"] for one in (collide, run)] == [
        one.as_json()["values"] for one in given[:2]
    ]
    assert stack is given[2], "words of a headline that are an id by chance are no block"


def test_an_acceptance_goes_by_the_id_all_the_same(project: Project) -> None:
    accept = "checks: {accept: [{check: UNDERSET, at: lead, why: 留白}]}\nblocks:\n"
    project.change("T1.yaml", "blocks:\n", accept)
    report = check_page(Session().page(project.spec))
    (one,) = report.accepted
    assert one.diagnostic.said.words("zh").startswith("《老厂房里长出新园区》")
    assert not [d for d in report.diagnostics if d.code == "ACCEPT-IDLE"]


def test_a_part_of_which_a_page_has_many_says_of_which_block_it_is(project: Project) -> None:
    text = "  - id: call\n    text: [{text: 征稿启事, style: note}]\n"
    text += "    at: {cols: 5-6, lines: 22-23}\n"
    project.change("T1.yaml", "  - id: picture\n", f"{text}  - id: picture\n")
    project.change("styles.yaml", "size: 8pt", "size: 60pt")
    project.change("T1.yaml", "lines: 6, size: 22pt", "lines: 1, size: 40pt")
    told = {d.said.words("zh") for d in Session().page(project.spec).diagnostics}
    high = [one for one in told if "只有" in one and "高" in one]
    assert any(one.startswith("文字“征稿启事”高") for one in high), told
    assert any(one.startswith("《河边的早市》的标题高") for one in high), told
