import time

import pytest

from saksi.model.raw import raw_page
from saksi.read.html import text_of

PARAS = [
    "Wali Kota Cirendeu, Ani Rahmawati, membuka Pasar Melati yang baru pada Senin (2/12/2024) di hadapan para pedagang.",
    "“Pasar ini milik warga, bukan milik pemerintah,” kata Ani kepada wartawan setelah pembukaan yang dihadiri ratusan orang.",
    "Menurut Kepala Dinas Perdagangan Budi Santoso, pembangunan pasar menelan biaya Rp 12 miliar & selesai dalam 14 bulan.",
    "Para pedagang mengaku senang, tetapi beberapa di antaranya mengeluhkan sewa kios yang naik dua kali lipat dari sebelumnya.",
]


def page(paras=PARAS, wrap="<p>{}</p>", more=""):
    body = "".join(wrap.format(p.replace("&", "&amp;")) for p in paras)
    return f"""<!DOCTYPE html><html lang="id"><head><title>Pasar Melati Dibuka - Suara Kota</title>
<meta property="og:title" content="Pasar Melati Dibuka"><meta property="article:published_time" content="2024-12-02T10:00:00+07:00">
<script>var x = "<p>Bukan isi artikel ini, melainkan skrip yang panjang sekali, sungguh panjang.</p>";</script></head>
<body class="home"><nav class="menu"><ul><li><a href="/">Beranda</a></li><li><a href="/n">Nasional</a></li></ul></nav>
<article class="article"><h1>Pasar Melati Dibuka</h1><div class="author">Oleh Citra</div>
<div class="article-content">{body}</div></article>{more}
<div class="related"><h3>Berita Terkait</h3><ul><li><a href="/1">Harga beras naik lagi pekan ini</a></li>
<li><a href="/2">Jembatan baru dibangun di selatan kota</a></li></ul></div>
<!-- <p>Komentar yang tidak pernah tampil di halaman ini, walaupun panjang.</p> -->
<footer class="footer">© 2024 Suara Kota</footer></body></html>"""


def read(html, **how):
    return text_of(raw_page("x", html, media_type="text/html", **how))


@pytest.mark.parametrize("fast", [False, True])
def test_the_article_and_nothing_else(fast):
    assert read(page(), fast=fast).text.split("\n") == PARAS


def test_lines_between_breaks_and_bare_text():
    assert read(page(wrap="{}<br><br>")).text.split("\n") == PARAS


def test_what_the_page_says_of_itself():
    said = read(page()).said
    assert (said.title, said.published, said.lang) == ("Pasar Melati Dibuka", "2024-12-02T10:00:00+07:00", "id")


def test_offsets_lead_back_to_the_source():
    html = page()
    for plain, marked in (("Ani Rahmawati", "<b>Ani</b> Rahmawati"), ("sewa kios", "sewa <a href='/k'>kios</a>")):
        html = html.replace(plain, marked)
    got = read(html)
    for words in ("Wali Kota Cirendeu", "Budi Santoso", "selesai dalam 14 bulan", "mengeluhkan sewa"):
        start = got.text.index(words)
        there = got.offsets.there(start, start + len(words))
        assert html[slice(*there)] == words
    start = got.text.index("Ani Rahmawati")
    assert html[slice(*got.offsets.there(start, start + 13))] == "Ani</b> Rahmawati"
    assert got.text.count("&") == 1


def test_every_run_is_the_same_in_both_texts():
    html = page([p.replace(" ", "\n  ", 3) for p in PARAS]).replace("pedagang", "peda&#103;an&#x67;")
    got = read(html)
    assert got.text.split("\n") == PARAS
    assert got.offsets.runs
    for here, there, n in got.offsets.runs:
        assert got.text[here : here + n].split() == html[there : there + n].split()


def test_a_heading_inside_the_body_stays():
    html = page([*PARAS[:2], "</p><h2>Sewa kios</h2><p>" + PARAS[2], PARAS[3]])
    got = read(html)
    assert len(got.tags) == len(got.text.split("\n")) == len(got.sure)
    assert set(PARAS) <= set(got.text.split("\n"))


@pytest.mark.parametrize("html", [
    "", "   ", "<", "<html>", "<html><body></body></html>", "<!--", "<script>", "</p></p>", "<p", "<p a='", "&#x110000;", "&",
    "<html><head><title>x</title></head><body><script>alert(1)</script></body></html>",
])  # fmt: skip
def test_pages_with_nothing_in_them(html):
    assert len(read(html).text) < 10


def test_unclosed_elements():
    got = read(page(wrap="<p>{}").replace("</div>", "").replace("</li>", "").replace("</article>", ""))
    assert [line for line in got.text.split("\n") if line in PARAS] == PARAS


def hostile(n):
    yield "<div>" * n + PARAS[0] + "</div>" * n
    yield "<b>" * n + PARAS[0]
    yield "</div>" * n + PARAS[0]
    yield ("<div><span>" * n) + ("</p></a>" * n)
    yield "<p " + 'a="' * n + ">"
    yield "<a ='" * n
    yield "<script>" * n + "<!--" * n
    yield "<!--" * n
    yield "&" * n + "&amp" * n
    yield "<p>" + "a " * n
    yield "<li>" * n + PARAS[0]
    yield "<table><tr><td>" * n + PARAS[0]
    yield "<ul><li>" * n + "</ul>" * n
    yield "<p>" + PARAS[0] + "</p>" + '<meta content="' * n
    yield '<script type="application/ld+json">' + "[" * n
    yield '<script type="application/ld+json">{"@graph":' * n
    yield "datePublished " * n
    yield "<time datetime=" * n
    yield "<title>" * n
    yield ("<div class='" + "a" * 50 + "'>" + PARAS[0]) * (n // 10)
    yield "<p>" + "<br>a" * n
    yield "<p>" + "<p>" + "  \n" * n
    yield "<p>" + ". " * n + "9:9" * n


@pytest.mark.parametrize("which", range(23))
def test_ten_times_the_page_takes_ten_times_the_time(which):
    def spent(n):
        html = list(hostile(n))[which]
        began = time.process_time()
        read(html, fast=True)
        return time.process_time() - began

    spent(100)
    small, large = spent(2_000), spent(20_000)
    assert large < 0.25 + small * 25


def test_ten_thousand_deep_with_all_opinions():
    deep = "<div>" * 10_000
    got = read(page(more=deep + "<p>" + PARAS[0] + "</p>"))
    assert PARAS[1] in got.text


SCRIPTS = {
    "zh": ["市长周一宣布新的市场将于下月开放，预计将吸引数千名商贩。", "她说：“这个市场属于市民，而不属于政府。”记者在现场采访了她。",
           "商贩们表示欢迎，但也有人抱怨租金比以前高了一倍，难以承受。"],
    "ar": ["أعلن رئيس البلدية يوم الاثنين أن السوق الجديدة ستفتح أبوابها الشهر المقبل أمام آلاف الباعة.",
           "ورحب الباعة بالقرار لكن بعضهم اشتكى من أن الإيجار ارتفع إلى الضعف مقارنة بالسابق."],
    "ru": ["Мэр города в понедельник объявила, что новый рынок откроется в следующем месяце для тысяч торговцев.",
           "Торговцы приветствовали решение, но некоторые пожаловались на аренду, которая выросла вдвое."],
}  # fmt: skip


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("fast", [False, True])
def test_other_scripts(script, fast):
    paras = SCRIPTS[script] * 2
    assert read(page(paras), fast=fast).text.split("\n") == paras


def front(count, *, summary=True):
    cards = "".join(
        f'<div class="card"><h3><a href="/{i}">Harga beras naik lagi pekan ke-{i}</a></h3>'
        + f"<p>{PARAS[i % 4]}</p></div>" * summary
        for i in range(count)
    )
    return f"<html><head><title>Suara Kota</title></head><body><main>{cards}</main></body></html>"


def test_pages_that_list_other_pages():
    assert (read(front(25)).text, read(front(25)).reason) == ("", "index")
    assert read(front(40, summary=False)).reason == "index"
    assert read(page(), url="https://suara.example/").reason == "index"
    assert read(page(), url="https://suara.example/kota/1").text


def test_why_there_is_no_article():
    closed = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script><p>Masuk</p>'
    )
    assert read(closed).reason == "paywall"
    assert read("<p>Masuk</p>").reason == "no-article"


def test_fast_blocks_by_element():
    got = read(page(), fast=True)
    assert [got.text[b.start : b.end] for b in got.blocks] == PARAS
    assert {b.role for b in got.blocks} == {"body"}
