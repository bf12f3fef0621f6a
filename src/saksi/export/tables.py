"""Records -> flat rows, one table per record type: what Parquet and CSV are written from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from saksi.export.record_json import record_form
from saksi.model.journal import Record
from saksi.model.pages import Dropped

if TYPE_CHECKING:
    import pyarrow as pa

Row = dict[str, Any]

ARTICLE: Final = {
    "article": "string", "doc": "string", "url": "string", "outlet": "string", "lang": "string", "title": "string",
    "published": "string", "published_basis": "string", "text": "string",
    "body_chars": "int64", "lines": "int64", "lines_set_aside": "int64",
}  # fmt: skip
_AT: Final = {"article": "string", "start": "int64", "end": "int64", "words": "string"}
TABLES: Final[dict[str, dict[str, str]]] = {
    "articles": ARTICLE,
    "lines": _AT | {"role": "string"},
    "names": _AT | {"type": "string", "head": "string"},
    "times": _AT | {"type": "string", "value": "string", "mod": "string", "basis": "string", "candidates": "strings",
                    "rule": "string"},
    "places": _AT | {"name": "string", "country": "string", "lat": "float64", "lon": "float64", "kind": "string",
                     "precision": "string"},
    "figures": _AT | {"low": "float64", "high": "float64", "unit": "string", "measure": "string"},
    "claims": {"article": "string", "id": "string", "content": "strings", "content_start": "int64",
               "content_end": "int64", "source": "string", "source_name": "string", "source_kind": "string",
               "cue": "string", "stance": "string", "kind": "string", "chain": "strings", "hedged": "bool",
               "negated": "bool", "speech_date": "string", "inside": "string", "carried": "bool", "rule": "string"},
    "offices": _AT | {"person": "string", "title": "string", "org": "string", "place": "string", "relation": "string",
                      "term_start": "string", "term_end": "string"},
    "events": _AT | {"kind": "string", "subkind": "string", "reality": "string", "when": "string", "where": "string",
                     "claim": "string", "rule": "string"},
    "dropped": {"doc": "string", "reason": "string", "detail": "string"},
}  # fmt: skip
"""Table -> column -> type. "strings" is a list of strings. Offsets count in the article's "text"."""


def rows_of(record: Record | Dropped) -> dict[str, list[Row]]:
    """The rows of one page by table; a dropped page gives one row of "dropped"."""
    if isinstance(record, Dropped):
        return {"dropped": [{"doc": record.doc, "reason": record.reason, "detail": record.detail}]}
    form = msgspec.to_builtins(record_form(record, text=True))
    text, article = form["text"], record.article.id

    def words(at: Row | None) -> str | None:
        return text[at["start"] : at["end"]] if at else None

    out: dict[str, list[Row]] = {}
    for table in ("lines", "names", "times", "places", "figures", "offices", "events"):
        columns = TABLES[table]
        out[table] = [
            {k: v for k, v in row.items() if k in columns} | {"article": article, "words": words(row)}
            for row in form[table]
        ]
    for row, full in zip(out["events"], form["events"], strict=True):
        row["where"] = words(full["where"])
    out["claims"] = [
        {k: v for k, v in row.items() if k in TABLES["claims"]}
        | {
            "article": article,
            "content": [words(at) for at in row["content"]],
            "content_start": row["content"][0]["start"],
            "content_end": row["content"][-1]["end"],
            "source": words(row["source"]),
            "cue": words(row["cue"][0]) if row["cue"] else None,
        }
        for row in form["claims"]
    ]
    body = record.article.body
    out["articles"] = [
        {k: form[k] for k in ARTICLE if k in form and k != "lines"}
        | {
            "article": article,
            "body_chars": sum(b.end - b.start for b in body),
            "lines": len(record.article.blocks),
            "lines_set_aside": len(record.article.blocks) - len(body),
        }
    ]
    return out


def arrow_schema(table: str) -> pa.Schema:
    """The Arrow schema of a table."""
    import pyarrow as pa

    types = {
        "string": pa.string(), "int64": pa.int64(), "float64": pa.float64(), "bool": pa.bool_(),
        "strings": pa.list_(pa.string()),
    }  # fmt: skip
    return pa.schema([(column, types[kind]) for column, kind in TABLES[table].items()])
