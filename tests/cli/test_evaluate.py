"""What ``kgraph evaluate`` prints and writes."""

from pathlib import Path

import msgspec
import pytest

from kgraph.records import Record
from tests.cli.test_commands import run
from tests.gold_records import GOLD, build_record, list_seen_cases

NAMES = list_seen_cases()[:12]


def write_records(path: Path, records: list[Record]) -> Path:
    path.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in records))
    return path


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve cases that may be looked at, two of which are held here."""
    folder = tmp_path_factory.mktemp("gold")
    for name in NAMES:
        for ending in ("txt", "json"):
            (folder / f"{name}.{ending}").symlink_to(GOLD / f"{name}.{ending}")
    (folder / "held.txt").write_text("\n".join(NAMES[:2]))
    return folder


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_records(
        tmp_path_factory.mktemp("made") / "records.jsonl", [build_record(name) for name in NAMES]
    )


def test_figures_have_intervals(gold: Path, records: Path) -> None:
    told = run("evaluate", gold, "--records", records).stdout
    assert told.startswith("10 releases, 0 without a record\n")
    assert "95% bootstrap intervals" in told
    assert (
        "no intervals: they take 10 releases or more"
        in run("evaluate", gold, "--records", records, "--only-held").stdout
    )


def test_families_stand_below_the_figures() -> None:
    told = run("evaluate", GOLD).stdout
    families = {name.split("-")[0] for name in list_seen_cases()}
    assert {line.split()[0] for line in told.splitlines()[-len(families) :]} == families
