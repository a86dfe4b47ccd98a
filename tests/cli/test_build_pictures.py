"""Pictures at their edges, as the commands tell them: each at its value, and nothing raw."""

import json
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from layout.cli import main
from layout.pictures import MAX_PIXELS
from tests.conftest import Project
from tests.pictures.helpers import fax

PAGE = """\
page: T1
date: 2026-11-28
format: tabloid
blocks:
  - id: one
    picture: assets/%s
    at: {cols: 1-2, lines: 5-12}
"""
Capture = pytest.CaptureFixture[str]


def build(project: Project, name: str, *options: str) -> int:
    project.write("T1.yaml", PAGE % name)
    return main(["build", str(project.spec), "-o", str(project.path("out")), *options])


@pytest.mark.parametrize("to", ["pdf", "html"])
def test_a_damaged_fax_is_an_error_at_its_value(project: Project, capfd: Capture, to: str) -> None:
    name = fax(project.path("assets"), broken=True)
    assert build(project, name, "--to", to) == 1
    err = capfd.readouterr().err.splitlines()
    assert "T1.yaml:6:14: error: assets/fax.tif" in err[0]
    assert "is damaged (Fax4Decode" in err[0]
    assert len(err) == 2  # and what came of the page
    assert not project.path("out").exists()


@pytest.mark.parametrize("to", ["pdf", "html", "png"])
@pytest.mark.parametrize("mode", ["F", "I"])
def test_32_bits_fail_alike(project: Project, capfd: Capture, mode: str, to: str) -> None:
    Image.new(mode, (200, 200)).save(project.path("assets/a.tif"))
    assert build(project, "a.tif", "--to", to) == 1
    assert "T1.yaml:6:14: error: assets/a.tif has samples of 32 bits" in (capfd.readouterr().err)


def test_several_frames_are_told(project: Project, capfd: Capture) -> None:
    frames = [Image.new("RGB", (200, 200), (shade, 0, 0)) for shade in (0, 99, 200)]
    frames[0].save(project.path("assets/a.gif"), save_all=True, append_images=frames[1:])
    assert build(project, "a.gif") == 0
    told = "T1.yaml:6:14: warning: assets/a.gif holds 3 pictures; the first of them is shown"
    assert told in capfd.readouterr().err


def test_too_many_pixels_are_told_with_what_to_do(project: Project, capfd: Capture) -> None:
    Image.new("1", (MAX_PIXELS // 1000 + 1, 1000)).save(project.path("assets/a.png"))
    assert build(project, "a.png") == 1
    err = capfd.readouterr().err
    assert "T1.yaml:6:14: error: assets/a.png" in err
    assert (
        "has 52.0 million pixels, more than the 52 million that are taken: save it smaller" in err
    )


TURNED = "turned\u202egpj\x1b[31m\n.png"


@pytest.mark.skipif(sys.platform == "win32", reason="no such names")
@pytest.mark.parametrize("command", ["build", "check", "proof"])
def test_a_name_that_turns_a_line_round_is_told_by_its_code(
    project: Project, capsys: Capture, command: str
) -> None:
    folder = project.path("a\u202eb\x1b[31m\nc")
    folder.mkdir()
    (folder / "T1.yaml").write_text(PAGE % "none.png", encoding="utf-8")
    assert (
        main(
            [command, str(folder / "T1.yaml"), "-o", str(project.path("out"))][
                : 2 if command == "check" else 4
            ]
        )
        == 1
    )
    got = capsys.readouterr()
    said = got.out + got.err
    assert r"a\u202eb\x1b[31m\nc" in said
    assert not set(said) & {"\u202e", "\x1b"}
    assert all("c/T1.yaml" not in line or "a\\u202eb" in line for line in said.splitlines())


def test_a_word_of_the_spec_is_told_by_its_code(project: Project, capsys: Capture) -> None:
    assert build(project, r'"x\u202egpj.png"'.replace("assets/", "")) == 1
    project.write("T1.yaml", PAGE.replace("assets/%s", r'"x\u202egpj.png"'))
    for options in ([], ["--json"]):
        assert main(["build", str(project.spec), *options]) == 1
        got = capsys.readouterr()
        assert "\u202e" not in got.out + got.err
        assert "u202e" in got.out + got.err
        if options:
            json.loads(got.out)


ROWS = 64
CHILD = """\
import sys
from pathlib import Path
from layout.cli import main
status = main(["build", sys.argv[1], "-o", sys.argv[2], "--to", sys.argv[3], "-q"])
# Its own peak: ru_maxrss is never less than what the process held that started it.
peak = Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]
print(status, peak)
"""


def tall_noise(path: Path, side: int, mode: str) -> None:
    """A square PNG of noise: the same rows again and again, which are compressed once."""
    tile = Image.effect_noise((side, ROWS), 60).convert(mode)
    rows = np.asarray(tile).reshape(ROWS, -1)
    plain = np.pad(rows, ((0, 0), (1, 0))).tobytes()  # before each row: filter 0
    packer = zlib.compressobj(1, wbits=-zlib.MAX_WBITS)
    packed = packer.compress(plain) + packer.flush(zlib.Z_FULL_FLUSH)  # it leans on none before
    times, over = divmod(side, ROWS)
    last = plain[: over * (rows.shape[1] + 1)]
    packer = zlib.compressobj(1, wbits=-zlib.MAX_WBITS)
    end = packer.compress(last) + packer.flush()
    check = 1
    for part in (*[plain] * times, last):
        check = zlib.adler32(part, check)
    data = b"\x78\x01" + packed * times + end + struct.pack(">I", check)
    head = struct.pack(">IIBBBBB", side, side, 8, {"RGB": 2, "RGBA": 6}[mode], 0, 0, 0)
    with path.open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        for kind, content in ((b"IHDR", head), (b"IDAT", data), (b"IEND", b"")):
            file.write(struct.pack(">I", len(content)) + kind + content)
            file.write(struct.pack(">I", zlib.crc32(content, zlib.crc32(kind))))


@pytest.mark.slow
@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the peak of a process is in /proc there"
)
@pytest.mark.parametrize(("mode", "to"), [("RGBA", "pdf,html"), ("RGB", "png")])
def test_the_largest_picture_is_made_in_700_mb(project: Project, mode: str, to: str) -> None:
    tall_noise(project.path("assets/a.png"), int(MAX_PIXELS**0.5), mode)
    project.write("T1.yaml", PAGE % "a.png")
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(project.spec), str(project.path("out")), to],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    status, peak = done.stdout.split()[-2:]
    assert status == "0"
    assert int(peak) < 700 * 1024
