"""Work in many processes, in order."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.errors import KGraphError
from kgraph.workers import map_in_order

ROOT = Path(__file__).parents[2]


def join(piece: bytes, shared: list[bytes]) -> bytes:
    return piece + shared[0]


def die(piece: bytes, shared: object) -> bytes:
    os._exit(1)


def test_results_come_in_the_order_of_the_work_and_pieces_are_taken_as_needed() -> None:
    taken = 0

    def list_pieces() -> Iterator[bytes]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield str(number).encode()

    results = map_in_order(join, [b"!"], list_pieces(), jobs=2)
    assert [next(results) for _ in range(20)] == [f"{number}!".encode() for number in range(20)]
    assert taken < 40
    results.close()


def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(KGraphError, match="--jobs 1"):
        list(map_in_order(die, None, [b"a"], jobs=1))


def tell_process(piece: bytes, shared: object) -> bytes:
    return str(os.getpid()).encode()


def test_processes_end_with_the_one_that_started_them() -> None:
    """The pipe that they inherit is closed when the last of them is gone."""
    program = (
        "import sys, time\n"
        "from kgraph.workers import map_in_order\n"
        "from tests.unit.test_workers import tell_process\n"
        "if __name__ == '__main__':\n"
        "    answers = map_in_order(tell_process, None, iter([b''] * 100), jobs=2)\n"
        "    print(next(answers).decode(), flush=True)\n"
        "    time.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert int(process.stdout.readline()) != process.pid
        process.kill()
        process.communicate(timeout=120)


class Bomb:
    """Ends the process that unpickles it."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (1,)


def test_a_process_that_dies_before_it_has_what_is_shared_is_told() -> None:
    # More than a pipe holds: the process that writes it would wait for a reader that is gone.
    with pytest.raises(KGraphError, match="worker process"):
        list(map_in_order(join, [b"x" * 1_000_000, Bomb()], [b"a"], jobs=1))
