from collections import defaultdict
from pathlib import Path

import pytest

from kgraph.errors import KnowledgeError
from kgraph.lexicon.regions import load_regions
from kgraph.lexicon.registry import load_registry, split_words
from kgraph.resources import locate_registry
from kgraph.vocabulary import INSTITUTION_KINDS

FOLDER = locate_registry()
REGISTRY = load_registry(FOLDER / "institutions.csv", FOLDER / "families.toml")
REGIONS = load_regions(FOLDER / "regions.csv")


def test_no_form_means_two_things() -> None:
    meant = defaultdict(set)
    for entry in REGISTRY.entries:
        for form in (entry.name, entry.acronym, *entry.forms):
            if form:
                meant[REGISTRY.simplify(form)].add(entry.key)
    for family in REGISTRY.families:
        for form, _ in family.levelled_forms:
            meant[REGISTRY.simplify(form)].add(family.slug)
    assert {form: keys for form, keys in meant.items() if len(keys) > 1} == {}


def test_keys_are_unique_and_sorted() -> None:
    rows = (FOLDER / "institutions.csv").read_text("utf-8").splitlines()[1:]
    keys = [row.split(",")[0] for row in rows]
    assert keys == sorted(set(keys))
    slugs = [family.slug for family in REGISTRY.families]
    assert len(slugs) == len(set(slugs))
    assert not set(keys) & set(slugs)


def test_references_hold() -> None:
    slugs = {family.slug for family in REGISTRY.families}
    names = {*REGISTRY.by_key, *slugs}
    for family in REGISTRY.families:
        assert family.of is None or family.of in names, family.slug
        assert family.parent is None or family.parent in slugs, family.slug
        assert family.prefers is None or family.prefers in family.levels, family.slug
    for entry in REGISTRY.entries:
        assert entry.kind in INSTITUTION_KINDS
        assert entry.source
        assert entry.region is None or entry.region in REGIONS.by_code, entry.key


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("Kemensos", "kemensos"),
        ("Kementerian Sosial Republik Indonesia", "kemensos"),
        ("KP2MI", "kemenp2mi"),
        ("Kementrian Hukum dan HAM", "kemenkumham"),
        ("MA", "ma"),
        ("ma", None),
        ("POLRI", "polri"),
        ("polri", "polri"),
        ("BP3MI", None),
        ("RI", None),
        ("", None),
    ],
)
def test_find_form(form: str, key: str | None) -> None:
    entry = REGISTRY.find_form(form)
    assert (entry.key if entry else None) == key


@pytest.mark.parametrize(
    ("form", "slug"),
    [("BP3MI", "bp3mi"), ("Dinas Sosial", "dinsos"), ("Pemkab", "pemerintah"), ("Kemensos", None)],
)
def test_find_family(form: str, slug: str | None) -> None:
    family = REGISTRY.find_family(form)
    assert (family.slug if family else None) == slug


def test_split_words() -> None:
    assert split_words("Jum’at, Kab.Sumbawa (NTB)") == ("jum'at", "kab", "sumbawa", "ntb")


@pytest.mark.parametrize(
    ("row", "message"),
    [("x,X,,,nothing,,here", "no such kind"), ("x,X", "wrong number of columns")],
)
def test_wrong_rows_are_told_with_their_line(tmp_path: Path, row: str, message: str) -> None:
    path = tmp_path / "institutions.csv"
    path.write_text(f"key,name,acronym,forms,kind,region,source\n{row}\n", "utf-8")
    with pytest.raises(KnowledgeError, match=message) as caught:
        load_registry(path, FOLDER / "families.toml")
    assert (caught.value.path, caught.value.line) == (path, 2)
