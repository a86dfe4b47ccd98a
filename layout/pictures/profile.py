"""Output profiles: what kind of ICC profile a file holds, and whether it describes a press.

ICC.1:2010 (4.3), 7.2 the header, 7.3 the table of tags, 10.10 to 10.12 the tables of colours. It is
read without a library: a page without pictures embeds its profile and converts nothing.
"""

import hashlib
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from layout.environment import Environment, PathError
from layout.errors import BanxinError
from layout.record import record, replace
from layout.words.said import Said, said

PROFILES: Final = "assets/profiles"
"""Of a project: its first output profile of CMYK by name is used."""
SUFFIXES: Final = (".icc", ".icm")
PACKED: Final = ".deflate"
"""Behind the name of a shipped profile: its bytes deflated (RFC 1950), as every press PDF embeds
them; to deflate them anew would be a twentieth of a cold build."""
MAX_PROFILE: Final = 32 * 1024 * 1024
"""Bytes of a profile. That of a press has 0.2 to 4 million."""

VERSIONS: Final = ("2", "4")
"""Of ICC.1, before the point: what a PDF may hold (ISO 32000-1, table 67)."""
_HEADER: Final = 128
_MOST_TAGS: Final = 200
_COLORANTS: Final = {b"GRAY": 1, b"RGB ": 3, b"Lab ": 3, b"XYZ ": 3, b"CMYK": 4} | {
    b"%XCLR" % n: n for n in range(2, 16)
}
_TABLES: Final = ((b"A2B0", 4, 3), (b"B2A0", 3, 4), (b"A2B1", 4, 3), (b"B2A1", 3, 4))
"""What turns inks into colours and back: the tag, and how many numbers go in and come out. An
output profile has all four; of one that has only the first two the others are these (9.4 of ICC.1
asks for all, LittleCMS takes the first)."""


class ProfileError(BanxinError):
    """A profile that cannot be used: its name and the reason."""


@record
class ProfileFacts:
    """What stands in the header and tags of any ICC profile.

    `kind` is its class (`prtr` output, `mntr` display, `scnr` input, `link`, `spac`, `abst`,
    `nmcl`), `space` the colours it describes (`CMYK`, `RGB `, `GRAY`, …), `pcs` what they are
    described in (`Lab ` or `XYZ `), `channels` how many numbers a colour has; 0 where that is
    unknown. `version` is as 4.2.
    """

    kind: str
    space: str
    pcs: str
    version: str
    channels: int
    description: str
    tags: tuple[tuple[str, int, int], ...]  # signature, offset, bytes

    def has(self, tag: str) -> bool:
        """Whether it has a tag of this signature."""
        return any(name == tag for name, _, _ in self.tags)


@record
class PressProfile:
    """An output profile of CMYK, whole: its bytes, the name of its file, and what it calls itself.

    Two with one `digest` are the same. `packed` are its bytes deflated, where they are kept so.
    """

    file: str
    data: bytes
    digest: str
    description: str
    version: str
    packed: bytes = b""


def profile_facts(data: bytes, name: str) -> ProfileFacts:
    """The facts of an ICC profile of any class. Raises `ProfileError`, naming it, where `data` is
    none, is cut short, or its tags do not lie in it."""
    if len(data) < _HEADER + 4 or data[36:40] != b"acsp":
        raise _fault(name, said("part.profile-none"))
    (size,) = struct.unpack_from(">I", data)
    if size > len(data) or size < _HEADER + 4:
        raise _fault(name, said("part.profile-cut", bytes=len(data), said_bytes=size))
    (count,) = struct.unpack_from(">I", data, _HEADER)
    if not 0 < count <= _MOST_TAGS or _HEADER + 4 + 12 * count > size:
        raise _fault(name, said("part.profile-tags", tags=count))
    tags = []
    for at in range(count):
        tag, offset, length = struct.unpack_from(">4sII", data, _HEADER + 4 + 12 * at)
        signature = tag.decode("latin-1")
        if offset < _HEADER or length < 8 or offset + length > size:
            raise _fault(name, said("part.profile-tag-outside", tag=_printable(signature)))
        tags.append((signature, offset, length))
    space = data[16:20]
    return ProfileFacts(
        kind=_printable(data[12:16].decode("latin-1")),
        space=_printable(space.decode("latin-1")),
        pcs=_printable(data[20:24].decode("latin-1")),
        version=f"{data[8]}.{data[9] >> 4}",
        channels=_COLORANTS.get(space, 0),
        description=_description(data, tags),
        tags=tuple(tags),
    )


def read_profile(data: bytes, name: str) -> PressProfile:
    """The output profile of CMYK that `data` holds. Raises `ProfileError`, naming it: where it is
    no ICC profile, damaged, or of another class or other colours."""
    facts = profile_facts(data, name)
    if facts.kind != "prtr":
        kinds = {
            "mntr": "part.profile-display", "scnr": "part.profile-input",
            "link": "part.profile-link", "spac": "part.profile-space",
            "abst": "part.profile-abstract", "nmcl": "part.profile-named",
        }  # fmt: skip
        known = kinds.get(facts.kind)
        kind = said(known) if known else said("part.program-says", text=facts.kind)
        raise _fault(name, said("part.profile-class", kind=kind))
    if facts.space != "CMYK":
        raise _fault(name, said("part.profile-space-of", space=facts.space.strip()))
    if facts.pcs not in ("Lab ", "XYZ "):
        raise _fault(name, said("part.profile-pcs", pcs=facts.pcs.strip()))
    if facts.version.partition(".")[0] not in VERSIONS:
        raise _fault(name, said("part.profile-version", version=facts.version))
    places = {tag: (offset, length) for tag, offset, length in facts.tags}
    for raw, inputs, outputs in _TABLES:
        tag = raw.decode("ascii")
        if tag not in places:
            if tag.endswith("0"):
                raise _fault(name, said("part.profile-table-missing", tag=tag))
            continue
        offset, length = places[tag]
        if not _is_table(data[offset : offset + length], inputs, outputs):
            raise _fault(name, said("part.profile-table", tag=tag))
    return PressProfile(
        file=name,
        data=data,
        digest=hashlib.sha256(data).hexdigest(),
        description=facts.description,
        version=facts.version,
    )


def find_profile(environment: Environment, path: Path | None = None) -> PressProfile | None:
    """The profile at `path`; without one the project's first output profile of CMYK by name, else
    the one that is shipped; None where there is none of these. Raises `ProfileError`."""
    if path is not None:
        return _made_ready(environment, read_profile(_bytes(environment, path), path.name))
    for found in _profiles_in(environment.root / PROFILES):
        data = _bytes(environment, found)
        if data[36:40] == b"acsp" and (data[12:16], data[16:20]) != (b"prtr", b"CMYK"):
            continue  # that of a camera or a screen may lie there too
        return _made_ready(environment, read_profile(data, found.name))
    for found in _profiles_in(shipped_profiles()):
        return _made_ready(environment, read_profile(_bytes(environment, found), found.name))
    return None


def _made_ready(environment: Environment, profile: PressProfile) -> PressProfile:
    """A profile with its bytes deflated, where it is one that is shipped so: a copy of it in a
    project too, as in a checkout."""
    for shipped in _profiles_in(shipped_profiles()):
        packed = shipped.with_name(shipped.name + PACKED)
        if packed.is_file() and _bytes(environment, shipped) == profile.data:
            return replace(profile, packed=_bytes(environment, packed))
    return profile


def shipped_profiles() -> Path:
    """Where the shipped profiles are: inside an installed wheel, or assets/ of a checkout."""
    inside = Path(__file__).with_name("profiles")
    return inside if inside.is_dir() else Path(__file__).parents[2] / PROFILES


def _profiles_in(folder: Path) -> Iterator[Path]:
    try:
        yield from sorted(p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES)
    except OSError:
        return


def _bytes(environment: Environment, path: Path) -> bytes:
    try:
        return environment.read(path, MAX_PROFILE)
    except PathError as exc:
        why = exc.args[0]
        raise ProfileError(said("part.profile-path", profile=path.name, why=why)) from exc


def _fault(name: str, why: Said) -> ProfileError:
    return ProfileError(said("part.profile-fault", profile=name, why=why))


def _is_table(data: bytes, inputs: int, outputs: int) -> bool:
    """Whether a tag is a table of colours that is whole (10.10 and 10.11; those of 10.12 by their
    numbers of channels and the places of their parts)."""
    kind = data[:4]
    if len(data) < 32 or data[8:10] != bytes((inputs, outputs)):
        return False
    if kind in (b"mAB ", b"mBA "):
        parts = struct.unpack_from(">5I", data, 12)
        return all(part == 0 or 32 <= part < len(data) for part in parts)
    grid = data[10]
    if kind == b"mft1":
        return grid > 1 and len(data) >= 48 + 256 * inputs + grid**inputs * outputs + 256 * outputs
    if kind != b"mft2" or len(data) < 52:
        return False
    before, after = struct.unpack_from(">HH", data, 48)
    samples = before * inputs + grid**inputs * outputs + after * outputs
    return grid > 1 and min(before, after) > 1 and len(data) >= 52 + 2 * samples


def _description(data: bytes, tags: list[tuple[str, int, int]]) -> str:
    """What it calls itself; empty where it does not say."""
    for tag, offset, length in tags:
        if tag != "desc":
            continue
        body = data[offset : offset + length]
        if body[:4] == b"desc" and length >= 12:
            (count,) = struct.unpack_from(">I", body, 8)
            return _printable(body[12 : 12 + count].split(b"\0")[0].decode("latin-1")).strip()
        if body[:4] == b"mluc" and length >= 28:
            size, at = struct.unpack_from(">II", body, 20)
            return _printable(body[at : at + size].decode("utf-16-be", "replace")).strip()
    return ""


def _printable(text: str) -> str:
    """A text out of a file, as it may stand in a message."""
    return "".join([c if c.isprintable() else "?" for c in text])[:120]
