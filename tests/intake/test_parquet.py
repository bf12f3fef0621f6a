import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from saksi.errors import BadConfig
from saksi.intake.files import pages_at
from saksi.model.pages import Dropped


def written(tmp_path, **columns):
    where = tmp_path / "a.parquet"
    pq.write_table(pa.table(columns), where, row_group_size=100)
    return str(where)


def test_fineweb_dates_are_crawls(tmp_path):
    where = written(tmp_path, text=["Satu.", None], id=["u1", "u2"], dump=["CC-1", "CC-1"], url=["https://a.example/1", "x"],
                    date=["2023-05-06T00:00:00Z", None], language=["ind", "ind"], unused=[1, 2])  # fmt: skip
    page, dropped = pages_at(where)
    assert (page.page.doc, page.page.fetched_at, page.given.published, page.given.lang) == (
        "u1", "2023-05-06T00:00:00Z", None, "id",
    )  # fmt: skip
    assert isinstance(dropped, Dropped)
    assert (dropped.doc, dropped.reason) == ("u2", "empty")


def test_cc_news_dates_are_publications(tmp_path):
    where = written(
        tmp_path,
        title=["T"],
        text=["Satu."],
        domain=["a.example"],
        date=["2018-01-02 10:00:00"],
        url=["https://a.example/1"],
    )
    (page,) = pages_at(where)
    assert (page.given.published, page.given.outlet, page.given.title) == ("2018-01-02 10:00:00", "a.example", "T")


def test_columns_by_name(tmp_path):
    where = written(tmp_path, isi=["Satu."], kode=[5])
    (page,) = pages_at(where, columns=(("text", "isi"), ("doc", "kode")))
    assert (page.content, page.page.doc) == ("Satu.", "5")
    assert [x.reason for x in pages_at(where)] == ["no-columns"]
    with pytest.raises(BadConfig, match="no column 'teks'"):
        list(pages_at(where, columns=(("text", "teks"),)))


def test_broken_files(tmp_path):
    where = written(tmp_path, text=[f"Kalimat {i}." for i in range(1000)])
    assert len(list(pages_at(where))) == 1000
    data = (tmp_path / "a.parquet").read_bytes()
    (tmp_path / "a.parquet").write_bytes(data[:-50])
    assert [x.reason for x in pages_at(where)] == ["bad-parquet"]
