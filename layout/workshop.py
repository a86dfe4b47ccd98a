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
        self.renewals = 0
        """How often a file of the user's own faces was another one than before."""

    def setter(self, own: dict[str, tuple[OwnFace, ...]]) -> Setter:
        """The setter for a set of the user's own faces. Where a file of theirs is not what it was,
        all goes that was made with it."""
        key = tuple(sorted(own.items()))
        found = self._setters.get(key)
        if found is None:
            self._renew(own)
            found = self._setters[key] = Setter(Catalog(own), self.paragraphs, self.last)
        return found

    def _renew(self, own: dict[str, tuple[OwnFace, ...]]) -> None:
        """Let go of the setters with faces whose files are others now. What is kept of paragraphs
        goes by a face's table directory, which does not tell every file from every other; drawings
        are lettered with the same files."""
        now = {face.path: face.stamp for given in own.values() for face in given}
        old = [
            key
            for key in self._setters
            if any(now.get(f.path, f.stamp) != f.stamp for _, given in key for f in given)
        ]
        if not old:
            return
        for key in old:
            del self._setters[key]
        self.paragraphs.clear()
        self.lowered.clear()
        self.last.clear()
        self._stores.clear()
        self.renewals += 1

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
