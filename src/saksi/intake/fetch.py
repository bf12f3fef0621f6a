"""Addresses -> bytes, politely and within limits: robots.txt, a pause per host, sizes, times, public addresses only.

Source: RFC 9309 (robots.txt), RFC 9110 (conditional requests, Retry-After).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Lock
from typing import Any, Self

import httpx

from saksi.errors import BadInput
from saksi.intake.guard import PublicTransport
from saksi.intake.unpack import unpacked
from saksi.model.frozen import Frozen

ROBOTS_SIZE = 512_000  # bytes of a robots.txt that are read (RFC 9309 asks for at least 500 KiB)
ROBOTS_AGE = 86_400.0  # seconds that a robots.txt is trusted (RFC 9309: no more than 24 hours)
LONGEST_DELAY = 30.0  # seconds of crawl-delay that are obeyed; a host that asks for more is read at this pace


class Fetching(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How pages are fetched."""

    agent: str = "saksi/0.1"
    contact: str = ""
    """An address to write to, shown to every host: a URL or an e-mail address."""
    pause: float = 1.0
    """Seconds between two requests to a host."""
    timeout: float = 20.0
    """Seconds for one wait of the connection."""
    total: float = 60.0
    """Seconds for one page, all in all."""
    max_bytes: int = 10_000_000
    """Bytes of a page, before and after unpacking."""
    max_redirects: int = 5
    max_wait: float = 60.0
    """Seconds that a host's Retry-After is waited for; longer ones drop the page."""
    obey_robots: bool = True
    allow_loopback: bool = False
    """For tests only: this machine's own addresses count as public."""

    @property
    def user_agent(self) -> str:
        """Who we say that we are."""
        return f"{self.agent} (+{self.contact})" if self.contact else f"{self.agent} (news reader; no contact set)"


class Fetched(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page as its host gave it, unpacked."""

    url: str
    final_url: str
    data: bytes
    content_type: str = ""
    etag: str | None = None
    modified: str | None = None
    fetched_at: str


class _Host:
    def __init__(self) -> None:
        self.lock = Lock()
        self.next_at = 0.0
        self.robots: Any = None
        self.robots_until = -1.0


class Fetcher:
    """Fetches pages: one request at a time to a host. Use in a ``with`` statement, or ``close`` it."""

    def __init__(
        self,
        settings: Fetching | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.settings = settings or Fetching()
        self._clock, self._sleep = clock, sleep
        self._hosts: dict[str, _Host] = {}
        self._lock = Lock()
        self._client = httpx.Client(
            transport=PublicTransport(allow_loopback=self.settings.allow_loopback),
            follow_redirects=False,
            trust_env=False,
            timeout=httpx.Timeout(self.settings.timeout),
            headers={
                "User-Agent": self.settings.user_agent,
                "Accept": "text/html,application/xhtml+xml,*/*;q=0.5",
                "Accept-Encoding": "gzip, deflate",
            },
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends all connections."""
        self._client.close()

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """The page at an address, redirects followed.

        In: etag and modified of the last time, for a conditional request.
        Raises: BadInput with reason "bad-url", "robots", "not-public", "no-such-host", "redirects", "http-404" (and the
        like), "not-modified", "too-large", "too-slow", "no-connection", and those of unpacking.
        """
        ends = self._clock() + self.settings.total
        extra = {k: v for k, v in (("If-None-Match", etag), ("If-Modified-Since", modified)) if v}
        at = url
        for _ in range(self.settings.max_redirects + 1):
            where = _address(at)
            host = self._host(where)
            with host.lock:
                if self.settings.obey_robots and not self._allowed(host, where, ends):
                    raise BadInput(f"robots.txt of {where.host} does not allow it", reason="robots", url=at)
                status, headers, data = self._asked(host, where, extra, ends, self.settings.max_bytes)
            if status in {301, 302, 303, 307, 308} and headers.get("location"):
                try:
                    at = str(where.join(headers["location"]))
                except (httpx.InvalidURL, ValueError) as fault:
                    raise BadInput(headers["location"][:200], reason="bad-url") from fault
                continue
            if status == 304:
                raise BadInput(at, reason="not-modified")
            if status != 200:
                raise BadInput(f"HTTP status {status}", reason=f"http-{status}", url=at)
            return Fetched(
                url=url,
                final_url=at,
                data=data,
                content_type=headers.get("content-type", ""),
                etag=headers.get("etag"),
                modified=headers.get("last-modified"),
                fetched_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            )
        raise BadInput(f"more than {self.settings.max_redirects} redirects", reason="redirects", url=url)

    def _host(self, where: httpx.URL) -> _Host:
        with self._lock:
            return self._hosts.setdefault(f"{where.scheme}://{where.netloc.decode('ascii')}", _Host())

    def _asked(
        self, host: _Host, where: httpx.URL, extra: dict[str, str], ends: float, limit: int
    ) -> tuple[int, httpx.Headers, bytes]:
        """Status, headers and unpacked body; once more when the host says when to come back."""
        for again in (True, False):
            self._wait(host, ends)
            status, headers, data = self._once(where, extra, ends, limit)
            host.next_at = self._clock() + self._pause(host)
            wait = _retry_after(headers) if status in {429, 503} else None
            if wait is None:
                break
            host.next_at = max(host.next_at, self._clock() + min(wait, 3600.0))
            if not again or wait > self.settings.max_wait or self._clock() + wait > ends:
                break
        return status, headers, data

    def _wait(self, host: _Host, ends: float) -> None:
        left = host.next_at - self._clock()
        if left > 0:
            if self._clock() + left > ends:
                raise BadInput("the host asked to be left alone for longer than a page may take", reason="too-slow")
            self._sleep(left)

    def _pause(self, host: _Host) -> float:
        delay = host.robots.crawl_delay(self.settings.agent) if host.robots is not None else None
        return max(self.settings.pause, min(float(delay or 0.0), LONGEST_DELAY))

    def _once(
        self, where: httpx.URL, extra: dict[str, str], ends: float, limit: int
    ) -> tuple[int, httpx.Headers, bytes]:
        parts, size = [], 0
        try:
            with self._client.stream("GET", where, headers=extra) as answer:
                length = answer.headers.get("content-length", "")
                if length.isdigit() and int(length) > limit:
                    raise BadInput(f"{int(length):,} bytes", reason="too-large")
                for part in answer.iter_raw():
                    size += len(part)
                    if size > limit:
                        raise BadInput(f"more than {limit:,} bytes", reason="too-large")
                    if self._clock() > ends:
                        raise BadInput("it took too long", reason="too-slow")
                    parts.append(part)
                status, headers = answer.status_code, answer.headers
        except httpx.TimeoutException as fault:
            raise BadInput(f"no answer in {self.settings.timeout} s", reason="too-slow") from fault
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as fault:
            raise BadInput(str(fault)[:200] or type(fault).__name__, reason="no-connection") from fault
        data = b"".join(parts)
        return status, headers, unpacked(data, headers.get("content-encoding"), limit) if status == 200 else data

    def _allowed(self, host: _Host, where: httpx.URL, ends: float) -> bool:
        if host.robots is None or self._clock() > host.robots_until:
            host.robots = self._robots(host, where, ends)
            host.robots_until = self._clock() + ROBOTS_AGE
            host.next_at = max(host.next_at, self._clock() + self._pause(host))
        return bool(host.robots.can_fetch(str(where), self.settings.agent))

    def _robots(self, host: _Host, where: httpx.URL, ends: float) -> Any:
        """The rules of a host: none when it has no robots.txt, nothing allowed when it cannot say (RFC 9309)."""
        from protego import Protego

        at = where.copy_with(raw_path=b"/robots.txt")
        try:
            for _ in range(5):
                status, headers, data = self._asked(host, _address(str(at)), {}, ends, ROBOTS_SIZE)
                if status in {301, 302, 303, 307, 308} and headers.get("location"):
                    at = at.join(headers["location"])
                    continue
                break
        except BadInput as fault:
            if fault.reason in {"not-public", "no-such-host", "no-connection"}:
                raise
            return Protego.parse("" if fault.reason == "too-large" else "User-agent: *\nDisallow: /")
        except (httpx.InvalidURL, ValueError):
            return Protego.parse("")
        if 200 <= status < 300:
            return Protego.parse(data.decode("utf-8", "replace"))
        return Protego.parse("User-agent: *\nDisallow: /" if status >= 500 or status == 429 else "")


def _address(url: str) -> httpx.URL:
    try:
        where = httpx.URL(url)
    except (httpx.InvalidURL, ValueError, TypeError) as fault:
        raise BadInput(str(url)[:200], reason="bad-url") from fault
    if where.scheme not in {"http", "https"} or not where.host:
        raise BadInput(f"{str(url)[:200]}: neither http nor https", reason="bad-url")
    return where.copy_with(fragment=None)


def _retry_after(headers: httpx.Headers) -> float | None:
    """Seconds that a host asks to wait."""
    said = headers.get("retry-after", "").strip()
    if said.isdigit():
        return float(said[:9])
    try:
        when = parsedate_to_datetime(said)
    except (ValueError, TypeError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
