"""Makes the committed faces of this folder from named packages, byte for byte the same each time.

    python fonts/build.py                 fetch, check, subset, write faces and manifest.json
    python fonts/build.py --archives DIR  use packages already in DIR
    python fonts/build.py --out DIR       write elsewhere (the network test compares)
    python fonts/build.py --tgh           remake coverage/tgh8105.txt from Unihan

Packages are fetched by name and version through npm, apt-get and pip, whatever registry those
are set up for, and refused unless their sha256 is the one recorded here. Of a face this keeps
the glyf outlines, the metrics, `BASE`, and the layout features a Chinese page is set with; it
drops hinting, signatures, names of no use and all characters outside charset.wanted(). No clock
is read: head.modified stays the source's.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import charset
import fontTools
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from recipe import FACES, UNIHAN, UNIHAN_MEMBER, UNIHAN_SOURCE, Face, Package

HERE = Path(__file__).resolve().parent

# What a page is shaped with. `locl` makes — 1000 wide in zh-hans, `ccmp` joins ——.
FEATURES = (
    *("locl", "ccmp", "kern", "hwid", "fwid"),
    *("vert", "vrt2", "halt", "palt", "vhal", "vpal", "chws", "vchw"),
)

# Copyright, family, style, unique id, full name, version, PostScript name, trademark,
# licence, licence address, typographic family and style.
NAME_IDS = (0, 1, 2, 3, 4, 5, 6, 7, 13, 14, 16, 17)
RENAMED_IDS = (1, 3, 4, 6, 16)  # the "primary font name as presented to the users" (OFL 1.1, 3)
WINDOWS_ENGLISH = (3, 1, 0x409)

# STAT describes the axes of the variable font a static face was cut from; gasp is hinting.
DROPPED_TABLES = ["DSIG", "STAT", "gasp"]


class BuildError(Exception):
    """A package could not be fetched, or is not the one recorded."""


def sha256(data: bytes) -> str:
    """The hexadecimal SHA-256 of `data`."""
    return hashlib.sha256(data).hexdigest()


def checked(data: bytes, expected: str, what: str) -> bytes:
    """`data` itself when its sha256 is the expected one, else BuildError naming `what`."""
    found = sha256(data)
    if found != expected:
        raise BuildError(f"{what}: sha256 is {found}, expected {expected}")
    return data


def fetch_command(package: Package) -> list[str]:
    """The command that writes the package's archive into the working directory."""
    match package.client:
        case "npm":
            return ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
        case "apt":
            return ["apt-get", "download", f"{package.name}={package.version}"]
        case "pip":
            wanted = f"{package.name}=={package.version}"
            return [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", wanted]
        case other:
            raise BuildError(f"{package.name}: no client called {other}; known: npm, apt, pip")


def fetch(package: Package, folder: Path) -> Path:
    """The archive of `package` in `folder`, fetched unless it is there already, and checked."""
    archive = folder / package.archive
    if not archive.exists():
        command = fetch_command(package)
        for tool in (command[0], "dpkg-deb" if package.client == "apt" else command[0]):
            if shutil.which(tool) is None:
                raise BuildError(f"{package.name}: {tool} is not installed")
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode or not archive.exists():
            said = done.stderr.strip() or done.stdout.strip()
            raise BuildError(f"{package.name}: {' '.join(command)} gave no archive: {said}")
    checked(archive.read_bytes(), package.sha256, package.archive)
    return archive


def members(package: Package, archive: Path, wanted: set[str]) -> dict[str, bytes]:
    """The named files of an archive, by path inside it."""
    if package.client == "apt":
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["dpkg-deb", "-x", str(archive), folder], check=True)
            return {name: (Path(folder) / name).read_bytes() for name in wanted}
    if package.client == "pip":
        with zipfile.ZipFile(archive) as wheel:
            return {name: wheel.read(name) for name in wanted}
    found: dict[str, bytes] = {}
    with tarfile.open(archive) as tar:
        for entry in tar:
            if entry.name in wanted and (opened := tar.extractfile(entry)):
                found[entry.name] = opened.read()
    if lost := wanted - found.keys():
        raise BuildError(f"{package.archive}: no {', '.join(sorted(lost))} inside")
    return found


def options() -> Options:
    """What the subsetter keeps and drops; every value that matters is set here."""
    chosen = Options()
    chosen.layout_features = list(FEATURES)
    chosen.layout_scripts = ["*"]
    chosen.drop_tables = [*chosen.drop_tables, *DROPPED_TABLES]
    chosen.hinting = False
    chosen.glyph_names = False
    chosen.legacy_cmap = False
    chosen.name_IDs = list(NAME_IDS)
    chosen.name_languages = [WINDOWS_ENGLISH[2]]
    chosen.name_legacy = False
    chosen.notdef_outline = True
    chosen.bidi_closure = False  # else ∈ brings ∋: no page here runs from right to left
    chosen.recalc_bounds = True  # head's box is that of the glyphs that are left
    chosen.recalc_timestamp = False
    chosen.canonical_order = True
    return chosen


def subset(font: TTFont, code_points: frozenset[int]) -> None:
    """Reduces `font` in place to the code points, the features and the names kept here."""
    if "glyf" not in font or "fvar" in font:
        raise BuildError("the source is not a static font with glyf outlines")
    subsetter = Subsetter(options=options())
    subsetter.populate(unicodes=sorted(code_points))
    subsetter.subset(font)
    font["name"].names = [
        record
        for record in font["name"].names
        if (record.platformID, record.platEncID, record.langID) == WINDOWS_ENGLISH
    ]


def rename(font: TTFont, family: str) -> None:
    """Puts `family` in place of the source's name in IDs 1, 3, 4, 6 and 16, in place.

    Copyright, trademark and licence records (0, 7, 13, 14) stay: they say whose work it is.
    """
    name = font["name"]
    style = name.getDebugName(17) or name.getDebugName(2) or "Regular"
    postscript = f"{family.replace(' ', '')}-{style.replace(' ', '')}"
    texts = {
        1: family,
        3: f"{postscript};{font['head'].fontRevision:.3f}",
        4: f"{family} {style}",
        6: postscript,
        16: family,
    }
    for name_id in RENAMED_IDS:
        name.setName(texts[name_id], name_id, *WINDOWS_ENGLISH)
    name.setName(style, 17, *WINDOWS_ENGLISH)


def stand_like(font: TTFont, pairs: Sequence[tuple[int, int]]) -> None:
    """For each (a, b), makes `vert` give a the glyph it gives b, in place.

    Raises BuildError when no single substitution of `vert` covers b, or one covers a already.
    """
    cmap = font.getBestCmap()
    gsub = font["GSUB"].table
    records = [r for r in gsub.FeatureList.FeatureRecord if r.FeatureTag == "vert"]
    lookups = {index for record in records for index in record.Feature.LookupListIndex}
    mappings = [
        getattr(table, "ExtSubTable", table).mapping
        for index in sorted(lookups)
        for table in gsub.LookupList.Lookup[index].SubTable
    ]
    for changed, model in pairs:
        covering = [mapping for mapping in mappings if cmap[model] in mapping]
        if len(covering) != 1 or any(cmap[changed] in mapping for mapping in mappings):
            raise BuildError(f"vert: cannot make U+{changed:04X} stand like U+{model:04X}")
        covering[0][cmap[changed]] = covering[0][cmap[model]]


def made(source: bytes, face: Face, code_points: frozenset[int]) -> tuple[bytes, list[int]]:
    """The bytes of a committed face, and the code points asked for that the source lacks."""
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    lacks = sorted(code_points - font.getBestCmap().keys())
    if face.vertical_like:
        stand_like(font, face.vertical_like)
    subset(font, code_points)
    if face.rename:
        rename(font, face.rename)
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue(), lacks


def ofl_of_debian(text: str, copyright_record: str) -> str:
    """The OFL text of a Debian copyright file as plain text, under the font's own copyright.

    The file also states the licence of the packaging, which has no part in the font.
    """
    lines = text.splitlines()
    header = lines.index("License: OFL-1.1")  # of the paragraph "Files: *"
    start = lines.index("License: OFL-1.1", header + 1)  # of the text itself
    body: list[str] = []
    for line in lines[start + 1 :]:
        if not line.startswith(" "):
            break
        body.append("" if line == " ." else line[1:])
    note = [line.strip() for line in lines[header + 1 : lines.index("", header)]]
    head = [*copyright_record.splitlines(), "", *note[1:], ""]
    return "\n".join([*head, *body]).rstrip() + "\n"


def entry(face: Face, data: bytes, lacks: list[int]) -> dict[str, Any]:
    """What manifest.json says about a face."""
    font = TTFont(io.BytesIO(data), lazy=True)
    return {
        "file": face.out,
        "sha256": sha256(data),
        "family": font["name"].getBestFamilyName(),
        "weight": font["OS/2"].usWeightClass,
        "upem": font["head"].unitsPerEm,
        "roles": list(face.roles),
        "package": f"{face.package.client}:{face.package.name}",
        "version": face.package.version,
        "archive_sha256": face.package.sha256,
        "source": face.member,
        "source_sha256": face.sha256,
        "licence": face.package.licence_out,
        "vertical_like": [[f"U+{a:04X}", f"U+{b:04X}"] for a, b in face.vertical_like],
        "lacks": charset.ranges(lacks),
    }


def write(path: Path, data: bytes) -> None:
    """Writes beside and renames, so that no half-written face is ever found."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".part")
    beside.write_bytes(data)
    beside.replace(path)


def build(out: Path, archives: Path) -> None:
    """Fetches the packages into `archives` and writes faces, licences and manifest to `out`."""
    code_points = charset.wanted()
    entries: list[dict[str, Any]] = []
    for package in dict.fromkeys(face.package for face in FACES):
        faces = [face for face in FACES if face.package == package]
        archive = fetch(package, archives)
        files = members(package, archive, {package.licence, *(face.member for face in faces)})
        licence = files[package.licence]
        for face in faces:
            source = checked(files[face.member], face.sha256, face.member)
            data, lacks = made(source, face, code_points)
            write(out / face.out, data)
            entries.append(entry(face, data, lacks))
            print(f"{face.out}: {len(data):,} bytes, lacks {len(lacks)}")
        if package.client == "apt":
            notice = TTFont(out / faces[0].out, lazy=True)["name"].getDebugName(0)
            licence = ofl_of_debian(licence.decode("utf-8"), notice).encode("utf-8")
        write(out / package.licence_out, licence)
    manifest = {
        "made_with": f"fonttools {fontTools.version}",  # another version may order tables anew
        "coverage": len(code_points),
        "features": list(FEATURES),
        "faces": entries,
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    write(out / "manifest.json", text.encode("utf-8"))


def build_tgh(out: Path, archives: Path) -> None:
    """Remakes the list of the 8105 from Unihan."""
    archive = fetch(UNIHAN, archives)
    text = members(UNIHAN, archive, {UNIHAN_MEMBER})[UNIHAN_MEMBER].decode("utf-8")
    data = charset.tgh_file(charset.tgh_from_unihan(text), UNIHAN_SOURCE).encode("utf-8")
    write(out / "coverage" / "tgh8105.txt", data)


def main(argv: list[str] | None = None) -> int:
    """The command; 0 when all is written, 1 when a package is not to be had or not the one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--out", type=Path, default=HERE, help="where the faces go")
    parser.add_argument("--archives", type=Path, help="packages already fetched, or to keep")
    parser.add_argument("--tgh", action="store_true", help="remake coverage/tgh8105.txt only")
    chosen = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as scratch:
        archives = (chosen.archives or Path(scratch)).resolve()
        archives.mkdir(parents=True, exist_ok=True)
        try:
            (build_tgh if chosen.tgh else build)(chosen.out, archives)
        except BuildError as error:
            print(f"build.py: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
