"""The page in a browser: what a person does with it."""

import re
from collections.abc import Callable

import pytest

from kgraph.answers import Table
from tests.browser.conftest import DESKTOP, PHONE, Shown
from tests.browser.sample_networks import make_gold_tables, make_hostile_tables, make_tables

Show = Callable[..., Shown]
DARK = {**DESKTOP, "color_scheme": "dark"}


def _count_visible(shown: Shown) -> tuple[int, int]:
    return (
        int(str(shown.read("page.drawing.visible.nodes.size"))),
        int(str(shown.read("page.drawing.visible.edges.size"))),
    )


def test_all_ties_are_drawn_and_counted(show: Show) -> None:
    tables = make_gold_tables()
    shown = show(tables, title="Kerja sama")
    tied = {iri for row in tables["ties"].rows for iri in row[:2]}
    assert _count_visible(shown) == (len(tied), len(tables["ties"].rows))
    assert shown.page.locator("h1").inner_text() == "Kerja sama"
    assert shown.page.locator("#status").inner_text().startswith(f"{len(tied)} lembaga")


def test_the_policy_stands_in_the_page_and_blocks_the_network(show: Show) -> None:
    shown = show(make_tables(30))
    policy = shown.page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content") or ""
    assert "default-src 'none'" in policy
    blocked = shown.page.evaluate(
        """async () => {
          const broken = [];
          document.addEventListener("securitypolicyviolation", (event) => {
            broken.push(event.violatedDirective);
          });
          await fetch("https://example.org/").catch(() => null);
          const script = document.createElement("script");
          script.textContent = "globalThis.injected = true";
          document.body.append(script);
          await new Promise((done) => setTimeout(done, 50));
          return [globalThis.injected === undefined, ...broken];
        }"""
    )
    assert blocked == [True, "connect-src", "script-src-elem"]
    assert shown.complaints
    shown.complaints.clear()


def test_a_click_on_a_line_shows_its_sentences(show: Show) -> None:
    tables = make_gold_tables()
    labels = {row[0]: row[1] for row in tables["nodes"].rows}
    shown = show(tables)
    for number in range(5):
        shown.page.keyboard.press("Escape")
        shown.settle()
        shown.click_on(edge=number)
        edge = f"page.content.edges[{number}]"
        ends = shown.read(f"[{edge}.from, {edge}.to].map((id) => page.content.nodes[id].name)")
        assert isinstance(ends, list)
        rows = [row for row in tables["evidence"].rows if {labels[row[0]], labels[row[1]]} == set(ends)]
        assert rows
        for row in rows:
            assert " ".join(str(row[8]).split()) in " ".join(shown.panel.split())
            assert str(row[3] or "") in shown.panel
        assert all(end in shown.panel for end in ends)


def test_a_click_on_a_dot_shows_partners_officials_and_sentences(show: Show) -> None:
    tables = make_gold_tables()
    shown = show(tables)
    node = shown.read("page.content.nodes.find((node) => node.tied && page.content.postsOfNode.has(node.id))")
    assert isinstance(node, dict)
    shown.click_on(node=node["id"])
    assert shown.page.locator("#panel h2").inner_text() == node["name"]
    iri = next(row[0] for row in tables["nodes"].rows if row[1] == node["name"])
    partners = {pair[1 - pair.index(iri)] for pair in (row[:2] for row in tables["ties"].rows) if iri in pair}
    assert shown.page.locator(".partners li").count() == min(len(partners), 12)
    official = next(row for row in tables["posts"].rows if row[0] == iri)
    assert str(official[1]) in shown.panel
    assert str(official[2]) in shown.panel
    quote = next(row[5] for row in tables["mentions"].rows if row[0] == iri)
    assert " ".join(str(quote).split()) in " ".join(shown.panel.split())


def test_a_click_on_a_name_opens_it(show: Show) -> None:
    shown = show(make_tables(30))
    spot = shown.page.evaluate(
        """() => {
          const { drawing } = kgraph.page;
          const label = drawing.names.labels[0];
          const scale = drawing.network.getScale();
          const box = drawing.container.getBoundingClientRect();
          const spot = drawing.network.canvasToDOM({
            x: (label.left + label.width / 2) / scale,
            y: (label.top + label.height / 2) / scale,
          });
          const { name } = kgraph.page.content.nodes[label.id];
          return { x: box.left + spot.x, y: box.top + spot.y, name };
        }"""
    )
    shown.page.mouse.click(spot["x"], spot["y"])
    shown.settle()
    assert shown.page.locator("#panel h2").inner_text() == spot["name"]


def test_from_a_partner_to_the_tie_and_back_to_nothing(show: Show) -> None:
    shown = show(make_tables(30))
    shown.click_on(node=0)
    shown.page.locator(".partners .open").first.click()
    shown.settle()
    assert shown.page.locator("#panel blockquote").count() >= 1
    shown.page.keyboard.press("Escape")
    assert shown.panel == ""
    assert shown.read("page.drawing.focus") is None


def test_links_go_to_the_sentence_in_the_release_and_tell_nothing(show: Show) -> None:
    shown = show(make_tables(30))
    shown.click_on(edge=0)
    link = shown.page.locator("#panel .release a").first
    assert re.match(r"https://example\.go\.id/berita/\d+#:~:text=\S+$", link.get_attribute("href") or "")
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert link.get_attribute("target") == "_blank"


def test_search_by_keyboard(show: Show) -> None:
    shown = show(make_tables(30))
    page = shown.page
    page.locator("#search").focus()
    page.keyboard.type("sulawesi dinas sos")
    names = page.locator("#suggestions li").all_inner_texts()
    assert names
    assert all("Dinas Sosial" in name for name in names)
    page.keyboard.press("ArrowDown")
    assert page.locator("#suggestions li").nth(1).get_attribute("aria-selected") == "true"
    assert page.locator("#search").get_attribute("aria-activedescendant") == "suggestion-1"
    page.keyboard.press("Enter")
    shown.settle()
    assert page.locator("#panel h2").inner_text() == names[1]
    assert page.locator("#suggestions").is_hidden()
    page.keyboard.type("x")
    page.keyboard.press("Escape")
    assert page.locator("#suggestions").is_hidden()
    assert shown.panel
    page.keyboard.press("Escape")
    assert shown.panel == ""


def test_search_by_another_name_and_without_success(show: Show) -> None:
    tables = make_gold_tables()
    forms = [row for row in tables["nodes"].rows if row[6] and " | " in row[6]]
    shown = show(tables)
    row = next(
        row
        for row in forms
        if all(form.casefold() not in row[1].casefold() for form in row[6].split(" | ")[:1])
    )
    shown.page.fill("#search", row[6].split(" | ")[0])
    assert row[1] in shown.page.locator("#suggestions li").all_inner_texts()
    shown.page.fill("#search", "zzzz")
    assert shown.page.locator("#suggestions .none").count() == 1


def test_search_finds_and_shows_one_without_partners(show: Show) -> None:
    tables = make_gold_tables()
    tied = {iri for row in tables["ties"].rows for iri in row[:2]}
    alone = next(row for row in tables["nodes"].rows if row[0] not in tied)
    shown = show(tables)
    before = _count_visible(shown)[0]
    shown.page.fill("#search", str(alone[1]))
    shown.page.keyboard.press("Enter")
    shown.settle()
    assert shown.page.locator("#panel h2").inner_text() == alone[1]
    assert shown.page.locator("#loners").is_checked()
    assert _count_visible(shown)[0] == before + len(tables["nodes"].rows) - len(tied)


def test_filter_by_issue_recounts_lines(show: Show) -> None:
    tables = make_tables(60)
    shown = show(tables)
    shown.page.select_option("#issue", label="child protection")
    rows = [row for row in tables["evidence"].rows if "child-protection" in str(row[7]).split()]
    pairs = {row[:2] for row in rows}
    assert _count_visible(shown) == (len({iri for pair in pairs for iri in pair}), len(pairs))
    strongest = max(pairs, key=lambda pair: len({row[2] for row in rows if row[:2] == pair}))
    most = len({row[2] for row in rows if row[:2] == strongest})
    assert shown.read("Math.max(...page.drawing.visible.edges.values())") == most
    shown.page.click("#reset")
    assert _count_visible(shown)[1] == len(tables["ties"].rows)


def test_filter_by_period_recounts_lines_and_panel(show: Show) -> None:
    tables = make_tables(60)
    shown = show(tables)
    shown.click_on(node=0)
    shown.page.select_option("#from", "2024-03")
    shown.page.select_option("#to", "2024-05")
    rows = [row for row in tables["evidence"].rows if "2024-03" <= str(row[5])[:7] <= "2024-05"]
    assert _count_visible(shown)[1] == len({row[:2] for row in rows})
    widths = shown.read("page.drawing.edges.get().filter((edge) => !edge.hidden).map((edge) => edge.width)")
    assert isinstance(widths, list)
    assert max(widths) > 0
    first = shown.read("page.content.nodes[0].name")
    labels = {row[1]: row[0] for row in tables["nodes"].rows}
    partners = {row[:2] for row in rows if labels[str(first)] in row[:2]}
    assert shown.page.locator(".partners li").count() == min(len(partners), 12)


def test_a_period_without_releases_says_so(show: Show) -> None:
    shown = show(make_tables(30))
    shown.page.select_option("#from", "2025-12")
    shown.page.select_option("#to", "2023-01")
    assert _count_visible(shown) == (0, 0)
    assert shown.page.locator("#nothing").is_visible()


def test_the_legend_tells_kinds_and_hides_them(show: Show) -> None:
    tables = make_tables(60)
    shown = show(tables)
    kinds = {str(row[3]) for row in tables["nodes"].rows}
    assert shown.page.locator(".kind").count() == len(kinds)
    button = shown.page.locator('.kind[data-kind="regional-agency"]')
    colour = button.locator(".swatch").evaluate("(swatch) => getComputedStyle(swatch).backgroundColor")
    number = shown.read("page.content.nodes.find((node) => node.kind === 'regional-agency').id")
    drawn = shown.read(f"page.drawing.nodes.get({number}).color.background")
    red, green, blue = (int(str(drawn)[place : place + 2], 16) for place in (1, 3, 5))
    assert colour == f"rgb({red}, {green}, {blue})"
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    seen = shown.read("[...page.drawing.visible.nodes.keys()].map((id) => page.content.nodes[id].kind)")
    assert isinstance(seen, list)
    assert seen
    assert "regional-agency" not in seen


def test_strength_shows_in_width_and_size(show: Show) -> None:
    shown = show(make_tables(60))
    ordered = shown.read(
        """(() => {
          const { visible, edges, nodes } = page.drawing;
          const grows = (found) => found.sort((a, b) => a[0] - b[0]).every(([, value], number, all) =>
            number === 0 || value >= all[number - 1][1]);
          const dots = nodes.get().filter((node) => !node.hidden);
          return [grows(edges.get().map((edge) => [visible.edges.get(edge.id), edge.width])),
            grows(dots.map((node) => [visible.nodes.get(node.id), node.size]))];
        })()"""
    )
    assert ordered == [True, True]


def test_english_on_request(show: Show) -> None:
    shown = show(make_tables(30))
    shown.page.click("#language")
    assert shown.page.locator("html").get_attribute("lang") == "en"
    assert shown.page.locator("h1").inner_text() == "Who works with whom"
    assert shown.page.locator("#filters summary").inner_text() == "Filter"
    shown.click_on(edge=0)
    assert re.search(r"\d+ releases?", shown.panel)
    shown.page.click("#language")
    assert re.search(r"\d+ rilis", shown.panel)


def test_many_nodes_begin_with_the_backbone(show: Show) -> None:
    tables = make_tables(460)
    shown = show(tables)
    assert _count_visible(shown)[0] == 150
    assert "150 lembaga" in shown.page.locator("#backbone-note").inner_text()
    hidden = shown.read("page.content.nodes.find((node) => node.tied && node.core === null).name")
    shown.page.click("#backbone-switch")
    shown.settle()
    tied = {iri for row in tables["ties"].rows for iri in row[:2]}
    assert _count_visible(shown) == (len(tied), len(tables["ties"].rows))
    shown.page.click("#backbone-switch")
    assert _count_visible(shown)[0] == 150
    shown.page.fill("#search", str(hidden))
    shown.page.keyboard.press("Enter")
    assert shown.page.locator("#panel h2").inner_text() == hidden
    assert _count_visible(shown)[0] == len(tied)


@pytest.mark.parametrize("count", [30, 120, 460])
def test_labels_do_not_cover_each_other(show: Show, count: int) -> None:
    shown = show(make_tables(count))
    sides = "[label.left, label.top, label.left + label.width, label.top + label.height]"
    boxes = shown.read(f"page.drawing.names.labels.map((label) => {sides})")
    assert isinstance(boxes, list)
    assert len(boxes) >= {30: 26, 120: 55, 460: 45}[count]
    for number, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[:number]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_zooming_in_shows_more_names(show: Show) -> None:
    shown = show(make_tables(120))
    before = shown.read("page.drawing.names.labels.length")
    for _ in range(3):
        shown.page.click("#zoom-in")
        shown.settle()
    assert int(str(shown.read("page.drawing.names.labels.length"))) > int(str(before))
    shown.page.click("#zoom-fit")
    shown.settle()
    assert abs(float(str(shown.read("page.drawing.network.getScale()"))) - 1) < 0.1


@pytest.mark.parametrize("size", [(390, 844), (320, 640), (844, 390)])
def test_on_a_phone_nothing_is_wider_than_the_screen(show: Show, size: tuple[int, int]) -> None:
    shown = show(make_gold_tables(), **{**PHONE, "viewport": {"width": size[0], "height": size[1]}})
    page = shown.page
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    spot = shown.read("page.drawing.spotOf({ edge: 0 })")
    assert isinstance(spot, dict)
    page.touchscreen.tap(spot["x"], spot["y"])
    shown.settle()
    box = page.locator("#panel").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size[0] + 1
    if size[0] < size[1]:
        assert box["width"] == pytest.approx(size[0], abs=2)
        assert box["y"] > size[1] * 0.35
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.locator("#panel-close").tap()
    assert shown.panel == ""
    if size[0] < 700:
        page.locator("#filters summary").tap()
        assert page.locator("#issue").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_a_chosen_node_is_not_hidden_by_the_panel(show: Show) -> None:
    for settings in (DESKTOP, PHONE):
        shown = show(make_tables(120), **settings)
        for number in range(0, 120, 17):
            shown.read(f"page.select({{ node: {number} }})")
            shown.settle()
            spot = shown.read(f"page.drawing.spotOf({{ node: {number} }})")
            box = shown.page.locator("#panel").bounding_box()
            assert isinstance(spot, dict)
            assert box is not None
            assert spot["x"] < box["x"] or spot["y"] < box["y"]


def test_the_view_comes_back_when_the_panel_is_closed(show: Show) -> None:
    shown = show(make_tables(120))
    views = []
    place = "page.drawing.at.get"
    rightmost = f"page.content.nodes.reduce((a, b) => ({place}(a.id).x > {place}(b.id).x ? a : b))"
    for step in (f"page.select({{ node: {rightmost}.id }})", "page.select({ node: 0 })", "page.select(null)"):
        views.append(shown.read("page.drawing.network.getViewPosition()"))
        shown.read(step)
        shown.settle()
    assert views[1] != views[0]
    back = shown.read("page.drawing.network.getViewPosition()")
    assert isinstance(back, dict)
    assert back == pytest.approx(views[0])


def test_a_turned_phone_fits_anew(show: Show) -> None:
    shown = show(make_gold_tables(), **PHONE)
    shown.page.set_viewport_size({"width": 844, "height": 390})
    shown.settle()
    inside = shown.read(
        """[...page.drawing.visible.nodes.keys()].every((id) => {
          const { x, y } = page.drawing.network.canvasToDOM(page.drawing.at.get(id));
          const { clientWidth, clientHeight } = page.drawing.container;
          return x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight;
        })"""
    )
    assert inside is True


def test_dark_mode_changes_ground_and_dots(show: Show) -> None:
    light, dark = show(make_tables(30)), show(make_tables(30), **DARK)
    grounds = [
        shown.page.evaluate("getComputedStyle(document.body).backgroundColor") for shown in (light, dark)
    ]
    dots = [shown.read("page.drawing.nodes.get(0).color.background") for shown in (light, dark)]
    assert grounds[0] != grounds[1]
    assert dots[0] != dots[1]


def test_hostile_text_shows_as_text(show: Show) -> None:
    hostile = "</script><img src=x onerror=globalThis.broken=1>"
    shown = show(make_hostile_tables(), title=hostile)
    page = shown.page
    assert page.locator("h1").inner_text() == hostile
    shown.read("page.select({ edge: 0 })")
    assert shown.panel.count("<img src=x onerror=") >= 5
    shown.read("page.select({ node: 0 })")
    assert shown.panel.count("<img src=x onerror=") >= 5
    page.fill("#search", "img")
    assert page.locator("#suggestions li").count() == 2
    page.click("#language")
    page.select_option("#issue", index=1)
    shown.settle()
    assert page.locator("img").count() == 0
    assert page.evaluate("globalThis.broken") is None
    links = page.evaluate("[...document.querySelectorAll('a')].map((link) => link.protocol)")
    assert set(links) <= {"https:", "http:"}


def test_an_empty_network_says_so(show: Show) -> None:
    empty = {name: Table(columns=table.columns, rows=()) for name, table in make_gold_tables().items()}
    shown = show(empty)
    assert shown.page.locator("#nothing").is_visible()
    assert shown.page.locator("#loners-label").is_hidden()
