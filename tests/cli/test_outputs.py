"""Results that cannot be written, readers that go away, streams that are closed, and Ctrl-C."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.test_commands import ROOT, TEXTS, run

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")


def start(command: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a shell command in which "$@" is kgraph with its arguments."""
    program = [sys.executable, "-m", "kgraph", *map(str, arguments)]
    return subprocess.run(["bash", "-c", command, "bash", *program], capture_output=True, text=True, cwd=ROOT)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outputs") / "graph"
    assert run("build", TEXTS[0], "-g", folder).returncode == 0
    return folder


def list_commands(graph: Path) -> list[list[object]]:
    return [
        ["extract", TEXTS[0]],
        ["extract", "--schema"],
        ["build", TEXTS[0], "-g", graph],
        ["query", "-g", graph],
        ["query", "-g", graph, "mentions"],
        ["query", "-g", graph, "mentions", "--as", "csv"],
        ["render", "-g", graph, "-o", "-"],
        ["export", "-g", graph, "-o", "-", "--as", "ttl"],
        ["extract", "--help"],
    ]


@needs_full
def test_a_full_disk_is_told_in_one_line(graph: Path) -> None:
    for arguments in list_commands(graph):
        done = start('"$@" > /dev/full', *arguments)
        assert done.returncode == 2, arguments
        assert done.stderr.startswith("kgraph: "), done.stderr
        assert done.stderr.count("\n") == 1, done.stderr


@needs_full
def test_a_device_that_is_full_is_told_by_name() -> None:
    done = run("extract", TEXTS[0], "-o", FULL)
    assert (done.returncode, done.stderr) == (
        2,
        "kgraph: /dev/full: cannot be written: No space left on device\n",
    )


def test_a_reader_that_goes_away_ends_a_command_quietly(graph: Path) -> None:
    for arguments in list_commands(graph):
        done = start('"$@" | true; exit ${PIPESTATUS[0]}', *arguments)
        assert (done.returncode, done.stderr) == (0, ""), arguments


@pytest.mark.parametrize("closed", ["<&-", "2>&-"])
def test_streams_that_are_not_used_may_be_closed(tmp_path: Path, closed: str) -> None:
    done = start(f'"$@" {closed}', "build", TEXTS[0], "-g", tmp_path / "graph")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 release" in done.stdout


@pytest.mark.parametrize(("arguments", "closed"), [(["extract", "-"], "<&-"), (["extract", TEXTS[0]], ">&-")])
def test_streams_that_are_used_must_be_open(arguments: list[str], closed: str) -> None:
    done = start(f'"$@" {closed}', *arguments)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1, done.stderr


@pytest.mark.parametrize("name", ["", ".", "folder"])
def test_a_folder_is_no_file_to_write_to(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    done = run("extract", TEXTS[0], "-o", tmp_path / name if name == "folder" else name)
    assert done.returncode == 2
    assert "not a folder" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    link = tmp_path / "link.jsonl"
    link.symlink_to(tmp_path / "file.jsonl")
    assert run("extract", TEXTS[0], "-o", link).returncode == 0
    assert link.is_symlink()
    assert (tmp_path / "file.jsonl").read_text("utf-8").startswith("{")


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 249 + ".jsonl")
    assert run("extract", TEXTS[0], "-o", path).returncode == 0
    assert path.is_file()


def test_stopping_tells_no_more_than_that(tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("id,text\n" + "".join(f"r{n},Palu (4/2) - Rapat ke-{n}.\n" for n in range(20_000)))
    command = [
        sys.executable,
        "-m",
        "kgraph",
        "build",
        str(rows),
        "-g",
        str(tmp_path / "graph"),
        "--jobs",
        "2",
    ]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, start_new_session=True
    ) as process:
        while not (tmp_path / "graph" / "building").exists() and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        output, talk = process.communicate()
    assert (process.returncode, output, talk) == (130, "", "kgraph: stopped\n")
    assert sorted(path.name for path in (tmp_path / "graph").iterdir()) == ["LOCK", "generations"]
