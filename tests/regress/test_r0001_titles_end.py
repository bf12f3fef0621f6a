"""r1: a title before a bracket that never closes, in a sentence that begins with a body's name, was read for ever."""

from __future__ import annotations

import saksi


def test_a_title_before_an_open_bracket_ends() -> None:
    text = "PBB mengirim Komisioner Tinggi PBB untuk Pengungsi (United Nations High Commissioner for Refugees / UNHCR) ke Kenya."
    record = saksi.read(text, lang="id", clean=True)
    assert record.article.text == text
