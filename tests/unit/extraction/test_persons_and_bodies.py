"""Where the name of a body ends and that of a person begins."""

import pytest

from kgraph.extraction.institutions import find_institutions
from kgraph.extraction.officials import find_officials
from kgraph.extraction.tokens import cut_tokens
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.records import Zone
from kgraph.text.sentences import build_layout


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def read_names(text: str, lexicon: Lexicon) -> tuple[list[str], list[tuple[str, str | None, str | None]]]:
    layout = build_layout(text, (Zone(start=0, end=len(text), kind="body"),), lexicon)
    tokens = cut_tokens(text)
    institutions, _ = find_institutions(layout, tokens, None, lexicon)
    officials = find_officials(layout, tokens, institutions, lexicon)
    return (
        [institution.name for institution in institutions],
        [(official.name, official.post, official.institution) for official in officials],
    )


@pytest.mark.parametrize(
    ("text", "body", "person"),
    [
        # A chapter of an association that no list knows.
        (
            "Ketua DPC Kopatri Kabupaten Siak, H. Nasrun Malik, hadir.",
            "DPC Kopatri Kabupaten Siak",
            "Nasrun Malik",
        ),
        (
            "Ketua PC Fatigon Kabupaten Bone Sitti Rukmini hadir.",
            "PC Fatigon Kabupaten Bone",
            "Sitti Rukmini",
        ),
        ("Bendahara PD Salimah Kabupaten Bone, Hj. Rukmini, hadir.", "PD Salimah Kabupaten Bone", "Rukmini"),
        ("Sekretaris DPD HIMKI Jepara Raya, Sutopo, hadir.", "DPD HIMKI Jepara Raya", "Sutopo"),
        # Behind the region of a branch comes the person.
        ("Ketua HIMPSI Wilayah Babel Tjia Mei Hwa, M.Psi., siap.", "HIMPSI Wilayah Babel", "Tjia Mei Hwa"),
        # Behind a village or a border post that the text names elsewhere, too.
        (
            "Nagari Situjuah ramai. Ketua Bamus Nagari Situjuah Hendrizal hadir.",
            "Bamus Nagari Situjuah",
            "Hendrizal",
        ),
        ("Ketua TP PKK Nagari Situjuah Ny. Yulinar hadir.", "TP PKK Nagari Situjuah", "Yulinar"),
        (
            "Mereka tiba di PLBN Sota, Rabu. Kepala PLBN Sota Engelbera Ndiken hadir.",
            "PLBN Sota",
            "Engelbera Ndiken",
        ),
        (
            "Ketua Karang Taruna Desa Paciran Rizal Effendi hadir.",
            "Karang Taruna Desa Paciran",
            "Rizal Effendi",
        ),
        ("Sekretaris Umum GMIT Pdt. Lay Wenyi, M.Si., hadir.", "GMIT", "Lay Wenyi"),
        # Names with marks of their own.
        (
            "Direktur Politeknik eLSora Mandiri, Dr. Benediktus Rasa, M.Par., hadir.",
            "Politeknik eLSora Mandiri",
            "Benediktus Rasa",
        ),
        (
            "Inspektur Northern Dock Workers' Federation, Sipho Nkosi, hadir.",
            "Northern Dock Workers' Federation",
            "Sipho Nkosi",
        ),
        (
            "Port Chaplain Mission to Seafarers Cape Town, Pendeta Johan Botha, hadir.",
            "Mission to Seafarers Cape Town",
            "Johan Botha",
        ),
        (
            "Dekan Faculty of Law, Sukhothai University, Assoc. Prof. Dr. Somchai Prasert, hadir.",
            "Faculty of Law, Sukhothai University",
            "Somchai Prasert",
        ),
        (
            "Komandan Unidade de Controlo de Fronteira (UCF) Maliana, Inspektur Joaquim da Costa, hadir.",
            "Unidade de Controlo de Fronteira Maliana",
            "Joaquim da Costa",
        ),
        (
            "Direktur RSUD Dr. (H.C.) Ir. Soerono, dr. Rina Astuti, Sp.A., hadir.",
            "RSUD Dr. (H.C.) Ir. Soerono",
            "Rina Astuti",
        ),
        (
            "Dekan Fakultas Hukum dan Ilmu Sosial (FHIS), Dr. Desak Rai Pram, S.H., hadir.",
            "Fakultas Hukum dan Ilmu Sosial",
            "Desak Rai Pram",
        ),
        ("Kepala Bea Cukai Atapupu, I Made Arya, hadir.", "Bea Cukai Atapupu", "I Made Arya"),
        (
            "Ketua DPD Gerakan Lawan Candu (Gelandu) Kalsel, Hj. Rusdiana Idris, hadir.",
            "DPD Gerakan Lawan Candu Kalsel",
            "Rusdiana Idris",
        ),
        # What follows the acronym both in parentheses and without them.
        (
            (
                "Ketua Lembaga Masyarakat Desa Hutan (LMDH) Wono Mulyo Desa Sukorejo hadir. "
                "Ketua LMDH Wono Mulyo, Paijo, senang."
            ),
            "Lembaga Masyarakat Desa Hutan Wono Mulyo Desa Sukorejo",
            "Paijo",
        ),
    ],
)
def test_a_body_and_who_leads_it(text: str, body: str, person: str, lexicon: Lexicon) -> None:
    bodies, persons = read_names(text, lexicon)
    assert body in bodies
    assert [(name, institution) for name, _, institution in persons] == [(person, body)]


@pytest.mark.parametrize(
    ("text", "post", "names"),
    [
        (
            (
                "Sidang dipimpin tiga hakim tunggal, yaitu H. Syarif Amin, Lc., Rusdiah Hayat, S.H.I., "
                "dan Drs. Abdul Kasim, dibantu Panitera Muda Hj. Salmah Idris."
            ),
            "hakim tunggal",
            ["Syarif Amin", "Rusdiah Hayat", "Abdul Kasim"],
        ),
        (
            "Ikut serta anggota Komisi II Hj. Salmiah Arif, SE, I Ketut Sudira, S.Pd, dan Burhan Mappa, ST.",
            "anggota Komisi II",
            ["Salmiah Arif", "I Ketut Sudira", "Burhan Mappa"],
        ),
        (
            "Komandan UCF Maliana, Inspektur Joaquim da Costa, hadir.",
            "Komandan UCF Maliana",
            ["Joaquim da Costa"],
        ),
        (
            "Uskup Larantuka, Mgr. Yoseph Boli Lama; Camat Ile Boleng hadir.",
            "Uskup Larantuka",
            ["Yoseph Boli Lama"],
        ),
    ],
)
def test_posts_of_several_and_with_places(text: str, post: str, names: list[str], lexicon: Lexicon) -> None:
    _, persons = read_names(text, lexicon)
    assert [name for name, held, _ in persons if held == post] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Sertifikat diberikan kepada dua peserta terbaik, Rivaldo Makag dan Onal Saso.",
            ["Rivaldo Makag", "Onal Saso"],
        ),
        ("Perempuan itu diserahkan kepada suaminya, Tarmin, di rumah sakit.", ["Tarmin"]),
        (
            "Hadir Dansatgas Pamtas RI-Malaysia Yonzipur 5/ABW Letkol Czi Arief Noviar.",
            ["Arief Noviar"],
        ),
        ("Santunan diberikan kepada istri almarhum, Nurhayah. Acara ditutup.", ["Nurhayah"]),
        ("Ia selamat. Rekannya, Tarjono, berharap kapal kembali.", ["Tarjono"]),
        ("Siti Aminah berfoto bersama anaknya Wa Irna.", ["Wa Irna"]),
    ],
)
def test_persons_told_with_others(text: str, names: list[str], lexicon: Lexicon) -> None:
    _, persons = read_names(text, lexicon)
    assert [name for name, _, _ in persons][-len(names) :] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # A part of a word of the only such name, behind a title or the post.
        (
            "Wakil Bupati Siak, Yohanes Fransiskus Gangga, hadir. Wabup Frans pulang.",
            ["Yohanes Fransiskus Gangga"],
        ),
        ("Vikaris Jenderal, RD. Aloysius Jema, hadir. Tamu menyalami Romo Alo.", ["Aloysius Jema"]),
        ("Pastor Paroki Contoh, RD. Benediktus Hera, hadir. Kata Romo Beni, umat siap.", ["Benediktus Hera"]),
        # Who is told with another post, or with none, is somebody else.
        ("Kepala Dinas Sosial Kota Solok, Andika Putra, hadir. Camat Andi pulang.", ["Andika Putra", "Andi"]),
        (
            "Kepala Dinas Sosial Kota Solok, Rahmat Andika, hadir bersama istrinya, Andi.",
            ["Rahmat Andika", "Andi"],
        ),
    ],
)
def test_pet_names(text: str, names: list[str], lexicon: Lexicon) -> None:
    assert [name for name, _, _ in read_names(text, lexicon)[1]] == names


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        # The house of a faculty has its own acronym behind that of the faculty.
        (
            "Fakultas Ilmu Kesehatan Universitas Contoh Magelang (Fikes UNCOMA) bekerja. Tamu UNCOMA pulang.",
            ["Fakultas Ilmu Kesehatan Universitas Contoh Magelang", "UNCOMA"],
        ),
        # The acronym of a chapter stands behind the association.
        (
            (
                "Badan Pimpinan Cabang Perhimpunan Juru Masak Indonesia (BPC PJMI) Klungkung meneken naskah. "
                "Ketua BPC PJMI Klungkung hadir."
            ),
            ["Badan Pimpinan Cabang Perhimpunan Juru Masak Indonesia Klungkung"],
        ),
        # Customs offices go by the name of the directorate general.
        (
            (
                "Kantor Pengawasan dan Pelayanan Bea dan Cukai Tipe Madya Pabean C Atapupu bekerja. "
                "Bea Cukai Atapupu juga siap, dan Bea Cukai menyita rokok."
            ),
            ["Kantor Pengawasan dan Pelayanan Bea dan Cukai Tipe Madya Pabean C Atapupu"],
        ),
        # A firm by the rest of its name, though a town is called like a word of it.
        (
            (
                "Perusahaan Umum Daerah (Perumda) Air Minum Tirta Batu Contoh menggugat. "
                "Ketua Dewan Pengawas Tirta Batu Contoh, Zulkarnen, hadir."
            ),
            ["Perusahaan Umum Daerah Air Minum Tirta Batu Contoh"],
        ),
        (
            "Perumda Air Minum Tirta Handaya menggali sumur. Tangki Perumda Tirta Handaya datang.",
            ["Perumda Air Minum Tirta Handaya"],
        ),
        # Whoever heads a study programme is of the whole.
        (
            "Ketua Program Studi Teknik Kapal Politeknik Negeri Bengkalis, Romadhoni, hadir.",
            ["Politeknik Negeri Bengkalis"],
        ),
        # An office abroad by its acronym.
        (
            "Kantor Dagang dan Ekonomi Indonesia (KDEI) Taipei membantu. Berkas dari KDEI Taipei lengkap.",
            ["Kantor Dagang dan Ekonomi Indonesia Taipei"],
        ),
    ],
)
def test_bodies_by_several_names(text: str, bodies: list[str], lexicon: Lexicon) -> None:
    assert read_names(text, lexicon)[0] == bodies


@pytest.mark.parametrize(
    "text",
    [
        "Naskah memuat magang bagi calon perawat lansia di Kota Toyohashi. Rapat ditutup sore hari.",
        "Naskah membahas perawat dari Bumi Lestarindah bagi pasar kerja asing.",
        "Laporan RAN PD yang dapat dibaca pembaca layar sudah siap.",
        "Acara disambung Skill Talk yang diikuti 180 siswa kedua SMK.",
        "Program itu didukung Ship Safety Asia yang didanai mitra asing.",
        "Kuliah umum bertajuk “Ageing Society and the Future of Care” diikuti 240 mahasiswa.",
        "Pendataan sampai ke tingkat Komunitas Umat Basis berjalan baik.",
    ],
)
def test_things_and_places_are_nobody(text: str, lexicon: Lexicon) -> None:
    assert read_names(text, lexicon) == ([], [])
