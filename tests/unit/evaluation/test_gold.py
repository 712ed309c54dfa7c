"""Which cases of a folder are read, and what is said of wrong ones."""

import json
from pathlib import Path

import pytest

from kgraph.errors import InputError
from kgraph.evaluation.gold import read_cases


def write_case(folder: Path, stem: str, **content: object) -> None:
    (folder / f"{stem}.txt").write_text("Palu - Rapat digelar.", "utf-8")
    (folder / f"{stem}.json").write_text(json.dumps({"id": stem, "institutions": [], **content}), "utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for stem in ("b-2", "a-1", "c-3"):
        write_case(tmp_path, stem)
    (tmp_path / "held.txt").write_text("c-3\n")
    (tmp_path / "CROSS.json").write_text("{}")
    return tmp_path


@pytest.mark.parametrize(
    ("seen", "held", "expected"),
    [
        (True, False, ["a-1", "b-2"]),
        (True, True, ["a-1", "b-2", "c-3"]),
        (False, True, ["c-3"]),
    ],
)
def test_held_cases_are_apart(folder: Path, *, seen: bool, held: bool, expected: list[str]) -> None:
    cases = read_cases(folder, seen=seen, held=held)
    assert [case.record.id for case in cases] == expected
    assert [case.held for case in cases] == [stem == "c-3" for stem in expected]


def test_held_cases_stay_unread(folder: Path) -> None:
    (folder / "c-3.json").write_text("{broken")
    assert len(read_cases(folder)) == 2


def test_files_that_are_no_cases_are_passed_over(folder: Path) -> None:
    (folder / "d-4.json").write_text('{"institutions": []}')
    (folder / "e-5.txt").write_text("Palu")
    (folder / "f-6.txt").write_text("Palu")
    (folder / "f-6.json").write_text('{"title": "no record"}')
    assert [case.text.stem for case in read_cases(folder)] == ["a-1", "b-2"]


def test_stem_and_id_may_differ(tmp_path: Path) -> None:
    write_case(tmp_path, "release", id="the-first-release")
    (case,) = read_cases(tmp_path)
    assert case.record.id == "the-first-release"


@pytest.mark.parametrize(
    ("stem", "family"), [("p2mi-001", "p2mi"), ("a-b-c", "a"), ("release", ""), ("-x", "")]
)
def test_a_family_shares_the_beginning_of_the_name(tmp_path: Path, stem: str, family: str) -> None:
    write_case(tmp_path, stem, id="other-9")
    (case,) = read_cases(tmp_path)
    assert case.family == family


@pytest.mark.parametrize(
    ("said", "published"),
    [({"published_from": "metadata"}, "2026-02-04"), ({"published_from": None}, None), ({}, None)],
)
def test_only_a_day_from_outside_the_text_is_told(
    tmp_path: Path, said: dict[str, object], published: str | None
) -> None:
    write_case(tmp_path, "a-1", published="2026-02-04", **said)
    (case,) = read_cases(tmp_path)
    assert case.published == published


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({"events": [{"label": "x"}]}, "events"),
        ({"issues": "trafficking"}, "issues"),
        ({"collaborations": [["one"]]}, "collaborations"),
    ],
)
def test_wrong_record_is_told_with_file_and_place(
    tmp_path: Path, content: dict[str, object], message: str
) -> None:
    write_case(tmp_path, "a-1", **content)
    with pytest.raises(InputError, match=message) as caught:
        read_cases(tmp_path)
    assert caught.value.path == tmp_path / "a-1.json"


def test_folder_without_cases(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no gold case"):
        read_cases(tmp_path)
