"""Whatever a text is like, the record of it fits it."""

import hashlib
import random
import tomllib
import unicodedata
from itertools import chain, pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.pipeline import extract_release
from kgraph.reading.record_rows import check_record
from kgraph.reading.releases import normalize_body
from kgraph.records import Record, Release
from tests.gold_records import GOLD, list_seen_cases

LINES = [
    line
    for name in list_seen_cases()
    for line in (GOLD / f"{name}.txt").read_text("utf-8").splitlines()
    if line.strip()
]
SMALL = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def make_release(text: str) -> Release:
    body = normalize_body(text)
    return Release(id="any", body=body, sha256=hashlib.sha256(body.encode()).hexdigest())


def check(release: Release, lexicon: Lexicon) -> Record:
    """Extract, and make sure that all spans, mentions and references fit."""
    record = extract_release(release, lexicon)
    assert list(check_record(record)) == []
    institutions = [item.name for item in record.institutions]
    officials = [item.name for item in record.officials]
    assert len(set(institutions)) == len(institutions)
    assert len(set(officials)) == len(officials)
    for official in record.officials:
        assert official.institution in {None, *institutions}
    for event in record.events:
        assert {event.organizer, *event.participants} <= {None, *institutions}
        assert set(event.attendees) <= set(officials)
    for pair in record.collaborations:
        assert set(pair.parties) <= set(institutions)
        assert pair.parties[0] < pair.parties[1]
        assert pair.evidence
    sentences = record.sentences
    assert list(sentences) == sorted(sentences)
    assert all(one.end <= other.start for one, other in pairwise(sentences))
    encoded = msgspec.json.encode(record)
    assert msgspec.json.decode(encoded, type=Record) == record
    assert msgspec.json.encode(extract_release(release, lexicon)) == encoded
    check_evidence(record)
    return record


def check_evidence(record: Record) -> None:
    """Make sure that what shows a fact is a whole sentence of the release."""
    sentences = set(record.sentences)
    for official in record.officials:
        assert {*official.evidence.post, *official.evidence.institution} <= sentences
    for event in record.events:
        told = event.evidence
        named = (*told.participants.values(), *told.attendees.values())
        assert {*told.event, *told.date, *told.place, *chain.from_iterable(named)} <= sentences
    for item in (*record.issues, *record.statements, *record.agreements, *record.collaborations):
        assert set(item.evidence) <= sentences
    for tenure in record.tenures:
        assert set(tenure.evidence) <= sentences


@SMALL
@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=400))
def test_any_characters(lexicon: Lexicon, text: str) -> None:
    check(make_release(text), lexicon)


@SMALL
@given(
    st.lists(st.sampled_from(LINES), min_size=1, max_size=12),
    st.sampled_from(["\n", "\n\n", " ", "\t", "\u00a0", "\u2028", " – "]),
    st.integers(0, 60),
    st.integers(0, 60),
)
def test_pieces_of_releases_in_any_order(
    lexicon: Lexicon, lines: list[str], between: str, head: int, tail: int
) -> None:
    text = between.join(lines)
    check(make_release(text[head : len(text) - tail] or "x"), lexicon)


@SMALL
@given(st.sampled_from(list_seen_cases()), st.randoms(use_true_random=False))
def test_releases_with_damaged_characters(lexicon: Lexicon, name: str, chance: random.Random) -> None:
    text = list((GOLD / f"{name}.txt").read_text("utf-8"))
    for _ in range(40):
        place = chance.randrange(len(text))
        text[place] = chance.choice(
            ["", " ", "\n", "(", ")", "“", "”", '"', "'", ".", ",", "İ", "ﬁ", "e\u0301", text[place].upper()]
        )
    check(make_release("".join(text)), lexicon)


@SMALL
@given(st.text(max_size=200))
def test_normal_form_is_reached_at_once(text: str) -> None:
    normal = normalize_body(text)
    assert normalize_body(normal) == normal
    assert unicodedata.is_normalized("NFC", normal)


def test_two_dates_as_near_as_each_other(lexicon: Lexicon) -> None:
    """Both dates of the line are as far from the cue; a date cannot be compared with another."""
    twice = (
        "Penandatanganan perjanjian tiga pihak di RSUD Dr. Moewardi Surakarta, Rabu (17/9/2025).\n"
        "Jakarta, KemenP2MI (5/5) - Presiden Hartono Wibisono memimpin Sidang Kabinet Paripurna di "
        "Istana Merdeka, Jakarta, Senin (5/5/2025). Menteri Pelindungan Pekerja Migran Indonesia (P2MI) "
        "Abdul Latif Sarding datang didampingi dua Wakil Menteri P2MI Veronika Larasati dan "
        "Zulfadli Akbar Mattalatta."
    )
    assert check(make_release(twice), lexicon).events


@pytest.mark.parametrize("phrase", ["Aliansi ", "Aliansi Perhimpunan ", "Seksi Bidang ", "Panti Sosial "])
def test_heads_of_bodies_without_end(lexicon: Lexicon, phrase: str) -> None:
    """Each head was read as a unit of the body behind it, deeper than Python goes."""
    check(make_release(phrase * 400), lexicon)


def list_phrases(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [phrase for item in items for phrase in list_phrases(item)]


WORD_FILES = sorted([*(GOLD.parent / "lexicon").glob("*.toml"), *(GOLD.parent / "registry").glob("*.toml")])


@pytest.mark.parametrize("path", WORD_FILES, ids=lambda path: path.stem)
def test_a_text_may_be_cut_off_behind_any_phrase(path: Path, lexicon: Lexicon) -> None:
    for phrase in dict.fromkeys(list_phrases(tomllib.loads(path.read_text("utf-8")))):
        text = (
            "Palu (4/2/2026) - Polres Dompu dan BPS Dompu menandatangani nota kesepahaman. "
            f"Kepala BPS Dompu, Budi Hartadi, hadir. {phrase[:1].upper()}{phrase[1:]}"
        )
        extract_release(make_release(text), lexicon)
