"""The page of errors in a browser."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Browser, Page

from kgraph.evaluation.error_page import render_errors
from kgraph.evaluation.gold import GoldCase, GoldRecord, read_cases
from kgraph.evaluation.report import evaluate_records
from kgraph.lexicon.load import load_lexicon
from kgraph.records import Record
from tests.browser.conftest import DESKTOP, PHONE
from tests.gold_records import GOLD, build_record, list_seen_cases

Show = Callable[..., Page]
HOSTILE = "</p></title></style><script>globalThis.broken=1</script><img src=x onerror=globalThis.broken=1>"


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Show]:
    """Show the page of some cases, which must ask for nothing and complain of nothing."""
    file = tmp_path / "page.html"
    requests: list[str] = []
    complaints: list[str] = []
    contexts = []

    def open_page(cases: tuple[GoldCase, ...], records: dict[str, Record], **settings: Any) -> Page:
        report = evaluate_records(cases, records, load_lexicon().region_levels)
        file.write_text(render_errors(cases, records, report), "utf-8")
        contexts.append(browser.new_context(**(settings or DESKTOP)))
        page = contexts[-1].new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(file.as_uri())
        return page

    yield open_page
    assert {url.partition("#")[0] for url in requests} == {file.as_uri()}
    assert complaints == []
    for context in contexts:
        context.close()


def show_some(show: Show, **settings: Any) -> Page:
    """Show three cases, the records of which lack an institution each."""
    names = list_seen_cases()[:3]
    records = {}
    for name in names:
        record = build_record(name)
        records[name] = msgspec.structs.replace(record, institutions=record.institutions[1:])
    cases = tuple(case for case in read_cases(GOLD) if case.record.id in names)
    return show(cases, records, **settings)


def test_what_was_missed_is_marked_on_the_side_of_gold_and_listed(show: Show) -> None:
    page = show_some(show)
    section = page.locator("section").first
    name = section.locator("h2").inner_text()
    first = build_record(name).institutions[0]
    forms = {mention.text for mention in first.mentions}
    missed = section.locator(".gold mark.institution.mistake")
    assert {missed.nth(n).inner_text() for n in range(missed.count())} == forms
    assert section.locator(".found mark.mistake").count() == 0
    assert first.name in section.locator(".missed li").first.inner_text()
    assert (
        section.locator(".gold .text").evaluate("(it) => it.textContent") == build_record(name).release.body
    )


def test_columns_stand_side_by_side_and_on_a_phone_below_each_other(show: Show) -> None:
    for settings, is_beside in ((DESKTOP, True), (PHONE, False)):
        page = show_some(show, **settings)
        gold, found = (page.locator(f"section .{side}").first.bounding_box() for side in ("gold", "found"))
        assert gold is not None
        assert found is not None
        assert (gold["y"] == found["y"]) is is_beside
        assert (gold["x"] == found["x"]) is not is_beside
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= settings["viewport"]["width"]  # type: ignore[index]


def test_the_index_and_the_lists_work_with_keys_alone(show: Show) -> None:
    page = show_some(show)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("header table").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#r1"
    assert page.evaluate("document.activeElement.id") == "r1"
    right = page.locator("#r1 .right").first
    assert right.locator("ul").is_hidden()
    right.locator("summary").focus()
    page.keyboard.press("Enter")
    assert right.locator("ul").is_visible()


def test_dark_mode_changes_the_ground_and_the_marks(show: Show) -> None:
    colours = []
    for scheme in ("light", "dark"):
        page = show_some(show, **{**DESKTOP, "color_scheme": scheme})
        colours.append(
            [
                page.locator(which).first.evaluate("(it) => getComputedStyle(it).backgroundColor")
                for which in ("body", "mark.institution", "mark.official")
            ]
        )
    assert all(light != dark for light, dark in zip(*colours, strict=True))


def test_hostile_text_shows_as_text(show: Show, tmp_path: Path) -> None:
    institution = {"name": HOSTILE, "mentions": [HOSTILE]}
    gold = {
        "id": HOSTILE,
        "institutions": [institution],
        "officials": [{"name": HOSTILE, "post": HOSTILE}],
        "statements": [{"speaker": HOSTILE, "begins": HOSTILE}],
        "issues": [HOSTILE],
    }
    case = GoldCase(
        record=msgspec.convert(gold, GoldRecord), text=tmp_path / f"{HOSTILE[:4]}-1.txt", held=False
    )
    span = {"start": 1, "end": 1 + len(HOSTILE)}
    record = msgspec.json.decode(
        json.dumps(
            {
                "release": {"id": HOSTILE, "body": f"\n{HOSTILE}\n", "sha256": ""},
                "institutions": [
                    {"name": f"{HOSTILE}!", "kind": "other", "mentions": [{**span, "text": "x"}]}
                ],
                "statements": [
                    {"speaker": "x", "direct": True, "begins": HOSTILE, "text": HOSTILE, "span": span}
                ],
            }
        ),
        type=Record,
    )
    page = show((case,), {HOSTILE: record})
    assert page.locator("section h2").inner_text() == HOSTILE
    for side in ("gold", "found"):
        assert page.locator(f".{side} .text").evaluate("(it) => it.textContent") == f"\n{HOSTILE}\n"
    assert page.locator("img").count() == page.locator("script").count() == 0
    assert page.evaluate("globalThis.broken") is None
