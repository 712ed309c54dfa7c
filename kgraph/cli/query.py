"""The command ``kgraph query``."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from kgraph.api import make_finder
from kgraph.cli.results import find_stdin, open_results
from kgraph.cli.tables import find_width, format_table
from kgraph.errors import InputError, QueryError
from kgraph.graph.opening import open_graph
from kgraph.querying.questions import Question, load_questions, read_question
from kgraph.querying.run import Answer, run_query


@click.command(context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.option("-g", "--graph", "folder", metavar="GRAPH", type=click.Path(path_type=Path), help="The graph.")
@click.option(
    "--as",
    "format_",
    type=click.Choice(["table", "csv", "tsv", "json", "xml", "ttl", "nt"]),
    help="How the answer is written: a table for people, or Turtle for triples, unless given.",
)
@click.option("--limit", type=click.IntRange(min=0), help="Number of rows at most.")
@click.option("-h", "--help", "wants_help", is_flag=True, help="This text; with NAME, what NAME takes.")
@click.argument("words", metavar="[NAME|FILE.rq|-] [--PARAMETER VALUE]...", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def query(
    context: click.Context,
    words: tuple[str, ...],
    *,
    folder: Path | None,
    format_: str | None,
    limit: int | None,
    wants_help: bool,
) -> None:
    """Ask the graph GRAPH a question.

    NAME is one of the questions that kgraph knows; without it they are listed with what
    they take. FILE.rq or - (the standard input) is a query in SPARQL. Bodies and persons
    may be named as a person types them, such as "bp3mi sulteng".
    """
    questions = load_questions()
    name, parameters = _split(words, questions)
    if wants_help or name is None:
        if parameters:
            raise click.UsageError(f"--{next(iter(parameters))} needs a question to go with")
        click.echo(context.get_help() if name is None and wants_help else _describe(name, questions))
        return
    if folder is None:
        raise click.UsageError("say which graph to ask: -g GRAPH")
    if limit is not None and name not in questions:
        raise click.UsageError("--limit is for questions that have a name; write LIMIT in the query")
    question = questions.get(name) or _read_free(name, list(questions))
    graph = open_graph(folder)
    try:
        answer = run_query(graph, question, parameters, finder=make_finder(graph), limit=limit)
    except QueryError as error:
        raise QueryError(str(error), path=None if name in questions else name) from error
    write_answer(answer, format_, graph.base)
    if answer.is_no:
        context.exit(1)


def write_answer(answer: Answer, format_: str | None, base: str) -> None:
    """Write an answer to the standard output.

    Raises:
        QueryError: The format does not fit the answer.
    """
    chosen = format_ or ("ttl" if answer.is_triples else "table")
    with open_results("-") as stream:
        if chosen == "table":
            table = answer.read_table()
            if not table.rows:
                click.echo("kgraph: no rows: nothing in this graph answers that", err=True)
                return
            stream.write(format_table(table, base=base, width=find_width()).encode())
        else:
            content = answer.serialize(chosen)
            stream.write(content if content.endswith(b"\n") else content + b"\n")


def _split(words: Sequence[str], questions: Mapping[str, Question]) -> tuple[str | None, dict[str, str]]:
    """The question and its parameters among the words of a command line.

    What is answered by yes or no needs no value: "--pledges" is "--pledges=yes".
    """
    flags = {one.name for known in questions.values() for one in known.parameters if one.kind == "yes-no"}
    names: list[str] = []
    parameters: dict[str, str] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if not word.startswith("-") or word == "-":
            names.append(word)
            continue
        if not word.startswith("--"):
            raise click.UsageError(f"there is no {word}")
        name, has_value, value = word.removeprefix("--").partition("=")
        if not has_value and name in flags:
            value = rest.pop(0) if rest[:1] in (["yes"], ["no"]) else "yes"
        elif not has_value:
            if not rest:
                raise click.UsageError(f"--{name} needs a value")
            value = rest.pop(0)
        if name in parameters:
            raise click.UsageError(f"--{name} is given twice")
        parameters[name] = value
    if len(names) > 1:
        raise click.UsageError(f"one question at a time, not {' and '.join(names)}")
    return (names[0] if names else None), parameters


def _read_free(name: str, known: Sequence[str]) -> Question:
    if name == "-":
        return read_question(name, _read_stdin())
    if not name.endswith(".rq") and os.sep not in name:
        raise click.UsageError(
            f'there is no question "{name}"; there are: {", ".join(known)}; or name a file .rq'
        )
    try:
        return read_question(name, Path(name).read_text("utf-8-sig"))
    except OSError as error:
        raise InputError(f"the query cannot be read: {error.strerror}", path=name) from error
    except UnicodeDecodeError as error:
        raise InputError("the query cannot be read: save it as UTF-8", path=name) from error


def _read_stdin() -> str:
    stream = find_stdin()
    if stream is None:
        raise InputError("there is no standard input to read")
    try:
        return stream.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("the query cannot be read: save it as UTF-8", path="-") from error


def _describe(name: str | None, questions: dict[str, Question]) -> str:
    """What a question answers and takes, or all of them."""
    if name is None:
        told = "\n".join(_describe_one(question) for question in questions.values())
        return f"{told}\nAsk with: kgraph query -g GRAPH NAME --PARAMETER VALUE"
    question = questions.get(name) or _read_free(name, list(questions))
    return "\n".join(line for line in (_describe_one(question).rstrip(), question.more) if line)


def _describe_one(question: Question) -> str:
    lines = [f"{question.name}  {question.about}".rstrip()]
    size = max((len(parameter.name) for parameter in question.parameters), default=0)
    for parameter in question.parameters:
        need = "" if parameter.is_optional else " (needed)"
        lines.append(f"    --{parameter.name:<{size}}  {parameter.about}{need}")
    return "\n".join(lines) + "\n"
