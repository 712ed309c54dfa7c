"""Words that tell happenings, their places and those who take part (``data/lexicon/event_cues.toml``)."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

import msgspec

from kgraph.lexicon.matcher import fold

_SECTIONS = (
    "carriers",
    "telling",
    "references",
    "modality",
    "themes",
    "dates",
    "roles",
    "sequence",
)
_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_TWICE = re.compile(r"(?P<half>\w+)-(?P=half)")
_LONGEST = 3
LONGEST_HEAD = 60
"""Code points of a text that the head of a place is looked for in."""
_SHORTEST_VERB = 6


class Meaning(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """What a phrase may say: a role such as ``noun`` or ``present``, and the type of event words."""

    role: str
    type: str = ""


Sense = tuple[str, tuple[Meaning, ...], frozenset[str]]
"""A folded phrase, what it may say, and the roles of that."""


class EventType(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one type of event; the file explains each list."""

    type: str
    nouns: tuple[str, ...]
    topics: tuple[str, ...]
    active: tuple[str, ...]
    passive: tuple[str, ...]
    stems: tuple[str, ...]
    states: tuple[str, ...]


class LedActs(msgspec.Struct, frozen=True, kw_only=True):
    """Acts that one kind of office leads, the teams that it sends to them, and how its names begin."""

    acts: tuple[str, ...]
    teams: tuple[str, ...]
    heads: tuple[str, ...]


class EventCues(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The file as it stands: the words of each type, then lists of words by section and role."""

    clitics: tuple[str, ...]
    ladders: tuple[tuple[tuple[str, ...], ...], ...]
    led: tuple[LedActs, ...]
    types: tuple[EventType, ...]
    carriers: dict[str, tuple[str, ...]]
    telling: dict[str, tuple[str, ...]]
    references: dict[str, tuple[str, ...]]
    modality: dict[str, tuple[str, ...]]
    themes: dict[str, tuple[str, ...]]
    dates: dict[str, tuple[str, ...]]
    places: dict[str, tuple[str, ...]]
    labels: dict[str, tuple[str, ...]]
    roles: dict[str, tuple[str, ...]]
    sequence: dict[str, tuple[str, ...]]

    @cached_property
    def meanings(self) -> dict[str, tuple[Meaning, ...]]:
        """What each folded phrase may say: ``noun``, ``active`` ... with a type, else ``section.role``."""
        found: dict[str, set[Meaning]] = {}
        for phrase, meaning in self._list_meanings():
            found.setdefault(fold(phrase), set()).add(meaning)
        return {phrase: tuple(sorted(found[phrase])) for phrase in sorted(found)}

    @cached_property
    def roles_of(self) -> dict[str, frozenset[str]]:
        """The roles of each folded phrase."""
        return {
            phrase: frozenset(meaning.role for meaning in meanings)
            for phrase, meanings in self.meanings.items()
        }

    @cached_property
    def senses(self) -> dict[str, Sense]:
        """Each folded phrase with its meanings and roles."""
        return {phrase: (phrase, self.meanings[phrase], roles) for phrase, roles in self.roles_of.items()}

    @cached_property
    def stops(self) -> frozenset[str]:
        """Folded words that end a place."""
        return frozenset(map(fold, self.places["stops"]))

    @cached_property
    def ladder_steps(self) -> dict[str, tuple[tuple[int, int], ...]]:
        """The ladders, and steps on them, that each folded head of a name stands on, by their numbers."""
        found: dict[str, list[tuple[int, int]]] = {}
        for ladder, steps in enumerate(self.ladders):
            for step, heads in enumerate(steps):
                for head in heads:
                    found.setdefault(fold(head), []).append((ladder, step))
        return {head: tuple(places) for head, places in found.items()}

    @cached_property
    def leading_heads(self) -> dict[str, tuple[str, ...]]:
        """How the names of those begin, folded, who lead a folded act."""
        return {fold(act): tuple(map(fold, item.heads)) for item in self.led for act in item.acts}

    @cached_property
    def sending_heads(self) -> dict[str, tuple[str, ...]]:
        """How the names of those begin, folded, who send a folded team."""
        return {fold(team): tuple(map(fold, item.heads)) for item in self.led for team in item.teams}

    @cached_property
    def longest_step(self) -> int:
        """The number of words of the longest head on a ladder."""
        return max((head.count(" ") + 1 for head in self.ladder_steps), default=0)

    @cached_property
    def label_stops(self) -> frozenset[str]:
        """Folded words that end the name of a happening."""
        return self.stops.union(map(fold, self.labels["stops"])).difference(self.label_joining)

    @cached_property
    def clause_openers(self) -> frozenset[str]:
        """Folded words that begin a new clause after a comma."""
        return frozenset(map(fold, self.labels["clauses"])).difference(self.label_joining)

    @cached_property
    def label_joining(self) -> frozenset[str]:
        """Folded words that join two nouns of one name."""
        return frozenset(map(fold, self.labels["joining"]))

    @cached_property
    def joining(self) -> frozenset[str]:
        """Folded words that end a place unless another venue or unit follows."""
        return frozenset(map(fold, self.places["joining"]))

    @cached_property
    def subunits(self) -> tuple[str, ...]:
        """Folded first words, each with a blank, of names of parts of an office."""
        return tuple(f"{fold(word)} " for word in self.roles["subunits"])

    @cached_property
    def stating(self) -> frozenset[str]:
        """Folded words before "di" that make what follows the place of a happening."""
        return frozenset(map(fold, self.places["stating"]))

    @cached_property
    def serving(self) -> frozenset[str]:
        """Folded words before "di" after which the place is where somebody works or lives."""
        return frozenset(map(fold, self.places["serving"]))

    @cached_property
    def _heads(self) -> dict[str, str]:
        return {
            fold(phrase): role for role in ("areas", "venues", "not_places") for phrase in self.places[role]
        }

    @cached_property
    def _head_firsts(self) -> frozenset[str]:
        determiners = map(fold, self.places["determiners"])
        return frozenset(phrase.split(" ", 1)[0] for phrase in (*self._heads, *determiners))

    def find_head(self, text: str) -> str | None:
        """Tell what a folded text begins with: ``venues``, ``areas``, ``not_places`` or ``None``.

        >>> from kgraph.lexicon.load import load_lexicon
        >>> load_lexicon().event_cues.find_head("balai desa juntinyuat")
        'venues'
        >>> load_lexicon().event_cues.find_head("salah satu hotel di palu")
        'venues'
        """
        words = [
            _TWICE.sub(r"\g<half>", word) if "-" in word else word
            for word in islice(map(re.Match.group, _WORD.finditer(text[:LONGEST_HEAD])), _LONGEST)
        ]
        if not words or words[0] not in self._head_firsts:
            return None
        for determiner in self._determiners:
            if tuple(words[: len(determiner)]) == determiner:
                role = self._find_head(words[len(determiner) :])
                if role in {"areas", "venues"}:
                    return role
        return self._find_head(words)

    def _find_head(self, words: list[str]) -> str | None:
        for size in range(len(words), 0, -1):
            role = self._heads.get(" ".join(words[:size]))
            if role is not None:
                return role
        return None

    @cached_property
    def _determiners(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(fold(phrase).split(" ")) for phrase in self.places["determiners"])

    def is_verb(self, word: str) -> bool:
        """Tell whether a folded word looks like a verb by its prefix and length."""
        return (
            len(word) >= _SHORTEST_VERB
            and word.startswith(self.places["verb_prefixes"])
            and word not in self._not_verbs
        )

    @cached_property
    def _not_verbs(self) -> frozenset[str]:
        return frozenset(map(fold, self.places["not_verbs"]))

    def _list_meanings(self) -> Iterator[tuple[str, Meaning]]:
        for words in self.types:
            for role, phrases in (
                ("noun", words.nouns),
                ("topic", words.topics),
                ("active", words.active),
                ("passive", words.passive),
                ("stem", words.stems),
                ("state", words.states),
            ):
                for phrase in phrases:
                    yield phrase, Meaning(role=role, type=words.type)
                    if role == "noun":
                        for clitic in self.clitics:
                            yield phrase + clitic, Meaning(role=role, type=words.type)
        for section in _SECTIONS:
            lists: dict[str, tuple[str, ...]] = getattr(self, section)
            for role, phrases in lists.items():
                for phrase in phrases:
                    yield phrase, Meaning(role=f"{section}.{role}")
        for role in ("prepositions", "passages", "directions", "origins", "remote"):
            for phrase in self.places[role]:
                yield phrase, Meaning(role=f"places.{role}")
