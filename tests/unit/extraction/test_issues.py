"""Issues of short releases: one invented per issue, and what makes none."""

import pytest

from kgraph.extraction.issues import find_issues
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.records import Agreement, Institution, Mention, Official, Zone
from kgraph.text.layout import Layout
from kgraph.text.sentences import build_layout
from kgraph.vocabulary import ISSUES


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def lay_out(lexicon: Lexicon, body: str, headline: str = "", caption: str = "") -> Layout:
    zones, text = [], ""
    for kind, part in (("headline", headline), ("caption", caption), ("body", body)):
        if part:
            zones.append(Zone(start=len(text), end=len(text) + len(part), kind=kind))
            text += part + "\n"
    return build_layout(text, tuple(zones), lexicon)


def name_issues(layout: Layout, lexicon: Lexicon, *names: str, post: str | None = None) -> list[str]:
    mentions = tuple(
        Mention(start=start, end=start + len(name), text=name)
        for name in names
        if (start := layout.body.find(name)) >= 0
    )
    bodies = (Institution(name="X", mentions=mentions, kind="other"),) if mentions else ()
    officials = (Official(name="Rina", mentions=(), post=post),) if post else ()
    return [issue.issue for issue in find_issues(layout, bodies, officials, lexicon)]


RELEASES = {
    "trafficking": ("Polisi Bongkar Sindikat TPPO", "Dua tersangka perdagangan orang ditahan."),
    "people-smuggling": (
        "Kapal Pembawa Imigran Dicegat",
        "Nakhoda dijerat pasal penyelundupan manusia karena membawa sebelas orang.",
    ),
    "irregular-migration": ("Sosialisasi Migrasi Aman", "Warga diajak menghindari jalur nonprosedural."),
    "violence-against-women": ("Kasus KDRT Meningkat", "Dinas mendampingi perempuan korban kekerasan."),
    "child-protection": ("Kota Layak Anak", "Pemkot menguatkan pemenuhan hak anak di sekolah."),
    "worker-protection": (
        "Perkuat Pelindungan Pekerja Migran",
        "Kedua pihak membahas pelindungan pekerja migran dan keluarganya.",
    ),
    "placement": ("Peluang Kerja ke Jepang Dibuka", "Penempatan dilakukan lewat skema G to G."),
    "skills-training": ("BLK Buka Kelas Las", "Peserta pelatihan vokasi menempuh uji kompetensi."),
    "economic-empowerment": (
        "Purna Pekerja Migran Dibantu",
        "Mereka mendapat modal usaha dan belajar wirausaha.",
    ),
    "repatriation": ("Jenazah Pekerja Migran Dipulangkan", "Proses pemulangan didampingi petugas."),
    "health": ("Desa Tekan Stunting", "Kader posyandu memeriksa gizi balita."),
    "social-security": ("Ahli Waris Terima Santunan", "Klaim jaminan kematian cair dalam tiga hari."),
    "data-exchange": ("Dua Instansi Sepakati Satu Data", "Pertukaran data dimulai bulan depan."),
    "financing": ("KUR bagi Calon Perawat", "Bank menyalurkan pinjaman tanpa bunga."),
    "education": ("Rektor Beri Kuliah Umum", "Beasiswa ditawarkan kepada siswa desa."),
    "legal-aid": ("Pos Bantuan Hukum Diresmikan", "Warga mendapat penyuluhan hukum gratis."),
    "corruption": ("Kepala Desa Diajak Jauhi Pungli", "Jaksa memaparkan pencegahan korupsi."),
    "drugs": ("Sekolah Bersih Narkoba", "Petugas menemukan sabu saat razia."),
    "disaster": ("Banjir Rendam Tiga Desa", "Tim tanggap darurat menyalurkan bantuan."),
    "labour-rights": ("Upah Minimum Naik", "Serikat pekerja menyambut putusan itu."),
    "seafarers": ("Pelaut Dapat Buku Baru", "Awak kapal perikanan wajib mengisinya."),
    "public-service": ("Mal Pelayanan Publik Dibuka", "Layanan paspor tersedia setiap hari kerja."),
    "digitalisation": ("Kota Terapkan SPBE", "Transformasi digital dipercepat dengan pusat data."),
    "governance": ("Bupati Lantik Kepala Dinas", "Pengambilan sumpah jabatan disaksikan inspektur."),
    "gender-equality": ("Pengarusutamaan Gender Diperkuat", "Kesetaraan gender masuk rencana kerja."),
    "disability": ("Kantor Ramah Disabilitas", "Juru bahasa isyarat hadir setiap hari."),
    "food-security": ("Panen Raya di Sawah Baru", "Cadangan pangan daerah bertambah."),
    "environment": ("Aksi Tanam Mangrove", "Pengelolaan sampah pantai ikut dibahas."),
    "tourism-culture": ("Festival Danau Digelar", "Desa wisata menampilkan seni budaya."),
    "other": ("Operasi Ketupat Dimulai", "Arus mudik dijaga ratusan petugas."),
}


def test_every_issue_has_a_case_and_cues(lexicon: Lexicon) -> None:
    assert tuple(RELEASES) == ISSUES
    assert sorted(issue.slug for issue in lexicon.issues.issues) == sorted(ISSUES)


@pytest.mark.parametrize("issue", ISSUES)
def test_leads_with_the_issue_of_a_plain_release(issue: str, lexicon: Lexicon) -> None:
    headline, body = RELEASES[issue]
    assert name_issues(lay_out(lexicon, body, headline), lexicon)[0] == issue


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Rapat digelar pagi. Warga datang.\nPetugas menyita narkotika.", ["drugs"]),
        ("Rapat digelar pagi.\nRuang itu memakai kursi roda.", ["other"]),
        ("Rapat digelar pagi.\nKursi roda dibagikan.\nSekolah itu inklusif.", ["disability"]),
        ("Kursi roda dibagikan kepada warga.", ["other"]),
        ("Kursi roda dibagikan. Gedung itu inklusif.", ["disability"]),
        ("Warga menolak.\nRumah amannya penuh perempuan.", ["violence-against-women"]),
        ("Ketua datang.\nPemulangannya tertunda.", ["repatriation"]),
        ("Anak buah kapal itu pulang.", ["seafarers"]),
        ("Rapat digelar.\nDigelar dengan aplikasi Zoom di dua kota.", ["other"]),
        ("Bangunan ilegal ditindak.\nRumah itu disita.", ["other"]),
        ("Rapat digelar.\nBangunan itu ilegal.\nLoket tutup. Antrean panjang.", ["other"]),
        ("Rapat digelar.\nTes HIV dilayani di puskesmas.\nLoket tutup.", ["health"]),
        ("Sebanyak 40 perawat hadir.", ["other"]),
        ("Belasan perawat dan para nasabah hadir.", ["other"]),
        ("Rapat membahas perawat.", ["health"]),
        ("Rapat digelar.\nPeserta bicara soal perbankan.", ["financing"]),
        ("Rapat digelar.\nPeserta bicara di bank, lalu pulang.", ["other"]),
        ("Rapat digelar.\nNarkoba dibahas.\nTahun lalu longsor menimbun balai itu.", ["drugs"]),
        ("Tahun lalu longsor menimbun balai itu.", ["disaster"]),
    ],
)
def test_weighs_cues_by_place(body: str, expected: list[str], lexicon: Lexicon) -> None:
    assert name_issues(lay_out(lexicon, body), lexicon) == expected


@pytest.mark.parametrize("named", ["Kedua dinas bertukar data.", "Mereka mengatur pertukaran data."])
def test_an_issue_told_by_its_name_is_one_among_many(named: str, lexicon: Lexicon) -> None:
    body = "Petugas menyita narkotika.\nPelatihan menjahit dibuka. Pelatihan kerja gratis.\n"
    others = name_issues(lay_out(lexicon, body), lexicon)
    assert "data-exchange" not in others
    assert set(name_issues(lay_out(lexicon, body + named), lexicon)) == {*others, "data-exchange"}


@pytest.mark.parametrize(
    ("body", "issue"),
    [
        ("Korban direkrut untuk love scamming.", "trafficking"),
        ("Nakhoda membawa pengungsi Rohingya.", "people-smuggling"),
        ("Timpora memeriksa hotel itu.", "irregular-migration"),
        ("Satgas PPKPT kampus membuka posko.", "violence-against-women"),
        ("Pengadilan mencatat dispensasi nikah.", "child-protection"),
        ("Pekerja rentan didaftarkan.", "worker-protection"),
        ("Daftar lowongan luar negeri dibuka.", "placement"),
        ("Pelatihan menjahit seragam dibuka.", "skills-training"),
        ("Hilirisasi memberi nilai tambah.", "economic-empowerment"),
        ("Mereka kembali ke Tanah Air.", "repatriation"),
        ("Cakupan imunisasi naik.", "health"),
        ("Penerima bantuan sosial didata.", "social-security"),
        ("Kedua dinas bertukar data.", "data-exchange"),
        ("Pedagang diajak menabung.", "financing"),
        ("Penelitian bersama dimulai.", "education"),
        ("Jaksa pengacara negara mendampingi.", "legal-aid"),
        ("Terdakwa merugikan keuangan negara.", "corruption"),
        ("Peredaran gelap diputus.", "drugs"),
        ("Tim SAR menyisir muara.", "disaster"),
        ("Tunggakan gaji dibayar.", "labour-rights"),
        ("Buku pelaut diperpanjang.", "seafarers"),
        ("Jumat Curhat digelar di warung.", "public-service"),
        ("Sistem digital dipakai.", "digitalisation"),
        ("Rancangan peraturan dibahas.", "governance"),
        ("Anggaran memakai perspektif gender.", "gender-equality"),
        ("Jalur pemandu dipasang, huruf braille ditambah.", "disability"),
        ("Harga cabai turun.", "food-security"),
        ("Benih lobster itu dilepasliarkan.", "environment"),
        ("Ekowisata tumbuh.", "tourism-culture"),
        ("Persiapan Nataru dimulai.", "other"),
    ],
)
def test_knows_words_of_the_administration(body: str, issue: str, lexicon: Lexicon) -> None:
    assert issue in name_issues(lay_out(lexicon, body), lexicon)


@pytest.mark.parametrize(
    ("body", "issue"),
    [
        ("Bendahara itu merugikan keuangan daerah lewat kuitansi fiktif.", "corruption"),
        ("Rekanan menyuap dengan uang pelicin agar menang.", "corruption"),
        ("Rumah sakit itu mendapat hak akses NIK.", "data-exchange"),
        ("Daftar nama itu dicocokkan dengan catatan imigrasi.", "data-exchange"),
        ("Petugas mengganti formulir kertas dengan tablet.", "digitalisation"),
        ("Pabrik itu memberi cuti haid dan ruang laktasi.", "gender-equality"),
        ("Perempuan didengar dalam musyawarah, separuhnya perempuan.", "gender-equality"),
        ("Ia dianiaya suaminya semalam.", "violence-against-women"),
        ("Bocah itu dititipkan kepada nenek.", "child-protection"),
        ("Warga mengantar jenazahnya, lalu jenazah diserahkan kepada keluarga.", "repatriation"),
        ("Perkara berakhir dengan penghentian penuntutan.", "legal-aid"),
        ("Karyawan menunggu pesangon karena pabrik tutup.", "labour-rights"),
        ("Kawasan itu diterjang ombak setinggi dada.", "disaster"),
        ("Pengguna kursi roda memakai jalur landai.", "disability"),
    ],
)
def test_knows_what_people_call_things(body: str, issue: str, lexicon: Lexicon) -> None:
    assert issue in name_issues(lay_out(lexicon, body), lexicon)


@pytest.mark.parametrize(
    ("body", "issue"),
    [
        ("Rapat digelar.\nHasil bumi dijual dengan harga pantas.\nKorban banjir datang.", "trafficking"),
        ("Rapat digelar.\nBarang itu diselundupkan di dalam truk.", "people-smuggling"),
        ("Rapat digelar.\nPelaku pencurian dengan kekerasan ditangkap.", "violence-against-women"),
        ("Rapat digelar.\nAnak krakatau terlihat dari pantai.", "child-protection"),
        ("Rapat digelar.\nBunga bangkai mekar.", "financing"),
        ("Rapat digelar.\nJemaah tiba, menyambut kepulangan jemaah haji.", "repatriation"),
    ],
)
def test_a_cue_in_another_sense_tells_no_issue(body: str, issue: str, lexicon: Lexicon) -> None:
    assert issue not in name_issues(lay_out(lexicon, body), lexicon)


def test_names_of_bodies_tell_no_issue(lexicon: Lexicon) -> None:
    body = "Dinas Pengendalian Stunting Kota Baru membuka kantor."
    layout = lay_out(lexicon, body)
    assert name_issues(layout, lexicon) == ["health"]
    assert name_issues(layout, lexicon, "Dinas Pengendalian Stunting Kota Baru") == ["other"]


def test_posts_tell_no_issue(lexicon: Lexicon) -> None:
    layout = lay_out(lexicon, "Asisten Ekonomi Kreatif Rina datang.")
    assert name_issues(layout, lexicon) == ["economic-empowerment"]
    assert name_issues(layout, lexicon, post="Asisten Ekonomi Kreatif") == ["other"]


@pytest.mark.parametrize(
    ("body", "issues"),
    [
        ("Rapat digelar di sekolah. Tamu lalu melihat sekolah.", ["other"]),
        ("Rapat membahas sekolah. Kepala dinas menyebut sekolah.", ["education"]),
        ("Rapat digelar di sekolah. Siswa menari.", ["education"]),
        ("Jalan rusak ditambal. Jembatan diperiksa. Lalu longsor datang.", ["disaster"]),
        ("Jalan rusak ditambal. Jembatan diperiksa.", ["other"]),
    ],
)
def test_one_word_said_again_names_a_place(body: str, issues: list[str], lexicon: Lexicon) -> None:
    assert name_issues(lay_out(lexicon, body), lexicon) == issues


@pytest.mark.parametrize(
    "name",
    [
        "Dinas Pemberdayaan Perempuan dan Perlindungan Anak",
        "Badan Penanggulangan Bencana Daerah",
        "Dinas Kesehatan",
    ],
)
def test_counter_phrases_hold_without_knowing_the_body(name: str, lexicon: Lexicon) -> None:
    assert name_issues(lay_out(lexicon, f"Kepala {name} datang."), lexicon) == ["other"]


def test_a_caption_that_repeats_the_headline_counts_once(lexicon: Lexicon) -> None:
    headline = "Sampah Diolah"
    once = find_issues(lay_out(lexicon, "Warga senang.", headline), (), (), lexicon)
    twice = find_issues(lay_out(lexicon, "Warga senang.", headline, headline + "."), (), (), lexicon)
    assert [issue.issue for issue in twice] == ["environment"]
    assert twice[0].evidence == once[0].evidence


def test_evidence_is_sentences_with_cues(lexicon: Lexicon) -> None:
    layout = lay_out(lexicon, "Rapat digelar. Narkoba dibahas. Warga pulang. Sabu disita.")
    (issue,) = find_issues(layout, (), (), lexicon)
    assert [layout.body[span.start : span.end] for span in issue.evidence] == [
        "Narkoba dibahas.",
        "Sabu disita.",
    ]


def test_no_text_no_issue(lexicon: Lexicon) -> None:
    assert find_issues(build_layout("", (), lexicon), (), (), lexicon) == ()


def test_at_most_four(lexicon: Lexicon) -> None:
    said = "Narkoba, longsor, stunting, sampah, korupsi, dan pelaut dibahas dalam rapat yang sama"
    assert len(name_issues(lay_out(lexicon, said + ".", said), lexicon)) == 4


@pytest.mark.parametrize(
    ("body", "issues"),
    [
        ("Penyuluhan narkoba digelar. Sabu disita.\n\nTunggakan gaji dibahas.", ["drugs"]),
        (
            "Penyuluhan narkoba digelar. Sabu disita.\n\nTunggakan gaji dibahas. Upah minimum juga.",
            ["drugs", "labour-rights"],
        ),
        (
            "Rapat membahas narkoba dan longsor.\n\nTunggakan gaji disebut. Lembur juga.",
            ["disaster", "drugs"],
        ),
    ],
)
def test_each_further_issue_must_be_said_louder(body: str, issues: list[str], lexicon: Lexicon) -> None:
    assert name_issues(lay_out(lexicon, body), lexicon) == issues


def test_what_a_party_is_there_for_is_an_issue(lexicon: Lexicon) -> None:
    text = "Keduanya meneken nota kesepahaman tentang penanganan masalah hukum.\nIuran akan ditagih.\n"
    layout = lay_out(lexicon, text)
    told = layout.sentences[0].span
    paper = Agreement(kind="mou", parties=("Kejari Contoh", "BPJS Kesehatan"), about=None, evidence=(told,))
    other = Agreement(kind="mou", parties=("Kejari Contoh", "PT Contoh"), about=None, evidence=(told,))
    found = [
        {issue.issue for issue in find_issues(layout, (), (), lexicon, (one,))} for one in (paper, other)
    ]
    assert "social-security" in found[0] - found[1]


def test_a_party_makes_no_issue_that_the_text_does_not_speak_of(lexicon: Lexicon) -> None:
    layout = lay_out(lexicon, "BNNK Contoh dan Pemkab Contoh meneken nota kesepahaman tentang magang.\n")
    told = layout.sentences[0].span
    paper = Agreement(kind="mou", parties=("BNNK Contoh", "Pemkab Contoh"), about=None, evidence=(told,))
    found = find_issues(layout, (), (), lexicon, (paper,))
    assert "drugs" not in {issue.issue for issue in found}
