import json
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.entities import Linker
from kgraph.lexicon.load import load_lexicon
from kgraph.records import Institution, Mention, Official, Record, Release
from kgraph.resolution.link import link_records
from tests.gold_records import GOLD, build_record, list_seen_cases

LEXICON = load_lexicon()
RECORDS = [build_record(name) for name in list_seen_cases()]
LINKER = link_records(RECORDS, LEXICON)
CROSS: dict[str, Any] = json.loads((GOLD / "CROSS.json").read_text("utf-8"))
SEEN = set(list_seen_cases())


def list_pairs(key: str) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    pairs = [pair for cluster in CROSS[key] for pair in combinations(map(tuple, cluster), 2)]
    return [pair for pair in pairs if pair[0][0] in SEEN and pair[1][0] in SEEN]


def find(type_: str, place: tuple[str, str]) -> str:
    entity = (LINKER.find_institution if type_ == "institution" else LINKER.find_person)(*place)
    assert entity is not None, place
    return entity.key


def make_record(
    release: str, institutions: tuple[Institution, ...] = (), officials: tuple[Official, ...] = ()
) -> Record:
    return Record(
        release=Release(id=release, body="x", sha256="x"), institutions=institutions, officials=officials
    )


def make_body(
    name: str, kind: str, *forms: str, code: str | None = None, acronym: str | None = None
) -> Institution:
    mentions = tuple(Mention(start=0, end=len(form), text=form) for form in forms or (name,))
    return Institution(name=name, mentions=mentions, kind=kind, region_code=code, acronym=acronym)


def make_person(name: str, post: str | None = None, institution: str | None = None) -> Official:
    return Official(name=name, mentions=(), post=post, institution=institution)


def link(*records: Record) -> Linker:
    return link_records(records, LEXICON)


def test_pairs_of_the_seen_cases_are_there() -> None:
    assert len(list_pairs("same_institution")) > 80
    assert len(list_pairs("different_institution")) > 40


@pytest.mark.parametrize("pair", list_pairs("same_institution"), ids=str)
def test_one_institution_is_one_entity(pair: tuple[tuple[str, str], tuple[str, str]]) -> None:
    assert find("institution", pair[0]) == find("institution", pair[1])


@pytest.mark.parametrize("pair", list_pairs("different_institution"), ids=str)
def test_two_institutions_are_two_entities(pair: tuple[tuple[str, str], tuple[str, str]]) -> None:
    assert find("institution", pair[0]) != find("institution", pair[1])


@pytest.mark.parametrize("pair", list_pairs("different_person"), ids=str)
def test_two_persons_are_two_entities(pair: tuple[tuple[str, str], tuple[str, str]]) -> None:
    assert find("person", pair[0]) != find("person", pair[1])


def test_persons_who_stay_in_their_body_are_one_entity() -> None:
    together = [
        pair for pair in list_pairs("same_person") if find("person", pair[0]) == find("person", pair[1])
    ]
    assert len(together) >= 3


def test_every_name_is_linked() -> None:
    for record in RECORDS:
        for institution in record.institutions:
            find("institution", (record.release.id, institution.name))
        for official in record.officials:
            find("person", (record.release.id, official.name))
    assert {link.entity for link in LINKER.links} == {entity.key for entity in LINKER.entities}


@settings(max_examples=15, deadline=None)
@given(st.permutations(RECORDS))
def test_order_of_records_does_not_matter(records: list[Record]) -> None:
    linker = link_records(records, LEXICON)
    assert linker.entities == LINKER.entities
    assert linker.links == LINKER.links


def test_label_is_the_most_complete_name_and_forms_are_sorted() -> None:
    full = "Balai Pelayanan Pelindungan Pekerja Migran Indonesia Sulawesi Tengah"
    linker = link(
        make_record("a", (make_body("BP3MI Sulteng", "central-regional-office"),)),
        make_record("b", (make_body(full, "central-regional-office", "BP3MI Sulawesi Tengah"),)),
    )
    (entity,) = linker.entities
    assert entity.key == "institution/bp3mi-sulawesi-tengah"
    assert entity.label == full
    assert entity.forms == ("BP3MI Sulawesi Tengah", "BP3MI Sulteng", full)
    assert (entity.kind, entity.region_code, entity.acronym) == ("central-regional-office", "72", "BP3MI")


def test_label_of_a_bare_name_gains_its_region() -> None:
    (entity,) = link(make_record("a", (make_body("Dinas Sosial", "regional-agency", code="72.71"),))).entities
    assert entity.label == "Dinas Sosial Kota Palu"


def test_bare_names_of_two_releases_are_two_bodies() -> None:
    satpol = make_body("Satpol PP", "regional-agency")
    linker = link(make_record("a", (satpol,)), make_record("b", (satpol,)))
    assert [entity.key for entity in linker.entities] == [
        "institution/satpol-pp--in-a",
        "institution/satpol-pp--in-b",
    ]
    assert "own" in linker.links[0].reason


def test_definition_of_one_release_serves_another_of_the_region() -> None:
    full = "Dinas Kemajuan Wanita dan Pemuda Kota Palu"
    linker = link(
        make_record(
            "a",
            (
                make_body(
                    full, "regional-agency", "Dinas Kemajuan Wanita dan Pemuda (DKWP) Kota Palu", code="72.71"
                ),
            ),
        ),
        make_record("b", (make_body("DKWP Kota Palu", "regional-agency", code="72.71"),)),
        make_record("c", (make_body("DKWP Kota Malang", "regional-agency", code="35.73"),)),
    )
    assert len(linker.entities) == 2
    one = linker.find_institution("b", "DKWP Kota Palu")
    assert one is not None
    assert one.label == full
    assert "defined" in next(link.reason for link in linker.links if link.release == "b")


def test_short_acronym_without_region_serves_its_release_alone() -> None:
    linker = link(
        make_record(
            "a",
            (make_body("Universitas Teladan Palu", "university-school", "Universitas Teladan Palu (UTP)"),),
        ),
        make_record("b", (make_body("UTP", "university-school"),)),
    )
    assert len(linker.entities) == 2


def test_acronym_of_two_bodies_joins_neither() -> None:
    linker = link(
        make_record("a", (make_body("Forum Cahaya Timur", "ngo-union", "Forum Cahaya Timur (FOCATI)"),)),
        make_record("b", (make_body("Forum Catatan Timur", "ngo-union", "Forum Catatan Timur (FOCATI)"),)),
        make_record("c", (make_body("FOCATI", "ngo-union"),)),
    )
    assert len(linker.entities) == 3


def test_unit_belongs_to_the_only_body_above_it() -> None:
    linker = link(
        make_record("a", (make_body("Ditpolairud", "police"), make_body("Polda Kepri", "police"))),
        make_record(
            "b",
            (
                make_body("Ditpolairud", "police"),
                make_body("Polda Kepri", "police"),
                make_body("Polda Riau", "police"),
            ),
        ),
    )
    one, other = linker.find_institution("a", "Ditpolairud"), linker.find_institution("b", "Ditpolairud")
    assert one is not None
    assert other is not None
    assert one.key == "institution/ditpolairud-kepulauan-riau"
    assert other.key == "institution/ditpolairud--in-b"


def test_hospital_with_a_proper_name_needs_no_region() -> None:
    linker = link(
        make_record("a", (make_body("RSUD Dr. Cahaya Teladan Palu", "other"),)),
        make_record("b", (make_body("RSUD Dr. Cahaya Teladan", "other"),)),
    )
    assert len(linker.entities) == 1
    linker = link(
        make_record("a", (make_body("RSUD Dr. Cahaya Teladan Palu", "other"),)),
        make_record("b", (make_body("RSUD Dr. Cahaya Teladan", "other"),)),
        make_record("c", (make_body("RSUD Dr. Cahaya Teladan Gresik", "other"),)),
    )
    assert len(linker.entities) == 3


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (("Rahma", "Kepala", "BP3MI Sulteng"), ("Rahma", "Ketua tim", "BP3MI Sulawesi Tengah"), 1),
        (("Rahma", "Bupati Gresik", None), ("Rahma", "Bupati Gresik", None), 1),
        (("Rahma", "Bupati Gresik", None), ("Rahma", "Bupati Sigi", None), 2),
        (("Rahma", "Kepala Dinas", None), ("Rahma", "Kepala Dinas", None), 2),
        (("Rahma Adisti", "Presiden", None), ("Rahma Adisti", "Presiden", None), 1),
        (("Rahma Adisti", None, None), ("Rahma Adisti", None, None), 2),
    ],
)
def test_persons_across_releases(
    first: tuple[str, str | None, str | None], second: tuple[str, str | None, str | None], count: int
) -> None:
    bodies = [
        (make_body(institution, "central-regional-office"),) if institution else ()
        for _, _, institution in (first, second)
    ]
    linker = link(
        make_record("a", bodies[0], (make_person(*first),)),
        make_record("b", bodies[1], (make_person(*second),)),
    )
    persons = [entity for entity in linker.entities if entity.type == "person"]
    assert len(persons) == count
    assert all(person.public == (first[1] is not None) for person in persons)


def test_post_that_implies_a_body_anchors_at_it() -> None:
    linker = link(
        make_record(
            "a",
            (make_body("Pemkab Gresik", "regency-city"),),
            (make_person("Rahma Adisti", "Bupati", "Pemkab Gresik"),),
        ),
        make_record("b", (), (make_person("Rahma Adisti", "Bupati Gresik"),)),
    )
    assert [entity.key for entity in linker.entities if entity.type == "person"] == [
        "person/rahma-adisti--pemerintah-kabupaten-gresik"
    ]


def test_ids_that_look_alike_keep_their_names_apart() -> None:
    body = make_body("Polres", "police")
    linker = link(make_record("A b", (body,)), make_record("a/b", (body,)))
    assert len(linker.entities) == 2
