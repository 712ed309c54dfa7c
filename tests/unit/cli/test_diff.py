"""The command that tells what is new and what is gone."""

import json
import re
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from kgraph.building import build_graph
from kgraph.cli.main import cli
from kgraph.errors import KGraphError
from kgraph.graph.opening import open_graph, open_previous
from kgraph.graph.suppressed import add_suppressed
from kgraph.lexicon.load import load_lexicon
from kgraph.suppression import hash_name
from tests.linkers import link_by_name
from tests.small_records import RECORD
from tests.unit.querying.graphs import RECORDS, build

HOSTILE = "Balai \x1b[2J\x07Jahat\u202e \x9b31m\r\nPalsu"
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of which the generation before had one release only."""
    path = tmp_path_factory.mktemp("compared") / "graph"
    build(path, RECORDS[1:2])
    build(path)
    return path


@pytest.fixture
def generations(folder: Path) -> tuple[str, str]:
    current = open_graph(folder)
    return str(open_previous(current).generation), str(current.generation)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["diff", *map(str, arguments)])


def test_a_graph_alone_is_compared_with_its_generation_before(
    folder: Path, generations: tuple[str, str]
) -> None:
    result = run(folder)
    assert result.exit_code == 0, result.output
    assert result.stdout == run(*generations).stdout == run(generations[0], folder).stdout
    assert (
        "New releases: 2\n  2026-04-01  tiga  Judul tiga\n    https://contoh.example/tiga\n" in result.stdout
    )
    tie = (
        ", 1 release, 2026-02-01\n"
        "    2026-02-01 satu: “BP3MI Sulteng juga menerima Polda Sulteng.”\n"
        "    https://contoh.example/satu\n"
    )
    assert tie in result.stdout
    assert ", 2 releases (before: 1), 2026-02-01 to 2026-03-01\n" in result.stdout
    assert "\nNew posts: 1\n  Rahma Adisti: Kepala" in result.stdout
    assert "gone" not in result.stdout


def test_nothing_has_changed(folder: Path) -> None:
    result = run(folder, folder)
    assert (result.exit_code, "Nothing has changed." in result.stdout) == (0, True)


def test_no_generation_before_is_told(tmp_path: Path) -> None:
    build(tmp_path / "graph", RECORDS[:1])
    error = run(tmp_path / "graph").exception
    assert isinstance(error, KGraphError)
    assert "keeps no earlier generation" in str(error)


@pytest.mark.parametrize("arguments", [("nowhere",), ("nowhere", "{}"), ("{}", "nowhere")])
def test_what_is_no_graph_is_told(folder: Path, arguments: tuple[str, ...]) -> None:
    error = run(*(word.replace("{}", str(folder)) for word in arguments)).exception
    assert isinstance(error, KGraphError)
    assert str(error).startswith("nowhere: ")


def test_json_has_what_the_words_tell(folder: Path) -> None:
    result = run(folder, "--as", "json")
    report = json.loads(result.stdout)
    assert list(report) == [
        "old",
        "new",
        "about",
        "issue",
        "releases",
        "institutions",
        "identities",
        "ties",
        "posts",
        "agreements",
    ]
    assert report["releases"]["new"]["count"] == 2
    assert report["ties"]["stronger"]["items"][0]["sentence"]["release"] == "satu"
    assert result.stdout == run(folder, "--as", "json").stdout


def test_a_limit_is_told(folder: Path) -> None:
    words = run(folder, "--limit", "1").stdout
    assert (
        "New releases: 2\n  2026-04-01  tiga  Judul tiga\n    https://contoh.example/tiga\n  and 1 more\n"
        in words
    )
    assert "more" not in run(folder, "--limit", "0").stdout.replace("Ties in more", "")


@pytest.mark.parametrize("name", ["polda sulteng", "Polda Sulteng", "POLDA SULAWESI TENGAH"])
def test_an_institution_as_people_name_it(folder: Path, name: str) -> None:
    words = run(folder, "--institution", name).stdout
    assert "New releases: 1\n" in words
    assert "New ties: 1\n" in words
    assert "posts" not in words


def test_an_institution_that_only_the_older_generation_has(
    folder: Path, generations: tuple[str, str]
) -> None:
    words = run(*reversed(generations), "--institution", "polda sulteng").stdout
    assert "Ties that are gone: 1\n" in words


def test_an_issue(folder: Path) -> None:
    words = run(folder, "--issue", "trafficking").stdout
    assert "New releases: 1\n" in words
    assert "New ties: 1\n" in words
    assert "institutions" not in words


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--institution", "Polda Entah", 'no body of this graph is named "Polda Entah"'),
        ("--institution", "", "no body"),
        ("--institution", "\udcff", "no text"),
        ("--issue", "weather", 'there is no issue "weather"'),
    ],
)
def test_names_that_nothing_has(folder: Path, option: str, value: str, message: str) -> None:
    error = run(folder, option, value).exception
    assert isinstance(error, KGraphError)
    assert str(error).startswith(f"{option}: ")
    assert message in str(error)


def test_quads_make_one_generation_of_the_other(folder: Path, tmp_path: Path) -> None:
    added, removed = tmp_path / "added.nq", tmp_path / "removed.nq"
    result = run(folder, "--added", added, "--removed", removed)
    assert result.exit_code == 0, result.output
    assert "New releases: 2" in result.stdout
    current = open_graph(folder)
    old, new = (
        set(graph.graph_file.read_bytes().splitlines()) for graph in (open_previous(current), current)
    )
    assert old - set(removed.read_bytes().splitlines()) | set(added.read_bytes().splitlines()) == new
    assert set(removed.read_bytes().splitlines()) == old - new
    stdout = run(folder, "--added", "-").stdout_bytes
    assert stdout == added.read_bytes()


@pytest.mark.parametrize("place", ["-", "one.nq"])
def test_two_files_need_two_places(folder: Path, place: str) -> None:
    result = run(folder, "--added", place, "--removed", place)
    assert (result.exit_code, "one place" in result.output) == (2, True)


def test_signs_that_steer_a_terminal_do_not_reach_it(tmp_path: Path) -> None:
    office = msgspec.structs.replace(RECORD.institutions[0], acronym=HOSTILE, region_code=None)
    agreement = msgspec.structs.replace(RECORD.agreements[0], about=HOSTILE, parties=(office.name, HOSTILE))
    body = RECORD.release.body.replace("Kedua kantor", "Kedua\x1b[2m \u202ean")
    record = msgspec.structs.replace(
        RECORD,
        release=msgspec.structs.replace(
            RECORD.release, title=HOSTILE, body=body, url=f"https://a.example/{HOSTILE}"
        ),
        institutions=(office, RECORD.institutions[1]),
        officials=(msgspec.structs.replace(RECORD.officials[0], post=f"Kepala {HOSTILE}"),),
        agreements=(agreement,),
    )
    folder = tmp_path / "graph"
    for one in (RECORD, record):
        build_graph([one], folder, lexicon=load_lexicon(), link=link_by_name)
    for words in (run(folder).stdout, run(tmp_path / "graph", folder, "--institution", "Dinsos").stdout):
        assert STEERING.search(words) is None
    assert "Jahat" in run(folder).stdout


def test_suppressed_persons_are_not_told(tmp_path: Path) -> None:
    """The older graph still holds the person, whom the list of the newer one names by hash."""
    for name, records in (("old", RECORDS), ("new", RECORDS[1:])):
        build(tmp_path / name, records)
    assert "Rahma" in run(tmp_path / "old", tmp_path / "new").stdout
    add_suppressed(tmp_path / "new", [hash_name("Rahma Adisti")])
    result = run(tmp_path / "old", tmp_path / "new", "--removed", tmp_path / "removed.nq")
    assert "Rahma" not in result.stdout
    assert "suppressed persons are in them" in result.stderr
