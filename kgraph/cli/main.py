"""The command ``kgraph``: which commands there are, each loaded when it is called."""

import importlib
import sys
from typing import Any

import click

from kgraph import __version__
from kgraph.cli.results import silence_output
from kgraph.errors import KGraphError

_STOPPED = 130
"""What shells take for the exit code of a program that Ctrl-C ended."""

_COMMANDS = {
    "build": "read releases and put what they say into a graph",
    "check": "check the knowledge files, or a graph",
    "diff": "tell what is new and what is gone in a graph",
    "evaluate": "compare records with hand-made ones",
    "explain": "show the sentences that tie two names, or that name one",
    "export": "write a graph to a file",
    "extract": "read releases and print what they say, one record a line",
    "query": "ask a graph a question",
    "remove": "remove releases or persons from a graph",
    "render": "draw a graph as an interactive page",
    "review": "list what was seen and not claimed",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, so that ``--help`` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, importing its module."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f"kgraph.cli.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(_COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; Ctrl-C ends it with a line, a reader that went away without one."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("kgraph: stopped", err=True)
            ctx.exit(_STOPPED)
        except BrokenPipeError:
            silence_output()
            ctx.exit(0)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kgraph")
def cli() -> None:
    """Turn press releases of Indonesian public agencies into a knowledge graph with evidence.

    Exit codes: 0 done, 1 the answer is no, 2 wrong usage or could not run, 3 done but some inputs failed.
    """


def main() -> None:
    """Run the command line; errors that a reader can act on become one line and exit code 2."""
    try:
        cli()
    except KGraphError as error:
        click.echo(f"kgraph: {error}", err=True)
        sys.exit(2)
    except OSError as error:
        silence_output()
        click.echo(f"kgraph: could not go on: {error}", err=True)
        sys.exit(2)
