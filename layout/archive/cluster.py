"""The workers of a Dask cluster, as hands of ours: each is given its next lots by name.

The scheduler is not asked to choose: so a worker that makes other bytes is given nothing, no more
pages are under way than there are hands for, and a lot whose worker is gone is given to another,
its deaths counted. What runs on a worker is one function of Banxin, called with bytes.
"""

import asyncio
import logging
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from secrets import token_hex
from typing import TYPE_CHECKING, Any, Final, TypeVar

from layout.archive.bundle import BundleError
from layout.archive.identity import Identity, unlike
from layout.archive.lot import MOST_DEATHS, Lost, Lot, Pack
from layout.archive.maker import Bench
from layout.archive.order import Answer, read_answer
from layout.diagnostics import Diagnostic, info, shown, warning
from layout.errors import BanxinError, MissingToolError
from layout.words.said import Said, said

if TYPE_CHECKING:
    from distributed import Client

T = TypeVar("T")

DEPTH: Final = 2
"""Lots that a worker is given: one that it makes, and one that waits for it."""
LOOK_S: Final = 0.25
"""So often it is asked which workers there are."""
CONNECT_S: Final = 15
PATIENCE_S: Final = 60.0
"""So long a worker is waited for, where there is none or none that may be used."""
HUSH_S: Final = 2.0
"""So long nothing is said of it: workers that were begun just before take as long to connect."""
MOST_TOLD: Final = 4
"""Parts in which a worker differs that are named."""
CERTIFICATES: Final = "~/.config/dask/banxin.yaml"
"""Where docs/archive.md has the certificates written down."""
LOUD: Final = ("distributed", "tornado", "bokeh")
"""Who logs words of keys and states: what is lost is told by us."""
PARTS: Final = {
    "faces": "part.cluster-faces",
    "profiles": "part.cluster-profiles",
    "compressor": "part.cluster-compressor",
    "byte order": "part.cluster-byte-order",
}
"""Parts of an identity that have a name in each language; the others are names of programs."""

Came = tuple[str, Lot | None, "Future[Any]"]
"""The worker's address, the lot (none where it was asked what it is), and what came."""


class ClusterError(BanxinError):
    """A cluster that cannot be worked with."""


@dataclass(slots=True)
class _Hand:
    """A worker. `fit` is None until it has said what it makes pages with."""

    address: str
    fit: bool | None = None
    flights: dict[int, tuple[Lot, Any, "Future[Any]"]] = field(default_factory=dict)


class Cluster:
    """A crew of the workers of an existing scheduler."""

    def __init__(
        self,
        address: str,
        identity: Identity,
        tell: Callable[[Diagnostic], None],
    ) -> None:
        """`tell` is told that workers are waited for, and of those that are refused."""
        self._address = address
        self._identity = identity
        self._tell = tell
        self._hands: dict[str, _Hand] = {}
        self._came: SimpleQueue[Came] = SimpleQueue()
        self._token = token_hex(8)
        self._count = 0

    def work(self, lots: deque[Lot], pack: Pack) -> Iterator[tuple[Lot, Answer | Lost]]:
        """See `Crew.work`. Raises `ClusterError`, `MissingToolError`."""
        client = _client(self._address)
        try:
            yield from self._work(client, lots, pack)
        finally:
            for hand in self._hands.values():
                self._recall(client, hand)
            with suppress(Exception):  # whatever it is, the work is over
                client.close(timeout=2)

    def _work(
        self, client: "Client", lots: deque[Lot], pack: Pack
    ) -> Iterator[tuple[Lot, Answer | Lost]]:
        looked = 0.0
        served = time.monotonic()
        told = False
        while True:
            now = time.monotonic()
            if now - looked >= LOOK_S:
                looked = now
                yield from self._muster(client, lots)
            yield from self._hand_out(client, lots, pack)
            if not lots and not any(hand.flights for hand in self._hands.values()):
                return
            if any(hand.fit is not False for hand in self._hands.values()):
                served = now
            elif not (told or self._count) and now - served >= HUSH_S:
                told = True
                self._tell(info("CLUSTER.waiting", None, seconds=round(PATIENCE_S - HUSH_S)))
            elif now - served > PATIENCE_S:
                refused = len(self._hands)
                key = "part.cluster-none" if refused else "part.cluster-nobody"
                raise ClusterError(said(key, address=self._address, count=refused))
            try:
                came = self._came.get(timeout=LOOK_S)
            except Empty:
                continue
            yield from self._take(lots, *came)

    def _muster(self, client: "Client", lots: deque[Lot]) -> Iterator[tuple[Lot, Answer | Lost]]:
        """See which workers there are: ask new ones what they are, give away what those had that
        are gone, and have not answered. Raises `ClusterError`."""
        there = _there(client, self._address)
        while not self._came.empty():
            yield from self._take(lots, *self._came.get())
        for address in there - set(self._hands):
            self._hands[address] = hand = _Hand(address)
            self._send(client, hand, None, probe)
        for address in set(self._hands) - there:
            hand = self._hands.pop(address)
            working = True  # the first of its lots: the others waited
            lost = self._recall(client, hand)
            for lot in lost:
                lot.deaths += working
                working = False
            for lot in reversed(lost):
                yield from self._again(lots, lot, said("part.worker-gone", number=lot.deaths))

    def _hand_out(
        self, client: "Client", lots: deque[Lot], pack: Pack
    ) -> Iterator[tuple[Lot, Lost]]:
        """Give every worker that may be used its next lots, those first that have none; a lot goes
        where it failed only if there is no other, nor one that has yet to say what it is."""
        fit = [hand for hand in self._hands.values() if hand.fit]
        others = sum(hand.fit is not False for hand in self._hands.values()) > 1
        for depth in range(DEPTH):
            for hand in fit:
                if len(hand.flights) > depth:
                    continue
                shunned = hand.address if others else ""
                lot = next((one for one in lots if shunned not in one.failed_on), None)
                if lot is None:
                    continue
                lots.remove(lot)
                try:
                    order, bundle = pack(lot)
                except BundleError as exc:
                    yield lot, Lost(said("part.worker-unsent", why=_reason(exc)))
                    continue
                sent: Any = bundle
                if bundle:
                    sent = client.scatter(bundle, workers=[hand.address], direct=True, hash=False)
                self._send(client, hand, lot, make, order, sent)

    def _send(
        self, client: "Client", hand: _Hand, lot: Lot | None, call: Callable[..., Any], *args: Any
    ) -> None:
        self._count += 1
        task = client.submit(
            call, *args, key=(f"banxin-{self._token}", self._count), workers=[hand.address],
            allow_other_workers=False, pure=False,
        )  # fmt: skip

        async def outcome() -> Any:
            return await client.gather(task, asynchronous=True)

        coming = asyncio.run_coroutine_threadsafe(outcome(), client.loop.asyncio_loop)
        if lot is not None:
            hand.flights[id(lot)] = (lot, task, coming)
        coming.add_done_callback(lambda came: self._came.put((hand.address, lot, came)))

    def _take(
        self, lots: deque[Lot], address: str, lot: Lot | None, came: "Future[Any]"
    ) -> Iterator[tuple[Lot, Answer | Lost]]:
        """What has come of a lot, or of the question what a worker is."""
        hand = self._hands.get(address)
        if hand is None or (lot is not None and id(lot) not in hand.flights):
            return  # it is gone, and what it had is given away
        if lot is None:
            self._judge(hand, came)
            return
        del hand.flights[id(lot)]
        try:
            words, bodies = came.result()
            answer = read_answer(words, bodies, lot.place)
        except (Exception, CancelledError) as exc:
            lot.deaths += 1
            lot.failed_on.add(address)
            failed = said("part.worker-failed", why=_reason(exc))
            yield from self._again(lots, lot, failed)
            return
        if answer.refused is not None:
            self._refuse(hand, answer.refused)
            lots.appendleft(lot)
        else:
            yield lot, answer

    def _again(self, lots: deque[Lot], lot: Lot, end: Said) -> Iterator[tuple[Lot, Lost]]:
        """Ask for a lot once more, unless too many workers ended over it."""
        if lot.deaths >= MOST_DEATHS:
            yield lot, Lost(end)
        else:
            lots.appendleft(lot)

    def _judge(self, hand: _Hand, came: "Future[Any]") -> None:
        """Whether a worker makes what would be made here."""
        try:
            theirs = came.result()
        except (Exception, CancelledError) as exc:
            hand.fit = False
            worker, why = hand.address, _reason(exc)
            self._tell(warning("CLUSTER.unasked", None, worker=worker, why=why))
            return
        if unlike(self._identity, theirs):
            self._refuse(hand, theirs)
        else:
            hand.fit = True

    def _refuse(self, hand: _Hand, theirs: Mapping[str, str]) -> None:
        hand.fit = False
        parts = [
            said(
                "part.cluster-part",
                name=said(PARTS[name]) if name in PARTS else name,
                here=here,
                there=there,
            )
            for name, here, there in unlike(self._identity, theirs)[:MOST_TOLD]
        ]
        self._tell(warning("CLUSTER.refused", None, worker=hand.address, parts=tuple(parts)))

    def _recall(self, client: "Client", hand: _Hand) -> list[Lot]:
        """Take back what a worker was given, in order."""
        flights = list(hand.flights.values())
        hand.flights.clear()
        for _, task, coming in flights:
            coming.cancel()
            with suppress(Exception):  # a scheduler that is gone has nothing to be called off
                client.cancel([task], asynchronous=False, force=True)
        return [lot for lot, _, _ in flights]


class _OnWorker:
    """What a worker holds of Banxin: a bench, and one thread of its own that works at it.

    On a thread of its pool Dask would take down every hundredth of a second where the work is, and
    keep that for an hour: the worker would grow with every page.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="banxin")
        self._bench: Bench | None = None

    def do(self, work: Callable[[Bench], T]) -> T:
        """Carry out some work when what was asked for before is done."""
        return self._thread.submit(self._at_bench, work).result()

    def _at_bench(self, work: Callable[[Bench], T]) -> T:
        if self._bench is None:
            self._bench = Bench(Path(tempfile.mkdtemp(prefix="banxin-", dir=self._folder)))
        return work(self._bench)


def make(order: bytes, bundle: bytes) -> tuple[bytes, list[bytes]]:
    """What runs on a worker: an order carried out."""
    return _on_worker().do(lambda bench: bench.make(order, bundle))


def probe() -> dict[str, str]:
    """What runs on a worker first: what it makes pages with."""
    return _on_worker().do(lambda bench: bench.identity)


def _on_worker() -> _OnWorker:
    from distributed import get_worker

    worker: Any = get_worker()
    found: _OnWorker = worker.__dict__.setdefault("banxin", _OnWorker(worker.local_directory))
    return found


def _client(address: str) -> "Client":
    """A connection to a scheduler. Raises `ClusterError`, `MissingToolError`."""
    try:
        from distributed import Client
        from distributed.security import Security
    except ImportError as exc:
        raise MissingToolError(said("part.cluster-missing", package=str(exc.name))) from exc
    _hush()
    encrypted = address.startswith("tls:")
    security = Security(require_encryption=encrypted)
    if encrypted:
        try:
            certified = security.get_connection_args("client")["ssl_context"] is not None
        except (OSError, ValueError) as exc:
            told = said("part.cluster-uncertified", file=CERTIFICATES, why=_reason(exc))
            raise ClusterError(told) from exc
        if not certified:
            raise ClusterError(said("part.cluster-certificates", file=CERTIFICATES))
    try:
        return Client(
            address, timeout=CONNECT_S, security=security, set_as_default=False,
            direct_to_workers=True, name="banxin",
        )  # fmt: skip
    except (OSError, TimeoutError, ValueError, TypeError, RuntimeError) as exc:
        key = "part.cluster-unreached-tls" if encrypted else "part.cluster-unreached"
        raise ClusterError(said(key, address=address)) from exc


def _there(client: "Client", address: str) -> set[str]:
    """The workers that the scheduler knows. Raises `ClusterError`."""
    try:
        return set(client.nthreads())
    except (OSError, TimeoutError, CancelledError) as exc:
        raise ClusterError(said("part.cluster-gone", address=address)) from exc


def _hush() -> None:
    """Let nothing of Dask's own be logged: each of its loggers has a level of its own."""
    for name in (*LOUD, *logging.root.manager.loggerDict):
        if name.partition(".")[0] in LOUD:
            logging.getLogger(name).setLevel(logging.CRITICAL)


def _reason(exc: BaseException) -> Said:
    """Why something came to nothing, to be put behind its name."""
    if isinstance(exc, BanxinError) and exc.args and isinstance(exc.args[0], Said):
        return exc.args[0]
    return said("part.program-says", text=shown(f"{type(exc).__name__}: {exc}", 200))
