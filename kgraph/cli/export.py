"""The command ``kgraph export``."""

import re
from pathlib import Path

import click

from kgraph.cli.result_folders import write_folder
from kgraph.cli.results import open_results
from kgraph.cli.talk import Talk

_LICENCE = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_MEGABYTE = 1_000_000


def _check_licence(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and not _LICENCE.fullmatch(value):
        raise click.BadParameter(
            "give the address of the licence, such as https://spdx.org/licenses/CC-BY-4.0"
        )
    return value


@click.command()
@click.option(
    "-g", "--graph", required=True, metavar="GRAPH", type=click.Path(path_type=Path), help="The graph."
)
@click.option("-o", "--output", required=True, metavar="FILE", help="Where to; - is the standard output.")
@click.option(
    "--as",
    "format_",
    metavar="FORMAT",
    help="nq, nt, trig, ttl, jsonld, graphml, gexf or void (files); csv, neo4j or site (folders).",
)
@click.option("--without-bodies", is_flag=True, help="Leave out all that is worded by the releases.")
@click.option("--reifiers", is_flag=True, help="Tell in RDF 1.2 which claim reifies which plain edge.")
@click.option(
    "--licence", metavar="URL", callback=_check_licence, help="The licence that you give the graph."
)
def export(
    *,
    graph: Path,
    output: str,
    format_: str | None,
    without_bodies: bool,
    reifiers: bool,
    licence: str | None,
) -> None:
    r"""Write a graph to FILE in the format that its ending tells.

    \b
    .nq .trig      RDF with its named graphs; .nt .ttl without
    .jsonld        JSON with nested evidence, which is JSON-LD too
    .graphml .gexf the network of institutions, for Gephi, Cytoscape, igraph
    .csv/          a folder of tables with a data dictionary
    void.ttl       what the graph holds: a description in VoID and DCAT
    --as neo4j     a folder of tables for neo4j-admin
    --as site      a folder of pages, one for each IRI, for a web server

    The same graph gives the same bytes. Persons without a public post are not in it. With
    --without-bodies there are no titles, quotes, surface forms or other words of the releases but names;
    positions and hashes stay.
    """
    from kgraph.exporting.files import FOLDERS, FORMATS, WITH_REIFIERS, choose_format
    from kgraph.exporting.selection import Selection
    from kgraph.graph.opening import open_graph

    if format_ is not None and format_ not in {*FORMATS, *FOLDERS}:
        choice = ", ".join(sorted({*FORMATS, *FOLDERS}))
        raise click.BadParameter(f"there is no such format; choose {choice}", param_hint="--as")
    chosen = format_ or choose_format(output)
    if reifiers and chosen not in WITH_REIFIERS:
        raise click.UsageError(f"--reifiers is for {', '.join(sorted(WITH_REIFIERS))}, not for {chosen}")
    selection = Selection(
        open_graph(graph), without_bodies=without_bodies, reifiers=reifiers, licence=licence
    )
    talk = Talk()
    if chosen in FOLDERS:
        about = {"as": chosen, "program": selection.graph.manifest.program}
        entries = FOLDERS[chosen](selection)
        write_folder(
            output, about, entries, lambda done: talk.show_step(f"writing files: {done:,}", done, None)
        )
    else:
        size = 0
        with open_results(output) as file:
            for part in FORMATS[chosen](selection):
                file.write(part)
                size += len(part)
                talk.show_step(f"writing: {size / _MEGABYTE:,.0f} MB", size, None)
    talk.list_failures()
