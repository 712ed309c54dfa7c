"""The page docs/ontology.html is what the ontology and the examples give, and it loads nothing."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pyoxigraph
import pytest

from kgraph.building import build_graph
from kgraph.exporting.ontology_page.diagram import ARROWS, BOXES
from kgraph.exporting.ontology_page.page import SECTIONS, Question, ask_question
from kgraph.exporting.ontology_page.profile import Profile, Use
from kgraph.graph.opening import open_graph
from kgraph.lexicon.load import load_lexicon
from kgraph.pipeline import extract_sources
from kgraph.resolution.link import link_records
from kgraph.vocabulary import TERMS
from tests.example_graph import (
    DOCS,
    QUESTIONS,
    make_dataset,
    make_page,
    make_store,
    map_examples,
    read_examples,
)
from tests.gold_records import GOLD, list_seen_cases

PAGE = DOCS / "ontology.html"
CLASSES = [name for chapter in SECTIONS.values() for name in chapter]


class PageReader(HTMLParser):
    """Collects ids, links, and what a browser would load or run."""

    LOADING = frozenset(
        {"script", "iframe", "img", "object", "embed", "audio", "video", "image", "use", "base"}
    )

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a":
            self.links.append(str(given.get("href")))
        elif tag in self.LOADING or set(given) & {"src", "srcset", "data", "poster", "background", "style"}:
            self.loads.append(tag)
        elif str(given.get("href", "data:,")) != "data:,":
            self.loads.append(f"{tag} {given['href']}")
        self.loads += [name for name in given if name.startswith("on")]


@pytest.fixture(scope="module")
def page() -> PageReader:
    reader = PageReader()
    reader.feed(PAGE.read_text("utf-8"))
    return reader


def test_page_is_up_to_date() -> None:
    made = make_page()
    assert PAGE.read_bytes() == made.encode(), "run: make docs"
    assert made == make_page()


def test_page_loads_nothing(page: PageReader) -> None:
    text = PAGE.read_text("utf-8")
    assert page.loads == []
    assert "default-src &#39;none&#39;;" in text.partition("Content-Security-Policy")[2][:60]
    style = text.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    assert set(re.findall(r"url\(([^)]*)\)", text)) == {"#tip-plain", "#tip-path"}


def test_links_of_the_page_lead_somewhere(page: PageReader) -> None:
    assert len(page.ids) == len(set(page.ids))
    inner = {link.removeprefix("#") for link in page.links if link.startswith("#")}
    assert inner <= set(page.ids)
    assert all(link.startswith(("#", "https://")) for link in page.links)


def test_example_is_what_a_build_writes(tmp_path: Path) -> None:
    build_graph(read_examples(), tmp_path, lexicon=load_lexicon(), link=link_records)
    graph = open_graph(tmp_path)
    made = {
        f"{triple} <{name}> ."
        for name, triples in map_examples(graph.manifest.knowledge).items()
        for triple in triples
    }
    assert made == set(graph.graph_file.read_text("utf-8").splitlines())


def describe(profile: Profile, name: str) -> dict[str, Use]:
    """Return by name the properties that the page tells of a class; what every claim has it tells once."""
    every = profile.describe_shared("kg:Claim").uses
    if name == "kg:Claim":
        return {use.name: use for use in every}
    found = profile.describe_class(name)
    known = {use.name for use in every} if "kg:Claim" in found.also else set()
    return {use.name: use for use in found.uses if use.name not in known}


def test_example_uses_every_term() -> None:
    profile = Profile(map_examples(), CLASSES)
    used = {property_ for name in CLASSES for property_ in describe(profile, name)}
    assert used | set(profile.classes) | {"rdf:type"} == TERMS
    assert set(profile.classes) - set(CLASSES) == {
        "cv:AdminUnit",
        "cv:PublicOrganisation",
        "foaf:Person",
        "org:FormalOrganization",
        "org:OrganizationalUnit",
        "sem:Event",
        "sem:Temporary",
    }


def test_what_the_page_says_of_classes_holds_for_the_seen_cases(tmp_path: Path) -> None:
    """A real graph has no property that the page does not tell, and none more or less often than it tells."""
    lexicon = load_lexicon()
    sources = tuple(str(GOLD / f"{name}.txt") for name in list_seen_cases())
    records = [item.record for item in extract_sources(sources, lexicon=lexicon, jobs=2) if item.record]
    build_graph(records, tmp_path, lexicon=lexicon, link=link_records)
    graphs: dict[str, list[str]] = {}
    for line in open_graph(tmp_path).graph_file.read_text("utf-8").splitlines():
        triple, _, name = line.removesuffix("> .").rpartition(" <")
        graphs.setdefault(name, []).append(triple)
    told, real = Profile(map_examples(), CLASSES), Profile(graphs, CLASSES)
    assert set(real.classes) <= set(told.classes)
    for name in CLASSES:
        allowed, found = describe(told, name), describe(real, name)
        for use in found.values():
            known = allowed[use.name]
            assert set(use.graphs) <= set(known.graphs), (name, use)
            assert set(use.values) <= set(known.values), (name, use)
            assert known.count[0] <= use.count[0], (name, use)
            assert known.count.endswith("n") or not use.count.endswith("n"), (name, use)
        assert {one for one, use in allowed.items() if use.count.startswith("1")} <= set(found), name


def test_diagram_shows_properties_that_there_are() -> None:
    profile = Profile(map_examples(), CLASSES)
    for arrow in ARROWS:
        assert profile.holds(arrow.source, arrow.name, arrow.target), arrow
    assert not profile.holds("kg:Tie", "kg:party", "schema:Person")
    assert {box.name for box in BOXES} <= set(CLASSES)


def ask(query: str) -> set[tuple[str, ...]]:
    return set(ask_question(Question(name="query", text=query), make_store()).rows)


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.name)
def test_ready_query_has_one_answer_in_two_stores(path: Path) -> None:
    text = path.read_text("utf-8")
    found = ask(text)
    rows = make_dataset().query(text)
    other = {
        tuple("" if cell is None else str(cell).removeprefix("https://w3id.org/kgraph/") for cell in row)
        for row in rows
    }
    assert found
    assert found == other


@pytest.mark.parametrize(
    ("day", "person"),
    [
        ("2025-12-30", set()),
        ("2025-12-31", {"Yoga Hardinata"}),
        ("2026-01-01", set()),
        ("2026-01-02", {"Rahma Adisti"}),
        ("2026-03-12", {"Rahma Adisti"}),
        ("2026-03-13", set()),
    ],
)
def test_who_surely_headed_an_office(day: str, person: set[str]) -> None:
    """Of a head who left and one who came, each is sure on the days that are told, and nobody besides."""
    query = next(path for path in QUESTIONS if "head" in path.name).read_text("utf-8")
    rows = ask(query.replace('"2026-03-01"', f'"{day}"'))
    assert {row[0] for row in rows} == person
    bodies = [record.release.body for record in read_examples()]
    assert all(any(row[4] in body for body in bodies) for row in rows)


def test_store_of_the_page_is_the_example() -> None:
    assert len(make_store()) == sum(len(triples) for triples in map_examples().values())
    assert isinstance(make_store(), pyoxigraph.Store)
