"""Stories that go on from page to page: what one page leaves over, the other sets.

A page with `jump_from` needs to know where the page before it stopped, so that page is made up
first. Both ends must name each other: a story that one page lets go of and none takes up would be
lost in silence.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from layout.diagnostics import (
    Diagnostic,
    Place,
    StopError,
    did_you_mean,
    error,
    shown,
    warning,
)
from layout.environment import Environment, PathError
from layout.flow.placed import Carry
from layout.record import record
from layout.spec.load import Memo, Sources, page_at_fault, page_named, page_names
from layout.spec.model.blockkinds import leaves
from layout.spec.model.page import PageSpec
from layout.spec.model.story import StoryBlock
from layout.spec.resolve.resolved import RJump, RPage, RStory

AT_ITS_END: Final = Carry(paragraph=1 << 30)
"""Nothing of the story is left to set."""
WAITS: Final = "JUMP-WAITS"
"""The other page of a jump has errors of its own. They are told of that page and do not stop this
one; where they keep this page from knowing what to set, its block stays empty and says so."""


@record
class Rest:
    """What a block leaves of its story to another page; `carry` is None where it ends there."""

    block: str
    story: str
    page: str
    carry: Carry | None


@record
class Other:
    """Another page of the edition, as far as threads need to know it."""

    name: str
    rests: tuple[Rest, ...]


Make = Callable[[Path, Place], Other]
"""Makes up the page of a spec, for a jump at a place. Raises `StopError`."""


def carries(
    env: Environment, sources: Sources, page: RPage, memo: Memo, make: Make
) -> tuple[dict[str, Carry], list[Diagnostic]]:
    """Where the stories of a page begin that another page has begun, by block; and what is wrong
    with its jumps."""
    found: list[Diagnostic] = []
    out: dict[str, Carry] = {}
    jumping = [
        (block.id, block.content)
        for block in page.blocks
        if isinstance(block.content, RStory)
        and (block.content.jump_to is not None or block.content.jump_from is not None)
    ]
    if not jumping:
        return out, found
    seen: set[tuple[str, str, str]] = set()
    for _, story in jumping:
        for key, jump in (("jump_to", story.jump_to), ("jump_from", story.jump_from)):
            one = (story.story.name, key, jump.page if jump is not None else "")
            if jump is not None and one in seen:
                message = f"{key}: another block of the page sets {one[0]} with `{key}: {one[2]}`"
                found.append(error("JUMP-TWICE", message, jump.place, "its text would stand twice"))
            seen.add(one)

    def find(jump: RJump) -> tuple[Path, PageSpec] | None:
        other = page_named(env, sources, jump.page, memo)
        if other is None and page_at_fault(env, sources, jump.page) is None:
            found.append(_unknown(page_names(env, sources, memo), page.name, jump))
        return other

    for block, story in jumping:
        name = story.story.name
        if story.jump_to is not None:
            other = find(story.jump_to)
            found += _let_go(env, sources, page, story.jump_to, story=name, other=other)
        if story.jump_from is not None:
            other = find(story.jump_from)
            if other is None:
                if page_at_fault(env, sources, story.jump_from.page) is not None:
                    found.append(_waits(story.jump_from, name))
                    out[block] = AT_ITS_END
                continue
            try:
                made = make(other[0], story.jump_from.place)
            except StopError as stop:
                circles = [d for d in stop.diagnostics if d.code == "JUMP-CYCLE"]
                found += circles or [_waits(story.jump_from, name, stop.diagnostics)]
                out[block] = AT_ITS_END
                continue
            rest = next((r for r in made.rests if r.story == name and r.page == page.name), None)
            if rest is None:
                message = (
                    f"jump_from: no block of page {story.jump_from.page} sets {name} with "
                    f"`jump_to: {page.name}`"
                )
                found.append(error("JUMP-PAGE", message, story.jump_from.place))
            else:
                out[block] = rest.carry or AT_ITS_END
                if rest.carry is None:
                    found.append(_nothing(story.jump_from, name))
    return out, found


def _nothing(jump: RJump, story: str) -> Diagnostic:
    """The warning for a block that waits in vain for the rest of a story."""
    message = (
        f"jump_from: nothing comes from page {jump.page}, which has room for all of {story}: "
        "the block holds no text"
    )
    hint = (
        f"take the block out and `jump_to` on page {jump.page}, or give the story less room there"
    )
    return warning("JUMP-EMPTY", message, jump.place, hint)


def _let_go(
    env: Environment,
    sources: Sources,
    page: RPage,
    jump: RJump,
    *,
    story: str,
    other: tuple[Path, PageSpec] | None,
) -> list[Diagnostic]:
    """What is wrong with a jump to another page: nobody takes the story up there, or the page is at
    fault and cannot tell."""
    if other is not None and _takes_up(env, other, story, page.name):
        return []
    if page_at_fault(env, sources, jump.page) is not None:
        message = (
            f"jump_to: page {jump.page} has errors of its own, so whether it goes on with {story} "
            "is not known"
        )
        hint = f"mend page {jump.page} first; building it tells what is wrong"
        return [warning(WAITS, message, jump.place, hint)]
    if other is None:
        return []  # told already
    message = f"jump_to: no block of page {jump.page} sets {story} with `jump_from: {page.name}`"
    return [error("JUMP-PAGE", message, jump.place, "its text would be lost")]


def _waits(jump: RJump, story: str, faults: Iterable[Diagnostic] = ()) -> Diagnostic:
    """The error for a story whose beginning is not known, because the page that has it is at
    fault."""
    message = (
        f"jump_from: page {jump.page} has errors of its own, so where {story} goes on is not "
        "known: the block stays empty"
    )
    first = next((d.where for d in faults if d.severity == "error" and d.where is not None), None)
    at = f"{first}" if first is not None else f"page {jump.page}"
    return error(WAITS, message, jump.place, f"mend {at} first; building that page tells the rest")


def _unknown(pages: tuple[str, ...], own: str, jump: RJump) -> Diagnostic:
    """The error for a jump to a page that the edition has not."""
    others = [name for name in pages if name != own]
    hint = did_you_mean(jump.page, others) or (
        f"pages: {', '.join(others)}" if others else "the edition lists no other page"
    )
    message = f"{jump.line.text}: there is no page {shown(jump.page)} that can be read"
    return error("JUMP-PAGE", message, jump.place, hint)


def _takes_up(env: Environment, other: tuple[Path, PageSpec], story: str, page: str) -> bool:
    """Whether a page has a block that goes on with a story from `page`."""
    path, spec = other
    for block in leaves(spec.blocks):
        if isinstance(block, StoryBlock) and block.jump_from == page:
            try:
                if env.label(env.find(block.story.text, path.parent)) == story:
                    return True
            except PathError:  # told when that page is made
                continue
    return False
