"""Work in many processes, in order."""

import os
from collections.abc import Iterator

import pytest

from kgraph.errors import KGraphError
from kgraph.workers import map_in_order


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
