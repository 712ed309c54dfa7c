"""Utterances and their speakers in short texts."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.extraction.statements import find_statements
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.records import Doubt, Statement
from tests.unit.extraction.invented import find_invented, lay_out

BUDI, RINA, WAYAN, SARI, AGUS, DEWI = (
    "Budi Hartadi",
    "Rina Ambarwati",
    "Wayan Sudarma",
    "Sari Lestarini",
    "Agus Marpaungan",
    "Dewi Castari",
)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def read(text: str, lexicon: Lexicon) -> tuple[tuple[Statement, ...], tuple[Doubt, ...]]:
    layout = lay_out(text, lexicon)
    statements, doubts = find_statements(layout, *find_invented(text), lexicon)
    sentences = {sentence.span for sentence in layout.sentences}
    for statement in statements:
        assert text[statement.span.start : statement.span.end] == statement.text
        size = len(statement.begins.split())
        assert text[statement.span.start :].split()[:size] == statement.begins.split() or (
            statement.text.split()[:6] == statement.begins.split()
        )
        assert size == 6 or size >= min(6, len(statement.text.split()))
        assert statement.evidence
        assert set(statement.evidence) <= sentences
    return statements, doubts


def tell(text: str, lexicon: Lexicon) -> list[tuple[str, str, str]]:
    """Speaker, "direct" or "reported", and text of each statement."""
    statements, _ = read(text, lexicon)
    return [(s.speaker, "direct" if s.direct else "reported", s.text) for s in statements]


AFTER = [
    ("“Data harus cocok,” ujar Budi Hartadi.", BUDI, "Data harus cocok"),
    ('"Data harus cocok", kata Budi Hartadi.', BUDI, "Data harus cocok"),
    ("“Data harus cocok” ujar Budi Hartadi.", BUDI, "Data harus cocok"),
    ("“Data harus cocok.” Ujar Budi Hartadi.", BUDI, "Data harus cocok."),
    ('“Data harus cocok," tegas Budi Hartadi.', BUDI, "Data harus cocok"),
    ('"Data harus cocok,” ungkap Budi Hartadi.', BUDI, "Data harus cocok"),
    ("”Data harus cocok,” jelas Budi Hartadi.", BUDI, "Data harus cocok"),
    ("‘’Data harus cocok,’’ papar Budi Hartadi.", BUDI, "Data harus cocok"),
    ("''Data harus cocok,'' imbuh Budi Hartadi.", BUDI, "Data harus cocok"),
    ("‘Data harus cocok satu sama lain,’ tutur Budi Hartadi.", BUDI, "Data harus cocok satu sama lain"),
    (
        "“Data harus cocok,” kata Kepala Dinas Sosial Kota Contoh, Budi Hartadi, Senin.",
        BUDI,
        "Data harus cocok",
    ),
    ("“Data harus cocok,” ujar AKBP Wayan Sudarma saat jumpa pers.", WAYAN, "Data harus cocok"),
    ("“Data harus cocok,” ujar Kapolres Contoh AKBP Wayan Sudarma.", WAYAN, "Data harus cocok"),
    ("“Data harus cocok,” Budi Hartadi menegaskan.", BUDI, "Data harus cocok"),
    ("“Data harus cocok,” demikian Bupati Contoh Rina Ambarwati.", RINA, "Data harus cocok"),
    ("“Data harus cocok,” kelit Budi Hartadi.", BUDI, "Data harus cocok"),
    ("“Data harus cocok,” Budi Hartadi.", BUDI, "Data harus cocok"),
    ("“Data harus cocok,” pungkasnya Budi Hartadi.", BUDI, "Data harus cocok"),
    ("“Data harus cocok,” demikian pernyataan Budi Hartadi.", BUDI, "Data harus cocok"),
    ("“Data harus cocok, kata Budi Hartadi.", BUDI, "Data harus cocok"),
    ("Data harus cocok,” kata Budi Hartadi.", BUDI, "Data harus cocok"),
    ("“Data harus cocok,” ujar perwakilan pihak keluarga.", "perwakilan pihak keluarga", "Data harus cocok"),
    ("“Data harus cocok,” kata salah seorang warga di lokasi.", "salah seorang warga", "Data harus cocok"),
]


@pytest.mark.parametrize(("text", "speaker", "said"), AFTER)
def test_attribution_after_the_quotation(text: str, speaker: str, said: str, lexicon: Lexicon) -> None:
    assert tell(text, lexicon) == [(speaker, "direct", said)]


BEFORE = [
    ("Budi Hartadi mengatakan, “Data harus cocok dulu.”", BUDI),
    ("Budi Hartadi mengatakan: “Data harus cocok dulu.”", BUDI),
    ("Budi Hartadi mengatakan “Data harus cocok dulu.”", BUDI),
    ("Menurut Budi Hartadi, “Data harus cocok dulu.”", BUDI),
    ("Hal ini disampaikan Budi Hartadi, “Data harus cocok dulu.”", BUDI),
    ("Bupati Contoh Rina Ambarwati: “Data harus cocok dulu.”", RINA),
    ("Kata Budi Hartadi, “Data harus cocok dulu.”", BUDI),
]


@pytest.mark.parametrize(("text", "speaker"), BEFORE)
def test_attribution_before_the_quotation(text: str, speaker: str, lexicon: Lexicon) -> None:
    assert tell(text, lexicon) == [(speaker, "direct", "Data harus cocok dulu.")]


def test_quotation_around_its_attribution(lexicon: Lexicon) -> None:
    text = "“Data harus cocok,” kata Budi Hartadi. “Kalau tidak, bantuan salah alamat.”"
    assert tell(text, lexicon) == [
        (BUDI, "direct", "Data harus cocok"),
        (BUDI, "direct", "Kalau tidak, bantuan salah alamat."),
    ]


def test_quotation_inside_a_quotation(lexicon: Lexicon) -> None:
    text = "“Program “Satu Pintu” sudah jalan,” kata Budi Hartadi."
    assert tell(text, lexicon) == [(BUDI, "direct", "Program “Satu Pintu” sudah jalan")]


def test_quotation_over_two_paragraphs(lexicon: Lexicon) -> None:
    text = "Budi Hartadi membuka rapat.\n\n“Data harus cocok dulu.\n\n“Baru bantuan dibagi,” katanya."
    assert tell(text, lexicon) == [(BUDI, "direct", "Data harus cocok dulu.\n\n“Baru bantuan dibagi")]


REPORTED = [
    (
        "Budi Hartadi menawarkan tiga bentuk kegiatan kepada warga.",
        BUDI,
        "tiga bentuk kegiatan kepada warga.",
    ),
    ("Budi Hartadi mengatakan bahwa bantuan sudah cair.", BUDI, "bantuan sudah cair."),
    ("Budi Hartadi mengatakan, bantuan sudah cair.", BUDI, "bantuan sudah cair."),
    ("Budi Hartadi mengatakan bantuan sudah cair.", BUDI, "bantuan sudah cair."),
    ("Budi Hartadi juga menegaskan kembali bahwa bantuan sudah cair.", BUDI, "bantuan sudah cair."),
    ("Budi Hartadi mengatakan kepada wartawan di balai kota bahwa bantuan cair.", BUDI, "bantuan cair."),
    ("Budi Hartadi menyatakan langsung mencairkan bantuan.", BUDI, "langsung mencairkan bantuan."),
    ("Kepala Dinas Sosial Kota Contoh, Budi Hartadi, menuturkan bantuan cair.", BUDI, "bantuan cair."),
    ("Budi Hartadi yang membuka rapat menekankan perlunya data.", BUDI, "perlunya data."),
    ("Budi Hartadi, didampingi Rina Ambarwati, menyebut bantuan cair.", BUDI, "bantuan cair."),
    ("Menanggapi Rina Ambarwati, Budi Hartadi menyebut bantuan cair.", BUDI, "bantuan cair."),
    ("Pada kesempatan itu Budi Hartadi menyebut bantuan cair.", BUDI, "bantuan cair."),
    ("Dalam sambutannya, Budi Hartadi menyebut bantuan cair.", BUDI, "bantuan cair."),
    (
        "Kapolres Contoh AKBP Wayan Sudarma, S.I.K., melalui Kasi Humas Sari Lestarini menyebut dua ditahan.",
        SARI,
        "dua ditahan.",
    ),
    ("Rapat selesai siang hari, sedangkan Budi Hartadi menyebut bantuan cair.", BUDI, "bantuan cair."),
    ("Rina Ambarwati membuka rapat dan Budi Hartadi menyebut bantuan cair.", BUDI, "bantuan cair."),
    ("Rapat dibuka Budi Hartadi, yang menegaskan pentingnya data.", BUDI, "pentingnya data."),
    ("Kuasa hukum Dewi Castari, Budi Hartadi, menyebut kliennya sakit.", BUDI, "kliennya sakit."),
    ("Budi Hartadi membuka rapat dengan menegaskan pentingnya data.", BUDI, "pentingnya data."),
    ("Di sampaikan oleh Budi Hartadi bahwa bantuan cair.", BUDI, "bantuan cair."),
    ("Menurut Budi Hartadi, bantuan cair pekan depan.", BUDI, "bantuan cair pekan depan."),
    ("Menurut Budi Hartadi bantuan cair pekan depan.", BUDI, "bantuan cair pekan depan."),
    ("Menurut keterangan Budi Hartadi, bantuan cair pekan depan.", BUDI, "bantuan cair pekan depan."),
    ("Bagi Budi Hartadi, data itu nyawa bantuan.", BUDI, "data itu nyawa bantuan."),
    ("Menurut surat KBRI Kuala Lumpur, mereka tiba Jumat.", "KBRI Kuala Lumpur", "mereka tiba Jumat."),
    ("Dikatakan Budi Hartadi, bantuan cair pekan depan.", BUDI, "bantuan cair pekan depan."),
    ("Disampaikan oleh Budi Hartadi bahwa bantuan cair.", BUDI, "bantuan cair."),
    ("Dicita-citakan Budi Hartadi, kelak ada rumah aman.", BUDI, "kelak ada rumah aman."),
    ("Lanjut Budi Hartadi, bantuan cair pekan depan.", BUDI, "bantuan cair pekan depan."),
    ("Seperti disampaikan Budi Hartadi, bantuan cair pekan depan.", BUDI, "bantuan cair pekan depan."),
    (
        "Bantuan itu, kata Budi Hartadi, cair pekan depan.",
        BUDI,
        "Bantuan itu, kata Budi Hartadi, cair pekan depan.",
    ),
    ("Akibatnya, lanjut Budi Hartadi, bantuan tertunda.", BUDI, "bantuan tertunda."),
    (
        "Di Contoh, menurut Budi Hartadi, bantuan cair.",
        BUDI,
        "Di Contoh, menurut Budi Hartadi, bantuan cair.",
    ),
    (
        "Bantuan untuk warga desa, kata Budi Hartadi, cair pekan depan.",
        BUDI,
        "Bantuan untuk warga desa, kata Budi Hartadi, cair pekan depan.",
    ),
    (
        "Data yang salah itu, tegas Budi Hartadi, merugikan warga.",
        BUDI,
        "Data yang salah itu, tegas Budi Hartadi, merugikan warga.",
    ),
    (
        "Dari jumlah itu, sambung Budi Hartadi, enam warga pulang.",
        BUDI,
        "Dari jumlah itu, sambung Budi Hartadi, enam warga pulang.",
    ),
    (
        "Soal kuota, jawab Budi Hartadi, masih dibicarakan.",
        BUDI,
        "Soal kuota, jawab Budi Hartadi, masih dibicarakan.",
    ),
    (
        "Bantuan sudah cair semuanya, kata Budi Hartadi, sejak Senin.",
        BUDI,
        "Bantuan sudah cair semuanya, kata Budi Hartadi, sejak Senin.",
    ),
    ("Dikatakan Budi Hartadi, bantuan cair.", BUDI, "bantuan cair."),
    ("Bagi Budi Hartadi, ketua kelompok sejak 2018, bantuan itu penting.", BUDI, "bantuan itu penting."),
    ("Budi Hartadi tidak menampik bantuan terbatas.", BUDI, "tidak menampik bantuan terbatas."),
    ("Budi Hartadi menolak tudingan itu.", BUDI, "menolak tudingan itu."),
    ("Budi Hartadi memperingatkan bahwa bantuan terbatas.", BUDI, "bantuan terbatas."),
    ("Budi Hartadi mempersilakan warga mengambil bantuan.", BUDI, "mengambil bantuan."),
    ("Budi Hartadi merekomendasikan desa membuka data.", BUDI, "membuka data."),
    ("Budi Hartadi mempersoalkan antrean yang panjang.", BUDI, "antrean yang panjang."),
    ("Budi Hartadi melaporkan 12 rumah dilanda banjir.", BUDI, "12 rumah dilanda banjir."),
    ("Budi Hartadi melaporkan ada dua rumah rusak.", BUDI, "ada dua rumah rusak."),
    ("Hadir Budi Hartadi yang melaporkan ada dua rumah rusak.", BUDI, "ada dua rumah rusak."),
    ("Kapolres Contoh diwakili Kasat Reskrim Budi Hartadi menyebut dua ditahan.", BUDI, "dua ditahan."),
    ("Kapolres Contoh yang diwakili oleh Kasat Budi Hartadi menyebut dua ditahan.", BUDI, "dua ditahan."),
    (
        "Mewakili Bupati Contoh, Sekda Contoh Budi Hartadi meminta warga tetap bersabar.",
        BUDI,
        "tetap bersabar.",
    ),
    ("Rapat dihadiri Rina Ambarwati ST. Budi Hartadi menyebut bantuan cair.", BUDI, "bantuan cair."),
    ("Warga menanyakan gaji perbekel. Budi Hartadi menyebut gaji cair.", BUDI, "gaji cair."),
    (
        "Bantuan itu cair pekan depan, ujar Budi Hartadi.",
        BUDI,
        "Bantuan itu cair pekan depan, ujar Budi Hartadi.",
    ),
    ("Namun, kata Budi Hartadi, bantuan belum cair.", BUDI, "bantuan belum cair."),
    (
        "Pemerintah kata Budi Hartadi, segera membantu.",
        BUDI,
        "Pemerintah kata Budi Hartadi, segera membantu.",
    ),
    ("BPS mencatat ada selisih angka.", "Badan Pusat Statistik", "ada selisih angka."),
    ("Dinsos Contoh menyatakan bahwa bantuan cair.", "Dinas Sosial Kota Contoh", "bantuan cair."),
    ("Pihak Polres Contoh menegaskan perkara berlanjut.", "Kepolisian Resor Contoh", "perkara berlanjut."),
    ("Kepala Desa Mekar menyebut bantuan cair.", "Kepala Desa Mekar", "bantuan cair."),
    ("Pihak pengelola membantah kabar itu.", "Pihak pengelola", "membantah kabar itu."),
    ("Karenanya pihak sekolah berjanji menambah kelas.", "pihak sekolah", "menambah kelas."),
    ("Salah seorang peserta mengaku lega hari itu.", "Salah seorang peserta", "lega hari itu."),
]


@pytest.mark.parametrize(("text", "speaker", "said"), REPORTED)
def test_reported_speech(text: str, speaker: str, said: str, lexicon: Lexicon) -> None:
    assert tell(text, lexicon) == [(speaker, "reported", said)]


REQUESTS = [
    ("Budi meminta warga melapor ke balai.", "melapor ke balai."),
    ("Budi meminta agar warga melapor.", "warga melapor."),
    ("Budi mengimbau warga supaya melapor.", "melapor."),
    ("Budi mengimbau warga untuk segera melapor.", "untuk segera melapor."),
    ("Budi meminta bantuan dikabarkan secara berkala.", "bantuan dikabarkan secara berkala."),
    ("Budi meminta warga yang memiliki anak tidak panik.", "tidak panik."),
    ("Budi mengingatkan perlunya data yang cocok.", "perlunya data yang cocok."),
    ("Budi mengajak seluruh warga menjaga kampung.", "menjaga kampung."),
    ("Budi mengingatkan warga tidak boleh panik.", "warga tidak boleh panik."),
    ("Budi mengingatkan para lurah bahwa bantuan terbatas.", "bantuan terbatas."),
    ("Budi mengingatkan warga agar tidak panik.", "tidak panik."),
    ("Budi meminta pendampingan tidak putus.", "pendampingan tidak putus."),
    ("Budi meminta perusahaan membayar upah.", "membayar upah."),
    ("Budi minta warga tetap tenang.", "tetap tenang."),
]


@pytest.mark.parametrize(("text", "said"), [case for case in REQUESTS if len(case[1].split()) > 1])
def test_request_begins_after_the_one_who_is_asked(text: str, said: str, lexicon: Lexicon) -> None:
    assert tell(text.replace("Budi", BUDI), lexicon) == [(BUDI, "reported", said)]


ACTS = [
    "mengapresiasi kerja petugas.",
    "berterima kasih kepada petugas.",
    "menyambut baik tawaran itu.",
    "mengucapkan terima kasih kepada petugas.",
    "mengucapkan selamat datang kepada petugas.",
    "membantah kabar itu.",
    "siap membantu warga.",
    "berharap bantuan cair.",
    "optimistis bantuan cair.",
    "ingin bantuan cair.",
    "menyayangkan kabar itu.",
]


@pytest.mark.parametrize("act", ACTS)
def test_verb_that_is_the_act_belongs_to_the_utterance(act: str, lexicon: Lexicon) -> None:
    assert tell(f"Budi Hartadi {act}", lexicon) == [(BUDI, "reported", act)]


NOTHING = [
    "Budi Hartadi melaporkan 12 kasus ke polisi.",
    "Budi Hartadi menyampaikan materi tentang data.",
    "Budi Hartadi menyampaikan sambutan di depan warga.",
    "Budi Hartadi menyampaikan laporan.",
    "Budi Hartadi menyampaikan bantuan kepada warga.",
    "Budi Hartadi mengucapkan sumpah jabatan.",
    "Budi Hartadi melaporkan kasus itu ke polisi.",
    "Budi Hartadi melanjutkan perjalanan ke desa.",
    "Budi Hartadi belum memberi keterangan resmi.",
    "Budi Hartadi akan menjelaskan rencana itu besok.",
    "Budi Hartadi datang untuk menjelaskan rencana itu.",
    "Budi Hartadi tidak menyebut nama panti itu.",
    "Piagam disampaikan Budi Hartadi kepada warga teladan.",
    "Rapat yang dihadiri Budi Hartadi itu menyimpulkan tiga hal.",
    "Keduanya berharap perkara selesai.",
    "Mereka mengatakan bantuan belum cair.",
    "Warga diharapkan melapor ke balai.",
    "Usia mereka dipotret menurut umur dan pendidikan.",
    "BP3MI Sulteng menerangkan cara bekerja kepada mereka.",
    "Kegiatan bertema “Data Cocok Bantuan Tepat” dibuka Budi Hartadi.",
    "Budi Hartadi membuka program “Satu Pintu”.",
    "Polisi memilih tagline “Libur Tenang, Pulang Senang” tahun ini, kata kuncinya aman.",
    "Budi Hartadi menyerahkan piagam.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_statement(text: str, lexicon: Lexicon) -> None:
    assert tell(text, lexicon) == []


@pytest.mark.parametrize(
    "noun", ["dukungan atas rencana itu.", "terima kasih kepada warga.", "laporan penindakan dari desa."]
)
def test_noun_of_saying_is_said(noun: str, lexicon: Lexicon) -> None:
    assert tell(f"Budi Hartadi menyampaikan {noun}", lexicon) == [(BUDI, "reported", noun)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rapat dibuka Budi Hartadi. Ia menyebut bantuan cair.", BUDI),
        ("Rapat dipimpin Budi Hartadi.\n\n“Bantuan cair,” ujarnya.", BUDI),
        ("Budi Hartadi hadir. Menurutnya, bantuan cair.", BUDI),
        ("Budi Hartadi hadir. Bantuan itu, menurut dia, cair.", BUDI),
        ("Budi Hartadi hadir. Menurut datanya, bantuan cair.", BUDI),
        ("Budi Hartadi hadir. Dijelaskannya, bantuan cair.", BUDI),
        ("Budi Hartadi hadir. Politikus itu menyebut bantuan cair.", BUDI),
        ("Budi Hartadi hadir. “Bantuan cair,” kata politikus asal Contoh tersebut.", BUDI),
        ("Budi Hartadi hadir. “Bantuan cair,” tambah beliau.", BUDI),
        ("Budi Hartadi hadir. “Bantuan cair,” ujar mantan Bupati Teladan yang juga dosen.", BUDI),
        ("Budi Hartadi hadir. Lebih lanjut di jelaskannya bahwa bantuan cair.", BUDI),
        ("Budi Hartadi hadir. Pihaknya menyebut bantuan cair.", BUDI),
        ("Rina Ambarwati diwakili Budi Hartadi. Ia menyebut bantuan cair.", BUDI),
        ("Budi Hartadi hadir. Rapat membahas surat Camat Mekar. “Bantuan cair,” terangnya.", BUDI),
    ],
)
def test_pronoun_means_the_last_who_could_speak(text: str, speaker: str, lexicon: Lexicon) -> None:
    assert [statement[0] for statement in tell(text, lexicon)] == [speaker]


def test_pronoun_after_a_statement_means_its_speaker(lexicon: Lexicon) -> None:
    text = "Budi Hartadi menyebut Rina Ambarwati sudah setuju. Ia menambahkan bantuan cair."
    assert [statement[0] for statement in tell(text, lexicon)] == [BUDI, BUDI]


def test_second_verb_after_an_act_says_something_of_its_own(lexicon: Lexicon) -> None:
    text = "Budi Hartadi menyambut baik koreksi itu dan menyatakan bantuan cair."
    assert tell(text, lexicon) == [
        (BUDI, "reported", "menyambut baik koreksi itu"),
        (BUDI, "reported", "bantuan cair."),
    ]


def test_a_short_report_begins_with_words_that_tell_it_apart(lexicon: Lexicon) -> None:
    statements, _ = read("Budi Hartadi menyambut baik dan menyatakan bantuan cair.", lexicon)
    assert statements[0].text == "menyambut baik"
    assert statements[0].begins == "menyambut baik dan menyatakan bantuan cair."


def test_second_verb_inside_what_is_said_is_part_of_it(lexicon: Lexicon) -> None:
    text = "Budi Hartadi mengaku terharu dan menyampaikan penghargaan atas acara itu."
    assert [said for _, _, said in tell(text, lexicon)] == [
        "terharu dan menyampaikan penghargaan atas acara itu."
    ]


def test_chain_of_reports_with_a_subject_of_their_own(lexicon: Lexicon) -> None:
    text = (
        "Budi Hartadi mengaku setuju dengan usul itu, bahkan dirinya menjanjikan bantuan cair; "
        "menurutnya, data sudah cocok."
    )
    assert [said for _, _, said in tell(text, lexicon)] == [
        "setuju dengan usul itu",
        "bantuan cair",
        "data sudah cocok.",
    ]


@pytest.mark.parametrize(
    ("post", "name"),
    [
        ("Kepala Kantor Regional XIII BKN", AGUS),
        ("Kakanreg XIII BKN", AGUS),
        ("Kepala Dinsos Contoh", BUDI),
        ("kepala Dinas Sosial Kota Contoh", BUDI),
        ("Bupati", RINA),
        ("Bupati Contoh", RINA),
        ("Kapolres", WAYAN),
        ("Wakil Bupati Contoh", "Wakil Bupati Contoh"),
        ("Kepala Dinas Kesehatan", "Kepala Dinas Kesehatan"),
    ],
)
def test_post_without_a_name(post: str, name: str, lexicon: Lexicon) -> None:
    hadir = "Hadir Budi Hartadi, Rina Ambarwati, Agus Marpaungan, dan Wayan Sudarma."
    text = f"{hadir}\n\nKemudian {post} menyebut bantuan cair."
    assert [statement[0] for statement in tell(text, lexicon)] == [name]


def test_hal_itu_refers_to_what_was_told_before(lexicon: Lexicon) -> None:
    text = (
        "Dua orang ditahan di desa.\n\nHal itu disampaikan Kapolres Contoh AKBP Wayan Sudarma, Senin (3/2)."
    )
    statements, _ = read(text, lexicon)
    assert [(s.speaker, s.direct, s.text) for s in statements] == [
        (WAYAN, False, "Dua orang ditahan di desa.")
    ]
    assert len(statements[0].evidence) == 2


def test_what_is_answered_is_not_said_by_the_one_who_answers(lexicon: Lexicon) -> None:
    assert tell("Jalan itu rusak sejak lama. Hal itu dibantah Budi Hartadi.", lexicon) == []


def test_hal_itu_after_a_statement_adds_none(lexicon: Lexicon) -> None:
    text = (
        "Budi Hartadi meminta warga segera melapor. Permintaan itu disampaikan langsung Budi di balai kota."
    )
    assert tell(text, lexicon) == [(BUDI, "reported", "segera melapor.")]


def test_quotation_whose_speaker_follows_in_the_next_sentence(lexicon: Lexicon) -> None:
    text = "“Dua orang ditahan di desa itu.”\n\nHal itu disampaikan Wayan Sudarma."
    assert tell(text, lexicon) == [(WAYAN, "direct", "Dua orang ditahan di desa itu.")]


def test_verb_whose_quotation_marks_are_lost(lexicon: Lexicon) -> None:
    text = "Dua orang ditahan di desa itu. Ungkap Wayan Sudarma saat jumpa pers."
    assert tell(text, lexicon) == [(WAYAN, "reported", "Dua orang ditahan di desa itu.")]


def test_quotation_without_opening_mark_after_a_report(lexicon: Lexicon) -> None:
    text = "Budi Hartadi mengucapkan terima kasih kepada warga. Harapannya bantuan cair,” pungkasnya."
    assert tell(text, lexicon) == [
        (BUDI, "reported", "mengucapkan terima kasih kepada warga."),
        (BUDI, "direct", "Harapannya bantuan cair"),
    ]


def test_hal_senada_opens_a_statement_of_its_own(lexicon: Lexicon) -> None:
    text = "Hal senada diungkapkan Budi Hartadi, yang menilai data belum cocok. “Data belum cocok,” ujarnya."
    assert tell(text, lexicon) == [
        (BUDI, "reported", "data belum cocok."),
        (BUDI, "direct", "Data belum cocok"),
    ]


def test_unattributed_quotation_belongs_to_the_plain_speaker_before(lexicon: Lexicon) -> None:
    text = "Budi Hartadi berharap bantuan cair.\n\n“Warga sudah lama menunggu bantuan itu dan mere"
    assert tell(text, lexicon)[1:] == [(BUDI, "direct", "Warga sudah lama menunggu bantuan itu dan mere")]


def test_unattributed_quotation_without_a_plain_speaker_is_a_doubt(lexicon: Lexicon) -> None:
    text = "Bantuan cair hari itu.\n\n“Warga sudah lama menunggu bantuan itu.”"
    statements, doubts = read(text, lexicon)
    assert statements == ()
    assert [text[doubt.span.start : doubt.span.end] for doubt in doubts] == [
        "Warga sudah lama menunggu bantuan itu."
    ]


def test_a_name_behind_what_its_bearer_is(lexicon: Lexicon) -> None:
    text = "Hadir Budi Hartadi. “Perahu kami sudah terlalu tua,” kata pelatih kepala, Budi Hartadi."
    assert [speaker for speaker, _, _ in tell(text, lexicon)] == [BUDI]


def test_several_speakers_are_a_doubt(lexicon: Lexicon) -> None:
    text = "Budi Hartadi dan Rina Ambarwati mengatakan bantuan cair."
    statements, doubts = read(text, lexicon)
    assert statements == ()
    assert [doubt.reason for doubt in doubts] == ["statement of several speakers"]


RELEASES = [
    (
        (
            "Kapolres Contoh AKBP Wayan Sudarma, S.I.K., melalui Kasi Humas Sari Lestarini mengatakan"
            " pengungkapan berawal dari laporan warga.\n"
            '“Petugas kami datang setengah jam kemudian," ujar Sari, Senin (4/8).\n'
            "Lebih lanjut dijelaskannya bahwa dua saksi sudah dimintai keterangan.\n"
            "Selain itu, lanjut Sari, polisi menyita sebelas paspor.\n"
            'Kapolres mengimbau warga agar tidak tergiur gaji besar. "Kalau ragu, tanyakan dulu" '
            "pesannya.\n"
            "Hingga kini pemilik rumah belum bersedia memberi keterangan kepada wartawan."
        ),
        [(SARI, False), (SARI, True), (SARI, False), (SARI, False), (WAYAN, False), (WAYAN, True)],
    ),
    (
        (
            "Bupati Contoh Rina Ambarwati melepas peserta magang. Dalam sambutannya, Bupati mengaku "
            'bangga sekali. "Saya titip satu hal, jaga nama daerah, ucapnya. Ia juga berpesan kepada '
            "peserta agar rajin menabung. Sementara itu Kepala Dinas Sosial Kota Contoh, Budi Hartadi"
            ' melaporkan, hanya 40 pendaftar yang lulus. "Yang belum lulus jangan berkecil hati" '
            "katanya. Salah seorang peserta mengucapkan terima kasih kepada pemerintah. Kata dia, "
            "tanpa bantuan itu ia tidak berangkat."
        ),
        [
            (RINA, False),
            (RINA, True),
            (RINA, False),
            (BUDI, False),
            (BUDI, True),
            ("Salah seorang peserta", False),
            ("Salah seorang peserta", False),
        ],
    ),
    (
        (
            "Demikian penjelasan itu dimulai. BP3MI Sulteng mengapresiasi langkah tersebut. Ditanya "
            "soal sanksi, Budi Hartadi enggan berkomentar. “Nanti saja,” elaknya. Rina Ambarwati "
            "optimistis kelas terisi penuh; menurut dia, peminatnya banyak. Usulan itu langsung "
            "disetujui Budi."
        ),
        [("BP3MI Sulawesi Tengah", False), (BUDI, True), (RINA, False), (RINA, False)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), RELEASES)
def test_releases_of_other_styles(text: str, expected: list[tuple[str, bool]], lexicon: Lexicon) -> None:
    statements, _ = read(text, lexicon)
    assert [(statement.speaker, statement.direct) for statement in statements] == expected


PIECES = [
    "Budi Hartadi",
    "Rina",
    "mengatakan",
    "bahwa",
    "ujar",
    "ujarnya",
    "menurut",
    "Menurutnya",
    "meminta",
    "agar",
    "“",
    "”",
    '"',
    "'",
    ",",
    ".",
    ":",
    ";",
    "\n",
    "Hal itu disampaikan",
    "yang",
    "dan",
    "BPS",
    "Kepala",
    "warga",
    "bantuan cair",
    "kata",
    "Kapolres",
    "melalui",
    "sementara",
    "“Data cocok,”",
    "(",
    ")",
    "–",
    "dikatakan",
    "ia",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_spans_hold_on_any_text(text: str) -> None:
    read(text, load_once())


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    read(text, load_once())


@cache
def load_once() -> Lexicon:
    return load_lexicon()
