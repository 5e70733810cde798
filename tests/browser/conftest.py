"""The real site in a real browser: any error that a page reports fails the test."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

from build_site import CONFIG, ROOT, build
from set_up_browser import find_browser

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
)


class Quiet(SimpleHTTPRequestHandler):
    """A plain static host that keeps no log."""

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real site's address, below a path, as on a host that many projects share."""
    folder = tmp_path_factory.mktemp("host")
    built = build(ROOT / "mkdocs.yml", folder / "guide", SITE_URL="https://host.example/guide/")
    assert built.status == 0, built.output
    with serve(folder) as address:
        yield address + "guide/"


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine, at any port that is free."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium, else Playwright's; without one, CI fails and nobody else does."""
    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        except Error as problem:
            message = f"no browser: run `make test`, which sets one up ({problem.message})"
            if os.environ.get("CI"):
                pytest.fail(message)
            pytest.skip(message)
        yield chromium
        chromium.close()


Open = Callable[..., Page]

# Words that belong to the tests: an author's edit to the guide must not fail them.
SMALL = Path(__file__).parent / "small"


@pytest.fixture
def open_page(browser: Browser, base: str, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Open a page of the site in a context of its own, or in that of another page."""
    if "small" in request.fixturenames:
        base = request.getfixturevalue("small")
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def run(url: str = "", beside: Page | None = None, script: str = "", **options: object) -> Page:
        if beside is None:
            contexts.append(browser.new_context(**options))  # type: ignore[arg-type]
        context = beside.context if beside else contexts[-1]
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(f"{url}: {error}"))
        page.on("console", lambda m: problems.append(m.text) if m.type == "error" else None)
        page.on("request", lambda r: None if r.url.startswith(base) else problems.append(r.url))
        if script:
            page.add_init_script(script)
        page.goto(base + url)
        return page

    yield run
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small site with words of its own and no catalogs."""
    folder = tmp_path_factory.mktemp("small")
    shutil.copytree(SMALL, folder / "docs")
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    built = build(folder / "mkdocs.yml", folder / "site", "--strict")
    assert built.status == 0, built.output
    with serve(folder / "site") as address:
        yield address


@pytest.fixture
def snapshot() -> Callable[[str, str], None]:
    """Compare with a stored ARIA tree; REBOND_UPDATE_GOLDENS=1 writes it anew and fails."""

    def compare(name: str, tree: str) -> None:
        path = Path(__file__).parent / "snapshots" / f"{name}.yml"
        if os.environ.get("REBOND_UPDATE_GOLDENS"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(tree + "\n", "utf-8")
            pytest.fail(f"{path.name} was written anew: read it, then run the tests again")
        assert tree.splitlines() == path.read_text("utf-8").splitlines()

    return compare
