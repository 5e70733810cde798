"""What the checklist does with storage: counts, other tabs, and storage that is in trouble."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from build_site import ROOT
from rebond.languages import Language
from rebond.messages import load_messages

LANGUAGES = {"fr": "", "en": "en/", "ar": "ar/", "ja": "ja/"}
KEY = "rebond:/guide/"
Open = Callable[..., Page]


def read(page: Page, key: str = KEY) -> str | None:
    text = page.evaluate("key => localStorage.getItem(key)", key)
    assert text is None or isinstance(text, str)
    return text


def write(page: Page, text: str, key: str = KEY) -> None:
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])


@pytest.mark.parametrize(("code", "prefix"), LANGUAGES.items())
def test_every_count_is_said_in_the_catalog_s_words(
    open_page: Open, code: str, prefix: str
) -> None:
    page = open_page(prefix + "checklist/")
    lists = page.evaluate(
        """() => [...document.querySelectorAll('rebond-checklist')].map((list) => {
          const bar = list.querySelector('progress');
          const text = list.querySelector('.checklist-progress__text');
          const seen = () => bar && [bar.value, bar.max, text.textContent];
          const boxes = [...list.querySelectorAll('input')];
          return [boxes.length, seen(), ...boxes.map((box) => { box.click(); return seen(); })];
        })"""
    )
    messages = load_messages(ROOT / "locales", Language(code, ""), Language("fr", ""))

    def said(kind: str, number: int) -> str:
        words = messages.ngettext(f"%(num)s {kind}", f"%(num)s {kind}", number)
        return words % {"num": number}

    counted = [(total, seen) for total, *seen in lists if seen[0]]
    assert len(counted) == 2
    assert [seen for _, *seen in lists if not seen[0]] == [
        [None] * (total + 1) for total, *seen in lists if not seen[0]
    ]
    for total, seen in counted:
        assert seen == [
            [n, total, f"{said('done', n)} · {said('left', total - n)}"] for n in range(total + 1)
        ]
    page.reload()
    expect(page.locator(".checklist__box:not(:checked)")).to_have_count(0)
    page.locator("#three-good").uncheck()
    page.reload()
    expect(page.locator(".checklist__box:not(:checked)")).to_have_count(1)
    expect(page.locator("#three-good")).not_to_be_checked()


def test_a_box_is_found_by_its_label_and_an_explanation_does_not_tick_it(open_page: Open) -> None:
    page = open_page("checklist/")
    label = page.locator("label[for=sleep]")
    box = page.get_by_role("checkbox", name=label.inner_text(), exact=True)
    expect(box).to_have_count(1)
    page.locator("#sleep ~ .checklist__why p").click()
    expect(box).not_to_be_checked()
    label.click()
    expect(box).to_be_checked()
    label.click()
    expect(box).not_to_be_checked()


def test_ticks_made_in_two_tabs_at_once_are_all_kept(open_page: Open) -> None:
    one = open_page(
        "checklist/", script="addEventListener('storage', e => e.stopImmediatePropagation(), true)"
    )
    other = open_page("en/checklist/", beside=one)
    other.locator("#three-good").check()
    one.locator("#sleep").check()
    expect(one.locator("#three-good")).to_be_checked()
    expect(other.locator("#sleep")).to_be_checked()
    items = json.loads(read(one) or "")["entries"]
    assert sorted(items) == ["checklist/#sleep", "checklist/#three-good"]


def test_what_another_tab_erases_is_gone_here_too(open_page: Open) -> None:
    one = open_page("checklist/")
    other = open_page("about/", beside=one)
    one.locator("#three-good").check()
    other.evaluate("localStorage.clear()")
    expect(one.locator("#three-good")).not_to_be_checked()
    expect(one.locator("[data-list=reflect] progress")).to_have_js_property("value", 0)
    expect(one.locator("#sleep")).to_be_editable()
    one.locator("#sleep").check()
    assert list(json.loads(read(one) or "")["entries"]) == ["checklist/#sleep"]


def test_a_newer_version_that_arrives_while_the_page_is_open_is_left_alone(
    open_page: Open,
) -> None:
    one = open_page("checklist/")
    other = open_page("about/", beside=one)
    one.locator("#three-good").check()
    text = '{"version":3,"things":{}}'
    write(other, text)
    expect(one.locator("[data-notice=newer]")).to_be_visible()
    expect(one.locator("#sleep")).to_be_disabled()
    expect(one.locator("#three-good")).to_be_checked()
    one.evaluate(
        "document.getElementById('sleep').dispatchEvent(new Event('change', {bubbles: true}))"
    )
    assert read(one) == text


def test_no_notice_without_trouble_and_only_the_one_that_fits(open_page: Open) -> None:
    page = open_page("checklist/")
    expect(page.locator(".storage")).to_be_hidden()
    write(page, "{")
    page.reload()
    expect(page.locator(".storage [data-notice]:visible")).to_have_count(1)
    page.locator("#sleep").check()
    page.reload()
    expect(page.locator(".storage")).to_be_hidden()
    expect(page.locator("#sleep")).to_be_checked()


def test_what_was_set_aside_once_is_not_lost_when_it_happens_again(open_page: Open) -> None:
    page = open_page("checklist/")
    for text in ("first, unreadable", "second, unreadable"):
        write(page, text)
        page.reload()
        page.locator("#sleep").click()
    kept = page.evaluate("Object.entries(localStorage).filter(([k]) => k.includes('unreadable'))")
    assert "first, unreadable" in dict(kept).values()
    assert "second, unreadable" in dict(kept).values()


NO_ROOM_BESIDE = """const set = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, text) {
  if (key.endsWith('unreadable')) throw new DOMException('full', 'QuotaExceededError');
  set.call(this, key, text);
}"""


def test_what_cannot_be_set_aside_is_not_overwritten(open_page: Open) -> None:
    page = open_page("checklist/", script=NO_ROOM_BESIDE)
    write(page, "unreadable")
    page.reload()
    page.locator("#three-good").check()
    expect(page.locator(".storage [data-notice]:visible")).to_have_count(1)
    expect(page.locator("[data-list=reflect] progress")).to_have_js_property("value", 1)
    assert read(page) == "unreadable"


ROOM_LATER = """const set = Storage.prototype.setItem;
let full = true;
addEventListener('room', () => { full = false; });
Storage.prototype.setItem = function (...given) {
  if (full) throw new DOMException('full', 'QuotaExceededError');
  set.apply(this, given);
}"""


def test_once_there_is_room_again_all_ticks_are_saved(open_page: Open) -> None:
    page = open_page("checklist/", script=ROOM_LATER)
    page.locator("#three-good").check()
    expect(page.locator("[data-notice=full]")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('room'))")
    page.locator("#sleep").check()
    expect(page.locator("[data-notice=full]")).to_be_hidden()
    assert len(json.loads(read(page) or "")["entries"]) == 2


NULL = "Object.defineProperty(window, 'localStorage', { value: null })"
BLOCKED = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('no', 'SecurityError') }
})"""


@pytest.mark.parametrize("script", [NULL, BLOCKED], ids=["null", "blocked"])
def test_every_page_works_without_storage(open_page: Open, script: str) -> None:
    page = open_page("checklist/", script=script, color_scheme="light")
    expect(page.locator("[data-notice=blocked]")).to_be_visible()
    page.locator("#three-good").check()
    page.locator("#sleep").check()
    page.locator("#sleep").uncheck()
    expect(page.locator("[data-list=reflect] progress")).to_have_js_property("value", 1)
    expect(page.locator(".storage [data-notice]:visible")).to_have_count(1)
    expect(page.locator("[data-notice=blocked]")).to_be_visible()
    page.locator(".scheme").click()
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    page.goto(page.url.replace("checklist", "questions"))
    expect(page.locator(".picker__sentences > li")).to_have_count(3)
