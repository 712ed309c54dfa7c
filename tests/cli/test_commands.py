"""Every command has help, stands in the README, and ends with the exit code of its outcome."""

import json
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from kgraph.cli.main import cli
from tests.gold_records import GOLD, build_record, list_seen_cases

ROOT = Path(__file__).parents[2]
COMMANDS = (
    "build",
    "check",
    "diff",
    "evaluate",
    "explain",
    "export",
    "extract",
    "query",
    "remove",
    "render",
    "review",
)
TEXTS = [str(GOLD / f"{name}.txt") for name in list_seen_cases()[:3]]


def run(*arguments: str | Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program as its users do."""
    return subprocess.run(
        [sys.executable, "-m", "kgraph", *map(str, arguments)],
        capture_output=True,
        text=True,
        input=stdin,
        cwd=ROOT,
    )


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "graph"
    done = run("build", *TEXTS, "-g", folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_the_list_of_commands_is_complete() -> None:
    assert tuple(sorted(cli.list_commands(None))) == COMMANDS  # type: ignore[arg-type]


@pytest.mark.parametrize("command", COMMANDS)
def test_command_explains_itself(command: str) -> None:
    result = CliRunner().invoke(cli, [command, "--help"])
    assert result.exit_code == 0, result.output
    assert f"Usage: cli {command}" in result.output
    described = result.output.split("Options:")[0].splitlines()
    assert len([line for line in described if line.strip()]) >= 2
    for line in re.findall(r"^  -.*$", result.output.split("Options:")[1], re.MULTILINE):
        assert re.search(r"\S  +\S", line) or len(line) > 24, f"{command}: no help for {line}"


@pytest.mark.parametrize("command", COMMANDS)
def test_command_stands_in_the_readme_with_an_example(command: str) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    examples = "\n".join(re.findall(r"```(?:sh|console)?\n(.*?)```", readme, re.DOTALL))
    assert re.search(rf"\bkgraph {command}\b", examples)


@pytest.mark.parametrize("command", COMMANDS)
def test_wrong_usage_is_told_apart(command: str) -> None:
    done = run(command, "--no-such-option")
    assert done.returncode == 2
    assert "--no-such-option" in done.stderr
    assert done.stdout == ""


def test_version() -> None:
    assert run("--version").stdout.startswith("kgraph, version ")


def test_records_come_out_one_a_line() -> None:
    done = run("extract", *TEXTS)
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert sorted(record["release"]["id"] for record in records) == sorted(list_seen_cases()[:3])


def test_text_comes_in_on_standard_input(tmp_path: Path) -> None:
    text = Path(TEXTS[0]).read_text("utf-8")
    done = run("extract", "-", stdin=json.dumps({"id": "one", "text": text}))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["release"]["id"] == "one"


def test_inputs_that_fail_are_listed_and_the_rest_goes_on(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    done = run("extract", empty, TEXTS[0])
    assert done.returncode == 3
    assert "empty.txt" in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_a_source_that_does_not_exist_is_wrong_usage(tmp_path: Path) -> None:
    done = run("extract", tmp_path / "nowhere.txt")
    assert done.returncode in {2, 3}
    assert "nowhere.txt" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["query", "render", "export", "explain", "review"])
def test_a_folder_without_a_graph_is_told_in_one_line(command: str, tmp_path: Path) -> None:
    rest = {
        "query": ["ties"],
        "render": ["-o", tmp_path / "x.html"],
        "export": ["-o", tmp_path / "x.nq"],
        "explain": ["BP2MI"],
        "review": [],
    }
    words = [command, "doubts"] if command == "review" else [command]
    done = run(*words, "-g", tmp_path / "none", *rest[command])
    assert done.returncode == 2
    assert "none" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_graph_answers_and_conforms(graph: Path) -> None:
    listed = run("query", "-g", graph)
    assert listed.returncode == 0, listed.stderr
    for question in (
        "partners",
        "ties",
        "posts",
        "events",
        "statements",
        "agreements",
        "evidence",
        "mentions",
    ):
        assert question in listed.stdout
    ties = run("query", "-g", graph, "ties", "--as", "json")
    assert ties.returncode == 0, ties.stderr
    assert json.loads(ties.stdout)["results"]["bindings"]
    assert run("check", "-g", graph).returncode == 0


def test_knowledge_files_agree_with_each_other() -> None:
    done = run("check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_question_that_does_not_exist_is_wrong_usage(graph: Path) -> None:
    done = run("query", "-g", graph, "weather")
    assert done.returncode == 2
    assert "weather" in done.stderr


def test_export_and_picture_are_written(graph: Path, tmp_path: Path) -> None:
    quads, page = tmp_path / "graph.nq", tmp_path / "network.html"
    assert run("export", "-g", graph, "-o", quads).returncode == 0
    assert quads.read_text("utf-8").endswith(" .\n")
    assert run("render", "-g", graph, "-o", page).returncode == 0
    assert page.read_text("utf-8").lstrip().lower().startswith("<!doctype html>")


def write_unrelated(folder: Path) -> Path:
    """Write a record of a release that no gold case is of."""
    record = build_record(list_seen_cases()[0])
    release = msgspec.structs.replace(record.release, id="unrelated")
    path = folder / "records.jsonl"
    path.write_bytes(msgspec.json.encode(msgspec.structs.replace(record, release=release)) + b"\n")
    return path


def test_score_below_the_mark_is_a_no(tmp_path: Path) -> None:
    records = write_unrelated(tmp_path)
    done = run("evaluate", GOLD, "--records", records, "--at-least", "0.5")
    assert done.returncode == 1
    assert "mean F1" in done.stdout
    assert run("evaluate", GOLD, "--records", records).returncode == 0


def test_a_folder_without_gold_cases_cannot_be_scored(tmp_path: Path) -> None:
    done = run("evaluate", tmp_path)
    assert done.returncode == 2
    assert "gold case" in done.stderr


def test_scores_as_json_with_what_went_wrong(tmp_path: Path) -> None:
    records = write_unrelated(tmp_path)
    done = run("evaluate", GOLD, "--records", records, "--json", "--errors")
    report = json.loads(done.stdout)
    assert report["missing"] == len(list_seen_cases())
    assert report["figures"]["institutions"]["r"] == 0
    assert {finding["verdict"] for finding in report["findings"]} == {"missed"}


def test_a_broken_record_is_told_with_its_line(tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    records.write_text('\n{"release": 3}\n')
    done = run("evaluate", GOLD, "--records", records)
    assert done.returncode == 2
    assert "records.jsonl:2" in done.stderr


def test_a_gold_text_that_cannot_be_read_is_listed(tmp_path: Path) -> None:
    for number, name in enumerate(list_seen_cases()[:2]):
        (tmp_path / f"{name}.json").write_bytes((GOLD / f"{name}.json").read_bytes())
        (tmp_path / f"{name}.txt").write_bytes(b"\0" if number else (GOLD / f"{name}.txt").read_bytes())
    done = run("evaluate", tmp_path)
    assert done.returncode == 3
    assert "1 of 2 inputs failed" in done.stderr
    assert "mean F1" in done.stdout
    assert run("evaluate", tmp_path, "--at-least", "1").returncode == 1


def test_all_gold_records_that_are_wrong_are_told(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("Isi.")
        (tmp_path / f"{name}.json").write_text('{"id": "x", "institutions": 3}')
    done = run("evaluate", tmp_path)
    assert done.returncode == 2
    assert "a.json: " in done.stderr
    assert "b.json: " in done.stderr
    (tmp_path / "held.txt").write_bytes(b"\xff")
    assert "held.txt: cannot be read" in run("evaluate", tmp_path).stderr


def test_a_title_that_is_no_text_is_wrong_usage(graph: Path, tmp_path: Path) -> None:
    done = run("render", "-g", graph, "-o", tmp_path / "x.html", "--title", "\udcff")
    assert done.returncode == 2
    assert "no text" in done.stderr
