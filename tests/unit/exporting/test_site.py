"""A plain web server gives out the site, and each IRI of the graph leads to what it names."""

import http.server
import re
import threading
import urllib.request
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pyoxigraph
import pytest
import rdflib

from kgraph.cli.result_folders import write_folder
from kgraph.exporting.selection import Selection
from kgraph.exporting.site import export_site
from kgraph.exporting.site_paths import Places, find_path
from kgraph.graph.opening import Graph
from tests.unit.exporting.hostile_records import SENTENCE

BASE = "https://kg.example/data/"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def folder(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    parent = tmp_path_factory.mktemp("served")
    write_folder(str(parent / "site"), {}, export_site(Selection(graph)), lambda done: None)
    assert [path.name for path in parent.iterdir()] == ["site"]
    return parent / "site"


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[str]:
    handler = partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}/"
        httpd.shutdown()


def fetch(url: str) -> tuple[str, bytes]:
    with urllib.request.urlopen(url) as answer:
        return answer.url, answer.read()


def list_iris(graph: Graph) -> set[str]:
    return {
        quad.subject.value
        for quad in graph.store
        if isinstance(quad.subject, pyoxigraph.NamedNode) and quad.subject.value.startswith(graph.base)
    }


def test_each_iri_leads_to_all_that_is_said_of_it(graph: Graph, folder: Path, server: str) -> None:
    documents: dict[str, rdflib.Graph] = {}
    elsewhere = set()
    for iri in sorted(list_iris(graph)):
        document = urldefrag(iri).url
        if find_path(document, graph.base) is None or document == f"{graph.base}release/a":
            elsewhere.add(document)
            continue
        if document not in documents:
            url, page = fetch(server + document.removeprefix(graph.base))
            assert page.startswith(b"<!doctype html>")
            turtle = urljoin(url, re.search(rb'rel="alternate" [^>]*href="([^"]+)"', page)[1].decode())  # type: ignore[index]
            documents[document] = rdflib.Graph().parse(data=fetch(turtle)[1], format="turtle")
        said = {quad.triple for quad in graph.store.quads_for_pattern(pyoxigraph.NamedNode(iri), None, None)}
        assert len(set(documents[document].predicate_objects(rdflib.URIRef(iri)))) == len(said)
    assert len(documents) > 10
    assert elsewhere
    listed = fetch(f"{server}elsewhere/")[1].decode()
    for document in elsewhere:
        assert document in listed


def test_all_that_the_site_says_is_in_the_graph(graph: Graph, folder: Path) -> None:
    known = set(rdflib.Graph().parse(data=graph_triples(graph), format="nt"))
    for file in sorted(folder.rglob("index.ttl")):
        if file.parent.name != "dataset":
            assert set(rdflib.Graph().parse(file)) <= known, file


def graph_triples(graph: Graph) -> bytes:
    return b"".join(
        line[: line.rindex(b" <")] + b" .\n"
        for line in graph.graph_file.read_bytes().splitlines(keepends=True)
    )


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.add(tag)
        self.links += [found[name] or "" for name in ("href", "src") if name in found]
        if "id" in found:
            self.ids.add(found["id"] or "")


def test_no_link_is_broken_or_dangerous(folder: Path, server: str) -> None:
    pages: dict[str, Links] = {}
    waiting = [server]
    while waiting:
        url = waiting.pop()
        if url in pages or url.endswith((".ttl", ".nq", ".css", ".md")):
            continue
        final, content = fetch(url)
        pages[url] = parsed = Links()
        parsed.feed(content.decode())
        assert "script" not in parsed.tags
        for link in parsed.links:
            assert not re.match(r"\s*(javascript|data):", link, re.IGNORECASE)
            target = urldefrag(urljoin(final, link)).url
            if target.startswith(server):
                waiting.append(target)
            else:
                assert target.startswith("http")
    assert len(pages) > 30
    written = {file.parent.relative_to(folder).as_posix() for file in folder.rglob("index.html")}
    reached = {urldefrag(url).url.removeprefix(server).strip("/") for url in pages}
    assert len(reached) == len(written)


def test_claims_have_their_place_on_the_page_of_the_release(graph: Graph, server: str) -> None:
    page = Links()
    content = fetch(f"{server}release/z-hostile/")[1].decode()
    page.feed(content)
    iri = f"{graph.base}release/z-hostile#"
    fragments = {one.removeprefix(iri) for one in list_iris(graph) if one.startswith(iri)}
    assert fragments <= page.ids
    assert "&lt;b&gt;&amp;amp; &lt;/td&gt;" in content
    assert SENTENCE.splitlines()[1] not in content


def test_the_dataset_is_where_programs_look_for_it(graph: Graph, server: str) -> None:
    described = {fetch(server + name)[1] for name in ("void.ttl", ".well-known/void", "dataset/index.ttl")}
    assert len(described) == 1
    assert f"void:dataDump <{graph.base}graph.nq>".encode() in described.pop()
    assert fetch(f"{server}graph.nq")[1] == graph.graph_file.read_bytes()


@pytest.mark.parametrize(
    "name",
    [
        "release/../../x",
        "release/%2E%2E/%2e%2e/x",
        "release/a%2Fb",
        "release/a%5Cb",
        "release/.htaccess",
        "release/a/index.html",
        "release/a/INDEX.TTL",
        "release/a//b",
        "release/",
        "release/a%00b",
        "release/a%0Ab",
        "release/%FF",
        "release/" + "n" * 256,
        "release/a.",
        "release/a%20",
    ],
)
def test_what_is_no_safe_path_gets_another(name: str) -> None:
    assert find_path(BASE + name, BASE) is None
    folder = Places([BASE + name], BASE).get_folder(BASE + name)
    assert re.fullmatch(r"elsewhere/[0-9a-f]{32}", folder)


def test_no_two_share_a_folder_whatever_the_file_system() -> None:
    iris = [f"{BASE}release/{name}" for name in ("A", "a", "%C3%A9", "e%CC%81", "b/c", "b")]
    places = Places(iris, BASE)
    folders = [places.get_folder(iri) for iri in iris]
    assert len({folder.casefold() for folder in folders}) == len(iris)
    assert folders[0] == "release/A"
    assert folders[1].startswith("elsewhere/")
    assert folders[3].startswith("elsewhere/")
    assert folders[4:] == ["release/b/c", "release/b"]
    assert places.find_link(f"{BASE}release/b#s1-2", "../") == "../release/b/#s1-2"
    assert places.find_link("https://other.example/", "../") is None
