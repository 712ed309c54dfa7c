"""The command ``kgraph build``."""

import os
import re
from itertools import chain
from pathlib import Path

import click

from kgraph.cli.lexicons import choose_own_files, lexicon_option
from kgraph.cli.outcomes import keep_option, tell_outcome, tell_waiting
from kgraph.cli.results import find_stdin
from kgraph.cli.tables import format_count
from kgraph.cli.talk import Talk
from kgraph.lexicon.load import Lexicon, load_lexicon

_BASE = re.compile(r"https?://[A-Za-z0-9.:-]+/(?:[A-Za-z0-9._~/-]+/)?")


def _check_base(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is not None and not _BASE.fullmatch(value):
        raise click.BadParameter("an address that ends with /, such as https://example.org/graph/")
    return value


@click.command()
@click.argument("sources", metavar="SRC...", nargs=-1, required=True, type=click.Path(path_type=str))
@click.option(
    "-g", "--graph", required=True, metavar="GRAPH", type=click.Path(path_type=Path), help="The graph."
)
@click.option(
    "--sync", is_flag=True, help="Remove the releases that SRC no longer holds; none if inputs fail."
)
@lexicon_option
@click.option("--base", metavar="IRI", callback=_check_base, help="What the IRIs of resources begin with.")
@keep_option
@click.option(
    "--with-private-persons/--without-private-persons",
    "private_persons",
    default=None,
    help="Whether persons without a public post are in the graph; as it is unless given, at first not.",
)
@click.option(
    "--max-chars", default=1_000_000, show_default=True, type=click.IntRange(min=1), help="Longest text."
)
@click.option(
    "--jobs", type=click.IntRange(min=1), help="Number of processes; one for each processor unless given."
)
@click.pass_context
def build(
    context: click.Context,
    sources: tuple[str, ...],
    *,
    graph: Path,
    sync: bool,
    folders: tuple[Path, ...],
    base: str | None,
    keep: int,
    private_persons: bool | None,
    max_chars: int,
    jobs: int | None,
) -> None:
    """Read releases and put what they say into the graph folder GRAPH.

    SRC is what "kgraph extract" reads, or records that it has written. A graph that is
    there already gains the releases; one with a known id takes the place of the old one.
    A file kgraph.toml in GRAPH may say once for all: lexicon = "DIR", as seen from there.
    """
    talk = Talk(sources)
    jobs = jobs or os.cpu_count() or 1
    lexicon = load_lexicon(choose_own_files(folders, graph, talk.tell))
    spared = write_graph(
        sources,
        graph,
        talk,
        lexicon=lexicon,
        sync=sync,
        base=base,
        keep=keep,
        private_persons=private_persons,
        max_chars=max_chars,
        jobs=jobs,
    )
    talk.list_failures()
    if talk.failures:
        if sync:
            missed = f": {format_count(spared, 'releases')} of the graph not seen in SRC" if spared else ""
            talk.tell(f"--sync removed nothing, since inputs failed{missed}")
        context.exit(3)
    if spared is None:
        raise click.UsageError("There is nothing to read in SRC, so the graph is as it was.")


def write_graph(
    sources: tuple[str, ...],
    graph: Path,
    talk: Talk,
    *,
    lexicon: Lexicon,
    sync: bool,
    base: str | None,
    keep: int,
    private_persons: bool | None,
    max_chars: int,
    jobs: int,
) -> int | None:
    """Build the graph, say what it then holds, and return how many releases ``sync`` had to spare.

    Without any record nothing is built, and there is no number.
    """
    from kgraph.building import build_graph
    from kgraph.pipeline import extract_sources
    from kgraph.resolution.link import link_records

    items = extract_sources(
        sources,
        lexicon=lexicon,
        jobs=jobs,
        max_chars=max_chars,
        stdin=find_stdin(),
        tell=talk.tell,
    )
    records = (item.record for item in talk.watch(items))
    first = next(records, None)
    if first is None:
        return None
    built = build_graph(
        chain([first], records),
        graph,
        lexicon=lexicon,
        link=link_records,
        sync=sync,
        is_complete=lambda: not talk.failures,
        base=base,
        keep=keep,
        private_persons=private_persons,
        progress=talk.show_step,
        wait=lambda: tell_waiting(graph, talk),
    )
    tell_outcome(graph, built)
    return len(built.spared)
