"""The command line, one file per command; a command's module loads when it is called."""

from __future__ import annotations

from importlib import import_module

import click

_COMMANDS = {
    "read": "Read pages and print who says what, on whose word.",
    "compare": "Compare texts, names or claims: each part of the link room alone, on a file.",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"saksi.cli.{cmd_name}").command
        return command


@click.group(cls=_Lazy)
@click.version_option(package_name="saksi")
def main() -> None:
    """Witness for the news: who said what happened, where and when, on whose word."""
