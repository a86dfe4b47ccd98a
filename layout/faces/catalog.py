"""Roles of type onto faces, and what stands in where a face lacks a character.

A spec never names a font file for ordinary work: it names a role as an editor would (报宋, 黑, 楷).
A role maps to one bundled face or to a user's own. Behind it stands a chain of files, asked
character by character: the user's own, the shipped face of the same role, the user's faces for rare
characters (生僻), then own and shipped faces of other roles, of like weight first.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from layout.diagnostics import did_you_mean
from layout.faces.face import Face, FaceError
from layout.record import record
from layout.words.said import said

ROLES: Final[dict[str, tuple[str, str]]] = {
    # role: (bundled file, key of what it is for)
    "报宋": ("NotoSerifSC-Regular.ttf", "part.role-body"),
    "小标宋": ("NotoSerifSC-SemiBold.ttf", "part.role-small-headlines"),
    "大标宋": ("NotoSerifSC-Bold.ttf", "part.role-headlines"),
    "超粗宋": ("NotoSerifSC-Black.ttf", "part.role-main"),
    "细黑": ("NotoSansSC-Regular.ttf", "part.role-kickers"),
    "中黑": ("NotoSansSC-Medium.ttf", "part.role-labels"),
    "黑": ("NotoSansSC-Bold.ttf", "part.role-hard-news"),
    "超粗黑": ("NotoSansSC-Black.ttf", "part.role-heaviest"),
    "楷": ("BanxinKai-Regular.ttf", "part.role-briefs"),
}

RARE: Final = "生僻"
"""What a style sheet gives under this name is asked for what the faces of a role lack."""

ALIASES: Final[dict[str, str]] = {
    "宋": "报宋", "中宋": "小标宋", "标宋": "大标宋", "粗宋": "超粗宋", "等线": "细黑",
    "粗黑": "超粗黑", "楷体": "楷", "黑体": "黑", "宋体": "报宋",
    "生僻字": RARE, "罕用": RARE, "rare": RARE,
    "song": "报宋", "song-semibold": "小标宋", "song-bold": "大标宋", "song-black": "超粗宋",
    "hei-light": "细黑", "hei-medium": "中黑", "hei": "黑", "hei-black": "超粗黑", "kai": "楷",
}  # fmt: skip

SUBSTITUTES: Final[dict[str, tuple[str, str]]] = {
    "仿宋": ("楷", "part.face-no-fangsong"),
}
"""Roles that no bundled face fills: what stands in, and the key of why."""

# A missing character is looked for in the other design of like weight first.
_FALLBACK: Final[dict[str, tuple[str, ...]]] = {
    "报宋": ("细黑", "楷"),
    "小标宋": ("中黑", "报宋", "楷"),
    "大标宋": ("黑", "报宋", "楷"),
    "超粗宋": ("超粗黑", "报宋", "楷"),
    "细黑": ("报宋", "楷"),
    "中黑": ("小标宋", "细黑", "楷"),
    "黑": ("大标宋", "细黑", "楷"),
    "超粗黑": ("超粗宋", "细黑", "楷"),
    "楷": ("报宋", "细黑"),
}
_OTHERS: Final = ("报宋", "细黑", "楷")


@record
class OwnFace:
    """A user's own face for a role, by file and by the `stamp` of what the file was."""

    path: Path
    index: int = 0
    instance: str | None = None
    axes: tuple[tuple[str, float], ...] = ()
    stamp: tuple[int, ...] = ()


def bundled_folder() -> Path:
    """Where the shipped faces are: inside an installed wheel, or fonts/ of a checkout."""
    inside = Path(__file__).with_name("bundled")
    return inside if inside.is_dir() else Path(__file__).parents[2] / "fonts"


class Catalog:
    """Opens faces on demand. Roles of one catalogue never change; share it between pages.

    Of a role the user may have given several files, asked in their order.
    """

    def __init__(
        self,
        own: Mapping[str, OwnFace | Sequence[OwnFace]] | None = None,
        folder: Path | None = None,
    ) -> None:
        self._own: dict[str, tuple[OwnFace, ...]] = {
            ALIASES.get(role, role): (given,) if isinstance(given, OwnFace) else tuple(given)
            for role, given in (own or {}).items()
        }
        self._folder = folder or bundled_folder()
        self._by_source: dict[OwnFace, Face] = {}
        self._by_key: dict[str, Face] = {}
        self._chains: dict[str, tuple[Face, ...]] = {}

    def roles(self) -> tuple[str, ...]:
        """Every role name that a spec may use, aliases aside."""
        return (*ROLES, *SUBSTITUTES, *(r for r in self._own if r not in ROLES))

    def canonical(self, role: str) -> str:
        """The role an alias stands for. Raises `FaceError` with the nearest known name."""
        name = ALIASES.get(role, role)
        if name in self._own or name in ROLES or name in SUBSTITUTES:
            return name
        hint = did_you_mean(role, [*self.roles(), *ALIASES])
        if not hint:
            raise FaceError(said("part.no-face", role=repr(role)))
        raise FaceError(said("part.no-face-but", role=repr(role), meant=hint))

    def substitute(self, role: str) -> tuple[str, str] | None:
        """What stands in for a role that has no face of its own, and the key of why; None if it has
        one."""
        name = self.canonical(role)
        return None if name in self._own else SUBSTITUTES.get(name)

    def face(self, role: str) -> Face:
        """The first face of a role."""
        return self.chain(role)[0]

    def chain(self, role: str) -> tuple[Face, ...]:
        """The face of a role and, behind it, those that stand in for characters it lacks."""
        found = self._chains.get(role)
        if found is None:
            opened: dict[str, Face] = {}
            for source in self._sources(self.canonical(role)):
                face = self.open(source)
                opened.setdefault(face.key, face)
            found = self._chains[role] = tuple(opened.values())
        return found

    def _sources(self, name: str) -> Iterator[OwnFace]:
        """The files of a role and those behind it, some more than once."""
        yield from self._own.get(name, ())
        filled = SUBSTITUTES[name][0] if name in SUBSTITUTES else name
        if filled in ROLES:
            yield from self._files(filled)
        yield from self._own.get(RARE, ())
        for behind in _FALLBACK.get(filled, _OTHERS):
            yield from self._files(behind)

    def _files(self, role: str) -> Iterator[OwnFace]:
        yield from self._own.get(role, ())
        yield OwnFace(path=self._folder / ROLES[role][0])

    def by_key(self, key: str) -> Face:
        """The opened face a glyph run names."""
        return self._by_key[key]

    def own(self, role: str) -> tuple[OwnFace, ...]:
        """The user's own files for a role; none where it has the shipped face."""
        return self._own.get(ALIASES.get(role, role), ())

    def shipped(self, face: Face) -> bool:
        """Whether a face is one that Banxin brings."""
        return face.path.parent == self._folder

    def roles_of(self, face: Face) -> tuple[str, ...]:
        """The roles that an opened face is the file of."""
        if self.shipped(face):
            return tuple(role for role, (file, _) in ROLES.items() if file == face.path.name)
        return tuple(
            role for role, given in self._own.items() if face in [self.open(one) for one in given]
        )

    def open(self, source: OwnFace) -> Face:
        """The face in a file, opened once. Raises `FaceError`."""
        face = self._by_source.get(source)
        if face is None:
            face = Face(
                source.path,
                index=source.index,
                instance=source.instance,
                axes=dict(source.axes) or None,
                doubted=source.path.parent != self._folder,
            )
            self._by_source[source] = face
            self._by_key.setdefault(face.key, face)
        return face
