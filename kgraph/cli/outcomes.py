"""What commands that change a graph have in common: what they say of it, and how much of it they keep."""

from pathlib import Path

import click

from kgraph.building import KEPT, Built
from kgraph.cli.results import open_results
from kgraph.cli.tables import format_count
from kgraph.cli.talk import Talk

keep_option = click.option(
    "--keep",
    default=KEPT,
    show_default=True,
    metavar="N",
    type=click.IntRange(min=1),
    help="Keep N generations of the graph: the new one and those before.",
)


def tell_outcome(graph: Path, built: Built) -> None:
    """Write what a graph now holds, and what became of its releases."""
    changes = [("new", built.added), ("replaced", built.replaced), ("removed", built.removed)]
    told = ", ".join([f"{len(names):,} {word}" for word, names in changes] + [f"{built.kept:,} as before"])
    unchanged = "" if built.is_changed else "; nothing has changed"
    counts = [format_count(count, name) for name, count in sorted(built.counts.items()) if name != "releases"]
    with open_results("-") as stream:
        line = f"{graph}: {format_count(built.counts['releases'], 'releases')} ({told}){unchanged}"
        stream.write(f"{line}\n{', '.join(counts)}\n".encode(errors="surrogateescape"))


def tell_waiting(graph: Path, talk: Talk) -> None:
    """Write that another build has to end first."""
    talk.tell(f"{graph}: another build is at work, waiting for it to end")
