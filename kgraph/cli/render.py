"""The command ``kgraph render``."""

from pathlib import Path

import click

from kgraph.cli.results import open_results


def _check_text(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    try:
        (value or "").encode()
    except UnicodeEncodeError as error:
        raise click.BadParameter("this is no text in UTF-8") from error
    return value


@click.command()
@click.option(
    "-g", "--graph", required=True, metavar="GRAPH", type=click.Path(path_type=Path), help="The graph."
)
@click.option("-o", "--output", required=True, metavar="FILE", help="The page; - is the standard output.")
@click.option("--title", metavar="TEXT", callback=_check_text, help="The page's heading.")
def render(*, graph: Path, output: str, title: str | None) -> None:
    """Draw who works with whom as an interactive page, each tie with the sentences that say so.

    The page is one HTML file that works without a network: search, filter by issue and period, and click an
    institution or a line to read the sentences behind it.
    """
    from kgraph.graph.opening import open_graph
    from kgraph.querying.networks import query_network
    from kgraph.rendering import render_network

    page = render_network(**query_network(open_graph(graph)), title=title)
    with open_results(output) as file:
        file.write(page.encode())
