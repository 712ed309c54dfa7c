"""Posts: the words that they begin with and are made of."""

import re
from functools import cached_property

import msgspec

from kgraph.lexicon.matcher import WordPhrases, fold, join


def _is_acronym(phrase: str) -> bool:
    return phrase.isupper() and len(phrase) > 1


class FusedPost(msgspec.Struct, frozen=True, kw_only=True):
    """Posts that are one word with their body or its kind, or short forms.

    ``body``: the head of the body's name; ``never``: heads of bodies that have no such post.
    """

    forms: tuple[str, ...]
    body: str | None = None
    kind: str | None = None
    never: tuple[str, ...] = ()


class PostBody(msgspec.Struct, frozen=True, kw_only=True):
    """Posts whose body is named by other words: ``body`` is the head of its name.

    ``foreign`` is the head of the name of a mission of another country; ``within`` the kind of
    the body that the post's own belongs to.
    """

    forms: tuple[str, ...]
    body: str
    foreign: str | None = None
    within: str | None = None


class Posts(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All words about posts; see the data file for what each list means."""

    heads: tuple[str, ...]
    fused: tuple[FusedPost, ...]
    post_joiners: tuple[str, ...]
    prepositions: tuple[str, ...]
    modifiers: tuple[str, ...]
    after_name: tuple[str, ...]
    besides: tuple[str, ...]
    houses: tuple[str, ...]
    representing: tuple[str, ...]
    delegates: tuple[str, ...]
    before_name: tuple[str, ...]
    represented: tuple[str, ...]
    pair_joiners: tuple[str, ...]
    numbers: tuple[str, ...]
    collective: tuple[str, ...]
    companions: tuple[str, ...]
    receiving: tuple[str, ...]
    visiting: tuple[str, ...]
    venues: tuple[str, ...]
    groups: tuple[str, ...]
    owners: tuple[str, ...]
    seats: tuple[str, ...]
    places: tuple[str, ...]
    name_stops: tuple[str, ...]
    local: tuple[str, ...]
    sovereign: tuple[str, ...]
    appointed: tuple[str, ...]
    former: tuple[str, ...]
    passed_to: tuple[str, ...]
    led_by: tuple[str, ...]
    appositions: tuple[str, ...]
    presenting: tuple[str, ...]
    years: tuple[str, ...]
    person_before: tuple[str, ...]
    things: tuple[str, ...]
    occasions: tuple[str, ...]
    english: tuple[str, ...]
    consulates: tuple[str, ...]
    own_ending: str
    place_openers: tuple[str, ...]
    english_prepositions: tuple[str, ...]
    english_links: tuple[str, ...]
    english_joiners: tuple[str, ...]
    verb_beginnings: tuple[str, ...]
    bodies: tuple[PostBody, ...]
    missions: dict[str, str]
    fusing: tuple[str, ...]
    fusing_kinds: tuple[str, ...]
    fused_beginnings: tuple[str, ...]

    @cached_property
    def body_of(self) -> dict[str, str]:
        """The head of the body's name for each folded fused post."""
        return {fold(form): post.body for post in self.fused if post.body for form in post.forms}

    @cached_property
    def inside_set(self) -> frozenset[str]:
        """The fused posts that tell no body: those of its units, folded."""
        return frozenset(fold(form) for post in self.fused if not post.body for form in post.forms)

    @cached_property
    def phrase_set(self) -> frozenset[str]:
        """All beginnings of posts, folded."""
        return frozenset(map(fold, [*self.heads, *(form for post in self.fused for form in post.forms)]))

    @cached_property
    def joiner_words(self) -> frozenset[str]:
        """What joins two posts of one person, folded."""
        return frozenset(map(fold, self.post_joiners))

    @cached_property
    def preposition_set(self) -> frozenset[str]:
        """What leads from a post to its body, folded."""
        return frozenset(map(fold, self.prepositions))

    @cached_property
    def local_set(self) -> frozenset[str]:
        """The posts of places that no table lists, folded."""
        return frozenset({*map(fold, self.local), *self.body_of})

    @cached_property
    def after_name_set(self) -> frozenset[str]:
        """What leads from a name to its post, folded."""
        return frozenset(map(fold, self.after_name))

    @cached_property
    def delegate_set(self) -> frozenset[str]:
        """What a body's delegate is called before its name, folded."""
        return frozenset(map(fold, self.delegates))

    @cached_property
    def house_set(self) -> frozenset[str]:
        """The words before a post that tell a house, folded."""
        return frozenset(map(fold, self.houses))

    @cached_property
    def besides_phrases(self) -> WordPhrases:
        """What leads from a name to a second post."""
        return WordPhrases(self.besides)

    @cached_property
    def represented_phrases(self) -> WordPhrases:
        """What leads from a post to who comes for its holder."""
        return WordPhrases(self.represented)

    @cached_property
    def receiving_phrases(self) -> WordPhrases:
        """What leads to those who receive visitors."""
        return WordPhrases(self.receiving)

    @cached_property
    def visiting_phrases(self) -> WordPhrases:
        """What leads to the body that is visited."""
        return WordPhrases(self.visiting)

    @cached_property
    def venue_phrases(self) -> WordPhrases:
        """What tells, behind a body, that it only gives the room."""
        return WordPhrases(self.venues)

    @cached_property
    def companion_phrases(self) -> WordPhrases:
        """What leads from somebody to those who come along."""
        return WordPhrases(self.companions)

    @cached_property
    def representing_phrases(self) -> WordPhrases:
        """What leads to the body that somebody comes for or from."""
        return WordPhrases(self.representing)

    @cached_property
    def before_name_set(self) -> frozenset[str]:
        """What leads from a post to its name, folded."""
        return frozenset(map(fold, self.before_name))

    @cached_property
    def pair_set(self) -> frozenset[str]:
        """What joins two posts or two names, folded."""
        return frozenset(map(fold, self.pair_joiners))

    @cached_property
    def number_set(self) -> frozenset[str]:
        """Words before a post that several people hold, folded."""
        return frozenset(map(fold, self.numbers))

    @cached_property
    def collective_set(self) -> frozenset[str]:
        """Posts that several people of one body hold, folded."""
        return frozenset(map(fold, self.collective))

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The folded words that a post may begin with."""
        phrases = [*self.heads, *(form for post in self.fused for form in post.forms)]
        return frozenset(fold(phrase).split()[0] for phrase in phrases)

    @cached_property
    def sizes(self) -> dict[str, int]:
        """The number of words of the longest post that begins with a folded word."""
        sizes: dict[str, int] = {}
        for words in map(str.split, self.phrase_set):
            sizes[words[0]] = max(len(words), sizes.get(words[0], 0))
        return sizes

    @cached_property
    def passed_to_phrases(self) -> WordPhrases:
        """What leads from a post to its new holder."""
        return WordPhrases(self.passed_to)

    @cached_property
    def appointed_phrases(self) -> WordPhrases:
        """What leads from a name to a post that the person takes up."""
        return WordPhrases(self.appointed)

    @cached_property
    def person_before_phrases(self) -> WordPhrases:
        """What leads to the name of a person without a post."""
        return WordPhrases(self.person_before)

    @cached_property
    def local_phrases(self) -> WordPhrases:
        """The posts of places that no table lists."""
        return WordPhrases(self.local_set)

    @cached_property
    def former_phrases(self) -> WordPhrases:
        """What tells that a post was held before."""
        return WordPhrases(self.former)

    @cached_property
    def led_by_phrases(self) -> WordPhrases:
        """What leads from a body to the name of its head."""
        return WordPhrases(self.led_by)

    @cached_property
    def appositions_phrases(self) -> WordPhrases:
        """What follows the name of a person without a post."""
        return WordPhrases(self.appositions)

    @cached_property
    def age_pattern(self) -> re.Pattern[str]:
        """Matches the age behind a name: "(41)", "(41 th)", ", 41 tahun"."""
        return re.compile(
            rf"\s?\(\d{{1,2}}(?:\s?[^\W\d]{{2,5}})?\)|,\s\d{{1,2}}\s(?:{join(self.years)})\b", re.IGNORECASE
        )

    @cached_property
    def presenting_phrases(self) -> WordPhrases:
        """What presents somebody without a post, before the name."""
        return WordPhrases(self.presenting)

    @cached_property
    def name_stop_set(self) -> frozenset[str]:
        """Capital words that are no part of a person's name, folded."""
        return frozenset(map(fold, self.name_stops))

    @cached_property
    def kind_of(self) -> dict[str, str]:
        """The kind of body that a folded post word belongs to, where it tells one."""
        return {fold(form): post.kind for post in self.fused if post.kind for form in post.forms}

    @cached_property
    def never_of(self) -> dict[str, tuple[str, ...]]:
        """The folded heads of bodies that have no such post, by the folded post."""
        return {fold(form): tuple(map(fold, post.never)) for post in self.fused for form in post.forms}

    @cached_property
    def implied_body_of(self) -> dict[str, str]:
        """The head of the body's name for each folded post of ``bodies``."""
        return {fold(form): post.body for post in self.bodies for form in post.forms}

    @cached_property
    def foreign_body_of(self) -> dict[str, str]:
        """The head of the name of another country's mission for each folded post of ``bodies``."""
        return {fold(form): post.foreign for post in self.bodies if post.foreign for form in post.forms}

    @cached_property
    def within_of(self) -> dict[str, str]:
        """The kind of the body that holds the post's own, for each folded post of ``bodies``."""
        return {fold(form): post.within for post in self.bodies if post.within for form in post.forms}

    @cached_property
    def group_set(self) -> frozenset[str]:
        """The folded words for groups of people that are no bodies."""
        return frozenset(map(fold, self.groups))

    @cached_property
    def seat_set(self) -> frozenset[str]:
        """The folded words for a body that a post may end with."""
        return frozenset(map(fold, self.seats))

    @cached_property
    def place_set(self) -> frozenset[str]:
        """Those of the seats that are what the body itself is, folded."""
        return frozenset(map(fold, self.places))

    @cached_property
    def town_of(self) -> dict[str, str]:
        """The folded town where the embassy in a folded country sits."""
        return {fold(country): fold(town) for country, town in self.missions.items()}

    @cached_property
    def town_phrases(self) -> WordPhrases:
        """The towns where embassies and consulates sit."""
        return WordPhrases((*self.missions.values(), *self.consulates))

    @cached_property
    def sovereign_set(self) -> frozenset[str]:
        """The posts that no body of a list owns, folded."""
        return frozenset(map(fold, self.sovereign))

    @cached_property
    def english_set(self) -> frozenset[str]:
        """English words that end the name of a post, folded."""
        return frozenset(map(fold, self.english))

    @cached_property
    def place_opener_set(self) -> frozenset[str]:
        """The folded words that the name of a place begins with."""
        return frozenset(map(fold, self.place_openers))

    @cached_property
    def own_openers(self) -> dict[str, str]:
        """Posts of one word, folded, by the form that means somebody's own: "sekretarisnya"."""
        return {f"{word}{self.own_ending}": word for word in self.phrase_set if " " not in word}

    @cached_property
    def english_link_set(self) -> frozenset[str]:
        """English words that no name of a person stands before, as written."""
        return frozenset(self.english_links)

    @cached_property
    def english_preposition_set(self) -> frozenset[str]:
        """English words that lead from a post to what it is about."""
        return frozenset(self.english_prepositions)

    @cached_property
    def english_joiner_set(self) -> frozenset[str]:
        """English words between those that a post is about."""
        return frozenset(self.english_joiners)

    @cached_property
    def occasion_set(self) -> frozenset[str]:
        """The words that begin the name of a day or an occasion, folded."""
        return frozenset(map(fold, self.occasions))

    @cached_property
    def thing_set(self) -> frozenset[str]:
        """Words before the names of things, folded."""
        return frozenset(map(fold, self.things))

    @cached_property
    def owner_set(self) -> frozenset[str]:
        """The words of posts that own the name behind them, folded."""
        return frozenset(map(fold, self.owners))

    @cached_property
    def modifier_set(self) -> frozenset[str]:
        """The words that a post may go on with, folded, but for acronyms."""
        return frozenset(
            word for phrase in self.modifiers if not _is_acronym(phrase) for word in fold(phrase).split()
        )

    @cached_property
    def modifier_acronyms(self) -> frozenset[str]:
        """The acronyms that a post may go on with, as written."""
        return frozenset(phrase for phrase in self.modifiers if _is_acronym(phrase))
