"""What is told of two generations, case by case."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from kgraph.building import Link, build_graph
from kgraph.comparing.compare import compare_graphs
from kgraph.comparing.report import Report, encode_report
from kgraph.entities import Entity, Linker
from kgraph.errors import InputError
from kgraph.graph.opening import Graph, open_graph
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.records import Record
from kgraph.resolution.link import link_records
from kgraph.suppression import hash_name
from tests.linkers import link_by_name
from tests.small_records import BODY, RECORD, copy_record
from tests.unit.querying.graphs import RECORDS, make_record

LEXICON = load_lexicon()
FULL = "Lembaga Teladan Sahabat Nusantara"
OFFICE, AGENCY = "Balai Teladan Provinsi Uji", "Dinas Sosial Kota Contoh"

Make = Callable[..., Graph]


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Build a graph of records, once for the same ones."""
    built: dict[tuple[object, ...], Graph] = {}

    def make_graph(*records: Record, link: Link = link_by_name, **options: Any) -> Graph:
        key = (msgspec.json.encode(records), link, *sorted(options.items()))
        if key not in built:
            folder = tmp_path_factory.mktemp("compared") / "graph"
            build_graph(records, folder, lexicon=LEXICON, link=link, **options)
            built[key] = open_graph(folder)
        return built[key]

    return make_graph


def list_changes(report: Report) -> dict[str, int]:
    """Return how many changes there are of each sort of which there are any."""
    found = {}
    for subject in ("releases", "institutions", "identities", "ties", "posts", "agreements"):
        sections = getattr(report, subject)
        for sort in sections.__struct_fields__ if sections is not None else ():
            section = getattr(sections, sort)
            if section.count:
                found[f"{subject} {sort}"] = section.count
    return found


def meet(name: str, date: str, body: str, other: str = "Polda Sulteng") -> Record:
    """Return a release that says that a body met the police."""
    kinds = {body: "ngo-union", other: "police"}
    return make_record(name, date, (f"{body} bertemu {other}.",), kinds, ((body, other, "meeting", 0),))


def move_names(*renamed: tuple[str, str]) -> Link:
    """Return a way to link by name in which the names of some releases mean other entities.

    Each is "RELEASE NAME", with "" for every release, and the key of the entity that it means.
    """

    def link(records: Any, lexicon: Lexicon) -> Linker:
        plain = link_by_name(records, lexicon)
        entities = {entity.key: entity for entity in plain.entities}
        links = {(one.release, one.type, one.name): one for one in plain.links}
        for place, one in links.items():
            for name, key in renamed:
                if name in (f"{one.release} {one.name}", f" {one.name}"):
                    old = entities[one.entity]
                    entities.setdefault(key, msgspec.structs.replace(old, key=key, label=f"Kini {old.label}"))
                    links[place] = msgspec.structs.replace(one, entity=key, reason="moved")
        used: dict[str, Entity] = {one.entity: entities[one.entity] for one in links.values()}
        return Linker(used, links)

    return link


def test_the_same_graph_has_no_changes(make: Make) -> None:
    assert list_changes(compare_graphs(make(RECORD), make(RECORD))) == {}


def test_a_release_that_comes_brings_what_it_says(make: Make) -> None:
    report = compare_graphs(make(RECORDS[1], link=link_records), make(*RECORDS, link=link_records))
    assert list_changes(report) == {
        "releases new": 2,
        "institutions new": 3,
        "institutions changed": 1,
        "ties new": 2,
        "ties stronger": 1,
        "posts new": 1,
        "agreements new": 1,
    }
    assert [item.id for item in report.releases.new.items] == ["tiga", "satu"]
    police = next(item for item in report.ties.new.items if "Polda" in item.b.label + item.a.label)
    assert (police.releases, police.releases_before, police.first) == (1, 0, "2026-02-01")
    assert police.sentence is not None
    assert police.sentence.text == "BP3MI Sulteng juga menerima Polda Sulteng."
    assert (police.sentence.release, police.sentence.date) == ("satu", "2026-02-01")
    assert police.sentence.link == "https://contoh.example/satu"
    assert report.posts is not None
    (post,) = report.posts.new.items
    assert (post.person.label, post.first, post.last) == ("Rahma Adisti", "2026-02-01", "2026-02-01")
    (agreement,) = report.agreements.new.items
    assert agreement.kind == "commitment"
    assert "9 Lembaga" in agreement.parties
    (stronger,) = report.ties.stronger.items
    assert (stronger.releases, stronger.releases_before) == (2, 1)


def test_what_a_release_alone_said_goes_with_it(make: Make) -> None:
    report = compare_graphs(make(*RECORDS, link=link_records), make(RECORDS[1], link=link_records))
    assert list_changes(report) == {
        "releases gone": 2,
        "institutions gone": 3,
        "institutions changed": 1,
        "ties gone": 2,
        "ties weaker": 1,
        "posts gone": 1,
        "agreements gone": 1,
    }
    (weaker,) = report.ties.weaker.items
    assert (weaker.releases, weaker.releases_before) == (1, 2)
    # What made it weaker stands in the old generation only.
    assert weaker.sentence is not None
    assert weaker.sentence.release == "satu"
    assert all(item.sentence is not None for item in report.ties.gone.items)


def test_a_post_that_is_seen_later_is_no_new_post(make: Make) -> None:
    later = copy_record("b", published="2026-05-01")
    report = compare_graphs(make(copy_record("a")), make(copy_record("a"), later))
    assert report.posts is not None
    assert (report.posts.new.count, report.posts.gone.count) == (0, 0)
    (post,) = report.posts.changed.items
    assert (post.first_before, post.last_before) == ("2026-02-05", "2026-02-05")
    assert (post.first, post.last) == ("2026-02-05", "2026-05-01")
    assert post.sentence is not None
    assert post.sentence.release == "b"
    earlier = compare_graphs(make(copy_record("a"), later), make(copy_record("a"))).posts
    assert earlier is not None
    (post,) = earlier.changed.items
    assert post.last == "2026-02-05"
    assert post.sentence is not None
    assert post.sentence.release == "b"


def test_a_text_that_was_replaced_is_told_and_what_it_still_says_is_not(make: Make) -> None:
    """All sentences have moved, so that no claim has the IRI that it had."""
    lead = "Siaran pers.\n"

    def shift(value: Any) -> Any:
        if isinstance(value, dict):
            moved = {name: shift(one) for name, one in value.items()}
            places = {
                name: moved[name] + len(lead) for name in ("start", "end") if isinstance(moved.get(name), int)
            }
            return {**moved, **places}
        return [shift(one) for one in value] if isinstance(value, list | tuple) else value

    record = msgspec.convert(shift(msgspec.to_builtins(RECORD)), Record)
    release = msgspec.structs.replace(record.release, body=lead + BODY, sha256="0" * 64)
    report = compare_graphs(make(RECORD), make(msgspec.structs.replace(record, release=release)))
    assert list_changes(report) == {"releases changed": 1}
    (item,) = report.releases.changed.items
    assert item.is_text_changed
    assert item.new_claims == item.gone_claims > 10


def test_a_release_that_is_read_anew_is_told_with_its_claims(make: Make) -> None:
    read = msgspec.structs.replace(RECORD, agreements=())
    report = compare_graphs(make(RECORD), make(read))
    assert list_changes(report) == {"releases changed": 1, "agreements gone": 1}
    (item,) = report.releases.changed.items
    assert (item.is_text_changed, item.new_claims, item.gone_claims) == (False, 0, 1)


def test_an_institution_that_is_described_otherwise(make: Make) -> None:
    bodies = list(RECORD.institutions)
    bodies[0] = msgspec.structs.replace(bodies[0], kind="central-agency", region_code="73", acronym="BTPU")
    report = compare_graphs(make(RECORD), make(msgspec.structs.replace(RECORD, institutions=tuple(bodies))))
    assert list_changes(report) == {"institutions changed": 1}
    assert report.institutions is not None
    (item,) = report.institutions.changed.items
    assert [(update.field, update.old, update.new) for update in item.updates] == [
        ("kind", "central-regional-office", "central-agency"),
        ("region", "Sulawesi Tengah (72)", "Sulawesi Selatan (73)"),
        ("acronym", None, "BTPU"),
    ]


def test_names_that_a_definition_joins_are_a_merge_and_without_it_a_split(make: Make) -> None:
    apart = (meet("a", "2026-01-01", FULL), meet("b", "2026-01-02", "LTSN"))
    one, other = (
        make(*apart, link=link_records),
        make(*apart, meet("c", "2026-02-01", f"{FULL} (LTSN)"), link=link_records),
    )
    report = compare_graphs(one, other)
    assert list_changes(report) == {
        "releases new": 1,
        "institutions changed": 1,
        "identities merged": 1,
        "ties stronger": 1,
    }
    assert report.identities is not None
    (item,) = report.identities.merged.items
    assert (item.type, [named.label for named in item.old]) == ("institution", [FULL, "LTSN"])
    assert [named.iri for named in item.new] == [f"{one.base}institution/lembaga-teladan-sahabat-nusantara"]
    (move,) = item.moves
    assert move.names == ("LTSN",)
    assert "LTSN is defined as such in c" in move.reasons[0]
    assert "defined" not in move.reasons_before[0]
    assert move.sentence is not None
    assert move.sentence.text == "LTSN bertemu Polda Sulteng."
    (tie,) = report.ties.stronger.items
    assert (tie.releases, tie.releases_before) == (3, 2)

    report = compare_graphs(other, one)
    assert list_changes(report) == {
        "releases gone": 1,
        "institutions changed": 1,
        "identities split": 1,
        "ties weaker": 1,
    }
    assert report.identities is not None
    (item,) = report.identities.split.items
    assert [named.label for named in item.new] == [FULL, "LTSN"]
    assert [(move.names, move.new.label) for move in item.moves] == [(("LTSN",), "LTSN")]


def test_another_iri_is_neither_gone_nor_new(make: Make) -> None:
    """Posts, ties and agreements of the institution have other IRIs as well, and are what they were."""
    link = move_names((f" {OFFICE}", "institution/kantor-lain"), (" Rahma Adisti", "person/rahma-lain"))
    report = compare_graphs(make(RECORD), make(RECORD, link=link))
    assert list_changes(report) == {"institutions changed": 1, "identities renamed": 2}
    assert report.identities is not None
    institution, person = report.identities.renamed.items
    assert (institution.type, person.type) == ("institution", "person")
    assert [(move.names, move.reasons) for move in institution.moves] == [((OFFICE,), ("moved",))]
    assert person.moves[0].names == ("Rahma", "Rahma Adisti")


def test_another_iri_and_another_release_at_once(make: Make) -> None:
    """The release that is new is told, and nothing else than its share in what there was."""
    link = move_names((f" {OFFICE}", "institution/kantor-lain"))
    report = compare_graphs(make(copy_record("a")), make(copy_record("a"), copy_record("b"), link=link))
    assert list_changes(report) == {
        "releases new": 1,
        "institutions changed": 1,
        "identities renamed": 1,
        "ties stronger": 1,
        "agreements new": 1,
    }
    report = compare_graphs(make(copy_record("a"), copy_record("b")), make(copy_record("b"), link=link))
    assert "ties weaker" in list_changes(report)
    assert not {"ties new", "ties gone", "posts new", "posts gone"} & set(list_changes(report))


def test_names_that_go_from_one_to_another(make: Make) -> None:
    both = (copy_record("a"), copy_record("b"))
    link = move_names((f"a {OFFICE}", "institution/dinas-sosial-kota-contoh"))
    report = compare_graphs(make(*both), make(*both, link=link))
    assert report.identities is not None
    assert report.identities.regrouped.count == 1
    (item,) = report.identities.regrouped.items
    assert [named.label for named in item.old] == [OFFICE, AGENCY]
    assert [(move.old.label, move.new.label) for move in item.moves] == [(OFFICE, AGENCY)]
    assert report.institutions is not None
    assert (report.institutions.new.count, report.institutions.gone.count) == (0, 0)
    assert report.ties.gone.count == 0


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("dinas-sosial-kota-contoh", {"releases new": 1, "ties stronger": 1, "agreements new": 1}),
        ("tidak-ada", {}),
    ],
)
def test_only_what_is_about_an_institution(make: Make, name: str, expected: dict[str, int]) -> None:
    old = make(copy_record("a"))
    new = make(copy_record("a"), copy_record("b"), meet("c", "2026-01-01", FULL))
    asked = frozenset({f"{new.base}institution/{name}"})
    assert list_changes(compare_graphs(old, new, institutions=asked)) == expected


def test_what_an_institution_was_is_about_it_too(make: Make) -> None:
    new = make(RECORD, link=move_names((f" {OFFICE}", "institution/kantor-lain")))
    for name in ("balai-teladan-provinsi-uji", "kantor-lain"):
        report = compare_graphs(make(RECORD), new, institutions=frozenset({f"{new.base}institution/{name}"}))
        assert list_changes(report) == {"institutions changed": 1, "identities renamed": 1}


def test_only_what_is_on_an_issue(make: Make) -> None:
    old, new = make(RECORDS[0], link=link_records), make(*RECORDS, link=link_records)
    report = compare_graphs(old, new, issue="https://w3id.org/kgraph/issue/health")
    # Of the tie that both releases tell, the older one says nothing of health.
    assert list_changes(report) == {"releases new": 2, "ties new": 2}
    assert report.posts is report.institutions is report.identities is None
    assert list_changes(compare_graphs(old, new, issue="https://w3id.org/kgraph/issue/drugs")) == {}


def test_a_limit_leaves_the_counts(make: Make) -> None:
    old, new = make(RECORDS[1], link=link_records), make(*RECORDS, link=link_records)
    every, some, none = (compare_graphs(old, new, limit=limit) for limit in (None, 1, 0))
    assert list_changes(every) == list_changes(some) == list_changes(none)
    assert some.ties.new.items == every.ties.new.items[:1]
    assert none.ties.new.items == ()


def test_a_report_is_the_same_bytes(make: Make) -> None:
    old, new = make(RECORDS[1], link=link_records), make(*RECORDS, link=link_records)
    first = encode_report(compare_graphs(old, new))
    assert first == encode_report(compare_graphs(old, new))
    assert msgspec.json.decode(first, type=Report) == compare_graphs(old, new)


def test_suppressed_persons_are_not_told(make: Make) -> None:
    old, new = make(copy_record("a")), make(meet("c", "2026-01-01", FULL))
    names = ("Rahma Adisti", "Wati Lestarini")
    assert b"Rahma" in encode_report(compare_graphs(old, new))
    report = encode_report(compare_graphs(old, new, hidden=frozenset(map(hash_name, names)))).decode()
    assert not [name for name in ("Rahma", "Adisti", "Wati", "Lestarini", "rahma") if name in report]
    assert '"posts": {\n    "new": {\n      "count": 0' in report


def test_persons_without_a_post_are_not_told(make: Make) -> None:
    report = encode_report(
        compare_graphs(make(RECORD, private_persons=True), make(meet("c", "2026-01-01", FULL)))
    )
    assert b"Wati" not in report


def test_graphs_whose_iris_begin_otherwise_do_not_compare(make: Make) -> None:
    with pytest.raises(InputError, match=r"begin with https://example\.org/"):
        compare_graphs(make(RECORD), make(RECORD, base="https://example.org/"))
