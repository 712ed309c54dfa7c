"""Quads are read back by others as what was written."""

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kgraph.mapping.quads import day, escape, format_block, indonesian, integer, iri, plain, term

SUBJECT = "<https://example.org/s> <https://example.org/p>"
GRAPH = "https://example.org/g"

texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]))


def read_oxigraph(block: bytes) -> list[pyoxigraph.Quad]:
    return list(pyoxigraph.parse(block, format=pyoxigraph.RdfFormat.N_QUADS))


@given(texts)
def test_any_text_comes_back_in_oxigraph(text: str) -> None:
    (quad,) = read_oxigraph(format_block(GRAPH, [f"{SUBJECT} {indonesian(text)}"]))
    assert quad.object == pyoxigraph.Literal(text, language="id")


@given(texts)
def test_any_text_comes_back_in_rdflib(text: str) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=format_block(GRAPH, [f"{SUBJECT} {plain(text)}"]), format="nquads")
    ((_, _, value, _),) = dataset.quads()
    assert str(value) == text


@given(texts)
def test_a_quad_is_one_line(text: str) -> None:
    block = format_block(GRAPH, [f"{SUBJECT} {plain(text)}"])
    assert block.count(b"\n") == 1
    assert b"\r" not in block


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ('"', '\\"'),
        ("\\", "\\\\"),
        ("a\nb\r\tc", "a\\nb\\r\\tc"),
        ("\x00\x0b\x1f\x7f", "\\u0000\\u000B\\u001F\\u007F"),
        ("é 𝔘 \ufffe \u2028 \x85", "é 𝔘 \ufffe \u2028 \x85"),
    ],
)
def test_escape(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@given(texts)
def test_any_iri_is_one_that_oxigraph_takes(text: str) -> None:
    value = iri(f"https://example.org/{text}")
    (quad,) = read_oxigraph(format_block(GRAPH, [f"{value} {value} {value}"]))
    assert f"<{quad.subject.value}>" == value


def test_typed_values() -> None:
    block = format_block(GRAPH, [f"{SUBJECT} {day('2026-02-04')}", f"{SUBJECT} {integer(3)}"])
    graph = rdflib.Dataset()
    graph.parse(data=block, format="nquads")
    assert {value.toPython().__class__.__name__ for _, _, value, _ in graph.quads()} == {"date", "int"}


@given(st.lists(texts))
def test_lines_are_sorted_by_bytes_and_unique(values: list[str]) -> None:
    lines = format_block(GRAPH, [f"{SUBJECT} {plain(text)}" for text in values + values]).split(b"\n")[:-1]
    assert lines == sorted(set(lines))
    assert len(lines) == len(set(values))


def test_a_term_that_we_do_not_know_cannot_be_written() -> None:
    with pytest.raises(KeyError):
        term("kg:statdIn")
