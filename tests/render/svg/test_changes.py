"""What changed between two scenes, and which outlines a browser holds."""

from layout.render.svg.changes import HeldOutlines, block_change, changes
from layout.render.svg.scene import Scene, SceneBlock


def block(name: str, *pieces: str) -> SceneBlock:
    return SceneBlock(
        id=name, block=name, pieces=pieces, digest=" ".join(pieces), names=frozenset(),
        pictures=(), text=(),
    )  # fmt: skip


def scene(*blocks: SceneBlock, width: float = 10.0) -> Scene:
    return Scene(
        name="B1", width=width, height=20.0, bleed=0.0, blocks=blocks, digest="",
        names=frozenset(),
    )  # fmt: skip


def test_added_changed_and_gone() -> None:
    kept = block("a", "1")
    found = changes(
        scene(kept, block("b", "1", "2", "3"), block("c", "1")),
        scene(block("d", "9"), block("b", "1", "x", "y", "3"), kept),
    )
    assert [b.id for b in found.added] == ["d"]
    assert [(c.block.id, c.start, c.end, c.pieces) for c in found.changed] == [
        ("b", 1, 2, ("x", "y"))
    ]
    assert found.gone == ("c",)
    assert found.order == ("d", "b", "a")
    assert found.seen


def test_nothing_changed() -> None:
    found = changes(scene(block("a", "1")), scene(block("a", "1")))
    assert not found.seen
    assert not found.reworded


def test_a_page_of_another_size_is_seen() -> None:
    assert changes(scene(), scene(width=11.0)).seen


def test_every_splice_leads_to_the_new_block() -> None:
    words = ("", "a", "aa", "ab", "ba", "aab", "aba", "abab", "abba", "baab")
    for old in words:
        for new in words:
            change = block_change(block("x", *old), block("x", *new))
            mended = (*old[: change.start], *change.pieces, *old[change.end :])
            assert "".join(mended) == new


def test_outlines_are_sent_once_and_dropped_many_at_once() -> None:
    held = HeldOutlines(idle_most=2)
    assert held.take(frozenset("abc")) == (frozenset("abc"), frozenset())
    assert held.take(frozenset("abd")) == (frozenset("d"), frozenset())
    assert held.take(frozenset("abc")) == (frozenset(), frozenset())
    assert held.take(frozenset("e")) == (frozenset("e"), frozenset("abcd"))
    assert held.names == {"e"}
