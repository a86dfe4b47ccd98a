"""Where a scheduler may be asked: on this machine as it is, anywhere else through TLS alone."""

import ipaddress
import re
from typing import Final

from layout.diagnostics import shown
from layout.words.said import Said, said

_ADDRESS: Final = re.compile(r"(?:(tcp|tls)://)?(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+):(\d{1,5})")


def read_address(text: str) -> str | Said:
    """The address of a scheduler, its way written out; or why it is none that is used."""
    found = _ADDRESS.fullmatch(text)
    if found is None or not 0 < int(found[3]) < 65536:
        return said("USE.cluster-address", given=shown(text))
    way, host, port = found[1] or "tcp", found[2], found[3]
    if way == "tcp" and not _is_here(host.strip("[]")):
        return said("USE.cluster-tls", given=shown(text))
    return f"{way}://{host}:{port}"


def _is_here(host: str) -> bool:
    """Whether nobody but this machine hears what is said to a host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
