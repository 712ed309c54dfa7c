"""The bodies of posts that name none, and posts that no list knows in full."""

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


BEFORE = "Kantor Imigrasi Palu menerima kunjungan Polres Dompu dan Universitas Contoh. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            BEFORE
            + "Tamu diterima Kepala Kantor, Budi Hartadi. Budi didampingi Kasi Inteldakim, Lina Marpuri.",
            [
                ("Budi Hartadi", "Kepala Kantor", "Kantor Imigrasi Palu"),
                ("Lina Marpuri", "Kasi Inteldakim", "Kantor Imigrasi Palu"),
            ],
            id="the body of one kind, and of whom somebody comes with",
        ),
        pytest.param(
            BEFORE + "Rektor, Budi Hartadi, hadir. Ia didampingi Kabag Umum, Lina Marpuri.",
            [
                ("Budi Hartadi", "Rektor", "Universitas Contoh"),
                ("Lina Marpuri", "Kabag Umum", "Universitas Contoh"),
            ],
            id="a pronoun stands for who was told before",
        ),
        pytest.param(
            "Kepala Dinas Sosial Dompu, Budi Hartadi, diwakili Sekretaris Dinas, Lina Marpuri.",
            [
                ("Budi Hartadi", "Kepala Dinas Sosial Dompu", "Dinas Sosial Dompu"),
                ("Lina Marpuri", "Sekretaris Dinas", "Dinas Sosial Dompu"),
            ],
            id="the word for a body means the one so called",
        ),
        pytest.param(
            "Kapolres Dompu, Budi Hartadi, dan BPS Bima hadir; Dandim Bima diwakili Kasi Ter, Lina Marpuri.",
            [("Budi Hartadi", "Kapolres Dompu", None), ("Lina Marpuri", "Kasi Ter", None)],
            id="who comes for somebody of a body that is not named is of none that is",
        ),
        pytest.param(
            "Kementerian Sosial hadir. Dirjen Binalattas, Budi Hartadi, bicara.",
            [("Budi Hartadi", "Dirjen Binalattas", "Kementerian Sosial")],
            id="a directorate-general that is not named is in the ministry",
        ),
        pytest.param(
            "Politeknik Contoh, Universitas Contoh, Politeknik Contoh hadir. Rektor, Budi Hartadi, bicara.",
            [("Budi Hartadi", "Rektor", "Universitas Contoh")],
            id="a polytechnic has no rector",
        ),
        pytest.param(
            "BPS Dompu hadir. Ketua kelompok nelayan, Budi Hartadi, senang.",
            [("Budi Hartadi", "Ketua kelompok nelayan", None)],
            id="who heads a group is of no body that is named",
        ),
        pytest.param(
            "BPS Dompu hadir. Kabid Penmad, Budi Hartadi, bicara.",
            [("Budi Hartadi", "Kabid Penmad", "BPS Dompu")],
            id="the unit that no list knows",
        ),
        pytest.param(
            "Hadir Kepala BPS Dompu dan Rektor Universitas Contoh, Budi Hartadi.",
            [("Budi Hartadi", "Rektor Universitas Contoh", "Universitas Contoh")],
            id="a post behind a body is another's",
        ),
        pytest.param(
            "Bupati Dompu dan Kapolres Dompu, masing-masing Budi Hartadi dan Kompol Lina Marpuri, hadir.",
            [("Budi Hartadi", "Bupati Dompu", None), ("Lina Marpuri", "Kapolres Dompu", None)],
            id="names told one by one",
        ),
        pytest.param(
            "Pihak BPS Dompu, Budi Hartadi, bicara.",
            [("Budi Hartadi", None, "BPS Dompu")],
            id="somebody of a body",
        ),
        pytest.param(
            "Adapun Wastira Umbu dari BPS Dompu bicara.",
            [("Wastira Umbu", None, "BPS Dompu")],
            id="a name behind the word that opens a sentence",
        ),
        pytest.param(
            "Hadir Kepala BPS Dompu, Budi Hartadi, dan guru pembina, Lina Marpuri.",
            [("Budi Hartadi", "Kepala BPS Dompu", "BPS Dompu"), ("Lina Marpuri", "guru pembina", None)],
            id="a post in lower case in a list",
        ),
        pytest.param(
            "Humas PN Dompu, Budi Hartadi, bicara.",
            [("Budi Hartadi", "Humas PN Dompu", "PN Dompu")],
            id="who speaks for a body",
        ),
        pytest.param(
            "Universitas Contoh dan University of Newland hadir. Director of Global Art, Lina Marpuri, ada.",
            [("Lina Marpuri", "Director of Global Art", "University of Newland")],
            id="a post in English is of a body with an English name",
        ),
        pytest.param(
            "Polda Bali hadir. Direktur Reserse Kriminal Umum, Kombes Budi Hartadi, bicara.",
            [("Budi Hartadi", "Direktur Reserse Kriminal Umum", "Polda Bali")],
            id="what a post is about is no body",
        ),
        pytest.param(
            "Komisi A DPRD Dompu rapat dan dihadiri anggota, Budi Hartadi serta Lina Marpuri.",
            [
                ("Budi Hartadi", "anggota", "Komisi A DPRD Dompu"),
                ("Lina Marpuri", "anggota", "Komisi A DPRD Dompu"),
            ],
            id="several of one post in lower case",
        ),
        pytest.param(
            "Pemerintah Desa Contoh rapat. Babinsa Serda Budi Hartadi hadir.",
            [("Budi Hartadi", "Babinsa", None)],
            id="a soldier is of no village",
        ),
        pytest.param(
            "Bawaslu Dompu diwakili anggotanya, Budi Hartadi. BPS Dompu mengutus staf ahlinya, Lina Marpuri.",
            [("Budi Hartadi", "anggotanya", "Bawaslu Dompu"), ("Lina Marpuri", "staf ahlinya", "BPS Dompu")],
            id="somebody of the body named before",
        ),
        pytest.param(
            "Kejati Bali, Pemkab Dompu hadir. Asisten Perdata dan Tata Usaha Negara, Budi Hartadi, bicara.",
            [("Budi Hartadi", "Asisten Perdata dan Tata Usaha Negara", "Kejati Bali")],
            id="an assistant of prosecutors",
        ),
        pytest.param(
            "Kementerian Agama menggelar rapat. Kakanwil Kemenag Bali, Budi Hartadi, hadir.",
            [("Budi Hartadi", "Kakanwil Kemenag Bali", None)],
            id="an office of a ministry is not the ministry",
        ),
        pytest.param(
            "RSUD Dompu menggelar rapat. Menkes Budi Hartadi hadir. Nakhoda kapal, Jufri Hasan, hadir.",
            [("Budi Hartadi", "Menkes", None), ("Jufri Hasan", "Nakhoda kapal", None)],
            id="ministers and mates are of no body beside them",
        ),
        pytest.param(
            "Pasar ramai. Pedagang, Sulasmi, hadir. Camat Pulau Contoh, Budi Tua, hadir.",
            [("Sulasmi", None, None), ("Budi Tua", "Camat Pulau Contoh", None)],
            id="who is presented, islands, and words for posts in names",
        ),
        pytest.param(
            "UNHCR menggelar rapat. Associate Liaison Officer, Lina Marpuri, hadir.",
            [("Lina Marpuri", "Associate Liaison Officer", "UNHCR")],
            id="an English post that begins like a title",
        ),
        pytest.param(
            "Hiroto University ada. Vice President for Global Affairs Hiroto University, Lina Marpuri, ada.",
            [("Lina Marpuri", "Vice President for Global Affairs Hiroto University", "Hiroto University")],
            id="what an English post is about is no part of the body",
        ),
        pytest.param(
            "UNHCR menggelar rapat. National Programme Officer, Lina Marpuri, hadir.",
            [("Lina Marpuri", "National Programme Officer", "UNHCR")],
            id="an English post is no body",
        ),
        pytest.param(
            "Di Desa Rengas warga rapat. Kades Rengas Lihin Suherman hadir.",
            [("Lihin Suherman", "Kades Rengas", None)],
            id="a village that the text names and a person behind it",
        ),
        pytest.param(
            "Kementerian Agama rapat. Direktur Pelindungan WNI dan BHI, Budi Hartadi, hadir.",
            [("Budi Hartadi", "Direktur Pelindungan WNI dan BHI", "Kementerian Agama")],
            id="two acronyms that a post is about",
        ),
        pytest.param(
            "PKK Dompu datang. Tim dipimpin ketuanya, Lina Marpuri. Ketua DPD Bima terpilih, Budi Hartadi.",
            [
                ("Lina Marpuri", "ketuanya", "PKK Dompu"),
                ("Budi Hartadi", "Ketua DPD Bima terpilih", None),
            ],
            id="somebody's own in the sentence behind, and who is elected",
        ),
        pytest.param(
            "Serikat Contoh mendatangi BPS Bali, lalu Serikat Contoh pulang.\nMereka datang ke BPS Bali. "
            "Mereka diterima Kabag Umum, Budi Hartadi.",
            [("Budi Hartadi", "Kabag Umum", "BPS Bali")],
            id="who receives visitors is of the body named last",
        ),
        pytest.param(
            "Kejari Bali hadir. Ketua Majelis Hakim, Budi Hartadi, bertanya. PN Bali sepi.",
            [("Budi Hartadi", "Ketua Majelis Hakim", "PN Bali")],
            id="judges are of no prosecution",
        ),
        pytest.param(
            "Polri berterima kasih. Irwasda Kombes Pol Budi Hartadi hadir.",
            [("Budi Hartadi", "Irwasda", None)],
            id="an inspector of a region is not of the national police",
        ),
        pytest.param(
            "UNHCR hadir. First Secretary (Development), Budi Hartadi, bertanya.",
            [("Budi Hartadi", "First Secretary (Development)", "UNHCR")],
            id="what a bracket tells of a post",
        ),
        pytest.param(
            "Tim dipimpin dosen pendamping, Mohd. Yusdi Andra, sejak pagi.",
            [("Mohd. Yusdi Andra", "dosen pendamping", None)],
            id="a short form that names begin with",
        ),
        pytest.param(
            "Pasar ramai. Ketua paguyuban warga, Sarjilah, menceritakan hal itu.",
            [("Sarjilah", "Ketua paguyuban warga", None)],
            id="one word that commas part behind a role",
        ),
        pytest.param(
            "Kanwil Kemenag Bali ada. Kepala Kanwil diwakili Kepala Divisi Umum, Budi Hartadi.",
            [("Budi Hartadi", "Kepala Divisi Umum", "Kanwil Kemenag Bali")],
            id="who comes for the head of a body that is called by what it is",
        ),
        pytest.param(
            "Kejari Tual dan BPS Tual hadir. Kasi Datun, Budi Hartadi, ada. Pemilik kios, Lina Marpuri, ada.",
            [("Budi Hartadi", "Kasi Datun", "Kejari Tual"), ("Lina Marpuri", "Pemilik kios", None)],
            id="a unit of prosecutors, and an owner",
        ),
        pytest.param(
            "Tim BNN Kabupaten Belu memeriksa urine di SMK Negeri 1 Atambua. Pemeriksaan didukung "
            "Polres Belu. Tim diterima Wakil Kepala Sekolah, Maria Bano. "
            "Petugas disambut Ketua OSIS, Rian Seran.",
            [
                ("Maria Bano", "Wakil Kepala Sekolah", "SMK Negeri 1 Atambua"),
                ("Rian Seran", "Ketua OSIS", "SMK Negeri 1 Atambua"),
            ],
            id="who receives visitors is of the body where they are",
        ),
        pytest.param(
            "Kunjungan ke RSUD Tora Belo dipimpin Kepala Dinas Kesehatan Kabupaten Sigi, Budi Santoso. "
            "Rombongan diterima Kabag Umum, Sri Wahyuni.",
            [
                (
                    "Budi Santoso",
                    "Kepala Dinas Kesehatan Kabupaten Sigi",
                    "Dinas Kesehatan Kabupaten Sigi",
                ),
                ("Sri Wahyuni", "Kabag Umum", "RSUD Tora Belo"),
            ],
            id="who receives visitors is not of the body of who leads them",
        ),
        pytest.param(
            "Polisi dari Polresta Palu ikut mengawal. Petugas diterima Ketua Pasar, Hasna.",
            [("Hasna", "Ketua Pasar", None)],
            id="who receives visitors is of no body that only they are of",
        ),
        pytest.param(
            "Hotel Aston menjadi tempat rapat kerja. Bank NTT, PT Flobamor, dan Kodim 1604/Kupang hadir. "
            "Kepala Bidang Perencanaan, Maria Bano, memaparkan data.",
            [("Maria Bano", "Kepala Bidang Perencanaan", None)],
            id="the first of a row of guests is not the one whose release it is",
        ),
        pytest.param(
            "Puskesmas Biromaru menjadi lokasi posyandu. Dinas Kesehatan Kabupaten Sigi mengirim vaksin. "
            "Kepala Bidang Kesehatan Masyarakat, Budi Santoso, hadir.",
            [("Budi Santoso", "Kepala Bidang Kesehatan Masyarakat", "Dinas Kesehatan Kabupaten Sigi")],
            id="a body that only gives the room is not the one whose release it is",
        ),
        pytest.param(
            "Kepala Pelabuhan, Rusli Umar, dan Kepala Bandara, Dewi Lestari, hadir. "
            "Stasiun Karantina Pelabuhan Palu ikut.",
            [("Rusli Umar", "Kepala Pelabuhan", None), ("Dewi Lestari", "Kepala Bandara", None)],
            id="a port is no body that has it in its name",
        ),
        pytest.param(
            "Kepala Dinas Sosial Kota Kupang yang juga Ketua Panitia, Budi Santoso, hadir.",
            [("Budi Santoso", "Ketua Panitia", "Dinas Sosial Kota Kupang")],
            id="who holds a post without a body besides another",
        ),
        pytest.param(
            "Kepala Dinas Sosial Kota Kupang yang juga Plt Camat Alak, Budi Santoso, hadir.",
            [("Budi Santoso", "Plt Camat Alak", None)],
            id="who holds the post of a place besides another",
        ),
    ],
)
def test_officials(text: str, expected: list[tuple[str, str | None, str | None]], lexicon: Lexicon) -> None:
    layout = build_layout(text, (Zone(start=0, end=len(text), kind="body"),), lexicon)
    tokens = cut_tokens(text)
    institutions, _ = find_institutions(layout, tokens, None, lexicon)
    officials = find_officials(layout, tokens, institutions, lexicon)
    assert [(item.name, item.post, item.institution) for item in officials] == expected
