"""A proof begun and ended: the threads of worker and watcher, the checker's process, the server."""

import asyncio
import secrets
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

    from layout.preview.hub import Hub

CONNECTIONS: Final = 128
"""Connections at one time: a browser has six for requests and one for its WebSocket."""
GRACE_S: Final = 1


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
        self.worker.start()  # it loads the engine and makes the first page while this goes on
        from layout.preview.checking import Checking
        from layout.preview.watcher import Watcher

        checking = Checking(self.worker)
        watcher = Watcher(self.worker)
        try:
            self._server = self._made()
            watcher.start()
            checking.start()
            asyncio.run(self._serve(self._server))
        finally:
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
        from layout.preview.editing import Editing
        from layout.preview.guard import Guard
        from layout.preview.hub import Hub
        from layout.preview.live import Live
        from layout.preview.opening import Opener
        from layout.preview.received import MOST_BYTES
        from layout.revise.reviser import Reviser

        wishes = self.wishes
        opener = Opener(wishes.editor) if wishes.editor else None
        hub = Hub(session=secrets.token_hex(8), editing=True, editor=opener is not None)
        editing = Editing(self.worker, hub, Reviser(wishes.given))
        live = Live(hub, self.worker, editing, opener, wishes.lang)
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

    async def _serve(self, server: "uvicorn.Server") -> None:
        assert self.hub is not None
        self.hub.begin(self.worker)
        await server.serve(sockets=[self.socket])
