"""The whole lexicon as one value."""

from functools import cached_property
from pathlib import Path

import msgspec

from kgraph.lexicon.agreements import AgreementCues
from kgraph.lexicon.body_heads import BodyHeads
from kgraph.lexicon.calendar import Calendar
from kgraph.lexicon.event_cues import EventCues
from kgraph.lexicon.files import load_toml
from kgraph.lexicon.furniture import FurnitureWords
from kgraph.lexicon.given_names import GivenNames
from kgraph.lexicon.honorifics import Honorifics
from kgraph.lexicon.institution_heads import InstitutionHeads
from kgraph.lexicon.issues import IssueWords
from kgraph.lexicon.page_profiles import PageProfiles
from kgraph.lexicon.pledges import PledgeWords
from kgraph.lexicon.posts import Posts
from kgraph.lexicon.region_levels import RegionLevels
from kgraph.lexicon.regions import Regions, load_regions
from kgraph.lexicon.registry import Registry, load_registry
from kgraph.lexicon.sentences import SentenceWords
from kgraph.lexicon.speech_verbs import SpeechWords
from kgraph.lexicon.tenures import TenureWords
from kgraph.resources import locate_lexicon, locate_registry


class Lexicon(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What the program knows of Indonesian and of the administration; loaded once, then passed on."""

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

    @cached_property
    def body_heads(self) -> BodyHeads:
        """The heads of all names of bodies."""
        return BodyHeads(grammar=self.institution_heads, registry=self.registry)


def load_lexicon(lexicon: Path | None = None, registry: Path | None = None) -> Lexicon:
    """Return the lexicon that is shipped, or that of other folders.

    Raises:
        KnowledgeError: A file is missing or wrong.
    """
    words = lexicon or locate_lexicon()
    tables = registry or locate_registry()
    return Lexicon(
        calendar=load_toml(words / "calendar.toml", Calendar),
        agreements=load_toml(words / "agreements.toml", AgreementCues),
        event_cues=load_toml(words / "event_cues.toml", EventCues),
        furniture=load_toml(words / "furniture.toml", FurnitureWords),
        page_profiles=load_toml(words / "page_profiles.toml", PageProfiles),
        region_levels=load_toml(words / "region_levels.toml", RegionLevels),
        given_names=load_toml(words / "given_names.toml", GivenNames),
        honorifics=load_toml(words / "honorifics.toml", Honorifics),
        institution_heads=load_toml(words / "institution_heads.toml", InstitutionHeads),
        issues=load_toml(words / "issues.toml", IssueWords),
        pledges=load_toml(words / "pledges.toml", PledgeWords),
        posts=load_toml(words / "posts.toml", Posts),
        regions=load_regions(tables / "regions.csv"),
        registry=load_registry(tables / "institutions.csv", tables / "families.toml"),
        sentences=load_toml(words / "sentences.toml", SentenceWords),
        speech=load_toml(words / "speech_verbs.toml", SpeechWords),
        tenures=load_toml(words / "tenures.toml", TenureWords),
    )
