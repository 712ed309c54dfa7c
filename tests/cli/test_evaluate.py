"""What ``kgraph evaluate`` prints and writes."""

import json
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


def test_changes_against_earlier_records(gold: Path, records: Path, tmp_path: Path) -> None:
    seen = NAMES[2:]
    kept = [build_record(name) for name in seen]
    issues = {record.release.id: record.issues for record in kept}
    changed = next(record for record in kept if record.issues)
    earlier = [msgspec.structs.replace(record, issues=()) if record is changed else record for record in kept]
    done = run(
        "evaluate", gold, "--records", records, "--against", write_records(tmp_path / "a.jsonl", earlier)
    )
    assert done.returncode == 0, done.stderr
    count = len(issues[changed.release.id])
    assert f"facts: {count} gained, 0 lost, 0 new wrong, 0 no longer wrong, in 1 release" in done.stdout
    assert f"\n{changed.release.id}\n  gained          issue: " in done.stdout
    back = run("evaluate", gold, "--records", tmp_path / "a.jsonl", "--against", records, "--json")
    against = json.loads(back.stdout)["against"]
    assert [change["kind"] for change in against["changes"]] == ["lost"] * count
    assert against["figures"]["issues"]["f1"] == 1


def test_releases_that_had_no_record_are_counted(gold: Path, records: Path, tmp_path: Path) -> None:
    earlier = write_records(tmp_path / "a.jsonl", [build_record(name) for name in NAMES[3:]])
    done = run("evaluate", gold, "--records", records, "--against", earlier)
    assert "against earlier records, 1 of 10 releases without one" in done.stdout
    assert " 0 lost, 0 new wrong" in done.stdout


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        (b'{"release": 3}\n', "a.jsonl:1: ", "no record"),
        (b"\n{broken\n", "a.jsonl:2: ", ""),
        (b'{"id": "x", "text": "Isi."}\n', "a.jsonl:1: ", "not a record"),
        (b"", "a.jsonl: ", "no rows"),
        (msgspec.json.encode(build_record(list_seen_cases()[40])), "a.jsonl: ", "no record of any release"),
    ],
)
def test_a_wrong_file_of_earlier_records(
    gold: Path, records: Path, tmp_path: Path, content: bytes, place: str, message: str
) -> None:
    (tmp_path / "a.jsonl").write_bytes(content)
    done = run("evaluate", gold, "--records", records, "--against", tmp_path / "a.jsonl")
    assert done.returncode == 2
    assert done.stdout == ""
    assert place in done.stderr
    assert message in done.stderr


@pytest.mark.parametrize(
    ("options", "names"),
    [([], NAMES[2:]), (["--held"], NAMES), (["--only-held"], NAMES[:2])],
)
def test_the_page_has_the_releases_that_were_asked_for(
    gold: Path, records: Path, tmp_path: Path, options: list[str], names: list[str]
) -> None:
    page = tmp_path / "page.html"
    done = run("evaluate", gold, "--records", records, *options, "--html", page)
    assert done.returncode == 0, done.stderr
    assert "mean F1" in done.stdout
    text = page.read_text("utf-8")
    assert [name for name in NAMES if name in text] == sorted(names)


def test_the_page_goes_to_the_output_in_place_of_the_figures(gold: Path, records: Path) -> None:
    done = run("evaluate", gold, "--records", records, "--html", "-")
    assert done.stdout.startswith("<!DOCTYPE html>")
    assert done.stdout.endswith("</html>\n")
    assert done.returncode == 0, done.stderr


def test_a_page_that_cannot_be_written_is_told(gold: Path, records: Path, tmp_path: Path) -> None:
    done = run("evaluate", gold, "--records", records, "--html", tmp_path / "no" / "page.html")
    assert done.returncode == 2
    assert "page.html: cannot be written" in done.stderr
