"""Output profiles: the shipped one, and what one that is damaged or of another kind is told."""

import struct
import zlib
from pathlib import Path

import pytest
from PIL import ImageCms

from layout.display.press import PressFacts
from layout.environment import Files
from layout.pictures import PictureStore
from layout.pictures.profile import (
    PACKED,
    ProfileError,
    find_profile,
    profile_facts,
    read_profile,
    shipped_profiles,
)
from tests.pictures.profiles import profile

SHIPPED = sorted(shipped_profiles().glob("*.icc"))[0]


def screen() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def patched(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def place_of(data: bytes, tag: str) -> tuple[int, int]:
    return next((at, size) for name, at, size in profile_facts(data, "x").tags if name == tag)


def test_the_shipped_profile_names_its_source() -> None:
    profile = read_profile(SHIPPED.read_bytes(), SHIPPED.name)
    assert "Derived from ANSI CGATS/SNAP TR 002-2007" in profile.description
    assert (profile.version, len(profile.digest)) == ("2.2", 64)
    facts = profile_facts(profile.data, "x")
    assert (facts.kind, facts.space, facts.pcs, facts.channels) == ("prtr", "CMYK", "Lab ", 4)
    assert facts.has("B2A2")
    assert not facts.has("B2A9")


def test_a_screen_has_facts_and_is_no_press() -> None:
    facts = profile_facts(screen(), "s.icc")
    assert (facts.kind, facts.space, facts.channels) == ("mntr", "RGB ", 3)
    assert facts.description.startswith("sRGB")
    with pytest.raises(ProfileError, match=r"s\.icc is one of a screen, and no output profile"):
        read_profile(screen(), "s.icc")


@pytest.mark.parametrize(
    ("at", "new", "told"),
    [
        (36, b"none", "is no ICC profile"),
        (0, b"\x7f\0\0\0", r"it has 227,772 bytes and says 2,130,706,432"),
        (8, b"\x05", r"is of ICC version 5\.[0-9]; a press file takes 2 and 4"),
        (8, b"\x01", r"is of ICC version 1\.[0-9]"),
        (12, b"link", "is one of a device link"),
        (12, b"scnr", "is one of a camera or scanner"),
        (12, b"\0\x1b\xff\xff", r"is one of \?\?"),
        (16, b"GRAY", "describes GRAY, and not CMYK"),
        (16, b"RGB ", "describes RGB, and not CMYK"),
        (20, b"Luv ", "in Luv, and not in Lab or XYZ"),
        (128, b"\xff\xff\xff\xff", "table of tags has 4,294,967,295 entries"),
        (128, b"\0\0\0\0", "table of tags has 0 entries"),
        (136, b"\xff\xff\xff\xff", "its tag desc does not lie in the file"),
    ],
)
def test_a_damaged_profile_says_what_is_wrong(at: int, new: bytes, told: str) -> None:
    with pytest.raises(ProfileError, match=rf"the profile p\.icc .*{told}"):
        read_profile(patched(SHIPPED.read_bytes(), at, new), "p.icc")


@pytest.mark.parametrize("size", [0, 1, 40, 131, 132, 300, 1000, 60_000, 227_771])
def test_a_profile_cut_short_is_no_profile(size: int) -> None:
    data = SHIPPED.read_bytes()[:size]
    with pytest.raises(ProfileError):
        read_profile(data, "p.icc")
    if size > 132:  # also where its header is made to agree
        with pytest.raises(ProfileError, match=r"does not lie in the file|15 entries"):
            read_profile(struct.pack(">I", size) + data[4:], "p.icc")


@pytest.mark.parametrize("tag", ["A2B0", "B2A0", "B2A1"])
@pytest.mark.parametrize(
    ("inside", "new"),
    [(0, b"text"), (8, b"\x03\x03"), (10, b"\xff"), (10, b"\1"), (48, b"\xff\xff")],
)
def test_a_table_that_is_not_whole(tag: str, inside: int, new: bytes) -> None:
    data = SHIPPED.read_bytes()
    with pytest.raises(ProfileError, match=r"its table \w{4} is not whole"):
        read_profile(patched(data, place_of(data, tag)[0] + inside, new), "p.icc")


def test_a_table_that_is_not_there() -> None:
    data = SHIPPED.read_bytes()
    at = data.index(b"B2A0", 128)
    with pytest.raises(ProfileError, match="it has no table B2A0"):
        read_profile(patched(data, at, b"none"), "p.icc")


def test_a_project_has_its_own(tmp_path: Path) -> None:
    found = find_profile(Files(root=tmp_path))
    assert found is not None
    assert found.file == SHIPPED.name
    own = tmp_path / "assets/profiles"
    own.mkdir(parents=True)
    (own / "0.icc").write_bytes(screen())  # of another class: passed over
    (own / "a.ICM").write_bytes(SHIPPED.read_bytes())
    found = find_profile(Files(root=tmp_path))
    assert found is not None
    assert found.file == "a.ICM"
    (own / "a.ICM").write_bytes(SHIPPED.read_bytes()[:5000])
    with pytest.raises(ProfileError, match=r"a\.ICM is damaged"):  # and not passed over
        find_profile(Files(root=tmp_path))


def test_one_that_is_named_is_taken_or_told(tmp_path: Path) -> None:
    (tmp_path / "s.icc").write_bytes(screen())
    with pytest.raises(ProfileError, match=r"s\.icc is one of a screen"):
        find_profile(Files(root=tmp_path), tmp_path / "s.icc")
    with pytest.raises(ProfileError, match=r"the profile none\.icc does not exist"):
        find_profile(Files(root=tmp_path), tmp_path / "none.icc")


def stored(tmp_path: Path, **files: bytes) -> PictureStore:
    (tmp_path / "assets/profiles").mkdir(parents=True)
    for name, data in files.items():
        (tmp_path / "assets/profiles" / f"{name}.icc").write_bytes(data)
    return PictureStore(Files(root=tmp_path))


def test_a_store_gives_the_stated_profile_before_the_projects_own(tmp_path: Path) -> None:
    store = stored(tmp_path, a=profile("Ours"))
    (tmp_path / "press.icc").write_bytes(profile("The press"))
    own, found = store.profile(), store.profile(PressFacts(profile="press.icc"))
    assert own is not None
    assert found is not None
    assert (own.description, found.description) == ("Ours", "The press")
    assert store.profile(PressFacts(profile="press.icc")) is found


def test_a_stated_profile_that_has_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"press\.icc"):
        stored(tmp_path).profile(PressFacts(profile="press.icc"))


def test_the_shipped_profile_is_kept_deflated_as_it_is() -> None:
    packed = SHIPPED.with_name(SHIPPED.name + PACKED).read_bytes()
    assert zlib.decompress(packed) == SHIPPED.read_bytes(), "run assets/profiles/build.sh"
    found = find_profile(Files(root=Path()))
    assert found is not None
    assert found.packed == packed


def test_another_profile_is_not_taken_for_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "a.icc").write_bytes(profile())
    found = find_profile(Files(root=tmp_path), tmp_path / "a.icc")
    assert found is not None
    assert found.packed == b""
