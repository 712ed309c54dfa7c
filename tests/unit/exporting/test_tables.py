"""The tables fit each other and their dictionary, and no cell of them is a formula or a broken row."""

import csv
import io
import json
import re

import pytest

from kgraph.exporting.columns import OUTLINES
from kgraph.exporting.csv_rows import write_rows
from kgraph.graph.opening import Graph
from tests.unit.exporting.conftest import export_folder
from tests.unit.exporting.hostile_records import SENTENCE, TITLE


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))


@pytest.fixture(scope="module")
def tables(gold_graph: Graph) -> dict[str, list[dict[str, str]]]:
    files = export_folder(gold_graph, "csv")
    return {outline.name: read(files[f"{outline.name}.csv"]) for outline in OUTLINES}


def test_the_tables_hold_the_graph(gold_graph: Graph, tables: dict[str, list[dict[str, str]]]) -> None:
    counts = gold_graph.manifest.counts
    assert len(tables["nodes"]) == counts["institutions"] + counts["persons"]
    ties = [row for row in tables["edges"] if row["type"] == "tie"]
    assert len(ties) == counts["ties"]
    assert {row["edge"] for row in tables["evidence"]} == {row["id"] for row in tables["edges"]}
    for row in tables["evidence"]:
        assert int(row["end"]) - int(row["start"]) == len(row["quote"].removeprefix("'"))


def test_keys_and_references_hold(tables: dict[str, list[dict[str, str]]]) -> None:
    for outline in OUTLINES:
        if outline.key:
            keys = [row[outline.key] for row in tables[outline.name]]
            assert len(keys) == len(set(keys))
        for own, table, other in outline.references:
            known = {row[other] for row in tables[table]}
            assert {row[own] for row in tables[outline.name]} <= known


@pytest.mark.parametrize("without_bodies", [False, True])
def test_the_dictionary_describes_each_column(graph: Graph, *, without_bodies: bool) -> None:
    files = export_folder(graph, "csv", without_bodies=without_bodies, licence="https://example.org/cc")
    package = json.loads(files["datapackage.json"])
    assert package["licenses"] == [{"path": "https://example.org/cc"}]
    patterns = {"integer": r"-?\d+", "date": r"\d{4}-\d\d-\d\d", "string": r"(?s).*"}
    for resource in package["resources"]:
        rows = read(files[resource["path"]])
        fields = resource["schema"]["fields"]
        assert list(rows[0]) == [field["name"] for field in fields]
        for field in fields:
            assert len(field["description"]) > 10
            assert f"| `{field['name']}` |" in files["README.md"].decode()
            for row in rows:
                cell = row[field["name"]]
                assert not cell or re.fullmatch(patterns[field["type"]], cell), (field["name"], cell)
    names = {field["name"] for resource in package["resources"] for field in resource["schema"]["fields"]}
    assert ({"quote", "title"} & names == set()) is without_bodies


def test_no_cell_is_a_formula_and_each_can_be_told_back(graph: Graph) -> None:
    files = export_folder(graph, "csv")
    cells = [
        cell for name in files if name.endswith(".csv") for row in read(files[name]) for cell in row.values()
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]
    assert f"'{SENTENCE}" in cells
    assert f"'{TITLE}" in cells
    assert "'@Dinsos" in cells


@pytest.mark.parametrize(
    "text", ['a"b', "a,b", "a\nb", "a\r\nb", ' a" ,\n"', "", "\u2028", "'", "=1", "\x00"]
)
def test_any_text_comes_back(text: str) -> None:
    content = b"".join(write_rows(["one", "two"], [{"one": text, "two": 1}], guard=True))
    assert content.endswith(b"\r\n")
    (row,) = read(content)
    guarded = text.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "'"))
    assert row["one"].removeprefix("'" if guarded else "") == text


def test_neo4j_can_import_the_files(gold_graph: Graph) -> None:
    files = export_folder(gold_graph, "neo4j")
    script = files["import.sh"].decode()
    assert "--multiline-fields=true" in script
    nodes: set[str] = set()
    relations: list[tuple[str, str, str]] = []
    for kind, name in re.findall(r"--(nodes|relationships)=(\S+\.csv)", script):
        rows = read(files[name])
        header = files[name].decode().partition("\r\n")[0].split(",")
        for column in header:
            assert re.fullmatch(r"(\w+)?(:(ID|LABEL|START_ID|END_ID|TYPE|int|date|string\[\]))?", column)
        if kind == "nodes":
            assert header[0] == "iri:ID"
            assert header[-1] == ":LABEL"
            assert all(row[":LABEL"] for row in rows)
            assert not nodes & {row["iri:ID"] for row in rows}
            assert len({row["iri:ID"] for row in rows}) == len(rows)
            nodes.update(row["iri:ID"] for row in rows)
        else:
            assert header[:3] == [":START_ID", ":END_ID", ":TYPE"]
            relations += [(row[":START_ID"], row[":TYPE"], row[":END_ID"]) for row in rows]
    assert {name for name in files if name.endswith(".csv")} == set(re.findall(r"=(\S+\.csv)", script))
    assert {end for start, _, end in relations} | {start for start, _, _ in relations} <= nodes
    assert sum(type_ == "WORKS_WITH" for _, type_, _ in relations) == gold_graph.manifest.counts["ties"]
    told = set(re.findall(r"`([A-Z_]+)`", files["README.md"].decode()))
    assert {type_ for _, type_, _ in relations} <= told


def test_neo4j_gets_texts_as_they_are(graph: Graph) -> None:
    files = export_folder(graph, "neo4j")
    assert SENTENCE in {row["quote"] for row in read(files["sentences.csv"])}
    assert "@Dinsos" in {row["acronym"] for row in read(files["institutions.csv"])}
    assert TITLE in {row["title"] for row in read(files["releases.csv"])}
