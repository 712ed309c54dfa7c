"""Agreements in short texts: kind by status, parties, subject."""

import pytest

from kgraph.extraction.agreements import find_agreements
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.records import Agreement, Doubt
from kgraph.vocabulary import AGREEMENT_KINDS
from tests.unit.extraction.invented import find_invented, lay_out

DINAS, POLRES, BP3MI = "Dinas Sosial Kota Contoh", "Kepolisian Resor Contoh", "BP3MI Sulawesi Tengah"
BPS, KBRI, BKN = "Badan Pusat Statistik", "KBRI Kuala Lumpur", "Kantor Regional XIII BKN"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def read(text: str, lexicon: Lexicon) -> tuple[tuple[Agreement, ...], tuple[Doubt, ...]]:
    officials, institutions = find_invented(text)
    layout = lay_out(text, lexicon)
    agreements, doubts = find_agreements(layout, institutions, officials, lexicon)
    sentences = {sentence.span for sentence in layout.sentences}
    for agreement in agreements:
        assert agreement.kind in AGREEMENT_KINDS
        assert agreement.evidence
        assert set(agreement.evidence) <= sentences
    return agreements, doubts


@pytest.mark.parametrize(
    ("text", "kind", "parties", "about"),
    [
        (
            "Dinsos Contoh dan BPS menandatangani nota kesepahaman tentang data warga.",
            "mou",
            {DINAS, BPS},
            "data warga",
        ),
        ("Dinsos Contoh bersama BPS menandatangani PKS.", "pks", {DINAS, BPS}, None),
        # Degrees are no sides, and another clause has sides of its own.
        (
            "Nota kesepahaman itu dibubuhi tanda tangan oleh Budi Hartadi, S.H., M.Hum., dan Wayan Sudarma.",
            "mou",
            {DINAS, POLRES},
            None,
        ),
        (
            "Dinsos Contoh menandatangani PKS dengan BPS, sementara KBRI Kuala Lumpur dengan Polres Contoh.",
            "pks",
            {DINAS, BPS},
            None,
        ),
        # What is declared or reached, and not signed, is a commitment.
        (
            "Dinsos Contoh dan BPS membacakan komitmen bersama untuk mengelola pos pengaduan.",
            "commitment",
            {DINAS, BPS},
            "mengelola pos pengaduan",
        ),
        (
            (
                "Musyawarah yang digelar Dinsos Contoh bersama BPS menghasilkan kesepakatan bersama "
                "soal sampah."
            ),
            "commitment",
            {DINAS, BPS},
            "sampah",
        ),
        (
            "Telah diteken MoU tentang data warga antara Dinsos Contoh dan BPS.",
            "mou",
            {DINAS, BPS},
            "data warga",
        ),
        ("Dinsos Contoh menandatangani perjanjian kerja sama dengan BPS.", "pks", {DINAS, BPS}, None),
        (
            "MoU antara Dinsos Contoh, BPS, dan Polres Contoh diteken kemarin.",
            "mou",
            {DINAS, BPS, POLRES},
            None,
        ),
        (
            "Perjanjian kerja sama antara Dinsos Contoh dengan BPS tentang pendataan lansia telah berlaku.",
            "pks",
            {DINAS, BPS},
            "pendataan lansia",
        ),
        ("Penandatanganan MoU dilakukan oleh Budi Hartadi dan Wayan Sudarma.", "mou", {DINAS, POLRES}, None),
        ("Nota kesepahaman itu diteken Budi Hartadi dan Wayan Sudarma.", "mou", {DINAS, POLRES}, None),
        (
            (
                "Budi Hartadi dan Wayan Sudarma membubuhkan tanda tangan pada "
                "komitmen bersama tentang zona aman, agar warga tenang."
            ),
            "commitment",
            {DINAS, POLRES},
            "zona aman",
        ),
        (
            "Dinsos Contoh dan Polres Contoh menerbitkan keputusan bersama yang diteken keduanya.",
            "decree",
            {DINAS, POLRES},
            None,
        ),
        (
            "Berdasarkan kesepakatan antara Bupati dengan Polres Contoh tentang keamanan, pos dibangun.",
            "mou",
            {"Bupati", POLRES},
            "keamanan",
        ),
        # Still to come.
        ("Dinsos Contoh akan menandatangani nota kesepahaman dengan BPS.", "plan", {DINAS, BPS}, None),
        (
            "Dinsos Contoh menjajaki kerja sama dengan BPS tentang data lansia.",
            "plan",
            {DINAS, BPS},
            "data lansia",
        ),
        ("Dinsos Contoh berencana menjalin kerja sama dengan BPS.", "plan", {DINAS, BPS}, None),
        # Both sides pledge.
        (
            (
                "Melalui kegiatan ini, Dinsos Contoh dan BPS sepakat untuk terus "
                "meningkatkan kerja sama, kata Budi Hartadi."
            ),
            "commitment",
            {DINAS, BPS},
            "terus meningkatkan kerja sama",
        ),
        (
            "Dinsos Contoh dan Polres Contoh berkomitmen menjaga panti di Kota Contoh.",
            "commitment",
            {DINAS, POLRES},
            "menjaga panti di Kota Contoh",
        ),
        (
            "Rapat menyepakati pembagian tugas: Dinsos Contoh mendata, Polres Contoh berpatroli.",
            "commitment",
            {DINAS, POLRES},
            "pembagian tugas",
        ),
        (
            "Dinsos Contoh menemui Polres Contoh. Kedua pihak sepakat membentuk posko.",
            "commitment",
            {DINAS, POLRES},
            "membentuk posko",
        ),
        (
            "Dinsos Contoh, BPS, dan Polres Contoh bertemu. Ketiga lembaga sepakat membentuk posko.",
            "commitment",
            {DINAS, BPS, POLRES},
            "membentuk posko",
        ),
        (
            "Disepakati pembagian tugas: Dinsos Contoh memakai data BPS, sedangkan Polres Contoh berjaga.",
            "commitment",
            {DINAS, POLRES},
            "pembagian tugas",
        ),
        (
            "Dinsos Contoh dan BPS menandatangani komitmen bersama untuk tidak meminta uang.",
            "commitment",
            {DINAS, BPS},
            "tidak meminta uang",
        ),
        # Put off.
        (
            "Penandatanganan MoU antara Dinsos Contoh dan BPS yang sedianya digelar Senin itu mundur.",
            "plan",
            {DINAS, BPS},
            None,
        ),
    ],
)
def test_agreements(text: str, kind: str, parties: set[str], about: str | None, lexicon: Lexicon) -> None:
    agreements, _ = read(text, lexicon)
    assert [(item.kind, set(item.parties), item.about) for item in agreements] == [(kind, parties, about)]


@pytest.mark.parametrize(
    "text",
    [
        "Budi Hartadi membacakan ikrar warga yang diikuti BPS.",
        "Dinsos Contoh siap membantu BPS.",
        "Budi Hartadi berkomitmen memperbaiki layanan.",
        "Nota kesepahaman dengan BPS belum dibicarakan.",
        "Dinsos Contoh dan BPS belum sepakat soal biaya.",
        "Budi Hartadi berharap sinergi dengan BPS terus terjaga.",
        "Surat Budi Hartadi kepada BPS berisi tawaran kerja sama.",
        "Warga sepakat menolak rencana itu.",
        "Budi Hartadi berjanji membantu. Janji itu disambut tepuk tangan hadirin, termasuk pegawai BPS.",
        "Batal pula penandatanganan MoU antara Dinsos Contoh dan BPS.",
    ],
)
def test_no_agreements(text: str, lexicon: Lexicon) -> None:
    assert read(text, lexicon)[0] == ()


@pytest.mark.parametrize(
    "rest",
    [
        "Budi Hartadi turut menandatangani prasasti bersama Polres Contoh.",
        "Polres Contoh ikut menandatangani deklarasi damai.",
        "Polres Contoh ikut menandatangani sebagai pihak yang mengetahui.",
        "Polres Contoh ikut menandatangani selaku pihak yang mengetahui.",
        "Polres Contoh turut menandatangani petisi antikorupsi.",
        "Polres Contoh turut menandatangani Deklarasi Damai.",
        "Polres Contoh turut menandatangani dokumen hibah.",
        "Prasasti juga ditandatangani Polres Contoh.",
    ],
)
def test_who_signs_something_else_is_no_side(rest: str, lexicon: Lexicon) -> None:
    text = f"Dinsos Contoh dan BPS menandatangani MoU tentang data warga. {rest}"
    assert [{*agreement.parties} for agreement in read(text, lexicon)[0]] == [{DINAS, BPS}]


@pytest.mark.parametrize(
    "rest",
    [
        "Selain keduanya, Polres Contoh turut menandatanganinya.",
        "Polres Contoh turut menandatangani naskah itu.",
        "Polres Contoh turut menandatangani.",
        "Naskah itu juga ditandatangani Polres Contoh.",
    ],
)
def test_who_signs_the_same_paper_is_a_side(rest: str, lexicon: Lexicon) -> None:
    text = f"Dinsos Contoh dan BPS menandatangani MoU tentang data warga. {rest}"
    assert [{*agreement.parties} for agreement in read(text, lexicon)[0]] == [{DINAS, BPS, POLRES}]


@pytest.mark.parametrize(
    "rest",
    [
        "Kedua desa meneken nota kesepahaman dengan Polres Contoh.",
        "Kedua perusahaan meneken perjanjian kerja sama tentang limbah.",
        "Kedua sekolah meneken perjanjian kerja sama tentang limbah.",
        "Kedua ormas meneken perjanjian kerja sama tentang limbah.",
        "Nota kesepahaman diteken kedua kepala desa.",
        "Budi Hartadi menyebut kedua fakultas sepakat membuka kelas malam.",
    ],
)
def test_a_count_of_another_sort_is_filled_with_nobody(rest: str, lexicon: Lexicon) -> None:
    assert read(f"Dinsos Contoh dan BPS menggelar apel. {rest}", lexicon)[0] == ()


def test_a_word_of_a_sort_is_a_whole_word(lexicon: Lexicon) -> None:
    text = "PT Contoh Jaya dan PTUN Palu menggelar rapat. Kedua perusahaan meneken MoU tentang limbah."
    assert read(text, lexicon)[0] == ()


def test_papers_of_two_kinds_signed_at_once(lexicon: Lexicon) -> None:
    text = "Dinsos Contoh dan BPS menandatangani nota kesepahaman dan perjanjian kerja sama."
    assert [item.kind for item in read(text, lexicon)[0]] == ["mou", "pks"]


def test_a_list_of_papers(lexicon: Lexicon) -> None:
    text = (
        "Naskah yang diteken ialah:\n1. MoU antara Dinsos Contoh dan BPS tentang data lansia;\n"
        "2. PKS antara Polres Contoh dengan KBRI Kuala Lumpur tentang pemulangan."
    )
    found = [(item.kind, set(item.parties), item.about) for item in read(text, lexicon)[0]]
    assert found == [("mou", {DINAS, BPS}, "data lansia"), ("pks", {POLRES, KBRI}, "pemulangan")]


def test_what_is_told_in_two_sentences_is_one(lexicon: Lexicon) -> None:
    text = (
        "Dinsos Contoh dan BPS menandatangani nota kesepahaman. Isinya mengenai data lansia dan data anak. "
        "MoU itu berlaku dua tahun."
    )
    (agreement,), doubts = read(text, lexicon)
    assert agreement.about == "data lansia dan data anak"
    assert len(agreement.evidence) == 3
    assert doubts == ()


def test_two_of_a_sort(lexicon: Lexicon) -> None:
    text = "Perwakilan BP3MI Sulteng dan Dinsos Contoh bertemu BPS. Kedua balai sepakat bertukar data."
    assert read(text, lexicon)[0] == ()


def test_unknown_parties_are_a_doubt(lexicon: Lexicon) -> None:
    text = "Sebuah nota kesepahaman ditandatangani kemarin."
    agreements, doubts = read(text, lexicon)
    assert agreements == ()
    assert [text[doubt.span.start : doubt.span.end] for doubt in doubts] == [text]


def test_who_signed_which_paper(lexicon: Lexicon) -> None:
    text = (
        "MoU ditandatangani Budi Hartadi bersama Wayan Sudarma, sedangkan PKS ditandatangani Wayan Sudarma "
        "dan Agus Marpaungan."
    )
    found = [(item.kind, set(item.parties)) for item in read(text, lexicon)[0]]
    assert found == [("mou", {DINAS, POLRES}), ("pks", {POLRES, BKN})]


def test_an_understanding_that_a_paper_will_put_in_writing(lexicon: Lexicon) -> None:
    text = (
        "Dinsos Contoh dan BPS sepakat berbagi data. Kesepakatan itu akan dituangkan dalam nota kesepahaman."
    )
    found = [(item.kind, set(item.parties)) for item in read(text, lexicon)[0]]
    assert found == [("commitment", {DINAS, BPS}), ("plan", {DINAS, BPS})]


def test_numbered_agreements(lexicon: Lexicon) -> None:
    text = (
        "Kemarin diteken pula dua perjanjian kerja sama. Pertama, antara Dinsos Contoh dan "
        "BPS tentang data "
        "warga. Kedua, antara Dinsos Contoh dan Polres Contoh tentang ketertiban."
    )
    found = [(item.kind, set(item.parties), item.about) for item in read(text, lexicon)[0]]
    assert found == [("pks", {DINAS, BPS}, "data warga"), ("pks", {DINAS, POLRES}, "ketertiban")]


@pytest.mark.parametrize(
    "text",
    [
        "Dinsos Contoh dan dua mitra meneken MoU. Kedua mitra itu ialah BPS dan Polres Contoh.",
        "Komitmen bersama diteken. Komitmen tersebut diteken oleh Dinsos Contoh, BPS, dan Polres Contoh.",
    ],
)
def test_sides_that_the_next_sentence_lists(text: str, lexicon: Lexicon) -> None:
    (agreement,) = read(text, lexicon)[0]
    assert set(agreement.parties) == {DINAS, BPS, POLRES}
    assert len(agreement.evidence) == 2


def test_a_count_that_no_list_follows_adds_no_side(lexicon: Lexicon) -> None:
    text = (
        "Dinsos Contoh dan BPS menandatangani nota kesepahaman. Kedua mitra itu lalu bertemu Polres Contoh."
    )
    (agreement,) = read(text, lexicon)[0]
    assert set(agreement.parties) == {DINAS, BPS}


@pytest.mark.parametrize(
    "rest",
    [
        "Kedua lembaga itu",
        "Kedua lembaga\titu bertemu.",
        "Kedua lembaga itu, bersama Polres Contoh, BKN dan KBRI Kuala Lumpur, akan bertemu.",
        "Kedua lembaga itu bersama Polres Contoh.",
    ],
)
def test_a_count_whose_list_is_cut_off_or_of_another_length_adds_no_side(rest: str, lexicon: Lexicon) -> None:
    text = f"Dinsos Contoh dan BPS menandatangani nota kesepahaman. {rest}"
    agreements, _ = read(text, lexicon)
    assert [set(agreement.parties) for agreement in agreements] == [{DINAS, BPS}]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            (
                "Dinsos Contoh menandatangani dua PKS. Perjanjian pertama dengan BPS mengatur pendataan "
                "lansia, sedangkan perjanjian kedua dengan Polres Contoh mengatur pengawalan."
            ),
            [("pks", {DINAS, BPS}, "pendataan lansia"), ("pks", {DINAS, POLRES}, "pengawalan")],
        ),
        (
            (
                "Dinsos Contoh menandatangani dua nota kesepahaman. Nota pertama diteken bersama BPS "
                "tentang "
                "data. Adapun nota kedua bersama Polres Contoh menyangkut pengawalan."
            ),
            [("mou", {DINAS, BPS}, "data"), ("mou", {DINAS, POLRES}, "pengawalan")],
        ),
        (
            (
                "Dinsos Contoh menandatangani PKS dengan BPS dan Polres Contoh. PKS dengan BPS mengatur "
                "data, sedangkan PKS dengan Polres Contoh mengatur pengawalan."
            ),
            [("pks", {DINAS, BPS}, "data"), ("pks", {DINAS, POLRES}, "pengawalan")],
        ),
        (
            (
                "Dinsos Contoh menandatangani MoU dengan BPS tentang data lansia, serta dengan Polres "
                "Contoh "
                "tentang pengawalan."
            ),
            [("mou", {DINAS, BPS}, None), ("mou", {DINAS, POLRES}, "pengawalan")],
        ),
        (
            (
                "Dinsos Contoh dan BPS meneken PKS. Adapun perjanjian serupa dengan Polres Contoh "
                "rencananya "
                "diteken bulan depan."
            ),
            [("pks", {DINAS, BPS}, None), ("plan", {DINAS, POLRES}, None)],
        ),
        (
            (
                "Dinsos Contoh dan BPS meneken PKS. Kerja sama dengan Polres Contoh mengenai pengawalan "
                "dijadwalkan diteken bulan depan."
            ),
            [("pks", {DINAS, BPS}, None), ("plan", {DINAS, POLRES}, "pengawalan")],
        ),
        (
            (
                "Dinsos Contoh menandatangani MoU dengan BPS tentang data, serta PKS dengan Polres Contoh "
                "tentang pengawalan."
            ),
            [("mou", {DINAS, BPS}, "data"), ("pks", {DINAS, POLRES}, "pengawalan")],
        ),
        (
            (
                "MoU antara Dinsos Contoh dan BPS serta LoI antara Dinsos Contoh dan Polres Contoh "
                "ditandatangani kemarin."
            ),
            [("mou", {DINAS, BPS}, None), ("mou", {DINAS, POLRES}, None)],
        ),
        (
            (
                "Hari itu diteken MoU Dinsos Contoh dan BPS soal data, disusul PKS BPS dan Polres Contoh "
                "soal pengawalan."
            ),
            [("mou", {DINAS, BPS}, "data"), ("pks", {BPS, POLRES}, "pengawalan")],
        ),
        (
            (
                "Dinsos Contoh menandatangani MoU dengan dua lembaga sekaligus. Keduanya adalah BPS dan "
                "Polres Contoh."
            ),
            [("mou", {DINAS, BPS}, None), ("mou", {DINAS, POLRES}, None)],
        ),
        (
            "Penandatanganan PKS dilakukan oleh Dinsos Contoh bersama BPS, disaksikan Gubernur Maluku.",
            [("pks", {DINAS, BPS}, None)],
        ),
        (
            (
                "PKS antara BPS dan Dinsos Contoh mengatur data. Dokumen ini ditandatangani BPS dan Polres "
                "Contoh."
            ),
            [("pks", {DINAS, BPS}, None)],
        ),
        (
            (
                "Dinsos Contoh dan BPS meneken PKS. Pada hari lain perjanjian serupa disiapkan. "
                "Dokumen ini "
                "ditandatangani Dinsos Contoh dan Polres Contoh."
            ),
            [("pks", {DINAS, BPS}, None), ("pks", {DINAS, POLRES}, None)],
        ),
        (
            (
                "Dinsos Contoh dan BPS meneken PKS. "
                + "Warga senang. " * 20
                + "Menurut warga, segera disusun MoU dengan Polres Contoh."
            ),
            [("pks", {DINAS, BPS}, None)],
        ),
        (
            (
                "Dinsos Contoh dan BPS meneken PKS. Sedianya Polres Contoh ikut menandatangani nota "
                "kesepahaman tentang pengawalan."
            ),
            [("pks", {DINAS, BPS}, None), ("plan", {DINAS, POLRES}, "pengawalan")],
        ),
    ],
)
def test_several_papers_of_one_side(
    text: str, found: list[tuple[str, set[str], str | None]], lexicon: Lexicon
) -> None:
    read_ = [(item.kind, set(item.parties), item.about) for item in read(text, lexicon)[0]]
    assert [(kind, parties) for kind, parties, _ in read_] == [(kind, parties) for kind, parties, _ in found]
    assert all(about in {None, seen} for (_, _, about), (_, _, seen) in zip(found, read_, strict=True))


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        (
            "Budi berharap tertib. Pihaknya tengah menyiapkan MoU dengan BPS tentang data.",
            "plan",
            {DINAS, BPS},
        ),
        (
            "Dinsos Contoh membuka acara. Lembaga itu menandatangani MoU dengan BPS.",
            "mou",
            {DINAS, BPS},
        ),
        (
            "Pendataan mengikuti perjanjian kerja sama Dinsos Contoh dengan BPS yang diteken tahun lalu.",
            "pks",
            {DINAS, BPS},
        ),
        (
            "Dinsos Contoh menjalin kerja sama dengan BPS. Naskah Perjanjian Kerja Sama diteken kemarin.",
            "pks",
            {DINAS, BPS},
        ),
        (
            "Dinsos Contoh akan menggandeng BPS untuk pendataan lansia. Drafnya sedang ditulis.",
            "plan",
            {DINAS, BPS},
        ),
        ("Dinsos Contoh dan BPS juga tengah menjajaki pendataan bersama.", "plan", {DINAS, BPS}),
        (
            "Komitmen bersama ditandatangani Rina atas nama Dinsos Contoh dan Dewi atas nama BPS.",
            "commitment",
            {DINAS, BPS},
        ),
        (
            "Budi berjanji menjaga taman. Janji itu dibalas Kapolres Contoh Wayan Sudarma.",
            "commitment",
            {DINAS, POLRES},
        ),
        # Those whom a number takes together.
        (
            "Dinsos Contoh, BPS, serta Polres Contoh bertemu. MoU diteken pimpinan ketiga instansi.",
            "mou",
            {DINAS, BPS, POLRES},
        ),
        ("Dinsos Contoh menjamu BPS. Kedua kantor berencana menyusun PKS.", "plan", {DINAS, BPS}),
        (
            "Dinsos Contoh menjamu BPS. KBRI Kuala Lumpur bersama kedua instansi menandatangani MoU.",
            "mou",
            {DINAS, BPS, KBRI},
        ),
        (
            (
                "Dinsos Contoh dan BPS bersepakat mendata warga. Kesepakatan itu dituangkan dalam MoU yang "
                "keduanya."
            ),
            "mou",
            {DINAS, BPS},
        ),
        (
            (
                "BPS memediasi sengketa antara Dinsos Contoh dan Polres Contoh. Kedua pihak sepakat "
                "mengukur ulang "
                "lahan."
            ),
            "commitment",
            {DINAS, POLRES},
        ),
        (
            "Dinsos Contoh menjamu BPS. Kedua kantor akan menyusun PKS dengan KBRI Kuala Lumpur.",
            "plan",
            {DINAS, BPS, KBRI},
        ),
        (
            (
                "Dinsos Contoh dan BPS bermitra. Dokumen kerja sama ditandatangani Budi dan Dewi atas "
                "nama BPS."
            ),
            "pks",
            {DINAS, BPS},
        ),
        # Who signs besides.
        (
            "Dinsos Contoh dan BPS meneken MoU. Selain itu, Polres Contoh turut meneken naskah itu.",
            "mou",
            {DINAS, BPS, POLRES},
        ),
        (
            (
                "Dinsos Contoh dan BPS meneken MoU. Polres Contoh ikut menandatangani naskah itu "
                "sebagai saksi."
            ),
            "mou",
            {DINAS, BPS},
        ),
        ("Naskah itu menindaklanjuti MoU Dinsos Contoh dan BPS.", "mou", {DINAS, BPS}),
        ("Dinsos Contoh menggelar rapat. Penandatanganan MoU dengan BPS ditunda.", "plan", {DINAS, BPS}),
    ],
)
def test_sides_that_the_sentence_leaves_out(
    text: str, kind: str, parties: set[str], lexicon: Lexicon
) -> None:
    assert [(item.kind, set(item.parties)) for item in read(text, lexicon)[0]] == [(kind, parties)]


def test_each_with_a_word_of_its_own_is_a_paper_of_its_own(lexicon: Lexicon) -> None:
    text = "Dinsos Contoh meneken MoU dengan BPS pada Senin (4/8/2025) dan dengan Polres Contoh esoknya."
    found = [(item.kind, set(item.parties)) for item in read(text, lexicon)[0]]
    assert found == [("mou", {DINAS, BPS}), ("mou", {DINAS, POLRES})]


def test_work_to_come_without_a_draft_is_none(lexicon: Lexicon) -> None:
    text = "Dinsos Contoh akan menggandeng BPS untuk pendataan lansia. Acara ditutup doa."
    assert read(text, lexicon)[0] == ()


def test_an_understanding_to_prepare_a_paper_is_a_plan(lexicon: Lexicon) -> None:
    text = "Rapat membawa kesepahaman untuk menyiapkan perjanjian kerja sama antara Dinsos Contoh dan BPS."
    assert [item.kind for item in read(text, lexicon)[0]] == ["plan"]


@pytest.mark.parametrize(
    "text",
    [
        "Kapolres Contoh Wayan Sudarma menetapkan Keputusan Kapolres Contoh Nomor 5 tentang tim pengawal.",
        "Tim dibentuk dengan Keputusan Kapolres Contoh yang ditandatangani Wayan Sudarma.",
    ],
)
def test_decrees(text: str, lexicon: Lexicon) -> None:
    assert [(item.kind, item.parties) for item in read(text, lexicon)[0]] == [("decree", (POLRES,))]
