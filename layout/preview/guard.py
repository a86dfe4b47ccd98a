"""Who may come in: only a browser of this machine that was given the address.

A page on the internet can make a browser send requests to this machine. It cannot read the token
in the address, it cannot choose the header `Origin`, and a name of its own that it leads to
127.0.0.1 (DNS rebinding) stands in the header `Host`. So each request is held against all three,
and each answer says that nothing of it may be kept, framed, guessed at, or fetched from elsewhere.
"""

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from hmac import compare_digest
from typing import Any, Final

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

NAMES: Final = ("127.0.0.1", "localhost")
"""What a browser may call this machine."""
METHODS: Final = ("GET", "HEAD")
SITES: Final = ("same-origin", "none")
"""Where a request may come from by `Sec-Fetch-Site`: a page of ours, or a person."""
MOST_PATH: Final = 4096


def policy(port: int) -> str:
    """The Content-Security-Policy of every answer: nothing but what this server gives. Some
    browsers do not take a WebSocket to be of the same origin, so its addresses are named."""
    sockets = " ".join(f"ws://{name}:{port}" for name in NAMES)
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
        f"img-src 'self' data: blob:; connect-src 'self' {sockets}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


class Guard:
    """Lets a request through to `app` that has the right `Host`, `Origin`, method and token.

    The path that `app` sees has no token; `root_path` has it.
    """

    def __init__(self, app: App, token: str, port: int) -> None:
        self._app = app
        self._token = token.encode("ascii")
        self._hosts = frozenset(f"{name}:{port}".encode("ascii") for name in NAMES)
        self._origins = frozenset(b"http://" + host for host in self._hosts)
        self._headers = _answered(port)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        live = scope["type"] == "websocket"

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = [(k, v) for k, v in message.get("headers", ()) if k.lower() != b"server"]
                message["headers"] = [*given, *self._headers]
            await send(message)

        status = self._fault(scope, live=live)
        if status and live:
            await send({"type": "websocket.close", "code": 1008})  # before it is open: 403
        elif status:
            await _refuse(guarded, status)
        else:
            root, path = _parted(scope["path"])
            inner = dict(scope, path=path, raw_path=path.encode("utf-8"), root_path="")
            inner["address"] = root
            await self._app(inner, receive, guarded)

    def _fault(self, scope: Scope, *, live: bool) -> int:
        """The status with which a request is refused; 0 for one that may come in."""
        hosts = list(_values(scope, b"host"))
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return 403
        origins = list(_values(scope, b"origin"))
        if any(origin not in self._origins for origin in origins) or (live and len(origins) != 1):
            return 403
        if any(site.decode("latin-1") not in SITES for site in _values(scope, b"sec-fetch-site")):
            return 403
        if len(scope["path"]) > MOST_PATH:
            return 414
        root, _ = _parted(scope["path"])
        if not compare_digest(root.encode("utf-8", "surrogatepass"), self._token):
            return 404
        if not live and scope["method"] not in METHODS:
            return 405
        lengths = list(_values(scope, b"content-length"))
        if any(length != b"0" for length in lengths) or any(_values(scope, b"transfer-encoding")):
            return 413  # nothing here takes a body
        return 0


def _parted(path: str) -> tuple[str, str]:
    """The token in a path and what stands behind it."""
    root, slash, rest = path.removeprefix("/").partition("/")
    return root, slash + rest


def _values(scope: Scope, name: bytes) -> Iterable[bytes]:
    return (value for key, value in scope["headers"] if key.lower() == name)


def _answered(port: int) -> tuple[tuple[bytes, bytes], ...]:
    """The headers of every answer."""
    headers = {
        "content-security-policy": policy(port),
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "x-frame-options": "DENY",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), microphone=(), geolocation=(), usb=(), serial=()",
    }
    return tuple((name.encode(), value.encode()) for name, value in headers.items())


async def _refuse(send: Send, status: int) -> None:
    body = b"%d" % status
    headers = [(b"content-type", b"text/plain"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
