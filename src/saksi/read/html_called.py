"""What page makers call their elements (class, id, role): markup, not language."""

from __future__ import annotations

import re
from functools import lru_cache

# What page makers call elements, by what stands in them. One bit a row.
_CALLED: tuple[tuple[str, str], ...] = (
    ("article", r"article|story|entry|\bpost|berita|artikel|noticia|articulo|nota\b|newstext|blog"),
    ("body", r"body|content|text|main\b|\bisi|konten|detail|copy|cuerpo|texto|inhalt|prose|richtext|wysiwyg"),
    ("paragraph", r"paragraph|\bp\d?\b|\bpar\b|absatz"),
    ("heading", r"headline|title|judul|heading|titulo|titre|titel"),
    ("lead", r"\blead|lede|intro|summary|standfirst|\bdek\b|subtitle|excerpt|abstract|perex|synopsis|bajada|chapo"),
    ("teaser", r"teaser|\bcards?\b|tile|snippet|thumb|promo"),
    ("related", r"relat|recommend|more\b|readmore|read-?also|baca|terkait|also|suggest|further|similar|next|prev"),
    ("popular", r"popul|trend|most|latest|terkini|recent|headlines|\btop-?\d|\bhot"),
    ("list", r"list|feed|stream|grid|carousel|slider|river|\bitems?\b|collection"),
    ("side", r"side|aside|rail|widget|right|sticky|secondary|complementary"),
    ("nav", r"nav|menu|breadcrumb|toolbar|topbar|masthead|header"),
    ("foot", r"foot|bottom|copyright|legal|contentinfo|disclaimer"),
    (
        "advert",
        r"\bads?\b|\bads?[-_]|[-_]ads?\b|advert|sponsor|banner|iklan|dfp|gpt|outbrain|taboola|commercial|shop|product",
    ),
    ("share", r"social|shar(?:e|ing)|facebook|twitter|whatsapp|follow|bookmark|print|email|tool"),
    ("comment", r"comment|disqus|komentar|discuss|reply|respond|livefyre|coral"),
    ("caption", r"caption|credit|photo|image|figure|gallery|media|\bimg|picture|slide|foto|gambar|\bcover"),
    ("video", r"video|player|audio|podcast|embed|tweet|instagram"),
    ("byline", r"meta|byline|author|date|time|stamp|publish|penulis|tanggal|reporter|posted|\binfo|source|writer"),
    ("bio", r"\bbio|about|profile|contributor|staff"),
    ("tags", r"\btags?\b|tag-|-tag|topic|keyword|categor|label|section-?name|kicker|eyebrow|channel|rubri"),
    (
        "sign",
        r"newsletter|subscri|sign-?up|regist|login|log-in|paywall|premium|\bcta|join|alert|member|donat|account|user",
    ),
    (
        "modal",
        r"modal|popup|pop-up|overlay|cookie|consent|gdpr|lightbox|tooltip|dialog|notice|hidden|sr-only|visually|screen-reader|toast",
    ),
    ("quote", r"quote|pull|callout|highlight|blockquote"),
    ("box", r"factbox|infobox|\bbox|panel|inset|insert|inline"),
    ("form", r"search|form|input|button|btn|dropdown|toggle|select"),
    (
        "main",
        (
            r"articlebody|article-body|article__body|article_body|entry-content|post-content|story-body|story__body|"
            r"article-content|articlecontent|article__content|article-text|articletext|post-body|single-content|"
            r"detail-?text|read__content|detail_text|detail__body|content-?detail|field-name-body|td-post-content"
        ),
    ),
)
CALLED = tuple(name for name, _ in _CALLED)
_CALLED_AS = tuple(re.compile(pattern) for _, pattern in _CALLED)


@lru_cache(maxsize=20_000)
def called(words: str) -> int:
    """The kinds, a bit each in the order of ``CALLED``, that an element's words fall under."""
    mask = 0
    for word in words.split():
        mask |= _word_called(word)
    return mask


@lru_cache(maxsize=50_000)
def _word_called(word: str) -> int:
    return sum(1 << i for i, pattern in enumerate(_CALLED_AS) if pattern.search(word))
