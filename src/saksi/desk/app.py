"""The desk's addresses: each page, its JSON twin at the same address + .json, Atom for lists."""

from __future__ import annotations

import hmac
import secrets
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qsl, urlencode

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from saksi.desk import draw, marked, queries
from saksi.errors import StoreError
from saksi.export.atom import feed
from saksi.store.judge import judge, undo
from saksi.store.opened import Shelf
from saksi.store.search import Question, articles, claims

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
}
LANGS = ("id", "en")
HOSTS = ["127.0.0.1", "localhost", "[::1]", "::1"]
"""The names that the desk answers to: a page elsewhere cannot reach it by a name of its own for this machine."""
LARGEST_FORM = 10_000
PAGE = 30


def app(shelf: Shelf, *, secret: str | None = None) -> Starlette:
    """The desk over an open store. ``secret`` signs the forms (default: a new one per start)."""
    key = secret or secrets.token_hex(16)

    def page(template: str, view: Callable[[Request], Any]) -> Callable[[Request], Response]:
        def show(request: Request) -> Response:
            shown = view(request)
            if shown is None:
                raise HTTPException(404)
            if request.url.path.endswith(".json"):
                return Response(msgspec.json.encode(shown), media_type="application/json")
            return _html(request, template, shown, key)

        return show

    def listed(name: str, view: Callable[[Request], Any]) -> list[Route]:
        show = page(f"{name}.html", view)
        return [Route(f"/{name}", show), Route(f"/{name}.json", show)]

    def one(name: str, view: Callable[[Shelf, str], Any]) -> list[Route]:
        show = page(f"{name}.html", lambda request: view(shelf, request.path_params["id"].removesuffix(".json")))
        return [Route(f"/{name}/{{id:path}}", show)]

    async def decided(request: Request) -> Response:
        return await _decide(shelf, key, request)

    front = page("front.html", lambda _: queries.front(shelf))
    routes = [
        Route("/", front),
        Route("/index.json", front),
        Route("/latest.atom", lambda request: _atom(request, articles(shelf, Question(limit=50, order="latest")))),
        Route("/search.atom", lambda request: _atom(request, articles(shelf, _question(request)))),
        *one("article", queries.article),
        *one("story", queries.story),
        *one("claim", queries.claim),
        *one("person", lambda s, i: queries.name(s, i, "person")),
        *one("body", lambda s, i: queries.name(s, i, "organization")),
        *one("place", queries.place),
        *one("office", lambda s, i: queries.offices(s, title=i) or None),
        *listed("timeline", lambda request: _events(shelf, request)),
        *listed("map", lambda request: _events(shelf, request)),
        *listed("search", lambda request: _search(shelf, request)),
        *listed("review", lambda _: queries.review(shelf)),
        *listed("how", lambda _: queries.how(shelf)),
        Route("/review/decide", decided, methods=["POST"]),
        Route("/static/{name}", _static),
    ]
    return Starlette(
        routes=routes,
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS),
            Middleware(BaseHTTPMiddleware, dispatch=_guarded),
        ],
        exception_handlers={404: _missing, StoreError: _store_fault},
    )


async def _guarded(request: Request, call_next: RequestResponseEndpoint) -> Response:
    response = await call_next(request)
    response.headers.update(HEADERS)
    return response


def _missing(request: Request, _: Exception) -> Response:
    return _html(request, "missing.html", None, "", status=404)


def _store_fault(_: Request, error: Exception) -> Response:
    return PlainTextResponse(f"saksi: {error}", status_code=503)


def _question(request: Request) -> Question:
    asked = {k: v.strip()[:300] for k, v in request.query_params.items() if v.strip()}
    fields = ("words", "person", "place", "outlet", "origin", "story", "lang", "since", "until")
    number = asked.get("page", "1")
    page = min(int(number), 1000) if number.isdecimal() and number.isascii() and int(number) else 1
    return Question(
        **{f: asked[f] for f in fields if f in asked},  # type: ignore[arg-type]
        limit=PAGE,
        offset=(page - 1) * PAGE,
        order="latest" if asked.get("order") == "latest" else "rank",
    )


def _search(shelf: Shelf, request: Request) -> dict[str, Any]:
    q = _question(request)
    as_claims = request.query_params.get("kind") == "claims"
    asked = {k: v for k, v in request.query_params.items() if v and k != "page"}
    return {
        "question": q,
        "kind": "claims" if as_claims else "articles",
        "articles": [] if as_claims else articles(shelf, q),
        "claims": claims(shelf, q) if as_claims else [],
        "page": q.offset // PAGE + 1,
        "next": urlencode({**asked, "page": q.offset // PAGE + 2}),
        "feed": urlencode(asked),
        "facets": queries.facets(shelf, q),
    }


def _events(shelf: Shelf, request: Request) -> dict[str, Any]:
    kind, since, until = (request.query_params.get(k, "").strip()[:40] or None for k in ("kind", "since", "until"))
    return {
        "events": queries.events(shelf, kind=kind, since=since, until=until),
        "kinds": queries.kinds(shelf),
        "kind": kind,
        "since": since,
        "until": until,
    }


async def _decide(shelf: Shelf, key: str, request: Request) -> Response:
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST_FORM:
            raise HTTPException(413)
    told = dict(parse_qsl(body.decode("utf-8", "replace"), max_num_fields=8))
    if not hmac.compare_digest(told.get("token", ""), key):
        raise HTTPException(403)
    decision, by = told.get("decision", ""), told.get("by", "").strip()[:80] or "desk"
    because = told.get("because", "").strip()[:500]
    if told.get("what") == "undo":
        undo(shelf, decision)
    elif told.get("what") in ("accept", "reject"):
        judge(shelf, decision, "positive" if told["what"] == "accept" else "negative", by=by, because=because)
    else:
        raise HTTPException(400)
    return RedirectResponse("/review", status_code=303)


def _static(request: Request) -> Response:
    name = request.path_params["name"]
    kinds = {"style.css": "text/css", "land.svg": "image/svg+xml", "review.js": "text/javascript"}
    if name not in kinds:
        raise HTTPException(404)
    content = (files("saksi.desk") / "static" / name).read_bytes()
    return Response(content, media_type=kinds[name], headers={"Cache-Control": "max-age=3600"})


def _atom(request: Request, some: list[Any]) -> Response:
    base = str(request.base_url).rstrip("/")
    content = feed(some, base=base, own=str(request.url), title="saksi")
    return Response(content, media_type="application/atom+xml")


def _html(request: Request, template: str, view: Any, key: str, status: int = 200) -> Response:
    lang = request.query_params.get("ui") or request.cookies.get("ui") or "id"
    lang = lang if lang in LANGS else "id"
    words = _words()[lang]
    told = {"view": view, "w": words, "lang": lang, "path": request.url.path, "token": key, "q": request.query_params}
    content = _environment().get_template(template).render(**told, draw=draw, marked=marked)
    response = Response(content, status_code=status, media_type="text/html")
    if request.query_params.get("ui") in LANGS:
        response.set_cookie("ui", lang, samesite="strict", httponly=True)
    return response


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("saksi.desk"), autoescape=select_autoescape(default=True), undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["link"] = lambda url: url if url and url.startswith(("http://", "https://")) else None
    environment.filters["number"] = lambda n: f"{n:,}"
    return environment


@cache
def _words() -> dict[str, dict[str, str]]:
    """The words of the interface, by language."""
    told: dict[str, dict[str, str]] = tomllib.loads((files("saksi.desk") / "words.toml").read_text(encoding="utf-8"))
    return told
