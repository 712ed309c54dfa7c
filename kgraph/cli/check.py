"""The command ``kgraph check``."""

from pathlib import Path

import click

from kgraph.cli.lexicons import lexicon_option
from kgraph.cli.results import open_results
from kgraph.lexicon.own_files import read_own_files


@click.command()
@click.option(
    "-g", "--graph", metavar="GRAPH", type=click.Path(path_type=Path), help="Check this graph as well."
)
@lexicon_option
@click.pass_context
def check(context: click.Context, *, graph: Path | None, folders: tuple[Path, ...]) -> None:
    """Check that lexicon, registry, ontology and questions agree, and that a graph is whole.

    In a graph every claim must have its sentence, every quote must be what the text has
    there, and whatever is derived must follow from a claim. A lexicon of your own may not
    contradict the shipped one, nor repeat it. Exit code 1 if anything is wrong.
    """
    from kgraph.checking.graphs import check_graph
    from kgraph.checking.knowledge import check_knowledge, check_own_files
    from kgraph.graph.opening import open_graph

    problems = check_knowledge()
    if folders:
        problems += check_own_files(read_own_files(folders))
    if graph is not None:
        problems += check_graph(open_graph(graph))
    with open_results("-") as stream:
        for problem in problems:
            stream.write(f"{problem}\n".encode(errors="surrogateescape"))
    checked = "knowledge files and graph" if graph else "knowledge files"
    click.echo(f"{checked}: {len(problems):,} problems" if problems else f"{checked}: no problem", err=True)
    if problems:
        context.exit(1)
