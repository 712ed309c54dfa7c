"""The command that lists what was seen and not claimed."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kgraph.cli.main import cli

TEXT = """Rapat Persiapan

Palu (4/2/2026) - Polres Dompu dan Polres Bima menggelar rapat di Palu, Rabu (4/2/2026).
Peserta membahas lomba Contoh Raya Abadi. Polres akan hadir lagi pada lomba Contoh Raya Abadi.
Sebuah nota kesepahaman ditandatangani kemarin.
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review")
    for number in (1, 2):
        (folder / f"text-{number}.txt").write_text(TEXT + f"Lomba ke-{number} selesai.\n", "utf-8")
    result = CliRunner().invoke(cli, ["build", str(folder), "-g", str(folder / "graph")])
    assert result.exit_code == 0, result.output
    assert "4 unknown phrases" in result.stdout
    assert "4 doubts" in result.stdout
    return folder / "graph"


def review(graph: Path, *options: str) -> Result:
    return CliRunner().invoke(cli, ["review", "doubts", "-g", str(graph), *options])


def test_doubts_have_release_reason_and_words(graph: Path) -> None:
    result = review(graph, "--as", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(row["release"], row["words"]) for row in rows if row["release"] == "text-1"] == [
        ("text-1", "Polres"),
        ("text-1", "Sebuah nota kesepahaman ditandatangani kemarin."),
    ]
    assert {row["release"] for row in rows} == {"text-1", "text-2"}


def test_doubts_of_one_release_and_reason(graph: Path) -> None:
    result = review(graph, "--release", "text-2", "--reason", "parties", "--as", "json")
    (row,) = json.loads(result.stdout)
    assert row["release"] == "text-2"
    assert row["words"].startswith("Sebuah nota")


def test_phrases_are_counted_over_releases(graph: Path) -> None:
    result = review(graph, "--phrases", "--as", "json")
    assert json.loads(result.stdout) == [{"phrase": "Contoh Raya Abadi", "releases": "2", "times": "4"}]


def test_a_limit_is_told(graph: Path) -> None:
    result = review(graph, "--limit", "1")
    assert "4 doubts, 1 of them shown" in result.stderr


def test_nothing_to_list_is_a_no(graph: Path) -> None:
    result = review(graph, "--release", "text-3")
    assert result.exit_code == 1
    assert "nothing to review" in result.stderr
