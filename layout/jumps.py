"""Stories that go on from page to page: what one page leaves over, the other sets.

A page with `jump_from` needs to know where the page before it stopped, so that page is made up
first. Both ends must name each other: a story that one page lets go of and none takes up would be
lost in silence.
"""

from collections.abc import Iterable, Iterator
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
from layout.flow.columns.obstacles import stands_over
from layout.flow.compose import compose
from layout.flow.placed import Carry, PlacedPage
from layout.materials import with_outlines, with_pixels
from layout.ownfaces import by_role, given_faces
from layout.pictures.artwork import parted
from layout.record import record, replace
from layout.spec.load import Memo, Sources, load_page, page_at_fault, page_named, page_names
from layout.spec.model.blockkinds import leaves
from layout.spec.model.page import PageSpec
from layout.spec.model.story import StoryBlock
from layout.spec.resolve.defaults import NAMES
from layout.spec.resolve.page import resolve
from layout.spec.resolve.resolved import RJump, RPage, RStory, pictures_of
from layout.words.said import said
from layout.workshop import Workshop

AT_ITS_END: Final = Carry(paragraph=1 << 30)
"""Nothing of the story is left to set."""
"""The other page of a jump has errors of its own. They are told of that page and do not stop this
one; where they keep this page from knowing what to set, its block stays empty and says so."""


@record
class Rest:
    """What a block leaves of its story to another page; `carry` is None where it ends there."""

    block: str
    story: str
    page: str
    carry: Carry | None


Stories = list[tuple[str, RStory]]
"""Stories that jump, each with its block."""


def carries(
    env: Environment,
    sources: Sources,
    page: RPage,
    workshop: Workshop,
    *,
    files: list[Path],
    found: list[Diagnostic],
) -> dict[str, Carry]:
    """Where the stories of a page begin that another page has begun, by block.

    What is wrong with its jumps is added to `found`, what other pages are made of to `files`.
    Raises `StopError` where stories jump in a circle.
    """
    jumping = [
        (block.id, block.content)
        for block in page.blocks
        if isinstance(block.content, RStory)
        and (block.content.jump_to is not None or block.content.jump_from is not None)
    ]
    out: dict[str, Carry] = {}
    memo = workshop.memo
    found += _twice(jumping)
    workshop.underway.append(sources.path.resolve())
    try:
        for block, story in jumping:
            if story.jump_to is not None:
                other = _page_of(story.jump_to, env, sources, page, memo=memo, found=found)
                files += _looked_at(env, sources, other)
                name = story.story.name
                found += _let_go(env, sources, page, story.jump_to, story=name, other=other)
            if story.jump_from is not None:
                other = _page_of(story.jump_from, env, sources, page, memo=memo, found=found)
                files += _looked_at(env, sources, other)
                begun = _taken_up(
                    env, sources, page, story.jump_from, story=story.story.name, other=other,
                    workshop=workshop, files=files, found=found,
                )  # fmt: skip
                if begun is not None:
                    out[block] = begun
    finally:
        workshop.underway.pop()
    return out


def _twice(jumping: Stories) -> Iterator[Diagnostic]:
    """An error for each block that jumps with a story as another one of the page does."""
    seen: set[tuple[str, str, str]] = set()
    for _, story in jumping:
        for key, jump in (("jump_to", story.jump_to), ("jump_from", story.jump_from)):
            one = (story.story.name, key, jump.page if jump is not None else "")
            if jump is not None and one in seen:
                yield error(
                    "JUMP-TWICE.block", jump.place, path=key, story=one[0], key=key, page=one[2]
                )
            seen.add(one)


def _page_of(
    jump: RJump,
    env: Environment,
    sources: Sources,
    page: RPage,
    *,
    memo: Memo,
    found: list[Diagnostic],
) -> tuple[Path, PageSpec] | None:
    """The page that a jump names, with its path; None where there is none that can be read."""
    other = page_named(env, sources, jump.page, memo)
    if other is None and page_at_fault(env, sources, jump.page) is None:
        found.append(_unknown(page_names(env, sources, memo), page.names, jump))
    return other


def _looked_at(
    env: Environment, sources: Sources, other: tuple[Path, PageSpec] | None
) -> Iterable[Path]:
    """The page that a jump leads to; where there is none that can be read, those that may become
    it."""
    if other is not None:
        return [other[0]]
    if sources.edition_path is None:
        return []
    from layout.spec.named import listed_pages  # a page that is not there is rare

    return sorted(listed_pages(env, sources.edition_path))


def _taken_up(
    env: Environment,
    sources: Sources,
    page: RPage,
    jump: RJump,
    *,
    story: str,
    other: tuple[Path, PageSpec] | None,
    workshop: Workshop,
    files: list[Path],
    found: list[Diagnostic],
) -> Carry | None:
    """Where a story that comes from another page begins; None where that page lets go of none."""
    if other is None:
        if page_at_fault(env, sources, jump.page) is None:
            return None
        found.append(_waits(jump, story))
        return AT_ITS_END
    try:
        rests_there = _other_page(other[0], jump.place, workshop, env, files)
    except StopError as stop:
        from layout.spec.named import named_files  # a page that waits is rare

        files += sorted(named_files(env, other[0]))  # what it waits for may be any of them
        circles = [d for d in stop.diagnostics if d.code == "JUMP-CYCLE"]
        found += circles or [_waits(jump, story, stop.diagnostics)]
        return AT_ITS_END
    rest = next((r for r in rests_there if r.story == story and r.page in page.names), None)
    if rest is None:
        found.append(
            error(
                "JUMP-PAGE.not-sent", jump.place, path="jump_from", page=jump.page, story=story,
                own_page=page.name,
            )
        )  # fmt: skip
        return None
    if rest.carry is None:
        found.append(_nothing(jump, story))
    return rest.carry or AT_ITS_END


def _other_page(
    path: Path, place: Place, workshop: Workshop, env: Environment, files: list[Path]
) -> tuple[Rest, ...]:
    """What another page leaves over, made up as far as its jumping stories go.

    The files it is made of are added to `files`. Raises `StopError` where it has errors, and at
    `place` where it waits for a page that waits for it.
    """
    if path in workshop.underway:
        chain = " → ".join(p.name for p in [*workshop.underway, path])
        raise StopError([error("JUMP-CYCLE.pages", place, chain=chain)])
    sources = load_page(env, path, workshop.memo, names=NAMES)
    files += sources.files
    resolved = resolve(env, sources, workshop.last)
    pictures = [p.source for b in resolved.blocks for p in pictures_of(b.content) if p.source]
    files += [env.root / parted(source)[0] for source in pictures]  # without one it is at fault
    found: list[Diagnostic] = []
    setter = workshop.setter(by_role(given_faces(env, sources, found)))
    page = _jumping_part(resolved)
    if any(pictures_of(b.content) for b in page.blocks):
        store = workshop.pictures(env)
        page = with_outlines(with_pixels(page, store, found), store, found)
    begun = carries(env, sources, page, workshop, files=files, found=found)
    if any(d.severity == "error" for d in found):
        raise StopError(dict.fromkeys(found))
    return rests(page, compose(page, setter, begun))


def _jumping_part(page: RPage) -> RPage:
    """A page without what has no part in where its jumping stories end."""
    if page.groups or any(b.fit is not None for b in page.blocks):
        return page  # heights depend on one another
    stories = [
        b for b in page.blocks if isinstance(b.content, RStory) and b.content.jump_to is not None
    ]
    ids = {b.id for b in stories}
    kept = tuple(
        b
        for b in page.blocks
        if b.id in ids
        or (
            b.wrap is not None
            and (
                b.of in ids
                if b.of
                else any(stands_over(b, area) for s in stories for area in s.areas)
            )
        )
    )
    return replace(page, blocks=kept, header=None)


def rests(page: RPage, placed: PlacedPage) -> tuple[Rest, ...]:
    """What the page leaves of its stories to others."""
    jumping = {
        b.id: b.content
        for b in page.blocks
        if isinstance(b.content, RStory) and b.content.jump_to is not None
    }
    if not jumping:
        return ()
    out = []
    for block in placed.blocks:
        story = jumping.get(block.id)
        if story is not None and story.jump_to is not None:
            out.append(
                Rest(
                    block=block.id, story=story.story.name, page=story.jump_to.page,
                    carry=block.rest,
                )
            )  # fmt: skip
    return tuple(out)


def _nothing(jump: RJump, story: str) -> Diagnostic:
    """The warning for a block that waits in vain for the rest of a story."""
    return warning(
        "JUMP-EMPTY.nothing-comes", jump.place, path="jump_from", page=jump.page, story=story
    )


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
    if other is not None and _takes_up(env, other, story, page.names):
        return []
    if page_at_fault(env, sources, jump.page) is not None:
        return [
            warning("JUMP-WAITS.going-on", jump.place, path="jump_to", page=jump.page, story=story)
        ]
    if other is None:
        return []  # told already
    return [
        error(
            "JUMP-PAGE.not-taken-up", jump.place, path="jump_to", page=jump.page, story=story,
            own_page=page.name,
        )
    ]  # fmt: skip


def _waits(jump: RJump, story: str, faults: Iterable[Diagnostic] = ()) -> Diagnostic:
    """The error for a story whose beginning is not known, because the page that has it is at
    fault."""
    first = next((d.where for d in faults if d.severity == "error" and d.where is not None), None)
    return error(
        "JUMP-WAITS.coming-from", jump.place, path="jump_from", page=jump.page, story=story,
        first=str(first) if first is not None else said("part.page-named", page=jump.page),
    )  # fmt: skip


def _unknown(pages: tuple[str, ...], own: tuple[str, ...], jump: RJump) -> Diagnostic:
    """The error for a jump to a page that the edition has not."""
    others = [name for name in pages if name not in own]
    hint = did_you_mean(jump.page, others) or (
        said("part.pages", pages=tuple(others)) if others else said("part.no-other-page")
    )
    return error("JUMP-PAGE.unknown", jump.place, line=jump.words, page=shown(jump.page), hint=hint)


def _takes_up(
    env: Environment, other: tuple[Path, PageSpec], story: str, names: tuple[str, ...]
) -> bool:
    """Whether a page has a block that goes on with a story from one of the pages `names`."""
    path, spec = other
    for block in leaves(spec.blocks):
        if not isinstance(block, StoryBlock) or block.jump_from is None:
            continue
        if block.jump_from.page in names:
            try:
                if env.label(env.find(block.story.text, path.parent)) == story:
                    return True
            except PathError:  # told when that page is made
                continue
    return False
