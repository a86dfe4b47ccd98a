"""Typst as a live proof: `python -m bench.live_rival SOURCE PDFJS`, for `python -m bench live`.

It watches a source as `banxin serve` watches its files, compiles it in a process that keeps fonts,
files and caches, and sends the PDF to a window in which PDF.js paints it. It prints its address and
serves until its input ends.
"""

import asyncio
import mimetypes
import sys
import threading
from pathlib import Path
from typing import Any

from bench.edition import FONTS

LOOK_MS = 10
PAGE = Path(__file__).with_name("live_rival.html")


class Rival:
    """The source, its compiler and the windows that look at it."""

    def __init__(self, source: Path, pdfjs: Path) -> None:
        import typst

        self.source = source
        self.pdfjs = pdfjs
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
        self._compiler = typst.Compiler(str(source), root=str(source.parent), font_paths=fonts)
        self._windows: set[Any] = set()
        self.pdf = self.compiled()

    def compiled(self) -> bytes:
        """The PDF of the source as it is on the disk."""
        pdf = self._compiler.compile(format="pdf")
        assert isinstance(pdf, bytes)
        return pdf

    async def live(self, socket: Any) -> None:
        """One window: what there is, then each PDF that is made."""
        await socket.accept()
        self._windows.add(socket)
        await socket.send_bytes(self.pdf)
        try:
            while True:
                await socket.receive_text()
        except Exception:
            self._windows.discard(socket)

    async def watch(self) -> None:
        """Compile what is saved, and send it."""
        from watchfiles import awatch

        async for _ in awatch(self.source.parent, step=LOOK_MS, debounce=LOOK_MS, recursive=False):
            pdf = await asyncio.to_thread(self.compiled)
            if pdf == self.pdf:
                continue
            self.pdf = pdf
            for socket in list(self._windows):
                await socket.send_bytes(pdf)


def main() -> None:
    """Serve until the input ends."""
    import socket as sockets

    import uvicorn
    from starlette.applications import Starlette
    from starlette.responses import FileResponse, Response
    from starlette.routing import Route, WebSocketRoute

    rival = Rival(Path(sys.argv[1]), Path(sys.argv[2]))
    mimetypes.add_type("text/javascript", ".mjs")

    async def page(request: Any) -> Response:
        return FileResponse(PAGE)

    async def pdfjs(request: Any) -> Response:
        return FileResponse(rival.pdfjs / request.path_params["path"])

    app = Starlette(
        routes=[
            Route("/", page),
            Route("/pdfjs/{path:path}", pdfjs),
            WebSocketRoute("/live", rival.live),
        ]
    )
    listening = sockets.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()  # a window that comes before the server does waits
    config = uvicorn.Config(
        app, log_level="error", access_log=False, ws="websockets-sansio", ws_max_size=1 << 26,
        ws_per_message_deflate=False, lifespan="off",
    )  # fmt: skip
    server = uvicorn.Server(config)
    threading.Thread(target=_until_input_ends, args=(server,), daemon=True).start()
    print(f"http://127.0.0.1:{listening.getsockname()[1]}/", flush=True)

    async def serve() -> None:
        watching = asyncio.create_task(rival.watch())
        await server.serve(sockets=[listening])
        watching.cancel()

    asyncio.run(serve())


def _until_input_ends(server: Any) -> None:
    sys.stdin.read()
    server.should_exit = True


if __name__ == "__main__":
    main()
