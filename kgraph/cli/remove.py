"""The command ``kgraph remove``."""

from pathlib import Path

import click

from kgraph.cli.outcomes import keep_option, tell_outcome, tell_waiting
from kgraph.cli.talk import Talk
from kgraph.lexicon.load import load_lexicon


@click.command()
@click.option(
    "-g", "--graph", required=True, metavar="GRAPH", type=click.Path(path_type=Path), help="The graph."
)
@click.option(
    "--person",
    "persons",
    multiple=True,
    metavar="NAME",
    help="Keep this person out, now and in every later build; may be given again.",
)
@keep_option
@click.argument("releases", metavar="[ID]...", nargs=-1)
@click.pass_context
def remove(
    context: click.Context, *, graph: Path, persons: tuple[str, ...], keep: int, releases: tuple[str, ...]
) -> None:
    """Remove releases or persons from the graph GRAPH.

    ID is the id of a release, as "kgraph query releases" lists it. Of a person all that a
    release says goes: posts, statements, presence, and the name in the text, which is covered
    sign by sign. GRAPH/suppressed.txt keeps the hash of the name, so that later builds leave
    the person out as well; delete the line there and build from the texts again to undo it.
    Earlier generations of the graph hold the person still, so that none is kept.
    """
    from kgraph.building import build_graph
    from kgraph.graph.opening import open_records
    from kgraph.resolution.link import link_records
    from kgraph.suppression import hash_name, list_named

    if not releases and not persons:
        raise click.UsageError("Say what to remove: ids of releases, or --person NAME.")
    if not all(any(map(str.isalnum, name)) for name in persons):
        raise click.BadParameter("a name has letters", param_hint="--person")
    talk = Talk()
    current = open_records(graph)
    named = {name: list_named(current.records(), name) for name in persons}
    built = build_graph(
        (),
        graph,
        lexicon=load_lexicon(current.read_own_files()),
        link=link_records,
        remove=releases,
        keep=1 if persons else keep,
        suppress=[hash_name(name) for name in persons],
        progress=talk.show_step,
        wait=lambda: tell_waiting(graph, talk),
    )
    for name, found in named.items():
        told = f"was named by {len(found):,}: {', '.join(found[:5])}" if found else "was named by none"
        more = " and others" if len(found) > 5 else ""
        talk.tell(f"{name}: of the releases in the graph {told}{more}")
    tell_outcome(graph, built)
    if persons and not any(named.values()):
        context.exit(1)
