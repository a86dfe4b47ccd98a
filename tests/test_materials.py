"""What a page's pictures learn from their files, wherever they stand."""

from layout.api import Session
from layout.pipeline import compose_page
from layout.spec.resolve.resolved import pictures_of
from layout.workshop import Workshop
from tests.conftest import Project

STORY = '---\ntitle: "题"\n---\n中文中文。\n'
PAGE = """\
blocks:
  - id: lead
    story: stories/one.md
    headline: {lines: 6, picture: pictures/clear.png}
    at: {cols: 1-3, lines: 4-20}
  - id: cut
    picture: pictures/clear.png
    wrap: {shape: outline}
    at: {cols: 2, lines: 12-16}
  - id: two
    pictures: [pictures/clear.png, pictures/solid.png]
    at: {cols: 4-6, lines: 4-20}
"""


def test_each_picture_has_its_pixels_and_one_that_text_runs_round_its_outline(
    project: Project,
) -> None:
    from PIL import Image

    clear = Image.new("RGBA", (80, 40))
    clear.paste((0, 0, 0, 255), (20, 10, 60, 30))
    for name, image in (("clear", clear), ("solid", Image.new("RGB", (60, 90)))):
        path = project.root / "pictures" / f"{name}.png"
        path.parent.mkdir(exist_ok=True)
        image.save(path)
    project.write("stories/one.md", STORY)
    spec = project.change(
        "T1.yaml",
        project.spec.read_text("utf-8").partition("blocks:")[2],
        PAGE.partition("blocks:")[2],
    )
    page = compose_page(spec, Workshop())
    behind, cut, one, other = (p for b in page.resolved.blocks for p in pictures_of(b.content))
    assert [p.pixels for p in (behind, cut, one, other)] == [(80, 40)] * 3 + [(60, 90)]
    assert [p.framing.fit for p in (behind, cut, one, other)] == ["cover", "whole", "whole", ""]
    assert [bool(p.outline) for p in (behind, cut, one, other)] == [False, True, False, False]
    xs, ys = zip(*cut.outline, strict=True)
    assert (min(xs), max(xs), min(ys), max(ys)) == (0.25, 0.75, 0.25, 0.75)


def test_pictures_separated_for_the_press_are_one_line_a_page(project: Project) -> None:
    from PIL import Image

    more = ""
    for k in range(6):
        Image.new("RGB", (300, 200), (40 * k, 90, 120)).save(project.path(f"assets/n{k}.png"))
        more += f"  - {{picture: assets/n{k}.png, at: {{cols: {k + 1}, lines: 72-80}}}}\n"
    project.write("T1.yaml", project.spec.read_text(encoding="utf-8") + more)
    (one,) = [d for d in Session().page(project.spec).diagnostics if d.code == "PICTURE-INKS"]
    assert (one.severity, one.sub) == ("info", "converted")
    assert len(one.said["files"]) + one.said["more"]["count"] == 6
