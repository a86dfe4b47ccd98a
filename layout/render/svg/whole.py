"""A page as one SVG file that needs nothing beside it."""

from collections.abc import Mapping, Sequence

from layout.display.items import Page
from layout.render.base import Resources
from layout.render.svg.numbers import num, quoted
from layout.render.svg.scene import Scene, SceneMaker
from layout.render.svg.shown import data_address, screen_picture


def page_svg(page: Page, resources: Resources, *, label: str = "") -> str:
    """A page as a file, its pictures inside it. Raises `BanxinError`."""

    def inside(source: str) -> str:
        return data_address(screen_picture(source, page.press, resources))

    maker = SceneMaker(inside)
    scene = maker.scene(page, resources)
    return svg_file(scene, maker.outlines.drawn(sorted(scene.names)), label=label)


def symbols(drawn: Mapping[str, str]) -> str:
    """Outlines as elements, for the `<defs>` of a document."""
    return "".join([f'<path id="{name}" d="{data}"/>' for name, data in drawn.items()])


def svg_file(
    scene: Scene,
    drawn: Mapping[str, str],
    *,
    under: Sequence[str] = (),
    over: Sequence[str] = (),
    label: str = "",
) -> str:
    """The finished page, cut to its trim, at true size. `drawn` are the outlines that it uses;
    `under` and `over` are elements that lie beneath and upon it."""
    width, height = num(scene.width), num(scene.height)
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt"',
            f' viewBox="0 0 {width} {height}" role="img"',
            f' aria-label="{quoted(label or scene.name)}">',
            f"<defs>{symbols(drawn)}</defs>",
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
            *under,
            *[block.svg for block in scene.blocks],
            *over,
            "</svg>",
        )
    )
