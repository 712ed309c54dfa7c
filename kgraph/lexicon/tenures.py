"""Words about beginning and ceasing to hold a post (``data/lexicon/tenures.toml``)."""

import re
from functools import cached_property

import msgspec

from kgraph.lexicon.matcher import fold, join

_CUES = ("begins", "appoints", "passes", "replaces", "replaced", "ends", "former")


class TenureWords(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All words about tenures; see the data file for what each list means."""

    begins: tuple[str, ...]
    appoints: tuple[str, ...]
    passes: tuple[str, ...]
    replaces: tuple[str, ...]
    replaced: tuple[str, ...]
    predecessors: tuple[str, ...]
    links: tuple[str, ...]
    ends: tuple[str, ...]
    before_end: tuple[str, ...]
    former: tuple[str, ...]
    since: tuple[str, ...]
    holds: tuple[str, ...]
    terms: tuple[str, ...]
    year_nouns: tuple[str, ...]
    ceremonies: tuple[str, ...]
    blockers: tuple[str, ...]

    @cached_property
    def kinds(self) -> dict[str, str]:
        """For each folded cue the name of its list."""
        return {fold(phrase): name for name in _CUES for phrase in getattr(self, name)}

    @cached_property
    def ceremony_pattern(self) -> re.Pattern[str]:
        """Finds a word for a ceremony of appointment in folded text."""
        return re.compile(rf"(?<!\w)(?:{join(self.ceremonies)})")

    @cached_property
    def since_pattern(self) -> re.Pattern[str]:
        """Matches "sejak" and the like at the end of folded text before a day."""
        return re.compile(rf"(?<!\w)(?:{join(self.since)})\s*$")

    @cached_property
    def day_pattern(self) -> re.Pattern[str]:
        """Finds what a sentence must hold to tell days or years of a tenure, in folded text."""
        words = join((*self.since, *self.terms, *self.holds))
        return re.compile(rf"(?<!\w)(?:{words})\s[^.;]{{0,80}}\d")

    def may_tell_day(self, text: str) -> bool:
        """Tell whether a folded sentence holds what ``day_pattern`` begins with."""
        return any(map(text.__contains__, self._day_openers))

    @cached_property
    def _day_openers(self) -> tuple[str, ...]:
        return tuple(sorted({fold(words).split()[0] for words in (*self.since, *self.terms, *self.holds)}))

    @cached_property
    def year_pattern(self) -> re.Pattern[str]:
        """Finds a year after "sejak" in folded text; ``year`` is it."""
        return re.compile(
            rf"(?<!\w)(?:{join(self.since)})\s+(?:{join(self.year_nouns)}\s+)?"
            r"(?P<year>(?:19|20)\d\d)(?![\w/.-]\d)"
        )

    @cached_property
    def term_pattern(self) -> re.Pattern[str]:
        """Finds a term of office between two years in folded text; ``first`` and ``last`` are they."""
        return re.compile(
            rf"(?<!\w)(?:{join(self.terms)})\s+(?:{join(self.year_nouns)}\s+)?"
            r"(?P<first>(?:19|20)\d\d)\s*[-–—/]\s*(?P<last>(?:19|20)\d\d)"
        )

    @cached_property
    def hold_pattern(self) -> re.Pattern[str]:
        """Finds a verb of holding a post in folded text."""
        return re.compile(rf"(?<!\w)(?:{join(self.holds)})(?!\w)")

    @cached_property
    def end_pattern(self) -> re.Pattern[str]:
        """Finds a verb that ends a tenure in folded text."""
        return re.compile(rf"(?<!\w)(?:{join(self.ends)})(?!\w)")

    @cached_property
    def link_pattern(self) -> re.Pattern[str]:
        """Matches a word between a verb and the post, folded text given."""
        return re.compile(rf"(?:{join((*self.links, *self.holds))})(?!\w)")
