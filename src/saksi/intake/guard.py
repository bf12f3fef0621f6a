"""Which addresses may be fetched from: public ones, checked after the name is resolved, and only those checked.

The connection goes to the very address that passed, so a name that resolves differently a moment later wins nothing.
"""

from __future__ import annotations

import ipaddress
import socket
import typing
from collections.abc import Iterable

import httpcore
import httpx

from saksi.errors import BadInput

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address is a public one: not private, loopback, link-local, multicast, reserved or cloud metadata.

    IPv4 addresses wrapped in IPv6 (mapped, 6to4, Teredo, NAT64) count as what they wrap.
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        wrapped = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if wrapped is None and ip in _NAT64:
            wrapped = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if wrapped is not None:
            return is_public(str(wrapped))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and not ip.is_unspecified


def is_loopback(address: str) -> bool:
    """Whether an IP address is this machine's own."""
    try:
        return ipaddress.ip_address(address.partition("%")[0]).is_loopback
    except ValueError:
        return False


class PublicBackend(httpcore.NetworkBackend):
    """Connects to public addresses only."""

    def __init__(self, *, allow_loopback: bool = False) -> None:
        self._inner = httpcore.SyncBackend()
        self._allow_loopback = allow_loopback

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[typing.Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the host at an address that was checked. Raises: BadInput "not-public", "no-such-host"."""
        fault: Exception | None = None
        for address in self.addresses(host, port)[:4]:
            try:
                return self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except httpcore.ConnectError as one:
                fault = one
        raise fault or httpcore.ConnectError(host)

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002  the backend's form
        socket_options: Iterable[typing.Any] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """Never: a page is not in a socket of this machine."""
        raise BadInput(path, reason="not-public")

    def addresses(self, host: str, port: int) -> list[str]:
        """The addresses of a host, all of them checked: one that is not public makes the host suspect."""
        try:
            held = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as fault:
            raise BadInput(f"{host}: {fault}", reason="no-such-host") from fault
        found = list(dict.fromkeys(str(info[4][0]) for info in held))
        for address in found:
            if not (is_public(address) or (self._allow_loopback and is_loopback(address))):
                raise BadInput(f"{host} is at {address}", reason="not-public")
        return found


class PublicTransport(httpx.BaseTransport):
    """httpx over connections of ``PublicBackend``; no proxy, no keeping of many connections."""

    def __init__(self, *, allow_loopback: bool = False) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=8,
            max_keepalive_connections=4,
            network_backend=PublicBackend(allow_loopback=allow_loopback),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer to a request. Raises: httpx errors, BadInput."""
        assert isinstance(request.stream, httpx.SyncByteStream)
        try:
            answer = self._pool.handle_request(
                httpcore.Request(
                    method=request.method,
                    url=httpcore.URL(
                        scheme=request.url.raw_scheme,
                        host=request.url.raw_host,
                        port=request.url.port,
                        target=request.url.raw_path,
                    ),
                    headers=request.headers.raw,
                    content=request.stream,
                    extensions=request.extensions,
                )
            )
        except httpcore.TimeoutException as fault:
            raise httpx.TimeoutException(str(fault), request=request) from fault
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as fault:
            raise httpx.TransportError(str(fault), request=request) from fault
        assert isinstance(answer.stream, typing.Iterable)
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Stream(answer.stream),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """Ends all connections."""
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, inner: typing.Iterable[bytes]) -> None:
        self._inner = inner

    def __iter__(self) -> typing.Iterator[bytes]:
        try:
            yield from self._inner
        except httpcore.TimeoutException as fault:
            raise httpx.TimeoutException(str(fault)) from fault
        except (httpcore.NetworkError, httpcore.ProtocolError) as fault:
            raise httpx.TransportError(str(fault)) from fault

    def close(self) -> None:
        if hasattr(self._inner, "close"):
            self._inner.close()
