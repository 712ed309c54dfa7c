"""The command ``kgraph review``: what was seen and not claimed."""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import click
import msgspec

from kgraph.answers import Table
from kgraph.cli.results import open_results
from kgraph.cli.tables import clean_text, find_width, format_count, format_table
from kgraph.graph.opening import open_records
from kgraph.lexicon.matcher import fold
from kgraph.records import Record
from kgraph.vocabulary import UNPLACED

_FORMATS = ("table", "csv", "json")


@click.group()
def review() -> None:
    """Look at what kgraph saw in the releases of a graph and did not claim."""


@review.command()
@click.option(
    "-g",
    "--graph",
    "folder",
    required=True,
    metavar="GRAPH",
    type=click.Path(path_type=Path),
    help="The graph.",
)
@click.option("--release", metavar="ID", help="Only of this release.")
@click.option("--reason", metavar="TEXT", help="Only doubts with this text in their reason.")
@click.option(
    "--phrases",
    is_flag=True,
    help="List the capitalised phrases that nothing is known of, the commonest first.",
)
@click.option("--limit", type=click.IntRange(min=1), help="Show so many rows.")
@click.option(
    "--as", "format_", type=click.Choice(_FORMATS), default="table", show_default=True, help="Format."
)
@click.pass_context
def doubts(
    context: click.Context,
    folder: Path,
    *,
    release: str | None,
    reason: str | None,
    phrases: bool,
    limit: int | None,
    format_: str,
) -> None:
    """List what was not sure enough to become a fact, with the reason.

    None of it is in the graph. A phrase that nothing is known of may be a body that the
    lexicon lacks: add it with --lexicon. Exit code 1 if there is nothing to list.
    """
    records = open_records(folder).records()
    chosen = (record for record in records if release in {None, record.release.id})
    table = count_phrases(chosen) if phrases else list_doubts(chosen, reason)
    total = len(table.rows)
    if limit is not None:
        table = msgspec.structs.replace(table, rows=table.rows[:limit])
    if not table.rows:
        click.echo("kgraph: nothing to review: no such doubt in this graph", err=True)
        context.exit(1)
    with open_results("-") as stream:
        stream.write(_format(table, format_).encode())
    if format_ == "table":
        shown = f", {len(table.rows):,} of them shown" if len(table.rows) < total else ""
        click.echo(f"{format_count(total, 'phrases' if phrases else 'doubts')}{shown}", err=True)


def list_doubts(records: Iterable[Record], reason: str | None) -> Table:
    """Return the doubts of records as rows of release, reason and words.

    Phrases that nothing is known of are left out unless the reason asks for them.
    """
    rows = [
        (record.release.id, doubt.reason, record.release.body[doubt.span.start : doubt.span.end])
        for record in records
        for doubt in record.doubts
        if (doubt.reason != UNPLACED if reason is None else fold(reason) in fold(doubt.reason))
    ]
    return Table(columns=("release", "reason", "words"), rows=tuple(rows))


def count_phrases(records: Iterable[Record]) -> Table:
    """Return the phrases that nothing is known of, with how often and in how many releases they stand."""
    times: Counter[str] = Counter()
    releases: dict[str, set[str]] = defaultdict(set)
    for record in records:
        for doubt in record.doubts:
            if doubt.reason == UNPLACED:
                phrase = " ".join(record.release.body[doubt.span.start : doubt.span.end].split())
                times[phrase] += 1
                releases[phrase].add(record.release.id)
    order = sorted(times, key=lambda phrase: (-len(releases[phrase]), -times[phrase], phrase))
    rows = [(phrase, str(len(releases[phrase])), str(times[phrase])) for phrase in order]
    return Table(columns=("phrase", "releases", "times"), rows=tuple(rows))


def _format(table: Table, format_: str) -> str:
    if format_ == "table":
        rows = tuple(tuple(clean_text(cell) for cell in row) for row in table.rows)
        return format_table(msgspec.structs.replace(table, rows=rows), base="", width=find_width())
    if format_ == "json":
        objects = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
        return msgspec.json.format(msgspec.json.encode(objects), indent=2).decode() + "\n"
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([table.columns, *table.rows])
    return text.getvalue()
