"""Words of the calendar (``data/lexicon/calendar.toml``) and the patterns made of them."""

import re
from collections.abc import Iterable
from functools import cached_property

import msgspec

from kgraph.lexicon.matcher import PhraseMatcher, fold, join

# The character goes first and what stands around it last, so that most are passed over at once.
_NUMBER_OR_BRACKET = re.compile(r"[\d(](?<!\d[\d(])(?:(?<=\d)|(?=\s?\w))")


class Openings(msgspec.Struct, frozen=True, kw_only=True):
    """Offsets at which a numbered day may begin, and those for a day told from the day of writing."""

    numbered: list[int]
    relative: list[int]


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """A month and its names, folded."""

    number: int
    names: tuple[str, ...]


class Weekday(msgspec.Struct, frozen=True, kw_only=True):
    """A day of the week by its ISO number, and its names, folded."""

    number: int
    names: tuple[str, ...]


def _any(phrases: Iterable[str]) -> str:
    """Return a pattern for any of some phrases, the longest first.

    Letters match in either case by ASCII alone: else ``i`` would match ``İ``, which folds to itself.
    An apostrophe matches a curly one, as ``fold`` has it.
    """
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    spelled = (
        r"\s{1,2}".join(f"(?a:{re.escape(word)})" for word in phrase.split()).replace("'", "['\u2019]")
        for phrase in ordered
    )
    return "(?:" + "|".join(spelled) + ")"


class Calendar(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Names of months and days, relative words, and words around dates, as the file has them."""

    ranges: tuple[str, ...]
    both: tuple[str, ...]
    dated: tuple[str, ...]
    dated_papers: tuple[str, ...]
    day_nouns: tuple[str, ...]
    parts_of_day: tuple[str, ...]
    past: tuple[str, ...]
    future: tuple[str, ...]
    this: tuple[str, ...]
    weeks: tuple[str, ...]
    recurring: tuple[str, ...]
    not_days: tuple[str, ...]
    english_days: tuple[str, ...]
    capital_only: tuple[str, ...]
    not_dates: tuple[str, ...]
    papers: tuple[str, ...]
    acts: tuple[str, ...]
    counts: dict[str, int]
    ordinals: dict[str, int]
    relative: dict[str, int]
    months: tuple[Month, ...]
    weekdays: tuple[Weekday, ...]

    @cached_property
    def month_numbers(self) -> dict[str, int]:
        """Folded name of a month to its number."""
        return {name: month.number for month in self.months for name in month.names}

    @cached_property
    def weekday_numbers(self) -> dict[str, int]:
        """Folded name of a day of the week to its ISO number."""
        return {name: day.number for day in self.weekdays for name in day.names}

    @cached_property
    def _range(self) -> str:
        return _any(self.ranges)

    @cached_property
    def _join(self) -> str:
        return _any((*self.ranges, *self.both))

    @cached_property
    def joins(self) -> frozenset[str]:
        """Folded words that join two single days."""
        return frozenset(self.both)

    @cached_property
    def _openers(self) -> PhraseMatcher:
        return PhraseMatcher(self._numbered_firsts | self._relative_firsts)

    @cached_property
    def _numbered_firsts(self) -> frozenset[str]:
        """What a numbered day may begin with, but for its number."""
        return _list_firsts((*self.dated, *self.dated_papers, *self.month_numbers, *self.weekday_numbers))

    @cached_property
    def _relative_firsts(self) -> frozenset[str]:
        """What a day told from the day of writing may begin with, but for a number."""
        return _list_firsts((*self.counts, *self.day_nouns, *self.relative, *self.weekday_numbers))

    @cached_property
    def _opens(self) -> dict[str, tuple[bool, bool]]:
        """Whether a numbered day, and one told otherwise, may begin with each opener or a part of it."""
        return {
            opener: (
                any(_begins(opener, first) for first in self._numbered_firsts),
                any(_begins(opener, first) for first in self._relative_firsts),
            )
            for opener in self._openers.phrases
        }

    def list_openings(self, text: str, folded: str) -> Openings:
        """Return the only places where phrases of time may begin: at certain words, a number, a bracket.

        Args:
            text: Any text.
            folded: The same in lower case.
        """
        numbered: set[int] = set()
        relative: set[int] = set()
        for start, _, opener in self._openers.find_all(folded):
            day, other = self._opens[opener]
            if day:
                numbered.add(start)
            if other:
                relative.add(start)
        for match in _NUMBER_OR_BRACKET.finditer(text):
            start = match.start()
            numbered.add(start)
            if text[start] != "(":
                relative.add(start)
        return Openings(numbered=sorted(numbered), relative=sorted(relative))

    @cached_property
    def day_pattern(self) -> re.Pattern[str]:
        """One numbered day, or two days that share their month, with what stands around them."""
        day = _any(self.weekday_numbers)
        month = _any(self.month_numbers)
        part = _any(self.parts_of_day)
        number = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
        year = r"(?:19|20)\d\d(?!\d)"
        return re.compile(
            rf"""
            (?<![\w/]) (?<!\d[.,\-–]) (?<!\w-) (?<![^\W\d_]\.)
            (?: (?P<weekday>{day}) (?!\w)
                (?: \s?(?:{self._join}|,)\s? {day} (?!\w) )?
                (?: \s{{1,2}}{part} (?!\w) )?
                \s{{0,2}},?\s{{0,2}} )?
            (?P<open>\(\s?)?
            (?: (?P<weekday_within>{day}) (?!\w) (?:\s{{1,2}}{part})? \s?[,/]?\s{{0,2}} )?
            (?: (?P<dated>{_any((*self.dated, *self.dated_papers))}) \s{{1,2}} )?
            (?:
                (?P<iso>{year}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])) (?![\w/-])
              | (?P<first>{number}) (?: \s{{0,2}}(?P<join>{self._join}|,)\s{{0,2}} (?P<last>{number}) )?
                (?:
                    \s{{0,2}} (?P<month>{month}) (?![^\W\d_]) \.?
                    (?: \s{{0,2}},?\s{{0,2}} (?P<year>{year}) )?
                  | \s?/\s? (?P<number>0?[1-9]|1[0-2]) (?!\d)
                    (?: \s?/\s? (?P<slashed>{year}|\d\d(?!\d)) )? (?!\w|/|[.,\-]\d)
                  | (?P<mark>[.\-]) (?P<marked>0?[1-9]|1[0-2]) (?P=mark) (?P<mark_year>{year}) (?!\w|[/.\-]\d)
                )
              | (?P<english>{month}) \s{{1,2}} (?P<english_day>{number}) (?:st|nd|rd|th)?
                ,?\s{{1,2}} (?P<english_year>{year})
            )
            (?P<close>\s?\))?
            """,
            re.IGNORECASE | re.VERBOSE,
        )

    @cached_property
    def range_pattern(self) -> re.Pattern[str]:
        """What stands between the two days of a range."""
        return re.compile(rf"\s{{0,2}}{self._range}\s{{0,2}}(?:{_any(self.day_nouns)}\s)?", re.IGNORECASE)

    @cached_property
    def join_pattern(self) -> re.Pattern[str]:
        """What stands between two days of a list."""
        return re.compile(rf"\s{{0,2}}(?:{self._join}|,)\s{{0,2}}(?:{_any(self.both)}\s)?", re.IGNORECASE)

    @cached_property
    def gone_pattern(self) -> re.Pattern[str]:
        """What calls the day before it past."""
        return re.compile(rf"\s{{1,2}}{_any(self.past)}(?!\w)", re.IGNORECASE)

    @cached_property
    def relative_pattern(self) -> re.Pattern[str]:
        """A day told from the day of writing, or the bare name of a day."""
        day = _any(self.weekday_numbers)
        noun = _any(self.day_nouns)
        return re.compile(
            rf"""
            (?<![\w-])
            (?: (?: (?P<noun>{noun}) \s{{1,2}} )? (?P<weekday>{day}) (?![\w-])
                (?: \s{{1,2}}{_any(self.parts_of_day)} (?!\w) )?
                (?: \s{{1,2}} (?P<week>{_any(self.weeks)}) (?=\s) )?
                (?: \s{{1,2}} (?: (?P<past>{_any(self.past)}) | (?P<future>{_any(self.future)})
                                | (?P<this>{_any(self.this)}) ) (?!\w) )?
              | (?P<count>{_any(self.counts)}|\d{{1,2}}) (?: \s{{1,2}}{noun} )?
                \s{{1,2}} {_any(self.past)} (?!\w)
              | (?P<relative>{_any(self.relative)}) (?![\w-])
            )
            """,
            re.IGNORECASE | re.VERBOSE,
        )

    @cached_property
    def recurring_pattern(self) -> re.Pattern[str]:
        """What stands before a day that comes again and again, at the end of a text."""
        return re.compile(
            rf"(?<!\w){_any(self.recurring)}\s{{1,2}}(?:{_any(self.day_nouns)}\s)?$", re.IGNORECASE
        )

    @cached_property
    def paper_pattern(self) -> re.Pattern[str]:
        """A paper that has a date of its own."""
        return re.compile(rf"(?<!\w){_any(self.papers)}(?!\w)", re.IGNORECASE)

    @cached_property
    def act_pattern(self) -> re.Pattern[str]:
        """What ties a day to an act, at the end of a text."""
        return re.compile(rf"(?<!\w){_any(self.acts)}(?:\s{{1,2}}{_any(self.day_nouns)})?\s*$", re.IGNORECASE)

    def find_not_days(self, text: str, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return where expressions stand that hold the name of a day and name none.

        Args:
            text: Any text.
            places: Where it names days; nothing is returned where no expression touches one of them.
        """
        reach = self._longest_not_day
        around = (fold(text[max(0, start - reach) : end + reach]) for start, end in places)
        if not any(
            first in part and sign.search(part) for part in around for first, sign in self._not_day_signs
        ):
            return []
        return [match.span() for match in self._not_day_pattern.finditer(text)]

    @cached_property
    def _longest_not_day(self) -> int:
        # Two blanks may stand for one.
        return max((len(phrase) + phrase.count(" ") for phrase in self.not_days), default=0)

    @cached_property
    def _not_day_signs(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The first word of each expression, and what finds it in folded text, parts of words too."""
        return tuple((fold(phrase).split()[0], re.compile(join([phrase]))) for phrase in self.not_days)

    @cached_property
    def _not_day_pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){_any(self.not_days)}(?!\w)", re.IGNORECASE)

    @cached_property
    def filler_pattern(self) -> re.Pattern[str]:
        """What may stand around one date in a phrase that is nothing but a date."""
        words = (*self.acts, *self.dated, *self.day_nouns, *self.parts_of_day)
        return re.compile(rf"(?<!\w){_any(words)}(?!\w)", re.IGNORECASE)


def _list_firsts(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(phrase.split()[0]) for phrase in phrases)


def _begins(word: str, first: str) -> bool:
    """Tell whether a word is another, or begins with it and a mark: "jum'at"."""
    return word.startswith(first) and not word[len(first) : len(first) + 1].isalnum()
