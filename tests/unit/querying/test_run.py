import json
from pathlib import Path

import pytest

from kgraph.answers import Table
from kgraph.api import make_finder
from kgraph.errors import QueryError
from kgraph.graph.opening import Graph
from kgraph.querying.names import NameFinder
from kgraph.querying.questions import load_questions, read_question
from kgraph.querying.run import Answer, run_query
from tests.unit.querying.graphs import build

BASE = "https://w3id.org/kgraph/"
BP3MI = "institution/bp3mi-sulawesi-tengah"
DP3A = "institution/dp3a-sulawesi-tengah"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    return build(tmp_path_factory.mktemp("asked") / "graph")


@pytest.fixture(scope="module")
def finder(graph: Graph) -> NameFinder:
    return make_finder(graph)


def ask(graph: Graph, finder: NameFinder, name: str, limit: int | None = None, **parameters: str) -> Table:
    question = load_questions()[name]
    return run_query(graph, question, parameters, finder=finder, limit=limit).read_table()


def ask_free(graph: Graph, finder: NameFinder, query: str, **parameters: str) -> Answer:
    return run_query(graph, read_question("-", query), parameters, finder=finder)


def pick(table: Table, *columns: str) -> list[tuple[str | None, ...]]:
    places = [table.columns.index(column) for column in columns]
    return [tuple(row[place] for place in places) for row in table.rows]


def test_partners_come_with_the_newest_sentence(graph: Graph, finder: NameFinder) -> None:
    table = ask(graph, finder, "partners", institution="bp3mi sulteng")
    assert pick(table, "partner", "releases", "release", "date") == [
        (BASE + DP3A, "2", "dua", "2026-03-01"),
        (BASE + "institution/polda-sulawesi-tengah", "1", "satu", "2026-02-01"),
    ]
    assert pick(table, "sentence", "link")[0] == (
        "Balai Pelayanan Pelindungan Pekerja Migran Indonesia Sulawesi Tengah dan DP3A Sulteng meneken nota.",
        "https://contoh.example/dua",
    )


def test_partners_on_an_issue(graph: Graph, finder: NameFinder) -> None:
    table = ask(graph, finder, "partners", institution="BP3MI Sulteng", issue="trafficking")
    assert (BASE + DP3A, "satu") in pick(table, "partner", "release")
    assert all(release == "satu" for (release,) in pick(table, "release"))


def test_ties_are_strongest_first_and_can_be_cut(graph: Graph, finder: NameFinder) -> None:
    table = ask(graph, finder, "ties")
    assert pick(table, "releases") == [("2",), ("1",), ("1",)]
    assert pick(table, "first", "last", "issues")[0] == ("2026-02-01", "2026-03-01", "health, trafficking")
    assert ask(graph, finder, "ties", limit=1).rows == table.rows[:1]
    assert ask(graph, finder, "ties", limit=0).rows == ()
    assert len(ask(graph, finder, "ties", institution="polda sulteng").rows) == 1


def test_posts_of_a_person_and_of_a_body(graph: Graph, finder: NameFinder) -> None:
    expected = [("Rahma Adisti", "Kepala BP3MI", "2026-02-01", "satu")]
    for parameters in ({"official": "rahma adisti"}, {"institution": "bp3mi sulteng"}):
        assert (
            pick(ask(graph, finder, "posts", **parameters), "person", "post", "first", "release") == expected
        )
    assert ask(graph, finder, "posts", institution="polda sulteng").rows == ()
    assert pick(ask(graph, finder, "posts"), "person", "institution")[1] == ("Wira Teladan", None)
    assert len(ask(graph, finder, "posts").rows) == 2


def test_events_with_bodies_and_days(graph: Graph, finder: NameFinder) -> None:
    table = ask(graph, finder, "events", institution="bp3mi sulteng", since="2026-01-31", until="2026-01-31")
    assert pick(table, "date", "type", "event", "place") == [
        ("2026-01-31", "audience", "audiensi", "kantor balai")
    ]
    office = "Balai Pelayanan Pelindungan Pekerja Migran Indonesia Sulawesi Tengah"
    assert pick(table, "bodies") == [(f"{office}; DP3A Provinsi Sulawesi Tengah",)]
    assert ask(graph, finder, "events", since="2026-02-01").rows == ()
    assert ask(graph, finder, "events", type="training").rows == ()


def test_statements(graph: Graph, finder: NameFinder) -> None:
    table = ask(graph, finder, "statements", speaker="Rahma Adisti")
    assert pick(table, "speaker", "how", "text") == [("Rahma Adisti", "quoted", "Kami bergerak,")]
    assert ask(graph, finder, "statements", release="dua").rows == ()


def test_pledges(graph: Graph, finder: NameFinder) -> None:
    promised = ask(graph, finder, "statements", pledges="yes")
    assert pick(promised, "speaker", "pledge", "due") == [("Rahma Adisti", "yes", "bulan depan")]
    assert ask(graph, finder, "statements", pledges="no").rows == ()
    with pytest.raises(QueryError, match="neither yes nor no"):
        ask(graph, finder, "statements", pledges="maybe")


def test_agreements_name_all_parties(graph: Graph, finder: NameFinder) -> None:
    table = ask(graph, finder, "agreements", institution=BP3MI, kind="commitment")
    ((parties, about, sentence),) = pick(table, "parties", "about", "sentence")
    assert parties is not None
    assert parties.startswith("9 Lembaga; ")
    assert parties.endswith("; Polda Sulteng")
    assert (about, sentence) == ("rujukan", "BP3MI Sulteng juga menerima Polda Sulteng.")


def test_evidence_has_every_sentence_both_ways(graph: Graph, finder: NameFinder) -> None:
    table = ask(graph, finder, "evidence", a=BP3MI, b=DP3A)
    assert pick(table, "release", "relation") == [
        ("dua", "collaboration: signing"),
        ("satu", "collaboration: meeting"),
        ("satu", "event: audiensi"),
    ]
    assert ask(graph, finder, "evidence", a=DP3A, b=BP3MI).rows == table.rows
    assert pick(ask(graph, finder, "evidence", a="Rahma Adisti", b=BP3MI), "relation") == [
        ("post: Kepala BP3MI",)
    ]
    assert ask(graph, finder, "evidence", a=BP3MI, b=BP3MI).rows == ()


def test_mentions_have_the_promised_columns(graph: Graph, finder: NameFinder) -> None:
    table = ask(graph, finder, "mentions", release="satu")
    assert table.columns == ("release", "surface", "type", "entity", "label")
    assert ("satu", "BP3MI Sulteng", "institution", BASE + BP3MI) in [row[:4] for row in table.rows]
    assert [row[2] for row in table.rows] == ["institution"] * 3 + ["person"]


def test_releases_institutions_and_gaps(graph: Graph, finder: NameFinder) -> None:
    assert pick(ask(graph, finder, "releases"), "release") == [("tiga",), ("dua",), ("satu",)]
    assert pick(ask(graph, finder, "releases", issue="trafficking"), "release") == [("satu",)]
    inside = ask(graph, finder, "institutions", region="jatim", kind="regional-agency")
    assert len(inside.rows) == 2
    gaps = dict(pick(ask(graph, finder, "gaps", issue="trafficking"), "province", "releases"))
    assert "Sulawesi Tengah" not in gaps
    assert (gaps["Jawa Timur"], gaps["Bali"], len(gaps)) == ("2", "0", 37)


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("partners", {}, "partners needs --institution"),
        ("partners", {"institution": BP3MI, "speaker": "x"}, "there is no --speaker; partners takes"),
        ("partners", {"institution": "bp3mi sultengg barat"}, "no body of this graph is named"),
        ("partners", {"institution": "Rahma Adisti"}, "no body of this graph is named"),
        ("partners", {"institution": BP3MI, "issue": "traficking"}, "the nearest are: trafficking"),
        ("events", {"since": "2026-02-30"}, "is no day"),
        ("events", {"since": "besok"}, "is no day"),
        ("statements", {"release": "sat"}, "the nearest are: satu"),
    ],
)
def test_wrong_parameters_are_told(
    graph: Graph, finder: NameFinder, name: str, parameters: dict[str, str], message: str
) -> None:
    with pytest.raises(QueryError) as caught:
        ask(graph, finder, name, **parameters)
    assert message in str(caught.value)


INJECTIONS = [
    "} . ?s ?p ?o . {",
    "x> } UNION { ?s ?p ?o } #",
    '" } ?s ?p ?o { "',
    "UNDEF } ?s ?p ?o VALUES ?x { UNDEF",
    "perdagangan } #",
    "\\u003e } ?s ?p ?o",
    "https://w3id.org/kgraph/institution/x> <y",
    "$(id)",
    "",
    "\n} DROP ALL #",
]


@pytest.mark.parametrize("value", INJECTIONS)
def test_parameters_are_never_sparql(graph: Graph, finder: NameFinder, value: str) -> None:
    for name, parameter in (
        ("partners", "institution"),
        ("posts", "official"),
        ("statements", "speaker"),
        ("ties", "issue"),
        ("events", "since"),
        ("mentions", "release"),
        ("institutions", "region"),
    ):
        with pytest.raises(QueryError):
            ask(graph, finder, name, **{parameter: value})


@pytest.mark.parametrize("value", INJECTIONS)
def test_text_is_a_literal_whatever_it_holds(graph: Graph, finder: NameFinder, value: str) -> None:
    text = "# text (text): any\nSELECT ?_text { VALUES ?_text { UNDEF } }"
    assert ask_free(graph, finder, text, text=value).read_table().rows == ((value,),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT ?x {\n  ?x ?y\n}", "line 3, column 2"),
        ("SELECT ?x { ?x foo:bar ?y }", "Prefix not found"),
        ("INSERT DATA { <a:b> <a:c> <a:d> }", "kgraph build"),
        ("PREFIX a: <b:c>\nDELETE WHERE { ?s ?p ?o }", "kgraph build"),
        ("SELECT * {\n SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "line 2, column 2: SERVICE"),
        ("SELECT * { service silent ?x { ?s ?p ?o } }", "SERVICE"),
        ("", "line 1, column 1"),
    ],
)
def test_wrong_queries_are_told_with_their_place(
    graph: Graph, finder: NameFinder, text: str, message: str
) -> None:
    with pytest.raises(QueryError) as caught:
        ask_free(graph, finder, text)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        'SELECT ?service { BIND("SERVICE <x>" AS ?service) }',
        "SELECT * { ?s <http://example.org/service> ?o } # SERVICE",
        "SELECT * { ?s kg:service ?o }",
    ],
)
def test_the_word_service_is_no_service(graph: Graph, finder: NameFinder, text: str) -> None:
    ask_free(graph, finder, text).read_table()


def test_formats(graph: Graph, finder: NameFinder) -> None:
    select = "SELECT ?t { ?t a kg:Tie } ORDER BY ?t LIMIT 1"
    tie = f"{BASE}tie/bp3mi-sulawesi-tengah--dp3a-sulawesi-tengah"
    assert ask_free(graph, finder, select).serialize("csv").split() == [b"t", tie.encode()]
    assert ask_free(graph, finder, select).serialize("tsv").split() == [b"?t", f"<{tie}>".encode()]
    found = json.loads(ask_free(graph, finder, select).serialize("json"))
    assert found["results"]["bindings"] == [{"t": {"type": "uri", "value": tie}}]
    assert tie.encode() in ask_free(graph, finder, select).serialize("xml")
    construct = "CONSTRUCT { ?t a kg:Tie } { ?t a kg:Tie }"
    answer = ask_free(graph, finder, construct)
    assert answer.is_triples
    assert answer.serialize("nt").count(b"\n") == 3
    assert b" a <" in ask_free(graph, finder, construct).serialize("ttl")
    assert len(ask_free(graph, finder, construct).read_table().rows) == 3
    with pytest.raises(QueryError, match="choose ttl or nt"):
        ask_free(graph, finder, construct).serialize("csv")
    with pytest.raises(QueryError, match="choose csv"):
        ask_free(graph, finder, select).serialize("ttl")


def test_yes_and_no(graph: Graph, finder: NameFinder) -> None:
    yes, no = (ask_free(graph, finder, f"ASK {{ ?s a kg:{name} }}") for name in ("Tie", "Tenure2"))
    assert (yes.is_no, no.is_no) == (False, True)
    assert yes.read_table().rows == (("yes",),)
    assert no.serialize("csv") == b"false\n"


def test_another_base(tmp_path: Path) -> None:
    other = build(tmp_path / "graph", base="https://example.org/g/")
    table = ask(other, make_finder(other), "partners", institution="bp3mi sulteng", issue="trafficking")
    assert (f"https://example.org/g/{DP3A}",) in pick(table, "partner")


TWO = (
    "# Two\n# a (text): one\n# b (text): other\n"
    "SELECT ?_a ?_b { VALUES ?_a { UNDEF } VALUES ?_b { UNDEF } BIND(1 AS ?none) }"
)


@pytest.mark.parametrize(
    "value",
    [
        "VALUES ?_b { UNDEF }",
        "VALUES ?_a { UNDEF }",
        '" } #',
        "\\",
        "\n",
        "'''",
        "?_b",
        "{ UNDEF }",
        "\\u0022",
    ],
)
def test_a_value_never_becomes_part_of_the_query(graph: Graph, finder: NameFinder, value: str) -> None:
    """A value that looks like the place of another one is not filled."""
    for other in ('x" } VALUES ?evil { "y', "z"):
        assert ask_free(graph, finder, TWO, a=value, b=other).read_table().rows == ((value, other),)
        assert ask_free(graph, finder, TWO, a=other, b=value).read_table().rows == ((other, value),)


@pytest.mark.parametrize("kind", ["text", "institution", "person", "entity", "release", "issue", "date"])
def test_a_value_that_is_no_text_is_told(graph: Graph, finder: NameFinder, kind: str) -> None:
    query = f"# One\n# a ({kind}): one\nSELECT * {{ VALUES ?_a {{ UNDEF }} }}"
    with pytest.raises(QueryError, match="--a: the value holds bytes that are no text"):
        ask_free(graph, finder, query, a="\udcff")
