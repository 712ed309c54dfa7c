"""The order of the stages, and nothing else."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, TypeVar

import msgspec

from kgraph.extraction.record import read_record
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
"""Inputs that a process is given at once, and releases that are read side by side at most."""
_SHORT = 12_000
"""Code points that releases read side by side have together; a text as long as that is read alone."""

T = TypeVar("T")


def extract_release(release: Release, lexicon: Lexicon) -> Record:
    """Return what a release says."""
    return next(extract_releases((release,), lexicon))


def extract_releases(releases: Iterable[Release], lexicon: Lexicon) -> Iterator[Record]:
    """Yield what each of some releases says, in order; a few of them are read side by side."""
    for group in _group(releases, len_of=lambda release: len(release.body)):
        for outcome in _read_together(group, lexicon):
            if isinstance(outcome, Exception):
                raise outcome
            yield outcome


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
        yield from _extract_groups(items, lexicon)
        return
    batches = map(msgspec.msgpack.encode, iter(lambda: list(islice(items, _BATCH)), []))
    answers = msgspec.msgpack.Decoder(list[ReadRecord | Failure])
    for answer in map_in_order(_extract_batch, lexicon, batches, jobs=jobs):
        yield from answers.decode(answer)


def _extract_batch(batch: bytes, lexicon: Lexicon) -> bytes:
    items = msgspec.msgpack.decode(batch, type=list[ReadRelease | ReadRecord | Failure])
    return msgspec.msgpack.encode(list(_extract_groups(items, lexicon)))


def _extract_groups(
    items: Iterable[ReadRelease | ReadRecord | Failure], lexicon: Lexicon
) -> Iterator[ReadRecord | Failure]:
    for group in _group(items, len_of=_measure):
        outcomes = _read_together([item.release for item in group if isinstance(item, ReadRelease)], lexicon)
        for item in group:
            yield _finish(item, next(outcomes)) if isinstance(item, ReadRelease) else item


def _measure(item: ReadRelease | ReadRecord | Failure) -> int:
    return len(item.release.body) if isinstance(item, ReadRelease) else 0


def _finish(item: ReadRelease, outcome: Record | Exception) -> ReadRecord | Failure:
    if isinstance(outcome, Exception):
        what = f"{type(outcome).__name__}: {outcome}"
        message = f"kgraph broke on this release: {what}; please report it with the text"
        return Failure(origin=item.origin, message=message)
    return ReadRecord(origin=item.origin, record=outcome, notes=item.notes)


def _group(items: Iterable[T], *, len_of: Callable[[T], int]) -> Iterator[list[T]]:
    """Yield items in order, a few at a time: so many that together they are still short."""
    group: list[T] = []
    length = 0
    for item in items:
        group.append(item)
        length += len_of(item)
        if len(group) == _BATCH or length >= _SHORT:
            yield group
            group, length = [], 0
    if group:
        yield group


def _read_together(releases: Sequence[Release], lexicon: Lexicon) -> Iterator[Record | Exception]:
    """Return what each release says or, for one in which extraction breaks, the error.

    Each step of reading is done for all of them before the next one: most of what a step costs
    is that a processor has to fetch its code and words, and one release alone is soon through.
    """
    outcomes: list[Record | Exception | None] = [None] * len(releases)
    waiting = [(number, _read(release, lexicon)) for number, release in enumerate(releases)]
    while waiting:
        going = []
        for number, reading in waiting:
            try:
                next(reading)
            except StopIteration as end:
                outcomes[number] = end.value
            except Exception as error:  # noqa: BLE001 a fault of ours in one release must not cost the user the others
                outcomes[number] = error
            else:
                going.append((number, reading))
        waiting = going
    return iter([outcome for outcome in outcomes if outcome is not None])


def _read(release: Release, lexicon: Lexicon) -> Generator[None, None, Record]:
    zones = find_zones(release, lexicon)
    yield
    layout = build_layout(release.body, zones, lexicon)
    yield
    return (yield from read_record(release, layout, lexicon))
