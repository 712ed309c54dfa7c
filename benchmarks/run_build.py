"""Measure how fast releases go from text to store, and how much memory that takes.

Every step is a command of its own, so that its time and peak memory are its own.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
KIB_PER_UNIT = 1 / 1024 if sys.platform == "darwin" else 1


def run(*command: str | Path, output: Path | None = None) -> tuple[float, float]:
    """Run a command of Python to its end; return seconds and peak memory in MB."""
    begun = time.perf_counter()
    with open(output or os.devnull, "wb") as file:
        process = subprocess.Popen([sys.executable, *map(str, command)], stdout=file)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}: exit code {process.returncode}")
    return time.perf_counter() - begun, usage.ru_maxrss * KIB_PER_UNIT / 1024


def measure(name: str, number: int, command: Sequence[str | Path]) -> float:
    """Run one step, print its figures, and return its seconds."""
    seconds, megabytes = run(*command)
    print(
        f"{name:28} {seconds:8.2f} s  {number / seconds:9.1f} releases/s  peak {megabytes:7.1f} MB",
        flush=True,
    )
    return seconds


def main() -> None:
    """Generate releases, build a graph of them, and measure the stages alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    number = options.releases
    with tempfile.TemporaryDirectory() as folder:
        texts, records = Path(folder, "releases.jsonl"), Path(folder, "records.jsonl")
        run(HERE / "generate_releases.py", str(number), "--seed", str(options.seed), output=texts)
        print(f"{number} releases, {texts.stat().st_size / number:.0f} bytes each")
        kgraph = ("-m", "kgraph")
        whole = measure("text to store", number, [*kgraph, "build", texts, "-g", Path(folder, "graph")])
        reading = measure("text to records", number, [*kgraph, "extract", texts, "-o", records])
        mapping = measure(
            "records to store", number, [*kgraph, "build", records, "-g", Path(folder, "again")]
        )
        print(f"extraction is {reading / whole:.2f} of the whole, mapping and loading {mapping / whole:.2f}")


if __name__ == "__main__":
    main()
