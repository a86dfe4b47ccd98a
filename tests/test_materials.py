"""What the pictures of a page are told to be."""

from layout.api import Session
from tests.conftest import Project


def test_pictures_separated_for_the_press_are_one_line_a_page(project: Project) -> None:
    from PIL import Image

    more = ""
    for k in range(6):
        Image.new("RGB", (300, 200), (40 * k, 90, 120)).save(project.path(f"assets/n{k}.png"))
        more += f"  - {{picture: assets/n{k}.png, at: {{cols: {k + 1}, lines: 72-80}}}}\n"
    project.write("T1.yaml", project.spec.read_text(encoding="utf-8") + more)
    (one,) = [d for d in Session().page(project.spec).diagnostics if d.code == "PICTURE-INKS"]
    assert one.severity == "info"
    assert one.message.endswith(" more: converted to CMYK")
