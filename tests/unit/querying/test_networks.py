import re
from importlib.resources import files
from pathlib import Path

import pytest

from kgraph.answers import Table
from kgraph.querying.networks import NAMES, query_network
from tests.unit.querying.graphs import RECORDS, build

BASE = "https://w3id.org/kgraph/"
BP3MI = f"{BASE}institution/bp3mi-sulawesi-tengah"
DP3A = f"{BASE}institution/dp3a-sulawesi-tengah"


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Table]:
    return query_network(build(tmp_path_factory.mktemp("drawn") / "graph"))


def find(table: Table, **values: str) -> list[dict[str, str | None]]:
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return [row for row in rows if all(row[name] == value for name, value in values.items())]


@pytest.mark.parametrize("name", NAMES)
def test_columns_are_as_the_query_says(tables: dict[str, Table], name: str) -> None:
    text = (files("kgraph.querying") / "network" / f"{name}.rq").read_text("utf-8")
    match = re.search(r"^# Columns: (.+)\.$", text, re.MULTILINE)
    assert match is not None
    assert sorted(tables[name].columns) == sorted(match[1].split(", "))


def test_each_institution_is_one_node(tables: dict[str, Table]) -> None:
    iris = [row["iri"] for row in find(tables["nodes"])]
    assert len(iris) == len(set(iris)) == 6
    (node,) = find(tables["nodes"], iri=BP3MI)
    assert node["kind"] == "central-regional-office"
    assert node["region"] == "Sulawesi Tengah"
    assert "BP3MI Sulteng" in str(node["forms"]).split(" | ")
    (other,) = find(tables["nodes"], iri=DP3A)
    assert other["kind"] == "regional-agency"


def test_a_tie_counts_its_releases(tables: dict[str, Table]) -> None:
    (tie,) = find(tables["ties"], a=BP3MI, b=DP3A)
    assert (tie["releases"], tie["first"], tie["last"]) == ("2", "2026-02-01", "2026-03-01")
    assert set(str(tie["issues"]).split()) == {"trafficking", "health"}
    assert len(tables["ties"].rows) == 3


def test_evidence_is_the_sentence_with_its_release(tables: dict[str, Table]) -> None:
    rows = find(tables["evidence"], a=BP3MI, b=DP3A)
    assert [(row["title"], row["date"], row["basis"], row["issues"]) for row in rows] == [
        ("Judul dua", "2026-03-01", "signing", "health"),
        ("Judul satu", "2026-02-01", "meeting", "trafficking"),
    ]
    assert rows[0]["url"] == "https://contoh.example/dua"
    assert rows[1]["quote"] == RECORDS[0].release.body.split("\n")[0]


def test_every_tie_has_evidence_of_as_many_releases(tables: dict[str, Table]) -> None:
    for tie in find(tables["ties"]):
        rows = find(tables["evidence"], a=str(tie["a"]), b=str(tie["b"]))
        assert len({row["release"] for row in rows}) == int(str(tie["releases"])) > 0


def test_mentions_are_sentences_that_name_the_institution(tables: dict[str, Table]) -> None:
    quotes = {row["quote"] for row in find(tables["mentions"], entity=DP3A)}
    assert quotes == {RECORDS[0].release.body.split("\n")[0], RECORDS[1].release.body.split("\n")[0]}


def test_posts_are_those_of_public_persons(tables: dict[str, Table]) -> None:
    rows = find(tables["posts"], institution=BP3MI)
    assert [(row["person"], row["post"]) for row in rows] == [("Rahma Adisti", "Kepala BP3MI")]


def test_issues_have_names_in_both_languages(tables: dict[str, Table]) -> None:
    (issue,) = find(tables["issues"], issue="trafficking")
    assert issue["id"]
    assert issue["en"]
    assert issue["id"] != issue["en"]


def test_another_base_gives_the_same_network(tables: dict[str, Table], tmp_path: Path) -> None:
    base = "https://contoh.example/k/"
    other = query_network(build(tmp_path / "graph", base=base))
    for name, table in tables.items():
        moved = {tuple((value or "").replace(base, BASE) for value in row) for row in other[name].rows}
        assert moved == {tuple(value or "" for value in row) for row in table.rows}, name
