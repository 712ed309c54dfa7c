"""Without bodies, no sentence of a release is in any format; names, positions and hashes stay."""

import html
import json
import re

import pytest

from kgraph.exporting.files import FOLDERS, FORMATS
from kgraph.exporting.wording import is_wording
from kgraph.graph.opening import Graph
from kgraph.vocabulary import expand
from tests.unit.exporting.conftest import export, export_folder
from tests.unit.exporting.hostile_records import SENTENCE, TITLE

SPACE = re.compile(r"\W+")


def squeeze(text: str) -> str:
    """Return the words of a text alone, whatever a format does to what is between them."""
    return SPACE.sub(" ", text).strip().casefold()


def read_words(graph: Graph, format_: str) -> str:
    if format_ in FOLDERS:
        files = export_folder(graph, format_, without_bodies=True)
        text = "\n".join(content.decode() for content in files.values())
    else:
        text = export(graph, format_, without_bodies=True).decode()
    return squeeze(html.unescape(re.sub(r"\\[nrt]", " ", text)))


def join_names(graph: Graph) -> str:
    """The names of institutions, persons and posts, and all that is no word of a release."""
    names = (expand("skos:prefLabel"), expand("skos:altLabel"), expand("kg:acronym"))
    ours = f"{graph.base}graph/authority"
    found = {
        squeeze(quad.object.value)
        for quad in graph.store
        if quad.predicate.value in names or quad.graph_name.value == ours
    }
    return " | ".join(["", *sorted(found), ""])


@pytest.mark.parametrize("format_", sorted({**FORMATS, **FOLDERS}))
def test_no_sentence_is_in_it(gold_graph: Graph, graph: Graph, format_: str) -> None:
    for one in (gold_graph, graph):
        words = read_words(one, format_)
        names = join_names(one)
        sentences = {
            squeeze(record.release.body[span.start : span.end])
            for record in one.records()
            for span in record.sentences
        }
        # A line that holds a name and no more is a name.
        told = {sentence for sentence in sentences if f" {sentence} " not in names} - {""}
        assert len(told) >= 10
        assert [sentence for sentence in sorted(told) if f" {sentence} " in f" {words} "] == []
        titles = {squeeze(record.release.title or "") for record in one.records()} - {""}
        assert [title for title in titles if title in words] == []


@pytest.mark.parametrize("format_", sorted({**FORMATS, **FOLDERS}))
def test_with_bodies_they_are_there(graph: Graph, format_: str) -> None:
    """So that the test above is known to look at the right place."""
    if format_ == "void":
        return
    if format_ in FOLDERS:
        text = "\n".join(content.decode() for content in export_folder(graph, format_).values())
    else:
        text = export(graph, format_).decode()
    words = squeeze(html.unescape(re.sub(r"\\[nrt]", " ", text)))
    assert squeeze(TITLE) in words
    assert "c calc a0" in squeeze(SENTENCE)
    assert "c calc a0" in words


def test_positions_hashes_and_names_stay(graph: Graph) -> None:
    text = export(graph, "nq", without_bodies=True).decode()
    for curie in ("oa:start", "oa:end", "kg:sha256", "skos:prefLabel", "kg:statedIn", "schema:url"):
        assert f"<{expand(curie)}>" in text
    for curie in ("oa:exact", "schema:text", "kg:surface", "dct:title", "kg:postText", "schema:name"):
        assert f"<{expand(curie)}>" not in text
    assert "-quote>" not in text
    assert set(text.splitlines()) < set(export(graph, "nq").decode().splitlines())


def test_the_authority_graph_is_whole(graph: Graph) -> None:
    end = f"<{graph.base}graph/authority> ."
    kept = [
        line for line in export(graph, "nq", without_bodies=True).decode().split("\n") if line.endswith(end)
    ]
    every = [line for line in export(graph, "nq").decode().split("\n") if line.endswith(end)]
    assert kept == every


@pytest.mark.parametrize(
    ("predicate", "value", "expected"),
    [
        ("https://x.example/new", '"words"@id', True),
        ("https://x.example/new", '"words"', True),
        ("https://x.example/new", '"3"^^<http://www.w3.org/2001/XMLSchema#integer>', False),
        ("https://x.example/new", '"<p>"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML>', True),
        (
            "https://x.example/new",
            '"http://x.example/#:~:text=words"^^<http://www.w3.org/2001/XMLSchema#anyURI>',
            True,
        ),
        ("https://x.example/new", "<http://x.example/#:~:text=words>", True),
        ("https://x.example/new", "<http://x.example/>", False),
        ("https://x.example/new", "<http://x.example/release/a#s1-2-quote>", True),
        (expand("skos:prefLabel"), '"Palu"@id', False),
    ],
)
def test_what_is_not_known_to_be_harmless_is_left_out(predicate: str, value: str, *, expected: bool) -> None:
    assert is_wording("<http://x.example/a>", f"<{predicate}>", value) is expected


def test_the_network_keeps_where_the_sentence_stands(graph: Graph) -> None:
    document = json.loads(export(graph, "jsonld", without_bodies=True))
    (tie,) = document["ties"]
    for claim in tie["evidence"]:
        for sentence in claim["sentences"]:
            assert set(sentence) == {"id", "position"}
