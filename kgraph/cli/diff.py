"""The command ``kgraph diff``."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import click
import pyoxigraph

from kgraph.api import make_finder
from kgraph.cli.changes import format_report
from kgraph.cli.results import open_results
from kgraph.comparing.compare import check_bases, compare_graphs
from kgraph.comparing.dumps import compare_dumps
from kgraph.comparing.report import encode_report
from kgraph.errors import QueryError
from kgraph.graph.opening import Graph, open_generation, open_graph, open_previous
from kgraph.graph.suppressed import read_suppressed
from kgraph.querying.names import NameFinder


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", required=False, type=click.Path(path_type=Path))
@click.option("--institution", metavar="NAME", help="Tell only what is about this institution.")
@click.option("--issue", metavar="SLUG", help="Tell only releases, ties and agreements on this issue.")
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Tell N changes of each sort at most.")
@click.option(
    "--as",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How changes are told.",
)
@click.option(
    "--added", metavar="FILE", help="Write the quads that only NEW has; - instead of telling changes."
)
@click.option("--removed", metavar="FILE", help="Write the quads that only OLD has; - as with --added.")
def diff(
    *,
    old: Path,
    new: Path | None,
    institution: str | None,
    issue: str | None,
    limit: int | None,
    format_: str,
    added: str | None,
    removed: str | None,
) -> None:
    """Tell what is new and what is gone in NEW against OLD, each with its newest sentence.

    OLD and NEW are graphs, or single generations: folders in GRAPH/generations. Of a graph OLD
    alone the current generation is compared with the one before. What only has another IRI, since
    names were found to mean one or several, is told as that and not as gone and new.

    Exit code 0 whether or not anything has changed.
    """
    if added is not None and added == removed:
        raise click.UsageError("--added and --removed cannot go to one place.")
    before, after = _open_pair(old, new)
    hidden = read_suppressed(before.folder) | read_suppressed(after.folder)
    if added is not None or removed is not None:
        _write_quads(before, after, added=added, removed=removed)
        if hidden:
            click.echo("kgraph: quads are exact: suppressed persons are in them if OLD has them", err=True)
    if "-" in (added, removed):
        return
    report = compare_graphs(
        before,
        after,
        institutions=_find_institution(before, after, institution),
        issue=_find_issue(before, after, issue),
        limit=limit,
        hidden=hidden,
    )
    content = encode_report(report) if format_ == "json" else format_report(report, base=after.base).encode()
    with open_results("-") as stream:
        stream.write(content)


def _open_pair(old: Path, new: Path | None) -> tuple[Graph, Graph]:
    if new is None:
        current = open_graph(old)
        return open_previous(current), current
    return open_generation(old), open_generation(new)


def _write_quads(old: Graph, new: Graph, *, added: str | None, removed: str | None) -> None:
    check_bases(old, new)
    with ExitStack() as stack:
        streams = {
            is_new: stack.enter_context(open_results(path))
            for is_new, path in ((False, removed), (True, added))
            if path is not None
        }
        for is_new, line in compare_dumps(old.graph_file, new.graph_file, base=new.base):
            if is_new in streams:
                streams[is_new].write(line)


def _find_institution(old: Graph, new: Graph, name: str | None) -> frozenset[str] | None:
    """Return the IRIs of an institution, or ``None`` where none is asked for."""
    if name is None:
        return None
    return _find(old, new, name, lambda finder: finder.find_entity(name, "institution"), "--institution")


def _find_issue(old: Graph, new: Graph, slug: str | None) -> str | None:
    """Return the IRI of an issue, or ``None`` where none is asked for."""
    if slug is None:
        return None
    return min(_find(old, new, slug, lambda finder: finder.find_concept(slug, "issue"), "--issue"))


def _find(
    old: Graph, new: Graph, name: str, find: Callable[[NameFinder], pyoxigraph.NamedNode], option: str
) -> frozenset[str]:
    """Return the IRIs that a name has in two generations, of which one may not know it."""
    if name.encode(errors="replace").decode() != name:
        raise QueryError("the value holds bytes that are no text in UTF-8", subject=option)
    found = set()
    messages = []
    for graph in (new, old):
        try:
            found.add(find(make_finder(graph)).value)
        except QueryError as error:
            messages.append(error.message)
    if not found:
        raise QueryError(messages[0], subject=option)
    return frozenset(found)
