"""Pages that nobody wrote: samples cut, doubled, swapped, stuffed. The same seed, the same pages."""

import random
from collections.abc import Iterator

SEEDS = (
    """<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Pasar Melati Dibuka</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Pasar", "datePublished": "2024-12-02",
"author": [{"name": "Citra"}], "articleBody": "Wali Kota membuka pasar."}</script><style>p {color: red}</style></head>
<body><nav><ul><li><a href="/">Beranda</a><li><a href="/n">Nasional</a></ul></nav><article><h1>Pasar Melati Dibuka</h1>
<time datetime="2024-12-02T10:00:00+07:00">Senin</time><div class="article-content"><p>CIRENDEU - Wali Kota <b>Ani</b> membuka
Pasar Melati pada Senin (2/12/2024).</p><p>&ldquo;Pasar ini milik warga,&rdquo; kata Ani &amp; tertawa.</p><br>Sewa kios
Rp 12 juta.<br><blockquote>Kami senang, kata pedagang.</blockquote><ul><li>Satu<li>Dua</ul></div></article>
<div class="related"><a href="/1">Baca juga: Harga beras naik</a></div><!-- akhir --><footer>© 2024</footer></body></html>""",
    """<table><tr><td><font size=2>The mayor said on Monday that the market would open.<br><br>"It is ours," she said.</font>
<td><a href=x>More</a></table><form><select><option>a<option>b</select><textarea><p>x</textarea></form><svg><p>y</p></svg>""",
    'Suara.com - Menteri Budi mengatakan harga turun.\nBaca Juga: Harga naik\n\n"Benar," katanya, Senin (2/12/2024).\nTag: harga',
)  # fmt: skip
STUFF = (
    "\0", "\ud800", "\udfff", "\ufeff", "\u200b", "\u202e", "\u2028", "\u0085", "\r", "\x0b", "\x1b", "\U0010ffff", "ﷺ", "İ", "ß",
    "<", ">", "</", "<!", "<!--", "-->", "<![CDATA[", "]]>", "<script>", "</script>", "<p>", "</p>", "<div>" * 40, "</div>" * 40,
    "<a href='", '"', "'", "=", "&", "&#0;", "&#xd800;", "&#x110000;", "&nbsp;", "&amp;amp;", "&notit;", "<p a=b c='d\" e>",
    "<plaintext>", "<noscript>", "<template>", "<table>", "<td>", "<br>" * 30, "{}", "[" * 60, "\\u0000", "“", "”", "“" * 20,
    "9" * 400, "a" * 500, "kata " * 100, ", kata Ani, " * 30, "2024-02-31", "99/99/9999", "Rp 1,2,3.4.5 " * 5, "(((((", "https://",
)  # fmt: skip


def mutated(count: int, seed: int = 0) -> Iterator[str]:
    """Pages made by up to twelve changes of a sample."""
    chance = random.Random(seed)
    for _ in range(count):
        page = chance.choice(SEEDS)
        for _ in range(chance.randint(1, 12)):
            page = _changed(page, chance)[:60_000]
        yield page


def _changed(page: str, chance: random.Random) -> str:
    a, b = sorted((chance.randint(0, len(page)), chance.randint(0, len(page))))
    kind = chance.randrange(7)
    if kind == 0:
        return page[:a] + chance.choice(STUFF) + page[a:]
    if kind == 1:
        return page[:a] + page[min(b, a + 80) :]
    if kind == 2:
        return page[:b] + page[a:b] + page[b:]
    if kind == 3:
        other = chance.choice(SEEDS)
        return page[:a] + other[chance.randint(0, len(other)) :]
    if kind == 4:
        return page[:a] + page[a:b].swapcase() + page[b:]
    if kind == 5:
        return page[:a] if chance.random() < 0.2 else page[a:] + page[:a]
    at = a
    return page[:at] + chr(chance.choice((*range(1, 0x250), 0x5D0, 0x627, 0x4E2D, 0x1F600))) + page[at + 1 :]
