"""The whole lexicon as one value."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from kgraph.errors import InputError
from kgraph.lexicon.agreements import AgreementCues
from kgraph.lexicon.body_heads import BodyHeads
from kgraph.lexicon.calendar import Calendar
from kgraph.lexicon.event_cues import EventCues
from kgraph.lexicon.furniture import FurnitureWords
from kgraph.lexicon.fused_posts import fuse_posts
from kgraph.lexicon.given_names import GivenNames
from kgraph.lexicon.honorifics import Honorifics
from kgraph.lexicon.institution_heads import InstitutionHeads
from kgraph.lexicon.issues import IssueWords, load_issues
from kgraph.lexicon.joining import Joiner
from kgraph.lexicon.matcher import fold
from kgraph.lexicon.own_bodies import check_own_bodies
from kgraph.lexicon.own_files import OwnFiles
from kgraph.lexicon.page_profiles import PageProfiles
from kgraph.lexicon.phrase_lists import PhraseLists
from kgraph.lexicon.pledges import PledgeWords, compile_times
from kgraph.lexicon.posts import Posts
from kgraph.lexicon.region_levels import RegionLevels
from kgraph.lexicon.regions import Regions, load_regions
from kgraph.lexicon.registry import Registry, load_registry
from kgraph.lexicon.remembering import Memory
from kgraph.lexicon.sentences import SentenceWords
from kgraph.lexicon.speech_verbs import SpeechWords
from kgraph.lexicon.spelling import Spelling
from kgraph.lexicon.tenures import TenureWords
from kgraph.records import Record
from kgraph.resources import locate_lexicon, locate_registry


class Lexicon(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What the program knows of Indonesian and of the administration; loaded once, then passed on.

    ``own`` are the files of a user's that are part of it.
    """

    calendar: Calendar
    agreements: AgreementCues
    event_cues: EventCues
    region_levels: RegionLevels
    furniture: FurnitureWords
    page_profiles: PageProfiles
    given_names: GivenNames
    honorifics: Honorifics
    institution_heads: InstitutionHeads
    issues: IssueWords
    pledges: PledgeWords
    posts: Posts
    regions: Regions
    registry: Registry
    sentences: SentenceWords
    speech: SpeechWords
    tenures: TenureWords
    own: tuple[OwnFiles, ...] = ()

    @cached_property
    def memory(self) -> Memory:
        """What was found out of names before; it is bounded, and no part of the lexicon's value."""
        return Memory(self)

    @cached_property
    def body_heads(self) -> BodyHeads:
        """The heads of all names of bodies."""
        return BodyHeads(grammar=self.institution_heads, registry=self.registry)

    @cached_property
    def spelling(self) -> Spelling:
        """How words of bodies' names that a text misspells were meant."""
        words = self.institution_heads.words
        forms = {tuple(form.split()) for form in self.body_heads.by_form}
        names = {tuple(fold(region.name).split()) for region in self.regions.rows}
        seats = {tuple(seat.split()) for seat in self.regions.by_seat}
        phrases = frozenset(forms | names | {tuple(level.split()) for level in words.level_of})
        cues = (*self.issues.phrase_of, *self.posts.phrase_set, *self.event_cues.senses)
        known = frozenset(word for phrase in (*phrases, *seats, *map(str.split, cues)) for word in phrase)
        return Spelling(
            phrases=phrases,
            known=known | words.field_words | self.plain_words | self.given_names.folded | self.name_stops,
            # The name of one firm or paper is no common word, and others are called alike.
            heads=frozenset(
                form
                for form, (head, _) in self.body_heads.by_form.items()
                if not head.alone and " " not in form
            ),
            fields=words.field_words,
            field_heads=frozenset(
                form for form, (head, _) in self.body_heads.by_form.items() if head.tail == "field"
            ),
            regions=frozenset(name[0] for name in names if len(name) == 1),
            levels=(words.level_firsts | words.government_set) - words.local_levels,
        )

    @cached_property
    def body_openers(self) -> frozenset[str]:
        """What the name of a body begins with: words of heads and those for a government."""
        return self.body_heads.first_words | self.institution_heads.words.government_set

    @cached_property
    def phrase_lists(self) -> PhraseLists:
        """The phrases that a text is searched for as a whole."""
        return PhraseLists(
            {
                "agreements": self.agreements.senses,
                "events": self.event_cues.senses,
                "issues": self.issues.phrase_of,
                "posts": {phrase: phrase for phrase in self.posts.phrase_set},
                "speech": self.speech.senses,
                "tenures": self.tenures.kinds,
                "unnamed": {phrase: phrase for phrase in self.speech.unnamed},
            }
        )

    @cached_property
    def due_pattern(self) -> re.Pattern[str]:
        """Matches a time with the word that makes it a limit, folded text given."""
        return compile_times(self.pledges, self.calendar)

    @cached_property
    def name_stops(self) -> frozenset[str]:
        """The folded words that no person's name holds."""
        posts = self.posts
        # "Imam" begins posts and is none by itself.
        firsts = posts.first_words - (self.given_names.folded - posts.phrase_set)
        return firsts | posts.name_stop_set | posts.thing_set | self.speech.passive_set

    @cached_property
    def inner_name_stops(self) -> frozenset[str]:
        """The folded words that no person's name holds behind its first: "Hakim" is a post and a name."""
        return self.name_stops - self.given_names.folded

    @cached_property
    def loose_post_words(self) -> frozenset[str]:
        """The folded words that begin posts and stop names for nothing else."""
        posts = self.posts
        return posts.first_words - posts.name_stop_set - posts.thing_set - self.speech.passive_set

    @cached_property
    def holder_openers(self) -> frozenset[str]:
        """The folded words that may begin a post or a person's name though in lower case."""
        return self.posts.first_words | self.honorifics.title_set | self.honorifics.rank_firsts

    @cached_property
    def title_openers(self) -> frozenset[str]:
        """The folded words that a title or a rank may begin with."""
        return self.honorifics.title_set | self.honorifics.rank_firsts

    @cached_property
    def plain_words(self) -> frozenset[str]:
        """Folded words that are written with a capital in names and posts and name nothing by themselves."""
        names = self.institution_heads.words
        return frozenset(
            {
                *names.field_words,
                *names.level_of,
                *self.posts.first_words,
                *self.posts.modifier_set,
                *self.calendar.month_numbers,
                *self.calendar.weekday_numbers,
                *self.honorifics.first_words,
                *self.body_heads.first_words,
            }
        )

    def list_unknown(self, record: Record) -> Iterator[str]:
        """Yield which issues and regions of a record there are not."""
        for issue in record.issues:
            if issue.issue not in self.issues.slugs:
                yield f"there is no issue {issue.issue!r}, only {', '.join(self.issues.slugs)}"
        for body in record.institutions:
            if body.region_code is not None and body.region_code not in self.regions.by_code:
                yield f"there is no region {body.region_code!r}"


def load_lexicon(own: Sequence[OwnFiles] = ()) -> Lexicon:
    """Return the lexicon that is shipped, with what a user's own files add to it.

    Raises:
        KnowledgeError: A shipped file is missing or wrong.
        InputError: The user's files contradict it or do not fit; all faults are named.
    """
    joiner = Joiner(own)
    lexicon = _load(joiner, own)
    joiner.finish()
    return lexicon


def load_bodies(own: Sequence[OwnFiles] = ()) -> tuple[Registry, Regions]:
    """Return the bodies and regions alone, to find those that a graph was built with.

    What a user's files held when it was built is taken as it is: where a newer version of the
    shipped ones has come to contradict it, that part is left out.

    Raises:
        KnowledgeError: A shipped file is missing or wrong.
    """
    return _load_bodies(Joiner(own))


def find_faults(own: Sequence[OwnFiles]) -> tuple[list[InputError], list[InputError]]:
    """Return what is wrong with a user's own files, and what in them is known already."""
    joiner = Joiner(own)
    _load(joiner, own)
    return joiner.faults, joiner.repeats


def _load_bodies(joiner: Joiner) -> tuple[Registry, Regions]:
    tables = locate_registry()
    regions = load_regions(tables / "regions.csv", joiner)
    registry = load_registry(tables / "institutions.csv", tables / "families.toml", joiner)
    check_own_bodies(registry, regions, joiner)
    return registry, regions


def _load(joiner: Joiner, own: Sequence[OwnFiles]) -> Lexicon:
    words = locate_lexicon()
    registry, regions = _load_bodies(joiner)
    levels = joiner.load_toml(words / "region_levels.toml", RegionLevels)
    lexicon = Lexicon(
        calendar=joiner.load_toml(words / "calendar.toml", Calendar),
        agreements=joiner.load_toml(words / "agreements.toml", AgreementCues),
        event_cues=joiner.load_toml(words / "event_cues.toml", EventCues),
        furniture=joiner.load_toml(words / "furniture.toml", FurnitureWords),
        page_profiles=joiner.load_toml(words / "page_profiles.toml", PageProfiles),
        region_levels=levels,
        given_names=joiner.load_toml(words / "given_names.toml", GivenNames),
        honorifics=joiner.load_toml(words / "honorifics.toml", Honorifics),
        institution_heads=joiner.load_toml(words / "institution_heads.toml", InstitutionHeads),
        issues=load_issues(words / "issues.toml", joiner),
        pledges=joiner.load_toml(words / "pledges.toml", PledgeWords),
        posts=joiner.load_toml(words / "posts.toml", Posts),
        regions=msgspec.structs.replace(regions, directions=levels.directions),
        registry=registry,
        sentences=joiner.load_toml(words / "sentences.toml", SentenceWords),
        speech=joiner.load_toml(words / "speech_verbs.toml", SpeechWords),
        tenures=joiner.load_toml(words / "tenures.toml", TenureWords),
        own=tuple(own),
    )
    posts = fuse_posts(lexicon.posts, lexicon.body_heads.rows)
    return msgspec.structs.replace(lexicon, posts=posts)
