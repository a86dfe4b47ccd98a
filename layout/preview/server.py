"""A proof begun and ended: the threads of worker and watcher, the checker's process, the server."""

import asyncio
import gc
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from layout.preview.address import FIRST_PORT, Address, keep_address, kept_address, listen
from layout.preview.issue import folder_of
from layout.preview.worker import Worker
from layout.record import record
from layout.words.said import Language

if TYPE_CHECKING:
    import socket

    import uvicorn

    from layout.preview.checking import Checking
    from layout.preview.hub import Hub
    from layout.preview.live import Live
    from layout.preview.watcher import Watcher

CONNECTIONS: Final = 128
"""Connections at one time: a browser has six for requests and one for its WebSocket."""
GRACE_S: Final = 1
BEGIN_S: Final = 0.0005
"""How long a thread goes on while another waits, until the first page is made: the browser's
files must not each wait for the engine, which loads meanwhile. Python's own is 5 ms."""

GARBAGE: Final = 20_000
"""New objects between two passes of the collector when the first page is made. A page that is made
anew leaves some 130 in circles: with the build's 200,000 two thousand edits would hold 50 MB of
them, with this many some 20, and a pass takes 2 ms."""


@record
class Wishes:
    """What a proof is asked to be. `port` 0 takes the one that it had before."""

    given: Path
    lang: Language
    port: int = 0
    editor: str = ""


class Proofing:
    """A proof that is served. Raises `OSError` where no port is free."""

    def __init__(self, wishes: Wishes) -> None:
        self.wishes = wishes
        folder = folder_of(wishes.given)
        self.address: Address = kept_address(folder)
        self.asked_port = wishes.port or self.address.port or FIRST_PORT
        self.socket: socket.socket = listen(self.asked_port)
        self.port: int = self.socket.getsockname()[1]
        self.kept = self.address.port not in (0, self.port) and not wishes.port
        if not self.kept:  # else another proof has it, and the address stays that one's
            self.kept = keep_address(folder, self.address, self.port)
        self.hub: Hub | None = None
        self.worker = Worker(wishes.given, self._told)
        self._server: uvicorn.Server | None = None

    @property
    def url(self) -> str:
        """What a person opens."""
        return self.address.url(self.port)

    def run(self) -> None:
        """Serve until `end` or Ctrl-C, which raises `KeyboardInterrupt`."""
        from layout.preview.checking import Checking
        from layout.preview.watcher import Watcher

        checking = Checking(self.worker)
        watcher = Watcher(self.worker)
        patience, garbage = sys.getswitchinterval(), gc.get_threshold()
        try:
            self._server = self._made()
            sys.setswitchinterval(BEGIN_S)
            self.worker.ask(lambda _: sys.setswitchinterval(patience))
            self.worker.ask(lambda _: gc.set_threshold(GARBAGE, *garbage[1:]))
            asyncio.run(self._serve(self._server, watcher, checking))
        finally:
            sys.setswitchinterval(patience)
            gc.set_threshold(*garbage)
            self.socket.close()
            watcher.stop()
            checking.stop()
            self.worker.stop()

    @property
    def begun(self) -> bool:
        """Whether it answers."""
        return self._server is not None and self._server.started

    def end(self) -> None:
        """End from another thread."""
        if self._server is not None:
            self._server.should_exit = True

    def _made(self) -> "uvicorn.Server":
        from uvicorn import Config, Server

        from layout.preview.app import Door
        from layout.preview.guard import Guard
        from layout.preview.hub import Hub
        from layout.preview.live import Live
        from layout.preview.opening import Opener
        from layout.preview.received import MOST_BYTES

        wishes = self.wishes
        opener = Opener(wishes.editor) if wishes.editor else None
        hub = Hub(session=secrets.token_hex(8), editing=True, editor=opener is not None)
        live = Live(hub, self.worker, opener, wishes.lang)
        self.worker.ask(lambda _: self._take_changes(hub, live))
        door = Door(self.worker, wishes.lang)
        guard = Guard(door.app(live), self.address.token, self.port)
        config = Config(
            guard,
            http="h11",
            ws="websockets-sansio",
            loop="asyncio",
            lifespan="off",
            interface="asgi3",
            log_config=None,
            log_level="critical",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            date_header=False,
            ws_max_size=MOST_BYTES,
            ws_per_message_deflate=False,  # over loopback it only costs time
            limit_concurrency=CONNECTIONS,
            timeout_graceful_shutdown=GRACE_S,
        )
        self.hub = hub
        return Server(config)

    def _told(self, key: str) -> None:
        if self.hub is not None:
            self.hub.told(key)

    def _take_changes(self, hub: "Hub", live: "Live") -> None:
        """Have changes by hand taken: in the worker's thread, when the first page is made."""
        from layout.preview.editing import Editing
        from layout.revise.reviser import Reviser

        live.editing = Editing(self.worker, hub, Reviser(self.wishes.given))
        hub.told("")  # it is told what can be undone

    async def _serve(
        self, server: "uvicorn.Server", watcher: "Watcher", checking: "Checking"
    ) -> None:
        """The browser has its files first, so that it reads them while the page is made."""
        assert self.hub is not None
        self.hub.begin(self.worker)
        loop = asyncio.get_running_loop()
        for begin in (self.worker.start, watcher.start, checking.start):
            loop.call_soon(begin)
        await server.serve(sockets=[self.socket])
