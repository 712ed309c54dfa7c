"""What a comparison tells, as values; as JSON they have the same keys."""

from typing import Generic, TypeVar

import msgspec

Item = TypeVar("Item")


class Section(msgspec.Struct, Generic[Item], frozen=True, kw_only=True):
    """Changes of one sort: how many there are, and as many of them as were asked for."""

    count: int = 0
    items: tuple[Item, ...] = ()


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence, and the release that it stands in, by id; ``date`` is the day of publication."""

    text: str
    release: str
    date: str | None
    link: str | None


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """An institution or person."""

    iri: str
    label: str


class Update(msgspec.Struct, frozen=True, kw_only=True):
    """A value that is another now; ``field`` says of what."""

    field: str
    old: str | None
    new: str | None


class ReleaseItem(msgspec.Struct, frozen=True, kw_only=True):
    """A release; of a changed one, whether its text is another, and how many claims came and went."""

    id: str
    title: str | None
    date: str | None
    link: str | None
    is_text_changed: bool = False
    new_claims: int = 0
    gone_claims: int = 0


class InstitutionItem(msgspec.Struct, frozen=True, kw_only=True):
    """An institution as the newer of the generations that have it says; ``releases`` name it there."""

    iri: str
    label: str
    kind: str
    region: str | None
    acronym: str | None
    releases: int
    updates: tuple[Update, ...] = ()
    sentence: Sentence | None = None


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """Names that meant one entity and now mean another, and the reasons for the latter and the former."""

    old: Named
    new: Named
    names: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    reasons_before: tuple[str, ...] = ()
    sentence: Sentence | None = None


class IdentityItem(msgspec.Struct, frozen=True, kw_only=True):
    """Entities whose names are one now, or several, or others; ``type`` is institution or person."""

    type: str
    old: tuple[Named, ...]
    new: tuple[Named, ...]
    moves: tuple[Move, ...]


class TieItem(msgspec.Struct, frozen=True, kw_only=True):
    """A tie of two institutions: how many releases tell it, and how many did, and since when."""

    a: Named
    b: Named
    releases: int
    releases_before: int
    first: str | None
    last: str | None
    sentence: Sentence | None = None


class PostItem(msgspec.Struct, frozen=True, kw_only=True):
    """Who holds which post, with the first and the last day on which it is seen, and was seen before."""

    person: Named
    post: str
    institution: Named
    first: str | None
    last: str | None
    first_before: str | None = None
    last_before: str | None = None
    sentence: Sentence | None = None


class AgreementItem(msgspec.Struct, frozen=True, kw_only=True):
    """An agreement as a release tells it; parties are labels and words."""

    kind: str
    parties: tuple[str, ...]
    about: str | None
    date: str | None
    sentence: Sentence | None = None


class ReleaseSections(msgspec.Struct, frozen=True, kw_only=True):
    """Changes of releases."""

    new: Section[ReleaseItem]
    gone: Section[ReleaseItem]
    changed: Section[ReleaseItem]


class InstitutionSections(msgspec.Struct, frozen=True, kw_only=True):
    """Changes of institutions; one that only has another IRI is not among them."""

    new: Section[InstitutionItem]
    gone: Section[InstitutionItem]
    changed: Section[InstitutionItem]


class IdentitySections(msgspec.Struct, frozen=True, kw_only=True):
    """Changes of who is one with whom.

    Several became one, one became several, one has another IRI, or names went from one to another of
    several that go on.
    """

    merged: Section[IdentityItem]
    split: Section[IdentityItem]
    renamed: Section[IdentityItem]
    regrouped: Section[IdentityItem]


class TieSections(msgspec.Struct, frozen=True, kw_only=True):
    """Changes of ties; stronger and weaker ones are told by more or fewer releases."""

    new: Section[TieItem]
    gone: Section[TieItem]
    stronger: Section[TieItem]
    weaker: Section[TieItem]


class PostSections(msgspec.Struct, frozen=True, kw_only=True):
    """Changes of who holds which post; changed are those that are seen earlier or later than before."""

    new: Section[PostItem]
    gone: Section[PostItem]
    changed: Section[PostItem]


class AgreementSections(msgspec.Struct, frozen=True, kw_only=True):
    """Changes of agreements."""

    new: Section[AgreementItem]
    gone: Section[AgreementItem]


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of the generations that are compared, by its name, and how many releases it holds."""

    generation: str
    releases: int


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What is new, gone or other in one generation against an older one.

    ``about`` are the IRIs of the institutions and ``issue`` is that of the issue which were asked for,
    if any; ``institutions``, ``identities`` and ``posts`` have no issue and are ``None`` where one was.
    """

    old: Side
    new: Side
    about: tuple[str, ...] | None
    issue: str | None
    releases: ReleaseSections
    institutions: InstitutionSections | None
    identities: IdentitySections | None
    ties: TieSections
    posts: PostSections | None
    agreements: AgreementSections


def encode_report(report: Report) -> bytes:
    """Return a report as indented JSON, always the same bytes for the same content."""
    return msgspec.json.format(msgspec.json.encode(report, order="deterministic"), indent=2) + b"\n"
