"""A graph folder depends on nothing but the releases that it holds."""

import hashlib
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterable
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext
from pathlib import Path

import msgspec
import pyoxigraph
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.building import Built, build_graph
from kgraph.errors import InputError
from kgraph.graph.opening import Graph, open_graph
from kgraph.graph.record_file import encode_record
from kgraph.lexicon.load import load_lexicon
from kgraph.records import Record
from kgraph.resolution.link import link_records
from tests.building_process import build_file
from tests.gold_records import build_record, list_seen_cases
from tests.linkers import link_by_name
from tests.small_records import RECORD, copy_record

LEXICON = load_lexicon()
GOLD = [build_record(name) for name in list_seen_cases()]
ROOT = Path(__file__).parents[2]
KILLED = {"old": GOLD[:12], "new": GOLD[6:18]}


def build(records: Iterable[Record], folder: Path, *, sync: bool = False, base: str | None = None) -> Built:
    return build_graph(records, folder, lexicon=LEXICON, link=link_records, sync=sync, base=base)


def read_files(folder: Path) -> dict[str, bytes]:
    """Return what a graph holds outside its store."""
    generation = open_graph(folder).generation
    files = {path.name: path.read_bytes() for path in generation.iterdir() if path.is_file()}
    return {**files, "name": generation.name.encode()}


@pytest.fixture(scope="session")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    folder = tmp_path_factory.mktemp("gold") / "graph"
    build(GOLD, folder)
    return open_graph(folder)


def test_counts(gold: Graph) -> None:
    counts = gold.manifest.counts
    assert counts["releases"] == len(GOLD) == len(list(gold.records()))
    assert counts["quads"] == len(gold.store) == gold.graph_file.read_bytes().count(b"\n")
    assert counts["ties"] > 20


def test_rdflib_and_oxigraph_read_the_same_graph(tmp_path: Path) -> None:
    """Without blank nodes two graphs are the same when their quads are."""
    build(GOLD[:3], tmp_path / "graph")
    data = open_graph(tmp_path / "graph").graph_file.read_bytes()
    dataset = rdflib.Dataset()
    dataset.parse(data=data, format="nquads")
    quads = pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.N_QUADS)
    ours = {
        (*(_compare(node) for node in (quad.subject, quad.predicate, quad.object)), quad.graph_name.value)
        for quad in quads
    }
    theirs = {
        (*(_compare(node) for node in quad[:3]), str(getattr(quad[3], "identifier", quad[3])))
        for quad in dataset.quads()
    }
    assert len(ours) == data.count(b"\n")
    assert theirs == ours


def _compare(node: object) -> tuple[str | None, ...]:
    """Return a node of either library as what both agree on."""
    if isinstance(node, pyoxigraph.Literal):
        plain = node.language is not None or node.datatype.value.endswith("#string")
        return node.value, node.language, None if plain else node.datatype.value
    if isinstance(node, rdflib.Literal):
        return str(node), node.language, str(node.datatype) if node.datatype else None
    return (node.value if isinstance(node, pyoxigraph.NamedNode) else str(node),)


def test_no_blank_nodes_and_no_default_graph(gold: Graph) -> None:
    for quad in gold.store:
        assert isinstance(quad.graph_name, pyoxigraph.NamedNode)
        assert not isinstance(quad.subject, pyoxigraph.BlankNode)
        assert not isinstance(quad.object, pyoxigraph.BlankNode)


def test_persons_without_a_public_post_are_in_records_only(tmp_path: Path) -> None:
    build([RECORD], tmp_path / "graph")
    graph = open_graph(tmp_path / "graph")
    assert any(
        official.name == "Wati Lestarini" for record in graph.records() for official in record.officials
    )
    assert b"wati-lestarini" not in graph.graph_file.read_bytes()
    lines = [line for line in graph.graph_file.read_bytes().splitlines() if b"Wati" in line]
    assert all(b"oa#exact" in line or b"schema.org/text" in line for line in lines)


def test_order_and_hash_seed_change_no_byte(tmp_path: Path) -> None:
    outputs = []
    for seed, order in ((1, 1), (2, -1)):
        records = tmp_path / f"records-{seed}.jsonl"
        records.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in GOLD[::order]))
        folder = tmp_path / f"graph-{seed}"
        subprocess.run(
            [sys.executable, "-m", "kgraph", "build", records, "-g", folder],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        outputs.append(read_files(folder))
    assert outputs[0] == outputs[1]


def test_building_the_same_again_changes_nothing(tmp_path: Path) -> None:
    build(GOLD[:5], tmp_path / "graph")
    before = read_files(tmp_path / "graph")
    built = build(GOLD[:5], tmp_path / "graph")
    assert (built.added, built.replaced, built.removed, built.kept) == ((), (), (), 5)
    assert not built.is_changed
    assert read_files(tmp_path / "graph") == before


def test_additions_replacements_and_removals_equal_a_clean_build(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    build([copy_record("a"), copy_record("b")], folder)
    built = build([copy_record("b", text="Tambahan.\n"), copy_record("c")], folder)
    assert (built.added, built.replaced, built.removed, built.kept) == (("c",), ("b",), (), 1)
    clean = [copy_record("a"), copy_record("b", text="Tambahan.\n"), copy_record("c")]
    build(clean, tmp_path / "clean")
    assert read_files(folder) == read_files(tmp_path / "clean")
    built = build([copy_record("c")], folder, sync=True)
    assert built.removed == ("a", "b")
    build([copy_record("c")], tmp_path / "last")
    assert read_files(folder) == read_files(tmp_path / "last")


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["", "x\n"])), st.booleans()),
        min_size=1,
        max_size=3,
    )
)
def test_any_sequence_of_builds_equals_a_clean_build(
    steps: list[tuple[dict[str, str], bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    tmp_path = tmp_path_factory.mktemp("steps")
    held: dict[str, str] = {}
    for texts, sync in steps:
        build([copy_record(name, text=text) for name, text in texts.items()], tmp_path / "graph", sync=sync)
        held = texts if sync else {**held, **texts}
    build([copy_record(name, text=text) for name, text in held.items()], tmp_path / "clean")
    assert read_files(tmp_path / "graph") == read_files(tmp_path / "clean")


def test_nothing_is_removed_when_not_all_could_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    build([copy_record("a"), copy_record("b")], folder)
    read = []

    def is_complete() -> bool:
        assert read == ["c"]
        return False

    def records() -> Iterable[Record]:
        yield copy_record("c")
        read.append("c")

    built = build_graph(
        records(), folder, lexicon=LEXICON, link=link_records, sync=True, is_complete=is_complete
    )
    assert (built.added, built.removed, built.spared, built.kept) == (("c",), (), ("a", "b"), 2)
    build([copy_record(name) for name in "abc"], tmp_path / "clean")
    assert read_files(folder) == read_files(tmp_path / "clean")


def test_identity_is_found_anew_when_a_release_comes(tmp_path: Path) -> None:
    """A release that gives a person a post makes the person public in all releases."""
    nobody = msgspec.structs.replace(
        copy_record("a"),
        officials=(msgspec.structs.replace(RECORD.officials[0], post=None, institution=None),),
        tenures=(),
    )
    for known, records in ((False, [nobody]), (True, [nobody, copy_record("b")])):
        build_graph(records, tmp_path / "graph", lexicon=LEXICON, link=link_by_name)
        store = open_graph(tmp_path / "graph").store
        graph = pyoxigraph.NamedNode("https://w3id.org/kgraph/release/a")
        named = pyoxigraph.NamedNode("https://w3id.org/kgraph/person/rahma-adisti")
        assert bool(list(store.quads_for_pattern(None, None, named, graph))) == known


def test_another_base_moves_resources_and_not_concepts(tmp_path: Path) -> None:
    build([RECORD], tmp_path / "graph", base="https://data.example/id/")
    graph = open_graph(tmp_path / "graph")
    assert graph.base == "https://data.example/id/"
    subjects = {quad.subject.value for quad in graph.store}
    assert any(subject.startswith("https://data.example/id/institution/") for subject in subjects)
    assert not any(subject.startswith("https://w3id.org/kgraph/institution/") for subject in subjects)
    assert "https://w3id.org/kgraph/kind/ministry" in subjects
    build([copy_record("b")], tmp_path / "graph")
    assert open_graph(tmp_path / "graph").base == "https://data.example/id/"


def test_two_texts_under_one_id_are_refused_and_nothing_changes(tmp_path: Path) -> None:
    build([copy_record("a")], tmp_path / "graph")
    before = read_files(tmp_path / "graph")
    with pytest.raises(InputError, match="two different texts"):
        build([copy_record("b"), copy_record("b", text="Lain.\n")], tmp_path / "graph")
    assert read_files(tmp_path / "graph") == before
    assert sorted(path.name for path in (tmp_path / "graph").iterdir()) == ["CURRENT", "LOCK", "generations"]


def test_the_generation_before_is_kept_and_older_ones_are_not(tmp_path: Path) -> None:
    names = []
    for name in "abc":
        build([copy_record(name)], tmp_path / "graph")
        names.append(open_graph(tmp_path / "graph").generation.name)
    kept = {path.name for path in (tmp_path / "graph" / "generations").iterdir()}
    assert kept == set(names[1:])


def test_a_folder_with_something_else_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("x")
    with pytest.raises(InputError, match=r"thesis\.docx"):
        build([RECORD], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_killed_build_leaves_a_graph_that_opens(tmp_path: Path) -> None:
    """A hundred builds are killed at random moments; after each the graph is the old one or the new one."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.building_process"])
    folder = tmp_path / "graph"
    states: dict[str, bytes] = {}
    longest = 0.0
    for name, records in KILLED.items():
        (tmp_path / f"{name}.jsonl").write_bytes(b"".join(map(encode_record, records)))
        started = time.monotonic()
        build(records, tmp_path / name)
        longest = max(longest, time.monotonic() - started)
        states[name] = read_files(tmp_path / name)["records.jsonl"]
    build(KILLED["old"], folder)
    moments = random.Random(5)
    seen = set()
    for number in range(100):
        source = tmp_path / ("new.jsonl" if number % 2 == 0 else "old.jsonl")
        _kill_build(context, source, folder, moments.random() * longest * 1.5)
        found = read_files(folder)
        graph = open_graph(folder)
        assert found["records.jsonl"] in states.values()
        seen.add(found["records.jsonl"])
        for file, seal in graph.manifest.files.items():
            assert hashlib.sha256(found[file]).hexdigest() == seal.sha256
        assert len(graph.store) == found["graph.nq"].count(b"\n")
    assert seen == set(states.values()), "the moments reach from before the work to after it"
    build(KILLED["new"], folder, sync=True)
    build(KILLED["new"], tmp_path / "clean")
    assert read_files(folder) == read_files(tmp_path / "clean")
    assert sorted(path.name for path in folder.iterdir()) == ["CURRENT", "LOCK", "generations"]


def _kill_build(context: ForkServerContext, records: Path, folder: Path, after: float) -> None:
    """Build in a process of its own and kill that some seconds after it began."""
    here, there = context.Pipe()
    process = context.Process(target=build_file, args=(records, folder, there))
    process.start()
    here.recv()
    time.sleep(after)
    process.kill()
    process.join()


def test_a_second_build_waits_for_the_first(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    program = (
        "import sys; from pathlib import Path\n"
        "from kgraph.graph.staging import lock_folder\n"
        "with lock_folder(Path(sys.argv[1]), wait=lambda: None):\n"
        "    print('held', flush=True); sys.stdin.readline()\n"
    )
    told = []
    command = [sys.executable, "-c", program, folder]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline() == "held\n"

        def wait() -> None:
            told.append("waiting")
            process.communicate("\n")

        build_graph([RECORD], folder, lexicon=LEXICON, link=link_records, wait=wait)
    assert told == ["waiting"]
    assert open_graph(folder).manifest.counts["releases"] == 1


def test_a_full_disk_is_an_error_and_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build([RECORD], tmp_path / "graph")
    before = read_files(tmp_path / "graph")

    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(InputError, match="No space left on device"):
        build([copy_record("b")], tmp_path / "graph")
    monkeypatch.undo()
    assert read_files(tmp_path / "graph") == before
