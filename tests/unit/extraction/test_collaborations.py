"""Which bodies act together, in short texts."""

from datetime import date

import msgspec
import pytest

from kgraph.extraction.agreements import find_agreements
from kgraph.extraction.collaborations import find_collaboration_doubts, find_collaborations
from kgraph.extraction.events import find_events
from kgraph.extraction.kinship import are_kin, describe_kin
from kgraph.extraction.passages import build_passages
from kgraph.extraction.statements import find_statements
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.records import Collaboration, Institution, Mention
from kgraph.vocabulary import COLLABORATION_BASES
from tests.unit.extraction.invented import find_invented, lay_out

DINAS, POLRES, BP3MI = "Dinas Sosial Kota Contoh", "Kepolisian Resor Contoh", "BP3MI Sulawesi Tengah"
BPS, KBRI, BKN = "Badan Pusat Statistik", "KBRI Kuala Lumpur", "Kantor Regional XIII BKN"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def read(text: str, lexicon: Lexicon) -> tuple[Collaboration, ...]:
    officials, institutions = find_invented(text)
    layout = lay_out(text, lexicon)
    agreements, _ = find_agreements(layout, institutions, officials, lexicon)
    events, _, _ = find_events(
        layout, institutions, officials, lexicon, near=date(2025, 6, 20), dateline=None, agreements=agreements
    )
    statements, _ = find_statements(layout, officials, institutions, lexicon)
    found = find_collaborations(
        layout, institutions, officials, events, agreements, lexicon, statements=statements
    )
    sentences = {sentence.span for sentence in layout.sentences}
    for pair in found:
        assert list(pair.parties) == sorted(pair.parties)
        assert pair.basis in COLLABORATION_BASES
        assert pair.event is None or pair.event < len(events)
        assert pair.evidence
        assert set(pair.evidence) <= sentences
    assert list(found) == sorted(found, key=lambda pair: pair.parties)
    return found


def pair(first: str, second: str) -> tuple[str, str]:
    return (first, second) if first < second else (second, first)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        # The host with each guest, not guest with guest.
        (
            "Dinsos Contoh menggelar rapat bersama BPS dan KBRI Kuala Lumpur.",
            {pair(DINAS, BPS), pair(DINAS, KBRI)},
        ),
        (
            "Dinsos Contoh menerima kunjungan BPS. Hadir pula perwakilan Polres Contoh.",
            {pair(DINAS, BPS), pair(DINAS, POLRES)},
        ),
        # All parties of one agreement, but not of a plan.
        (
            "MoU antara Dinsos Contoh, BPS, dan KBRI Kuala Lumpur diteken kemarin.",
            {pair(DINAS, BPS), pair(DINAS, KBRI), pair(BPS, KBRI)},
        ),
        ("Dinsos Contoh akan menandatangani nota kesepahaman dengan BPS.", set()),
        # Who owns the one that signs, and who gets something besides, does not sign.
        (
            (
                "KBRI Kuala Lumpur, anak usaha BPS, memberi bantuan kepada Polres Contoh sekaligus meneken "
                "perjanjian kerja sama dengan Dinsos Contoh."
            ),
            {pair(KBRI, DINAS), pair(KBRI, POLRES)},
        ),
        # A meeting of a body that another holds is no guest of that one.
        ("Rapat BPS yang digelar Dinsos Contoh berlangsung di Hotel A.", set()),
        # Those who look on at a signing are no parties.
        ("Dinsos Contoh dan BPS menandatangani PKS disaksikan Wayan Sudarma.", {pair(DINAS, BPS)}),
        # What the text says.
        (
            "Dinsos Contoh bekerja sama dengan BPS dan Polres Contoh mendata warga.",
            {pair(DINAS, BPS), pair(DINAS, POLRES)},
        ),
        ("Dinsos Contoh menggandeng BPS.", {pair(DINAS, BPS)}),
        (
            "Itu hasil kemitraan Dinsos Contoh dengan BPS dan Polres Contoh.",
            {pair(DINAS, BPS), pair(DINAS, POLRES)},
        ),
        ("Dinsos Contoh dan BPS bergotong royong memugar rumah.", {pair(DINAS, BPS)}),
        ("Pencarian memakai kapal milik KBRI Kuala Lumpur dan dibantu BPS.", set()),
        (
            "Dinsos Contoh meluncurkan posko bersama BPS, Kamis (19/6/2025), di Plaza KBRI Kuala Lumpur.",
            {pair(DINAS, BPS)},
        ),
        ("Berkat kerja sama Dinsos Contoh dan BPS, data warga lengkap.", {pair(DINAS, BPS)}),
        ("Kolaborasi antara Dinsos Contoh dan BPS berjalan baik.", {pair(DINAS, BPS)}),
        (
            "Dinsos Contoh, BPS, dan Polres Contoh bersama-sama mendata warga.",
            {pair(DINAS, BPS), pair(DINAS, POLRES), pair(BPS, POLRES)},
        ),
        (
            "Program itu dibiayai bersama oleh Dinsos Contoh, BPS, dan Polres Contoh.",
            {pair(DINAS, BPS), pair(DINAS, POLRES), pair(BPS, POLRES)},
        ),
        # A body and the unit through which it acts are one side.
        (
            "KBRI Kuala Lumpur melalui BP3MI Sulteng bersama BPS mendata warga.",
            {pair(KBRI, BPS), pair(BP3MI, BPS)},
        ),
        # A joint subject acts together; helpers behind it do not make its members act with one another.
        (
            "Dinsos Contoh, BPS, dan Polres Contoh menyita obat palsu.",
            {pair(DINAS, BPS), pair(DINAS, POLRES), pair(BPS, POLRES)},
        ),
        ("Warga dilayani Dinsos Contoh, BPS, dan Polres Contoh, dibantu relawan.", set()),
        (
            "Dinsos Contoh menjalin kerja sama dengan BPS dan Polres Contoh.",
            {pair(DINAS, BPS), pair(DINAS, POLRES)},
        ),
        # Two who help the same one do not help each other.
        (
            "Acara itu digelar bersama BPS dan didukung Polres Contoh yang membuka posko.",
            set(),
        ),
        # Wishes, pledges and mere naming.
        ("Budi Hartadi berjanji menangani keluhan itu bersama BPS.", set()),
        ("Dinsos Contoh ingin bekerja sama dengan BPS.", set()),
        ("Budi Hartadi berharap kerja sama Dinsos Contoh dan BPS terjalin.", set()),
        ("Dinsos Contoh tidak bekerja sama dengan BPS.", set()),
        ("Data BPS dipakai Dinsos Contoh.", set()),
        # What is refused, over, asked for or on a condition; what befalls a body or goes on without it.
        ("Dinsos Contoh menghentikan kerja sama dengan BPS.", set()),
        ("Dinsos Contoh meminta BPS bekerja sama dengan Polres Contoh.", set()),
        ("Jika anggaran cukup, Dinsos Contoh bekerja sama dengan BPS.", set()),
        ("Pelaku yang ditangkap Polres Contoh itu bekerja sama dengan BPS.", set()),
        ("Polres Contoh menggeledah kantor BPS di Desa Melati, Kamis (19/6/2025).", set()),
        ("Dinsos Contoh menggelar bazar, Kamis (19/6/2025). Bazar itu tidak melibatkan BPS.", set()),
        ("Dinsos Contoh menggelar bazar, Kamis (19/6/2025). Acara ditutup tanpa kehadiran BPS.", set()),
        (
            (
                "Meski belum bekerja sama dengan BPS, Dinsos Contoh menggelar rapat bersama "
                "KBRI Kuala Lumpur, Kamis (19/6/2025)."
            ),
            {pair(DINAS, KBRI)},
        ),
    ],
)
def test_pairs(text: str, pairs: set[tuple[str, str]], lexicon: Lexicon) -> None:
    assert {found.parties for found in read(text, lexicon)} == pairs


def test_who_only_speaks_of_what_was_given_took_no_part(lexicon: Lexicon) -> None:
    text = (
        "Dinsos Contoh menyerahkan 30 kursi roda kepada BPS, Kamis (19/6/2025).\n\n"
        "Wayan Sudarma mengatakan bantuan itu berguna."
    )
    assert [found.parties for found in read(text, lexicon)] == [pair(DINAS, BPS)]


def test_who_says_that_it_was_received_took_part(lexicon: Lexicon) -> None:
    text = (
        "KBRI Kuala Lumpur menyerahkan dua unit ambulans, Kamis (19/6/2025).\n\n"
        "Kepala Dinas Sosial Kota Contoh, Budi Hartadi, mengatakan ambulans itu diterima pihaknya."
    )
    assert [found.parties for found in read(text, lexicon)] == [pair(DINAS, KBRI)]


def test_the_sentence_that_names_both_comes_first(lexicon: Lexicon) -> None:
    text = (
        "Dinsos Contoh menggelar rapat koordinasi, Kamis (19/6/2025). Hadir pula perwakilan BPS. "
        "Menurut Budi Hartadi, rapat itu dihadiri BPS sejak pagi."
    )
    (found,) = read(text, lexicon)
    first = found.evidence[0]
    assert text[first.start : first.end] == "Menurut Budi Hartadi, rapat itu dihadiri BPS sejak pagi."
    assert found.basis == "meeting"
    assert found.event == 0


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("Barang itu hasil penindakan bersama BPS dan Polres Contoh.", 1),
        ("Dinsos Contoh bekerja sama dengan BPS.", 0),
        ("Warga berharap bekerja sama dengan BPS.", 0),
        ("“Kami bekerja bersama BPS,” katanya.", 0),
    ],
)
def test_joint_work_with_a_side_untold(text: str, doubts: int, lexicon: Lexicon) -> None:
    officials, institutions = find_invented(text)
    passages = build_passages(lay_out(text, lexicon), institutions, officials, lexicon)
    found = list(find_collaboration_doubts(passages, officials, read(text, lexicon), lexicon))
    assert [doubt.span for doubt in found] == [passage.span for passage in passages][:doubts]


def body(name: str, kind: str, region: str | None = None) -> Institution:
    return Institution(name=name, mentions=(), kind=kind, region=region)


@pytest.mark.parametrize(
    ("first", "second", "own"),
    [
        (body("Polda Kepri", "police"), body("Ditpolairud Polda Kepri", "police"), True),
        (body("Polda Kepri", "police"), body("Polres Tanjungpinang", "police"), True),
        (body("Mabes Polri", "police"), body("Polres Pariaman", "police"), True),
        (body("KemenP2MI", "ministry"), body("BP3MI Aceh", "central-regional-office"), True),
        (
            body("Pemerintah Kota Padang", "regency-city", "Padang"),
            body("Dinas Sosial Kota Padang", "regional-agency", "Padang"),
            True,
        ),
        (
            body("Pemerintah Kota Padang", "regency-city", "Padang"),
            body("Dinas Sosial Kota Solok", "regional-agency", "Solok"),
            False,
        ),
        (
            body("BP3MI Jawa Timur", "central-regional-office"),
            body("BP3MI Jawa Tengah", "central-regional-office"),
            False,
        ),
        (body("Polres Kudus", "police"), body("Polres Demak", "police"), False),
        (body("Kementerian Sosial", "ministry"), body("BP3MI Aceh", "central-regional-office"), False),
        (body("Komisi II DPRD Kota Padang", "legislature"), body("DPRD Padang", "legislature"), True),
        (
            body("Komisi II DPRD Kota Padang", "legislature"),
            body("DPRD Kabupaten Padang", "legislature"),
            False,
        ),
        (
            body("Kanwil DJP Riau", "central-regional-office"),
            body("KPP Pratama Dumai", "central-regional-office"),
            True,
        ),
        (
            body("Universitas Andalas", "university-school"),
            body("Fakultas Hukum Universitas Andalas", "university-school"),
            True,
        ),
    ],
)
def test_own_units(first: Institution, second: Institution, own: bool, lexicon: Lexicon) -> None:
    kin, other = describe_kin(first, lexicon), describe_kin(second, lexicon)
    assert are_kin(kin, other) is own
    assert are_kin(other, kin) is own


def test_the_bare_head_of_a_name_tells_of_no_kin(lexicon: Lexicon) -> None:
    first = body("Universitas Melati", "university-school")
    called = msgspec.structs.replace(first, mentions=(Mention(start=0, end=11, text="Universitas"),))
    second = body("Universitas Anggrek", "university-school")
    assert not are_kin(describe_kin(called, lexicon), describe_kin(second, lexicon))
