import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.lexicon.regions import load_regions
from kgraph.lexicon.registry import load_registry
from kgraph.records import Institution, Mention
from kgraph.resolution.acronyms import find_acronyms
from kgraph.resolution.institutions import InstitutionReader
from kgraph.resources import locate_registry
from tests.unit.resolution.name_tables import DIFFERENT, SAME

REGISTRY = load_registry(locate_registry() / "institutions.csv", locate_registry() / "families.toml")
READER = InstitutionReader(REGISTRY, load_regions(locate_registry() / "regions.csv"))


def institution(
    name: str, *, kind: str = "other", code: str | None = None, forms: tuple[str, ...] = ()
) -> Institution:
    mentions = tuple(Mention(start=0, end=len(form), text=form) for form in forms or (name,))
    return Institution(name=name, mentions=mentions, kind=kind, region_code=code)


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_names_of_one_body_share_a_key(names: list[str]) -> None:
    found = {name: READER.identify_form(name, None) for name in names}
    assert len({identity.key for identity in found.values()}) == 1, found
    assert not any(identity.own for identity in found.values())


@pytest.mark.parametrize("names", DIFFERENT, ids=lambda names: names[0])
def test_look_alikes_do_not(names: list[str]) -> None:
    keys = {name: READER.identify_form(name, None).key for name in names}
    assert not [pair for pair in combinations(names, 2) if keys[pair[0]] == keys[pair[1]]]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("BP3MI Sulteng", "institution/bp3mi-sulawesi-tengah"),
        ("BP3MI Sulawesi Tenggara", "institution/bp3mi-sulawesi-tenggara"),
        ("Kemensos RI", "institution/kemensos"),
        ("Dinas Sosial Kab. Malang", "institution/dinsos-kabupaten-malang"),
        ("Pemkot Malang", "institution/pemerintah-kota-malang"),
        ("Kodim 0911/Nunukan", "institution/kodim-0911"),
        ("Kementerian Agama Kabupaten Tuban", "institution/kankemenag-kabupaten-tuban"),
        ("Yayasan Cahaya Teladan", "institution/yayasan-cahaya-teladan"),
    ],
)
def test_keys_are_readable(name: str, key: str) -> None:
    assert READER.identify_form(name, None).key == key


@pytest.mark.parametrize(
    "name",
    [
        "Balai Pelayanan Pelindungan Pekejra Migran Indnoesia Sulawesi Tengah",
        "Balai Pelayanan Pelayanan Pelindungan Pekerja Migran Indonesia Sulawesi Tengah",
        "Balai Pelayanan Perlindungan Pegawai Migran Indonesia (BP3MI) Sulawesi tengah",
        "BP3MI Sulawesi Tengahh",
    ],
)
def test_slips_of_the_pen_are_read_through(name: str) -> None:
    assert READER.identify_form(name, None).key == "institution/bp3mi-sulawesi-tengah"


def test_one_slip_never_leads_to_another_family() -> None:
    """A misspelt full name is its family, or words of its own, never a neighbour."""
    chance = random.Random(7)
    for family in REGISTRY.families:
        words = family.name.split()
        for index, word in enumerate(words):
            if len(word) < 6 or "/" in word or "," in word:
                continue
            place = chance.randrange(1, len(word) - 1)
            slip = [*words[:index], word[:place] + word[place + 1 :], *words[index + 1 :]]
            identity = READER.identify_form(" ".join(slip), "72")
            assert identity.family in (None, family.slug), (family.name, slip, identity)


@pytest.mark.parametrize(
    ("name", "code", "key", "own"),
    [
        ("Polres", "72.10", "institution/polres-kabupaten-sigi", False),
        ("Polres", None, "institution/polres", True),
        ("Dinas Sosial Malang", "35.73", "institution/dinsos-kota-malang", False),
        ("Dinas Sosial Malang", "35.07", "institution/dinsos-kabupaten-malang", False),
        ("Dinas Sosial Malang", None, "institution/dinsos-malang", True),
        ("Polres Malang", "35.73", "institution/polres-kabupaten-malang", False),
        ("Ditpolairud", "21.71", "institution/ditpolairud-kepulauan-riau", False),
        ("Kementerian Sosial", "72", "institution/kemensos", False),
        ("PMI", "72.71", "institution/pmi-kota-palu", False),
    ],
)
def test_region_comes_from_the_release_only_where_the_name_lacks_it(
    name: str, code: str | None, key: str, own: bool
) -> None:
    identity = READER.identify(institution(name, code=code))
    assert (identity.key, identity.own) == (key, own)


def test_forms_of_the_release_are_evidence() -> None:
    identity = READER.identify(institution("Kantor Imigrasi", forms=("Imigrasi", "Imigrasi Batam")))
    assert identity.key == "institution/kanim-kota-batam"


def test_acronym_proves_a_misspelt_name() -> None:
    name = "Badan Nasional Penanggulangan Teror"
    defined = institution(name, forms=(f"{name} (BNPT)",))
    assert READER.identify(defined).key == "institution/bnpt"
    assert READER.identify(institution(name)).key != "institution/bnpt"


def test_acronym_of_another_body_proves_nothing() -> None:
    name = "Bursa Kerja Khusus SMK Teladan"
    identity = READER.identify(institution(name, forms=(f"{name} (BKK)",)))
    assert identity.key == "institution/bursa-kerja-khusus-sekolah-menengah-kejuruan-teladan"


def test_reason_says_why() -> None:
    reason = READER.identify(institution("BP3MI Sulteng")).reason
    assert reason == "a form of Balai Pelayanan Pelindungan Pekerja Migran Indonesia, region 72"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Serikat Contoh Raya (SCR) Palu", "Serikat Contoh Raya Palu", ["SCR"]),
        ("Fakultas Hukum Universitas Teladan (UT)", "Fakultas Hukum Universitas Teladan", []),
        ("Balai Teladan (Jabar)", "Balai Teladan", []),
    ],
)
def test_acronyms_abbreviate_the_name(text: str, name: str, expected: list[str]) -> None:
    assert find_acronyms(institution(name, forms=(text,))) == expected


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_a_key(name: str) -> None:
    slug = READER.identify_form(name, None).key.removeprefix("institution/")
    assert slug
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
