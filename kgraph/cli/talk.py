"""What a command says on standard error while it works, and the list of failures at the end."""

import sys
import time
from collections.abc import Iterable, Iterator

import click

from kgraph.reading.items import Failure, ReadRecord

_PATIENCE = 1.0
"""Seconds of work from which progress is shown."""
_PACE = 0.2
"""Seconds between two showings."""
_ERASE = "\r\x1b[K"


class Talk:
    """Passes on records, shows progress on a terminal, keeps failures for the end."""

    def __init__(self) -> None:
        self.failures: list[Failure] = []
        self.count = 0
        self._is_shown = sys.stderr.isatty()
        self._started = time.monotonic()
        self._due = self._started + _PATIENCE
        self._is_dirty = False

    def watch(self, items: Iterable[ReadRecord | Failure]) -> Iterator[ReadRecord]:
        """Yield the records among the items."""
        for item in items:
            if isinstance(item, Failure):
                self.failures.append(item)
            else:
                self.count += 1
                for note in item.notes:
                    self.tell(f"{item.origin}: {note}")
                yield item
            self._show()
        self._erase()

    def tell(self, note: str) -> None:
        """Write one line."""
        self._erase()
        click.echo(f"kgraph: {note}", err=True)

    def show_step(self, step: str, done: int, total: int | None) -> None:
        """Show how far a later step of the work is."""
        told = f" {done:,} of {total:,}" if total else ""
        self._write(f"{step}{told}", time.monotonic())

    def list_failures(self) -> None:
        """Write which inputs failed and why, if any did."""
        self._erase()
        if self.failures:
            total = self.count + len(self.failures)
            click.echo(f"kgraph: {len(self.failures):,} of {total:,} inputs failed:", err=True)
        for failure in self.failures:
            click.echo(f"  {failure.origin}: {failure.message}", err=True)

    def _show(self) -> None:
        now = time.monotonic()
        rate = self.count / max(now - self._started, _PACE)
        failed = f", {len(self.failures):,} failed" if self.failures else ""
        self._write(f"{self.count:,} releases{failed}, {rate:,.0f} a second", now)

    def _write(self, line: str, now: float) -> None:
        if self._is_shown and now >= self._due:
            self._due = now + _PACE
            self._is_dirty = True
            click.echo(f"{_ERASE}{line}", err=True, nl=False)

    def _erase(self) -> None:
        if self._is_dirty:
            click.echo(_ERASE, err=True, nl=False)
            self._is_dirty = False
