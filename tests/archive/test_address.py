"""Addresses of schedulers: plain on this machine alone."""

import pytest

from layout.archive.address import read_address
from layout.words.said import Said


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("tcp://127.0.0.1:8786", "tcp://127.0.0.1:8786"),
        ("127.0.0.1:8786", "tcp://127.0.0.1:8786"),
        ("localhost:1", "tcp://localhost:1"),
        ("[::1]:8786", "tcp://[::1]:8786"),
        ("tls://10.0.0.7:8786", "tls://10.0.0.7:8786"),
        ("tls://archive.example:8786", "tls://archive.example:8786"),
    ],
)
def test_an_address_is_read(given: str, read: str) -> None:
    assert read_address(given) == read


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ("tcp://10.0.0.7:8786", "USE.cluster-tls"),
        ("10.0.0.7:8786", "USE.cluster-tls"),
        ("tcp://127.0.0.1.example.com:8786", "USE.cluster-tls"),
        ("tcp://0.0.0.0:8786", "USE.cluster-tls"),
        ("[2001:db8::1]:8786", "USE.cluster-tls"),
        ("tcp://localhost.example.com:8786", "USE.cluster-tls"),
        ("", "USE.cluster-address"),
        ("127.0.0.1", "USE.cluster-address"),
        ("127.0.0.1:0", "USE.cluster-address"),
        ("127.0.0.1:65536", "USE.cluster-address"),
        ("ws://127.0.0.1:8786", "USE.cluster-address"),
        ("inproc://127.0.0.1:8786", "USE.cluster-address"),
        ("tcp://user@127.0.0.1:8786", "USE.cluster-address"),
        ("tls://a:1/../b", "USE.cluster-address"),
    ],
)
def test_what_is_none_or_would_be_heard_by_others_is_refused(given: str, key: str) -> None:
    found = read_address(given)
    assert isinstance(found, Said)
    assert found.key == key
