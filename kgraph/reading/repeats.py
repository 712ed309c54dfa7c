"""The same release given twice."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from kgraph.reading.items import Failure, ReadRecord, ReadRelease

_LISTED = 3
"""Origins that a note lists."""


class _Seen(msgspec.Struct, frozen=True):
    sha256: str
    record: int | None
    origin: str


class Repeats:
    """Knows the releases that were read, so that each comes once."""

    def __init__(self) -> None:
        self._seen: dict[str, _Seen] = {}

    def leave_out(
        self,
        items: Iterable[ReadRelease | ReadRecord | Failure],
        tell: Callable[[str], None] = lambda note: None,
    ) -> Iterator[ReadRelease | ReadRecord | Failure]:
        """Yield items without repeats; one id with two texts, or two records, is a failure.

        Of a text and a record of one release the one that comes first is kept, and what
        was left out is told at the end: the record may have been corrected.
        """
        mixed: list[str] = []
        for item in items:
            if isinstance(item, Failure):
                yield item
                continue
            release = item.release if isinstance(item, ReadRelease) else item.record.release
            record = hash(msgspec.json.encode(item.record)) if isinstance(item, ReadRecord) else None
            before = self._seen.get(release.id)
            if before is None:
                self._seen[release.id] = _Seen(release.sha256, record, item.origin)
                yield item
            elif before.sha256 != release.sha256:
                yield _fail(item.origin, release.id, "another text", before.origin)
            elif record is not None and before.record is not None and record != before.record:
                yield _fail(item.origin, release.id, "another record of the same text", before.origin)
            elif (record is None) != (before.record is None):
                mixed.append(f"{item.origin} ({before.origin} came first)")
        if mixed:
            tell(
                f"{len(mixed):,} left out, since their releases were read before, as text here and as record"
                f" there; give only one of the two: {', '.join(mixed[:_LISTED])}"
                f"{' ...' if len(mixed) > _LISTED else ''}"
            )


def _fail(origin: str, name: str, what: str, before: str) -> Failure:
    message = f"the id {name!r} has {what} in {before}: give one of them another id"
    return Failure(origin=origin, message=message)
