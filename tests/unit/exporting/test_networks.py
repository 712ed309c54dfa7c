"""Other programs open the network: networkx, and graphology where npm has installed it."""

import io
import json
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest

from kgraph.exporting.evidence import read_ties
from kgraph.exporting.selection import Selection
from kgraph.graph.opening import Graph
from tests.unit.exporting.conftest import export
from tests.unit.exporting.hostile_records import SENTENCE, TITLE

MODULES = Path(__file__).parents[2] / "browser" / "node_modules"
READERS = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}


def read(graph: Graph, format_: str, **options: object) -> "nx.Graph[str]":
    return READERS[format_](io.BytesIO(export(graph, format_, **options)))


@pytest.mark.parametrize("format_", sorted(READERS))
def test_networkx_reads_all_institutions_and_ties(gold_graph: Graph, format_: str) -> None:
    network = read(gold_graph, format_)
    ties = {tie.parties: tie for tie in read_ties(Selection(gold_graph))}
    assert network.number_of_nodes() == gold_graph.manifest.counts["institutions"]
    assert network.number_of_edges() == len(ties) == gold_graph.manifest.counts["ties"]
    assert not network.is_directed()
    for parties, tie in ties.items():
        found = network.edges[parties]
        assert found["weight"] == found["releases"] == tie.releases
        assert found.get("first") == tie.first
        assert found.get("last") == tie.last
        assert found["issues"].split() == [issue.rpartition("/")[2] for issue in tie.issues]
        assert found["sentence"]
        assert found["claim"] in tie.claims
    office = network.nodes[f"{gold_graph.base}institution/kemenp2mi"]
    assert office["label"].startswith("Kementerian")
    assert office["kind"] == "ministry"


@pytest.mark.parametrize("format_", sorted(READERS))
def test_hostile_text_comes_back_as_far_as_xml_can_hold_it(graph: Graph, format_: str) -> None:
    network = read(graph, format_)
    ((_, _, tie),) = network.edges(data=True)
    assert tie["sentence"] == SENTENCE.replace("\x07", "\ufffd")
    assert tie["release_title"] == TITLE
    assert "@Dinsos" in {data.get("acronym") for _, data in network.nodes(data=True)}


def test_gexf_has_no_clock_and_says_when_ties_were_seen(graph: Graph) -> None:
    root = ElementTree.fromstring(export(graph, "gexf"))
    space = {"g": "http://www.gexf.net/1.2draft"}
    meta = root.find("g:meta", space)
    assert meta is not None
    assert meta.attrib == {}
    assert meta.findtext("g:creator", None, space) == graph.manifest.program
    edge = root.find(".//g:edge", space)
    assert edge is not None
    assert (edge.get("start"), edge.get("end")) == ("2026-02-04", "2026-03-01")


def test_graphology_reads_gexf(gold_graph: Graph, tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None or not (MODULES / "graphology-gexf").is_dir():
        pytest.skip("no graphology: npm install --ignore-scripts --prefix tests/browser")
    file = tmp_path / "network.gexf"
    file.write_bytes(export(gold_graph, "gexf"))
    script = (
        "const Graph = require('graphology'), gexf = require('graphology-gexf');"
        "const graph = gexf.parse(Graph, require('fs').readFileSync(process.argv[1], 'utf8'));"
        "let weight = 0, quoted = 0;"
        "graph.forEachEdge((edge, one) => { weight += one.weight; quoted += one.sentence ? 1 : 0; });"
        "console.log(JSON.stringify([graph.order, graph.size, weight, quoted]));"
    )
    environment = {"NODE_PATH": str(MODULES)}
    done = subprocess.run([node, "-e", script, file], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    ties = list(read_ties(Selection(gold_graph)))
    assert json.loads(done.stdout) == [
        gold_graph.manifest.counts["institutions"],
        len(ties),
        sum(tie.releases for tie in ties),
        len(ties),
    ]
