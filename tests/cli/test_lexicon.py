"""A lexicon of the user's own: what it adds is read, built, asked and drawn; what is wrong in it is told."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from kgraph.graph.opening import open_graph
from tests.cli.test_commands import ROOT, run

EXAMPLE = ROOT / "docs" / "example-lexicon"
RELEASE = ROOT / "docs" / "example-release.txt"
BASE = "https://example.org/g/"


def read(*arguments: str | Path) -> dict[str, Any]:
    done = run("extract", *arguments)
    assert done.returncode == 0, done.stderr
    record: dict[str, Any] = json.loads(done.stdout)
    return record


def build(folder: Path, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    done = run("build", RELEASE, "-g", folder, *arguments)
    assert done.returncode == 0, done.stderr
    return done


def read_graph(folder: Path) -> tuple[str, bytes, str]:
    graph = open_graph(folder)
    return graph.generation.name, graph.graph_file.read_bytes(), graph.manifest.knowledge


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph that was built with a copy of the example, which is gone."""
    folder = tmp_path_factory.mktemp("own")
    shutil.copytree(EXAMPLE, folder / "words")
    build(folder / "graph", "--lexicon", folder / "words", "--base", BASE)
    shutil.rmtree(folder / "words")
    return folder / "graph"


def test_body_post_cue_and_issue_are_read() -> None:
    before, after = read(RELEASE), read(RELEASE, "--lexicon", EXAMPLE)
    assert "SAMANTARA" not in {body["acronym"] for body in before["institutions"]}
    assert [body["name"] for body in after["institutions"] if body["acronym"] == "SAMANTARA"] == [
        "Sahabat Migran Nusantara"
    ]
    assert [person["post"] for person in before["officials"]] == [None]
    (official,) = after["officials"]
    assert (official["post"], official["institution"]) == ("Penggerak SAMANTARA", "Sahabat Migran Nusantara")
    assert not {"financing", "travel-documents"} & {issue["issue"] for issue in before["issues"]}
    assert {"financing", "travel-documents"} <= {issue["issue"] for issue in after["issues"]}
    assert (len(before["collaborations"]), len(after["collaborations"])) == (0, 1)


def test_the_option_may_be_given_again(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    shutil.copytree(EXAMPLE, one, ignore=shutil.ignore_patterns("posts.toml"))
    shutil.copytree(EXAMPLE, two, ignore=shutil.ignore_patterns("issues.toml", "institutions.csv"))
    assert read(RELEASE, "--lexicon", one, "--lexicon", two) == read(RELEASE, "--lexicon", EXAMPLE)


def test_worker_processes_have_the_same_words(tmp_path: Path) -> None:
    text = RELEASE.read_text("utf-8")
    rows = [json.dumps({"id": f"r{number}", "text": text}) for number in range(50)]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows))
    arguments = (tmp_path / "rows.jsonl", "--lexicon", EXAMPLE, "--jobs")
    one, two = run("extract", *arguments, "1"), run("extract", *arguments, "2")
    assert one.stdout == two.stdout
    assert two.stdout.count('"travel-documents"') == 50


def test_a_graph_is_asked_by_what_was_added(graph: Path) -> None:
    for issue in ("travel-documents", "travel documents", "dokumen perjalanan"):
        assert "example-release" in run("query", "-g", graph, "releases", "--issue", issue).stdout
    wrong = run("query", "-g", graph, "releases", "--issue", "travel document")
    assert (wrong.returncode, "travel-documents" in wrong.stderr) == (2, True)
    ties = run("query", "-g", graph, "ties", "--issue", "travel-documents").stdout
    assert "Sahabat Migran Nusantara" in ties
    assert "travel-documents" in ties
    assert "Dinas Sosial" in run("query", "-g", graph, "partners", "--institution", "Sahabat Migran").stdout
    assert "3 sentences" in run("explain", "-g", graph, "samantara").stdout


def test_a_graph_describes_its_own_issue_below_its_base(graph: Path) -> None:
    lines = open_graph(graph).graph_file.read_text("utf-8")
    concept = f"<{BASE}issue/travel-documents>"
    for said in (
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2004/02/skos/core#Concept>",
        "<http://www.w3.org/2004/02/skos/core#inScheme> <https://w3id.org/kgraph/issue>",
        '<http://www.w3.org/2004/02/skos/core#prefLabel> "dokumen perjalanan"@id',
        '<http://www.w3.org/2004/02/skos/core#prefLabel> "travel documents"@en',
    ):
        assert f"{concept} {said}" in lines
    assert f"dc/terms/subject> {concept}" in lines
    assert "https://w3id.org/kgraph/issue/travel-documents" not in lines
    assert "<https://w3id.org/kgraph/issue/financing>" in lines
    assert run("check", "-g", graph).returncode == 0


def test_page_and_export_have_the_label(graph: Path, tmp_path: Path) -> None:
    run("render", "-g", graph, "-o", tmp_path / "page.html")
    assert '"id":"dokumen perjalanan"' in (tmp_path / "page.html").read_text("utf-8")
    run("export", "-g", graph, "-o", tmp_path / "graph.ttl")
    assert '"travel documents"@en' in (tmp_path / "graph.ttl").read_text("utf-8")


def test_the_same_words_give_the_same_graph_wherever_they_lie(graph: Path, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "README.md").write_text("not read")
    build(tmp_path / "graph", "--lexicon", tmp_path / "elsewhere", "--base", BASE)
    assert read_graph(tmp_path / "graph") == read_graph(graph)


def test_a_changed_word_is_another_graph(graph: Path, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "words")
    with (tmp_path / "words" / "issues.toml").open("a") as file:
        file.write("# a remark\n")
    done = build(tmp_path / "graph", "--lexicon", tmp_path / "words", "--base", BASE)
    assert read_graph(tmp_path / "graph")[2] != read_graph(graph)[2]
    assert "1 new" in done.stdout
    (tmp_path / "words" / "issues.toml").unlink()
    again = build(tmp_path / "graph", "--lexicon", tmp_path / "words")
    assert "1 replaced" in again.stdout
    assert b"travel-documents" not in open_graph(tmp_path / "graph").graph_file.read_bytes()


def test_a_build_without_a_word_of_it_keeps_the_lexicon(graph: Path, tmp_path: Path) -> None:
    shutil.copytree(graph, tmp_path / "graph")
    done = build(tmp_path / "graph")
    assert "was built with a lexicon of your own, and is again" in done.stderr
    assert "nothing has changed" in done.stdout
    assert read_graph(tmp_path / "graph") == read_graph(graph)


def test_the_settings_of_a_graph_name_its_lexicon(graph: Path, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    folder.mkdir()
    shutil.copytree(EXAMPLE, folder / "lexicon")
    (folder / "kgraph.toml").write_text('lexicon = "lexicon"\n')
    done = build(folder, "--base", BASE)
    assert f"lexicon of your own, as {folder / 'kgraph.toml'} says: {folder / 'lexicon'}" in done.stderr
    assert read_graph(folder) == read_graph(graph)
    assert (folder / "lexicon" / "issues.toml").is_file()
    (tmp_path / "none").mkdir()
    done = build(folder, "--lexicon", tmp_path / "none")
    assert "kgraph.toml is passed over, since --lexicon is given" in done.stderr
    assert b"travel-documents" not in open_graph(folder).graph_file.read_bytes()
    (folder / "kgraph.toml").write_text('lexicn = "lexicon"\n')
    done = run("build", RELEASE, "-g", folder)
    assert (done.returncode, "kgraph.toml:1: there is no setting lexicn" in done.stderr) == (2, True)


def test_a_kept_record_with_an_issue_that_is_gone_stops_the_build(graph: Path, tmp_path: Path) -> None:
    shutil.copytree(graph, tmp_path / "graph")
    before = read_graph(tmp_path / "graph")
    (tmp_path / "none").mkdir()
    (tmp_path / "other.txt").write_text("Isi.")
    done = run("build", tmp_path / "other.txt", "-g", tmp_path / "graph", "--lexicon", tmp_path / "none")
    assert done.returncode == 2
    assert "example-release: there is no issue 'travel-documents'" in done.stderr
    assert read_graph(tmp_path / "graph") == before


def test_a_damaged_copy_is_told_and_mended(graph: Path, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    shutil.copytree(graph, folder)
    before = read_graph(folder)
    copy = open_graph(folder).generation / "lexicon" / "1" / "issues.toml"
    copy.write_text("")
    done = run("explain", "-g", folder, "samantara")
    assert (done.returncode, "the copy of the lexicon is damaged" in done.stderr) == (2, True)
    assert run("check", "-g", folder).returncode == 1
    build(folder, "--lexicon", EXAMPLE)
    assert copy.read_bytes() == (EXAMPLE / "issues.toml").read_bytes()
    assert read_graph(folder) == before


def test_records_with_an_own_issue_are_read_with_the_lexicon_alone(tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    run("extract", RELEASE, "--lexicon", EXAMPLE, "-o", records)
    refused = run("build", records, "-g", tmp_path / "a")
    assert "there is no issue 'travel-documents'" in refused.stderr
    assert run("build", records, "-g", tmp_path / "b", "--lexicon", EXAMPLE).returncode == 0


@pytest.mark.parametrize("command", ["extract", "build", "evaluate", "check"])
def test_every_command_tells_all_that_is_wrong(tmp_path: Path, command: str) -> None:
    words = tmp_path / "words"
    words.mkdir()
    (words / "posts.toml").write_text('hads = ["x"]\n')
    (words / "institutions.csv").write_text("key,name,acronym,kind\nx,Badan X,BNN,other\n")
    arguments = {
        "extract": ("extract", RELEASE),
        "build": ("build", RELEASE, "-g", tmp_path / "graph"),
        "evaluate": ("evaluate", "data/gold"),
        "check": ("check",),
    }
    done = run(*arguments[command], "--lexicon", words)
    told = done.stdout + done.stderr
    assert done.returncode == (1 if command == "check" else 2)
    assert f"{words}/institutions.csv:2: BNN is known already and means bnn, not x" in told
    assert f"{words}/posts.toml:1: there is no hads here; did you mean heads?" in told


def test_check_tells_what_is_known_already(tmp_path: Path) -> None:
    assert run("check", "--lexicon", EXAMPLE).returncode == 0
    (tmp_path / "posts.toml").write_text('# mine\nheads = ["Kepala"]\n')
    done = run("check", "--lexicon", tmp_path)
    assert (done.returncode, done.stdout) == (1, f"{tmp_path}/posts.toml:2: Kepala is known already\n")
    assert run("extract", RELEASE, "--lexicon", tmp_path).returncode == 0


def test_evaluation_reads_with_the_words(tmp_path: Path) -> None:
    gold = {"id": "x", "institutions": [{"name": "Sahabat Migran Nusantara", "kind": "ngo-union"}]}
    (tmp_path / "x.json").write_text(json.dumps(gold | {"issues": ["travel-documents", "financing"]}))
    shutil.copy(RELEASE, tmp_path / "x.txt")
    plain, own = run("evaluate", tmp_path), run("evaluate", tmp_path, "--lexicon", EXAMPLE)
    line = re.compile(r"^issues\b.*$", re.MULTILINE)
    before, after = line.search(plain.stdout), line.search(own.stdout)
    assert before
    assert after
    assert before[0] != after[0]
