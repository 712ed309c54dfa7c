"""Names of bodies in short texts: what is one, what is none, and what is one with what."""

import pytest

from kgraph.extraction.body_mentions import find_body_names
from kgraph.extraction.body_names import _Reader
from kgraph.extraction.institutions import find_institutions
from kgraph.extraction.tokens import cut_tokens
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.records import Institution, Zone
from kgraph.text.sentences import build_layout


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def read_names(text: str, lexicon: Lexicon) -> list[tuple[str, str, str | None]]:
    layout = build_layout(text, (Zone(start=0, end=len(text), kind="body"),), lexicon)
    return [
        (text[name.start : name.end], name.kind, name.region.name if name.region else None)
        for name in find_body_names(layout, cut_tokens(text), lexicon)
    ]


def read_institutions(text: str, lexicon: Lexicon) -> tuple[Institution, ...]:
    layout = build_layout(text, (Zone(start=0, end=len(text), kind="body"),), lexicon)
    return find_institutions(layout, cut_tokens(text), None, lexicon)[0]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Tim Dinas Perindustrian, Perdagangan, dan Ketenagakerjaan Kabupaten Aceh Tenggara datang.",
            [
                (
                    "Dinas Perindustrian, Perdagangan, dan Ketenagakerjaan Kabupaten Aceh Tenggara",
                    "regional-agency",
                    "Aceh Tenggara",
                )
            ],
        ),
        (
            "bersama Dinas Sosial dan Polres Tarakan kemarin",
            [("Dinas Sosial", "regional-agency", None), ("Polres Tarakan", "police", "Tarakan")],
        ),
        (
            "Balai Pelayanan Pelindungan Pekerja Migran Indonesia (BP3MI) Jawa Timur hadir",
            [
                (
                    "Balai Pelayanan Pelindungan Pekerja Migran Indonesia (BP3MI) Jawa Timur",
                    "central-regional-office",
                    "Jawa Timur",
                )
            ],
        ),
        ("di Kantor BP3MI Sulteng.", [("BP3MI Sulteng", "central-regional-office", "Sulawesi Tengah")]),
        (
            "Kantor Imigrasi Kelas II Non TPI Blitar",
            [("Kantor Imigrasi Kelas II Non TPI Blitar", "immigration", "Blitar")],
        ),
        ("Kodim 0911/Nunukan siaga", [("Kodim 0911/Nunukan", "military", "Nunukan")]),
        ("kata Kapolres. Undang-Undang Kementerian tidak ada.", []),
        ("Menteri P2MI datang", []),
        ("Wakil Menteri Sosial datang", []),
        ("Sejumlah PMI pulang.", []),
        ("sinergi TNI-Polri terjaga", [("TNI", "military", None), ("Polri", "police", None)]),
        (
            "Pemerintah Korea Selatan setuju",
            [("Pemerintah Korea Selatan", "foreign-government", "Korea Selatan")],
        ),
        (
            "Serikat Buruh Kebun Indonesia (SERBUN), Organisasi Penguatan Usaha Rakyat (OPUR) hadir.",
            [
                ("Serikat Buruh Kebun Indonesia (SERBUN)", "ngo-union", None),
                ("Organisasi Penguatan Usaha Rakyat (OPUR)", "ngo-union", None),
            ],
        ),
        (
            "Suara Melati Women's Crisis Center (WCC) Palu berdiri; Suara Melati WCC Palu melayani.",
            [
                ("Suara Melati Women's Crisis Center (WCC) Palu", "ngo-union", None),
                ("Suara Melati WCC Palu", "ngo-union", "Palu"),
            ],
        ),
        (
            "Women's Crisis Center (WCC) Melati Putih berdiri; WCC Melati Putih melayani.",
            [
                ("Women's Crisis Center (WCC) Melati Putih", "ngo-union", None),
                ("WCC Melati Putih", "ngo-union", None),
            ],
        ),
        ("Peraturan KPU Nomor 10 berlaku", []),
        ("kata Brigjen TNI Arya", []),
        ("Korem 101/Antasari siaga", [("Korem 101/Antasari", "military", None)]),
        (
            "Ikatan Dokter Indonesia (IDI) Cabang Makassar",
            [("Ikatan Dokter Indonesia (IDI) Cabang Makassar", "ngo-union", "Makassar")],
        ),
        ("Kyoto University hadir", [("Kyoto University", "university-school", None)]),
        ("Gunawan dari Dinas setempat", []),
        (
            "Klasis GMIT Alor Barat Laut hadir",
            [("Klasis GMIT Alor Barat Laut", "ngo-union", "Alor Barat Laut")],
        ),
        (
            "HKBP Distrik V Sumatera Timur hadir",
            [("HKBP Distrik V Sumatera Timur", "ngo-union", "V Sumatera Timur")],
        ),
        (
            "bersama BLUD UPTD Pengelolaan KKP Kepulauan Contoh, lalu",
            [("BLUD UPTD Pengelolaan KKP Kepulauan Contoh", "regional-agency", None)],
        ),
        (
            "Dean Temasek Polytechnic Lim Wei Ming hadir.",
            [("Temasek Polytechnic", "university-school", None)],
        ),
        (
            "Korban dirawat di RSUP Prof. dr. I.G.N.G. Ngoerah sejak Senin.",
            [("RSUP Prof. dr. I.G.N.G. Ngoerah", "other", None)],
        ),
        (
            "Lapas Kelas I Batu Nusakambangan menerima tamu.",
            [("Lapas Kelas I Batu Nusakambangan", "central-regional-office", "Batu Nusakambangan")],
        ),
        (
            "Direktur Institute for Justice Reform (IJR) Erasmus Napitu hadir.",
            [("Institute for Justice Reform (IJR)", "university-school", None)],
        ),
        (
            "Ketua Perkumpulan Kelompok Pengelola Sumber Daya Alam (KELOLA) Rignolda Djamal hadir.",
            [("Perkumpulan Kelompok Pengelola Sumber Daya Alam (KELOLA)", "ngo-union", None)],
        ),
        (
            "Bantuan itu dari Indonesia Judicial Research Society.",
            [("Indonesia Judicial Research Society", "ngo-union", None)],
        ),
        (
            "Warga dijaga Satgas Pamtas RI-Malaysia Yonarmed 11 Kostrad.",
            [("Satgas Pamtas RI-Malaysia Yonarmed 11 Kostrad", "military", None)],
        ),
        (
            "Peserta dari LPK Bahasa Jepang Hikari dan LPD Desa Adat Buleleng hadir.",
            [
                ("LPK Bahasa Jepang Hikari", "company", None),
                ("LPD Desa Adat Buleleng", "company", "Buleleng"),
            ],
        ),
        (
            "Ketua Yayasan Pusaka Indonesia Marjoko hadir.",
            [("Yayasan Pusaka Indonesia", "ngo-union", None)],
        ),
        (
            "Direktur PT Jamkrindo Abdul Bari hadir.",
            [("PT Jamkrindo", "company", None)],
        ),
    ],
)
def test_names(text: str, names: list[tuple[str, str, str | None]], lexicon: Lexicon) -> None:
    assert read_names(text, lexicon) == names


def test_forms_of_one_body_are_one(lexicon: Lexicon) -> None:
    text = (
        "Dinas Tenaga Kerja dan Transmigrasi (Disnakertrans) Kabupaten Dompu menggelar rapat. "
        "Disnakertrans Dompu mengundang Polres Dompu. Disnakertrans akan kembali."
    )
    first, second = read_institutions(text, lexicon)
    assert first.name == "Dinas Tenaga Kerja dan Transmigrasi Kabupaten Dompu"
    assert [mention.text for mention in first.mentions] == [
        "Dinas Tenaga Kerja dan Transmigrasi (Disnakertrans) Kabupaten Dompu",
        "Disnakertrans Dompu",
        "Disnakertrans",
    ]
    assert (first.region, first.region_code, first.acronym) == ("Dompu", "52.05", "Disnakertrans")
    assert second.name == "Polres Dompu"


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Kantor Pencarian dan Pertolongan Balikpapan", "Basarnas Balikpapan"),
        ("Badan Narkotika Nasional Kota Batu", "BNN Kota Batu"),
        ("Kantor Kementerian Agama Kabupaten Tuban", "Kementerian Agama Kabupaten Tuban"),
        ("Kantor Wilayah Kementerian Agama Provinsi Bali", "Kemenag Provinsi Bali"),
        # An acronym that no list knows, of the letters that the words of the name begin with.
        ("Dinas Pertanian, Ketahanan Pangan dan Perikanan Kota Batu", "DPKPP Kota Batu"),
        ("Balai Pengelola Transportasi Darat Kelas II Nusa Tenggara Timur", "BPTD Kelas II NTT"),
        ("Pos Lintas Batas Negara Terpadu Motaain", "PLBN Motaain"),
        ("PT Pelabuhan Indonesia Regional 4 Makassar", "Pelindo Regional 4"),
        ("Balai Besar POM di Kendari", "BBPOM di Kendari"),
        ("Yonif 511/Dibyatara Yudha", "Yonif 511/DY"),
        ("Balai Besar Karantina Hewan, Ikan, dan Tumbuhan Sulawesi Selatan", "Karantina Sulsel"),
        ("Ditreskrimum Polda Kepulauan Riau", "Ditreskrimum Polda Kepri"),
        ("Politeknik Pelayaran Sorong", "Poltekpel Sorong"),
        ("PT Bank Papua Cabang Fakfak", "Bank Papua Cabang Fakfak"),
        ("Badan Pengawas Keuangan dan Pembangunan Perwakilan Provinsi Bengkulu", "Perwakilan BPKP Bengkulu"),
    ],
)
def test_a_body_named_with_a_region_is_its_office_there(full: str, short: str, lexicon: Lexicon) -> None:
    text = f"{full} menerima rombongan. Kepala {short} hadir."

    found = read_institutions(text, lexicon)

    assert [institution.name for institution in found] == [full]
    assert [mention.text for mention in found[0].mentions] == [full, short]


def test_a_body_without_a_region_is_not_its_office(lexicon: Lexicon) -> None:
    text = "Kantor Pencarian dan Pertolongan Balikpapan melapor kepada Basarnas."

    assert len(read_institutions(text, lexicon)) == 2


def test_regions_keep_bodies_apart(lexicon: Lexicon) -> None:
    text = "BP3MI Sulawesi Tengah dan BP3MI Sulawesi Tenggara bertemu. BP3MI Sulteng menjadi tuan rumah."
    bodies = read_institutions(text, lexicon)
    assert [(body.name, body.region_code, len(body.mentions)) for body in bodies] == [
        ("BP3MI Sulawesi Tengah", "72", 2),
        ("BP3MI Sulawesi Tenggara", "74", 1),
    ]


def test_a_family_word_that_could_be_two_bodies_is_a_doubt(lexicon: Lexicon) -> None:
    text = "Polres Sigi dan Polres Buol bertemu. Polres menyiapkan pasukan."
    layout = build_layout(text, (Zone(start=0, end=len(text), kind="body"),), lexicon)
    bodies, doubts = find_institutions(layout, cut_tokens(text), None, lexicon)
    assert [len(body.mentions) for body in bodies] == [1, 1]
    assert [text[doubt.span.start : doubt.span.end] for doubt in doubts] == ["Polres"]


def test_the_family_tells_regency_from_city(lexicon: Lexicon) -> None:
    text = "Polres Malang bertemu Polresta Malang Kota dan Polrestabes Semarang."
    bodies = read_institutions(text, lexicon)
    assert [body.region_code for body in bodies] == ["35.07", "35.73", "33.74"]


def test_a_name_of_two_regions_has_no_code(lexicon: Lexicon) -> None:
    (body,) = read_institutions("Dinas Sosial Solok siaga.", lexicon)
    assert (body.region, body.region_code) == ("Solok", None)
    (body,) = read_institutions("Dinas Sosial Kota Solok siaga.", lexicon)
    assert (body.region, body.region_code) == ("Solok", "13.72")


@pytest.mark.parametrize(
    ("text", "name", "region"),
    [
        (
            "Petugas Kantor Imigrasi Kelas II TPI Atambua hadir.",
            "Kantor Imigrasi Kelas II TPI Atambua",
            "Belu",
        ),
        ("Kepala Lapas Muara Teweh Budi Hartadi hadir.", "Lapas Muara Teweh", "Barito Utara"),
        ("PLN UP3 Kuala Kapuas hadir.", "PLN UP3 Kuala Kapuas", "Kapuas"),
        ("Kepala BPKPX Kabupaten Klungkung hadir.", "BPKPX Kabupaten Klungkung", "Klungkung"),
        ("Polsek Kawasan Pelabuhan Tanjung Contoh hadir.", "Polsek Kawasan Pelabuhan Tanjung Contoh", None),
        ("RSUD M.Th. Contoh hadir.", "RSUD M.Th. Contoh", None),
    ],
)
def test_offices_of_towns_and_unknown_offices(
    text: str, name: str, region: str | None, lexicon: Lexicon
) -> None:
    bodies = read_institutions(text, lexicon)
    assert [(body.name, body.region) for body in bodies] == [(name, region)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "PT PLN (Persero) Unit Pelaksana Pelayanan Pelanggan (UP3) Kendari dan PLN UP3 Kendari.",
            ["PT PLN (Persero) Unit Pelaksana Pelayanan Pelanggan (UP3) Kendari", "PLN UP3 Kendari"],
        ),
        (
            "BPJS Kesehatan Cabang Kendari hadir. Kemudian BPJS Kesehatan pulang.",
            ["BPJS Kesehatan Cabang Kendari", "BPJS Kesehatan"],
        ),
        (
            "Politeknik Negeri Contoh Utara (Polcontara) hadir. Direktur Polcontara datang.",
            ["Politeknik Negeri Contoh Utara (Polcontara)", "Polcontara"],
        ),
        ("PT Contoh Prima Coal (CPC) hadir. PT CPC datang.", ["PT Contoh Prima Coal (CPC)", "PT CPC"]),
        ("PT Contoh Tbk hadir. Kemudian PT Contoh pulang.", ["PT Contoh Tbk", "PT Contoh"]),
        (
            (
                "Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana Kabupaten Sigi hadir. "
                "Dinkes Sigi datang."
            ),
            [
                "Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana Kabupaten Sigi",
                "Dinkes Sigi",
            ],
        ),
        (
            "Kantor Otoritas Jasa Keuangan Provinsi Sulawesi Selatan dan Sulawesi Barat hadir.",
            ["Kantor Otoritas Jasa Keuangan Provinsi Sulawesi Selatan dan Sulawesi Barat"],
        ),
        ("Perum Bulog Maluku dan Maluku Utara hadir.", ["Perum Bulog Maluku dan Maluku Utara"]),
        (
            "UPTD Puskesmas Contoh hadir. Kemudian Puskesmas Contoh pulang.",
            ["UPTD Puskesmas Contoh", "Puskesmas Contoh"],
        ),
        (
            (
                "Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana Kabupaten Sigi hadir. "
                "Kemudian Dinas Kesehatan pulang."
            ),
            [
                "Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana Kabupaten Sigi",
                "Dinas Kesehatan",
            ],
        ),
        (
            "POLSEK CONTOHAN AMANKAN PASAR\n\nContoh - Polsek Contohan hadir.",
            ["POLSEK CONTOHAN", "Polsek Contohan"],
        ),
        (
            "Pemerintah Kabupaten Barito Utara hadir. Kemudian Pemkab Barut pulang.",
            ["Pemerintah Kabupaten Barito Utara", "Pemkab Barut"],
        ),
        ("SMA Negeri 3 Palu hadir. Kemudian SMAN 3 Palu pulang.", ["SMA Negeri 3 Palu", "SMAN 3 Palu"]),
        (
            "Mahkamah Syar'iyah Sigli hadir. Kemudian Mahkamah Syar’iyah Sigli pulang.",
            ["Mahkamah Syar'iyah Sigli", "Mahkamah Syar’iyah Sigli"],
        ),
        # A thing that is called after a body, or another body of its sort, is not the body.
        (
            "Pelabuhan Perikanan Samudera (PPS) Bitung hadir. Kapal itu dari PPS Contohan Jaya.",
            ["Pelabuhan Perikanan Samudera (PPS) Bitung"],
        ),
        (
            "Ketua Badan Pekerja Sinode (BPS) Gereja Toraja Pdt. Budi hadir. BPS Gereja Toraja hadir.",
            ["Badan Pekerja Sinode (BPS) Gereja Toraja", "BPS Gereja Toraja"],
        ),
        (
            "Ketua LPM Kelurahan Tanah Garam Syafri hadir. LPM Tanah Garam usul. Warga Tanah Garam senang.",
            ["LPM Kelurahan Tanah Garam", "LPM Tanah Garam"],
        ),
        (
            "Ketua Dewan Adat Suku (DAS) Sentani Orgenes Kaway hadir. DAS Sentani mendukung.",
            ["Dewan Adat Suku (DAS) Sentani", "DAS Sentani"],
        ),
        (
            "Ketua Pusat Studi Kependudukan (PSK) UGM Agus Joko hadir. PSK UGM mendukung.",
            ["Pusat Studi Kependudukan (PSK) UGM", "PSK UGM"],
        ),
    ],
)
def test_short_names_of_one_body(text: str, mentions: list[str], lexicon: Lexicon) -> None:
    (body,) = read_institutions(text, lexicon)
    assert [mention.text for mention in body.mentions] == mentions


def test_a_bare_name_of_two_offices_means_neither(lexicon: Lexicon) -> None:
    text = "BPJS Kesehatan Cabang Kendari dan BPJS Kesehatan Cabang Bitung hadir. BPJS Kesehatan pulang."
    mentions = [[mention.text for mention in body.mentions] for body in read_institutions(text, lexicon)]
    assert mentions[:2] == [["BPJS Kesehatan Cabang Kendari"], ["BPJS Kesehatan Cabang Bitung"]]


def test_a_name_with_the_nation_is_no_office(lexicon: Lexicon) -> None:
    text = "Ombudsman Sulawesi Barat hadir. Kemudian Ombudsman RI datang."
    assert [body.name for body in read_institutions(text, lexicon)] == [
        "Ombudsman Sulawesi Barat",
        "Ombudsman RI",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "UPTD Pasar Dinas Perdagangan Kota Palu hadir. Dinas Perdagangan Kota Palu datang.",
        "UPTD Dinas Kesehatan Kota Palu hadir. Dinas Kesehatan Kota Palu datang.",
    ],
)
def test_a_unit_is_not_the_agency_that_it_belongs_to(text: str, lexicon: Lexicon) -> None:
    unit, agency = read_institutions(text, lexicon)
    assert unit.name.startswith("UPTD ")
    assert agency.name in unit.name


@pytest.mark.parametrize(
    "text",
    [
        "SITUASI AMAN DAN RAPI, INTI ACARA TETAP DAMAI",
        "Relawan Budi Santoso membantu warga.",
        "Ibadah di Gereja Katedral, lalu jalan pagi di Tahura Djuanda.",
        "UPTD Puskesmas",
        "Suku Dinas",
        "Warga Batam Centre hadir bersama Kelian Banjar Dinas Geretek di balai.",
        # The known acronym of another body stands in brackets behind a measure or an index.
        "Indeks Demokrasi Indonesia (IDI) dirilis.",
        "Key Performance Indicator (KPI) ditetapkan.",
        "Kios Pertamini ditertibkan.",
    ],
)
def test_words_that_name_no_body(text: str, lexicon: Lexicon) -> None:
    assert read_institutions(text, lexicon) == ()


def test_no_name_is_read_without_end(lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = 0
    take_word = _Reader._take_word

    def count(reader: _Reader) -> bool:
        nonlocal taken
        taken += 1
        return take_word(reader)

    monkeypatch.setattr(_Reader, "_take_word", count)
    words = 400
    read_names("Pusat " + "Kesehatan Sosial " * (words // 2), lexicon)
    assert 0 < taken < words // 4
    taken = 0
    # Nor is one that the text repeats read on at each place.
    read_names("Pusat Layanan " * (words // 2), lexicon)
    assert words // 4 < taken < words
