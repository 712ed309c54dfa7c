"""The page's functions that take and give values, in the browser that runs them."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Shown
from tests.browser.sample_networks import make_tables

Show = Callable[..., Shown]


@pytest.fixture
def call(show: Show) -> Callable[..., object]:
    shown = show(make_tables(0))
    return lambda name, *arguments: shown.page.evaluate(
        "([name, values]) => kgraph[name](...values)", [name, list(arguments)]
    )


def test_labels_are_wrapped_and_cut_in_the_middle(call: Callable[..., object]) -> None:
    for text, width, most, lines in [
        ("Polri", 18, 2, ["Polri"]),
        ("Dinas Sosial Kota Palu", 18, 2, ["Dinas Sosial Kota", "Palu"]),
        (
            "Balai Pelayanan Pelindungan Pekerja Migran Indonesia Sulawesi Tengah",
            18,
            2,
            ["Balai Pelayanan …", "Sulawesi Tengah"],
        ),
        # A little wider is better than cut.
        ("BP3MI Kalimantan Utara", 15, 2, ["BP3MI Kalimantan", "Utara"]),
        ("satu dua tiga empat lima enam tujuh", 9, 3, ["satu dua", "tiga …", "tujuh"]),
        ("x" * 40, 18, 2, ["x" * 22 + "…"]),
        ("Polda " + "y" * 40, 10, 1, ["Polda …"]),
        ("", 18, 2, []),
    ]:
        assert call("wrapLabel", text, width, most) == lines, text


def test_links_go_to_the_web_only(call: Callable[..., object]) -> None:
    quote = "Satu dua tiga empat lima, enam tujuh delapan sembilan sepuluh sebelas."
    for url, sentence, link in [
        ("https://x.go.id/a", None, "https://x.go.id/a"),
        ("https://x.go.id/a", "Dua kata", "https://x.go.id/a"),
        ("https://x.go.id/a", "Tiga kata-kata saja.", "https://x.go.id/a#:~:text=Tiga%20kata%2Dkata%20saja."),
        (
            "https://x.go.id/a",
            quote,
            f"https://x.go.id/a#:~:text={quote[:25].replace(' ', '%20').replace(',', '%2C')},"
            + quote[31:].replace(" ", "%20"),
        ),
        ("https://x.go.id/a#b", quote, "https://x.go.id/a#b"),
        ("javascript:alert(1)", quote, None),
        ("data:text/html,a", quote, None),
        ("/relative", quote, None),
        ("", quote, None),
        (None, quote, None),
    ]:
        assert call("linkTo", url, sentence) == link, url


def test_dates_are_written_as_people_do(call: Callable[..., object]) -> None:
    for iso, words in [
        ("2026-02-04", "4 Februari 2026"),
        ("2025-08-17", "17 Agustus 2025"),
        ("2025-08", "Agu 2025"),
        ("", "tanpa tanggal"),
        ("Rabu", "Rabu"),
    ]:
        assert call("formatDate", iso) == words


def test_search_ranks_what_begins_so_before_what_holds_it(call: Callable[..., object]) -> None:
    names = ["Balai Dinsos", "Dinas Sosial Palu", "Dinsos Palu", "Kepolisian Resor Palu"]
    nodes = [
        {
            "id": number,
            "name": name,
            "short": name,
            "forms": ["Polres Palu"] if number == 3 else [],
            "releases": number,
        }
        for number, name in enumerate(names)
    ]
    for query, found in [
        ("dinsos", [2, 0]),
        ("palu dinas", [1]),
        ("polres", [3]),
        ("PALU", [3, 2, 1]),
        ("  ", []),
        ("x", []),
    ]:
        result = call("findNodes", nodes, query)
        assert isinstance(result, list)
        assert [node["id"] for node in result] == found, query


def test_a_label_finds_a_free_place_or_none(call: Callable[..., object]) -> None:
    view = {"left": -100, "right": 100, "top": -100, "bottom": 100}
    dot = {"radius": 5, "width": 40, "height": 12}
    one, two = {"id": 1, "x": 0, "y": 0, **dot}, {"id": 2, "x": 0, "y": 12, **dot}
    below, above = call("chooseLabels", [two, one], view)  # type: ignore[misc]
    assert (below["id"], below["top"]) == (2, 20)
    assert (above["id"], above["top"]) == (1, -20)
    wide = {"id": 3, "x": 0, "y": 0, **dot, "width": 300}
    assert call("chooseLabels", [wide], view) == []
    assert len(call("chooseLabels", [{**wide, "forced": True}], view)) == 1  # type: ignore[arg-type]
    # Forced, it covers as few dots as may be.
    crowd = [{**dot, "id": 10 + n, "x": 10 * n - 20, "y": 20} for n in range(4)]
    crowd.append({**dot, "id": 20, "x": 0, "y": -15})
    forced = call("chooseLabels", [{**one, "width": 190, "forced": True}, *crowd], view)
    assert isinstance(forced, list)
    assert (forced[0]["id"], forced[0]["top"]) == (1, -20)
    # What is out of sight is not cut by the edge of the window.
    assert len(call("chooseLabels", [{**wide, "x": 900}], view)) == 1  # type: ignore[arg-type]
