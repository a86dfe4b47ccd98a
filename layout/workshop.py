"""What a run or a long session keeps from page to page.

It is kept under keys that hold all it depends on, so a page made twice is the same page.
"""

from pathlib import Path
from typing import Any, Final

from layout.environment import Environment
from layout.faces.catalog import Catalog, OwnFace, bundled_folder
from layout.flow.lower import Lowered
from layout.flow.type.setter import MOST_TOKENS, Setter
from layout.inline.line import SetLine, SetParagraph
from layout.lastmade import LastMade
from layout.pictures import MOST_KEPT, PictureStore

MEMO_MOST: Final = 256
"""Paragraphs and files kept in a long session; then all are forgotten and met anew."""


class Workshop:
    """What one run or one long session keeps: parsed files, opened faces, set paragraphs."""

    def __init__(
        self,
        *,
        picture_bytes: int = MOST_KEPT,
        most: int = MEMO_MOST,
        tokens: int = MOST_TOKENS,
        lasting: bool = True,
    ) -> None:
        self.memo: dict[Any, Any] = {}
        self.last = LastMade(lasting=lasting)
        self._picture_bytes = picture_bytes
        self._most = most
        self._tokens = tokens
        self.paragraphs: dict[Any, SetParagraph] = {}
        self.lowered: dict[SetLine, Lowered] = {}
        self.underway: list[Path] = []
        self._setters: dict[tuple[tuple[str, tuple[OwnFace, ...]], ...], Setter] = {}
        self._stores: dict[Path, PictureStore] = {}

    def setter(self, own: dict[str, tuple[OwnFace, ...]]) -> Setter:
        """The setter for a set of the user's own faces."""
        key = tuple(sorted(own.items()))
        found = self._setters.get(key)
        if found is None:
            found = self._setters[key] = Setter(Catalog(own), self.paragraphs, self.last)
        return found

    def pictures(self, env: Environment) -> PictureStore:
        """The picture store of a project."""
        found = self._stores.get(env.root)
        if found is None:
            found = self._stores[env.root] = PictureStore(
                env, most=self._picture_bytes, fonts=(env.root / "fonts", bundled_folder())
            )
        return found

    def tidy(self) -> None:
        """Forget what a long session has heaped up."""
        for store in self._stores.values():
            store.tidy()
        if len(self.memo) > self._most:
            self.memo.clear()
        if max(len(self.paragraphs), len(self.lowered) // 16) > self._most:
            self.paragraphs.clear()
            self.lowered.clear()
            self.last.clear()
            for setter in self._setters.values():
                setter.forget(self._tokens)
