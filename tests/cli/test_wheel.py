"""The wheel carries all that the program needs, and runs from an empty folder."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.gold_records import GOLD, list_seen_cases

ROOT = Path(__file__).parents[2]
BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-c", BUILD, str(folder)], cwd=ROOT, capture_output=True, text=True
    )
    assert built.returncode == 0, built.stderr
    target = folder / "site"
    with zipfile.ZipFile(folder / built.stdout.split()[-1]) as wheel:
        wheel.extractall(target)
    return target


def run(unpacked: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the unpacked program; ``-P`` and the path keep the checkout out of sight."""
    started = (
        "import sys; sys.path[:] = [p for p in sys.path if p != sys.argv[1]]; "
        "import kgraph; assert kgraph.__file__.startswith(sys.argv[2]), kgraph.__file__; "
        "sys.argv[1:] = sys.argv[3:]; from kgraph.cli.main import main; main()"
    )
    return subprocess.run(
        [sys.executable, "-P", "-c", started, str(ROOT), str(unpacked), *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
    )


def test_wheel_holds_the_knowledge_and_the_licences(unpacked: Path) -> None:
    knowledge = unpacked / "kgraph" / "_knowledge"
    for kind, suffix in (("ontology", "ttl"), ("data/lexicon", "toml"), ("data/registry", "csv")):
        shipped = {path.name for path in (knowledge / kind).glob(f"*.{suffix}")}
        assert shipped == {path.name for path in (ROOT / kind).glob(f"*.{suffix}")}
        assert shipped
    licences = {path.name for path in unpacked.glob("*.dist-info/licenses/*")}
    assert {"LICENSE", "NOTICE"} <= licences
    questions = {path.name for path in (unpacked / "kgraph").rglob("*.rq")}
    assert questions == {path.name for path in (ROOT / "kgraph").rglob("*.rq")}
    assert questions
    for kind in ("j2", "css", "js"):
        shipped = {path.name for path in (unpacked / "kgraph").rglob(f"*.{kind}")}
        assert shipped == {path.name for path in (ROOT / "kgraph").rglob(f"*.{kind}")}
        assert shipped


def test_wheel_reads_a_release_from_an_empty_folder(unpacked: Path, tmp_path: Path) -> None:
    text = GOLD / f"{list_seen_cases()[0]}.txt"
    done = run(unpacked, tmp_path, "extract", str(text))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["institutions"]


def test_wheel_builds_and_draws_a_graph(unpacked: Path, tmp_path: Path) -> None:
    text = GOLD / f"{list_seen_cases()[0]}.txt"
    for arguments in (
        ["build", str(text), "-g", "graph"],
        ["query", "-g", "graph", "ties"],
        ["render", "-g", "graph", "-o", "network.html"],
        ["check"],
    ):
        done = run(unpacked, tmp_path, *arguments)
        assert done.returncode == 0, f"{arguments}: {done.stderr}"
    assert (tmp_path / "network.html").stat().st_size > 100_000
