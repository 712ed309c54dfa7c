"""The order of the stages, and nothing else."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

import msgspec

from kgraph.extraction.record import extract_record
from kgraph.lexicon.load import Lexicon
from kgraph.reading.items import Failure, ReadRecord, ReadRelease
from kgraph.reading.sources import read_sources
from kgraph.reading.zones import find_zones
from kgraph.records import Record, Release
from kgraph.text.sentences import build_layout
from kgraph.workers import map_in_order

_WORTH = 48
"""Releases from which starting processes takes less time than it saves."""
_BATCH = 8
"""Inputs that a process is given at once."""


def extract_release(release: Release, lexicon: Lexicon) -> Record:
    """Return what a release says."""
    zones = find_zones(release, lexicon)
    layout = build_layout(release.body, zones, lexicon)
    return extract_record(release, layout, lexicon)


def extract_sources(
    sources: Iterable[Path | str],
    *,
    lexicon: Lexicon,
    jobs: int = 1,
    max_chars: int = 1_000_000,
    stdin: BinaryIO | None = None,
    tell: Callable[[str], None] = lambda note: None,
) -> Iterator[ReadRecord | Failure]:
    """Return an iterator over the records of files, folders and streams, in the order of reading.

    Records that were made before pass through. A release in which extraction breaks is a
    failure; the rest goes on.

    Args:
        sources: Paths, or "-" for ``stdin``.
        lexicon: The words to read with.
        jobs: Number of processes; they are started only if there is work enough.
        max_chars: Code points that the body of a release may have.
        stdin: The stream that "-" stands for.
        tell: Is given notes that belong to no single release.

    Raises:
        InputError: A source does not exist; raised at once, before anything is read.
    """
    items = read_sources(sources, lexicon=lexicon, max_chars=max_chars, stdin=stdin, tell=tell)
    return _extract_items(items, lexicon, jobs)


def _extract_items(
    items: Iterator[ReadRelease | ReadRecord | Failure], lexicon: Lexicon, jobs: int
) -> Iterator[ReadRecord | Failure]:
    first = list(islice(items, _WORTH)) if jobs > 1 else []
    items = chain(first, items)
    if len(first) < _WORTH:
        for item in items:
            yield _extract_item(item, lexicon)
        return
    batches = map(msgspec.msgpack.encode, iter(lambda: list(islice(items, _BATCH)), []))
    answers = msgspec.msgpack.Decoder(list[ReadRecord | Failure])
    for answer in map_in_order(_extract_batch, lexicon, batches, jobs=jobs):
        yield from answers.decode(answer)


def _extract_batch(batch: bytes, lexicon: Lexicon) -> bytes:
    items = msgspec.msgpack.decode(batch, type=list[ReadRelease | ReadRecord | Failure])
    return msgspec.msgpack.encode([_extract_item(item, lexicon) for item in items])


def _extract_item(item: ReadRelease | ReadRecord | Failure, lexicon: Lexicon) -> ReadRecord | Failure:
    if not isinstance(item, ReadRelease):
        return item
    try:
        record = extract_release(item.release, lexicon)
    except Exception as error:  # noqa: BLE001 a fault of ours in one release must not cost the user the others
        message = (
            f"kgraph broke on this release: {type(error).__name__}: {error}; please report it with the text"
        )
        return Failure(origin=item.origin, message=message)
    return ReadRecord(origin=item.origin, record=record, notes=item.notes)
