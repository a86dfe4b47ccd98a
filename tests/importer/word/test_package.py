"""The container: what is no .docx, is locked, has macros, would unpack to more than it may."""

import io
import zipfile

import pytest

from layout.diagnostics import StopError
from layout.importer.word import import_word, package
from layout.importer.word.package import WordPackage
from tests.worddocs import docx, p, packed, parts, table

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
BODY = p("正文一段，不长。")


def fault(data: bytes) -> str:
    with pytest.raises(StopError) as stop:
        import_word([("稿.docx", data)])
    (found,) = stop.value.diagnostics
    assert found.where is not None
    return found.said.key


def with_part(name: str, data: bytes) -> bytes:
    return packed(parts(BODY) | {name: data})


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (OLE, "IMPORT-DOCX.old"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "IMPORT-DOCX.locked"),
        (b"", "IMPORT-DOCX.none"),
        ("稿件".encode(), "IMPORT-DOCX.none"),
        (b"%PDF-1.7", "IMPORT-DOCX.none"),
        (b"{\\rtf1", "IMPORT-DOCX.none"),
        (b"PK\x03\x04", "IMPORT-DOCX.damaged"),
        (docx(BODY)[:300], "IMPORT-DOCX.damaged"),
        (packed({"a.txt": b"a"}), "IMPORT-DOCX.none"),
        (packed({"[Content_Types].xml": b"<Types/>"}), "IMPORT-DOCX.none"),
        (with_part("word/vbaProject.bin", b"x"), "IMPORT-DOCX.macros"),
        (with_part("word/VBAPROJECT.BIN", b"x"), "IMPORT-DOCX.macros"),
        (with_part("word/document.xml", b"<w:document"), "IMPORT-DOCX.damaged"),
        (with_part("word/document.xml", b"<a/>"), "IMPORT-DOCX.none"),
    ],
)
def test_what_is_no_copy_is_refused(data: bytes, key: str) -> None:
    assert fault(data) == key


def test_a_spreadsheet_is_named() -> None:
    types = parts(BODY)["[Content_Types].xml"].replace(b"wordprocessingml", b"spreadsheetml")
    with pytest.raises(StopError) as stop:
        import_word([("表.docx", packed(parts(BODY) | {"[Content_Types].xml": types}))])
    assert "an Excel file" in str(stop.value.diagnostics[0])


def test_a_file_of_libreoffice_is_named() -> None:
    mimetype = b"application/vnd.oasis.opendocument.text"
    with pytest.raises(StopError) as stop:
        import_word([("稿.odt", packed({"mimetype": mimetype, "content.xml": b"<a/>"}))])
    assert "a file of LibreOffice" in str(stop.value.diagnostics[0])


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (with_part("word/document.xml", b"<a>\n<b></a>"), "第2行第6个字符处不合XML"),
        (docx(BODY)[:300], "解不开"),
    ],
)
def test_what_is_damaged_is_told_in_chinese(data: bytes, told: str) -> None:
    with pytest.raises(StopError) as stop:
        import_word([("稿.docx", data)])
    assert told in stop.value.diagnostics[0].line("zh")


@pytest.mark.parametrize(
    "kind", ["document.macroEnabled.main", "template.macroEnabledTemplate.main"]
)
def test_a_file_that_may_hold_macros_is_refused_by_its_type(kind: str) -> None:
    types = parts(BODY)["[Content_Types].xml"].replace(b"document.main", kind.encode())
    assert fault(packed(parts(BODY) | {"[Content_Types].xml": types})) == "IMPORT-DOCX.macros"


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    data = with_part("word/media/a.png", bytes(40 * 1024 * 1024))
    assert len(data) < 100_000
    opened: list[object] = []
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *a, **k: opened.append(a))
    assert fault(data) == "IMPORT-DOCX.packed"
    assert opened == []


def test_many_parts_and_large_ones_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_PARTS", 4)
    assert fault(with_part("a", b"")) == "IMPORT-DOCX.parts"
    monkeypatch.undo()
    monkeypatch.setattr(package, "MOST_UNPACKED", 1000)
    assert fault(docx(BODY)) == "IMPORT-DOCX.bytes"
    monkeypatch.undo()
    monkeypatch.setattr(package, "MOST_XML", 1500)
    assert fault(docx(BODY * 40)) == "IMPORT-DOCX.large"


def test_a_part_that_lies_about_its_size_gives_no_more_than_it_says() -> None:
    data = bytearray(docx(p("甲" * 3000)))
    at = data.index(b"PK\x01\x02")
    for _ in range(3):  # to the entry of document.xml in the directory
        at = data.index(b"PK\x01\x02", at + 4) if b"word/document" not in data[at : at + 80] else at
    data[at + 24 : at + 28] = (200).to_bytes(4, "little")
    assert fault(bytes(data)) == "IMPORT-DOCX.damaged"


def test_an_encrypted_part_is_told_as_locked() -> None:
    data = bytearray(docx(BODY))
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 8] |= 1
    assert fault(bytes(data)) == "IMPORT-DOCX.locked"


@pytest.mark.parametrize(
    "inside",
    [
        '<!DOCTYPE w:document [<!ENTITY a "b">]>',
        '<!DOCTYPE w:document SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        "<!DOCTYPE w:document>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_every_encoding(inside: str, encoding: str) -> None:
    text = parts(p("甲"))["word/document.xml"].decode()
    text = text.replace("UTF-8", encoding.upper()).replace("<w:document", inside + "<w:document", 1)
    assert fault(with_part("word/document.xml", text.encode(encoding))) == "IMPORT-DOCX.entities"


def test_an_entity_that_nobody_declared_is_damage() -> None:
    text = parts(p("甲"))["word/document.xml"].replace("甲".encode(), b"&a;")
    assert fault(with_part("word/document.xml", text)) == "IMPORT-DOCX.damaged"


@pytest.mark.parametrize(
    "body",
    [
        p("<w:ins>" * 2000 + "<w:r><w:t>甲</w:t></w:r>" + "</w:ins>" * 2000),
        "<w:sdt><w:sdtContent>" * 2000 + p("甲") + "</w:sdtContent></w:sdt>" * 2000,
        "<w:tbl><w:tr><w:tc>" * 500 + p("甲") + "</w:tc></w:tr></w:tbl>" * 500,
        p("<w:r><w:drawing>" + "<a:x>" * 2000 + "</a:x>" * 2000 + "</w:drawing></w:r>"),
        p("<w:r>" + "<mc:AlternateContent><mc:Choice>" * 300 + "<w:t>甲</w:t>"
          + "</mc:Choice></mc:AlternateContent>" * 300 + "</w:r>"),
    ],
)  # fmt: skip
def test_deep_nesting_is_told(body: str) -> None:
    assert fault(docx(body)) == "IMPORT-DOCX.deep"


@pytest.mark.parametrize(
    "target", ["../../../etc/passwd", "/../../x", "..\\..\\x", "media/../../../y"]
)
def test_a_name_of_a_part_is_no_path(target: str) -> None:
    relation = f'<Relationship Id="r" Type="http://x/image" Target="{target}"/>'
    from tests.worddocs import picture

    made = import_word([("稿.docx", docx(BODY + p(picture("r")), relations=relation))])
    assert sorted(made.files) == ["P1.yaml", "edition.yaml", "stories/稿.md"]
    made = import_word([("../../../稿.docx", docx(BODY))])
    assert all(".." not in name for name in made.files)


@pytest.mark.parametrize(
    "held",
    [
        "<w:del>" * 30_000 + "<w:r><w:delText>甲</w:delText></w:r>" + "</w:del>" * 30_000,
        "<w:x>" * 30_000 + "</w:x>" * 30_000,
    ],
)
def test_depth_where_nobody_looks_is_told_too(held: str) -> None:
    assert fault(docx(BODY + p(held))) == "IMPORT-DOCX.deep"


def test_a_directory_of_too_many_parts_is_not_even_read() -> None:
    data = packed(parts(BODY)) + b"PK\x01\x02" * 5000
    assert fault(data) == "IMPORT-DOCX.parts"


def test_names_with_backslashes_and_no_relations_are_read() -> None:
    held = parts(BODY)
    del held["_rels/.rels"]
    odd = {name.replace("/", "\\"): data for name, data in held.items()}
    made = import_word([("稿.docx", packed(odd))])
    assert made.count.stand == 8


def test_a_circle_of_styles_ends() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>'
        for a, b in ("xy", "yx")
    )
    assert import_word([("稿.docx", docx(p("甲。", style="x"), styles=styles))]).count.agrees


def test_wild_numbers_do_no_harm() -> None:
    body = BODY + table([["甲", "乙"], ["丙", "丁"]]).replace(
        "<w:tcPr>", '<w:tcPr><w:gridSpan w:val="999999999"/>', 1
    ).replace("<w:tr>", '<w:tr><w:trPr><w:gridBefore w:val="99999"/></w:trPr>', 1)
    assert import_word([("稿.docx", docx(body))]).count.agrees
    about = (
        '<w:outlineLvl w:val="99999999999"/>'
        '<w:numPr><w:ilvl w:val="-3"/><w:numId w:val="x"/></w:numPr>'
    )
    assert import_word([("稿.docx", docx(BODY + p("甲。", about=about)))]).count.agrees


def test_the_main_part_may_have_another_name() -> None:
    held = {n.replace("document.xml", "文.xml"): d.replace(b"document.xml", "文.xml".encode())
            for n, d in parts(BODY).items()}  # fmt: skip
    assert WordPackage(packed(held), "稿.docx").main == "word/文.xml"


def test_an_empty_document_is_told() -> None:
    assert fault(docx("")) == "IMPORT-EMPTY.text"
    assert fault(docx(p("　"))) == "IMPORT-EMPTY.text"


def test_an_unknown_way_of_packing_is_damage() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts(BODY).items():
            archive.writestr(name, data)
    held = bytearray(out.getvalue())
    at = held.index(b"PK\x01\x02")
    held[at + 10] = 99
    assert fault(bytes(held)) == "IMPORT-DOCX.damaged"
