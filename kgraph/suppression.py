"""Records without the persons who are to stay out of a graph."""

import hashlib
import re
from collections.abc import Collection, Iterable

import msgspec

from kgraph.records import Event, Official, Record, Release, Span, Statement
from kgraph.resolution.persons import split_name

_COVER = "█"
_SHORTEST = 3
"""Letters of the shortest part of a name that is covered where it stands by itself."""


def hash_name(name: str) -> str:
    """Return the hash of a person's name, the same for all spellings that differ in signs and capitals.

    >>> hash_name("Ma'ruf Al-Amin") == hash_name("MARUF AL AMIN")
    True
    """
    return hashlib.sha256("".join(split_name(name)).encode()).hexdigest()


def list_named(records: Iterable[Record], name: str) -> list[str]:
    """Return the ids of the releases that name a person, in the order of the records."""
    wanted = hash_name(name)
    return [
        record.release.id
        for record in records
        if any(hash_name(official.name) == wanted for official in record.officials)
    ]


def suppress_persons(record: Record, hashes: Collection[str]) -> Record:
    """Return a record without the persons whose names have one of the hashes.

    Their names are covered in the text, sign by sign, so that every other offset holds; what they say, hold
    and attend is left out. The hash of the release is that of the covered text. A record that names none
    of them is returned as it is.
    """
    hidden = [official for official in record.officials if hash_name(official.name) in hashes]
    if not hidden:
        return record
    return _Cover(record, hidden).make_record()


def _compile(forms: Collection[str]) -> re.Pattern[str]:
    """Return a pattern of names as written or in capitals, the longest first; lower case is no name."""
    written = sorted({*forms, *(form.upper() for form in forms)}, key=lambda form: (-len(form), form))
    return re.compile("|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in written))


class NameCover:
    """Covers the names of persons sign by sign, given by all their forms: whole, and part by part."""

    def __init__(self, forms: Collection[str]) -> None:
        parts = {part for form in forms for part in re.findall(r"[^\W\d_]+", form) if len(part) >= _SHORTEST}
        self.forms = _compile({*forms, *parts})
        self._slugs = frozenset("-".join(split_name(form)) for form in forms if " " in form)

    def cover(self, text: str) -> str:
        """Return a text with the names covered.

        >>> NameCover(["Rahma Adisti"]).cover("kata Rahma kepada Wati")
        'kata █████ kepada Wati'
        """
        return self.forms.sub(lambda match: re.sub(r"\S", _COVER, match.group()), text)

    def is_told(self, url: str) -> bool:
        """Whether an address holds one of the names."""
        return any(slug in url.lower() for slug in self._slugs)


class _Cover:
    """One record and the persons that it is to lose."""

    def __init__(self, record: Record, hidden: list[Official]) -> None:
        self._record = record
        self._names = frozenset(official.name for official in hidden)
        forms = {form for item in hidden for form in (item.name, *(place.text for place in item.mentions))}
        self._cover_names = NameCover(forms)
        self._others = self._list_others()
        self._body = self._cover_body(place.span for official in hidden for place in official.mentions)

    def _list_others(self) -> list[Span]:
        """Return where the text names others: bodies, other persons, and the place of the dateline."""
        record = self._record
        named = [item.mentions for item in record.institutions]
        named += [item.mentions for item in record.officials if item.name not in self._names]
        spans = [place.span for mentions in named for place in mentions]
        return [*spans, *([record.dateline.span] if record.dateline else [])]

    def _cover_body(self, mentions: Iterable[Span]) -> str:
        """Return the text with the names covered wherever they stand, also where no mention was read."""
        body = self._record.release.body
        signs = list(body)
        spans = set(mentions)
        for match in self._cover_names.forms.finditer(body):
            if not any(other.start < match.end() and match.start() < other.end for other in self._others):
                spans.add(Span(start=match.start(), end=match.end()))
        for span in spans:
            for index in range(span.start, span.end):
                if not signs[index].isspace():
                    signs[index] = _COVER
        return "".join(signs)

    def make_record(self) -> Record:
        """Return the record without the persons."""
        record = self._record
        return msgspec.structs.replace(
            record,
            release=self._cover_release(record.release),
            officials=tuple(
                msgspec.structs.replace(item, post=self._cover(item.post))
                for item in record.officials
                if item.name not in self._names
            ),
            events=tuple(map(self._cover_event, record.events)),
            other_events=tuple(
                msgspec.structs.replace(
                    item, label=self._cover(item.label) or "", place=self._cover(item.place)
                )
                for item in record.other_events
            ),
            statements=tuple(
                self._cover_statement(item) for item in record.statements if item.speaker not in self._names
            ),
            agreements=tuple(
                msgspec.structs.replace(item, about=self._cover(item.about)) for item in record.agreements
            ),
            tenures=tuple(item for item in record.tenures if item.person not in self._names),
        )

    def _cover(self, text: str | None) -> str | None:
        """Return a text as the covered body has it, where the body has it, else with the names covered."""
        if text is None:
            return None
        start = self._record.release.body.find(text)
        if start != -1:
            return self._body[start : start + len(text)]
        return self._cover_names.cover(text)

    def _cover_release(self, release: Release) -> Release:
        told = release.url is not None and self._cover_names.is_told(release.url)
        return msgspec.structs.replace(
            release,
            body=self._body,
            sha256=hashlib.sha256(self._body.encode()).hexdigest(),
            title=self._cover(release.title),
            url=None if told else release.url,
        )

    def _cover_event(self, event: Event) -> Event:
        evidence = event.evidence
        told = {name: spans for name, spans in evidence.attendees.items() if name not in self._names}
        return msgspec.structs.replace(
            event,
            label=self._cover(event.label) or "",
            place=self._cover(event.place),
            attendees=tuple(name for name in event.attendees if name not in self._names),
            evidence=msgspec.structs.replace(evidence, attendees=told),
        )

    def _cover_statement(self, statement: Statement) -> Statement:
        return msgspec.structs.replace(
            statement,
            text=self._body[statement.span.start : statement.span.end],
            begins=self._cover(statement.begins) or "",
            due=self._cover(statement.due),
        )
