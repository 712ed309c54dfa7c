"""The command ``kgraph evaluate``."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click
import msgspec

from kgraph.cli.lexicons import lexicon_option
from kgraph.cli.results import find_stdin, open_results
from kgraph.cli.talk import Talk
from kgraph.errors import InputError
from kgraph.evaluation.changes import Changes, compare_reports
from kgraph.evaluation.gold import GoldCase, read_cases
from kgraph.evaluation.report import Report, evaluate_records, find_record
from kgraph.evaluation.report_text import format_json, format_report
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.lexicon.own_files import read_own_files
from kgraph.reading.items import Failure, ReadRecord, ReadRelease
from kgraph.reading.sources import STDIN, read_sources
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
@click.option(
    "--against",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
    metavar="FILE",
    help="List what was gained and lost, by release, against records that an earlier version wrote "
    "with kgraph extract GOLD -o FILE (JSON Lines).",
)
@click.option("--errors", is_flag=True, help="List what was missed and made up, by release.")
@click.option(
    "--html",
    metavar="FILE",
    help="Write a page with each text twice, marked by what is in it and by what was found. With - the "
    "page is printed, and the figures are not.",
)
@click.option("--at-least", type=click.FloatRange(0, 1), metavar="F1", help="Exit with 1 below this mean F1.")
@lexicon_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def evaluate(
    context: click.Context,
    gold: Path,
    *,
    records: Path | None,
    held: bool,
    only_held: bool,
    against: Path | None,
    errors: bool,
    html: str | None,
    at_least: float | None,
    folders: tuple[Path, ...],
    as_json: bool,
) -> None:
    """Compare what kgraph reads with what people took from the same texts.

    GOLD is a folder of texts (NAME.txt) with hand-made records beside them
    (NAME.json). Prints precision, recall and F1 of every type of fact, with the
    intervals of a bootstrap over releases, and the F1 of each family of releases:
    those whose names begin alike up to the first hyphen.
    """
    cases = read_cases(gold, seen=not only_held, held=held or only_held)
    lexicon = load_lexicon(read_own_files(folders))
    talk = Talk()
    found = read_records(records, lexicon) if records else extract_cases(cases, lexicon, talk)
    report = evaluate_records(cases, found, lexicon.region_levels)
    changes = find_changes(against, cases, lexicon, report) if against else None
    if html is not None:
        write_page(html, cases, found, report)
    if html != STDIN:
        with open_results(STDIN) as stream:
            told = (format_json if as_json else format_report)(report, changes=changes, errors=errors)
            stream.write(told.encode())
    if at_least is not None and report.macro < at_least:
        click.echo(f"kgraph: the mean F1 of {report.macro:.4f} is below {at_least}", err=True)
        context.exit(1)
    if talk.failures:
        context.exit(3)


def read_records(path: Path, lexicon: Lexicon) -> dict[str, Record]:
    """Return the records of a file of JSON Lines by release."""
    records = {}
    for item in read_sources([str(path)], lexicon=lexicon, stdin=find_stdin()):
        if isinstance(item, Failure):
            raise InputError(item.message, path=item.origin)
        if not isinstance(item, ReadRecord):
            raise InputError("this is a release, not a record of one", path=item.origin)
        records[item.record.release.id] = item.record
    return records


def find_changes(path: Path, cases: Sequence[GoldCase], lexicon: Lexicon, report: Report) -> Changes:
    """Return what changed against the records that an earlier version wrote to a file.

    Raises:
        InputError: The file holds something else, or no record of any of the cases.
    """
    records = read_records(path, lexicon)
    if not any(find_record(case, records) for case in cases):
        raise InputError("there is no record of any release that is scored here", path=path)
    return compare_reports(evaluate_records(cases, records, lexicon.region_levels), report)


def write_page(path: str, cases: Sequence[GoldCase], records: Mapping[str, Record], report: Report) -> None:
    """Write the error browser to a file."""
    from kgraph.evaluation.error_page import render_errors

    page = render_errors(cases, records, report)
    with open_results(path) as stream:
        stream.write(page.encode())


def extract_cases(cases: tuple[GoldCase, ...], lexicon: Lexicon, talk: Talk) -> dict[str, Record]:
    """Return what the program itself reads in the texts of gold cases.

    Of the gold record it is told the id, and the day if that is given from outside the text.
    """
    records = {item.record.release.id: item.record for item in talk.watch(_extract_each(cases, lexicon))}
    talk.list_failures()
    return records


def _extract_each(cases: tuple[GoldCase, ...], lexicon: Lexicon) -> Iterator[ReadRecord | Failure]:
    from kgraph.pipeline import extract_release

    for case in cases:
        for item in read_sources([case.text], lexicon=lexicon):
            if isinstance(item, ReadRelease):
                release = msgspec.structs.replace(
                    item.release, id=case.record.id, title=None, url=None, published=case.published
                )
                yield ReadRecord(origin=item.origin, record=extract_release(release, lexicon))
            elif isinstance(item, Failure):
                yield item
