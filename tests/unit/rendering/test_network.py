import pytest

from kgraph.answers import Table
from kgraph.errors import InputError
from kgraph.rendering.network import build_network, choose_short_labels, find_backbone, measure_strength
from tests.browser.sample_networks import TIES, make_gold_tables, make_tables

NODES = ("iri", "label", "short", "kind", "region")


def _network(ties: list[tuple[str, str, int]]):
    names = sorted({name for a, b, _ in ties for name in (a, b)})
    return build_network(
        Table(columns=NODES, rows=tuple((name, name.upper(), None, None, None) for name in names)),
        Table(columns=TIES, rows=tuple((a, b, str(n), "0", None, None, "") for a, b, n in ties)),
    )


def test_a_tie_becomes_one_edge_from_the_first_party() -> None:
    network = build_network(
        Table(
            columns=NODES,
            rows=(("n:b", "Dinas B", None, "regional-agency", "Palu"), ("n:a", "Balai A", "BA", None, None)),
        ),
        Table(columns=TIES, rows=(("n:b", "n:a", "3", "2", "2025-01-02", "2026-02-03", "health education"),)),
    )
    assert dict(network.nodes(data=True)) == {
        "n:a": {"label": "Balai A", "short": "BA", "kind": "other", "region": "", "forms": ()},
        "n:b": {
            "label": "Dinas B",
            "short": "Dinas B",
            "kind": "regional-agency",
            "region": "Palu",
            "forms": (),
        },
    }
    assert list(network.edges(data=True)) == [
        (
            "n:a",
            "n:b",
            {
                "releases": 3,
                "events": 2,
                "first": "2025-01-02",
                "last": "2026-02-03",
                "issues": ("education", "health"),
            },
        )
    ]


def test_the_order_of_rows_does_not_matter() -> None:
    tables = make_gold_tables()
    turned = {
        name: Table(columns=table.columns, rows=tuple(reversed(table.rows))) for name, table in tables.items()
    }
    one, other = (build_network(t["nodes"], t["ties"]) for t in (tables, turned))
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True)) == list(other.edges(data=True))


def test_a_tie_with_a_stranger_is_an_error() -> None:
    nodes = Table(columns=NODES, rows=(("n:a", "A", None, None, None),))
    ties = Table(columns=TIES, rows=(("n:a", "n:x", "1", "0", None, None, None),))
    with pytest.raises(InputError, match="n:x"):
        build_network(nodes, ties)


@pytest.mark.parametrize(
    ("names", "shorts"),
    [
        ([("Dinas Sosial Kota Palu", "Dinsos", "Palu")], ["Dinsos Palu"]),
        ([("Balai Pelayanan Bali", "BP3MI Bali", "Bali")], ["BP3MI Bali"]),
        ([("Balai Pelayanan Sulawesi Tengah", "BP3MI Sulteng", "Sulawesi Tengah")], ["BP3MI Sulteng"]),
        ([("Kementerian Sosial", "Kemensos", "")], ["Kemensos"]),
        # Whose label does not have the region is not of that region alone.
        ([("Kementerian Sosial", "Kemensos", "Palu")], ["Kemensos"]),
        ([("Universitas Bali", "", "Bali")], ["Universitas Bali"]),
        # Two that would be drawn alike keep their full names.
        ([("Dinas Sosial", "DS", ""), ("Dinas Syariat", "DS", "")], ["Dinas Sosial", "Dinas Syariat"]),
    ],
)
def test_short_labels(names: list[tuple[str, str, str]], shorts: list[str]) -> None:
    assert choose_short_labels(names) == shorts


@pytest.mark.parametrize(
    ("forms", "short"),
    [
        ("BP3MI Sulteng | Balai Pelayanan", "BP3MI Sulteng"),
        ("Balai (BP3MI)", "Balai Pelayanan Pekerja Sulawesi Tengah"),
        ("Balai", "Balai Pelayanan Pekerja Sulawesi Tengah"),
        (None, "Balai Pelayanan Pekerja Sulawesi Tengah"),
    ],
)
def test_a_form_with_an_acronym_serves_as_short_label(forms: str | None, short: str) -> None:
    nodes = Table(
        columns=(*NODES, "forms"),
        rows=(("n:a", "Balai Pelayanan Pekerja Sulawesi Tengah", None, None, "Sulawesi Tengah", forms),),
    )
    assert build_network(nodes, Table(columns=TIES, rows=())).nodes["n:a"]["short"] == short


def test_strength_adds_up_releases() -> None:
    assert measure_strength(_network([("a", "b", 2), ("a", "c", 3)])) == {"a": 5, "b": 2, "c": 3}


def test_the_backbone_holds_the_strongest_ties() -> None:
    network = _network([("a", "b", 1), ("c", "d", 9), ("d", "e", 4), ("e", "f", 1)])
    assert find_backbone(network, at_most=3) == ["c", "d", "e"]
    # Of equal ties the one beside the stronger institutions comes first.
    assert find_backbone(network, at_most=4) == ["c", "d", "e", "f"]


def test_the_backbone_of_many_is_filled() -> None:
    tables = make_tables(200)
    assert len(find_backbone(build_network(tables["nodes"], tables["ties"]), at_most=60)) == 60
