"""What a reader can count on: undo, items set aside, what is kept and where, and its erasure."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

KEY = "rebond:/guide/"
Open = Callable[..., Page]
# What a browser does that brings a page back; whether it does so is its own affair.
DEAF = "addEventListener('storage', (event) => event.stopImmediatePropagation(), true)"
WAKE = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"


def values(page: Page) -> dict[str, str]:
    entries = json.loads(page.evaluate("key => localStorage[key]", KEY))["entries"]
    return {address: entry["is"] for address, entry in entries.items() if entry["is"]}


def store(page: Page, **entries: str) -> None:
    state = {"version": 2, "entries": {at: {"is": v, "at": 1} for at, v in entries.items()}}
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(state)])


def aside(page: Page, name: str) -> None:
    page.locator(f"#{name} ~ .checklist__aside").click()


@pytest.mark.parametrize("prefix", ["", "ar/", "ja/"])
def test_what_is_set_aside_leaves_the_count(open_page: Open, prefix: str) -> None:
    page = open_page(prefix + "checklist/")
    bar = page.locator("[data-list=reflect] progress")
    expect(bar).to_have_js_property("max", 7)
    button = page.locator("#three-good ~ .checklist__aside")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(bar).to_have_js_property("max", 6)
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#three-good")).not_to_be_checked()
    # A tick says more than having set it aside, and takes its place.
    page.locator("#three-good").check()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(bar).to_have_js_property("value", 1)
    expect(bar).to_have_js_property("max", 7)
    button.click()
    button.click()
    assert values(page) == {}


def test_the_button_says_what_it_sets_aside(open_page: Open) -> None:
    page = open_page("checklist/")
    label = page.locator("label[for=sleep]").inner_text()
    button = page.locator("#sleep ~ .checklist__aside")
    expect(button).to_have_accessible_name(f"pas pour moi {label}")
    box = button.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44


def test_what_is_done_can_be_hidden_and_the_box_in_use_stays(open_page: Open) -> None:
    page = open_page("checklist/")
    page.locator("#sleep").check()
    aside(page, "tell-two")
    hide = page.locator(".checklist-view button")
    hide.click()
    expect(page.locator("#sleep")).to_be_hidden()
    expect(page.locator("#tell-two")).to_be_hidden()
    page.locator("#no-listings").focus()
    page.keyboard.press("Space")
    expect(page.locator("#no-listings")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("#no-listings")).to_be_hidden()
    hide.click()
    expect(page.locator("#sleep")).to_be_visible()


def test_a_link_to_an_item_shows_it_and_goes_there(open_page: Open) -> None:
    page = open_page("checklist/#tell-two")
    expect(page.locator("#tell-two")).to_be_focused()
    expect(page.locator("#tell-two")).to_be_in_viewport()
    expect(page.locator(".checklist__item--marked #tell-two")).to_have_count(1)
    page.locator("#conclusion").check()
    page.locator(".checklist-view button").click()
    page.evaluate("location.hash = 'conclusion'")
    expect(page.locator("#conclusion")).to_be_focused()
    expect(page.locator("#conclusion")).to_be_visible()
    expect(page.locator(".checklist__item--marked")).to_have_count(1)
    page.evaluate("location.hash = '%'")
    expect(page.locator(".checklist__item--marked")).to_have_count(0)


def test_a_list_is_unticked_and_brought_back(open_page: Open) -> None:
    page = open_page("checklist/")
    reset = page.locator("[data-list=reflect] .checklist-reset__button")
    expect(reset).to_be_hidden()
    page.locator("#three-good").check()
    aside(page, "conclusion")
    page.locator("#sleep").check()
    before = values(page)
    reset.click()
    assert values(page) == {"checklist/#sleep": "done"}
    undo = page.locator("[data-list=reflect] .undo button")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    assert values(page) == before
    expect(undo).to_be_hidden()
    expect(reset).to_be_focused()
    reset.click()
    page.locator("#sleep").uncheck()
    expect(undo).to_be_hidden()


def test_everything_is_unticked_and_brought_back_and_nothing_else(open_page: Open) -> None:
    page = open_page("about/")
    kept = {"checklist/#heal:note": "words", "questions/#any-reason:star": "yes", "own:a": "mine"}
    store(page, **kept, **{"checklist/#sleep": "done", "own:a:tick": "yes", "x/#old": "aside"})
    page.goto(page.url.replace("about/", "checklist/"))
    before = values(page)
    page.locator(".erase summary").click()
    page.locator("[data-action=untick]").click()
    assert values(page) == kept
    expect(page.locator("#sleep")).not_to_be_checked()
    page.locator("[data-undo=untick] button").click()
    assert values(page) == before


def test_the_first_thing_saved_says_where_and_can_be_kept_in_memory(open_page: Open) -> None:
    page = open_page("checklist/")
    notice = page.locator("[data-notice=first]")
    expect(notice).to_be_hidden()
    page.locator("#three-good").check()
    expect(notice).to_be_visible()
    page.locator("[data-action=visit]").click()
    expect(notice).to_be_hidden()
    expect(page.locator("[data-notice=visit]")).to_be_visible()
    expect(page.locator("#three-good")).to_be_checked()
    page.locator("#sleep").check()
    assert page.evaluate("Object.keys(localStorage)") == []
    page.reload()
    expect(page.locator("#three-good")).not_to_be_checked()
    page.locator("#sleep").check()
    assert page.evaluate("Object.keys(localStorage)") == []
    other = open_page("checklist/", beside=page)
    expect(other.locator("[data-notice=visit]")).to_be_hidden()
    page.locator(".scheme").click()
    assert page.evaluate("Object.keys(localStorage)") == []
    page.locator("[data-action=keep]").click()
    assert values(page) == {"checklist/#sleep": "done"}
    expect(page.locator("[data-notice=visit]")).to_be_hidden()


def test_it_is_said_once(open_page: Open) -> None:
    page = open_page("checklist/")
    page.locator("#three-good").check()
    page.locator("#sleep").check()
    expect(page.locator("[data-notice=first]")).to_be_visible()
    page.locator("[data-action=understood]").click()
    page.locator("#no-listings").check()
    expect(page.locator(".storage")).to_be_hidden()
    page.reload()
    page.locator("#no-listings").uncheck()
    expect(page.locator(".storage")).to_be_hidden()


@pytest.mark.parametrize("size", [(360, 640), (1280, 800)])
def test_the_notice_moves_nothing_and_hides_nothing_that_has_the_focus(
    open_page: Open, size: tuple[int, int]
) -> None:
    page = open_page("checklist/", viewport={"width": size[0], "height": size[1]})
    where = "document.getElementById('sleep').getBoundingClientRect().top"
    page.locator("#sleep").focus()
    before = page.evaluate(where)
    page.keyboard.press("Space")
    expect(page.locator("[data-notice=first]")).to_be_visible()
    assert page.evaluate(where) == before
    for _ in range(30):
        page.keyboard.press("Tab")
        hidden = page.evaluate(
            """() => {
              const { top, bottom } = document.activeElement.getBoundingClientRect();
              const bar = document.querySelector('.storage');
              return !bar.contains(document.activeElement) && top > bar.getBoundingClientRect().top;
            }"""
        )
        assert not hidden


def test_a_code_takes_along_what_is_not_saved(open_page: Open) -> None:
    blocked = """Object.defineProperty(window, 'localStorage', {
      get() { throw new DOMException('no', 'SecurityError') }
    })"""
    page = open_page(
        "checklist/", script=blocked, permissions=["clipboard-read", "clipboard-write"]
    )
    page.locator("#three-good").check()
    page.locator("[data-action=code]").click()
    expect(page.locator(".storage [data-outcome=copied]")).to_be_visible()
    code = page.evaluate("navigator.clipboard.readText()")
    other = open_page("plan/")
    other.locator("#exchange-text").fill(code)
    other.locator("[data-action=merge]").click()
    assert values(other) == {"checklist/#three-good": "done"}


@pytest.mark.parametrize("url", ["checklist/", "plan/", "ar/checklist/"])
def test_everything_is_erased_in_every_tab_and_nothing_of_others(open_page: Open, url: str) -> None:
    page = open_page("about/")
    page.evaluate(
        """async (key) => {
          Object.assign(localStorage, {
            'rebond:/guide/second/': 'another site', other: 'x', [`${key}:scheme`]: 'dark',
            [`${key}:unreadable`]: '{', [`${key}:unreadable-2`]: '[', rebond: 'x',
          });
          await caches.open(`${key}:pages`);
          await caches.open('other');
        }""",
        KEY,
    )
    store(page, **{"checklist/#sleep": "done", "own:a": "mine"})
    other = open_page("ja/checklist/", beside=page)
    visit = open_page("en/checklist/", beside=page, script=f"sessionStorage['{KEY}:visit'] = 'yes'")
    visit.locator("#conclusion").check()
    page.goto(page.url.replace("about/", url))
    page.locator(".erase summary").click()
    page.locator("[data-action=erase]").click()
    expect(page.locator("[data-outcome=erased] span")).to_be_visible()
    left = {"rebond:/guide/second/": "another site", "other": "x", "rebond": "x"}
    assert page.evaluate("({...localStorage})") == left
    page.wait_for_function("caches.keys().then((names) => names.join() === 'other')")
    expect(other.locator("#sleep")).not_to_be_checked()
    expect(visit.locator("#conclusion")).not_to_be_checked()
    # Nor does a tab that was open bring anything back.
    other.locator("#three-good").check()
    assert values(other) == {"checklist/#three-good": "done"}


def test_storage_that_is_cleared_while_the_page_is_open_stays_cleared(open_page: Open) -> None:
    page = open_page("checklist/")
    page.locator("#three-good").check()
    page.evaluate("key => localStorage.removeItem(key)", KEY)  # Tells this tab nothing.
    page.locator("#sleep").check()
    assert values(page) == {"checklist/#sleep": "done"}
    expect(page.locator("#three-good")).not_to_be_checked()
    other = open_page("about/", beside=page)
    other.evaluate("key => localStorage.removeItem(key)", KEY)
    expect(page.locator("#sleep")).not_to_be_checked()


def test_a_page_from_the_back_forward_cache_shows_what_was_done_since(open_page: Open) -> None:
    page = open_page("checklist/", script=DEAF)
    page.locator("#three-good").check()
    other = open_page("en/checklist/", beside=page)
    other.locator("#three-good").uncheck()
    other.locator("#sleep").check()
    expect(page.locator("#three-good")).to_be_checked()
    page.evaluate(WAKE)
    expect(page.locator("#three-good")).not_to_be_checked()
    expect(page.locator("#sleep")).to_be_checked()


def test_a_page_that_slept_brings_nothing_back_that_was_erased(open_page: Open) -> None:
    page = open_page("checklist/", script=DEAF)
    page.locator("#three-good").check()
    other = open_page("plan/", beside=page)
    other.locator(".erase summary").click()
    other.locator("[data-action=erase]").click()
    other.locator("#plan-add").fill("Appeler")
    other.keyboard.press("Enter")
    page.evaluate(WAKE)
    expect(page.locator("#three-good")).not_to_be_checked()
    page.locator("#sleep").check()
    assert "checklist/#three-good" not in values(page)


def test_a_clock_that_was_set_back_does_not_lose_a_tick(open_page: Open) -> None:
    page = open_page("checklist/")
    page.clock.set_fixed_time("2030-01-01")
    page.locator("#three-good").check()
    page.clock.set_fixed_time("2001-01-01")
    page.locator("#three-good").uncheck()
    page.reload()
    expect(page.locator("#three-good")).not_to_be_checked()


def test_what_was_set_aside_can_be_downloaded(open_page: Open) -> None:
    page = open_page("checklist/")
    page.evaluate("key => { localStorage[key] = 'half a sta' }", KEY)
    page.reload()
    with page.expect_download() as waiting:
        page.locator("[data-action=unreadable]").click()
    assert waiting.value.path().read_text("utf-8") == "half a sta"


def test_several_ticks_in_a_row_are_announced_once(open_page: Open) -> None:
    page = open_page("checklist/")
    page.evaluate(
        """() => {
          window.said = [];
          new MutationObserver(() => {
            said.push(document.getElementById('checklist-status').textContent);
          }).observe(document.getElementById('checklist-status'), { childList: true });
        }"""
    )
    for name in ("three-good", "redo-answer", "conclusion"):
        page.evaluate("name => document.getElementById(name).click()", name)
    expect(page.locator("#checklist-status")).to_contain_text("3")
    assert page.evaluate("said.length") == 1
