"""What the program reads in texts, against what people read in them."""

import csv
import io
import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from kgraph.cli.evaluate import extract_cases
from kgraph.cli.main import cli
from kgraph.cli.talk import Talk
from kgraph.evaluation.counting import HEADLINE
from kgraph.evaluation.gold import GoldCase, read_cases
from kgraph.evaluation.report import Report, evaluate_records
from kgraph.lexicon.load import load_lexicon
from kgraph.records import Mention, Record, Span
from tests.gold_records import GOLD, list_seen_cases

SEED = os.environ.get("KGRAPH_SEED")
needs_seed = pytest.mark.skipif(
    not SEED, reason="KGRAPH_SEED does not name a folder with the release to begin with"
)
COUNT_BARE_CLAIMS = """
PREFIX kg: <https://w3id.org/kgraph/ontology#>
SELECT (COUNT(DISTINCT ?claim) AS ?claims) (SUM(IF(BOUND(?sentence), 0, 1)) AS ?bare)
WHERE { ?claim a kg:Claim OPTIONAL { ?claim kg:statedIn ?sentence } }
"""


@pytest.fixture(scope="module")
def records() -> Mapping[str, Record]:
    return extract_cases(read_cases(GOLD), load_lexicon(), Talk())


@pytest.fixture(scope="module")
def report(records: Mapping[str, Record]) -> Report:
    return evaluate_records(read_cases(GOLD), records, load_lexicon().region_levels)


def test_mean_of_the_seen_cases(report: Report) -> None:
    assert report.releases == len(list_seen_cases())
    assert report.missing == 0
    assert report.macro >= 0.90


@pytest.mark.parametrize("fact", HEADLINE)
def test_no_type_of_fact_is_left_out(report: Report, fact: str) -> None:
    assert report.figures[fact].f1 >= 0.75


def _list_spans(value: object) -> list[Span]:
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for item in value for span in _list_spans(item)]
    if isinstance(value, dict):
        return [span for item in value.values() for span in _list_spans(item)]
    fields = getattr(value, "__struct_fields__", ())
    return [span for field in fields for span in _list_spans(getattr(value, field))]


def _list_mentions(record: Record) -> list[Mention]:
    return [mention for item in (*record.institutions, *record.officials) for mention in item.mentions]


@pytest.mark.parametrize("name", list_seen_cases())
def test_mentions_and_spans_fit_the_body(records: Mapping[str, Record], name: str) -> None:
    record = records[name]
    body = record.release.body
    assert _list_mentions(record)
    for mention in _list_mentions(record):
        assert body[mention.start : mention.end] == mention.text
    for statement in record.statements:
        assert body[statement.span.start : statement.span.end] == statement.text
    for span in _list_spans(record):
        assert 0 <= span.start < span.end <= len(body)


@pytest.mark.parametrize("name", list_seen_cases())
def test_every_fact_has_a_sentence(records: Mapping[str, Record], name: str) -> None:
    record = records[name]
    sentences = set(record.sentences)
    for fact in (*record.issues, *record.statements, *record.agreements, *record.collaborations):
        assert fact.evidence
        assert set(fact.evidence) <= sentences
    for event in record.events:
        assert event.evidence.event
        assert set(event.evidence.event) <= sentences
    for official in record.officials:
        assert (official.post is None) == (not official.evidence.post)


@pytest.fixture(scope="module")
def seed() -> tuple[GoldCase, ...]:
    assert SEED is not None
    return read_cases(Path(SEED))


@pytest.fixture(scope="module")
def seed_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seed") / "graph"
    done = CliRunner().invoke(cli, ["build", str(Path(SEED or "") / "release.txt"), "-g", str(folder)])
    assert done.exit_code == 0, done.output
    return folder


@needs_seed
def test_mean_of_the_release_to_begin_with(seed: tuple[GoldCase, ...]) -> None:
    lexicon = load_lexicon()
    report = evaluate_records(seed, extract_cases(seed, lexicon, Talk()), lexicon.region_levels)
    assert report.macro >= 0.93


@needs_seed
def test_partners_on_an_issue_with_the_sentence(seed: tuple[GoldCase, ...], seed_graph: Path) -> None:
    asked = [
        "query",
        "-g",
        str(seed_graph),
        "partners",
        "--institution",
        "BP3MI Sulteng",
        "--issue",
        "trafficking",
    ]
    done = CliRunner().invoke(cli, [*asked, "--as", "csv"])
    assert done.exit_code == 0, done.output
    rows = list(csv.DictReader(io.StringIO(done.output)))
    answer = [row for row in rows if "Perlindungan Anak" in row["label"]]
    assert answer, done.output
    body = seed[0].text.read_text("utf-8")
    for row in answer:
        assert "DP3A" in row["sentence"]
        assert row["sentence"] in body


@needs_seed
def test_no_claim_is_without_a_sentence(seed_graph: Path) -> None:
    done = CliRunner().invoke(
        cli, ["query", "-g", str(seed_graph), "-", "--as", "csv"], input=COUNT_BARE_CLAIMS
    )
    assert done.exit_code == 0, done.output
    claims, bare = map(int, done.output.splitlines()[-1].split(","))
    assert claims > 20
    assert bare == 0
