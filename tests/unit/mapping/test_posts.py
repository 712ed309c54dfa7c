"""The role of a post without its institution, and the post's IRI."""

import pytest

from kgraph.entities import Entity
from kgraph.lexicon.load import load_lexicon
from kgraph.mapping.posts import mint_post, split_role

POSTS = load_lexicon().posts
MINISTRY = Entity(
    key="institution/kemencontoh", type="institution", label="Kementerian Contoh Indonesia", acronym="MCI"
)
OFFICE = Entity(
    key="institution/bp3mi-sulawesi-tengah",
    type="institution",
    label="BP3MI Sulawesi Tengah",
    forms=("BP3MI Sulteng", "BP3MI"),
)
TOWN = Entity(key="institution/pemerintah-kota-contoh", type="institution", label="Pemerintah Kota Contoh")
AGENCY = Entity(
    key="institution/dinas-sosial-kota-contoh", type="institution", label="Dinas Sosial Kota Contoh"
)


@pytest.mark.parametrize(
    ("post", "institution", "role"),
    [
        ("Kepala BP3MI Sulawesi Tengah", OFFICE, "Kepala"),
        ("Kepala BP3MI Sulteng", OFFICE, "Kepala"),
        ("kepala bp3mi sulteng", OFFICE, "kepala"),
        ("Kepala", OFFICE, "Kepala"),
        ("Kepala Seksi Pelindungan BP3MI Sulteng", OFFICE, "Kepala Seksi Pelindungan"),
        ("Kepala BP3MI Sulteng bidang data", OFFICE, "Kepala bidang data"),
        ("Pengantar Kerja Ahli Madya", OFFICE, "Pengantar Kerja Ahli Madya"),
        ("Kepala Dinas", AGENCY, "Kepala"),
        ("Kepala Dinas Sosial", AGENCY, "Kepala"),
        ("Kepala Dinas Sosial Kota Contoh", AGENCY, "Kepala"),
        ("Wali Kota Contoh", TOWN, "Wali Kota"),
        ("Menteri Contoh Indonesia (MCI)", MINISTRY, "Menteri"),
        ("konselor di BP3MI Sulteng", OFFICE, "konselor"),
        ("Kepala Seksi Data BP3MI Tengah", OFFICE, "Kepala Seksi Data"),
        ("Kepala Bagian Hukum, Data & Umum BP3MI", OFFICE, "Kepala Bagian Hukum, Data & Umum"),
        ("Direktur Urusan Indonesia", MINISTRY, "Direktur Urusan Indonesia"),
        ("BP3MI Sulteng", OFFICE, "BP3MI"),
        ("%", OFFICE, "%"),
    ],
)
def test_role(post: str, institution: Entity, role: str) -> None:
    assert split_role(post, institution, POSTS) == role


def test_one_post_under_several_names_has_one_iri() -> None:
    posts = ("Kepala", "Kepala BP3MI", "Kepala BP3MI Sulteng", "Kepala BP3MI Sulawesi Tengah")
    assert {mint_post("https://x/", split_role(post, OFFICE, POSTS), OFFICE) for post in posts} == {
        "https://x/post/kepala-bp3mi-sulawesi-tengah"
    }
