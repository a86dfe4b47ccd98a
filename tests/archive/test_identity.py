"""What pages are made with: any other byte of it is another identity."""

from pathlib import Path

from layout.archive.identity import PACKAGES, digest_of, identity, unlike


def test_every_package_is_there_in_a_version() -> None:
    mine = identity()
    assert {name for name in PACKAGES if mine[name] == "-"} == set()
    assert mine == identity()
    assert unlike(mine, identity()) == []


def test_what_differs_is_named() -> None:
    mine = identity()
    theirs = {**mine, "reportlab": "1.0", "more": "x"}
    del theirs["faces"]
    assert [(n, h, t) for n, h, t in unlike(mine, theirs)] == [
        ("faces", mine["faces"], "-"), ("reportlab", mine["reportlab"], "1.0"), ("more", "-", "x"),
    ]  # fmt: skip


def test_a_digest_sees_names_and_bytes_and_no_order(tmp_path: Path) -> None:
    one, two = tmp_path / "a.py", tmp_path / "b.py"
    one.write_bytes(b"1")
    two.write_bytes(b"2")
    first = digest_of([one, two], tmp_path)
    assert digest_of([two, one], tmp_path) == first
    two.write_bytes(b"3")
    assert digest_of([one, two], tmp_path) != first
    two.write_bytes(b"2")
    two.rename(tmp_path / "c.py")
    assert digest_of([one, tmp_path / "c.py"], tmp_path) != first
