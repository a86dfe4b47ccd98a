"""Black of artwork that was RGB overprints: type, and thin lines; nothing else does."""

import io

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from layout.pdf.alone import alone
from layout.pdf.overprint import OFF, ON
from tests.artmade import form_of, page_of, saved

RED = "1 0 0 rg "  # makes it artwork of RGB


def shown(content: str, **states: Dictionary) -> list[str]:
    """Which of the operators that paint are under which state, by the last that was set."""
    pdf = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs={})
    resources = Dictionary(Font={"/F": font}, ExtGState={f"/{k}": v for k, v in states.items()})
    page_of(pdf, (RED + content).encode(), resources=resources)
    out: list[str] = []
    with pikepdf.open(io.BytesIO(alone(form_of(saved(pdf))))) as read:
        form = read.pages[0].Resources.XObject.P
        state, kept = "", []
        for one in pikepdf.parse_content_stream(form):
            assert isinstance(one, pikepdf.ContentStreamInstruction)
            operands, operator = one.operands, one.operator
            match str(operator):
                case "q":
                    kept.append(state)
                case "Q":
                    state = kept.pop()
                case "gs" if str(operands[0]) in (ON, OFF):
                    state = str(operands[0])
                    made = form.Resources.ExtGState[state]
                    assert [str(made[k]) for k in ("/OP", "/op", "/OPM")] == [
                        *[str(state == ON)] * 2,
                        "1",
                    ]
                case "Tj" | "S" | "f" | "B":
                    out.append(f"{operator}{'+' if state == ON else ''}")
    return out


TEXT = "BT /F 9 Tf (a) Tj ET "


@pytest.mark.parametrize(
    ("content", "made"),
    [
        ("0 0 0 rg " + TEXT, ["Tj+"]),
        ("0.2 0.2 0.2 rg " + TEXT, ["Tj"]),  # a grey is a screen
        ("0 0 1 rg " + TEXT, ["Tj"]),
        ("0 0 0 rg " + TEXT + "0 0 9 9 re f " + TEXT, ["Tj+", "f", "Tj+"]),
        ("0 0 0 rg " + TEXT + "1 1 1 rg " + TEXT, ["Tj+", "Tj"]),
        ("0 0 0 rg q " + TEXT + "Q " + TEXT, ["Tj+", "Tj+"]),
        ("q 0 0 0 rg " + TEXT + "Q " + TEXT, ["Tj+", "Tj"]),
        ("0 0 0 rg 1 Tr " + TEXT, ["Tj"]),  # stroked, in whatever is set for that
        ("0 0 0 RG 1 w 0 0 m 9 9 l S", ["S+"]),
        ("0 0 0 RG 3 w 0 0 m 9 9 l S", ["S"]),
        ("0 0 0 RG 1 w q 3 0 0 3 0 0 cm 0 0 m 9 9 l S Q", ["S"]),
        ("0 0 0 RG 3 w q 0.5 0 0 0.5 0 0 cm 0 0 m 9 9 l S Q", ["S+"]),
        ("0 0 0 RG 1 w 0 0 0 rg 0 0 9 9 re B", ["B"]),
        ("/DeviceRGB cs 0 0 0 sc " + TEXT, ["Tj+"]),
        ("/DeviceRGB cs " + TEXT, ["Tj+"]),  # it begins with black
        ("0 0 0 1 k " + TEXT, ["Tj+"]),
    ],
)
def test_black_type_and_thin_black_lines(content: str, made: list[str]) -> None:
    assert shown(content) == made


def test_what_says_itself_what_overprints_is_left_alone() -> None:
    state = Dictionary(Type=Name.ExtGState, OP=False)
    assert shown("0 0 0 rg " + TEXT, Own=state) == ["Tj"]


def test_what_comes_in_ink_is_left_alone() -> None:
    pdf = pikepdf.new()
    page_of(pdf, b"0 0 0 1 k BT /F 9 Tf (a) Tj ET 0 0 9 9 re f")
    assert ON.encode() not in alone(form_of(saved(pdf)))
