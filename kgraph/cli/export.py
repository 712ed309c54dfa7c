"""The command ``kgraph export``."""

from pathlib import Path

import click

from kgraph.cli.results import open_results


@click.command()
@click.option(
    "-g", "--graph", required=True, metavar="GRAPH", type=click.Path(path_type=Path), help="The graph."
)
@click.option("-o", "--output", required=True, metavar="FILE", help="Where to; - is the standard output.")
@click.option(
    "--as", "format_", metavar="FORMAT", help="nq, nt, trig or ttl; as the ending of FILE unless given."
)
def export(*, graph: Path, output: str, format_: str | None) -> None:
    """Write a graph to a file: .nq and .trig with its named graphs, .nt and .ttl without.

    The same graph gives the same bytes. Persons without a public post are not in it.
    """
    from kgraph.exporting.files import FORMATS, choose_format, export_graph
    from kgraph.graph.opening import open_graph

    if format_ is not None and format_ not in FORMATS:
        raise click.BadParameter(
            f"there is no such format; choose {', '.join(sorted(FORMATS))}", param_hint="--as"
        )
    chosen = format_ or choose_format(Path(output))
    opened = open_graph(graph)
    with open_results(output) as file:
        for part in export_graph(opened, chosen):
            file.write(part)
