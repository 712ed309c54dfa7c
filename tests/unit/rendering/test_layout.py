import os
import subprocess
import sys
from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from kgraph.rendering.forces import arrange, push_apart
from kgraph.rendering.layout import LABEL, find_communities, place_nodes
from kgraph.rendering.network import build_network
from tests.browser.sample_networks import make_gold_tables, make_tables

TWO_CLIQUES = [
    *combinations("abcdef", 2),
    *combinations("uvwxyz", 2),
    ("a", "u"),
]


def _network(pairs) -> nx.MultiDiGraph:
    network = nx.MultiDiGraph()
    for a, b in pairs:
        network.add_edge(a, b, releases=1)
    return network


def _sample(count: int) -> nx.MultiDiGraph:
    tables = make_tables(count) if count else make_gold_tables()
    return build_network(tables["nodes"], tables["ties"])


def test_communities_are_found_and_numbered_by_size() -> None:
    found = find_communities(_network([*TWO_CLIQUES, ("a", "g")]))
    assert {name for name, number in found.items() if number == 0} == set("abcdefg")
    assert {name for name, number in found.items() if number == 1} == set("uvwxyz")


def test_partners_stand_nearer_than_strangers() -> None:
    places = place_nodes(_network(TWO_CLIQUES))
    spots = {name: np.asarray(place.wide) for name, place in places.items()}

    def mean(pairs) -> float:
        return float(np.mean([np.linalg.norm(spots[a] - spots[b]) for a, b in pairs]))

    inside = mean([*combinations("abcdef", 2), *combinations("uvwxyz", 2)])
    between = mean([(a, b) for a in "bcdef" for b in "vwxyz"])
    assert between > 1.5 * inside


@pytest.mark.parametrize("count", [0, 30, 120, 300])
def test_labels_have_room(count: int) -> None:
    places = place_nodes(_sample(count))
    for shape in ("wide", "tall"):
        spots = [getattr(place, shape) for place in places.values()]
        covered = sum(
            abs(a[0] - b[0]) < 0.8 * LABEL[0] and abs(a[1] - b[1]) < 0.8 * LABEL[1]
            for a, b in combinations(spots, 2)
        )
        assert covered <= len(spots) / 20


def test_wide_is_wide_and_tall_is_tall() -> None:
    network = _sample(0)
    tied = {name for pair in network.edges() for name in pair}
    places = place_nodes(network)
    ratios = {}
    for shape in ("wide", "tall"):
        spots = np.asarray([getattr(places[name], shape) for name in sorted(tied)])
        width, height = np.ptp(spots, axis=0)
        ratios[shape] = width / height
    assert ratios["wide"] > 1.1
    assert ratios["tall"] < 0.9


def test_nodes_without_ties_stand_below() -> None:
    network = _network([("a", "b"), ("b", "c")])
    network.add_nodes_from(["x", "y", "z"])
    places = place_nodes(network)
    assert min(places[name].wide[1] for name in "xyz") > max(places[name].wide[1] for name in "abc")
    assert len({places[name].wide for name in "xyz"}) == 3


def test_only_nodes_without_ties_can_be_placed() -> None:
    network = nx.MultiDiGraph()
    network.add_nodes_from("abcdefg")
    assert len({place.wide for place in place_nodes(network).values()}) == 7


def test_a_path_is_drawn_as_long_as_it_is() -> None:
    ends = np.asarray([[0, 1, 2, 3], [1, 2, 3, 4]])
    points = arrange(5, ends, np.ones(4), seed=1)
    assert np.linalg.norm(points[0] - points[4]) == pytest.approx(4.0, rel=0.05)
    assert np.ptp(points[:, 0]) > 10 * np.ptp(points[:, 1])


def test_points_on_one_spot_are_parted() -> None:
    points = push_apart(np.zeros((6, 2)) + np.arange(6)[:, None] * 1e-3, (10.0, 4.0))
    for a, b in combinations(points, 2):
        assert abs(a[0] - b[0]) > 9.0 or abs(a[1] - b[1]) > 3.6


PROGRAM = """
import hashlib
from kgraph.rendering import render_network
from tests.browser.sample_networks import make_gold_tables, make_tables
for tables in (make_gold_tables(), make_tables(60)):
    print(hashlib.sha256(render_network(**tables, title="x").encode()).hexdigest())
"""


def test_the_hash_seed_changes_no_byte_of_a_page() -> None:
    outputs = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
    assert len(outputs[0].split()) == 2
