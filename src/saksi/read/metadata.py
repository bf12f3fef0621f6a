"""HTML source -> what the page says of itself: headline, authors, dates, outlet, section, address.

In the order of trust: JSON-LD (schema.org articles), OpenGraph and other meta tags, <time>, <title>; for the date at
last htmldate. Source: schema.org/NewsArticle; ogp.me; dublincore.org; RFC 3339.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import Any

from saksi.model.frozen import Frozen

_META = re.compile(r"<(?:meta|link)\b([^>]{1,4000})>", re.IGNORECASE | re.ASCII)
_ATTRIBUTE = re.compile(r"""([A-Za-z:_-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""", re.ASCII)
_LD = re.compile(r"<script\b[^>]{0,400}?application/ld\+json[^>]{0,400}>", re.IGNORECASE | re.ASCII)
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE | re.ASCII)
_TITLE = re.compile(r"<title\b[^>]{0,200}>([^<]{0,1000})", re.IGNORECASE | re.ASCII)
_HTML = re.compile(r"<html\b([^>]{1,1000})>", re.IGNORECASE | re.ASCII)
_TIME = re.compile(r"<time\b([^>]{1,1000})>", re.IGNORECASE | re.ASCII)
_ISO = re.compile(
    r"\s{0,9}(\d{4})[-/.]?([01]\d)[-/.]?([0-3]\d)"
    r"(?:[T ]{1,3}([0-2]\d):?([0-5]\d)(?::?([0-6]\d))?(?:[.,]\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)?)?(?!\d)",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s+")
_TAGS = re.compile(r"<[^<>]{0,300}>")

# schema.org types of pages that carry one article, and what other pages are called here.
ARTICLES = frozenset({
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "BlogPosting",
    "OpinionNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "AdvertiserContentArticle", "SatiricalArticle",
    "LiveBlogPosting", "Report", "ScholarlyArticle", "TechArticle", "SocialMediaPosting",
})  # fmt: skip
_KINDS = {
    "LiveBlogPosting": "liveblog", "ImageGallery": "gallery", "MediaGallery": "gallery", "CollectionPage": "index",
    "SearchResultsPage": "index", "AdvertiserContentArticle": "advert",
}  # fmt: skip

# meta names, best first. Data of the field, not of one outlet.
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "publishdate", "publish-date", "pubdate",
    "parsely-pub-date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "sailthru.date",
    "article.published",
    "published-date", "publication_date", "originalpublicationdate", "content_publishedate", "content_publisheddate",
    "date", "cxenseparse:recs:publishtime", "citation_publication_date", "ptime", "displaydate", "publishedtime",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified")
_AUTHORS = (
    "author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "byl",
    "cxenseparse:author", "content_author", "citation_author", "twitter:data1",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title", "title")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site", "copyright")
_SECTIONS = ("article:section", "parsely-section", "section", "cxenseparse:taxonomy", "dc.subject", "kanal", "channel")


class Said(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a page says of itself; what it does not say is None."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601, with the time and zone that the page gives."""
    modified: str | None = None
    outlet: str | None = None
    section: str | None = None
    url: str | None = None
    lang: str | None = None
    """The page's own tag (BCP 47); pages are often wrong about it."""
    kind: str = ""
    """ "liveblog", "gallery", "index", "video", "advert", "website"; empty for an article or unsaid."""
    paywalled: bool = False
    body: str | None = None
    """The article's text as JSON-LD gives it: without its paragraphs, often cut, sometimes another text."""


def said_in(html: str, *, guess_date: bool = True) -> Said:
    """What the page says of itself. Without ``guess_date`` only what it says in so many words."""
    metas, links = _metas(html)
    items = tuple(_schema(html))
    article = next((i for i in items if _types(i) & ARTICLES), {})
    title = _plain(article.get("headline")) or _first(metas, _TITLES) or _heading(html)
    published = _date(article.get("datePublished")) or _dated(metas, _PUBLISHED) or _itemprop(html) or _timed(html)
    if published is None and guess_date:
        published = _guessed(html)
    tag = _HTML.search(html)
    lang = _text(article.get("inLanguage")) or (_attributes(tag.group(1)).get("lang") if tag else None)
    return Said(
        title=title,
        authors=_authors(article, metas),
        published=published,
        modified=_date(article.get("dateModified")) or _dated(metas, _MODIFIED),
        outlet=_outlet(article, items) or _first(metas, _OUTLETS),
        section=_plain(article.get("articleSection")) or _first(metas, _SECTIONS),
        url=_address(links.get("canonical") or _first(metas, ("og:url",)) or _text(article.get("url"))),
        lang=lang or (_first(metas, ("og:locale", "language", "content-language")) or "").replace("_", "-") or None,
        kind=_kind(article, items, metas),
        paywalled=_closed(article, metas),
        body=_body(article),
    )


def iso(value: str) -> str | None:
    """The date in ISO form that the words begin with, in its normal form; None when there is none or it cannot be."""
    found = _ISO.match(value)
    if not found:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    try:
        day_ = date(int(year), int(month), int(day))
    except ValueError:
        return None
    if not 1980 <= day_.year <= 2100:  # news pages are younger than the web; the rest are slips (1970, 0001)
        return None
    if hour is None:
        return day_.isoformat()
    zone = zone or ""
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{day_.isoformat()}T{hour}:{minute}:{second or '00'}{zone.upper()}"


def _metas(html: str) -> tuple[dict[str, str], dict[str, str]]:
    metas: dict[str, str] = {}
    links: dict[str, str] = {}
    for found in _META.finditer(html):
        has = _attributes(found.group(1))
        if "href" in has:
            links.setdefault(has.get("rel", "").lower(), has["href"])
        name = has.get("property") or has.get("name") or has.get("itemprop") or has.get("http-equiv")
        if name and has.get("content", "").strip():
            metas.setdefault(name.lower(), has["content"].strip())
    return metas, links


def _attributes(tag: str) -> dict[str, str]:
    return {name.lower(): unescape(a or b or c or "") for name, a, b, c in _ATTRIBUTE.findall(tag)}


def _schema(html: str) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD, @graph and lists opened; broken ones are left out."""
    at = 0
    while found := _LD.search(html, at):
        end = _SCRIPT_END.search(html, found.end())
        at = end.end() if end else len(html)  # a script that is not closed takes all the rest
        words = html[found.end() : end.start() if end else at].strip().strip(";")
        words = words.removeprefix("<!--").removesuffix("-->").removeprefix("//<![CDATA[").removesuffix("//]]>")
        try:
            held = json.loads(words, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(held)


def _objects(held: Any, deep: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(held, list):
        for one in held[:200]:
            yield from _objects(one, deep + 1) if deep < 4 else ()
    elif isinstance(held, dict):
        yield held
        for inside in ("@graph", "mainEntity", "mainEntityOfPage"):
            if inside in held and deep < 4:
                yield from _objects(held[inside], deep + 1)


def _types(item: dict[str, Any]) -> set[str]:
    kinds = item.get("@type")
    return {k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)}


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("@id")
    return value.strip() or None if isinstance(value, str) else None


def _plain(value: Any) -> str | None:
    text = _text(value)
    return _SPACE.sub(" ", _TAGS.sub("", unescape(text))).strip() or None if text else None


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((_plain(metas[n]) for n in names if metas.get(n)), None)


def _date(value: Any) -> str | None:
    text = _text(value)
    return iso(text) if text else None


def _dated(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((d for n in names if n in metas and (d := iso(metas[n]))), None)


def _itemprop(html: str) -> str | None:
    """The date of an element with itemprop="datePublished"."""
    at = html.find("datePublished")
    for _ in range(4):
        if at < 0:
            return None
        end = html.find(">", at)
        has = _attributes(html[html.rfind("<", 0, at) : end])
        if has.get("itemprop") == "datePublished":
            said = has.get("content") or has.get("datetime") or html[end + 1 : end + 40]
            if found := iso(said):
                return found
        at = html.find("datePublished", at + 10)
    return None


def _timed(html: str) -> str | None:
    """The <time> that says that it is the date of publication, else the only one there is."""
    times = []
    for found in _TIME.finditer(html):
        has = _attributes(found.group(1))
        when = iso(has.get("datetime", ""))
        if when and ("pubdate" in found.group(1) or "publish" in has.get("class", "") + has.get("itemprop", "")):
            return when
        if when:
            times.append(when)
    return times[0] if len(set(times)) == 1 else None


def _guessed(html: str) -> str | None:
    from htmldate import find_date

    try:
        found = find_date(html, original_date=True, extensive_search=True)
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):  # its own faults on odd pages
        return None
    return iso(found) if found else None


def _authors(article: dict[str, Any], metas: dict[str, str]) -> tuple[str, ...]:
    held = article.get("author") or article.get("creator") or []
    names = [_plain(a) for a in (held if isinstance(held, list) else [held])]
    if not any(names):
        names = [_first(metas, (n,)) for n in _AUTHORS if n in metas and not metas[n].startswith(("http", "@", "/"))][
            :1
        ]
    return tuple(dict.fromkeys(n for n in names if n and not n.startswith("http")))


def _outlet(article: dict[str, Any], items: tuple[dict[str, Any], ...]) -> str | None:
    said = _plain(article.get("publisher")) or _plain(article.get("sourceOrganization"))
    if said and not said.startswith(("http", "#")):
        return said
    for item in items:
        if _types(item) & {"NewsMediaOrganization", "WebSite", "Organization"} and (name := _plain(item.get("name"))):
            return name
    return None


def _heading(html: str) -> str | None:
    found = _TITLE.search(html)
    return _plain(found.group(1)) if found else None


def _address(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None


def _kind(article: dict[str, Any], items: tuple[dict[str, Any], ...], metas: dict[str, str]) -> str:
    for kind, name in _KINDS.items():
        if kind in _types(article):
            return name
    if article:
        return ""
    of = metas.get("og:type", "").lower()
    if of.startswith("video"):
        return "video"
    for item in items:
        for kind, name in _KINDS.items():
            if kind in _types(item):
                return name
    return "website" if of == "website" else ""


def _body(article: dict[str, Any]) -> str | None:
    body = _text(article.get("articleBody"))
    return _TAGS.sub("\n", unescape(body)) if body else None


def _closed(article: dict[str, Any], metas: dict[str, str]) -> bool:
    free = article.get("isAccessibleForFree")
    return free is False or str(free).lower() == "false" or metas.get("article:content_tier", "").lower() == "locked"
