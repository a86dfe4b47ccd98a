"""Files of Word and WPS for tests, put together from their XML as these write it."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "wpsCustomData": "http://www.wps.cn/officeDocument/2013/wpsCustomData",
}
NAMES = " ".join(f'xmlns:{k}="{v}"' for k, v in _SPACES.items()) + ' mc:Ignorable="w14 w15"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>
<w:kern w:val="2"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/>
<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="a5"><w:name w:val="Subtitle"/></w:style>
<w:style w:type="paragraph" w:styleId="a7"><w:name w:val="caption"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="yt"><w:name w:val="引题"/></w:style>
<w:style w:type="paragraph" w:styleId="q"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="x2"><w:name w:val="二级标题"/></w:style>
<w:style w:type="character" w:styleId="b1"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="hid"><w:name w:val="隐藏"/>
<w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>
<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>
"""


def escaped(text: str) -> str:
    """Words as XML has them."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _is_xml(text: str) -> bool:
    return text.startswith(("<w:", "<m:", "<mc:"))


def t(text: str) -> str:
    """The words of a run."""
    return f'<w:t xml:space="preserve">{escaped(text)}</w:t>'


def r(text: str, looks: str = "") -> str:
    """A run with properties in XML: `<w:b/>`."""
    about = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f"<w:r>{about}{t(text)}</w:r>"


def p(*runs: str, style: str = "", about: str = "") -> str:
    """A paragraph of runs; one that is no XML is words."""
    held = "".join(run if _is_xml(run) else r(run) for run in runs)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    props = f"<w:pPr>{named}{about}</w:pPr>" if named or about else ""
    return f'<w:p w14:paraId="1A2B3C4D">{props}{held}</w:p>'


def cell(*paragraphs: str, about: str = "") -> str:
    """A cell of a table."""
    held = "".join(x if _is_xml(x) else p(x) for x in paragraphs)
    return f"<w:tc><w:tcPr><w:tcW w:w='100' w:type='dxa'/>{about}</w:tcPr>{held}</w:tc>"


def table(rows: Sequence[Sequence[str]], about: str = "") -> str:
    """A table of rows of cells; one that is no XML is words."""
    made = "".join(
        f"<w:tr>{''.join(c if c.startswith('<w:tc>') else cell(c) for c in row)}</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr>{about}</w:tblPr><w:tblGrid/>{made}</w:tbl>"


def ruby(base: str, reading: str) -> str:
    """A run with letters over its words."""
    return (
        "<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val='center'/></w:rubyPr>"
        f"<w:rt>{r(reading)}</w:rt><w:rubyBase>{r(base)}</w:rubyBase></w:ruby></w:r>"
    )


def picture(relation: str, cx: int = 3600000, cy: int = 2400000) -> str:
    """A run with a picture in the line."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{cx}" cy="{cy}"/>'
        '<wp:docPr id="1" name="图片 1"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def box(*paragraphs: str) -> str:
    """A run with a text box, in the newer form and in the older one."""
    held = "".join(x if _is_xml(x) else p(x) for x in paragraphs)
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        '<wp:extent cx="100" cy="100"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>'
        f"{held}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style='width:10pt'><v:textbox>"
        f"<w:txbxContent>{held}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def field(told: str, result: str | None) -> str:
    """A field in its three parts, or two."""
    parts = [
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        f'<w:r><w:instrText xml:space="preserve">{escaped(told)}</w:instrText></w:r>',
    ]
    if result is not None:
        parts += ['<w:r><w:fldChar w:fldCharType="separate"/></w:r>', r(result)]
    return "".join([*parts, '<w:r><w:fldChar w:fldCharType="end"/></w:r>'])


def changed(kind: str, *runs: str) -> str:
    """A change that is not accepted: ins, del, moveFrom, moveTo."""
    held = "".join(x if _is_xml(x) else r(x) for x in runs)
    if kind == "del":
        held = held.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return f'<w:{kind} w:id="9" w:author="甲" w:date="2026-01-01T00:00:00Z">{held}</w:{kind}>'


def parts(
    body: str,
    *,
    styles: str = STYLES,
    numbering: str = "",
    footnotes: str = "",
    endnotes: str = "",
    comments: str = "",
    header: str = "",
    media: Mapping[str, bytes] | None = None,
    relations: str = "",
) -> dict[str, bytes]:
    """The parts of a .docx by their names. `relations` are further ones of the document, in XML;
    each of `media` has its file's name as its id."""
    out = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'content-types"><Default Extension="xml" ContentType="application/xml"/><Override '
        f'PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
        "_rels/.rels": _relations(f'<Relationship Id="rId1" Type="{_REL}/officeDocument" '
                                  'Target="word/document.xml"/>'),
        "word/document.xml": f"{HEAD}<w:document {NAMES}><w:body>{body}<w:sectPr/></w:body>"
        "</w:document>",
    }  # fmt: skip
    held = relations
    for kind, root, inner in (
        ("styles", "styles", styles), ("numbering", "numbering", numbering),
        ("footnotes", "footnotes", footnotes), ("endnotes", "endnotes", endnotes),
        ("comments", "comments", comments),
        ("header", "hdr", header),
    ):  # fmt: skip
        if inner:
            out[f"word/{kind}.xml"] = f"{HEAD}<w:{root} {NAMES}>{inner}</w:{root}>"
            held += f'<Relationship Id="x{kind}" Type="{_REL}/{kind}" Target="{kind}.xml"/>'
    for name in media or {}:
        held += f'<Relationship Id="{name}" Type="{_REL}/image" Target="media/{name}"/>'
    out["word/_rels/document.xml.rels"] = _relations(held)
    made = {name: text.encode() for name, text in out.items()}
    return made | {f"word/media/{name}": data for name, data in (media or {}).items()}


def _relations(held: str) -> str:
    name = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{name}">{held}</Relationships>'


def packed(held: Mapping[str, bytes]) -> bytes:
    """Parts as the bytes of a file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in held.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(body: str, **others: Any) -> bytes:
    """A .docx with a body in XML; see `parts`."""
    return packed(parts(body, **others))
