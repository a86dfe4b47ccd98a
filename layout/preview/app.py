"""What a browser may ask for: the front end's files, pictures, press PDFs, sources, schemas."""

import asyncio
import os
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute

from layout.diagnostics import StopError
from layout.errors import BanxinError
from layout.preview.bound import SCRIPT, SHEET, script, sheet
from layout.preview.messages import whole_page, written
from layout.preview.sources import path_of, source_text
from layout.preview.state import PageState
from layout.words.said import LANGUAGES, Language, Said, said

if TYPE_CHECKING:
    from layout.preview.live import Live
    from layout.preview.maker import Maker
    from layout.preview.worker import Worker

T = TypeVar("T")
WEB: Final = Path(os.path.realpath(__file__)).parent / "web"
TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
_BOUND: Final[Mapping[str, tuple[Callable[[Path], str], str]]] = {
    SCRIPT: (script, TYPES[".js"]),
    SHEET: (sheet, TYPES[".css"]),
}
"""What is bound together of many files, and its type."""
_MISSING: Final = Response("404", 404, media_type="text/plain")


class Door:
    """The requests of a proof. Each waits for the worker without holding up the event loop."""

    def __init__(self, worker: "Worker", lang: Language) -> None:
        self._worker = worker
        self._lang = lang

    def app(self, live: "Live") -> Starlette:
        """The application behind the guard."""
        return Starlette(
            routes=[
                Route("/", self.index),
                Route("/web/{path:path}", self.web),
                Route("/picture/{key}", self.picture),
                Route("/pdf/{page}", self.pdf),
                Route("/thumb/{page}", self.thumb),
                Route("/scene/{page}", self.scene),
                Route("/source", self.source),
                Route("/schema/{kind}", self.schema),
                WebSocketRoute("/live", live.serve),
            ]
        )

    async def index(self, request: Request) -> Response:
        """The page that a person opens."""
        return _file("index.html")

    async def web(self, request: Request) -> Response:
        """A file of the front end."""
        name = request.path_params["path"]
        if name in _BOUND:
            bound, media_type = _BOUND[name]
            return Response(bound(WEB), media_type=media_type)
        return _file(name)

    async def picture(self, request: Request) -> Response:
        """A picture of a page."""
        key = request.path_params["key"]

        def find(maker: "Maker") -> object:
            for state in self._worker.states.values():
                found = maker.picture(key, state)
                if found is not None:
                    return found
            return None

        try:
            found = await self._asked(find)
        except BanxinError:
            return _MISSING
        if found is None:
            return _MISSING
        return Response(found.data, media_type=found.media_type)  # type: ignore[attr-defined]

    async def pdf(self, request: Request) -> Response:
        """The press PDF of a page, as `banxin build` writes it."""
        lang = self._lang_of(request)
        state = await self._state(request)
        if state is None:
            return _MISSING
        try:
            name, data = await self._asked(lambda maker: self._worker.pdf(state.key))
        except BanxinError as exc:
            return _fault(exc, lang)
        shown = f"attachment; filename=\"page.pdf\"; filename*=UTF-8''{quote(name, safe='')}.pdf"
        headers = {"content-disposition": shown}
        return Response(data, media_type="application/pdf", headers=headers)

    async def thumb(self, request: Request) -> Response:
        """A small picture of a page."""
        state = await self._state(request)
        if state is None or not state.thumb:
            return _MISSING
        return Response(state.thumb, media_type="image/png")

    async def scene(self, request: Request) -> Response:
        """A page whole; with `before` as it was before its last change."""
        state = await self._state(request)
        if state is None:
            return _MISSING
        aspect = state.before if request.query_params.get("before") else state.aspect
        if aspect is None:
            return _MISSING
        return Response(written(whole_page(state, aspect)), media_type="application/json")

    async def source(self, request: Request) -> Response:
        """The text of a file of the proof."""
        label = request.query_params.get("file", "")
        worker = self._worker
        try:
            path = path_of(label, worker.issue.pages.values(), worker.interest())
            found = source_text(label, path)
        except BanxinError:
            return _MISSING
        data = {"file": found.file, "text": found.text, "digest": found.digest}
        return Response(written(data), media_type="application/json")

    async def schema(self, request: Request) -> Response:
        """The schema of a kind of file."""
        from layout.preview.panelschema import panel_schema

        try:
            found = panel_schema(request.path_params["kind"], self._lang_of(request))
        except StopError:
            return _MISSING
        return Response(written(found), media_type="application/json")

    async def _asked(self, what: "Callable[[Maker], T]") -> T:
        future: Future[T] = self._worker.ask(what)
        return await asyncio.wrap_future(future)

    async def _state(self, request: Request) -> PageState | None:
        """The page asked for, as it stands when the worker has done what it is at."""
        if self._worker.issue.pages:
            return self._worker.states.get(request.path_params["page"])
        return await self._asked(lambda _: self._worker.states.get(request.path_params["page"]))

    def _lang_of(self, request: Request) -> Language:
        given = request.query_params.get("lang")
        return next((one for one in LANGUAGES if one == given), self._lang)


def _file(name: str) -> Response:
    """A file of the front end, and nothing that lies elsewhere."""
    media_type = TYPES.get(os.path.splitext(name)[1])  # noqa: PTH122  the name is not a path yet
    path = Path(os.path.realpath(WEB / name)) if "\0" not in name else WEB
    if media_type is None or not path.is_relative_to(WEB) or not path.is_file():
        return _MISSING
    return Response(path.read_bytes(), media_type=media_type)


def _fault(exc: BanxinError, lang: Language) -> Response:
    """Why something cannot be made."""
    if isinstance(exc, StopError):
        words = "\n".join(found.line(lang) for found in exc.diagnostics)
    else:
        told = exc.args[0] if exc.args else said("part.nothing")
        words = told.words(lang) if isinstance(told, Said) else str(told)
    return Response(written({"message": words}), 409, media_type="application/json")
