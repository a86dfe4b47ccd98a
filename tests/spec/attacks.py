"""Attacks written with the keys of our language, and harmless pages that look like them."""

from tests.conftest import PAGE

Files = dict[str, str | bytes]


def page(old: str, new: str) -> Files:
    assert old in PAGE
    return {"T1.yaml": PAGE.replace(old, new)}


def width(value: str) -> Files:
    return page("format: tabloid", f"format: {{preset: tabloid, width: {value}}}")


def columns(value: str) -> Files:
    return page("format: tabloid", f"format: {{preset: tabloid, columns: {value}}}")


PICTURE = "    picture: assets/park.jpg\n    caption: 湖边的新园区\n"


def table(data: str | bytes, name: str = "t.csv", keys: str = "") -> Files:
    """A page with a table in place of its picture."""
    return {**page(PICTURE, f"    table: {name}\n{keys}"), name: data}


def path(key: str, value: str) -> Files:
    """A page with a hostile path under a key; the value is YAML."""
    whole = {
        "story": ("stories/two.md", value),
        "picture": ("assets/park.jpg", value),
        "table": (PICTURE, f"    table: {value}\n"),
        "edition": ("edition: edition.yaml", f"edition: {value}"),
        "styles": ("format: tabloid", f"format: tabloid\nstyles: {value}"),
    }
    return page(*whole[key])


BOMB = "".join(
    f"{n}: &{n} [{','.join([f'*{p}'] * 9)}]\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True)
)
BAD_PATHS = [
    '"../../../../etc/passwd"', '"/etc/passwd"', '"/dev/zero"', '"/dev/stdin"',
    '"/proc/self/environ"', '"file:///etc/passwd"', '"http://127.0.0.1:9/x.png"',
    '"\\\\\\\\host\\\\share\\\\x.png"', '"C:\\\\x.png"', '"photo.png\\u0000.txt"', '"~/x.png"',
    '"$HOME/x.png"', '"$(touch /tmp/pwned).png"', '"|touch /tmp/pwned"', '"-output=/tmp/x"',
    "a" * 5000, '"."', '""', '"con.png"', '"图片/../../秘密.png"', '"photo\\n.png"',
    '"\\u202egnp.exe"', "stories", "pipe", "loop", "link", "up/outside.md",
]  # fmt: skip

# name: (files that are changed, code, what the message names, line it stands at or 0)
ATTACKS: dict[str, tuple[Files, str, str, int]] = {
    **{
        f"width {value[:20]}": (width(value), "VALUE", "format.width", 3)
        for value in (
            ".nan", ".inf", "-.inf", "1e308", "9" * 30, "9" * 5000, "-390", "-390mm", "0", "0mm",
            "1e-320", "wide", "0xFFFFFFFF", "true", "[1, 2]", "~", "390", "390:30", "3_90",
            "390 mmm", "３９０mm", "390 m m", "\"__import__('os').getcwd()\"", "{a: 1}", "1e308mm",
            "nanmm", "999999999mm", "''", "390.mm", "٣٩٠mm",
        )
    },
    **{
        f"columns {value[:20]}": (columns(value), "VALUE", "format.columns", 3)
        for value in ("1e9", "1000000000", "2.5", "0", "-1", "８", "9" * 5000, ".inf", "[8]")
    },
    **{
        f"{key} {value[:24]}": (path(key, value), "", key, 0)
        for key in ("story", "picture", "table", "edition", "styles")
        for value in BAD_PATHS
    },
    "a page too small": (width("1mm"), "FORMAT", "format.width", 3),
    "a bomb": ({"T1.yaml": 'a: &a ["x"]\n' + BOMB + PAGE}, "TOO-LARGE", "values", 6),
    "a bomb in blocks": (
        page("  left:", "  right: &a [x,x,x,x]\n  center: &b [*a,*a,*a,*a]\n  left:"),
        "VALUE", "header.center", 0,
    ),
    "a bomb of blocks": (
        page("blocks:", "blocks: &b [" + "&x {rule: thin, at: {cols: 1, lines: 9}}," * 9 + "]\nz:"),
        "UNKNOWN-KEY", '"z"', 0,
    ),
    "a list of one alias": (
        page("blocks:\n", "blocks:\n  - &x {rule: thin}" + "\n  - *x" * 300 + "\n"),
        "VALUE", "blocks", 0,
    ),
    "a long text many times": (
        {"T1.yaml": f"x: &x {'甲' * 9000}\ny: [{','.join(['*x'] * 300)}]\n" + PAGE},
        "TOO-LARGE", "characters", 2,
    ),
    "itself": (page("left: [", "left: &l [*l, "), "ALIAS", "*l contains itself", 5),
    "deep": (page("left: [", "left: [" + "[" * 20_000), "TOO-DEEP", "32 levels", 5),
    "deep blocks": (page("blocks:\n", "blocks:\n  - " + "- " * 20_000), "TOO-DEEP", "32 levels", 7),
    "an object": (
        page("page: T1", 'page: !!python/object/apply:os.system ["touch /tmp/pwned"]'),
        "TAG", "os.system", 1,
    ),
    "a merge": (page("columns: 2", "<<: {columns: 2}"), "MERGE-KEY", "<<", 0),
    "twice": (page("columns: 2", "columns: 2\n    columns: 3"), "DUPLICATE-KEY", '"columns"', 0),
    "tabs": (page("    columns: 2", "\tcolumns: 2"), "YAML", "a tab", 0),
    "two documents": ({"T1.yaml": PAGE + "---\n" + PAGE}, "YAML", "second document", 0),
    "nul": (page("T1", '"T\0"'), "CONTROL", "U+0000", 1),
    "nul escaped": (page("T1", '"T\\0"'), "CONTROL", "U+0000", 1),
    "utf-16": ({"T1.yaml": PAGE.encode("utf-16")}, "ENCODING", "UTF-16", 1),
    "gbk": ({"T1.yaml": PAGE.encode("gbk")}, "ENCODING", "GBK", 0),
    "cut": ({"T1.yaml": PAGE.encode()[:-3] + "湖".encode()[:2]}, "ENCODING", "cut inside", 0),
    "a huge file": ({"T1.yaml": PAGE + "#" * 2_000_000}, "UNREADABLE", "larger than", 0),
    "a huge value": (page("page: T1", "page: " + "甲" * 200_000), "TOO-LARGE", "longer", 1),
    "50,000 unknown keys": (
        {"T1.yaml": PAGE + "".join(f"k{i}: 1\n" for i in range(20_000))}, "UNKNOWN-KEY", "k0", 0,
    ),
    "a huge story": ({"stories/two.md": "甲\n\n" * 300_000}, "UNREADABLE", "larger than", 0),
    "200,000 paragraphs": ({"stories/two.md": "a\n\n" * 200_000}, "TOO-LARGE", "5,000", 10_002),
    "a gbk story": ({"stories/two.md": "河边的早市".encode("gbk")}, "ENCODING", "GBK", 1),
    "an open head": ({"stories/two.md": "---\ntitle: 甲\n正文"}, "FRONT-MATTER", "closing", 1),
    "an empty story": ({"stories/two.md": ""}, "EMPTY-STORY", "no text", 1),
    "an escape in a story": ({"stories/two.md": "甲\n乙\x1b[2J"}, "CONTROL", "U+001B", 2),
    "a story turned round": ({"stories/two.md": "甲\u202e乙"}, "CONTROL", "U+202E", 1),
    "styles in a circle": (
        {"styles.yaml": "styles:\n  a: {like: b}\n  b: {like: a}\n"}, "STYLE-CYCLE", "a → b → a", 3,
    ),
    "a leading of nothing": (
        {"styles.yaml": "styles:\n  body: {leading: 0.0000001pt}\n"}, "VALUE", "too small", 2,
    ),
    "a face from outside": (
        {"styles.yaml": "styles:\n  body: {face: 私}\nfaces:\n  私: ../x.ttf\n"},
        "FACE", "outside", 4,
    ),
    "a face that is none": (
        {"styles.yaml": "styles:\n  body: {face: 私}\nfaces:\n  私: T1.yaml\n"}, "FACE", "私", 4,
    ),
    "a face there is not": ({"styles.yaml": "styles:\n  body: {face: 报送}\n"}, "FACE", "报宋", 2),
    "an edition of itself": (
        page("edition: edition.yaml", "edition: T1.yaml"), "ITSELF", "itself", 2,
    ),
    "off the grid": (page("cols: 1-4", "cols: 1-9999"), "OFF-GRID", "1-9999", 0),
    "a name that leads out": (page("page: T1", "page: ../../T1"), "VALUE", 'holds "/"', 1),
    "a name that leads elsewhere": (page("page: T1", "page: a\\b"), "VALUE", "holds", 1),
    "a name that hides": (page("page: T1", "page: .T1"), "VALUE", "begins with a point", 1),
    "a name with an escape": (page("page: T1", 'page: "T\\e1"'), "CONTROL", "U+001B", 1),
    "too much ink": (
        page("at: {cols: 1-4", "fill: C90 M90 Y90 K90\n    at: {cols: 1-4"), "VALUE", "360 %", 0,
    ),
    "a table of nothing": (table(",,\n\n,,\n"), "TABLE-EMPTY", "no words", 1),
    "a ragged table": (table("a,b,c\n1,2,3\n1,2\n"), "TABLE-RAGGED", "has 2 cells", 3),
    "a table without end": (table("1,2\n" * 1_000_000), "UNREADABLE", "t.csv", 0),
    "a table of many rows": (table("1,2\n" * 200_000), "TABLE-LARGE", "500 rows", 501),
    "a table of many columns": (table("1" + ",1" * 5000), "TABLE-LARGE", "at most 40", 1),
    "a long cell": (table("a,b\n1," + "字" * 100_000), "TABLE-LARGE", "100000 characters", 2),
    "a quote that stays open": (table('a,b\n"1,2\n3,4\n'), "TABLE-QUOTES", "not closed", 2),
    "a table in GBK": (table("名次,姓名\n一,李\n".encode("gb18030")), "ENCODING", "GBK", 1),
    "a table in UTF-16": (table("甲,乙\n一,二\n".encode("utf-16")), "ENCODING", "UTF-16", 1),
    "an override in a table": (table("甲,\u202e乙\n1,2\n"), "CONTROL", "U+202E", 1),
    "a workbook": (table(b"PK\x03\x04 xl/", "t.xlsx"), "TABLE-FILE", "CSV (UTF-8)", 0),
    "a workbook by another name": (table(b"PK\x03\x04 xl/"), "NOT-TEXT", "Excel", 1),
    "a join to nothing": (table("a,<<\n^^,1\n1,^^\n<<,2\n"), "TABLE-SPAN", "no rectangle", 1),
    "a join above nothing": (table("^^,b\n1,2\n"), "TABLE-SPAN", "none", 1),
    "a join out of the header": (table("a,b\n^^,2\n3,4\n"), "TABLE-SPAN", "header", 1),
    "a table without marks": (table("| a | b |\n| 1 | 2 |\n", "t.md"), "TABLE-MARKS", "", 2),
    "words under a table": (
        table("| a |\n|---|\n| 1 |\n\n说明\n", "t.md"), "TABLE-TEXT", "empty row", 4,
    ),
    "widths of other columns": (
        table("a,b\n1,2\n", keys="    widths: [1, 2, 3]\n"), "TABLE-COLUMNS", "2 columns", 0,
    ),
    "widths of many characters": (
        table("a,b\n1,2\n", keys="    widths: 999\n"), "TABLE-WIDTHS", "more than", 0,
    ),
    "a header of all rows": (
        table("a,b\n1,2\n", keys="    header: 2\n"), "TABLE-EMPTY", "leaves none", 0,
    ),
    "over another": (page("cols: 5-6", "cols: 4-6"), "OVERLAP", '"lead"', 0),
}  # fmt: skip


TWINS: dict[str, Files] = {
    "as it is": {},
    "a byte order mark": {"T1.yaml": b"\xef\xbb\xbf" + PAGE.encode()},
    "byte order marks": {"stories/two.md": "\ufeff---\ntitle: 河\n---\n正文。\n"},
    "CRLF": {"T1.yaml": PAGE.replace("\n", "\r\n")},
    "CR": {"T1.yaml": PAGE.replace("\n", "\r")},
    "CRLF in a story": {"stories/two.md": "---\r\ntitle: 河\r\n---\r\n\r\n正文。\r\n"},
    "no": page("page: T1", "page: NO"),
    "on": page("page: T1", "page: on"),
    "null in quotes": page("page: T1", "page: 'null'"),
    "a time": page("page: T1", "page: 390:30"),
    "an octal": page("page: T1", "page: 010"),
    "a version": page("page: T1", "page: 1.10"),
    "an underscore": page("page: T1", "page: 1_000"),
    "infinity as a name": page("page: T1", "page: 1e400"),
    "a date": page("page: T1", "page: T1\ndate: 2024-05-07"),
    "a date as text": page("page: T1", "page: 2024-05-07"),
    "an anchor": page("[\"{year}年{month}月{day}日 {weekday}\"]", "&a [甲]\n  right: *a"),
    "an empty comment": {"T1.yaml": "# 注\n\n" + PAGE + "\n# 完\n"},
    "one document": {"T1.yaml": "---\n" + PAGE + "...\n"},
    "ideographic spaces": page("湖边的新园区", "湖边　新园区"),
    "a rare character": page("湖边的新园区", "湖边的𬭎"),
    "full-width digits in a text": page("湖边的新园区", "１９４９年"),
    "json": {
        "T1.yaml": '{"page": "T1", "blocks": [{"text": "甲", "at": {"cols": 1, "lines": "2"}}]}'
    },
    "a tag of text": page("page: T1", "page: !!str T1"),
    "a page of nothing": {"T1.yaml": "page: T1\n"},
}  # fmt: skip
