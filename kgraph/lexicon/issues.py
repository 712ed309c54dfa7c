"""Words that tell what a release is about (``data/lexicon/issues.toml``)."""

import re
from functools import cached_property
from pathlib import Path
from typing import Literal

import msgspec

from kgraph.lexicon.joining import Joiner
from kgraph.lexicon.matcher import fold, join
from kgraph.vocabulary import ISSUES

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Weight = Literal["decisive", "strong", "weak", "part"]


class IssueLabel(msgspec.Struct, frozen=True, kw_only=True):
    """What an issue is called, by the code of the language."""

    id: str
    en: str


class IssueCues(msgspec.Struct, frozen=True, kw_only=True):
    """The cues of one issue, as the file has them.

    ``label`` is for the issues that a user adds; those that are shipped have theirs in the ontology.
    """

    slug: str
    label: IssueLabel | None = None
    strong: tuple[str, ...]
    decisive: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
    counter: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


class IssueWords(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The cues of all issues; ``clitic`` may be joined to the end of any cue.

    Before a weak cue ``topics`` make it strong and ``numerals`` take it away; ``asides``
    begin sentences that tell of another occasion.
    """

    clitic: str
    topics: tuple[str, ...]
    numerals: tuple[str, ...]
    asides: tuple[str, ...]
    issues: tuple[IssueCues, ...]

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The slugs of all issues: those of the ontology, then those that a user adds."""
        return (*ISSUES, *(issue.slug for issue in self.added))

    @cached_property
    def added(self) -> tuple[IssueCues, ...]:
        """The issues that the ontology does not have, by slug."""
        return tuple(sorted((one for one in self.issues if one.slug not in ISSUES), key=lambda one: one.slug))

    @cached_property
    def cues(self) -> dict[str, tuple[tuple[str, Weight], ...]]:
        """Folded phrase to the issues it is a cue of, with its weight; a counter-phrase to none."""
        cues: dict[str, dict[str, Weight]] = {}
        for issue in self.issues:
            for phrase in issue.counter:
                cues.setdefault(fold(phrase), {})
            for phrase in (part for parts in issue.together for part in parts):
                cues.setdefault(fold(phrase), {}).setdefault(issue.slug, "part")
            for phrase in issue.weak:
                cues.setdefault(fold(phrase), {})[issue.slug] = "weak"
            for phrase in issue.strong:
                cues.setdefault(fold(phrase), {})[issue.slug] = "strong"
            for phrase in issue.decisive:
                cues.setdefault(fold(phrase), {})[issue.slug] = "decisive"
        return {phrase: tuple(sorted(found.items())) for phrase, found in cues.items()}

    @cached_property
    def phrase_of(self) -> dict[str, str]:
        """The cue or counter-phrase that a form is, by itself or with the clitic behind it."""
        forms = {phrase + self.clitic: phrase for phrase in self.cues}
        return forms | {phrase: phrase for phrase in self.cues}

    def list_fields(self, body: str) -> frozenset[str]:
        """Return the issues that a body is there for, by the words of its name.

        >>> from kgraph.lexicon.load import load_lexicon
        >>> sorted(load_lexicon().issues.list_fields("BNN Kota Palu"))
        ['drugs']
        """
        found = self._body_pattern.finditer(fold(body))
        return frozenset(slug for match in found for slug in self._body_slugs[" ".join(match[0].split())])

    @cached_property
    def _body_slugs(self) -> dict[str, tuple[str, ...]]:
        slugs: dict[str, list[str]] = {}
        for issue in self.issues:
            for phrase in issue.bodies:
                slugs.setdefault(fold(phrase), []).append(issue.slug)
        return {phrase: tuple(found) for phrase, found in slugs.items()}

    @cached_property
    def _body_pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{join(self._body_slugs)})(?!\w)")

    @cached_property
    def topic_set(self) -> frozenset[str]:
        """Folded words that name what something is about."""
        return frozenset(fold(word) for word in self.topics)

    @cached_property
    def numeral_set(self) -> frozenset[str]:
        """Folded words that count."""
        return frozenset(fold(word) for word in self.numerals)

    @cached_property
    def folded_asides(self) -> tuple[str, ...]:
        """Folded beginnings of sentences that tell of another occasion."""
        return tuple(fold(phrase) for phrase in self.asides)

    def weigh(self, weight: Weight, before: str) -> Weight | None:
        """Return what a cue weighs behind a folded word, ``None`` where it only counts people."""
        if weight != "weak":
            return weight
        if before in self.topic_set:
            return "strong"
        return None if before in self.numeral_set or before[:1].isdigit() else weight

    @cached_property
    def combinations(self) -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
        """Folded phrase to the combinations that it begins: issue and all phrases."""
        combinations: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for issue in self.issues:
            for parts in issue.together:
                folded = frozenset(fold(part) for part in parts)
                combinations.setdefault(min(folded), []).append((issue.slug, folded))
        return {phrase: tuple(found) for phrase, found in combinations.items()}


def load_issues(path: Path, joiner: Joiner) -> IssueWords:
    """Return the cues of issues; a user may add cues, and issues with a slug and labels of their own.

    Raises:
        KnowledgeError: The shipped file is missing or wrong.
    """
    words = joiner.load_toml(path, IssueWords)
    labels = {issue.slug: issue.label for issue in words.issues}
    for entry in joiner.entries.get(path.name, ()):
        slug = entry.values["slug"]
        if slug in ISSUES:
            if "label" in entry.values:
                joiner.faults.append(
                    entry.error(f"the issue {slug} is shipped and has its labels; take this one out", "label")
                )
        elif slug in labels and not _SLUG.fullmatch(slug):
            joiner.faults.append(
                entry.error(f"the slug {slug!r} must be of a-z, 0-9 and single hyphens", "slug")
            )
        elif slug in labels and labels[slug] is None:
            message = f'the new issue {slug} needs a label = {{ id = "...", en = "..." }}'
            joiner.faults.append(entry.error(message, "slug"))
    return words
