"""The door: changes by hand to the files of an edition, written back, undone and done again."""

import contextlib
import os
import threading
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Final, TypeVar

from layout.diagnostics import Diagnostic, Place, StopError, error, whole_file
from layout.environment import PathError
from layout.files import WriteError
from layout.record import replace
from layout.revise.carried import Setting, carried, faults_of
from layout.revise.folder import HIDDEN, may_begin, may_write, one_writer, put
from layout.revise.issue import READING, STORY, IssueReader, RevisedIssue, kind_of_file
from layout.revise.operation import operation, path_of
from layout.revise.reading import stepped
from layout.revise.stretches import put_back, spans_between, straight
from layout.revise.told import ABSENT, Ask, Done, Refused, UnansweredError
from layout.revise.undolog import History, UndoEntry, UndoFile, UndoLog
from layout.revise.uses import Uses, of_value
from layout.rewrite.story import head_of, span_of
from layout.rewrite.texts import BOM, RefusedError, as_text, digest_of, one_change
from layout.rewrite.yamltext import find
from layout.spec.markdown.story import Story
from layout.spec.reader.nodes import MAX_BYTES
from layout.words.said import Said

__all__ = ["Ask", "Done", "Refused", "Reviser", "Uses", "digest_of"]

MOST_CONFIRMS: Final = 4000
"""Characters of what a browser has agreed to."""
WRITTEN: Final = frozenset((".yaml", ".yml", ".md", ".markdown", ".csv", ".tsv"))
"""What the files end in that a change may be of: a log that somebody made leads to no others."""
T = TypeVar("T")
_NOWHERE: Final = Place("")
_Written = tuple[Path, bytes | None, bytes | None]
"""A file that is written, its bytes before and after; None is a file that is not there."""


class Reviser:
    """Changes the files of one edition: those of its pages, in its folder, no others.

    Any thread may call it; other processes on the same edition are waited for. Nothing is kept but
    parsed files, so that a file may change underneath at any time.
    """

    def __init__(self, spec: Path) -> None:
        self._issues = IssueReader(spec)
        self._lock = threading.RLock()
        self._logs: dict[Path, UndoLog] = {}

    # What is asked

    def digest(self, file: str) -> str:
        """The digest of a file, by the name that messages have for it; `ABSENT` of corrections that
        are not there. Raises `StopError`."""
        with self._lock:
            issue = self._issues.now()
            try:
                path = self._path(issue, file)
                return _known(None if _absent(issue, path) else self._read(issue, path))
            except RefusedError as exc:
                raise StopError(exc.diagnostics) from exc

    def story(self, file: str) -> tuple[Story, str]:
        """A story as its file says it now, and the digest of that very text: a place found in it is
        good for a change with that as its `base`. Raises `StopError`."""
        with self._lock:
            issue = self._issues.now()
            try:
                at, data = self._setting(issue, self._path(issue, file), lambda _: False)
                return at.story().story, _known(data)
            except RefusedError as exc:
                raise StopError(exc.diagnostics) from exc

    def steps(self) -> tuple[UndoEntry | None, UndoEntry | None]:
        """The change that would be undone, and that done again; None where there is none."""
        with self._lock:
            try:
                history = self._log(self._issues.now().folder).history()
            except StopError:
                return None, None
            done, undone = history.done, history.undone
            return (done[-1] if done else None, undone[-1] if undone else None)

    def labels(self) -> tuple[Said | None, Said | None]:
        """What is said of these."""
        undo, redo = self.steps()
        return (undo.label if undo else None, redo.label if redo else None)

    def uses(self, file: str, path: object) -> Uses:
        """Who uses a value of a file that pages share: pages and blocks. Raises `StopError` for a
        file or path that is none."""
        with self._lock:
            issue = self._issues.now()
            try:
                found = self._path(issue, file)
                keys = path_of(
                    path, RefusedError(error("REVISE.form", _NOWHERE, op="uses", key="path"))
                )
            except RefusedError as exc:
                raise StopError(exc.diagnostics) from exc
            return of_value(issue, found, kind_of_file(issue, found), keys)

    def span(
        self, file: str, *, paragraph: int = 0, note: str = "", key: str = ""
    ) -> tuple[int, int]:
        """Where a paragraph of a story, a note or a value of its head stands in its file, as
        offsets in characters without a byte order mark. Raises `StopError`."""
        with self._lock:
            issue = self._issues.now()
            try:
                at = self._setting(issue, self._path(issue, file), lambda _: False)[0]
                doc = at.story()
                if not key:
                    return span_of(doc, f"^{note}" if note else str(paragraph))
                head = head_of(doc)
                found = find(head, [key], None) if head is not None else None
                if head is None or found is None or found.rest:
                    raise RefusedError(error("REWRITE.no-such", Place(file), key=key))
                start = doc.text.index(head.text)
                return start + found.node.start, start + found.node.end
            except RefusedError as exc:
                raise StopError(exc.diagnostics) from exc

    # What is done

    def tried(self, op: Mapping[str, object], confirm: str = "") -> tuple[Path, bytes] | Refused:
        """The file that a change would write, and its bytes; nothing is written."""
        with self._lock:
            made = self._tell(lambda: self._made(op, confirm), confirm)
            return made if isinstance(made, Refused) else (made[0], made[2])

    def edit(self, op: Mapping[str, object], confirm: str = "") -> Done | Refused:
        """A change carried out and written, or refused with nothing changed. `confirm` is what was
        agreed to (`Ask.confirm`)."""
        with self._lock:
            return self._tell(lambda: self._edited(op, confirm), confirm)

    def undo(self) -> Done | Refused:
        """The last change undone; of a file that has changed elsewhere, in its own place alone."""
        with self._lock:
            return self._tell(lambda: self._stepped(again=False))

    def redo(self) -> Done | Refused:
        """What was undone last done again."""
        with self._lock:
            return self._tell(lambda: self._stepped(again=True))

    # How

    def _tell(self, work: Callable[[], T], confirm: str = "") -> T | Refused:
        """What some work gives, or why it was refused."""
        try:
            return work()
        except UnansweredError as exc:
            ask = Ask(
                question=exc.question,
                users=exc.users,
                confirm=f"{confirm} {_token(exc.need)}".strip(),
            )
            return Refused(diagnostics=(exc.diagnostic,), ask=ask)
        except RefusedError as exc:
            return Refused(diagnostics=exc.diagnostics)
        except StopError as exc:
            return Refused(diagnostics=exc.diagnostics)

    def _log(self, folder: Path) -> UndoLog:
        """The log of an edition's folder."""
        kept = folder / HIDDEN
        return self._logs.setdefault(kept, UndoLog(kept))

    def _path(self, issue: RevisedIssue, file: str) -> Path:
        """A file of the edition by its name. Raises `RefusedError`."""
        for path in issue.files:
            if issue.label(path) == file:
                return path
        if file == issue.label(issue.reading):
            return issue.reading
        raise RefusedError(error("REVISE.no-file", whole_file(file)))

    def _read(self, issue: RevisedIssue, path: Path) -> bytes:
        try:
            return issue.environment.read(path, MAX_BYTES)
        except PathError as exc:
            raise StopError([error("REVISE.gone", whole_file(issue.label(path)))]) from exc

    def _setting(
        self, issue: RevisedIssue, path: Path, agreed: Callable[[str], bool]
    ) -> tuple[Setting, bytes | None]:
        """A file as it is now, ready to be changed; None are the bytes of one that is not there."""
        data = None if _absent(issue, path) else self._read(issue, path)
        text, _ = as_text(data or b"", issue.label(path))
        return Setting(issue=issue, path=path, text=text, agreed=agreed), data

    def _made(
        self, given: Mapping[str, object], confirm: str
    ) -> tuple[Path, bytes | None, bytes, Said, Setting]:
        """A change carried out in memory: the file, its bytes before and after."""
        op = operation(given)
        issue = self._issues.now()
        path = self._path(issue, op.file)
        _may(issue, path, op.file)
        tokens = set(confirm[:MOST_CONFIRMS].split())
        at, data = self._setting(issue, path, lambda need: _token(need) in tokens)
        if _known(data) != op.base:
            raise RefusedError(error("UNDERNEATH.file", whole_file(op.file)))
        text, label = carried(op, at)
        self._sound(at, text)
        mark = _mark(data)
        return path, data, mark + text.encode(), label, at

    def _sound(self, at: Setting, text: str) -> None:
        """Refuse a text with faults that the one before it has not."""
        if kind_of_file(at.issue, at.path) == STORY:
            replace(at, text=text).story()
            return
        try:
            old = {_fault(at, fault) for fault in faults_of(at, at.text)}
        except StopError:
            if kind_of_file(at.issue, at.path) != READING:
                return  # it is being mended
            old = set()  # it was begun by this
        new = [fault for fault in faults_of(at, text) if _fault(at, fault) not in old]
        if new:
            raise RefusedError(*new)

    def _edited(self, given: Mapping[str, object], confirm: str) -> Done:
        issue = self._issues.now()
        with one_writer(issue.folder):
            log = self._log(issue.folder)
            self._settle(log, issue)
            path, old, new, label, at = self._made(given, confirm)
            file = at.label
            if new == (old or b""):
                return Done(file=file, digest=_known(old), line=1, label=label)
            real = _may(issue, path, file)
            one = _undo_file(issue, real, old, new)
            written, also = [(real, old, new)], None
            if "also" in given:
                second, old, new = self._also(given["also"], path, confirm)
                also = _undo_file(issue, second, old, new)
                written.append((second, old, new))
            entry = UndoEntry(
                number=log.history().number + 1,
                file=one.file,
                was=one.was,
                became=one.became,
                spans=one.spans,
                label=label,
                also=also,
            )
            self._write(log, lambda: log.did(entry), written)
            log.shorten()
            line = _line(*[_text_of(data) for data in written[0][1:]])
            return Done(file=file, digest=entry.became, line=line, label=label)

    def _also(self, given: object, path: Path, confirm: str) -> tuple[Path, bytes | None, bytes]:
        """The other file that one step changes: that of the corrections, so that what it says of
        the first still holds."""
        op = operation(given)
        if op.kind != "amend" or not isinstance(given, Mapping):
            raise op.amiss("op")
        second, old, new, _, at = self._made(given, confirm)
        if second == path:
            raise op.amiss("file")
        return _may(at.issue, second, at.label), old, new

    def _stepped(self, *, again: bool) -> Done:
        """A change undone or done again."""
        issue = self._issues.now()
        with one_writer(issue.folder):
            log = self._log(issue.folder)
            self._settle(log, issue)
            entry = _next(log.history(), again=again)
            path = issue.folder.resolve() / entry.file
            label = issue.label(path)
            if path.suffix.lower() not in WRITTEN:
                raise RefusedError(error("REVISE.no-file", whole_file(label)))
            real = _may(issue, path, label)
            at, data = self._setting(issue, path, lambda _: False)
            now, then = entry.was, entry.became
            if not again:
                now, then = then, now
            digest = _known(data)
            made: str | None = None
            if digest == now:
                made = straight(at.text, entry.spans, again=again)
            if made is None and entry.was == ABSENT and len(entry.spans) == 1:
                made = stepped(at.text, entry.spans[0].new, label, again=again)
            if made is None:
                made = put_back(at.text, entry.spans, again=again)
            if made is None and data is None and not again:
                # Somebody has taken the whole file away, and the change with it.
                log.undid(entry, digest, digest)
                return Done(file=label, digest=digest, line=1, label=entry.label)
            if made is None:
                raise RefusedError(error("UNDERNEATH.undo", whole_file(label)))
            new: bytes | None = _mark(data) + made.encode()
            if then == ABSENT and not made:
                new = None  # it was begun by this change
            elif digest != now:
                self._sound(at, made)
            became = _known(new)
            told = log.redid if again else log.undid
            written = [(real, data, new), *self._also_stepped(issue, entry, again=again)]
            self._write(log, lambda: told(entry, digest, became), written)
            return Done(file=label, digest=became, line=_line(at.text, made), label=entry.label)

    def _also_stepped(
        self, issue: RevisedIssue, entry: UndoEntry, *, again: bool
    ) -> list["_Written"]:
        """What undoing a change, or doing it again, writes of its other file; nothing where that
        has been changed there since: what it says now is left."""
        also = entry.also
        if also is None or issue.folder.resolve() / also.file != issue.reading:
            return []
        label = issue.label(issue.reading)
        at, data = self._setting(issue, issue.reading, lambda _: False)
        if data is None:
            return []
        made = None
        if _known(data) == (also.was if again else also.became):
            made = straight(at.text, also.spans, again=again)
        if made is None:
            made = put_back(at.text, also.spans, again=again)
        if made is None:
            return []
        self._sound(at, made)
        return [(_may(issue, issue.reading, label), data, _mark(data) + made.encode())]

    def _write(self, log: UndoLog, tell: Callable[[], None], files: Sequence["_Written"]) -> None:
        """Log a change, then write its files; where one of them cannot be written none is, and the
        log says so too."""
        try:
            tell()
        except OSError as exc:
            raise RefusedError(error("REVISE.no-folder", whole_file(str(log.path)))) from exc
        for number, (path, old, new) in enumerate(files):
            fault = None
            try:
                written = put(path, new, old)
            except WriteError as exc:
                written, fault = False, exc.args[0]
            if written:
                continue
            for before, was, is_now in reversed(files[:number]):
                with contextlib.suppress(WriteError):
                    put(before, was, is_now)
            log.void()
            if fault is None:
                raise RefusedError(error("UNDERNEATH.file", whole_file(str(path))))
            raise RefusedError(error("REVISE.unwritten", whole_file(str(path)), fault=fault))

    def _settle(self, log: UndoLog, issue: RevisedIssue) -> None:
        """Strike the last record of a log if its file was never written: its process had died."""
        last = log.last()
        if last is None:
            return
        file, was, became = last
        path = issue.folder.resolve() / file
        try:
            data = None if _absent(issue, path) else self._read(issue, path)
        except StopError:
            return
        if was and was != became and _known(data) == was:
            log.void()


def _text_of(data: bytes | None) -> str:
    """The text of a file without its byte order mark."""
    return (data or b"")[len(_mark(data)) :].decode()


def _undo_file(issue: RevisedIssue, path: Path, old: bytes | None, new: bytes) -> UndoFile:
    """What the log keeps of a file that is changed."""
    return UndoFile(
        file=path.relative_to(issue.folder.resolve()).as_posix(),
        was=_known(old),
        became=digest_of(new),
        spans=spans_between(_text_of(old), _text_of(new)),
    )


def _fault(at: Setting, fault: Diagnostic) -> Said:
    """What a fault is known by before and after a change: in a list whose entries come and go not
    by its number."""
    return fault.said.having(path="") if kind_of_file(at.issue, at.path) == READING else fault.said


def _absent(issue: RevisedIssue, path: Path) -> bool:
    """Whether a file is that of the corrections, and not there."""
    return path == issue.reading and not os.path.lexists(path)


def _may(issue: RevisedIssue, path: Path, name: str) -> Path:
    """The file behind a path that may be written, or begun. Raises `RefusedError`."""
    allowed = may_begin if _absent(issue, path) else may_write
    return allowed(path, issue.folder, name)


def _known(data: bytes | None) -> str:
    """What a file is known by."""
    return ABSENT if data is None else digest_of(data)


def _mark(data: bytes | None) -> bytes:
    """The byte order mark that a file begins with."""
    return BOM if data is not None and data.startswith(BOM) else b""


def _next(history: History, *, again: bool) -> UndoEntry:
    entries = history.undone if again else history.done
    if not entries:
        raise RefusedError(error("REVISE.nothing-again" if again else "REVISE.nothing", _NOWHERE))
    return entries[-1]


def _token(need: str) -> str:
    """What stands for a question that was answered."""
    return blake2b(need.encode("utf-8", "backslashreplace"), digest_size=12).hexdigest()


def _line(old: str, new: str) -> int:
    """The first row that differs, from 1."""
    at = one_change(old, new).start
    before = new[:at].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1
