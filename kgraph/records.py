"""The values that flow: a release, and the record of what it says.

All are frozen, keyword-only and made of tuples. Offsets count Unicode code
points of the release's body; spans are half-open. References between the items
of one record are by ``name``. Values that there are very many of are kept from the garbage
collector (``gc=False``), here and elsewhere: none of them can be part of a cycle.
"""

import msgspec


class Span(msgspec.Struct, frozen=True, kw_only=True, order=True, gc=False):
    """A half-open stretch ``[start, end)`` of a body, in code points."""

    start: int
    end: int


class Mention(msgspec.Struct, frozen=True, kw_only=True, order=True, gc=False):
    """A place where something is named; ``text`` equals the body at its span."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """The mention's place."""
        return Span(start=self.start, end=self.end)


class Zone(msgspec.Struct, frozen=True, kw_only=True, order=True, gc=False):
    """A part of the page: furniture, headline, caption, dateline, body or credit."""

    start: int
    end: int
    kind: str


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """One release as it was read, its text frozen.

    ``published`` (ISO day) is what was said outside the text: a page's metadata,
    a row's column, a file beside it. ``sha256`` is that of the body in UTF-8.
    """

    id: str
    body: str
    sha256: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """Where and when a text says that it was written; ``date`` is an ISO day."""

    place: str | None = None
    agency: str | None = None
    date: str | None = None
    span: Span


class Institution(msgspec.Struct, frozen=True, kw_only=True):
    """A named body. ``region`` is a bare name, ``region_code`` its Kemendagri code."""

    name: str
    mentions: tuple[Mention, ...]
    kind: str
    region: str | None = None
    region_code: str | None = None
    acronym: str | None = None


class OfficialEvidence(msgspec.Struct, frozen=True, kw_only=True):
    """The sentences that tell a person's post and institution."""

    post: tuple[Span, ...] = ()
    institution: tuple[Span, ...] = ()


class Official(msgspec.Struct, frozen=True, kw_only=True):
    """A named person; ``post`` as written, ``None`` for one who holds none."""

    name: str
    mentions: tuple[Mention, ...]
    honorifics: tuple[str, ...] = ()
    post: str | None = None
    institution: str | None = None
    evidence: OfficialEvidence = OfficialEvidence()


class EventEvidence(msgspec.Struct, frozen=True, kw_only=True):
    """The sentences that tell an event and its parts; keys are names."""

    event: tuple[Span, ...] = ()
    date: tuple[Span, ...] = ()
    place: tuple[Span, ...] = ()
    participants: dict[str, tuple[Span, ...]] = {}
    attendees: dict[str, tuple[Span, ...]] = {}


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A happening that the release reports. ``date``: ISO day or ``day/day``.

    ``organizer`` and ``participants`` are names of institutions, ``attendees``
    names of officials of the same record.
    """

    type: str
    label: str
    date: str | None = None
    place: str | None = None
    organizer: str | None = None
    participants: tuple[str, ...] = ()
    attendees: tuple[str, ...] = ()
    evidence: EventEvidence = EventEvidence()


class OtherEvent(msgspec.Struct, frozen=True, kw_only=True):
    """A happening that is not reported as having happened here and now.

    ``modality``: planned, cancelled, denied or past.
    """

    type: str
    label: str
    modality: str
    date: str | None = None
    place: str | None = None
    evidence: tuple[Span, ...] = ()


class Issue(msgspec.Struct, frozen=True, kw_only=True):
    """An issue that the release is about or clearly addresses in words."""

    issue: str
    evidence: tuple[Span, ...] = ()


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """An attributed utterance.

    ``speaker`` is the name of an official or institution of the record, else the
    unnamed post as written. ``span`` covers ``text``; ``begins`` is its first six
    words, of a short report also those behind it in its sentence; ``evidence`` are the
    whole sentences with utterance and attribution. ``pledge`` tells that it promises what
    the speaker or the speaker's body will do, ``due`` the words for until or from when, as
    written.
    """

    speaker: str
    direct: bool
    begins: str
    text: str
    span: Span
    evidence: tuple[Span, ...] = ()
    pledge: bool = False
    due: str | None = None


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """An agreement; ``kind``: mou, pks, commitment, plan or decree.

    ``parties`` are names of institutions of the record, else strings as written.
    """

    kind: str
    parties: tuple[str, ...]
    about: str | None = None
    evidence: tuple[Span, ...] = ()


class Collaboration(msgspec.Struct, frozen=True, kw_only=True):
    """Two institutions that the release says act together.

    ``basis``: meeting, signing, joint-action, handover or stated; ``event`` is
    the index of the event in the record. Parties are in code-point order.
    """

    parties: tuple[str, str]
    basis: str
    event: int | None = None
    evidence: tuple[Span, ...] = ()


class Tenure(msgspec.Struct, frozen=True, kw_only=True):
    """A stated beginning or end of holding a post; ISO days as far as told."""

    person: str
    post: str
    institution: str | None = None
    start: str | None = None
    end: str | None = None
    evidence: tuple[Span, ...] = ()


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """Something seen in the text that was not sure enough to be a fact."""

    span: Span
    reason: str


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What one release says, with the sentences that say it.

    ``published`` is the best date known: given from outside (``published_from``
    "metadata"), else of the page's stamp ("stamp"), else of the "dateline".
    """

    release: Release
    published: str | None = None
    published_from: str | None = None
    dateline: Dateline | None = None
    zones: tuple[Zone, ...] = ()
    sentences: tuple[Span, ...] = ()
    institutions: tuple[Institution, ...] = ()
    officials: tuple[Official, ...] = ()
    events: tuple[Event, ...] = ()
    other_events: tuple[OtherEvent, ...] = ()
    issues: tuple[Issue, ...] = ()
    statements: tuple[Statement, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    collaborations: tuple[Collaboration, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    doubts: tuple[Doubt, ...] = ()
