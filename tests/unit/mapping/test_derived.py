"""What follows from the claims of several releases: posts and tenures."""

import msgspec

from kgraph.lexicon.load import load_lexicon
from kgraph.mapping.derived import Derivation
from kgraph.mapping.release_graph import map_release
from kgraph.records import Record, Tenure
from tests.linkers import link_by_name
from tests.small_records import RECORD, copy_record

BASE = "https://example.org/"
LEXICON = load_lexicon()
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"


def derive(*records: Record) -> Derivation:
    linker = link_by_name(records)
    derivation = Derivation(linker, BASE, LEXICON.posts)
    for record in records:
        derivation.add(map_release(record, linker, BASE, LEXICON.posts))
    return derivation


def find_bounds(*tenures: Tenure, published: str = "2026-02-05") -> tuple[list[str], list[str]]:
    """Return the first and the last sure days of all tenures of one release."""
    record = msgspec.structs.replace(copy_record("contoh-1", published=published), tenures=tenures)
    triples = list(derive(record).list_tenures())
    first, last = (
        sorted(triple.split('"')[1] for triple in triples if f"<{SEM}{name}>" in triple)
        for name in ("hasLatestBeginTimeStamp", "hasEarliestEndTimeStamp")
    )
    return first, last


def test_label_of_a_post_is_its_role_and_its_body() -> None:
    post = f"<{BASE}post/kepala-balai-teladan-provinsi-uji>"
    labels = [
        triple
        for triple in derive(RECORD).list_identity()
        if triple.startswith(post) and "#prefLabel" in triple
    ]
    assert [label.rpartition("> ")[2] for label in labels] == ['"Kepala Balai Teladan Provinsi Uji"@id']


def test_tenure_is_sure_on_the_days_that_are_told_and_between_them() -> None:
    (told,) = RECORD.tenures
    assert find_bounds() == (["2026-02-05"], ["2026-02-05"])
    assert find_bounds(told) == (["2026-01-02"], ["2026-02-05"])
    assert find_bounds(msgspec.structs.replace(told, start="2026-01")) == (["2026-02-05"], ["2026-02-05"])


def test_tenure_that_ended_is_not_sure_on_the_day_of_publication() -> None:
    (told,) = RECORD.tenures
    ended = msgspec.structs.replace(told, end="2026-01-31")
    record = msgspec.structs.replace(
        RECORD,
        tenures=(ended,),
        officials=(
            msgspec.structs.replace(
                RECORD.officials[0],
                evidence=msgspec.structs.replace(RECORD.officials[0].evidence, post=(), institution=()),
            ),
            *RECORD.officials[1:],
        ),
    )
    triples = [triple for triple in derive(record).list_tenures() if SEM in triple and "TimeStamp" in triple]
    assert sorted(triple.split('"')[1] for triple in triples) == ["2026-01-02", "2026-01-31"]
