"""A browser that shows a page from a file, and keeps what the page asks for and complains of."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kgraph.rendering import render_network
from tests.browser.sample_networks import Tables

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = {"viewport": {"width": 1280, "height": 850}, "reduced_motion": "reduce"}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
    "reduced_motion": "reduce",
}


def _find_chromium() -> str | None:
    named = os.environ.get("KGRAPH_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = _find_chromium()
    if path is None:
        reason = "no Chromium: install it (Debian: apt install chromium) or let KGRAPH_CHROMIUM name one"
        if os.environ.get("KGRAPH_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


class Shown:
    """A page that is shown, with its requests and complaints."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (self.complaints.append("a dialog"), dialog.dismiss()))
        page.goto(file.as_uri())
        page.wait_for_function(
            "globalThis.kgraph && kgraph.page && kgraph.page.drawing.names.labels.length >= 0"
        )
        self.settle()

    def settle(self) -> None:
        """Wait until the drawing is painted; the pages of the tests move without motion."""
        self.page.wait_for_timeout(60)
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def read(self, script: str) -> object:
        """Return the value of a script, ``kgraph.page`` being at hand as ``page``."""
        return self.page.evaluate(f"(() => {{ const page = kgraph.page; return {script}; }})()")

    def click_on(self, **target: int) -> None:
        """Click the middle of a node or of an edge."""
        name, number = next(iter(target.items()))
        spot = self.read(f"page.drawing.spotOf({{ {name}: {number} }})")
        assert isinstance(spot, dict)
        self.page.mouse.click(spot["x"], spot["y"])
        self.settle()

    @property
    def panel(self) -> str:
        """The text of the panel, empty while it is hidden."""
        panel = self.page.locator("#panel")
        return panel.inner_text() if panel.is_visible() else ""


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Shown]]:
    """Render tables and show the page, which must ask for nothing and complain of nothing."""
    shown: list[tuple[Shown, Path]] = []
    contexts = []

    def open_page(tables: Tables, *, title: str | None = None, **settings: object) -> Shown:
        file = tmp_path / f"page-{len(shown)}.html"
        file.write_text(render_network(**tables, title=title), "utf-8")
        context = browser.new_context(**(settings or DESKTOP))
        contexts.append(context)
        shown.append((Shown(context.new_page(), file), file))
        return shown[-1][0]

    yield open_page
    for page, file in shown:
        assert page.requests == [file.as_uri()]
        assert page.complaints == []
    for context in contexts:
        context.close()
