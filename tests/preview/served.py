"""A proof that is really served, in a thread, and browsers that are none."""

import contextlib
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from websockets.client import ClientProtocol
from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode
from websockets.protocol import State
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin
from websockets.uri import parse_uri

from layout.preview.server import Proofing, Wishes
from tests.cost import HANG_S

Message = dict[str, Any]


class Served:
    """A running proof."""

    def __init__(self, given: Path, **wishes: Any) -> None:
        self.proofing = Proofing(Wishes(given=given, lang=wishes.pop("lang", "en"), **wishes))
        self.url = self.proofing.url
        self.parts = urlsplit(self.url)
        self.thread = threading.Thread(target=self.proofing.run, daemon=True)

    def get(self, path: str = "", method: str = "GET", **headers: str) -> HTTPResponse:
        """What is answered to a request; a path that begins with / has no token put before it."""
        line = HTTPConnection("127.0.0.1", self.proofing.port, timeout=HANG_S)
        target = path if path.startswith("/") else self.parts.path + path
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        line.putrequest(method, target, skip_host="Host" in given, skip_accept_encoding=True)
        for name, value in given.items():
            line.putheader(name, value)
        line.endheaders()
        return line.getresponse()

    def data(self, path: str) -> Any:
        """The JSON that is answered."""
        answer = self.get(path)
        assert answer.status == 200, (path, answer.status)
        return json.loads(answer.read())

    @contextlib.contextmanager
    def window(self, *pages: str, lang: str = "en") -> "Iterator[Window]":
        """A browser, with pages in view."""
        with Window(self) as window:
            if pages:
                until(lambda: bool(self.proofing.worker.states))  # a browser opens what it is told
                window.say(type="open", pages=list(pages), lang=lang)
            yield window


class Window:
    """A WebSocket, and what has come by it."""

    def __init__(self, served: Served, path: str = "", **options: Any) -> None:
        origin = f"http://{served.parts.netloc}"
        options = {"origin": origin, "max_size": None, "open_timeout": HANG_S} | options
        self.socket: ClientConnection = connect(
            f"ws://{served.parts.netloc}{path or served.parts.path + 'live'}",
            legacy=True,
            **options,
        )
        self.heard: list[Message] = []
        self.taken = 0

    def __enter__(self) -> "Window":
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    def say(self, **message: Any) -> None:
        """Send a message."""
        self.socket.send(json.dumps(message))

    def until(self, good: Callable[[Message], bool]) -> Message:
        """The next message that is as it should be; those before it are passed over."""
        end = time.monotonic() + HANG_S
        while True:
            while self.taken < len(self.heard):
                self.taken += 1
                if good(self.heard[self.taken - 1]):
                    return self.heard[self.taken - 1]
            left = end - time.monotonic()
            kinds = [m["type"] for m in self.heard]
            assert left > 0, f"nothing came: {kinds}"
            with contextlib.suppress(TimeoutError):
                self.heard.append(json.loads(self.socket.recv(timeout=left)))

    def next(self, kind: str, **values: Any) -> Message:
        """The next message of a kind, with these values."""
        return self.until(
            lambda m: m["type"] == kind and all(m.get(k) == v for k, v in values.items())
        )

    def closed(self) -> int:
        """The code with which it is closed, when it is."""
        try:
            while True:
                self.heard.append(json.loads(self.socket.recv(timeout=HANG_S)))
        except ConnectionClosed as end:
            return end.rcvd.code if end.rcvd is not None else 0


class Sleeper:
    """A browser whose machine sleeps: it says that it is there and reads only when it is woken."""

    def __init__(self, served: Served) -> None:
        uri = parse_uri(f"ws://{served.parts.netloc}{served.parts.path}live")
        self._protocol = ClientProtocol(uri, origin=Origin(f"http://{served.parts.netloc}"))
        self._socket = socket.socket()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self._socket.settimeout(HANG_S)
        self._socket.connect(("127.0.0.1", served.proofing.port))
        self._protocol.send_request(self._protocol.connect())
        self._send()
        while self._protocol.state is State.CONNECTING:
            self._protocol.receive_data(self._socket.recv(1024))
            self._protocol.events_received()

    def say(self, **message: Any) -> None:
        """Send a message."""
        self._protocol.send_text(json.dumps(message).encode())
        self._send()

    def read(self) -> list[Message]:
        """What comes next, whole messages of it."""
        data = self._socket.recv(65536)
        assert data, "closed"
        self._protocol.receive_data(data)
        self._send()
        return [
            json.loads(bytes(event.data))
            for event in self._protocol.events_received()
            if isinstance(event, Frame) and event.opcode is Opcode.TEXT
        ]

    def close(self) -> None:
        """Go without a word."""
        self._socket.close()

    def _send(self) -> None:
        self._socket.sendall(b"".join(self._protocol.data_to_send()))


def until(good: Callable[[], bool]) -> None:
    """Wait for something that must come."""
    end = time.monotonic() + HANG_S
    while not good():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.01)


@contextlib.contextmanager
def served(given: Path, **wishes: Any) -> Iterator[Served]:
    """A proof of a page or an edition, ended afterwards."""
    wishes.setdefault("port", free_port())
    one = Served(given, **wishes)
    one.thread.start()
    try:
        yield one
    finally:
        deadline = time.monotonic() + HANG_S
        while not one.proofing.begun and one.thread.is_alive() and time.monotonic() < deadline:
            time.sleep(0.01)
        one.proofing.end()
        one.thread.join(HANG_S)
    assert not one.thread.is_alive()


def free_port() -> int:
    """A port that nobody has."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
