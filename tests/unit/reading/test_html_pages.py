"""Saved web pages: profiles, the generic extractor, metadata, hostile pages."""

import pytest

from kgraph.errors import InputError
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.reading.html_pages import read_html, read_html_page
from kgraph.reading.metadata import Metadata


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


PARAGRAPHS = (
    "Palu, KemenP2MI (4/2) – Balai Contoh menerima kunjungan Dinas Contoh di Palu.",
    "“Kami senang,” ujar kepala balai.",
    "Kunjungan itu berakhir pada sore hari, dan keduanya berjanji bertemu lagi.",
)
TEXT = "\n".join(PARAGRAPHS)

WORDPRESS = f"""<!doctype html><html lang="id"><head><title>Judul Berita - Balai Contoh</title>
<meta property="og:site_name" content="Balai Contoh">
<meta property="og:title" content="Judul Berita - Balai Contoh">
<meta property="article:published_time" content="2026-02-04T23:30:00+07:00">
<link rel="canonical" href="https://balai.example/judul"></head><body>
<nav><a href="/">Beranda</a><a href="/profil">Profil</a></nav>
<header><h1 class="entry-title">Judul Berita</h1></header>
<div class="entry-content"><p>{PARAGRAPHS[0].replace(" menerima", "&nbsp;<b>menerima</b>")}</p>
<p>Baca juga: <a href="/lain">Hal lain</a></p><p>{PARAGRAPHS[1]}<br>\n<br />{PARAGRAPHS[2]}</p>
<div class="sharedaddy">Facebook X</div><script>var a = "<p>bukan teks</p>";</script></div>
<aside>Berita Terkait</aside><footer>Hak cipta</footer></body></html>"""

LINKED_DATA = f"""<html><head><title>Lain</title><script type="application/ld+json">
{{"@context": "https://schema.org", "@graph": [{{"@type": "WebSite", "name": "Situs"}},
{{"@type": ["NewsArticle"], "headline": "Judul Berita", "datePublished": "2026-02-04",
"mainEntityOfPage": {{"@id": "https://balai.example/judul"}}, "publisher": {{"name": "Balai\tContoh"}}}}]}}
</script></head><body><div id="menu">Beranda</div><article><h1>Judul Berita</h1>
{"".join(f"<p>{line}</p>" for line in PARAGRAPHS)}</article></body></html>"""

TABLES = f"""<html><head><title>Judul Berita</title></head><body>
<table><tr><td>Beranda | Profil | Kontak</td></tr>
<tr><td><h2>Judul Berita</h2>Diposting pada 4 Februari 2026
{"".join(f"<p>{line}</p>" for line in PARAGRAPHS)}</td></tr></table></body></html>"""


def test_a_profile_finds_text_and_metadata(lexicon: Lexicon) -> None:
    page = read_html(WORDPRESS, lexicon=lexicon)
    assert page.text == TEXT
    assert page.metadata == Metadata(
        title="Judul Berita",
        url="https://balai.example/judul",
        published="2026-02-04",
        publisher="Balai Contoh",
    )


def test_the_generic_extractor_and_linked_data(lexicon: Lexicon) -> None:
    page = read_html(LINKED_DATA, lexicon=lexicon)
    assert page.text.removeprefix("Judul Berita\n") == TEXT
    assert page.metadata == Metadata(
        title="Judul Berita",
        url="https://balai.example/judul",
        published="2026-02-04",
        publisher="Balai\tContoh",
    )


def test_a_page_laid_out_by_tables(lexicon: Lexicon) -> None:
    page = read_html(TABLES, lexicon=lexicon)
    assert page.text == f"Judul Berita\nDiposting pada 4 Februari 2026\n{TEXT}"
    assert page.metadata.title == "Judul Berita"


def test_a_day_that_is_only_shown_is_read_by_the_profile(lexicon: Lexicon) -> None:
    shown = "<h1>Judul</h1><div class='entry-meta'>Rabu, 4 Februari 2026</div>"
    html = f"{shown}<div class='entry-content'>{TEXT}</div>"
    assert read_html(html, lexicon=lexicon).metadata.published == "2026-02-04"


def test_days_in_the_text_are_not_the_day_of_publication(lexicon: Lexicon) -> None:
    html = (
        f"<html><body><article><p>{TEXT}</p><p>Acara 4 Mei 2025 itu ramai sekali.</p></article></body></html>"
    )
    assert read_html(html, lexicon=lexicon).metadata.published is None


def test_the_release_of_a_page_begins_with_its_title(lexicon: Lexicon) -> None:
    said = Metadata(url="https://lain.example/1", publisher="Lain")
    item = read_html_page(
        WORDPRESS.encode("utf-16"), "a", said, origin="a.html", lexicon=lexicon, max_chars=10_000
    )
    assert item.release.body == f"Judul Berita\n{TEXT}"
    assert (item.release.url, item.release.publisher) == ("https://lain.example/1", "Lain")
    assert item.notes == ("decoded as utf-16",)


def test_the_encoding_that_a_page_names_is_used(lexicon: Lexicon) -> None:
    html = f"<html><head><meta charset='iso-8859-1'></head><body><p>Café. {TEXT}</p></body></html>"
    data = html.replace("“", '"').replace("”", '"').replace("–", "-").encode("latin-1")
    item = read_html_page(data, "a", Metadata(), origin="a.html", lexicon=lexicon, max_chars=10_000)
    assert item.release.body.startswith("Café.")
    assert item.notes == ("decoded as iso-8859-1",)


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<html><body><script>f()</script><nav>Beranda</nav></body></html>",
        "<div>" * 50_000 + "isi",
        "<" + "a" * 200_000,
        "<!--" * 50_000,
    ],
)
def test_a_page_without_a_text_says_so(html: str, lexicon: Lexicon) -> None:
    with pytest.raises(InputError):
        read_html(html, lexicon=lexicon)


@pytest.mark.parametrize(
    "html",
    [
        f"<!DOCTYPE a [<!ENTITY b 'bbb'><!ENTITY c '&b;&b;&b;'>]><html><body><p>&c; {TEXT}</p></body></html>",
        f"<html><body><p>{TEXT}\ud800\x00\x02</p></body></html>",
        f"<script type='application/ld+json'>{'[' * 100_000}</script><p>{TEXT}</p>",
        f"<p>{TEXT}</p><a href='http://[broken'>x</a><link rel=canonical href='http://[broken'>",
        f"<meta property='og:title' content=''><time datetime='2026-99-99'></time><p>{TEXT}",
    ],
)
def test_hostile_pages_give_their_text(html: str, lexicon: Lexicon) -> None:
    assert PARAGRAPHS[0] in read_html(html, lexicon=lexicon).text


def test_nothing_is_fetched(lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    links = "<link rel=stylesheet href='https://x.example/a.css'><img src='https://x.example/a.png'>"
    html = f"<html><head>{links}</head><body><iframe src='https://x.example/'></iframe><p>{TEXT}</p></body></html>"
    assert PARAGRAPHS[0] in read_html(html, lexicon=lexicon).text
