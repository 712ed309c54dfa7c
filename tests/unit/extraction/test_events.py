"""Happenings in short texts: type, day, modality, host and guest, who is there."""

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.extraction.agreements import find_agreements
from kgraph.extraction.events import find_events
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.records import Doubt, Event, Institution, Mention, OtherEvent
from kgraph.vocabulary import EVENT_TYPES, MODALITIES
from tests.unit.extraction.invented import find_invented, lay_out

NEAR = date(2025, 6, 20)
DINAS, POLRES, BP3MI = "Dinas Sosial Kota Contoh", "Kepolisian Resor Contoh", "BP3MI Sulawesi Tengah"
BPS, KBRI, BKN = "Badan Pusat Statistik", "KBRI Kuala Lumpur", "Kantor Regional XIII BKN"


@cache
def load_lexicon_once() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon_once()


def read(text: str, lexicon: Lexicon) -> tuple[tuple[Event, ...], tuple[OtherEvent, ...], tuple[Doubt, ...]]:
    officials, institutions = find_invented(text)
    return find_events(lay_out(text, lexicon), institutions, officials, lexicon, near=NEAR, dateline=None)


def read_one(text: str, lexicon: Lexicon) -> Event:
    events, _, _ = read(text, lexicon)
    assert len(events) == 1
    return events[0]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Dinsos Contoh menggelar rapat koordinasi di Aula Balai Kota, Kamis (19/6/2025).", "meeting"),
        ("Dinsos Contoh mengunjungi Polres Contoh, Kamis (19/6/2025).", "visit"),
        ("Dinsos Contoh menerima audiensi BPS, Kamis (19/6/2025).", "audience"),
        ("Dinsos Contoh dan BPS menandatangani nota kesepahaman, Kamis (19/6/2025).", "signing"),
        ("Dinsos Contoh memberikan sosialisasi bahaya pinjaman daring, Kamis (19/6/2025).", "outreach"),
        ("Dinsos Contoh melaksanakan bimbingan teknis pendataan, Kamis (19/6/2025).", "training"),
        ("KBRI Kuala Lumpur memulangkan 20 pekerja, Kamis (19/6/2025).", "repatriation"),
        ("Dinsos Contoh menyerahkan 30 kursi roda kepada warga, Kamis (19/6/2025).", "handover"),
        ("Polres Contoh menggagalkan pengiriman 12 orang, Kamis (19/6/2025).", "interdiction"),
        ("Rombongan BPS diterima Budi Hartadi di kantor Dinsos Contoh, Kamis (19/6/2025).", "visit"),
        ("Rina Ambarwati meletakkan batu pertama puskesmas, Kamis (19/6/2025).", "inauguration"),
        ("Dinsos Contoh mendonasikan 30 kursi roda, Kamis (19/6/2025).", "handover"),
        ("Rina Ambarwati menengok warga Desa Melati, Kamis (19/6/2025).", "visit"),
        ("Polres Contoh mengeksekusi terpidana korupsi, Kamis (19/6/2025).", "interdiction"),
        ("Dinsos Contoh mempertemukan BPS dan Polres Contoh, Kamis (19/6/2025).", "meeting"),
        ("Lima belas pekerja tiba dari Jeddah, Kamis (19/6/2025).", "repatriation"),
        ("Polres Contoh menghentikan sebuah kapal kayu, Kamis (19/6/2025).", "interdiction"),
        ("BP3MI Sulteng melepas 40 perawat ke Jerman, Kamis (19/6/2025).", "send-off"),
        ("BP3MI Sulteng menggelar webinar peluang kerja, Kamis (19/6/2025).", "talk"),
        ("Rina Ambarwati meninjau gudang bantuan Dinsos Contoh, Kamis (19/6/2025).", "inspection"),
        ("Rina Ambarwati meresmikan rumah singgah, Kamis (19/6/2025).", "inauguration"),
        ("Polres Contoh menggelar apel gelar pasukan, Kamis (19/6/2025).", "ceremony"),
        ("Polres Contoh memusnahkan barang bukti, Kamis (19/6/2025).", "other"),
        ("Dinsos Contoh menggelar “Pekan Lansia Gembira” di Lapangan Merdeka, Kamis (19/6/2025).", "other"),
        ("BPS menggelar Sensus Bersama Warga di Aula Balai Kota, Kamis (19/6/2025).", "other"),
        ("Rina Ambarwati menghadiri sedekah laut di Desa Melati, Kamis (19/6/2025).", "other"),
        ("Polres Contoh mengevakuasi warga Desa Melati, Kamis (19/6/2025).", "other"),
        ("Rina Ambarwati mencanangkan gerakan peduli lansia, Kamis (19/6/2025).", "inauguration"),
        ("BPS menyelenggarakan sidang isbat nikah di Desa Melati, Kamis (19/6/2025).", "other"),
        ("Warga mengikuti kelas batik yang diadakan BPS di Desa Melati, Kamis (19/6/2025).", "other"),
        ("Penyalaan perdana dilakukan Rina Ambarwati di Desa Melati, Kamis (19/6/2025).", "other"),
        ("Polres Contoh mendatangi BPS guna menyosialisasikan bahaya judi, Kamis (19/6/2025).", "outreach"),
        ("Dinsos Contoh bersama BPS mengecat ulang halte di Desa Melati, Kamis (19/6/2025).", "other"),
        ("Polres Contoh dan warga merobohkan tugu tua Desa Melati, Kamis (19/6/2025).", "other"),
    ],
)
def test_types(text: str, type_: str, lexicon: Lexicon) -> None:
    event = read_one(text, lexicon)
    assert event.type == type_
    assert event.date == "2025-06-19"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Dinsos Contoh menggelar rapat koordinasi lansia di Aula Balai Kota, Kamis (19/6/2025).",
            "rapat koordinasi lansia",
        ),
        (
            "BPS menggelar bimtek pendataan dan pemetaan warga yang diikuti 30 orang, Kamis (19/6/2025).",
            "bimtek pendataan dan pemetaan warga",
        ),
        (
            "Polres Contoh membekuk dua pengedar sabu di Desa Melati, Kamis (19/6/2025).",
            "membekuk dua pengedar sabu",
        ),
        (
            "Dinsos Contoh menggelar “Pekan Lansia Gembira” di Lapangan Merdeka, Kamis (19/6/2025).",
            "Pekan Lansia Gembira",
        ),
        (
            (
                "Perkara itu dibahas dalam rapat kasus (case conference) yang "
                "digelar Dinsos Contoh, Kamis (19/6/2025)."
            ),
            "rapat kasus (case conference)",
        ),
        (
            "Warga mengikuti kelas batik tulis yang diadakan BPS di Desa Melati, Kamis (19/6/2025).",
            "kelas batik tulis",
        ),
        # The series of which it is a part is not what was held.
        (
            "Dinsos Contoh menutup rangkaian hari jadi dengan menggelar pelatihan, Kamis (19/6/2025).",
            "pelatihan",
        ),
    ],
)
def test_labels(text: str, label: str, lexicon: Lexicon) -> None:
    assert read_one(text, lexicon).label == label


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Dinsos Contoh akan menggelar rapat koordinasi pada 30 Juni 2025.", "planned"),
        ("Rapat koordinasi Dinsos Contoh dijadwalkan 30 Juni 2025.", "planned"),
        ("Rapat koordinasi akan dilaksanakan Dinsos Contoh pada 30 Juni 2025.", "planned"),
        ("Dinsos Contoh membatalkan rapat koordinasi pekan ini.", "cancelled"),
        (
            "Sedianya Polres Contoh dan BPS beserta Dinsos Contoh menandatangani nota kesepahaman.",
            "cancelled",
        ),
        ("Keinginan membuka kelas bahasa disampaikan Dinsos Contoh.", "planned"),
        ("Rapat koordinasi Dinsos Contoh ditunda.", "cancelled"),
        ("Polres Contoh belum menangkap pelakunya.", "denied"),
        ("Polres Contoh pernah menggelar razia serupa.", "past"),
        ("Pada Januari 2024 Polres Contoh menggelar razia serupa.", "past"),
        ("Polres Contoh menggelar razia serupa pada Maret lalu.", "past"),
        ("Perjanjian serupa diteken BPS pada tahun 2023.", "past"),
        ("Sebelumnya, Senin (2/6/2025), Polres Contoh menggelar razia serupa.", "past"),
        (
            "Penandatanganan MoU yang sedianya dilakukan Dinsos Contoh kemarin belum jadi digelar.",
            "cancelled",
        ),
        ("Rapat koordinasi Dinsos Contoh dan BPS tidak digelar pekan ini.", "cancelled"),
    ],
)
def test_what_is_not_reported_as_done(text: str, modality: str, lexicon: Lexicon) -> None:
    events, others, _ = read(text, lexicon)
    assert events == ()
    assert [other.modality for other in others] == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "Budi Hartadi yang ditemui wartawan di kantornya membenarkan kabar itu.",
        "Petisi yang ditandatangani ribuan warga itu kini disimpan BPS.",
        "BPS menggelar layanan keliling saban hari.",
        "Pembangunan jalan dilakukan bertahap. Warga menunggu.",
    ],
)
def test_what_reports_nothing(text: str, lexicon: Lexicon) -> None:
    events, others, _ = read(text, lexicon)
    assert (events, others) == ((), ())


def test_a_meeting_on_what_is_called_off(lexicon: Lexicon) -> None:
    text = (
        "Dinsos Contoh membatalkan festival lansia yang sedianya digelar di Lapangan Merdeka. "
        "Keputusan itu "
        "diambil dalam rapat terbatas di Aula Balai Kota, Kamis (19/6/2025)."
    )
    events, others, _ = read(text, lexicon)
    assert [(event.type, event.date) for event in events] == [("meeting", "2025-06-19")]
    assert [other.modality for other in others] == ["cancelled"]


def test_an_aim_is_no_happening(lexicon: Lexicon) -> None:
    text = "Dinsos Contoh mengubah aturan untuk melatih relawan. Aturan itu berlaku bulan ini."
    events, _, doubts = read(text, lexicon)
    assert events == ()
    assert [text[doubt.span.start : doubt.span.end] for doubt in doubts] == [
        "Dinsos Contoh mengubah aturan untuk melatih relawan."
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rapat digelar Dinsos Contoh menindaklanjuti surat Nomor 12/X tanggal 2 Mei 2025.", None),
        (
            "Dinsos Contoh menggelar rapat. Hal itu tertuang dalam keterangan tertulis, Kamis (19/6/2025).",
            None,
        ),
        ("Dinsos Contoh menggelar rapat. Kegiatan berlangsung Rabu (18/6/2025).", "2025-06-18"),
        (
            "Dinsos Contoh menggelar pelatihan pada 16-18 Juni 2025 di Aula Balai Kota.",
            "2025-06-16/2025-06-18",
        ),
        ("Rapat digelar Dinsos Contoh, Rabu (18/6).", "2025-06-18"),
        # A paper has no name of a day beside it; what began long ago is no happening.
        ("Dinsos Contoh menggelar rapat membahas peraturan bupati, Rabu (18/6/2025).", "2025-06-18"),
        ("Dinsos Contoh, yang sejak 2 Mei 2024 dipimpin Budi Hartadi, menggelar rapat.", None),
        # What lasts until a day, or is still to come, is not what happened.
        ("Dinsos Contoh menggelar rapat tentang tim yang bekerja sampai 30 September 2025.", None),
        ("Dinsos Contoh menggelar rapat. Kegiatan serupa direncanakan di Solok pada 24 Juni 2025.", None),
    ],
)
def test_days(text: str, day: str | None, lexicon: Lexicon) -> None:
    assert read_one(text, lexicon).date == day


@pytest.mark.parametrize(
    ("text", "organizer", "others"),
    [
        # Who holds it is subject, or agent of the passive.
        ("Dinsos Contoh menggelar rapat bersama BPS, Kamis (19/6/2025).", DINAS, {BPS}),
        ("BPS hadir dalam rapat yang digelar Dinsos Contoh, Kamis (19/6/2025).", DINAS, {BPS}),
        ("Rapat yang diselenggarakan oleh Dinsos Contoh itu diikuti BPS, Kamis (19/6/2025).", DINAS, {BPS}),
        ("BPS menghadiri seminar yang diadakan Dinsos Contoh, Kamis (19/6/2025).", DINAS, {BPS}),
        # Of a visit it is the one who is visited.
        ("BPS mengunjungi Dinsos Contoh, Kamis (19/6/2025).", DINAS, {BPS}),
        ("BPS melakukan kunjungan kerja ke Dinsos Contoh, Kamis (19/6/2025).", DINAS, {BPS}),
        ("BPS melakukan audiensi dengan Dinsos Contoh, Kamis (19/6/2025).", DINAS, {BPS}),
        ("BPS bertamu ke Dinsos Contoh, Kamis (19/6/2025).", DINAS, {BPS}),
        ("Dinsos Contoh menerima kunjungan BPS, Kamis (19/6/2025).", DINAS, {BPS}),
        ("Dinsos Contoh menerima rombongan BPS, Kamis (19/6/2025).", DINAS, {BPS}),
        ("Kunjungan BPS diterima Budi Hartadi, Kamis (19/6/2025).", DINAS, {BPS}),
        ("Kunjungan BPS di kantor Dinsos Contoh berlangsung Kamis (19/6/2025).", DINAS, {BPS}),
        ("BPS memenuhi undangan Dinsos Contoh pada seminar, Kamis (19/6/2025).", DINAS, {BPS}),
        # Of an act it is the one who acts, if need be through a unit.
        ("Sabu disita Polres Contoh bersama BPS, Kamis (19/6/2025).", POLRES, {BPS}),
        ("KBRI Kuala Lumpur melalui BP3MI Sulteng memulangkan 20 pekerja, Kamis (19/6/2025).", KBRI, {BP3MI}),
        ("Pameran digelar atas kerja sama BPS dan Dinsos Contoh, Kamis (19/6/2025).", BPS, {DINAS}),
        ("Rapat dipimpin Budi Hartadi dan dihadiri BPS, Kamis (19/6/2025).", DINAS, {BPS}),
        (
            "Rapat berlangsung Kamis (19/6/2025). Penyelenggaranya ialah Dinsos Contoh bersama BPS.",
            DINAS,
            {BPS},
        ),
        ("Rapat BPS berlangsung Kamis (19/6/2025). Dinsos Contoh hadir selaku tuan rumah.", DINAS, {BPS}),
        ("Budi Hartadi diterima Wayan Sudarma dalam pertemuan, Kamis (19/6/2025).", POLRES, {DINAS}),
        # Those who come home are received by the one who sees to it.
        ("Dua puluh warga dipulangkan, Kamis (19/6/2025). Mereka diterima BP3MI Sulteng.", BP3MI, set()),
        # The relative clause tells of the body before it, not of the subject of the sentence.
        ("BPS memuji Dinsos Contoh yang menggelar rapat, Kamis (19/6/2025).", DINAS, {BPS}),
        (
            "Setelah bertemu BPS yang berkantor di Palu, Dinsos Contoh menggelar rapat, Kamis (19/6/2025).",
            DINAS,
            {BPS},
        ),
        (
            "Dinsos Contoh bersama BPS yang baru pindah, menggelar rapat, Kamis (19/6/2025).",
            DINAS,
            {BPS},
        ),
        ("Warung milik BPS ini menggelar donor darah, Kamis (19/6/2025).", None, set()),
        (
            "BP3MI Sulteng menerima 20 deportan, Kamis (19/6/2025). Mereka diserahkan KBRI Kuala Lumpur.",
            BP3MI,
            {KBRI},
        ),
        # Whose body is not known leaves it open.
        ("Kedua sekolah bersama BPS menggelar donor darah, Kamis (19/6/2025).", None, {BPS}),
        ("Rina Ambarwati melepas 40 perawat bersama BPS, Kamis (19/6/2025).", None, {BPS}),
        (
            "Dalam rangka hari jadi BPS, Dinsos Contoh menggelar donor darah bersama Polres Contoh.",
            DINAS,
            {POLRES},
        ),
        ("Dinsos Contoh membuka bursa kerja, Kamis (19/6/2025). Acara dihadiri BPS.", DINAS, {BPS}),
        ("Dinsos Contoh menggandeng BPS dan KBRI Kuala Lumpur membuka bursa kerja.", DINAS, {BPS, KBRI}),
        ("Polres Contoh bersilaturahmi ke KBRI Kuala Lumpur, Kamis (19/6/2025).", KBRI, {POLRES}),
        (
            (
                "Dinsos Contoh mengundang BPS membahas data, Kamis (19/6/2025). Rapat dipimpin Agus "
                "Marpaungan."
            ),
            DINAS,
            {BPS, BKN},
        ),
        ("Dinsos Contoh menggandeng BPS menyerap gabah di Desa Melati, Kamis (19/6/2025).", DINAS, {BPS}),
        # Who does a part of it, or passes it on, is not whose it is.
        (
            (
                "Dinsos Contoh menggelar skrining kesehatan, Kamis (19/6/2025). Pemeriksaan dilakukan "
                "oleh tim BPS."
            ),
            DINAS,
            {BPS},
        ),
        (
            "Dinsos Contoh membayarkan ganti rugi, Kamis (19/6/2025). Uang disalurkan melalui BPS.",
            DINAS,
            {BPS},
        ),
        # Who only helps is not whose it is.
        (
            (
                "Dinsos Contoh memediasi warga, Kamis (19/6/2025). Mediasi yang difasilitasi BPS itu "
                "berjalan lancar."
            ),
            DINAS,
            {BPS},
        ),
        # Who joins in is not whose it is.
        (
            (
                "BPS menandatangani PKS dengan KBRI Kuala Lumpur, Kamis (19/6/2025). Dinsos Contoh ikut "
                "menandatangani PKS itu sebagai saksi."
            ),
            BPS,
            {KBRI, DINAS},
        ),
        (
            "Rapat yang diprakarsai BPS berlangsung di Aula Polres Contoh, Kamis (19/6/2025).",
            BPS,
            set(),
        ),
        (
            "Dinsos Contoh dipanggil Polres Contoh dalam rapat koordinasi, Kamis (19/6/2025).",
            POLRES,
            {DINAS},
        ),
        (
            "Di hadapan 60 peserta, Budi Hartadi membuka pelatihan di Hotel A, Kamis (19/6/2025).",
            DINAS,
            set(),
        ),
        # Who received something there is not whose it is, where it is told who holds it.
        (
            "Rapat yang digelar Dinsos Contoh berlangsung Kamis (19/6/2025). Buku diterima BPS.",
            DINAS,
            {BPS},
        ),
        # A sentence of another time tells nobody who was there.
        (
            "Dinsos Contoh menggelar rapat, Kamis (19/6/2025). Pada 2023 BPS bersama Polres Contoh berlatih.",
            DINAS,
            set(),
        ),
        # Nor does one of another act, of what goes by no type.
        (
            "Dinsos Contoh memusnahkan 6 ton rokok hasil razia Januari-Mei 2025, Kamis (19/6/2025).",
            DINAS,
            set(),
        ),
        # A body that is only named where a happening is told need not hold it.
        (
            "Rapat berlangsung Kamis (19/6/2025). Dalam rapat itu dibacakan surat dari BPS.",
            None,
            set(),
        ),
    ],
)
def test_hosts_and_guests(text: str, organizer: str | None, others: set[str], lexicon: Lexicon) -> None:
    event = read_one(text, lexicon)
    assert event.organizer == organizer
    assert set(event.participants) == others | ({organizer} if organizer else set())


LEAD = "Dinsos Contoh menggelar rapat koordinasi, Kamis (19/6/2025). "


@pytest.mark.parametrize(
    ("text", "bodies", "people"),
    [
        ("Hadir pula Wayan Sudarma dan perwakilan BPS.", {POLRES, BPS}, {"Wayan Sudarma"}),
        ("Acara dihadiri BPS, KBRI Kuala Lumpur, serta warga.", {BPS, KBRI}, set()),
        (
            "Turut hadir Agus Marpaungan didampingi Sari Lestarini.",
            {BKN, POLRES},
            {"Agus Marpaungan", "Sari Lestarini"},
        ),
        ("“Semua siap,” ujar Wayan Sudarma.", {POLRES}, {"Wayan Sudarma"}),
        ("Menurut Wayan Sudarma, semua siap.", {POLRES}, {"Wayan Sudarma"}),
        ("Wayan Sudarma menyiapkan satu ruang. “Silakan dipakai,” ujarnya.", {POLRES}, {"Wayan Sudarma"}),
        ("Ruang itu milik Wayan Sudarma dan Agus Marpaungan. “Silakan,” ujarnya.", set(), set()),
        ("Materi dibawakan Agus Marpaungan.", {BKN}, {"Agus Marpaungan"}),
        # Somebody else stands there for one, or one speaks from afar, or stayed away.
        ("Rina Ambarwati diwakili Wayan Sudarma.", {POLRES}, {"Wayan Sudarma"}),
        ("Wayan Sudarma yang dihubungi terpisah menegaskan dukungannya.", set(), set()),
        ("“Semua siap,” ujar Wayan Sudarma dalam keterangan tertulis.", set(), set()),
        ("Perwakilan BPS yang diundang tidak hadir.", set(), set()),
        # What is only spoken about, hoped for or at another time takes no part.
        ("Budi Hartadi menyampaikan bahwa data BPS belum lengkap.", set(), {"Budi Hartadi"}),
        ("Data akan diserahkan bersama BPS.", set(), set()),
        ("Sebelumnya BPS juga hadir pada rapat lain.", set(), set()),
        ("“Kami hadir bersama BPS,” ujar Budi Hartadi.", set(), {"Budi Hartadi"}),
        (
            "Rapat berikutnya akan digelar di Desa Melati pada 2 Juli 2025 dengan melibatkan BPS.",
            set(),
            set(),
        ),
        ("Dinsos Contoh bersama BPS akan menggelar pasar murah.", set(), set()),
        ("BPS, yang menerima pengaduan warga, mencatat 12 kasus.", set(), set()),
        # Those who are listed.
        (
            "Mereka adalah Wayan Sudarma dan Agus Marpaungan.",
            {POLRES, BKN},
            {"Wayan Sudarma", "Agus Marpaungan"},
        ),
        ("Rapat itu menghadirkan Agus Marpaungan.", {BKN}, {"Agus Marpaungan"}),
        ("Ikut dalam rombongan Agus Marpaungan.", {BKN}, {"Agus Marpaungan"}),
        ("Petugas BPS ikut menata ruang.", {BPS}, set()),
        ("Wayan Sudarma melepas peserta.", {POLRES}, {"Wayan Sudarma"}),
        ("Wayan Sudarma akan melepas peserta.", set(), set()),
        ("Ikut batal kedatangan BPS.", set(), set()),
        ("Mewakili Rina Ambarwati, Wayan Sudarma meminta dukungan.", {POLRES}, {"Wayan Sudarma"}),
        # What goes on beside, or is only told.
        ("Untuk itu pihaknya menggandeng BPS.", set(), set()),
        ("Dinsos Contoh sudah berkoordinasi dengan BPS.", set(), set()),
        ("Kegiatan itu menggandeng BPS.", {BPS}, set()),
        ("Kegiatan ini didanai BPS.", set(), set()),
        ("Sedianya Polres Contoh dan BPS ikut hadir.", set(), set()),
        ("BPS, yang ikut memantau tinggi muka air di sana, berhalangan hadir.", set(), set()),
        # What is done there, or given.
        ("Kerja sama dengan BPS dijadwalkan bulan depan.", set(), set()),
        ("Barang itu dimusnahkan pekan depan dengan disaksikan BPS.", set(), set()),
        ("Pengajarnya berasal dari BPS.", {BPS}, set()),
        ("Petugas BPS langsung mencetak kartu keluarga.", {BPS}, set()),
        ("Petugas BPS akan mencetak kartu keluarga.", set(), set()),
        ("Petugas BPS sudah lama mencetak kartu keluarga.", set(), set()),
        (
            "Hadir Rina Ambarwati yang mewakili Gubernur; Agus Marpaungan; serta warga.",
            {BKN},
            {"Rina Ambarwati", "Agus Marpaungan"},
        ),
        ("Pada kegiatan itu BPS membuka meja pendataan.", {BPS}, set()),
        ("Pada kesempatan yang sama, Dinsos Contoh memuji kerja BPS.", set(), set()),
        ("Kudapan disumbang BPS.", {BPS}, set()),
        ("Budi Hartadi memaparkan data di hadapan BPS.", {BPS}, {"Budi Hartadi"}),
        ("Rapat koordinasi tentang petugas BPS dan KBRI Kuala Lumpur itu lancar.", set(), set()),
        ("Rapat itu telah disetujui BPS.", set(), set()),
        ("Rapat koordinasi itu menjawab pengaduan BPS.", set(), set()),
        ("Rina Ambarwati mewakilkan sambutan kepada Wayan Sudarma.", {POLRES}, {"Wayan Sudarma"}),
        ("Tim juri terdiri atas BPS dan KBRI Kuala Lumpur.", {BPS, KBRI}, set()),
        ("Budi Hartadi menjadwalkan rapat kedua bersama BPS.", set(), {"Budi Hartadi"}),
        ("Rapat serupa dihadiri BPS.", set(), set()),
        ("Mitra kegiatan adalah BPS dan KBRI Kuala Lumpur.", {BPS, KBRI}, set()),
        ("Rapat dimeriahkan BPS.", {BPS}, set()),
        ("Bertindak sebagai inspektur upacara Agus Marpaungan.", {BKN}, {"Agus Marpaungan"}),
        ("Rapat itu hasil kerja sama dengan BPS serta KBRI Kuala Lumpur.", {BPS, KBRI}, set()),
        ("Dinas itu mengundang BPS dan KBRI Kuala Lumpur. BPS tidak hadir.", {KBRI}, set()),
        # Who stayed away from another meeting came to this one.
        ("Rapat itu dihadiri BPS. BPS tidak hadir pada rapat sebelumnya.", {BPS}, set()),
        ("Rapat itu dihadiri BPS. Warga menyayangkan BPS tidak hadir pada rapat bulan lalu.", {BPS}, set()),
        ("Rapat itu dihadiri BPS. BPS berhalangan hadir pada rapat perdana.", {BPS}, set()),
        ("Rapat itu mengundang BPS. BPS berhalangan hadir pada rapat tersebut.", set(), set()),
    ],
)
def test_who_is_there(text: str, bodies: set[str], people: set[str], lexicon: Lexicon) -> None:
    event = read_one(LEAD + text, lexicon)
    assert set(event.participants) == bodies | {DINAS}
    assert set(event.attendees) == people


def test_two_happenings_with_days_of_their_own(lexicon: Lexicon) -> None:
    text = (
        "Pada Kamis (19/6/2025) Budi Hartadi bertamu ke BPS; sehari sesudahnya, Jumat (20/6/2025), "
        "Dinsos Contoh memulangkan tiga warga."
    )
    events, _, _ = read(text, lexicon)
    assert [(event.type, event.date, event.organizer) for event in events] == [
        ("visit", "2025-06-19", BPS),
        ("repatriation", "2025-06-20", DINAS),
    ]


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Hari kedua digelar", "2025-06-18"),
        ("Pada hari pertama, Dinsos Contoh menggelar", "2025-06-17"),
        ("Hari kelima digelar", None),
        ("Hari kedua, Kamis (19/6/2025), digelar", "2025-06-19"),
    ],
)
def test_days_counted_within_a_range(opening: str, day: str | None, lexicon: Lexicon) -> None:
    text = (
        "Polres Contoh melakukan inspeksi di Desa Melati, Selasa hingga Kamis (17-19/6/2025). "
        f"{opening} rapat koordinasi di kantor Dinsos Contoh yang diikuti BPS."
    )
    events, _, _ = read(text, lexicon)
    meetings = [event.date for event in events if event.type == "meeting"]
    assert meetings == ([day] if day else [])


def test_an_act_is_told_at_a_meeting_with_the_press(lexicon: Lexicon) -> None:
    text = (
        "Polres Contoh menangkap dua pengedar sabu di Desa Melati, Selasa (17/6/2025). Hal itu disampaikan "
        "Wayan Sudarma saat konferensi pers di Mapolres Contoh, Kamis (19/6/2025)."
    )
    events, _, _ = read(text, lexicon)
    assert [(event.type, event.date, event.place) for event in events] == [
        ("interdiction", "2025-06-17", "Desa Melati"),
        ("other", "2025-06-19", "Mapolres Contoh"),
    ]
    assert events[1].attendees == ("Wayan Sudarma",)


def test_what_is_signed_after_a_meeting(lexicon: Lexicon) -> None:
    text = LEAD + "Seusai acara itu, Budi Hartadi dan Wayan Sudarma menandatangani komitmen bersama."
    events, _, _ = read(text, lexicon)
    assert [event.type for event in events] == ["meeting", "signing"]
    assert set(events[1].attendees) == {"Budi Hartadi", "Wayan Sudarma"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Di akhir rapat, Dinsos Contoh dan BPS menandatangani komitmen bersama.", "2025-06-19"),
        ("Dinsos Contoh dan BPS menandatangani komitmen bersama pada hari yang sama.", "2025-06-19"),
        ("Dinsos Contoh dan BPS telah menandatangani komitmen bersama.", None),
    ],
)
def test_the_day_of_what_follows(text: str, day: str | None, lexicon: Lexicon) -> None:
    events, _, _ = read(f"{LEAD}{text} “Baik,” ujar Wayan Sudarma.", lexicon)
    assert [event.date for event in events] == ["2025-06-19", day]
    # Who speaks then was at the meeting, if that is what the signing was a part of.
    assert ("Wayan Sudarma" in events[0].attendees) == (day is not None)


@pytest.mark.parametrize(
    ("after", "type_", "day"),
    [
        (
            "Usai acara, BPS menyerahkan kado kepada Dewi Castari yang sakit Mei lalu.",
            "handover",
            "2025-06-19",
        ),
        ("Seusai acara, Rina Ambarwati menemui 24 perawat di Rumah Sakit Melati.", "meeting", "2025-06-19"),
        ("Selesai acara, barang bukti sabu dimusnahkan Polres Contoh.", "other", "2025-06-19"),
        ("Acara dirangkaikan dengan pelatihan pendataan bagi 40 kader.", "training", "2025-06-19"),
        ("Kegiatan dilanjutkan dengan penyuluhan bahaya narkoba.", "outreach", "2025-06-19"),
        ("Dinsos Contoh kemudian melanjutkan acara dengan diskusi panel.", "talk", "2025-06-19"),
        (
            "Sebagai awal, sesudah acara Dinsos Contoh menggelar pelatihan pendataan bagi 40 kader.",
            "training",
            "2025-06-19",
        ),
        ("Keesokan harinya, Jumat (20/6/2025), Rina Ambarwati mengunjungi BPS.", "visit", "2025-06-20"),
    ],
)
def test_what_came_next(after: str, type_: str, day: str, lexicon: Lexicon) -> None:
    first = "Dinsos Contoh dan BPS menandatangani nota kesepahaman di Aula Balai Kota, Kamis (19/6/2025)."
    events, _, _ = read(f"{first}\n\n{after}", lexicon)
    assert [(event.type, event.date) for event in events] == [("signing", "2025-06-19"), (type_, day)]


def test_a_visit_on_the_next_day_is_another_one(lexicon: Lexicon) -> None:
    events, _, _ = read(
        "Dinsos Contoh mengunjungi BPS, Kamis (19/6/2025).\n\n"
        "Keesokan harinya, Jumat (20/6/2025), Dinsos Contoh mengunjungi Polres Contoh. "
        "Tamu disambut Budi Santosa.",
        lexicon,
    )
    assert [event.date for event in events] == ["2025-06-19", "2025-06-20"]
    assert POLRES not in events[0].participants
    assert BPS not in events[1].participants


def test_the_guest_goes_on_to_another(lexicon: Lexicon) -> None:
    text = (
        "Wayan Sudarma mengunjungi BPS, Kamis (19/6/2025). Sehari kemudian, Jumat (20/6/2025), ia "
        "mengunjungi KBRI Kuala Lumpur dan berdialog dengan staf."
    )
    events, _, _ = read(text, lexicon)
    assert [(event.organizer, set(event.participants)) for event in events] == [
        (BPS, {BPS, POLRES}),
        (KBRI, {KBRI, POLRES}),
    ]


def test_guests_of_one_who_is_not_named_again(lexicon: Lexicon) -> None:
    text = (
        "Dinsos Contoh melantik 12 pejabat, Kamis (19/6/2025). Usai pelantikan, ketua menerima kunjungan BPS."
    )
    events, _, _ = read(text, lexicon)
    assert [(event.type, event.organizer) for event in events] == [("inauguration", DINAS), ("visit", DINAS)]


def test_where_somebody_was_left_is_not_where_it_happened(lexicon: Lexicon) -> None:
    text = "Dinsos Contoh menyerahkan anak kepada BPS, Kamis (19/6/2025). Anak itu dititipkan di Desa Melati."
    assert read_one(text, lexicon).place is None


def test_what_is_told_to_be_at_the_same_place(lexicon: Lexicon) -> None:
    events, _, _ = read(
        "Dinsos Contoh dan BPS menandatangani nota kesepahaman di Aula Balai Kota, Kamis (19/6/2025).\n\n"
        "Sesudah itu Dinsos Contoh menggelar pelatihan pendataan di tempat yang sama.",
        lexicon,
    )
    assert [event.place for event in events] == ["Aula Balai Kota", "Aula Balai Kota"]


@pytest.mark.parametrize("what", ["Acara", "Penandatanganan"])
def test_what_is_joined_has_its_own_speakers(what: str, lexicon: Lexicon) -> None:
    events, _, _ = read(
        "Dinsos Contoh dan BPS menandatangani nota kesepahaman di Aula Balai Kota, Kamis (19/6/2025).\n\n"
        f"{what} dirangkaikan dengan pelatihan pendataan. Hadir sebagai narasumber Polres Contoh.",
        lexicon,
    )
    assert POLRES not in events[0].participants
    assert POLRES in events[1].participants
    assert events[1].place == "Aula Balai Kota"


def test_who_signs_at_a_meeting_takes_part_in_it(lexicon: Lexicon) -> None:
    text = (
        "Dinsos Contoh menggelar rapat koordinasi di Aula Balai Kota, Kamis (19/6/2025).\n\n"
        "Pada akhir rapat, Dinsos Contoh dan BPS menandatangani komitmen bersama."
    )
    events, _, _ = read(text, lexicon)
    assert [event.type for event in events] == ["meeting", "signing"]
    assert [BPS in event.participants for event in events] == [True, True]


def test_who_speaks_for_another_happening_was_there_alone(lexicon: Lexicon) -> None:
    text = (
        "Dinsos Contoh menyerahkan bantuan kepada warga Desa Melati, Kamis (19/6/2025).\n\n"
        "Usai acara, Dinsos Contoh dan Agus Marpaungan menandatangani nota kesepahaman.\n\n"
        "Agus Marpaungan mengatakan pendataan dimulai Juli."
    )
    events, _, _ = read(text, lexicon)
    assert [event.type for event in events] == ["handover", "signing"]
    assert [event.attendees for event in events] == [(), ("Agus Marpaungan",)]


def test_what_is_signed_at_the_opening(lexicon: Lexicon) -> None:
    text = (
        "Dinsos Contoh menggelar pelatihan pada 16-18 Juni 2025. Pada pembukaan, Dinsos Contoh dan BPS "
        "menandatangani komitmen bersama. BPS diwakili Dewi Castari.\nWarga ramai."
    )
    events, _, _ = read(text, lexicon)
    assert [event.date for event in events] == ["2025-06-16/2025-06-18", "2025-06-16"]


def test_to_whom_people_are_handed_over_later(lexicon: Lexicon) -> None:
    text = (
        "Polres Contoh menggagalkan pengiriman 12 orang, Rabu (18/6/2025). Mereka diserahkan kepada Dinsos "
        "Contoh, Kamis (19/6/2025). “Kami cari pelakunya,” ujar Agus Marpaungan."
    )
    events, _, _ = read(text, lexicon)
    assert [(event.type, event.organizer) for event in events] == [
        ("interdiction", POLRES),
        ("handover", POLRES),
    ]
    assert set(events[1].participants) == {POLRES, DINAS}
    assert events[1].evidence.participants[POLRES]


def test_those_who_tell_of_a_raid_were_not_at_it(lexicon: Lexicon) -> None:
    text = (
        "Polres Contoh merazia sebuah gudang, Rabu (18/6/2025). Razia dipimpin Sari Lestarini. "
        "“Dua orang kabur,” ujar Wayan Sudarma."
    )
    assert read_one(text, lexicon).attendees == ("Sari Lestarini",)


def test_who_signed_an_earlier_paper_did_not_sign_here(lexicon: Lexicon) -> None:
    text = (
        "Dinsos Contoh dan BPS menandatangani perjanjian kerja sama, Kamis (19/6/2025). Perjanjian itu "
        "menindaklanjuti nota kesepahaman antara KBRI Kuala Lumpur dan Polres Contoh."
    )
    officials, institutions = find_invented(text)
    layout = lay_out(text, lexicon)
    agreements, _ = find_agreements(layout, institutions, officials, lexicon)
    events, _, _ = find_events(
        layout, institutions, officials, lexicon, near=NEAR, dateline=None, agreements=agreements
    )
    assert [set(event.participants) for event in events] == [{DINAS, BPS}]
    assert len(agreements) == 2


def test_papers_told_one_by_one_were_signed_at_the_one_signing(lexicon: Lexicon) -> None:
    text = (
        "Dinsos Contoh menandatangani dua naskah kerja sama di Aula Balai Kota, Kamis (19/6/2025).\n\n"
        "Rina Ambarwati menyambut baik kerja sama itu.\n\n"
        "Naskah pertama adalah nota kesepahaman antara Dinsos Contoh dan BPS tentang pendataan lansia."
    )
    officials, institutions = find_invented(text)
    layout = lay_out(text, lexicon)
    agreements, _ = find_agreements(layout, institutions, officials, lexicon)
    events, _, _ = find_events(
        layout, institutions, officials, lexicon, near=NEAR, dateline=None, agreements=agreements
    )
    assert [BPS in event.participants for event in events] == [True]


def test_bringing_home_and_handing_over(lexicon: Lexicon) -> None:
    text = (
        "BP3MI Sulteng memfasilitasi kepulangan Dewi Castari, Rabu (18/6/2025). Dewi diserahkan BP3MI "
        "Sulteng kepada keluarganya di Desa Melati, Kamis (19/6/2025), disaksikan Budi Hartadi."
    )
    events, _, _ = read(text, lexicon)
    assert [(event.type, event.date) for event in events] == [
        ("repatriation", "2025-06-18"),
        ("handover", "2025-06-19"),
    ]
    assert events[0].attendees == ("Dewi Castari",)
    assert set(events[1].attendees) == {"Dewi Castari", "Budi Hartadi"}


def test_a_place_of_another_act_is_not_where_it_happened(lexicon: Lexicon) -> None:
    text = (
        "Polres Contoh memusnahkan barang bukti, Kamis (19/6/2025). Sabu itu disita dari dua orang yang "
        "ditangkap di Desa Melati."
    )
    assert read_one(text, lexicon).place is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Polres Contoh menangkap orang yang hendak dibawa ke kebun di Sarawak, Kamis (19/6/2025).",
            None,
        ),
        (
            (
                "Polres Contoh mengunjungi BPS di Desa Melati, Kamis (19/6/2025), guna membahas kapal "
                "di Taiwan."
            ),
            "BPS di Desa Melati",
        ),
        (
            "BPS menggelar pelatihan yang dilaksanakan di Balai Desa Melati, Kamis (19/6/2025).",
            "Balai Desa Melati",
        ),
        ("Dinsos Contoh membersihkan Pantai Melati, Kamis (19/6/2025).", "Pantai Melati"),
        (
            (
                "Pelaut yang sandar di Dermaga Melati mengikuti sosialisasi BPS, Kamis (19/6/2025), "
                "di Hotel A."
            ),
            "Hotel A",
        ),
        (
            "Warga memenuhi Aula Balai Kota, Kamis (19/6/2025). Mereka mengikuti rapat Dinsos Contoh.",
            "Aula Balai Kota",
        ),
        (
            "Dinsos Contoh menggelar donor darah, Kamis (19/6/2025). Kegiatan dihelat di Gedung Wanita Palu.",
            "Gedung Wanita Palu",
        ),
        # An occasion is no place.
        ("Dinsos Contoh menyerahkan bantuan di Dies Natalis ke-25 BPS, Kamis (19/6/2025).", None),
    ],
)
def test_the_place_of_the_main_clause(text: str, place: str | None, lexicon: Lexicon) -> None:
    assert read_one(text, lexicon).place == place


@pytest.mark.parametrize(
    ("text", "types"),
    [
        # Names of things hold the nouns of happenings.
        ("Dinsos Contoh memetakan rumah ibadah Desa Melati, Kamis (19/6/2025).", ["other"]),
        # What may be held was not.
        (
            (
                "Dinsos Contoh memberikan sosialisasi gizi, Kamis (19/6/2025). Rapat hanya dapat "
                "digelar daring."
            ),
            ["outreach"],
        ),
        # What is agreed on at a place was signed there.
        ("Hal itu tertuang dalam MoU BPS yang diteken di Aula Balai Kota, Kamis (19/6/2025).", ["signing"]),
        ("Nota kesepahaman dengan BPS diharapkan dapat diteken awal 2026.", []),
        ("BPS melatih kader, Kamis (19/6/2025). Setiap tahun BPS memberangkatkan 20 orang.", ["training"]),
        ("BP3MI Sulteng menerima 38 deportan di Pelabuhan Melati, Kamis (19/6/2025).", ["repatriation"]),
        ("BP3MI Sulteng menerima laporan deportan, Kamis (19/6/2025).", ["other"]),
        (
            (
                "Dinsos Contoh menggelar rapat koordinasi, Kamis (19/6/2025). Rapat ditutup dengan "
                "penandatanganan komitmen bersama oleh BPS dan Polres Contoh."
            ),
            ["meeting", "signing"],
        ),
        ("BPS menggelar rapat, Kamis (19/6/2025). Rapat ditutup dengan diskusi.", ["meeting"]),
        # A grievance is told beside what happened.
        (
            "Polres Contoh menggelar razia, Kamis (19/6/2025).\n\nWarga menandatangani kertas kosong.",
            ["interdiction"],
        ),
        (
            (
                "Dinsos Contoh mengadukan tunggakan upah ke Polres Contoh, Kamis (19/6/2025). Posko dibuka "
                "selama masa mediasi berlangsung."
            ),
            ["other"],
        ),
        (
            "Dinsos Contoh membahas rencana dermaga bersama BPS di Desa Melati, Kamis (19/6/2025).",
            ["meeting"],
        ),
        # What the lead tells with a day goes before an act that is told later with none.
        (
            (
                "Dinsos Contoh bersama BPS menerbitkan dokumen 40 anak, Kamis (19/6/2025). Hari itu cerah. "
                "Wayan Sudarma menyerahkan dokumen itu."
            ),
            ["other"],
        ),
        (
            (
                "BPS mengunjungi Dinsos Contoh, Kamis (19/6/2025). Usai dari sana, mereka melanjutkan "
                "kunjungan ke KBRI Kuala Lumpur."
            ),
            ["visit", "visit"],
        ),
        (
            (
                "Dinsos Contoh menggelar rapat, Kamis (19/6/2025). Acara ditutup penandatanganan komitmen "
                "bersama oleh Dinsos Contoh dan BPS."
            ),
            ["meeting", "signing"],
        ),
        ("Dinsos Contoh melepas 20 mahasiswa magang, Kamis (19/6/2025).", ["send-off"]),
        # What another is about, or the charter of it, is no second happening.
        (
            "Dinsos Contoh menggelar latihan bersama penyelamatan, Kamis (19/6/2025).",
            ["other"],
        ),
        (
            (
                "Dinsos Contoh mencanangkan zona integritas di Desa Melati, Kamis (19/6/2025). Piagam "
                "pencanangan "
                "ditandatangani Budi Hartadi."
            ),
            ["inauguration"],
        ),
        # The signing of a declaration is no second happening.
        (
            (
                "Dinsos Contoh dan BPS menandatangani deklarasi bersama di Desa Melati, Kamis (19/6/2025). "
                "Deklarasi disaksikan warga."
            ),
            ["signing"],
        ),
        # What is signed on a day and at a place goes before what led to it.
        (
            (
                "Layanan dibuka bersamaan dengan penandatanganan PKS antara Dinsos Contoh dan BPS di Aula "
                "Balai Kota, Kamis (19/6/2025).\n\nPetugas dilatih di Desa Melati pada 8 Juni lalu."
            ),
            ["signing", "training"],
        ),
    ],
)
def test_what_a_sentence_tells(text: str, types: list[str], lexicon: Lexicon) -> None:
    events, _, _ = read(text, lexicon)
    assert [event.type for event in events] == types


def test_who_does_something_where_people_come_home(lexicon: Lexicon) -> None:
    text = (
        "BP3MI Sulteng memulangkan 20 warga, Kamis (19/6/2025). Dinsos Contoh memeriksa kesehatan mereka. "
        "BPS memuji itu. Polres Contoh akan mengantar mereka."
    )
    assert read_one(text, lexicon).participants == (BP3MI, DINAS)


def test_who_was_at_all_of_it(lexicon: Lexicon) -> None:
    text = (
        "Dinsos Contoh dan BPS menandatangani nota kesepahaman di Aula Balai Kota, Kamis (19/6/2025).\n\n"
        "Pada kesempatan yang sama, Dinsos Contoh menyerahkan bantuan kepada KBRI Kuala Lumpur. "
        "Turut hadir Agus Marpaungan."
    )
    events, _, _ = read(text, lexicon)
    assert [event.type for event in events] == ["signing", "handover"]
    assert [BKN in event.participants for event in events] == [True, False]


def test_what_is_signed_within_is_where_the_rest_is(lexicon: Lexicon) -> None:
    text = (
        "Dinsos Contoh menggelar rapat koordinasi di Aula Balai Kota, Kamis (19/6/2025). Pada forum yang "
        "sama, Dinsos Contoh dan BPS menandatangani nota kesepahaman tentang pasar di Palu."
    )
    events, _, _ = read(text, lexicon)
    assert [event.place for event in events] == ["Aula Balai Kota", "Aula Balai Kota"]


@pytest.mark.parametrize(
    ("search", "leads"),
    [
        ("Operasi SAR nelayan di Desa Melati ditutup, Kamis (19/6/2025).", True),
        ("Tim SAR gabungan mengevakuasi nelayan di Desa Melati, Kamis (19/6/2025).", True),
        ("Rapat tim sarana digelar di Desa Melati, Kamis (19/6/2025).", False),
        ("Pelatihan bersama Tim SAR digelar di Desa Melati, Kamis (19/6/2025).", False),
    ],
)
def test_who_leads_a_search(search: str, leads: bool, lexicon: Lexicon) -> None:
    officials, _ = find_invented("")
    text = f"{search} Polres Contoh ikut mencari. Kantor SAR Contoh berterima kasih."
    names = ("Polres Contoh", "Kantor SAR Contoh")
    institutions = [
        Institution(
            name=name,
            kind="other",
            mentions=(Mention(start=text.index(name), end=text.index(name) + len(name), text=name),),
        )
        for name in names
    ]
    events, _, _ = find_events(
        lay_out(text, lexicon), institutions, officials, lexicon, near=NEAR, dateline=None
    )
    assert (events[0].organizer == "Kantor SAR Contoh") == leads


WORDS = [
    *("Dinsos Contoh", "Polres Contoh", "BPS", "Budi Hartadi", "Wayan Sudarma", "kedua pihak", "kunjungan"),
    *(
        "rapat",
        "nota kesepahaman",
        "di Aula Balai Kota",
        "(19/6/2025)",
        "“Baik,”",
        ";",
        ":",
        ".",
        "(",
        ")",
        "“",
    ),
    *("menggelar", "digelar", "menandatangani", "sepakat", "ujar", "hadir", "diterima", "menyerahkan"),
    *(
        "bersama",
        "dan",
        "dengan",
        "akan",
        "tidak",
        "antara",
        "tentang",
        "melalui",
        "ke",
        "dari",
        "kepada",
        "yang",
    ),
]


@settings(max_examples=60, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_row_of_words_is_read(words: list[str]) -> None:
    lexicon = load_lexicon_once()
    text = " ".join(words)
    if not text.strip():
        return
    officials, institutions = find_invented(text)
    layout = lay_out(text, lexicon)
    events, others, doubts = find_events(layout, institutions, officials, lexicon, near=NEAR, dateline=None)
    sentences = {sentence.span for sentence in layout.sentences}
    for event in events:
        assert event.type in EVENT_TYPES
        assert event.label in text
        assert set(event.evidence.event) <= sentences
        assert event.organizer is None or event.organizer in event.participants
    for other in others:
        assert other.modality in MODALITIES
        assert set(other.evidence) <= sentences
    assert {doubt.span for doubt in doubts} <= sentences
