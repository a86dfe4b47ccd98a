"""Spans of an even pen: where a reader of the page puts each glyph."""

from hypothesis import given
from hypothesis import strategies as st

from layout.record import replace
from layout.render.facsimile.spans import CUT_EM, RENDERER_SLACK_PT, SLACK_PT, SpanChar, spans_of

GAPS = st.one_of(st.just(0.0), st.just(0.25), st.floats(-3, 12))


@given(
    gaps=st.lists(GAPS, min_size=1, max_size=30),
    picks=st.lists(st.sampled_from([0, 0, 0, 1]), min_size=30, max_size=30),
    size=st.sampled_from([9.0, 10.5, 36.0, 200.0]),
    advance=st.sampled_from([1.0, 0.5, 0.5437]),
)
def test_spans_keep_every_pen(
    gaps: list[float], picks: list[int], size: float, advance: float
) -> None:
    cells: list[SpanChar] = []
    x = 0.0
    for at, gap in enumerate(gaps):
        x += gap
        cells.append(
            SpanChar(char=chr(0x4E00 + at), font=picks[at], x=x, advance=advance * size,
                   whole=advance != 0.5437)
        )  # fmt: skip
        x += advance * size
    spans = spans_of(cells, size)
    assert "".join(span.text for span in spans) == "".join(c.char for c in cells)
    left = iter(cells)
    pen = 0.0
    for span in spans:
        pen += span.move
        for _ in span.text:
            cell = next(left)
            assert cell.font == span.font
            assert abs(pen - cell.x) <= SLACK_PT + 1e-9
            pen += cell.advance + span.spacing
        inexact = span.spacing != 0.0 or advance == 0.5437
        cut = CUT_EM * size * (len(span.text) - 1) if inexact else 0.0
        assert cut <= RENDERER_SLACK_PT + 1e-9


def test_an_even_line_is_few_spans() -> None:
    plain = [SpanChar(char="中", font=0, x=9.0 * at, advance=9.0, whole=True) for at in range(20)]
    assert len(spans_of(plain, 9.0)) == 1
    spaced = [replace(c, x=c.x + 0.2 * at) for at, c in enumerate(plain)]
    assert len(spans_of(spaced, 9.0)) <= 4
