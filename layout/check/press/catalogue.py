"""The checks of preflight in the order of their numbers."""

from typing import Any, Final

from layout.check.press.check import PressCheck
from layout.check.press.checks import (
    pf00_readable,
    pf07_empty,
    pf08_fonts,
    pf09_glyphs,
    pf10_colour,
    pf11_spots,
    pf12_spot_names,
    pf13_all,
    pf15_resolution,
    pf16_line_art,
    pf17_black_text,
    pf18_black_lines,
    pf19_white,
    pf20_gray_text,
    pf21_rich_black,
    pf22_small_text,
    pf23_small_body,
    pf24_hairlines,
    pf31_type_area,
    pf32_image_profile,
)

CHECKS: Final[tuple[PressCheck[Any], ...]] = (
    pf00_readable.CHECK,
    pf07_empty.CHECK,
    pf08_fonts.CHECK,
    pf09_glyphs.CHECK,
    pf10_colour.CHECK,
    pf11_spots.CHECK,
    pf12_spot_names.CHECK,
    pf13_all.CHECK,
    pf15_resolution.CHECK,
    pf16_line_art.CHECK,
    pf17_black_text.CHECK,
    pf18_black_lines.CHECK,
    pf19_white.CHECK,
    pf20_gray_text.CHECK,
    pf21_rich_black.CHECK,
    pf22_small_text.CHECK,
    pf23_small_body.CHECK,
    pf24_hairlines.CHECK,
    pf31_type_area.CHECK,
    pf32_image_profile.CHECK,
)
"""The checks of preflight, a file each, by the numbers of the list in docs/preflight.md."""
