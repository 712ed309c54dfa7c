import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.answers import Table
from kgraph.rendering import render_network
from kgraph.rendering.page import CORE, FULL, format_data
from tests.browser.sample_networks import NODES, TIES, make_gold_tables, make_hostile_tables, make_tables


class _Reader(HTMLParser):
    """Scripts, links and text of a page, as a browser takes them apart."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.title = ""
        self._inside = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag
        if tag == "script":
            self.scripts.append((dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            attributes, text = self.scripts[-1]
            self.scripts[-1] = (attributes, text + data)
        if self._inside == "title":
            self.title += data

    def read(self, name: str):
        return json.loads(next(text for attributes, text in self.scripts if attributes.get("id") == name))

    @property
    def policy(self) -> str:
        return next(
            str(attributes["content"])
            for tag, attributes in self.tags
            if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
        )


@pytest.fixture(scope="module")
def gold() -> _Reader:
    return _Reader(render_network(**make_gold_tables(), title="Kerja sama"))


def test_the_page_names_no_other_file(gold: _Reader) -> None:
    for tag, attributes in gold.tags:
        assert "src" not in attributes, tag
        assert attributes.get("href", "data:,") == "data:,", tag
        assert not [name for name in attributes if name.startswith("on")], tag
        assert "style" not in attributes, tag


def test_the_policy_lets_only_our_scripts_run(gold: _Reader) -> None:
    running = [text for attributes, text in gold.scripts if "type" not in attributes]
    hashes = {
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in running
    }
    rules = dict(rule.split(" ", 1) for rule in gold.policy.split("; "))
    assert len(running) == 2
    assert set(rules["script-src"].split()) == hashes
    assert rules["default-src"] == "'none'"
    assert "connect-src" not in rules
    assert not re.search(r"https?:|\*|unsafe-eval", gold.policy)


def test_every_tie_of_the_gold_cases_has_its_sentences(gold: _Reader) -> None:
    nodes, edges, content = (gold.read(name) for name in ("nodes", "edges", "content"))
    ties = make_gold_tables()["ties"].rows
    names = {node["id"]: node["name"] for node in nodes}
    assert len(edges) == len(ties)
    sentences = {edge["id"]: [] for edge in edges}
    for edge, _, _, _, text in content["evidence"]:
        sentences[edge].append(content["texts"][text])
    assert all(sentences.values())
    labels = {row[0]: row[1] for row in make_gold_tables()["nodes"].rows}
    assert {frozenset((names[e["from"]], names[e["to"]])) for e in edges} == {
        frozenset((labels[row[0]], labels[row[1]])) for row in ties
    }


def test_physics_and_smooth_edges_are_off(gold: _Reader) -> None:
    options = gold.read("options")
    assert options["physics"] == {"enabled": False}
    assert options["edges"]["smooth"] is False
    assert options["interaction"]["hideEdgesOnDrag"] is True


def test_hostile_text_stays_in_its_place() -> None:
    clean = _Reader(render_network(**make_hostile_tables(), title="x"))
    page = _Reader(render_network(**make_hostile_tables(), title="</script><img src=x onerror=alert(1)>"))
    assert page.title == "</script><img src=x onerror=alert(1)>"
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in clean.tags]
    assert "img" not in [tag for tag, _ in page.tags]
    nodes = page.read("nodes")
    assert all("<img src=x onerror=" in node["name"] for node in nodes)
    assert {node["kind"] for node in nodes} == {"other"}


def test_up_to_the_limit_all_ties_are_shown() -> None:
    nodes = _Reader(render_network(**make_tables(60), title="x")).read("nodes")
    assert all((node["core"] is not None) == node["tied"] for node in nodes)


def test_beyond_the_limit_the_backbone_comes_first() -> None:
    nodes = _Reader(render_network(**make_tables(FULL + 60), title="x")).read("nodes")
    core = [node for node in nodes if node["core"] is not None]
    assert len(core) == CORE
    weakest = sorted(node["releases"] for node in core)[len(core) // 10]
    others = [node["releases"] for node in nodes if node["core"] is None]
    assert weakest >= sorted(others)[len(others) // 2]


def test_an_empty_graph_gives_a_page() -> None:
    tables = make_gold_tables()
    empty = {name: Table(columns=table.columns, rows=()) for name, table in tables.items()}
    page = _Reader(render_network(**empty, title="Kosong"))
    assert page.read("nodes") == []
    assert page.title == "Kosong"


def test_tables_that_may_be_missing() -> None:
    nodes = Table(columns=NODES, rows=(("n:a", "A", None, "other", None, None, None),))
    none = Table(columns=TIES, rows=())
    page = _Reader(render_network(nodes, none, make_hostile_tables()["evidence"], title="x"))
    assert page.read("content")["posts"] == []


def test_a_page_is_no_bigger_than_it_must_be() -> None:
    tables = make_tables(30)
    empty = {name: Table(columns=table.columns, rows=()) for name, table in tables.items()}
    assert len(render_network(**empty, title="x").encode()) < 740_000


@given(
    st.recursive(
        st.text() | st.integers() | st.none(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_data_comes_back_as_it_was(value: object) -> None:
    text = str(format_data(value))
    assert json.loads(text) == value
    assert not re.search("[<>&\u2028\u2029]", text)
