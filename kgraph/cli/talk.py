"""What a command says on standard error while it works, and the list of failures at the end."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress

import click

from kgraph.reading.counting import count_inputs
from kgraph.reading.items import Failure, ReadRecord

_PATIENCE = 1.0
"""Seconds of work from which progress is shown."""
_PACE = 0.2
"""Seconds between two showings."""
_WIDTH = 30
"""Signs of the bar."""
_ERASE = "\r\x1b[K"


class Talk:
    """Passes on records, shows progress on a terminal, keeps failures for the end.

    Args:
        sources: What is read, if the bar is to show how much of it is done.
    """

    def __init__(self, sources: tuple[str, ...] = ()) -> None:
        self._sources = sources
        self._total: int | None = None
        self.failures: list[Failure] = []
        self.count = 0
        self._is_shown = sys.stderr is not None and sys.stderr.isatty()
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
        _say(f"kgraph: {note}\n")

    def show_step(self, step: str, done: int, total: int | None) -> None:
        """Show how far a later step of the work is."""
        told = f"{step} {done:,} of {total:,}" if total else step
        self._write(f"{_draw_bar(done, total)}{told}", time.monotonic())

    def list_failures(self) -> None:
        """Write which inputs failed and why, if any did."""
        self._erase()
        if self.failures:
            total = self.count + len(self.failures)
            _say(f"kgraph: {len(self.failures):,} of {total:,} inputs failed:\n")
        for failure in self.failures:
            _say(f"  {failure.origin}: {failure.message}\n")

    def _show(self) -> None:
        now = time.monotonic()
        if not self._is_shown or now < self._due:
            return
        if self._total is None and self._sources:
            self._total = count_inputs(self._sources) or 0
        done = self.count + len(self.failures)
        rate = done / (now - self._started)
        failed = f", {len(self.failures):,} failed" if self.failures else ""
        bar = _draw_bar(done, self._total)
        self._write(f"{bar}{done:,} releases{failed}, {rate:,.0f} a second", now)

    def _write(self, line: str, now: float) -> None:
        if self._is_shown and now >= self._due:
            self._due = now + _PACE
            self._is_dirty = True
            _say(f"{_ERASE}{line}")

    def _erase(self) -> None:
        if self._is_dirty:
            _say(_ERASE)
            self._is_dirty = False


def _say(text: str) -> None:
    """Write on standard error; if nobody listens any more, the work still goes on."""
    with suppress(OSError):
        click.echo(text, err=True, nl=False)


def _draw_bar(done: int, total: int | None) -> str:
    """Return a bar and the share that is done; nothing where the whole is not known."""
    if not total:
        return ""
    share = min(done / total, 1.0)
    return f"[{'#' * int(share * _WIDTH):-<{_WIDTH}}] {share:4.0%}  "
