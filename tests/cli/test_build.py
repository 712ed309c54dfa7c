"""Building, checking and exporting as users do it."""

import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest

from kgraph.graph.opening import open_graph
from tests.cli.test_commands import TEXTS, run


def test_releases_are_added_and_removed(tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    first = run("build", TEXTS[0], "-g", graph)
    assert (first.returncode, first.stdout.splitlines()[0]) == (
        0,
        f"{graph}: 1 release (1 new, 0 replaced, 0 removed, 0 as before)",
    )
    assert not re.search(r"\b1 \w+s\b", first.stdout)
    second = run("build", TEXTS[1], "-g", graph)
    assert "2 releases (1 new, 0 replaced, 0 removed, 1 as before)" in second.stdout
    third = run("build", TEXTS[1], TEXTS[2], "-g", graph, "--sync")
    assert "2 releases (1 new, 0 replaced, 1 removed, 1 as before)" in third.stdout


def test_records_build_the_graph_that_their_texts_build(tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    run("extract", *TEXTS, "-o", records)
    run("build", records, "-g", tmp_path / "one")
    run("build", *reversed(TEXTS), "-g", tmp_path / "two")
    one, two = open_graph(tmp_path / "one"), open_graph(tmp_path / "two")
    assert one.generation.name == two.generation.name
    assert one.graph_file.read_bytes() == two.graph_file.read_bytes()


def test_what_fails_is_listed_and_the_rest_is_built(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF")
    done = run("build", broken, TEXTS[0], "-g", tmp_path / "graph")
    assert done.returncode == 3
    assert "broken.pdf" in done.stderr
    assert open_graph(tmp_path / "graph").manifest.counts["releases"] == 1


def test_nothing_to_read_leaves_the_graph_as_it_was(tmp_path: Path) -> None:
    graph, empty = tmp_path / "graph", tmp_path / "empty"
    empty.mkdir()
    run("build", TEXTS[0], "-g", graph)
    done = run("build", empty, "-g", graph, "--sync")
    assert done.returncode == 2
    assert "nothing to read" in done.stderr
    assert open_graph(graph).manifest.counts["releases"] == 1


@pytest.mark.parametrize(
    "base", ["example.org/", "https://example.org", "https://example.org/a b/", "urn:x:"]
)
def test_a_base_that_is_no_address_is_wrong_usage(tmp_path: Path, base: str) -> None:
    done = run("build", TEXTS[0], "-g", tmp_path / "graph", "--base", base)
    assert done.returncode == 2
    assert "ends with /" in done.stderr


def test_check_tells_what_is_wrong_and_says_no(tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    run("build", TEXTS[0], "-g", graph)
    path = open_graph(graph).graph_file
    content = path.read_bytes()
    path.write_bytes(content.replace(b"2025", b"2035").replace(b"2026", b"2036"))
    done = run("check", "-g", graph)
    assert done.returncode == 1
    assert "graph.nq: the file was changed after it was built" in done.stdout


@pytest.mark.parametrize("ending", ["nq", "nt", "trig", "ttl"])
def test_export_to_a_file_and_to_the_standard_output(tmp_path: Path, ending: str) -> None:
    graph, file = tmp_path / "graph", tmp_path / f"out.{ending}"
    run("build", TEXTS[0], "-g", graph)
    assert run("export", "-g", graph, "-o", file).returncode == 0
    assert run("export", "-g", graph, "-o", "-", "--as", ending).stdout == file.read_text("utf-8")


@pytest.mark.parametrize("ending", ["jsonld", "graphml", "gexf", "void.ttl"])
def test_other_formats_are_chosen_by_ending(tmp_path: Path, ending: str) -> None:
    graph, file = tmp_path / "graph", tmp_path / f"out.{ending}"
    run("build", TEXTS[0], "-g", graph)
    assert run("export", "-g", graph, "-o", file).returncode == 0
    name = "void" if ending == "void.ttl" else ending
    assert run("export", "-g", graph, "-o", "-", "--as", name).stdout == file.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "format_"), [("out.csv/", None), ("t", "csv"), ("n", "neo4j"), ("s", "site")]
)
def test_folders_are_written_and_written_again(tmp_path: Path, name: str, format_: str | None) -> None:
    graph, target = tmp_path / "graph", tmp_path / name
    run("build", TEXTS[0], "-g", graph)
    options = ["-o", f"{tmp_path}/{name}", *(["--as", format_] if format_ else [])]
    for _ in range(2):
        done = run("export", "-g", graph, *options)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    mark = json.loads((target / "kgraph-export.json").read_text("utf-8"))
    for file, digest in mark["files"].items():
        assert hashlib.sha256((target / file).read_bytes()).hexdigest() == digest
    (target / "notes.txt").write_text("mine")
    done = run("export", "-g", graph, *options)
    assert done.returncode == 2
    assert "notes.txt" in done.stderr
    assert (target / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["-o", "x.csv"], "NAME.csv/ or --as csv"),
        (["-o", "-", "--as", "site"], "folder of files"),
        (["-o", "x.jsonld", "--reifiers"], "--reifiers is for nq, nt, trig, ttl"),
        (["-o", "x.nq", "--licence", "CC BY"], "address of the licence"),
        (["-o", "x.nq", "--licence", "https://x.example/>"], "address of the licence"),
        (["-o", "x/"], ".csv/"),
    ],
)
def test_exports_that_make_no_sense_are_told(tmp_path: Path, options: list[str], told: str) -> None:
    graph = tmp_path / "graph"
    run("build", TEXTS[0], "-g", graph)
    done = run("export", "-g", graph, *options)
    assert done.returncode == 2
    assert told in done.stderr


def test_reifiers_and_left_out_words_are_options(tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    run("build", TEXTS[0], "-g", graph)
    plain, reified, bare = (
        run("export", "-g", graph, "-o", "-", "--as", "nt", *options).stdout
        for options in ([], ["--reifiers"], ["--without-bodies"])
    )
    assert "rdf-syntax-ns#reifies> <<( <" in reified
    assert set(plain.splitlines()) < set(reified.splitlines())
    assert set(bare.splitlines()) < set(plain.splitlines())
    assert "oa#exact" not in bare


def test_unknown_format_is_wrong_usage(tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    run("build", TEXTS[0], "-g", graph)
    for arguments in (["-o", tmp_path / "x.rdf"], ["-o", "-"], ["-o", "-", "--as", "rdf"]):
        done = run("export", "-g", graph, *arguments)
        assert done.returncode == 2
        assert "ttl" in done.stderr


def test_no_change_is_said(tmp_path: Path) -> None:
    run("build", TEXTS[0], "-g", tmp_path / "graph")
    again = run("build", TEXTS[0], "-g", tmp_path / "graph", "--sync")
    assert (again.returncode, again.stdout.splitlines()[0]) == (
        0,
        f"{tmp_path / 'graph'}: 1 release (0 new, 0 replaced, 0 removed, 1 as before); nothing has changed",
    )


def test_sync_removes_nothing_when_inputs_fail(tmp_path: Path) -> None:
    graph, broken = tmp_path / "graph", tmp_path / "broken.txt"
    broken.write_bytes(b"\0")
    run("build", TEXTS[0], TEXTS[1], "-g", graph)
    done = run("build", TEXTS[1], TEXTS[2], broken, "-g", graph, "--sync")
    assert done.returncode == 3
    assert "3 releases (1 new, 0 replaced, 0 removed, 2 as before)" in done.stdout
    assert "--sync removed nothing, since inputs failed: 1 release of the graph" in done.stderr
    none = run("build", broken, "-g", graph, "--sync")
    assert (none.returncode, none.stdout) == (3, "")
    assert "--sync removed nothing" in none.stderr
    assert open_graph(graph).manifest.counts["releases"] == 3


def test_a_damaged_graph_is_mended_by_a_build(tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    run("build", TEXTS[0], TEXTS[1], "-g", graph)
    for name in ("graph.nq", "store"):
        path = open_graph(graph).generation / name
        shutil.rmtree(path) if path.is_dir() else path.write_bytes(b"")
        asked = run("query", "-g", graph, "ties")
        assert asked.returncode == 2
        assert "mend the graph with: kgraph build" in asked.stderr
        assert run("build", TEXTS[0], "-g", graph).returncode == 0
        assert run("check", "-g", graph).returncode == 0
        assert open_graph(graph).manifest.counts["releases"] == 2


def test_releases_are_removed_by_id(tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    run("build", *TEXTS, "-g", graph)
    names = [record.release.id for record in open_graph(graph).records()]
    done = run("remove", names[0], "-g", graph)
    assert done.returncode == 0
    assert (
        f"{len(names) - 1} releases (0 new, 0 replaced, 1 removed, {len(names) - 1} as before)" in done.stdout
    )
    again = run("remove", names[0], "-g", graph)
    assert again.returncode == 2
    assert f"{names[0]}: the graph has no release with this id, so nothing is removed" in again.stderr
    run("build", *TEXTS[1:], "-g", tmp_path / "clean")
    assert open_graph(graph).generation.name == open_graph(tmp_path / "clean").generation.name


def test_a_person_is_removed_with_all_generations_that_know_it(tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    run("build", *TEXTS[:2], "-g", graph)
    run("build", *TEXTS, "-g", graph)
    name = next(item.name for record in open_graph(graph).records() for item in record.officials)
    done = run("remove", "--person", name, "-g", graph)
    assert done.returncode == 0, done.stderr
    assert f"{name}: of the releases in the graph was named by 1" in done.stderr
    assert len(list((graph / "generations").iterdir())) == 1
    assert run("check", "-g", graph).returncode == 0
    nobody = run("remove", "--person", "Orang Lain", "-g", graph)
    assert nobody.returncode == 1
    assert "was named by none" in nobody.stderr


def test_what_to_remove_must_be_said(tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    run("build", TEXTS[0], "-g", graph)
    assert run("remove", "-g", graph).returncode == 2
    assert run("remove", "-g", graph, "--person", "...").returncode == 2
    assert open_graph(graph).manifest.counts["releases"] == 1


def test_as_many_generations_are_kept_as_asked(tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    for text in TEXTS[:3]:
        run("build", text, "-g", graph, "--keep", 5)
    assert len(list((graph / "generations").iterdir())) == 3
    run("build", TEXTS[0], "-g", graph, "--keep", 1)
    kept = [path.name for path in (graph / "generations").iterdir()]
    assert kept == [open_graph(graph).generation.name]
