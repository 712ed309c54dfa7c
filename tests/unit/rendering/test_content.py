import pytest

from kgraph.answers import Table
from kgraph.errors import InputError
from kgraph.rendering.content import KEPT, KEPT_MENTIONS, build_content
from kgraph.rendering.network import build_network
from tests.browser.sample_networks import EVIDENCE, MENTIONS, NODES, POSTS, TIES

A, B, C = "n:a", "n:b", "n:c"


def _network():
    return build_network(
        Table(columns=NODES, rows=tuple((iri, iri, None, "other", "", "", None) for iri in (A, B, C))),
        Table(columns=TIES, rows=((A, B, "2", "0", None, None, None),)),
    )


def _row(release: str, date: str | None, quote: str, *, issues: str = "", url: str | None = None):
    return (A, B, release, f"Judul {release}", url, date, "meeting", issues, quote)


def _evidence(*rows) -> Table:
    return Table(columns=EVIDENCE, rows=rows)


def test_releases_and_texts_are_written_once_latest_first() -> None:
    content = build_content(
        _network(),
        _evidence(
            _row("r:1", "2025-01-02", "A dan B bertemu."),
            _row("r:2", "2026-01-02", "A dan B bertemu.", issues="health education", url="https://x.go.id/2"),
            _row("r:2", "2026-01-02", "Keduanya sepakat.", url="https://x.go.id/2"),
        ),
    )
    assert content["releases"] == [
        ("Judul r:2", "https://x.go.id/2", "2026-01-02"),
        ("Judul r:1", "", "2025-01-02"),
    ]
    assert content["texts"] == ["Keduanya sepakat.", "A dan B bertemu."]
    assert [issue["name"] for issue in content["issues"]] == ["education", "health"]
    assert content["evidence"] == [
        (0, 0, "meeting", [], 0),
        (0, 0, "meeting", [1, 0], 1),
        (0, 1, "meeting", [], 1),
    ]


def test_sentences_of_a_release_come_in_the_order_of_its_text() -> None:
    rows = [(*_row("r:1", "2026-01-02", quote), start) for quote, start in (("A.", "120"), ("Z.", "9"))]
    table = Table(columns=(*EVIDENCE, "start"), rows=tuple(rows))
    content = build_content(_network(), table)
    assert [content["texts"][text] for *_, text in content["evidence"]] == ["Z.", "A."]


def test_the_parties_may_come_in_either_order() -> None:
    row = _row("r:1", None, "x")
    assert len(build_content(_network(), _evidence((B, A, *row[2:])))["evidence"]) == 1


def test_a_tie_without_evidence_is_an_error() -> None:
    with pytest.raises(InputError, match="n:a and n:b"):
        build_content(_network(), _evidence())


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://x.go.id/a", "https://x.go.id/a"),
        ("http://x.go.id/a", "http://x.go.id/a"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        (None, ""),
    ],
)
def test_only_addresses_of_the_web_are_kept(url: str | None, kept: str) -> None:
    content = build_content(_network(), _evidence(_row("r:1", "2026-01-02", "x", url=url)))
    assert content["releases"][0][1] == kept


@pytest.mark.parametrize("date", ["2026", "<b>", "02-03-2026", "2026-01-02T00:00:00", None])
def test_what_is_no_day_is_not_kept_as_one(date: str | None) -> None:
    assert build_content(_network(), _evidence(_row("r:1", date, "x")))["releases"][0][2] == ""


def test_of_many_sentences_the_latest_are_kept_and_all_counted() -> None:
    days = [f"2026-{1 + n // 28:02}-{1 + n % 28:02}" for n in range(KEPT + 9)]
    rows = [_row(f"r:{day}", day, f"Kalimat {day}.") for day in days]
    mentions = [(A, *row[2:6], row[8]) for row in rows]
    content = build_content(
        _network(), _evidence(*rows), mentions=Table(columns=MENTIONS, rows=tuple(mentions))
    )
    assert len(content["evidence"]) == KEPT + 9
    assert sum(text >= 0 for *_, text in content["evidence"]) == KEPT
    assert content["texts"][0] == f"Kalimat {days[-1]}."
    assert len(content["mentions"]) == KEPT_MENTIONS
    assert content["mentioned"] == [KEPT + 9, 0, 0]


def test_a_post_is_told_once_with_its_latest_sentence() -> None:
    posts = Table(
        columns=POSTS,
        rows=(
            (C, "Sri Contoh", "Kepala C", "2025-01-02", "Dulu."),
            (C, "Sri Contoh", "Kepala C", "2026-01-02", "Kini."),
            ("n:stranger", "Adi Contoh", "Kepala X", "2026-01-02", "Lain."),
        ),
    )
    content = build_content(_network(), _evidence(_row("r:1", None, "x")), posts=posts)
    assert [(*row[:4], content["texts"][row[4]]) for row in content["posts"]] == [
        (2, "Sri Contoh", "Kepala C", "2026-01-02", "Kini.")
    ]


def test_issues_are_named_in_both_languages() -> None:
    issues = Table(columns=("issue", "id", "en"), rows=(("health", "Kesehatan", "Health"),))
    content = build_content(
        _network(), _evidence(_row("r:1", None, "x", issues="health legal-aid")), issues=issues
    )
    assert content["issues"] == [
        {"name": "health", "id": "Kesehatan", "en": "Health"},
        {"name": "legal-aid", "id": "legal aid", "en": "legal aid"},
    ]
