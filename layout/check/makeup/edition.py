"""The pages of an edition as a 导读 names them: specs and stories read, nothing composed."""

from collections.abc import Mapping
from pathlib import Path

from layout.check.engine import NotCheckedError
from layout.check.makeup.subject import PageFacts
from layout.diagnostics import StopError
from layout.environment import Environment
from layout.spec.load import Sources, load_page
from layout.spec.markdown.displaymarks import unmarked
from layout.spec.resolve.defaults import NAMES
from layout.spec.resolve.page import resolve
from layout.spec.resolve.resolved import RIndex, RPage, RStory, RText
from layout.words.said import said


class EditionPages:
    """The pages that the edition of a page lists, each read once, when first asked for.

    `known` keeps what was read between the pages of one run, by path.
    """

    def __init__(
        self,
        env: Environment,
        sources: Sources,
        resolved: RPage,
        known: dict[Path, PageFacts | StopError] | None = None,
    ) -> None:
        self._env = env
        self._sources = sources
        self._own = page_facts(resolved)
        self._known = {} if known is None else known

    def pages(self) -> Mapping[str, PageFacts]:
        """The pages by name, this one among them. Raises `NotCheckedError`."""
        edition = self._sources.edition
        own = Path(self._sources.path).resolve()
        at = self._env.root / edition.place.file
        others = []
        for name in edition.pages:
            path = self._env.find(name.text, at.parent)
            if path.resolve() != own:
                others.append(path)
        if not others:
            raise NotCheckedError(said("part.no-other-page"))
        found = dict.fromkeys(self._own.names, self._own)
        for path in others:
            facts = self._read(path)
            found |= dict.fromkeys(facts.names, facts)
        return found

    def _read(self, path: Path) -> PageFacts:
        facts = self._known.get(path)
        if facts is None:
            try:
                facts = page_facts(resolve(self._env, load_page(self._env, path, names=NAMES)))
            except StopError as stop:
                facts = stop
            self._known[path] = facts
        if isinstance(facts, StopError):
            label = self._env.label(path)
            raise NotCheckedError(
                said("part.page-unread", file=label, fault=facts.diagnostics[0].said)
            )
        return facts


def page_facts(page: RPage) -> PageFacts:
    """The name of a page and its titles: 主题 of its stories, lines of its display texts."""
    titles: list[str] = []
    for block in page.blocks:
        content = block.content
        if isinstance(content, RStory) and content.story.front.title:
            titles.append(plain(unmarked(content.story.front.title)[0]))
        elif isinstance(content, RText):
            lines = [plain(line.text) for line in content.lines]
            titles += [*lines, "".join(lines)]
    return PageFacts(names=page.names, titles=tuple(dict.fromkeys(titles)))


def index_items(index: RIndex) -> list[tuple[str, str]]:
    """Page and title of each line of a 导读."""
    return [
        (page.text.strip(), plain("".join(part.text for part in title)))
        for page, title in index.items
    ]


def plain(text: str) -> str:
    """A title without couplet breaks and spaces, as two of them are compared."""
    return "".join(text.replace("|?", "").replace("|", "").split())
