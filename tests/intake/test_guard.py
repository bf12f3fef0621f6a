import socket

import httpx
import pytest

from saksi.errors import BadInput
from saksi.intake.guard import PublicBackend, PublicTransport, is_public


@pytest.mark.parametrize("address", [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
    "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "2002:7f00:1::", "64:ff9b::a9fe:a9fe",
    "2001:db8::1", "no address",
])  # fmt: skip
def test_addresses_that_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses(address):
    assert is_public(address)


def resolves(monkeypatch, *answers):
    given = iter(answers)

    def getaddrinfo(host, port, **_):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in next(given)]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


def test_a_host_with_one_inner_address_is_refused(monkeypatch):
    resolves(monkeypatch, ["1.1.1.1", "127.0.0.1"])
    with pytest.raises(BadInput) as fault:
        PublicBackend().addresses("a.example", 80)
    assert fault.value.reason == "not-public"


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch):
    """A name that resolves to an inner address the second time is never asked a second time."""
    resolves(monkeypatch, ["1.1.1.1"], ["127.0.0.1"])
    went = []

    class Inner:
        def connect_tcp(self, host, *_):
            went.append(host)
            raise ConnectionError

    backend = PublicBackend()
    backend._inner = Inner()
    with pytest.raises(ConnectionError):
        backend.connect_tcp("a.example", 80)
    assert went == ["1.1.1.1"]


@pytest.mark.parametrize(
    "url", ["http://localhost/", "http://127.1/", "http://2130706433/", "http://[::1]/", "http://0x7f000001/"]
)
def test_the_ways_to_write_this_machine(url):
    with httpx.Client(transport=PublicTransport(), trust_env=False) as client, pytest.raises(BadInput) as fault:
        client.get(url)
    assert fault.value.reason in {"not-public", "no-such-host"}


def test_no_sockets_of_the_file_system():
    with pytest.raises(BadInput):
        PublicBackend().connect_unix_socket("/run/x")
