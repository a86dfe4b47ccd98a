"""One browser's WebSocket: what it says is read and answered, what it is owed is sent."""

import asyncio
import contextlib
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from starlette.websockets import WebSocket, WebSocketDisconnect

from layout.diagnostics import Diagnostic, Place, StopError
from layout.errors import BanxinError
from layout.preview.hub import Browser, Hub
from layout.preview.messages import diagnostic
from layout.preview.received import (
    Id,
    StrangeMessageError,
    number_of,
    read_message,
    text_of,
    texts_of,
)
from layout.preview.sources import path_of
from layout.preview.state import PageState
from layout.words.said import LANGUAGES, Language, Said, said

if TYPE_CHECKING:
    from pathlib import Path

    from layout.preview.maker import Maker
    from layout.preview.opening import Opener
    from layout.preview.worker import Worker

Message = Mapping[str, object]
AWAY: Final = 1013
"""Close code: come back later; the browser opens again by itself (RFC 6455's registry, 1013)."""
BAD: Final = 1008
DEFECT: Final = 1011


class Editor(Protocol):
    """Answers what is asked about changes, and makes them."""

    async def answer(self, message: Message, browser: Browser) -> Message:
        """What is answered to a message. Raises `BanxinError`."""


class Live:
    """The endpoint `/live`. `editing` takes changes, and is None until it is loaded."""

    def __init__(self, hub: Hub, worker: "Worker", opener: "Opener | None", lang: Language) -> None:
        self._hub = hub
        self._worker = worker
        self.editing: Editor | None = None
        self._opener = opener
        self._lang = lang

    async def serve(self, socket: WebSocket) -> None:
        """Serve one browser until it goes."""
        browser = self._hub.join(self._lang)
        if browser is None:
            await socket.close(AWAY)
            return
        await socket.accept()
        sending = asyncio.create_task(self._send(socket, browser))
        try:
            await self._receive(socket, browser)
        except WebSocketDisconnect:
            pass
        finally:
            sending.cancel()
            with contextlib.suppress(asyncio.CancelledError, RuntimeError, WebSocketDisconnect):
                await sending
            self._hub.leave(browser)

    async def _send(self, socket: WebSocket, browser: Browser) -> None:
        code = AWAY
        try:
            while not browser.lost:
                await browser.wake.wait()
                browser.wake.clear()
                for message in self._hub.owed(browser):
                    await socket.send_text(message)
        except (WebSocketDisconnect, RuntimeError):  # it has gone
            return
        except Exception:  # a defect: the browser comes back by itself and begins anew
            code = DEFECT
        await socket.close(code)

    async def _receive(self, socket: WebSocket, browser: Browser) -> None:
        while True:
            message = await socket.receive()
            if message["type"] != "websocket.receive":
                return
            text = message.get("text")
            if text is None:
                await socket.close(BAD)
                return
            try:
                read = read_message(text)
                await self._take(browser, read)
            except StrangeMessageError as exc:
                browser.answer(_refused(exc.id, browser.lang, exc.args[0]))

    async def _take(self, browser: Browser, message: Message) -> None:
        match message["type"]:
            case "open":
                pages = texts_of(message, "pages") or (text_of(message, "page"),)
                lang = next((one for one in LANGUAGES if one == message.get("lang")), None)
                self._hub.open(browser, pages, lang)
                self._layers(browser)
            case "again":
                browser.again(text_of(message, "page"))
            case "show":
                self._hub.show(browser, texts_of(message, "layers"))
                self._layers(browser)
            case "focus":
                browser.file = text_of(message, "file") or None
                browser.name = text_of(message, "name", 40)
                self._hub.wake_all()
            case "painted":
                pass  # it is the bench's, which reads it in the browser
            case _:
                await self._answer(browser, message)

    def _layers(self, browser: Browser) -> None:
        """Have the overlays drawn that a browser shows and nobody has shown yet."""
        for key in browser.pages:
            self._worker.ask(partial(self._lay, key))

    def _lay(self, key: str, _maker: "Maker") -> None:
        self._worker.laying.lay(key)

    async def _answer(self, browser: Browser, message: Message) -> None:
        number = number_of(message, "id")
        lang = browser.lang
        try:
            browser.answer({"id": number, **await self._done(browser, message)})
        except StopError as stop:
            browser.answer(_refused(number, lang, None, stop.diagnostics))
        except BanxinError as exc:
            told = exc.args[0] if exc.args else ""
            browser.answer(_refused(number, lang, told))

    async def _done(self, browser: Browser, message: Message) -> Message:
        """What is answered to a request. Raises `BanxinError`."""
        match message["type"]:
            case "launch":
                if self._opener is None:
                    raise StrangeMessageError(said("part.no-editor"))
                path = self._path(text_of(message, "file"))
                line, column = number_of(message, "line"), number_of(message, "column")
                self._opener.open(path, max(1, line), max(1, column))
                return {"type": "done"}
            case "where":
                state = self._worker.states.get(text_of(message, "page"))
                place = await asyncio.to_thread(_place_of, state, message)
                if place is None:
                    raise StrangeMessageError(said("part.no-source"))
                return {"type": "answer", "file": place.file, "line": max(1, place.line),
                        "column": max(1, place.column)}  # fmt: skip
            case _:
                editing = await self._editor()
                if editing is None:
                    raise StrangeMessageError(said("part.no-editing"))
                return await editing.answer(message, browser)

    async def _editor(self) -> "Editor | None":
        """What takes changes: it is there as soon as the worker has made its first page."""
        if self.editing is None:
            await asyncio.wrap_future(self._worker.ask(lambda _: None))
        return self.editing

    def _path(self, label: str) -> "Path":
        return path_of(label, self._worker.issue.pages.values(), self._worker.interest())


def _place_of(state: PageState | None, message: Message) -> Place | None:
    """Where a word of a page comes from, by its block, its line there and its number in that."""
    if state is None or state.page is None or state.aspect is None:
        return None
    block = state.aspect.scene.block(text_of(message, "block"))
    line = number_of(message, "line")
    if block is None or not 0 <= line < len(block.text):
        return None
    from layout.whence.page import Whence

    return Whence(state.page.composed).word(block.text[line], number_of(message, "index"))


def _refused(
    number: Id, lang: Language, told: Said | str | None, found: tuple[Diagnostic, ...] = ()
) -> Message:
    words = told.words(lang) if isinstance(told, Said) else told or ""
    return {
        "type": "refused",
        "id": number,
        "message": words or "\n".join(one.said.words(lang) for one in found),
        "diagnostics": [diagnostic(one, lang) for one in found],
        "ask": None,
    }
