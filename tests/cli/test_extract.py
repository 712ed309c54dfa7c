"""The command extract: results, talk, failures, pipes."""

import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from kgraph.records import Record

PROGRAM = [sys.executable, "-m", "kgraph", "extract"]
TEXT = "Balai Contoh Buka Kelas\n\nPALU – Balai Contoh membuka kelas bahasa. Kelas itu ramai."


def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*PROGRAM, *map(str, arguments)], capture_output=True, input=stdin)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(TEXT)
    (texts / "b.txt").write_text(TEXT)
    return texts


def test_records_on_standard_output_can_be_read_back(folder: Path) -> None:
    done = run(folder)
    assert (done.returncode, done.stderr) == (0, b"")
    records = [msgspec.json.decode(line, type=Record) for line in done.stdout.splitlines()]
    assert [record.release.id for record in records] == ["a", "b"]
    again = run("-", stdin=done.stdout)
    assert (again.returncode, again.stdout) == (0, done.stdout)


def test_failures_are_listed_at_the_end_with_what_to_do(folder: Path) -> None:
    (folder / "c.pdf").write_bytes(b"%PDF-")
    (folder / "d.txt").write_bytes("Jum’at di Palu.".encode("cp1252"))
    (folder / "e.md").write_text("x")
    done = run(folder)
    assert done.returncode == 3
    assert len(done.stdout.splitlines()) == 3
    told = done.stderr.decode().splitlines()
    assert any(line.endswith("d.txt: decoded as cp1252") for line in told[:2])
    assert any("passed over 1 .md" in line for line in told[:2])
    assert told[2] == "kgraph: 1 of 4 inputs failed:"
    assert "c.pdf: " in told[3]
    assert ".txt" in told[3]


def test_an_output_file_appears_when_all_is_done(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "records.jsonl"
    target.write_text("old")
    assert run(folder, "-o", target).returncode == 0
    assert len(target.read_bytes().splitlines()) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["records.jsonl", "texts"]
    done = run(folder, "-o", tmp_path / "none" / "records.jsonl")
    assert done.returncode == 2
    assert b"cannot be written" in done.stderr


def test_output_may_replace_the_input(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "records.jsonl"
    run(folder, "-o", target)
    before = target.read_bytes()
    assert run(target, "-o", target).returncode == 0
    assert target.read_bytes() == before


def test_the_schema_needs_no_source() -> None:
    done = run("--schema")
    assert done.returncode == 0
    schema = json.loads(done.stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"release", "institutions", "statements", "doubts"} <= set(schema["$defs"]["Record"]["properties"])
    told = [definition["description"] for definition in schema["$defs"].values()]
    assert not [text for text in told if "\n" in text or "``" in text]


def test_a_limit_on_length_can_be_given(folder: Path) -> None:
    done = run(folder / "a.txt", "--max-chars", "60")
    assert done.returncode == 3
    assert b"more than 60" in done.stderr


@pytest.mark.parametrize(
    "make_sources", [lambda _: [], lambda empty: [empty], lambda empty: [empty / "none"]]
)
def test_nothing_to_read_is_wrong_usage(make_sources, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    done = run(*make_sources(tmp_path))
    assert done.returncode == 2
    assert done.stderr
    assert b"Traceback" not in done.stderr


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"id": f"a-{number}", "text": TEXT * 20}) + "\n" for number in range(100))
    (tmp_path / "rows.jsonl").write_text(rows)
    with subprocess.Popen(
        [*PROGRAM, tmp_path / "rows.jsonl", "--jobs", "1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0
