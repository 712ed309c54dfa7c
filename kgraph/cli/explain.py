"""The command ``kgraph explain``."""

from pathlib import Path

import click

from kgraph.answers import Table
from kgraph.api import make_finder
from kgraph.cli.results import open_results
from kgraph.cli.tables import clean_text, format_count
from kgraph.errors import QueryError
from kgraph.graph.opening import open_graph
from kgraph.querying.questions import load_questions
from kgraph.querying.run import run_query


@click.command()
@click.option(
    "-g",
    "--graph",
    "folder",
    required=True,
    metavar="GRAPH",
    type=click.Path(path_type=Path),
    help="The graph.",
)
@click.argument("a")
@click.argument("b", required=False)
@click.pass_context
def explain(context: click.Context, a: str, b: str | None, *, folder: Path) -> None:
    """Show the sentences of releases that tie A to B, or that name A.

    A and B are bodies or persons, named as a person types them. Exit code 1 if no
    sentence says so.
    """
    graph = open_graph(folder)
    questions = load_questions()
    question = questions["naming"] if b is None else questions["evidence"]
    parameters = {"name": a} if b is None else {"a": a, "b": b}
    try:
        table = run_query(graph, question, parameters, finder=make_finder(graph)).read_table()
    except QueryError as error:
        raise QueryError(error.message) from error
    if not table.rows:
        said = f'names "{a}"' if b is None else f'ties "{a}" to "{b}"'
        click.echo(f"kgraph: no sentence in this graph {said}", err=True)
        context.exit(1)
    with open_results("-") as stream:
        stream.write(format_sentences(table).encode())


def format_sentences(table: Table) -> str:
    """Return sentences as text, grouped by release, with what each says."""
    rows = [dict(zip(table.columns, map(clean_text, row), strict=True)) for row in table.rows]
    grouped: dict[tuple[str, str, str], dict[str, list[str]]] = {}
    for row in rows:
        release = (row["date"], row["release"], row["link"])
        notes = grouped.setdefault(release, {}).setdefault(row["sentence"], [])
        notes.append(row.get("relation") or row.get("surface", ""))
    count = sum(map(len, grouped.values()))
    lines = [f"{format_count(count, 'sentences')} in {format_count(len(grouped), 'releases')}"]
    for (date, name, link), sentences in grouped.items():
        lines += ["", "  ".join(part for part in (date or "no date", name, link) if part)]
        for sentence, notes in sentences.items():
            lines += [f"  [{'; '.join(dict.fromkeys(notes))}]", f"  {sentence}"]
    return "\n".join(lines) + "\n"
