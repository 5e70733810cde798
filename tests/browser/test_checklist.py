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


def stored(page: Page) -> dict[str, object]:
    value = page.evaluate("key => JSON.parse(localStorage.getItem(key))", KEY)
    assert isinstance(value, dict)
    return value


def count(code: str, kind: str, number: int) -> str:
    messages = load_messages(ROOT / "locales", Language(code, ""), Language("fr", ""))
    message = f"%(num)s {kind}"
    return messages.ngettext(message, message, number) % {"num": number}


@pytest.mark.parametrize(("code", "prefix"), LANGUAGES.items())
def test_a_tick_is_there_after_a_reload_and_in_the_next_language(
    open_page: Open, code: str, prefix: str
) -> None:
    page = open_page(prefix + "checklist/")
    expect(page.locator("#checklist-status")).to_have_text("")
    page.locator("label[for=three-good]").click()
    page.locator("#redo-answer").focus()
    page.keyboard.press("Space")
    progress = page.locator("rebond-checklist[data-list=reflect] .checklist-progress")
    text = f"{count(code, 'done', 2)} · {count(code, 'left', 5)}"
    expect(progress).to_have_text(text)
    expect(page.locator("#checklist-status")).to_have_text(text)
    expect(progress.locator("progress")).to_have_js_property("value", 2)
    page.reload()
    expect(page.locator("#three-good")).to_be_checked()
    expect(page.locator("#checklist-status")).to_have_text("")
    page.evaluate("document.getElementById('let-go').scrollIntoView()")
    page.locator(".languages summary").click()
    other = next(one for one in LANGUAGES if one != code)
    page.locator(f".languages a[hreflang={other}]").click()
    page.wait_for_url("**/checklist/#let-go")
    expect(page.locator("html")).to_have_attribute("lang", other)
    expect(page.locator("#three-good")).to_be_checked()
    page.locator("#three-good").uncheck()
    page.go_back()
    expect(page.locator("#three-good")).not_to_be_checked()


def test_healing_and_letting_go_are_not_counted(open_page: Open) -> None:
    page = open_page("checklist/")
    page.locator("#sleep").check()
    for name in ("heal", "let-go"):
        assert page.locator(f"[data-list={name}] :is(progress, .checklist-progress)").count() == 0
    expect(page.locator("#checklist-status")).to_have_text("")


def test_two_tabs_in_two_languages_stay_in_step(open_page: Open) -> None:
    one = open_page("checklist/")
    other = open_page("ja/checklist/", beside=one)
    one.locator("#three-good").check()
    expect(other.locator("#three-good")).to_be_checked()
    expect(other.locator("#checklist-status")).to_have_text("")
    other.locator("#three-good").uncheck()
    expect(one.locator("#three-good")).not_to_be_checked()


def test_each_box_is_labelled_and_a_link_in_a_label_is_a_link(open_page: Open) -> None:
    page = open_page("checklist/")
    for box in page.locator(".checklist__box").all():
        name = " ".join(page.locator(f"label[for={box.get_attribute('id')}]").inner_text().split())
        expect(box).to_have_accessible_name(name)
    page.locator("label[for=note-question] a").click()
    page.wait_for_url("**/questions/#any-reason")
    page.go_back()
    expect(page.locator("#note-question")).not_to_be_checked()


def test_unknown_items_and_other_sites_are_left_alone(open_page: Open) -> None:
    page = open_page("checklist/")
    state = {"version": 1, "items": {"old/#gone": {"done": True, "at": 7e15}}}
    page.evaluate(
        "([key, text]) => { localStorage.setItem(key, text); localStorage.other = 'x' }",
        [KEY, json.dumps(state)],
    )
    page.locator("#sleep").check()
    entries = stored(page)["entries"]
    assert isinstance(entries, dict)
    assert entries["old/#gone"] == {"is": "done", "at": 7e15}
    # Later than every stamp that is known, though the clock says otherwise.
    assert entries["checklist/#sleep"]["at"] > 7e15
    assert page.evaluate("localStorage.other") == "x"


BLOCKED = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('no', 'SecurityError') }
})"""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


@pytest.mark.parametrize(("script", "trouble"), [(BLOCKED, "blocked"), (FULL, "full")])
def test_storage_that_fails_is_said_and_the_page_works(
    open_page: Open, script: str, trouble: str
) -> None:
    page = open_page("checklist/", script=script)
    page.locator("#three-good").check()
    expect(page.locator("#three-good")).to_be_checked()
    expect(page.locator(f"[data-notice={trouble}]")).to_be_visible()
    expect(page.locator("[data-list=reflect] progress")).to_have_js_property("value", 1)


@pytest.mark.parametrize("text", ["{", "[]", '{"version":1,"items":{"a":{"done":"yes","at":1}}}'])
def test_what_cannot_be_read_is_set_aside(open_page: Open, text: str) -> None:
    page = open_page("checklist/")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.reload()
    expect(page.locator("[data-notice=corrupt]")).to_be_visible()
    page.locator("#sleep").check()
    assert page.evaluate("key => localStorage.getItem(key)", f"{KEY}:unreadable") == text
    assert stored(page)["version"] == 2


def test_a_newer_version_is_never_overwritten(open_page: Open) -> None:
    page = open_page("checklist/")
    text = '{"version":3,"entries":[]}'
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.reload()
    expect(page.locator("[data-notice=newer]")).to_be_visible()
    expect(page.locator("#sleep")).to_be_disabled()
    expect(page.locator("#sleep ~ .checklist__aside")).to_be_disabled()
    page.locator(".worksheet__field").first.is_disabled()
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == text
