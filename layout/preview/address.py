"""The address of a proof: its port and its token, which a restarted server has again.

They are kept in `.banxin/` beside the edition, for its owner's eyes alone: a browser that was left
open finds the server under the same address.
"""

import contextlib
import json
import os
import re
import secrets
import socket
import stat
from pathlib import Path
from typing import Final

from layout.record import record

FOLDER: Final = ".banxin"
FILE: Final = "serve.json"
HOST: Final = "127.0.0.1"
FIRST_PORT: Final = 8715
TRIES: Final = 40
"""Ports that are tried one after the other, where the first is taken."""
_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{32,64}")
_MOST: Final = 4096  # bytes of the file
_CAREFULLY: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@record
class Address:
    """Where a proof is: its token, and the port that it had before (0: it had none)."""

    token: str
    port: int = 0

    def url(self, port: int) -> str:
        """The address that a person opens."""
        return f"http://{HOST}:{port}/{self.token}/"


def kept_address(folder: Path) -> Address:
    """The address kept in an edition's `folder`; a new one where none is, or where others than
    its owner may read or write it."""
    with contextlib.suppress(OSError, ValueError):
        path = folder / FOLDER / FILE
        number = os.open(path, os.O_RDONLY | _CAREFULLY)
        with os.fdopen(number, "rb") as file:
            facts = os.fstat(number)
            own = not hasattr(os, "getuid") or (
                facts.st_uid == os.getuid() and not facts.st_mode & 0o077
            )
            if stat.S_ISREG(facts.st_mode) and own:
                data = json.loads(file.read(_MOST))
                known = data if isinstance(data, dict) else {}
                token, port = known.get("token"), known.get("port")
                good = isinstance(token, str) and _TOKEN.fullmatch(token)
                if good and isinstance(port, int) and 0 <= port < 1 << 16:
                    return Address(token=str(token), port=port)
    return Address(token=secrets.token_urlsafe(32))


def keep_address(folder: Path, address: Address, port: int) -> bool:
    """Keep an address with the port that it has now. False where the folder cannot be written: the
    proof then has another address each time."""
    path = folder / FOLDER / FILE
    beside = path.with_name(f".{FILE}.{os.getpid()}.part")
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        if path.parent.is_symlink():
            return False
        ignored = path.with_name(".gitignore")
        if not ignored.exists():  # as caches do: no token is to be committed
            ignored.write_text("*\n", encoding="ascii")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        number = os.open(beside, flags, 0o600)
        with os.fdopen(number, "w", encoding="ascii") as file:
            json.dump({"token": address.token, "port": port}, file)
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        return False
    return True


def listen(first: int) -> socket.socket:
    """A socket of this machine alone on the first free port from `first` on. Raises `OSError`."""
    fault: OSError | None = None
    for port in range(first, min(first + TRIES, 1 << 16)) if first else (0,):
        one = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            if os.name == "posix":  # elsewhere it would let two servers have one port
                one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.bind((HOST, port))
            one.listen(128)
        except OSError as exc:
            one.close()
            fault = exc
            continue
        return one
    raise fault or OSError("no port")
