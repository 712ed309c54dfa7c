"""The examples of the README work on the data that is shipped."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXPORTS = (
    "graph.nq",
    "graph.ttl",
    "graph.nt",
    "graph.trig",
    "graph.jsonld",
    "network.graphml",
    "network.gexf",
    "tables.csv/nodes.csv",
    "neo4j/import.sh",
    "site/index.html",
    "void.ttl",
    "public.jsonld",
)


def read_examples() -> list[list[str]]:
    """The arguments of each example that calls kgraph, in order."""
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("kgraph ")]
    return [shlex.split(line, comments=True)[1:] for line in lines]


def test_examples_work_one_after_the_other(tmp_path: Path) -> None:
    for folder in ("data", "docs"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    examples = read_examples()
    assert len(examples) > 15
    failed = []
    for arguments in examples:
        done = subprocess.run(
            [sys.executable, "-m", "kgraph", *arguments], cwd=tmp_path, capture_output=True, text=True
        )
        if done.returncode != 0 or not (done.stdout or "-o" in arguments or done.stderr):
            failed.append((arguments, done.returncode, done.stderr[-500:]))
    assert failed == []
    for made in (
        "records.jsonl",
        "graph/CURRENT",
        "network.html",
        "graph.nq",
        "graph.ttl",
        "errors.html",
        *EXPORTS,
    ):
        assert (tmp_path / made).stat().st_size > 0
