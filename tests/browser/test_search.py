"""The search: asked for when it is opened, honest when it fails, and leading to the right place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

Open = Callable[..., Page]
ASKED = (
    "() => performance.getEntriesByType('resource').filter((r) => r.name.endsWith('.json')).length"
)


def test_the_index_is_asked_for_once_and_not_before(open_page: Open) -> None:
    page = open_page("ja/checklist/")
    page.locator("#sleep").check()
    assert page.evaluate(ASKED) == 0
    for _ in range(2):
        page.locator(".search-open").click()
        page.locator(".search__query").fill("no-such-word-anywhere")
        expect(page.locator("[data-outcome=none]")).to_be_visible()
        page.locator(".search__close").click()
        expect(page.locator("dialog.search")).to_be_hidden()
    assert page.evaluate(ASKED) == 1


def test_an_index_that_does_not_come_is_said_and_asked_for_again(open_page: Open) -> None:
    page = open_page("checklist/")

    def spoil(route: Route) -> None:
        route.fulfill(body="half an ind", content_type="application/json")

    page.route("**/search/*.json", spoil)
    page.locator(".search-open").click()
    expect(page.locator("[data-outcome=failed]")).to_be_visible()
    page.locator(".search__query").fill("refus")
    expect(page.locator("[data-outcome=failed]")).to_be_visible()
    page.locator(".search__close").click()
    page.unroute("**/search/*.json", spoil)
    page.locator(".search-open").click()
    expect(page.locator(".search__result").first).to_be_visible()
    expect(page.locator("[data-outcome=failed]")).to_be_hidden()


@pytest.mark.parametrize("prefix", ["", "en/", "ar/", "ja/"])
def test_every_place_in_the_index_is_there(open_page: Open, prefix: str) -> None:
    page = open_page(prefix + "about/")
    result = page.evaluate(
        """async () => {
          const { index, root } = document.querySelector('dialog.search').dataset;
          const entries = await (await fetch(index)).json();
          const pages = new Map();
          // This page's policy would refuse the styles of the others, and say so.
          const parse = (html) => new DOMParser().parseFromString(
            html.replace(/<style>[^]*?<\\/style>/, ''), 'text/html');
          const wrong = [];
          for (const { url, title, text } of entries) {
            const [path, id] = url.split('#');
            if (!pages.has(path)) pages.set(path, parse(await (await fetch(root + path)).text()));
            const parsed = pages.get(path);
            const heading = id ? parsed.getElementById(id) : parsed.querySelector('h1');
            const words = (one) => one.split(/\\s+/).filter(Boolean).join('');
            if (words(heading?.textContent ?? '') !== words(title) || !text) wrong.push(url);
          }
          return { wrong, pages: pages.size };
        }"""
    )
    assert result == {"wrong": [], "pages": 5}


@pytest.mark.parametrize("prefix", ["", "en/", "ar/", "ja/"])
def test_a_result_leads_across_pages_to_its_section(open_page: Open, prefix: str) -> None:
    page = open_page(prefix + "about/", viewport={"width": 360, "height": 640})
    words = page.evaluate(
        """async () => {
          const { index } = document.querySelector('dialog.search').dataset;
          const entries = await (await fetch(index)).json();
          const entry = entries.find((one) => one.url.endsWith('questions/#any-reason'));
          return entry.text.slice(-70, -4);
        }"""
    )
    page.locator(".search-open").click()
    page.locator(".search__query").fill(words.strip())
    page.locator('.search__result[href$="questions/#any-reason"]').click()
    page.wait_for_url(f"**/{prefix}questions/#any-reason")
    expect(page.locator("#any-reason")).to_be_in_viewport(ratio=1)
    header = page.locator(".header__bar").bounding_box()
    heading = page.locator("#any-reason").bounding_box()
    assert header is not None
    assert heading is not None
    assert heading["y"] >= header["y"] + header["height"]


def test_a_query_is_text(open_page: Open) -> None:
    page = open_page("checklist/")
    page.locator(".search-open").click()
    for query in ("<img src=x onerror=alert(1)>", ".*", "(", "\\", "a" * 500, "   "):
        page.locator(".search__query").fill(query)
        expect(page.locator(".search__results img")).to_have_count(0)
        expect(page.locator(".search__result")).to_have_count(0)
        expect(page.locator("[data-outcome=none]")).to_be_visible(visible=bool(query.strip()))
