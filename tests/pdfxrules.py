"""The rules of PDF/X-4 and PDF/X-1a:2003, each as a question to a file that pikepdf has opened.

They are the reference's table (ISO 15930-7 and 15930-4, second-hand), written for the tests of what
the press renderer makes; they share nothing with it, nor with `banxin preflight`.
"""

import io
import re
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

NS = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}
TITLES = {"x4": "PDF/X-4", "x1a": "PDF/X-1a:2003"}
SPACES = {
    "x4": {"/DeviceCMYK", "/DeviceGray", "/Separation", "/DeviceN", "/Indexed"},
    "x1a": {"/DeviceCMYK", "/DeviceGray", "/Separation", "/DeviceN", "/Indexed"},
}
"""Those that we write: a file of the standard itself may have others."""

Rule = Callable[["Opened"], str]


class Opened:
    """A file: its bytes, its objects, and which standard it is to keep to."""

    def __init__(self, data: bytes, pdfx: str) -> None:
        self.data = data
        self.pdfx = pdfx
        self.pdf = Pdf.open(io.BytesIO(data))
        self.objects: list[Any] = list(self.pdf.objects)

    def xmp(self, name: str) -> str:
        """A value of the metadata; empty where there is none."""
        if "/Metadata" not in self.pdf.Root:
            return ""
        prefix, local = name.split(":")
        packet = self.pdf.Root.Metadata.read_bytes().decode("utf-8")
        root = ElementTree.fromstring(re.sub(r"<\?xpacket.*?\?>", "", packet).lstrip("\ufeff"))
        found = root.find(f".//{{{NS[prefix]}}}{local}")
        if found is None:
            return ""
        item = found.find(".//rdf:li", NS)
        return ((item if item is not None else found).text or "").strip()

    def dictionaries(self) -> Iterator[Any]:
        """Every dictionary in the file, those inside others too, and those of streams."""
        todo = list(self.objects)
        while todo:
            one = todo.pop()
            inner: list[Any] = []
            if isinstance(one, Array):
                inner = list(one)
            elif isinstance(one, Dictionary | Stream):
                yield one
                inner = [value for _, value in one.items()]
            todo += [v for v in inner if isinstance(v, Object) and not v.is_indirect]

    def streams(self) -> Iterator[Stream]:
        yield from (obj for obj in self.objects if isinstance(obj, Stream))


def version(of: Opened) -> str:
    wanted = b"%PDF-1.6" if of.pdfx == "x4" else b"%PDF-1.4"
    return "" if of.data.startswith(wanted) and "/Version" not in of.pdf.Root else "version"


def identification(of: Opened) -> str:
    info, name = of.pdf.docinfo, TITLES[of.pdfx]
    if str(info.get("/GTS_PDFXVersion")) != name:
        return "Info GTS_PDFXVersion"
    if of.pdfx == "x1a":
        return "" if str(info.get("/GTS_PDFXConformance")) == name else "GTS_PDFXConformance"
    if "/GTS_PDFXConformance" in info:
        return "a conformance in X-4"
    return "" if of.xmp("pdfxid:GTS_PDFXVersion") == name else "XMP GTS_PDFXVersion"


def information(of: Opened) -> str:
    info = of.pdf.docinfo
    if info.get("/Trapped") not in (Name("/True"), Name("/False")):
        return "Trapped"
    for key in ("/Title", "/Creator", "/Producer", "/CreationDate", "/ModDate"):
        if not str(info.get(key, "")):
            return key
    date = r"D:\d{14}(Z|[+-]\d\d'\d\d'?)"
    bad = [k for k in ("/CreationDate", "/ModDate") if not re.fullmatch(date, str(info[k]))]
    return " ".join(bad)


def metadata(of: Opened) -> str:
    stream = of.pdf.Root.get("/Metadata")
    if stream is None:
        return "none"
    if "/Filter" in stream or (stream.Type, stream.Subtype) != (Name.Metadata, Name.XML):
        return "its stream"
    for name in (
        "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "dc:title", "pdf:Trapped",
        "xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass",
    ):  # fmt: skip
        if not of.xmp(name):
            return name
    return ""


def agreement(of: Opened) -> str:
    """Info and metadata say the same."""
    info = of.pdf.docinfo
    if information(of):
        return "an Info that lacks something"
    pairs = {
        "dc:title": str(info.Title),
        "pdf:Trapped": str(info.Trapped).lstrip("/"),
        "pdf:Producer": str(info.Producer),
        "xmp:CreatorTool": str(info.Creator),
        "xmp:CreateDate": iso(str(info.CreationDate)),
        "xmp:ModifyDate": iso(str(info.ModDate)),
    }
    return " ".join(name for name, value in pairs.items() if of.xmp(name) != value)


def iso(date: str) -> str:
    """A date of Info as XMP has it."""
    y, mo, d, h, mi, s, zone = re.fullmatch(  # type: ignore[union-attr]
        r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(.*)", date
    ).groups()
    zone = zone if zone == "Z" else zone.rstrip("'").replace("'", ":")
    return f"{y}-{mo}-{d}T{h}:{mi}:{s}{zone}"


def trailer(of: Opened) -> str:
    mark = of.pdf.trailer.get("/ID")
    whole = mark is not None and len(mark) == 2 and all(len(bytes(m)) == 16 for m in mark)
    return "" if whole and "/Encrypt" not in of.pdf.trailer else "ID or Encrypt"


def boxes(of: Opened) -> str:
    for page in of.pdf.pages:
        keys = page.obj.keys()
        if "/TrimBox" not in keys or "/MediaBox" not in keys or "/ArtBox" in keys:
            return "TrimBox and MediaBox, and no ArtBox"
        media, trim = [float(v) for v in page.MediaBox], [float(v) for v in page.TrimBox]
        bleed = [float(v) for v in page.obj.get("/BleedBox", page.MediaBox)]
        for inner, outer in ((trim, bleed), (bleed, media)):
            if not (inner[0] >= outer[0] and inner[1] >= outer[1]):
                return "boxes within one another"
            if not (inner[2] <= outer[2] and inner[3] <= outer[3]):
                return "boxes within one another"
        if page.obj.get("/Rotate", 0) or "/UserUnit" in keys:
            return "Rotate or UserUnit"
    return ""


def intent(of: Opened) -> str:
    found = [i for i in of.pdf.Root.get("/OutputIntents", []) if i.get("/S") == Name("/GTS_PDFX")]
    if len(found) != 1 or len(of.pdf.Root.OutputIntents) != 1:
        return "one output intent"
    (one,) = found
    if not str(one.get("/OutputConditionIdentifier", "")) or not str(one.get("/Info", "")):
        return "OutputConditionIdentifier and Info"
    profile = one.get("/DestOutputProfile")
    if profile is None or profile.get("/N") != 4:
        return "a profile of four colours"
    data = profile.read_bytes()
    whole = int.from_bytes(data[:4], "big") == len(data)
    return "" if whole and data[12:20] == b"prtrCMYK" and data[36:40] == b"acsp" else "the profile"


def colour(of: Opened) -> str:
    for page in of.pdf.pages:
        for holder in contents(page.obj):
            for step in pikepdf.parse_content_stream(holder):
                name, operands = str(step.operator), step.operands
                if name in ("rg", "RG", "g", "G", "sh", "ri", "BI"):
                    return f"operator {name}"
                if name in ("cs", "CS") and str(operands[0]) != "/DeviceCMYK":
                    space = holder.Resources.ColorSpace[str(operands[0])]
                    if space[0] not in (Name.Separation, Name.DeviceN):
                        return f"space {space[0]}"
    masks = {obj.SMask.objgen for obj in of.streams() if "/SMask" in obj}
    for obj in of.streams():
        if obj.get("/Subtype") == Name.Image and obj.objgen not in masks:
            space = obj.get("/ColorSpace")
            if space is not None:
                for kind in (str(space),) if isinstance(space, Name) else map(str, space[:2]):
                    if kind.startswith("/") and kind not in SPACES[of.pdfx]:
                        return f"picture in {kind}"
    return ""


def contents(holder: Any) -> Iterator[Any]:
    """A page, and all forms that it paints."""
    yield holder
    for obj in holder.get("/Resources", Dictionary()).get("/XObject", Dictionary()).values():
        if obj.get("/Subtype") == Name.Form:
            yield from contents(obj)


def transparency(of: Opened) -> str:
    masked = any("/SMask" in obj and obj.SMask != Name("/None") for obj in of.dictionaries())
    groups = [d.Group for d in of.dictionaries() if "/Group" in d]
    for one in of.dictionaries():
        if float(one.get("/CA", 1)) < 1 or float(one.get("/ca", 1)) < 1 or "/BM" in one:
            return "opacity or blend mode"
    if of.pdfx == "x1a":
        return "soft mask or group" if masked or groups else ""
    if any(g.get("/CS") != Name.DeviceCMYK for g in groups):
        return "a group that does not mix inks"
    for page in of.pdf.pages:
        images = [
            obj
            for holder in contents(page.obj)
            for obj in holder.get("/Resources", Dictionary()).get("/XObject", Dictionary()).values()
        ]
        if any("/SMask" in obj for obj in images) and "/Group" not in page.obj:
            return "a page without its group"
    return ""


def filters(of: Opened) -> str:
    barred = {"/LZWDecode", "/Crypt"} | (
        {"/JPXDecode", "/JBIG2Decode"} if of.pdfx == "x1a" else set()
    )
    for obj in of.streams():
        named = obj.get("/Filter", Array())
        for one in [named] if isinstance(named, Name) else named:
            if str(one) in barred:
                return str(one)
        if "/F" in obj or obj.get("/Type") in (Name.ObjStm, Name.XRef):
            return "an object stream, or data elsewhere"
    return ""


def never(of: Opened) -> str:
    """What neither standard has."""
    catalog = (
        "/AcroForm",
        "/OpenAction",
        "/AA",
        "/OCProperties",
        "/Names",
        "/Perms",
        "/Collection",
    )
    for key in catalog:
        if key in of.pdf.Root:
            return key
    for one in of.dictionaries():
        for key in (
            "/TR",
            "/TR2",
            "/HT",
            "/HTP",
            "/OPI",
            "/PS",
            "/JS",
            "/Alternates",
            "/Ref",
            "/AA",
        ):
            if key in one:
                return key
        if one.get("/Subtype") == Name.PS or one.get("/Type") == Name.Annot or "/Annots" in one:
            return "PostScript or an annotation"
    return ""


def fonts(of: Opened) -> str:
    found = 0
    for one in of.dictionaries():
        if one.get("/Type") != Name.Font or one.get("/Subtype") == Name.Type0:
            continue
        found += 1
        descriptor = one.get("/FontDescriptor")
        if descriptor is None or not {"/FontFile", "/FontFile2", "/FontFile3"} & set(
            descriptor.keys()
        ):
            return f"{one.get('/BaseFont')} is not embedded"
        if "Helvetica" in str(one.BaseFont):
            return "Helvetica"
    return ""


RULES: dict[str, Rule] = {
    rule.__name__: rule
    for rule in (
        version, identification, information, metadata, agreement, trailer, boxes, intent, colour,
        transparency, filters, never, fonts,
    )
}  # fmt: skip


def broken(data: bytes, pdfx: str) -> dict[str, str]:
    """The rules that a file does not keep, with what is amiss."""
    of = Opened(data, pdfx)
    return {name: amiss for name, rule in RULES.items() if (amiss := rule(of))}
