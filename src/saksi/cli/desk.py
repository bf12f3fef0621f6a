"""saksi desk: the record in a browser."""

from __future__ import annotations

import ipaddress
import tempfile
import webbrowser
from pathlib import Path

import click

from saksi.errors import BadConfig
from saksi.flow.order import records_of
from saksi.intake.files import pages_at
from saksi.store.keep import keep
from saksi.store.link_run import link_steps
from saksi.store.opened import Shelf, opened


@click.command("desk")
@click.option("--store", help="The store: a file, or a postgresql:// address. Default: $SAKSI_STORE, else saksi.db.")
@click.option("--samples", type=click.Path(exists=True), help="Read the pages of this folder into a store of its own.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Only addresses of this machine.")
@click.option("--port", type=click.IntRange(1, 65535), default=8300, show_default=True)
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
def command(store: str | None, samples: str | None, host: str, port: int, no_browser: bool) -> None:
    """Open the record in a browser: latest, stories, claims with their chain, people, offices, timeline, map.

    Every page has its JSON at the same address + .json; lists have an Atom feed. It reads the store and listens
    on this machine only: to offer it to others, put a server with a password in front of it.

    \b
    Examples:
      saksi add crawl/ && saksi desk
      saksi desk --samples samples
    """
    import uvicorn

    from saksi.desk.app import app

    if not _loopback(host):
        raise BadConfig("the desk listens on this machine only; put a server with a password in front of it", host=host)
    with tempfile.TemporaryDirectory() as folder:
        shelf = _samples(samples, Path(folder)) if samples else opened(store)
        address = f"http://{host}:{port}/"
        click.echo(f"the desk is at {address} (Ctrl-C stops it)")
        if not no_browser:
            webbrowser.open(address)
        try:
            uvicorn.run(app(shelf), host=host, port=port, log_level="warning", server_header=False)
        finally:
            shelf.close()


def _samples(where: str, folder: Path) -> Shelf:
    shelf = opened(str(folder / "samples.db"), create=True)
    keep(shelf, list(records_of(pages_at(where))))
    for _ in link_steps(shelf):
        pass
    return shelf


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
