import os
import time

import pytest

from saksi.errors import BadInput
from saksi.flow.order import record_of
from saksi.intake.decode import decoded, mended
from saksi.model.raw import raw_page
from tests.fuzz.mutate import mutated

COUNT = int(os.environ.get("SAKSI_FUZZ", "200"))
SECONDS_A_MB = 30.0  # far above what any page takes: only what grows faster than its page is caught


@pytest.mark.parametrize("kind", ["text/html", "text/plain"])
def test_no_page_breaks_the_rooms(kind):
    for number, page in enumerate(map(mended, mutated(COUNT, seed=1 if kind == "text/html" else 2))):
        began = time.process_time()
        try:
            record = record_of(raw_page(str(number), page, media_type=kind, fast=number % 4 == 0))
        except BadInput:
            continue
        except BaseException as fault:
            fault.add_note(f"page {number}: {page[:3000]!r}")
            raise
        spent = time.process_time() - began
        assert spent < 1.0 + SECONDS_A_MB * len(page) / 1e6, (number, len(page), spent)
        text = record.article.text
        for here, there, n in record.article.offsets.runs:
            assert text[here : here + n].split() == page[there : there + n].split(), number


def test_no_bytes_break_the_decoder():
    for number, page in enumerate(mutated(COUNT, seed=3)):
        data = page.encode(("utf-8", "utf-16", "cp1252", "utf-32-be")[number % 4], "replace")
        cut = data[number % 7 : len(data) - number % 5]
        for declared in (None, "utf-8", "gb18030", "iso-2022-jp", "x-user-defined"):
            try:
                text, _ = decoded(cut, declared)
            except BadInput:
                continue
            text.encode("utf-8")
            assert "\0" not in text
