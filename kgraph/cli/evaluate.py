"""The command ``kgraph evaluate``."""

from pathlib import Path

import click
import msgspec

from kgraph.errors import InputError
from kgraph.evaluation.gold import GoldCase, read_cases
from kgraph.evaluation.report import evaluate_records, format_json, format_report
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.records import Record


@click.command()
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--records",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
    help="Score these records (JSON Lines) instead of reading the texts of GOLD.",
)
@click.option("--held", is_flag=True, help="Score the cases that GOLD/held.txt names as well.")
@click.option("--only-held", is_flag=True, help="Score those cases alone.")
@click.option("--errors", is_flag=True, help="List what was missed and made up, by release.")
@click.option("--at-least", type=click.FloatRange(0, 1), metavar="F1", help="Exit with 1 below this mean F1.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def evaluate(
    context: click.Context,
    gold: Path,
    *,
    records: Path | None,
    held: bool,
    only_held: bool,
    errors: bool,
    at_least: float | None,
    as_json: bool,
) -> None:
    """Compare what kgraph reads with what people took from the same texts.

    GOLD is a folder of texts (NAME.txt) with hand-made records beside them
    (NAME.json). Prints precision, recall and F1 of every type of fact.
    """
    cases = read_cases(gold, seen=not only_held, held=held or only_held)
    lexicon = load_lexicon()
    found = _read_records(records) if records else extract_cases(cases, lexicon)
    report = evaluate_records(cases, found, lexicon.region_levels)
    click.echo((format_json if as_json else format_report)(report, errors=errors), nl=False)
    if at_least is not None and report.macro < at_least:
        click.echo(f"kgraph: the mean F1 of {report.macro:.4f} is below {at_least}", err=True)
        context.exit(1)


def _read_records(path: Path) -> dict[str, Record]:
    """Return the records of a file of JSON Lines by release."""
    records = {}
    with click.open_file(str(path), "rb") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                try:
                    record = msgspec.json.decode(line, type=Record)
                except msgspec.MsgspecError as error:
                    raise InputError(str(error), path=path, line=number) from error
                records[record.release.id] = record
    return records


def extract_cases(cases: tuple[GoldCase, ...], lexicon: Lexicon) -> dict[str, Record]:
    """Return what the program itself reads in the texts of gold cases."""
    from kgraph.pipeline import extract_release
    from kgraph.reading.text import read_text

    records = {}
    with click.progressbar(cases, label="reading", file=click.get_text_stream("stderr")) as progress:
        for case in progress:
            release = read_text(case.text, id_=case.record.id, published=case.published)
            records[case.record.id] = extract_release(release, lexicon)
    return records
