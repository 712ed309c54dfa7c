"""The commands that ask: query and explain."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kgraph.cli.main import cli
from kgraph.errors import KGraphError
from tests.unit.querying.graphs import build

BODY = "bp3mi sulteng"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("commanded") / "graph"
    build(path)
    return str(path)


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(cli, list(arguments), input=text)


def test_without_a_name_the_questions_are_listed_with_what_they_take() -> None:
    result = run("query")
    assert result.exit_code == 0
    assert "partners  Who works with a body" in result.stdout
    assert "--institution  the body asked about (needed)" in result.stdout


def test_one_question_tells_what_it_takes() -> None:
    result = run("query", "gaps", "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("gaps  Provinces")
    assert "tells silence from absence" in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("-g", "{}", "partners", "--institution", BODY),
        ("partners", f"--institution={BODY}", "-g", "{}"),
        ("--institution", BODY, "partners", "--graph", "{}"),
    ],
)
def test_options_may_stand_anywhere(folder: str, arguments: tuple[str, ...]) -> None:
    result = run("query", *(word.replace("{}", folder) for word in arguments))
    assert result.exit_code == 0, result.output
    assert "DP3A" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nobody",), "there is no question"),
        (("partners", "posts"), "one question at a time"),
        (("partners", "--institution"), "needs a value"),
        (("partners", "--institution", "a", "--institution", "b"), "given twice"),
        (("ties", "-x"), "there is no -x"),
        (("-", "--limit", "3"), "write LIMIT"),
        (("--institution", "x"), "needs a question"),
        (("statements", "--pledges", "no", "partners"), "one question at a time"),
        (("statements", "--pledges", "--speaker"), "needs a value"),
    ],
)
def test_wrong_usage(folder: str, arguments: tuple[str, ...], message: str) -> None:
    result = run("query", "-g", folder, *arguments, text="SELECT * {}")
    assert result.exit_code == 2
    assert message in result.output


def test_a_graph_must_be_named() -> None:
    result = run("query", "ties")
    assert (result.exit_code, "-g GRAPH" in result.output) == (2, True)


def test_a_free_query_from_a_file_or_the_standard_input(folder: str, tmp_path: Path) -> None:
    query = "# body (entity): whose\nSELECT ?label { VALUES ?_body { UNDEF } ?_body skos:prefLabel ?label }"
    path = tmp_path / "mine.rq"
    path.write_text(query, "utf-8")
    for name in (str(path), "-"):
        result = run("query", "-g", folder, name, "--body", BODY, "--as", "csv", text=query)
        assert result.exit_code == 0, result.output
        assert result.stdout.splitlines() == [
            "label",
            "Balai Pelayanan Pelindungan Pekerja Migran Indonesia Sulawesi Tengah",
        ]


def test_a_file_that_is_not_there(folder: str) -> None:
    result = run("query", "-g", folder, "nowhere.rq")
    assert isinstance(result.exception, KGraphError)


def test_formats_on_the_command_line(folder: str) -> None:
    found = run("query", "-g", folder, "ties", "--limit", "1", "--as", "json")
    assert len(json.loads(found.stdout)["results"]["bindings"]) == 1
    turtle = run("query", "-g", folder, "-", text="CONSTRUCT { ?t a kg:Tie } { ?t a kg:Tie }")
    assert turtle.stdout.count("ontology#Tie") == 3


def test_no_rows_are_told_on_the_error_stream(folder: str) -> None:
    result = run("query", "-g", folder, "posts", "--institution", "polda sulteng")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no rows" in result.stderr


def test_no_is_exit_code_one(folder: str) -> None:
    assert run("query", "-g", folder, "-", text="ASK { ?s a kg:Nothing }").exit_code == 1
    assert run("query", "-g", folder, "-", text="ASK { ?s a kg:Tie }").exit_code == 0


def test_explain_a_tie(folder: str) -> None:
    office = "Balai Pelayanan Pelindungan Pekerja Migran Indonesia Sulawesi Tengah"
    result = run("explain", "-g", folder, BODY, "DP3A Sulteng")
    assert result.stdout.splitlines() == [
        "2 sentences in 2 releases",
        "",
        "2026-03-01  dua  https://contoh.example/dua",
        "  [collaboration: signing]",
        f"  {office} dan DP3A Sulteng meneken nota.",
        "",
        "2026-02-01  satu  https://contoh.example/satu",
        "  [collaboration: meeting; event: audiensi]",
        "  BP3MI Sulteng menerima DP3A Provinsi Sulawesi Tengah untuk membahas perdagangan orang.",
    ]


def test_explain_a_name(folder: str) -> None:
    result = run("explain", "-g", folder, "polda sulteng")
    assert result.stdout.splitlines()[0] == "1 sentence in 1 release"
    assert "BP3MI Sulteng juga menerima Polda Sulteng." in result.stdout


def test_explain_says_when_nothing_ties_them(folder: str) -> None:
    result = run("explain", "-g", folder, BODY, "bp3mi sultra")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no sentence" in result.stderr


@pytest.mark.parametrize("command", [("query", "mentions"), ("explain", BODY)])
def test_a_closed_pipe_is_no_trouble(folder: str, command: tuple[str, ...]) -> None:
    name, *rest = command
    process = subprocess.Popen(
        [sys.executable, "-m", "kgraph", name, "-g", folder, *rest],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait()


def test_a_query_in_a_file_may_begin_with_a_mark_and_is_named_where_it_is_wrong(
    folder: str, tmp_path: Path
) -> None:
    path = tmp_path / "asked.rq"
    path.write_bytes(b"\xef\xbb\xbfASK {}\r\n")
    assert run("query", "-g", folder, str(path)).exit_code == 0
    assert run("query", "-g", folder, "-", text="\ufeffASK {}").exit_code == 0
    path.write_text("SELECT * {\n ?s ?p")
    error = run("query", "-g", folder, str(path)).exception
    assert isinstance(error, KGraphError)
    assert str(error) == f"{path}: line 2, column 7: this is not SPARQL"
    path.write_bytes(b"\xff")
    error = run("query", "-g", folder, str(path)).exception
    assert str(error) == f"{path}: the query cannot be read: save it as UTF-8"
    error = run("query", "-g", folder, str(tmp_path / "none.rq")).exception
    assert str(error) == f"{tmp_path / 'none.rq'}: the query cannot be read: No such file or directory"


def test_what_is_wrong_with_a_name_is_told_in_the_words_of_the_command(folder: str) -> None:
    error = run("explain", "-g", folder, "zzz").exception
    assert str(error) == 'no body or person of this graph is named "zzz"'
