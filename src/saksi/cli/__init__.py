"""The command line, one file per command; a command's module loads when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from saksi.errors import BadConfig, BadPack, BrokenRecord, SaksiError

FAILED = 1
WRONG_USE = 2
_COMMANDS = {
    "read": "Read pages and print who says what, on whose word.",
    "add": "Read pages and keep their records in a store.",
    "ask": "Ask the store: by words, person, place, outlet, origin, story, time.",
    "link": "Bring the links between the articles of a store up to date.",
    "story": "One story: its articles, who is behind it, where they agree and where not.",
    "claim": "One claim: its chain, who else says so, who says otherwise.",
    "person": "One person or body: offices, words, articles.",
    "office": "One office: who held it, when, on whose word.",
    "decide": "Accept, reject or undo a decision.",
    "check": "Verify the store.",
    "forget": "Take a source's pages out of the store, and say what went.",
    "desk": "Open the record in a browser.",
    "bulk": "Read a data set on an engine and write its records as Parquet.",
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

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the table: no command's module is loaded for it."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenRecord:
            raise  # a defect of ours: the whole trace is wanted
        except (BadPack, BadConfig) as error:
            click.echo(f"saksi: {error}", err=True)
            ctx.exit(WRONG_USE)
        except SaksiError as error:
            click.echo(f"saksi: {error}", err=True)
            ctx.exit(FAILED)


@click.group(cls=_Lazy)
@click.version_option(package_name="saksi")
def main() -> None:
    """Witness for the news: who said what happened, where and when, on whose word."""
