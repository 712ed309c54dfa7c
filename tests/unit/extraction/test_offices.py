"""Bodies, posts and persons of the whole administration, each sentence with what it names."""

import re
from pathlib import Path

import pytest

from kgraph.extraction.institutions import find_institutions
from kgraph.extraction.officials import find_officials
from kgraph.extraction.tokens import cut_tokens
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.records import Institution, Official, Zone
from kgraph.text.sentences import build_layout

BODY = re.compile(r"\{([^}]*)\}")
PERSON = re.compile(r"\[([^\]?!~]*)([?!~]?)\]")
LINES = (Path(__file__).parent / "offices.txt").read_text("utf-8").splitlines()
SENTENCES = [line for line in LINES if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def read(text: str, lexicon: Lexicon) -> tuple[tuple[Institution, ...], tuple[Official, ...]]:
    layout = build_layout(text, (Zone(start=0, end=len(text), kind="body"),), lexicon)
    tokens = cut_tokens(text)
    institutions, _ = find_institutions(layout, tokens, None, lexicon)
    return institutions, find_officials(layout, tokens, institutions, lexicon)


@pytest.mark.parametrize("marked", SENTENCES)
def test_bodies_and_persons(marked: str, lexicon: Lexicon) -> None:
    text = PERSON.sub(r"\1", BODY.sub(r"\1", marked))
    institutions, officials = read(text, lexicon)
    assert {mention.text for body in institutions for mention in body.mentions} == {*BODY.findall(marked)}
    held = {"?": (True, False), "!": (False, False), "~": (False, True), "": (True, True)}
    assert {
        official.name: (official.post is not None, official.institution is not None) for official in officials
    } == {name: held[mark] for name, mark in PERSON.findall(marked)}


@pytest.mark.parametrize(
    ("text", "name", "post", "body"),
    [
        (
            "KBRI Vientiane dan KBRI Bangkok membantu. Duta Besar RI untuk Laos, Budi Hartadi, hadir.",
            "Budi Hartadi",
            "Duta Besar RI untuk Laos",
            "KBRI Vientiane",
        ),
        (
            "Mahkamah Syar'iyah Takengon bersidang. Ketua MS Takengon, Budi Hartadi, hadir.",
            "Budi Hartadi",
            "Ketua MS Takengon",
            "Mahkamah Syar'iyah Takengon",
        ),
        (
            "Perhimpunan Sehat Jiwa (PSJ) datang. Koordinator PSJ, Dewi Castari, hadir.",
            "Dewi Castari",
            "Koordinator PSJ",
            "Perhimpunan Sehat Jiwa",
        ),
        (
            (
                "Polres Belu merilis kasus dari Polres Nunukan. Penyidik Polres Belu bekerja.\n"
                "Hadir Kasat Reskrim Iptu Budi Hartadi."
            ),
            "Budi Hartadi",
            "Kasat Reskrim",
            "Polres Belu",
        ),
        (
            "Universitas Tadulako membuka kelas. Wakil Rektor Bidang Kemahasiswaan Dr. Dewi Castari hadir.",
            "Dewi Castari",
            "Wakil Rektor Bidang Kemahasiswaan",
            "Universitas Tadulako",
        ),
        (
            "Warga Kalurahan Tileng menunggu air. Lurah Tileng Supandal hadir.",
            "Supandal",
            "Lurah Tileng",
            None,
        ),
        ("Camat hadir bersama Kapolsek Linge Iptu Raja Hartadi.", "Raja Hartadi", "Kapolsek Linge", None),
    ],
)
def test_bodies_that_the_text_tells(
    text: str, name: str, post: str, body: str | None, lexicon: Lexicon
) -> None:
    officials = {official.name: official for official in read(text, lexicon)[1]}
    assert (officials[name].post, officials[name].institution) == (post, body)


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "Narahubung:\nBudi Hartadi\nKepala BPS Kabupaten Sigi\n",
            {"Budi Hartadi": "Kepala BPS Kabupaten Sigi"},
        ),
        (
            "Dipimpin tiga hakim tunggal, yaitu H. Budi Hartadi, Lc., Dewi Castari, S.H., dan Amir Marpuri.",
            dict.fromkeys(["Budi Hartadi", "Dewi Castari", "Amir Marpuri"], "hakim tunggal"),
        ),
        (
            "Ketua didampingi anggota Dewi Castari dan Amir Marpuri.",
            dict.fromkeys(["Dewi Castari", "Amir Marpuri"], "anggota"),
        ),
        (
            "Sertifikat bagi dua peserta, Budi Hartadi dan Onal Sasoe.",
            {"Budi Hartadi": None, "Onal Sasoe": None},
        ),
        ("Materi dibawakan dr. Tan Mei Castari, Sp.A.", {"Tan Mei Castari": None}),
        ("Mereka bertemu pada Jumadil Awal.", {}),
    ],
)
def test_posts_of_several(text: str, posts: dict[str, str | None], lexicon: Lexicon) -> None:
    assert {official.name: official.post for official in read(text, lexicon)[1]} == posts


@pytest.mark.parametrize(
    ("text", "name", "region"),
    [
        ("Polres Belu dan Puskesmas Haliwen melayani.", "Puskesmas Haliwen", "Belu"),
        ("Pemkab Malaka meresmikan SMP Negeri 2 Weliman.", "SMP Negeri 2 Weliman", "Malaka"),
        ("Polsek Kerumutan dan Pemkab Pelalawan hadir.", "Polsek Kerumutan", "Pelalawan"),
        ("Universitas Hasanuddin meneliti.", "Universitas Hasanuddin", "Makassar"),
        ("Fakultas Hukum Unpatti meneliti.", "Fakultas Hukum Unpatti", "Ambon"),
        ("Pemkot Pangkalpinang menggelar rapat.", "Pemkot Pangkalpinang", "Pangkalpinang"),
        ("KBRI Tokyo dan Pemkab Malaka bertemu.", "KBRI Tokyo", "Tokyo"),
        ("Polres Belu dan Polres Sikka bertemu di Puskesmas Haliwen.", "Puskesmas Haliwen", None),
    ],
)
def test_regions_of_local_bodies(text: str, name: str, region: str | None, lexicon: Lexicon) -> None:
    regions = {body.name: body.region for body in read(text, lexicon)[0]}
    assert regions[name] == region


@pytest.mark.parametrize(
    "body",
    [
        "Daops Manggala Agni Sumatera VII/Rengat",
        "Daops Manggala Agni Kalimantan I/Palangka Raya",
        "Balai Wilayah Sungai Nusa Tenggara II Kupang",
        "Pengadilan Agama Raha Kelas II",
        "Kanwil DJP Kalimantan Selatan dan Tengah",
        "SKK Migas Perwakilan Jawa, Bali dan Nusa Tenggara",
        "Perwakilan Ombudsman RI Sultra",
        "Denpom XIII/2 Palu",
        "KBRI Dar es Salaam",
        "PT Contoh Weda Bay Park (CWBP)",
        "Cabang Dinas Pendidikan Wilayah Malang",
        "Badan Penyelenggara Jaminan Sosial (BPJS) Kesehatan Cabang Waingapu",
        "Badan Penyelenggara Jaminan Sosial (BPJS) Ketenagakerjaan",
    ],
)
def test_names_to_their_end(body: str, lexicon: Lexicon) -> None:
    institutions, _ = read(f"Kepala {body}, Dewi Castari, hadir.", lexicon)
    assert [mention.text for item in institutions for mention in item.mentions] == [body]


def test_no_head_goes_on_in_the_next_line(lexicon: Lexicon) -> None:
    institutions, _ = read("Ada Badan Penyelenggara Jaminan Sosial (BPJS)\nKesehatan ibu dibahas.", lexicon)
    assert all("\n" not in mention.text for item in institutions for mention in item.mentions)


def test_who_is_told_before_is_nobody_told_later(lexicon: Lexicon) -> None:
    _, officials = read(
        "Ibu Ani, warga Palu, menangis. Gubernur Sulawesi Tengah Aniska Bereklau hadir. Ibu Ani lalu pulang.",
        lexicon,
    )
    found = {mention.text for official in officials if official.post for mention in official.mentions}
    assert found == {"Aniska Bereklau"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Yayasan Rumah Perempuan Kupang rapat. Direktur Rumah Perempuan Kupang hadir.", 1),
        ("Aliansi Jaringan Advokasi Tambang dan Jaringan Advokasi Tambang menolak.", 2),
    ],
)
def test_an_alliance_is_not_its_member(text: str, number: int, lexicon: Lexicon) -> None:
    assert len(read(text, lexicon)[0]) == number


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Kantor itu meraih Bea Cukai Award pada Senin.", "Bea Cukai"),
        ("Kepala PLBN Long Bawan Krayan mengatakan pelintas bertambah.", "PLBN Long Bawan Krayan"),
        ("Bea Cukai Atapupu dan Polres Belu bertemu.", "Bea Cukai Atapupu"),
    ],
)
def test_where_an_office_of_the_centre_sits(text: str, body: str, lexicon: Lexicon) -> None:
    institutions, officials = read(text, lexicon)
    assert institutions[0].name == body
    assert not officials
