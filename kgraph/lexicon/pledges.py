"""Words of promising (``data/lexicon/pledges.toml``)."""

import re
from functools import cached_property

import msgspec

from kgraph.lexicon.calendar import Calendar
from kgraph.lexicon.matcher import fold, join


class PledgeWords(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All words about promises; see the data file for what each list means."""

    verbs: tuple[str, ...]
    selves: tuple[str, ...]
    openers: tuple[str, ...]
    adverbs: tuple[str, ...]
    futures: tuple[str, ...]
    negations: tuple[str, ...]
    ready: tuple[str, ...]
    vows: tuple[str, ...]
    doers: tuple[str, ...]
    deed_prefixes: tuple[str, ...]
    deeds: tuple[str, ...]
    not_deeds: tuple[str, ...]
    toward: tuple[str, ...]
    limits: tuple[str, ...]
    edges: tuple[str, ...]
    units: tuple[str, ...]
    year_nouns: tuple[str, ...]
    month_nouns: tuple[str, ...]
    ahead: tuple[str, ...]
    days: tuple[str, ...]

    @cached_property
    def verb_set(self) -> frozenset[str]:
        """Verbs of saying that promise."""
        return frozenset(self.verbs)

    @cached_property
    def subjects(self) -> re.Pattern[str]:
        """Matches who speaks, as a subject, folded text given."""
        return re.compile(rf"(?<!\w)(?:{join(self.selves)})(?!\w)")

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """Matches what ends where a clause may begin: nothing, a mark, a conjunction, a day."""
        return re.compile(rf"(?:^|[^\w\s]|(?<!\w)(?:{join((*self.openers, *self.days))}))\s*\Z")

    @cached_property
    def promise(self) -> re.Pattern[str]:
        """Matches a promise, with the blank before it, behind its subject or where none is told."""
        adverbs = rf"(?:(?:{join(self.adverbs)})\s+)*"
        deed = rf"(?!(?:{join(self.not_deeds)})(?!\w))(?:(?:{join(self.deed_prefixes)})\w{{3}}|{self._deed})"
        future = rf"(?:(?:{join(self.negations)})\s+)?(?:{join(self.futures)})\s+{adverbs}{deed}"
        ready = rf"(?:{join(self.ready)})\s+(?:(?:{join(self.toward)})\s+)?{adverbs}{deed}"
        return re.compile(rf"\s+{adverbs}(?:{future}|{ready}|(?:{join(self.vows)})(?!\w))")

    def may_promise(self, text: str) -> bool:
        """Tell whether a folded text holds a word without which nothing in it is promised."""
        return any(map(text.__contains__, self._signs))

    @cached_property
    def _signs(self) -> tuple[str, ...]:
        return tuple(sorted({fold(phrase).split()[0] for phrase in (*self.futures, *self.ready, *self.vows)}))

    @cached_property
    def done_by_speaker(self) -> re.Pattern[str]:
        """Matches a future whose doer stands behind it ("akan kami bawa")."""
        return re.compile(rf"(?<!\w)(?:{join(self.futures)})\s+(?:{join(self.doers)})\s+\w")

    @property
    def _deed(self) -> str:
        return rf"(?:{join(self.deeds)})(?!\w)"


def compile_times(words: PledgeWords, calendar: Calendar) -> re.Pattern[str]:
    """Return what matches a time with the word that makes it a limit ("paling lambat akhir Maret 2026")."""
    months, units, edges = join(calendar.month_numbers), join(words.units), join(words.edges)
    ahead, limits = join(words.ahead), join(words.limits)
    number = rf"(?:\d{{1,3}}|{join(calendar.counts)})"
    year = rf"(?:(?:{join(words.year_nouns)})\s+)?20\d\d"
    day = rf"(?:(?:{join(calendar.dated)})\s+)?\d{{1,2}}\s+(?:{months})(?:\s+20\d\d)?"
    month = rf"(?:(?:{edges})\s+)?(?:(?:{join(words.month_nouns)})\s+)?(?:{months})(?:\s+(?:20\d\d|{ahead}))?"
    edge = rf"(?:{edges})\s+(?:{year}|(?:{units})(?:\s+(?:{ahead}))?)"
    pointed = rf"(?:(?:{edges})\s+)?(?:{units})\s+(?:{ahead})"
    span = rf"{number}\s+(?:{units})"
    limited = rf"(?:{limits})\s+(?:{day}|{month}|{edge}|{pointed}|{span}(?:\s+(?:{ahead}))?|{year})"
    free = rf"{day}|{edge}|{pointed}|{span}\s+(?:{ahead})|{join(words.days)}"
    return re.compile(rf"(?<!\w)(?:{limited}|{free})(?!\w)")
