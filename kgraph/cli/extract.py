"""The command ``kgraph extract``."""

import os
from pathlib import Path
from typing import Any

import click
import msgspec

from kgraph.cli.lexicons import lexicon_option
from kgraph.cli.results import find_stdin, open_results
from kgraph.cli.talk import Talk
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.lexicon.own_files import read_own_files
from kgraph.records import Record


@click.command()
@click.argument("sources", metavar="SRC...", nargs=-1)
@click.option(
    "-o", "--output", default="-", metavar="FILE", help="Write to a file; it appears when all is done."
)
@click.option(
    "--max-chars",
    default=1_000_000,
    show_default=True,
    type=click.IntRange(min=1),
    help="Refuse longer texts.",
)
@click.option(
    "--jobs", type=click.IntRange(min=1), help="Work in so many processes, else in one per processor."
)
@lexicon_option
@click.option("--schema", is_flag=True, help="Print the JSON Schema of a record and read nothing.")
@click.pass_context
def extract(
    context: click.Context,
    sources: tuple[str, ...],
    *,
    output: str,
    max_chars: int,
    jobs: int | None,
    folders: tuple[Path, ...],
    schema: bool,
) -> None:
    """Read releases and print what they say, one record a line (JSON Lines).

    SRC is a text (.txt), a saved page (.html), rows (.jsonl, .ndjson, .csv with id and text
    or html), a folder of these, or - for the standard input. A file NAME.meta.json beside
    a text or page may give its title, url, published (as 2026-02-04) and publisher.
    """
    if schema:
        with open_results(output) as file:
            file.write(msgspec.json.format(msgspec.json.encode(describe_record())) + b"\n")
        return
    if not sources:
        raise click.UsageError("Missing argument 'SRC...'.")
    talk = Talk(sources)
    lexicon = load_lexicon(read_own_files(folders))
    jobs = jobs or os.cpu_count() or 1
    write_records(sources, output, talk, lexicon=lexicon, max_chars=max_chars, jobs=jobs)
    talk.list_failures()
    if talk.failures:
        context.exit(3)
    if not talk.count:
        raise click.UsageError("There is nothing to read in SRC.")


def describe_record() -> dict[str, Any]:
    """Return the JSON Schema of a record, with what the program says of each part as plain text."""
    schema = msgspec.json.schema(Record)
    for definition in schema["$defs"].values():
        definition["description"] = " ".join(definition["description"].replace("``", "`").split())
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema


def write_records(
    sources: tuple[str, ...], output: str, talk: Talk, *, lexicon: Lexicon, max_chars: int, jobs: int
) -> None:
    """Write the records of sources, one a line."""
    from kgraph.pipeline import extract_sources

    encoder = msgspec.json.Encoder()
    items = extract_sources(
        sources,
        lexicon=lexicon,
        jobs=jobs,
        max_chars=max_chars,
        stdin=find_stdin(),
        tell=talk.tell,
    )
    with open_results(output) as file:
        for item in talk.watch(items):
            file.write(encoder.encode(item.record) + b"\n")
