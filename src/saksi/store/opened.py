"""Opening a store: where it lies, its migrations, and errors that say what to do."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, select
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError

from saksi.errors import StoreError
from saksi.store.schema import VERSION, meta

DEFAULT = "saksi.db"
WAIT_SECONDS = 10
"""How long a second writer waits for the first."""


def place_of(store: str | None) -> str:
    """Where the store lies: as given, else $SAKSI_STORE, else saksi.db in this folder."""
    return store or os.environ.get("SAKSI_STORE") or DEFAULT


class Shelf:
    """An open store: transactions to write, connections to read."""

    def __init__(self, engine: Engine, where: str) -> None:
        self.engine = engine
        self.where = where

    @property
    def sqlite(self) -> bool:
        """Whether it is the embedded store."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: kept whole when it ends, or not at all. Raises: StoreError."""
        with (
            _told(self.where),
            self.engine.connect().execution_options(saksi_writes=True) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read by. Raises: StoreError."""
        with _told(self.where), self.engine.connect() as connection:
            yield connection

    def close(self) -> None:
        """Let go of the store."""
        self.engine.dispose()


def opened(store: str | None = None, *, create: bool = False, read_only: bool = False) -> Shelf:
    """The store at a path or a postgresql:// address, brought to this version's schema.

    Raises: StoreError when it is not there (and not to be made), locked, damaged, not writable, or of a newer version.
    """
    where = place_of(store)
    if "://" in where:
        engine = create_engine(where.replace("postgresql://", "postgresql+psycopg://", 1), pool_pre_ping=True)
    else:
        path = Path(where)
        if not path.exists() and not create:
            raise StoreError("there is no store here; make one with: saksi add PATH...", path=where)
        if path.exists() and path.stat().st_size and not _is_sqlite(path):
            raise StoreError("this file is no store", path=where)
        mode = "ro" if read_only else "rwc"
        engine = create_engine(
            f"sqlite:///file:{path.resolve()}?mode={mode}&uri=true", connect_args={"timeout": WAIT_SECONDS}
        )
        event.listen(engine, "connect", _read_pragmas if read_only else _pragmas)
        event.listen(engine, "begin", _begin)
    shelf = Shelf(engine, where)
    _migrated(shelf, read_only=read_only)
    return shelf


def _is_sqlite(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(15) == b"SQLite format 3"


def _read_pragmas(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA query_only = ON")


def _pragmas(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -65536"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("saksi_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrated(shelf: Shelf, *, read_only: bool) -> None:
    with shelf.reading() as connection:
        version = _version(shelf, connection)
    if version > VERSION:
        raise StoreError("the store is of a newer saksi; update saksi", store=version, saksi=VERSION)
    if version == VERSION:
        return
    if read_only:
        raise StoreError("the store is of an older saksi; open it once for writing", store=version, saksi=VERSION)
    with shelf.writing() as connection:
        for number in range(_version(shelf, connection) + 1, VERSION + 1):
            script = files("saksi.store") / "migrations" / f"{number:04}.{shelf.engine.dialect.name}.sql"
            for command in _commands(script.read_text(encoding="utf-8")):
                connection.exec_driver_sql(command)
            if number == 1:
                connection.execute(insert(meta).values(name="version", value=str(number)))
            else:
                connection.execute(meta.update().where(meta.c.name == "version").values(value=str(number)))


def _commands(script: str) -> list[str]:
    lines = [line for line in script.split("\n") if not line.startswith("--")]
    return [command for command in "\n".join(lines).split(";\n") if command.strip()]


def _version(shelf: Shelf, connection: Connection) -> int:
    if not shelf.engine.dialect.has_table(connection, meta.name):
        return 0
    found = connection.execute(select(meta.c.value).where(meta.c.name == "version")).scalar()
    return int(found) if found else 0


@contextmanager
def _told(where: str) -> Iterator[None]:
    try:
        yield
    except (DBAPIError, OSError) as error:
        raise StoreError(_why(error), store=where.rsplit("@", 1)[-1]) from error


def _why(error: Exception) -> str:
    words = str(getattr(error, "orig", error)).lower()
    known = {
        "locked": "another process is writing; try again when it is done",
        "readonly": "the store may not be written",
        "read-only": "the store may not be written",
        "full": "the disk is full; nothing of this step was kept",
        "no space": "the disk is full; nothing of this step was kept",
        "malformed": "the store is damaged; restore a copy (saksi check says more)",
        "not a database": "this file is no store",
        "unable to open": "the store cannot be opened here",
        "connection": "the database's server cannot be reached; nothing of this step was kept",
    }
    for sign, told in known.items():
        if sign in words:
            return told
    kind = "asked wrongly" if not isinstance(error, OperationalError | DatabaseError) else "refused"
    return f"the store {kind}: {getattr(error, 'orig', error)}"
