"""Program records made of hand-made ones, so that later stages are tested without extraction."""

import hashlib
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

from kgraph.records import (
    Agreement,
    Collaboration,
    Dateline,
    Event,
    EventEvidence,
    Institution,
    Issue,
    Mention,
    Official,
    OfficialEvidence,
    Record,
    Release,
    Span,
    Statement,
    Zone,
)

GOLD = Path(__file__).parent.parent / "data" / "gold"


def list_seen_cases() -> list[str]:
    """Names of the gold cases that rules may be written against."""
    held = set((GOLD / "held.txt").read_text("utf-8").split())
    return sorted({path.stem for path in GOLD.glob("*-*.txt")} - held)


NEW_ROUNDS = ("fe", "ff", "fg", "fh", "fi", "fj", "fk", "fl", "fm", "fn", "fo", "fp", "fq", "fr")
"""Families of cases of which not every miss is mended yet; the figures count them all the same."""


def list_mended_cases() -> list[str]:
    """Names of the seen cases whose every statement, zone and dateline is read right."""
    return [name for name in list_seen_cases() if name.split("-")[0] not in NEW_ROUNDS]


def read_gold(name: str) -> dict[str, Any]:
    return json.loads((GOLD / f"{name}.json").read_text("utf-8"))


def _cut(body: str) -> tuple[Span, ...]:
    spans = []
    for line in re.finditer(r"[^\n]+", body):
        start = line.start()
        for stop in re.finditer(r"(?<=[a-z\d)]{2})[.!?][”\"’']?(?=\s+[A-Z“\"])|$", line.group()):
            end = line.start() + stop.end()
            if body[start:end].strip():
                lead = len(body[start:end]) - len(body[start:end].lstrip())
                spans.append(Span(start=start + lead, end=start + lead + len(body[start:end].strip())))
            start = end
    return tuple(spans)


def _find(body: str, form: str) -> tuple[Mention, ...]:
    return tuple(
        Mention(start=match.start(), end=match.end(), text=match.group())
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", body)
    )


def _mentions(body: str, forms: list[str], taken: list[Span]) -> tuple[Mention, ...]:
    found = []
    for form in sorted(forms, key=len, reverse=True):
        for mention in _find(body, form):
            if not any(span.start < mention.end and mention.start < span.end for span in taken):
                found.append(mention)
                taken.append(mention.span)
    return tuple(sorted(found))


def _sentences(body: str, sentences: tuple[Span, ...], snippets: list[str]) -> tuple[Span, ...]:
    return tuple(
        sentence for sentence in sentences if any(s in body[sentence.start : sentence.end] for s in snippets)
    )


def build_record(name: str) -> Record:
    """Return a gold case as a program record: spans found by text, evidence by first words."""
    gold = read_gold(name)
    body = unicodedata.normalize("NFC", (GOLD / f"{name}.txt").read_text("utf-8").removeprefix("\ufeff"))
    sentences = _cut(body)
    taken: list[Span] = []
    order = sorted(gold["institutions"], key=lambda item: -max(map(len, item["mentions"])))
    mentions = {item["name"]: _mentions(body, item["mentions"], taken) for item in order}
    institutions = tuple(
        Institution(name=i["name"], mentions=mentions[i["name"]], kind=i["kind"], region=i.get("region"))
        for i in gold["institutions"]
    )
    people: list[Span] = []
    officials = []
    for item in gold["officials"]:
        spans = _sentences(body, sentences, item.get("evidence", []))
        officials.append(
            Official(
                name=item["name"],
                mentions=_mentions(body, item["mentions"], people),
                honorifics=tuple(item.get("honorifics") or ()),
                post=item.get("post"),
                institution=item.get("institution"),
                evidence=OfficialEvidence(post=spans, institution=spans if item.get("institution") else ()),
            )
        )
    events = []
    for item in gold["events"]:
        spans = _sentences(body, sentences, item.get("evidence", []))
        events.append(
            Event(
                type=item["type"],
                label=item["label"],
                date=item.get("date"),
                place=item.get("place"),
                organizer=item.get("organizer"),
                participants=tuple(item.get("participants", ())),
                attendees=tuple(item.get("attendees", ())),
                evidence=EventEvidence(
                    event=spans,
                    date=spans if item.get("date") else (),
                    place=spans if item.get("place") else (),
                    participants=dict.fromkeys(item.get("participants", ()), spans),
                    attendees=dict.fromkeys(item.get("attendees", ()), spans),
                ),
            )
        )
    statements = []
    for item in gold["statements"]:
        start = body.find(item["begins"])
        if start < 0:
            continue
        sentence = next((s for s in sentences if s.start <= start < s.end), Span(start=start, end=len(body)))
        statements.append(
            Statement(
                speaker=item["speaker"],
                direct=item["direct"],
                begins=item["begins"],
                text=body[start : sentence.end],
                span=Span(start=start, end=sentence.end),
                evidence=(sentence,),
            )
        )
    collaborations = []
    for pair, snippets in zip(gold["collaborations"], gold["collaboration_evidence"], strict=True):
        first, second = sorted(pair)
        spans = _sentences(body, sentences, snippets)
        collaborations.append(Collaboration(parties=(first, second), basis="stated", evidence=spans))
    line = gold.get("dateline")
    return Record(
        release=Release(
            id=name,
            body=body,
            sha256=hashlib.sha256(body.encode()).hexdigest(),
            url=gold.get("url"),
            title=gold.get("title"),
            published=gold["published"] if gold.get("published_from") == "metadata" else None,
        ),
        published=gold.get("published"),
        dateline=Dateline(
            place=line["place"], agency=line.get("agency"), date=line.get("date"), span=sentences[-1]
        )
        if line
        else None,
        zones=(Zone(start=0, end=len(body), kind="body"),),
        sentences=sentences,
        institutions=institutions,
        officials=tuple(officials),
        events=tuple(events),
        issues=tuple(Issue(issue=issue, evidence=sentences[:1]) for issue in gold["issues"]),
        statements=tuple(statements),
        agreements=tuple(
            Agreement(
                kind=item["kind"],
                parties=tuple(item["parties"]),
                about=item.get("about"),
                evidence=_sentences(body, sentences, item.get("evidence", [])),
            )
            for item in gold["agreements"]
        ),
        collaborations=tuple(collaborations),
    )
