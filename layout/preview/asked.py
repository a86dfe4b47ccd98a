"""What a browser asks before something is changed by hand: what stands in the spec of a block, what
the words of a line are in their file, and how a story would fit with other words.

Nothing is changed here: that is done by `layout.revise`. A question that cannot be answered raises
`StrangeMessageError`, with the reason.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from layout.called import names_of, told_by_name
from layout.diagnostics import Diagnostic, Place, StopError
from layout.display.items import owner_of
from layout.environment import Environment, Files, PathError
from layout.preview.about import fit_of
from layout.preview.askedblock import block_data
from layout.preview.messages import diagnostic
from layout.preview.raw import leaf_at
from layout.preview.received import StrangeMessageError
from layout.record import record
from layout.render.svg.changes import changes
from layout.rewrite.texts import digest_of
from layout.spec.reader.chars import decode
from layout.spec.reader.nodes import MAX_BYTES, Node, Scalar, parse_text
from layout.whence.sourcetext import SourceFile
from layout.words.said import Language, said

if TYPE_CHECKING:
    from layout.api import ComposedPage
    from layout.preview.maker import Maker
    from layout.preview.state import Aspect, PageState
    from layout.render.svg.text import WordLine
    from layout.revise.reviser import Reviser

Data = dict[str, Any]
BOM: Final = "\ufeff"
FENCE: Final = "---"
ONE_LINE: Final = frozenset(("title", "kicker", "subtitle", "label", "byline", "jump_title"))


def answered(state: "PageState", message: Mapping[str, Any], reviser: "Reviser") -> Data:
    """The answer to a question of a block or of words. Raises `StopError`.

    What it says of files is as they are now; the page that is shown may be of an older state.
    """
    if message.get("what") == "block":
        return block_data(state, str(message.get("block", "")), reviser)
    if message.get("what") == "words":
        return _words(state, message, reviser)
    raise StrangeMessageError(said("part.message-unknown"))


# Words


def _words(state: "PageState", message: Mapping[str, Any], reviser: "Reviser") -> Data:
    """The words of a line where they stand in their file: a paragraph with its marks, or a value of
    a story's head or of a spec."""
    line = line_of(state, message)
    if state.page is None or line is None:
        raise StrangeMessageError(said("part.no-words-here"))
    from layout.whence.page import Whence

    composed = state.page.composed
    place = Whence(composed).word(line, _whole(message.get("index")))
    if place is None:
        raise StrangeMessageError(said("part.no-words-here"))
    paragraph = line.passage.paragraph if line.passage is not None else 0
    env = composed.environment
    source = AskedFile.read(env, place.file)
    made: Data = {"file": place.file, "base": source.digest, "newline": source.newline}
    made |= {"row": place.line, "story": _story(state, line.node)}
    if paragraph:
        start, end = reviser.span(place.file, paragraph=paragraph)
        sought = message.get("find")
        if isinstance(sought, str) and sought:  # it may be another paragraph by now
            at = _paragraph(source.text, sought)
            if at is not None:
                start, end = at, at + len(sought)
        caret = source.offset(place.line, place.column) - start
        return made | {
            "how": "words",
            "kind": "paragraph",
            "start": start,
            "end": end,
            "source": source.text[start:end],
            "text": source.text[start:end].replace("\r\n", "\n"),
            "caret": max(0, caret),
            "multiline": True,
        }
    found = source.typed(place) if source.has_values else None
    if found is None:
        # Nobody typed them there: they are made of what stands at the place.
        return made | {"how": "look", "line": place.line, "column": place.column}
    path, leaf = found
    uses = reviser.uses(place.file, list(path))
    made["shared"] = uses.pages if uses.pages > 1 else 0
    kind = str(path[-1]) if isinstance(path[-1], str) else str(path[-2])
    return made | {
        "how": "set",
        "path": list(path),
        "kind": kind if kind in _KINDS else "value",
        "text": leaf.text,
        "caret": max(0, place.column - leaf.place.column - (0 if leaf.plain else 1)),
        "multiline": kind not in ONE_LINE and len(leaf.text) > 60,
    }


def _paragraph(text: str, sought: str) -> int | None:
    """Where a paragraph stands that is all of these words: once in a text, from the mark that a row
    begins with to the end of a row. Where something was put to it, it is another paragraph."""
    if text.count(sought) != 1:
        return None
    start = text.index(sought)
    row = text[max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1 : start]
    whole = not row.strip(_MARKS) and text[start + len(sought) :][:1] in ("", "\n", "\r")
    return start if whole else None


_MARKS: Final = "#>*-+.0123456789 \t\ufeff"
"""What a row may begin with before the words of a paragraph."""
_KINDS: Final = frozenset(
    ("title", "kicker", "subtitle", "summary", "label", "byline", "caption", "credit", "text")
)


def line_of(state: "PageState", message: Mapping[str, Any]) -> "WordLine | None":
    """The line of the page that is shown that a browser means; None where it is not there now."""
    node, text = message.get("node"), message.get("text")
    paragraph, offset = message.get("paragraph"), message.get("offset")
    scene = state.aspect.scene if state.aspect is not None else None
    near = [
        line
        for block in (scene.blocks if scene is not None else ())
        for line in block.text
        if line.node == node and (line.passage is None or line.passage.paragraph == paragraph)
    ]
    exact = [one for one in near if one.passage is None or one.passage.offset == offset]
    same = [one for one in exact if one.text == text]
    return next(iter(same or exact or near), None)


def _story(state: "PageState", node: str) -> str | None:
    """The story that a node of the page is of."""
    owner = owner_of(node)
    fits = state.aspect.fits if state.aspect is not None else ()
    return owner if any(fit.get("story") == owner for fit in fits) else None


def _whole(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


@record(kw_only=False)
class AskedFile:
    """A file as it is now: its text without a mark at its head, and what an edit is based on."""

    label: str
    text: str
    digest: str

    @classmethod
    def read(cls, env: Environment, label: str) -> "AskedFile":
        """Raises `StopError` where it cannot be read."""
        try:
            data = env.read(env.find(label, env.root), MAX_BYTES)
        except PathError as fault:
            told = said("part.file-unread", file=label, why=fault.args[0])
            raise StrangeMessageError(told) from fault
        decode(data, label)
        text = data.decode("utf-8").removeprefix(BOM)
        return cls(label, text, digest_of(data))

    @property
    def has_values(self) -> bool:
        """Whether it is YAML, or a story with a head that is."""
        named = self.label.lower()
        return named.endswith((".yaml", ".yml")) or self.text.lstrip().startswith(FENCE)

    def holds(self, value: Place, place: Place) -> bool:
        """Whether a place is in the value that begins at another."""
        file = SourceFile(self.label, self.text.encode())
        span = file.scalars.get((value.line, value.column))
        at = file.offset(place)
        return span is not None and at is not None and span[0] - 1 <= at <= span[1]

    def typed(self, place: Place) -> tuple[tuple[str | int, ...], Scalar] | None:
        """The value in which the words of a place were typed, and the path to it; None where they
        are made of what stands there."""
        found = leaf_at(self.root, place.line, place.column)
        return found if found is not None and self.holds(found[1].place, place) else None

    @property
    def newline(self) -> str:
        """How its rows end."""
        return "\r\n" if "\r\n" in self.text else "\n"

    @property
    def rows(self) -> list[str]:
        """Its rows with their ends."""
        return self.text.splitlines(keepends=True)

    def offset(self, line: int, column: int) -> int:
        """Where a place is in the text, in characters."""
        return sum(map(len, self.rows[: line - 1])) + column - 1

    @property
    def root(self) -> Node:
        """Its YAML: all of it, or the head of a story. Raises `StopError`."""
        text, first = self.text, 1
        if not self.label.lower().endswith((".yaml", ".yml")):
            rows = self.rows
            begin = next((i for i, row in enumerate(rows) if row.strip()), 0)
            ends = (i for i in range(begin + 1, len(rows)) if rows[i].rstrip() == FENCE)
            text, first = "".join(rows[begin + 1 : next(ends, len(rows))]), begin + 2
        faults: list[Diagnostic] = []
        return parse_text(text, self.label, (first, 1), faults)


# How it would fit


def tried(
    maker: "Maker",
    *,
    state: "PageState",
    message: Mapping[str, Any],
    reviser: "Reviser",
    lang: Language,
) -> Data:
    """How the stories of a page would fit with a change that is not made: the page is set with it
    in memory. With `show` the page itself as it would look, where it would look otherwise. For the
    worker's thread. Raises `StopError`."""
    from layout.revise.reviser import Refused

    op = message.get("op") or {}
    given = reviser.tried(op)
    if isinstance(given, Refused) and given.ask is not None:
        given = reviser.tried(op, given.ask.confirm)  # who else uses it is asked when it is written
    if isinstance(given, Refused):
        raise StopError(given.diagnostics)
    path, data = given
    env = Instead(Files.around(state.spec), path, data)
    try:
        page = maker.session.page(state.spec, env=env)
    except StopError as stop:
        return {"fits": None, "faults": [diagnostic(one, lang) for one in stop.diagnostics]}
    made: Data = {"fits": [fit_of(fit) for fit in page.display.fits], "faults": []}
    made["notes"] = [diagnostic(one, lang) for one in _fresh(page, state)]
    if message.get("show") is True and state.aspect is not None and page.drawable:
        made["trial"] = _trial(maker, state, state.aspect, page)
    return made


def _fresh(page: "ComposedPage", state: "PageState") -> list[Diagnostic]:
    """What composing tells of a page that is tried and not of the one that is shown, but how its
    stories fit, which is told by itself: that a headline is set smaller, say."""
    shown_now = state.page.diagnostics if state.page is not None else ()
    known = {one.said for one in shown_now}
    new = [one for one in page.diagnostics if one.said not in known and one.code not in _OF_FITS]
    return list(told_by_name(new, names_of(page.composed.resolved)))


_OF_FITS: Final = frozenset({"OVERSET", "UNDERSET"})


def _trial(maker: "Maker", state: "PageState", aspect: "Aspect", page: "ComposedPage") -> Data:
    """What leads from the page that is shown to one that is only tried: whole blocks, with all the
    outlines that they need, so that a window can lay them over its own and take them off again."""
    scenes = maker.session.scenes
    scene = scenes.scene(page.display, maker.session.resources(page), state.key)
    found = changes(aspect.scene, scene)
    blocks = [*found.added, *[one.block for one in found.changed]]
    names = frozenset().union(*[block.names for block in blocks])
    return {
        "rev": state.rev,
        "digest": scene.digest,
        "blocks": {block.id: block.svg for block in blocks},
        "gone": list(found.gone),
        "order": list(found.order),
        "symbols": scenes.outlines.drawn(names),
    }


def spoilt(
    maker: "Maker",
    *,
    state: "PageState",
    op: Mapping[str, Any],
    confirm: str,
    reviser: "Reviser",
) -> tuple[Diagnostic, ...]:
    """The errors for which a page that is set now could not be set with a change: none where it is
    at fault already, for then it is being mended. For the worker's thread."""
    from layout.revise.reviser import Refused

    if state.fault or state.page is None:
        return ()
    given = reviser.tried(op, confirm)
    if isinstance(given, Refused):
        return ()  # it is refused, or asked about, when it is to be written
    try:
        page = maker.session.page(state.spec, env=Instead(Files.around(state.spec), *given))
    except StopError as stop:
        return tuple(one for one in stop.diagnostics if one.severity == "error")
    if page.drawable:
        return ()
    return tuple(one for one in page.diagnostics if one.severity == "error")


@record(kw_only=False)
class Instead:
    """The files of a project, one of them with other bytes than it has."""

    files: Environment
    path: Path
    data: bytes

    @property
    def root(self) -> Path:
        return self.files.root

    def find(self, name: str, beside: Path) -> Path:
        """See `Environment.find`."""
        return self.files.find(name, beside)

    def read(self, path: Path, limit: int) -> bytes:
        """See `Environment.read`."""
        return self.data if path == self.path else self.files.read(path, limit)

    def stamp(self, path: Path) -> tuple[int, ...]:
        """See `Environment.stamp`."""
        return self.files.stamp(path)

    def label(self, path: Path) -> str:
        """See `Environment.label`."""
        return self.files.label(path)
