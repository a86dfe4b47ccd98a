"""The characters that the fonts of a PDF can show."""

import pikepdf
from pikepdf import Dictionary, Name

from layout.pdf.letters import letters_of
from tests.artmade import saved

MAP = b"""\
3 beginbfchar <0001> <7248> <0002><5FC3>
<0003> <D808DC00>
endbfchar
2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0061> <00660069>]
endbfrange"""


def test_every_entry_of_the_maps_is_read() -> None:
    pdf = pikepdf.new()
    font = Dictionary(Type=Name.Font, BaseFont=Name("/ABCDEF+Noto"), ToUnicode=pdf.make_stream(MAP))
    pdf.Root.Mine = pdf.make_indirect(font)
    found = letters_of(saved(pdf))
    assert found.characters == frozenset("版心\U00012000ABCafi")
    assert found.fonts == ("Noto",)
