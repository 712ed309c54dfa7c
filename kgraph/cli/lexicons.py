"""The option ``--lexicon``, and which lexicon a graph is built and asked with."""

from collections.abc import Callable
from pathlib import Path

import click

from kgraph.graph.opening import find_generation, open_records
from kgraph.graph.settings import SETTINGS, read_settings
from kgraph.lexicon.own_files import OwnFiles, read_own_files

lexicon_option = click.option(
    "--lexicon",
    "folders",
    multiple=True,
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Add the words, bodies and issues of this folder; may be given again.",
)


def choose_own_files(
    folders: tuple[Path, ...], graph: Path, tell: Callable[[str], None]
) -> tuple[OwnFiles, ...]:
    """Return the own files to build a graph with, and tell which if they are not simply those given.

    Those of ``--lexicon`` go before those that the graph's settings name, and these before
    the copies of the last build: so that a build without a word of them forgets none.

    Raises:
        InputError: The folders, the settings or the graph are wrong.
    """
    settings = read_settings(graph)
    if folders:
        if settings.lexicon is not None:
            tell(f"{graph / SETTINGS} is passed over, since --lexicon is given")
        return read_own_files(folders)
    if settings.lexicon is not None:
        named = ", ".join(map(str, settings.lexicon)) or "none"
        tell(f"lexicon of your own, as {graph / SETTINGS} says: {named}")
        return read_own_files(settings.lexicon)
    own = open_records(graph).read_own_files() if find_generation(graph) else ()
    if own:
        tell(f"{graph} was built with a lexicon of your own, and is again; --lexicon gives another")
    return own
