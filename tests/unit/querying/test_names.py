from pathlib import Path

import pytest

from kgraph.api import make_finder
from kgraph.errors import QueryError
from kgraph.graph.opening import Graph
from kgraph.querying.names import NameFinder
from tests.unit.querying.graphs import build, make_record

BASE = "https://w3id.org/kgraph/"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    return build(tmp_path_factory.mktemp("named") / "graph")


@pytest.fixture(scope="module")
def finder(graph: Graph) -> NameFinder:
    return make_finder(graph)


@pytest.mark.parametrize(
    "name",
    [
        "BP3MI Sulteng",
        "bp3mi sulteng",
        "BP3MI Provinsi Sulawesi Tengah",
        "bp3mi sulawsi tengah",
        "Balai Pelayanan Perlindungan Pekerja Migran Indonesia (BP3MI) Sulteng",
        "institution/bp3mi-sulawesi-tengah",
        "bp3mi-sulawesi-tengah",
        "https://w3id.org/kgraph/institution/bp3mi-sulawesi-tengah",
        "<https://w3id.org/kgraph/institution/bp3mi-sulawesi-tengah>",
    ],
)
def test_one_body_however_it_is_typed(finder: NameFinder, name: str) -> None:
    assert finder.find_entity(name).value == f"{BASE}institution/bp3mi-sulawesi-tengah"


@pytest.mark.parametrize(
    "name", ["rahma adisti", "Rahma  ADISTI", "person/rahma-adisti--bp3mi-sulawesi-tengah"]
)
def test_persons(finder: NameFinder, name: str) -> None:
    assert finder.find_entity(name, "person").value == f"{BASE}person/rahma-adisti--bp3mi-sulawesi-tengah"


def test_a_region_apart_is_another_body(finder: NameFinder) -> None:
    assert finder.find_entity("bp3mi sultra").value == f"{BASE}institution/bp3mi-sulawesi-tenggara"
    with pytest.raises(QueryError, match="no body"):
        finder.find_entity("bp3mi sulut", "institution")


def test_an_ambiguous_name_lists_what_it_may_mean(finder: NameFinder) -> None:
    with pytest.raises(QueryError) as caught:
        finder.find_entity("dinsos malang")
    assert "dinsos-kota-malang" in str(caught.value)
    assert "dinsos-kabupaten-malang" in str(caught.value)


def test_an_unknown_name_lists_the_nearest_first(tmp_path: Path) -> None:
    """The acronym that all the offices share is near to each of them, and must not decide."""
    names = [
        f"BP3MI {region}" for region in ("Aceh", "Bali", "Banten", "Jambi", "Lampung", "Riau", "Sulteng")
    ]
    record = make_record(
        "satu",
        "2026-02-01",
        (f"{', '.join(names)} hadir.",),
        dict.fromkeys(names, "central-regional-office"),
        (),
    )
    finder = make_finder(build(tmp_path / "graph", (record,)))
    with pytest.raises(QueryError, match=r"nearest are: institution/bp3mi-sulawesi-tengah"):
        finder.find_entity("bp3mi sul")


@pytest.mark.parametrize("name", ["dinas sosial kota malang", "Dinsos Kota Malang"])
def test_the_level_decides(finder: NameFinder, name: str) -> None:
    assert finder.find_entity(name).value == f"{BASE}institution/dinsos-kota-malang"


@pytest.mark.parametrize(
    ("scheme", "name", "slug"),
    [
        ("issue", "trafficking", "trafficking"),
        ("kind", "regional-agency", "regional-agency"),
        ("event-type", "audience", "audience"),
        ("region", "Sulteng", "72"),
        ("region", "72", "72"),
        ("region", "https://w3id.org/kgraph/region/72", "72"),
    ],
)
def test_concepts(finder: NameFinder, scheme: str, name: str, slug: str) -> None:
    assert finder.find_concept(name, scheme).value == f"{BASE}{scheme}/{slug}"


def test_ambiguous_region(finder: NameFinder) -> None:
    with pytest.raises(QueryError, match=r"35\.07, 35\.73"):
        finder.find_concept("Malang", "region")


def test_release(finder: NameFinder) -> None:
    assert finder.find_release("satu") == finder.find_release(f"{BASE}release/satu")
