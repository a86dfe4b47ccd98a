"""A composed page as the layout checks see it: the only place here that knows of composing."""

from pathlib import Path

from layout.check.drawn import drawn_lines, titles
from layout.check.edition import EditionPages, index_items
from layout.check.subject import IndexEntry, PageFacts, StoryFacts, Subject
from layout.diagnostics import StopError
from layout.flow.framing import cuts
from layout.pipeline import Composed
from layout.spec.checks import over
from layout.spec.resolved import RBlock, RIndex, RStory, RText


def gather(composed: Composed, known: dict[Path, PageFacts | StopError] | None = None) -> Subject:
    """The facts of a page. `known` are pages of its edition that were read before."""
    page, resolved, sources = composed.page, composed.resolved, composed.sources
    lines = drawn_lines(page)
    edition = EditionPages(composed.environment, sources, resolved, known)
    blocks = resolved.blocks
    return Subject(
        page=page,
        rules=over(sources.edition.checks, sources.page.checks),
        zi=resolved.body.size,
        lines=lines,
        titles=titles(page, lines),
        stories=tuple(
            _story(block, block.content) for block in blocks if isinstance(block.content, RStory)
        ),
        texts={
            block.id: (block.content.lines[0].style.level, block.content.lines[0].style.script)
            for block in blocks
            if isinstance(block.content, RText)
        },
        index=tuple(
            entry
            for block in blocks
            if isinstance(block.content, RIndex)
            for entry in _index(block, block.content)
        ),
        places={block.id: block.place for block in blocks},
        place=sources.page.places.get("page", sources.page.place),
        cuts=tuple(cuts(resolved, page.items)),
        face=composed.catalog.by_key,
        edition=edition,
    )


def _story(block: RBlock, content: RStory) -> StoryFacts:
    return StoryFacts(
        block=block.id,
        node=content.story.name,
        place=block.place,
        story=content.story,
        level=content.body.level,
        script=content.body.script,
        evidence=content.evidence,
        columns=content.columns.count,
    )


def _index(block: RBlock, content: RIndex) -> list[IndexEntry]:
    pairs = zip(content.items, index_items(content), strict=True)
    return [
        IndexEntry(
            block=block.id,
            node=f"{block.id}#{number}",
            page=page,
            title=title,
            place=item[1][0].place if item[1] else item[0].place,
        )
        for number, (item, (page, title)) in enumerate(pairs, 1)
    ]
