"""Everything can be reached and used without a pointer, and the focus is always in view."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

CONTROLS = """() => {
  const all = 'a[href], button, input, select, summary, textarea, [tabindex="0"]';
  window.controls = [...document.querySelectorAll(all)].filter((e) => e.checkVisibility());
  return window.controls.length;
}"""

# Where the focus is among the controls, and what of it a reader sees.
FOCUSED = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const seen = [...element.getClientRects()].some((box) => [0.15, 0.5, 0.85].some((part) => {
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height * part);
    return hit && (element.contains(hit) || hit.contains(element) && hit.closest('label'));
  }));
  const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  return [window.controls.indexOf(element), seen && outline ? '' : element.outerHTML.slice(0, 90)];
}"""


def walk(page: Page, key: str, number: int) -> list[tuple[int, str]]:
    """Where the focus goes; the parts of a date, which it passes one by one, count once."""
    way: list[tuple[int, str]] = []
    here = page.evaluate(FOCUSED)
    while len(way) < number:
        page.keyboard.press(key)
        before, here = here, page.evaluate(FOCUSED)
        if here[0] != before[0] or here[0] < 0:
            way.append(here)
    return way


@pytest.mark.parametrize("size", [(1280, 800), (320, 480)], ids=["wide", "narrow"])
@pytest.mark.parametrize(
    "url", ["", "checklist/", "questions/", "plan/", "about/", "ar/checklist/", "ja/questions/"]
)
def test_the_focus_goes_through_the_page_and_back_in_view(
    open_page: Open, url: str, size: tuple[int, int]
) -> None:
    page = open_page(url, viewport={"width": size[0], "height": size[1]})
    number = page.evaluate(CONTROLS)
    assert number > 8
    way = walk(page, "Tab", number)
    assert [place for place, _ in way] == list(range(number))
    assert [trouble for _, trouble in way if trouble] == []
    back = [page.evaluate(FOCUSED), *walk(page, "Shift+Tab", number - 1)]
    assert [place for place, _ in back] == list(reversed(range(number)))
    assert [trouble for _, trouble in back if trouble] == []


def test_the_skip_link_is_first_and_shows_itself(open_page: Open) -> None:
    for url in ("ar/questions/", "ja/"):
        page = open_page(url)
        expect(page.locator(".skip")).not_to_be_in_viewport()
        page.keyboard.press("Tab")
        expect(page.locator(".skip")).to_be_focused()
        expect(page.locator(".skip")).to_be_in_viewport(ratio=1)
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_language_menu_by_keyboard(open_page: Open) -> None:
    page = open_page("checklist/")
    summary, menu = page.locator(".languages__open"), page.locator(".languages")
    summary.focus()
    page.keyboard.press("Space")
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(menu.locator("a").nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()
    page.keyboard.press("Enter")
    menu.locator("a").nth(1).press("Enter")
    page.wait_for_url("**/en/checklist/**")


def test_the_picker_by_keyboard(open_page: Open) -> None:
    page = open_page("questions/", permissions=["clipboard-read", "clipboard-write"])
    sentences = page.locator(".picker__sentences > li")
    before = sentences.first.get_attribute("data-question")
    page.locator("#picker-moment").focus()
    page.keyboard.press("ArrowDown")
    expect(sentences.first).not_to_have_attribute("data-question", before or "")
    for name in ("for", "tone"):
        page.keyboard.press("Tab")
        expect(page.locator(f"#picker-{name}")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".picker__more")).to_have_attribute("open", "")
    for name in ("theme", "register", "with", "role"):
        page.keyboard.press("Tab")
        expect(page.locator(f"#picker-{name}")).to_be_focused()
    page.keyboard.type("Relieuse")
    page.keyboard.press("Enter")
    expect(page.locator("#picker-role")).to_be_focused()
    copy = sentences.first.locator("[data-action=copy]")
    copy.focus()
    page.keyboard.press("Enter")
    expect(copy).to_be_focused()
    expect(sentences.first.locator("[data-outcome=copied]:visible")).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    star = sentences.first.locator("[data-action=star]")
    expect(star).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    place = sentences.first.get_attribute("data-question")
    expect(page.locator(f"#{place}")).to_be_in_viewport(ratio=1)


def test_the_search_by_keyboard(open_page: Open) -> None:
    page = open_page("checklist/")
    opener, dialog = page.locator(".search-open"), page.locator("dialog.search")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".search__query")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.type("refus")
    expect(page.locator(".search__result").first).to_be_visible()
    for key in ("Tab", "Tab"):
        page.keyboard.press(key)
    expect(page.locator(".search__result").first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".search__result").first).to_be_visible()
    # In a search field the first Escape is the field's own: it takes the words away.
    page.locator(".search__query").press("Escape")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("refus")
    expect(page.locator(".search__result").first).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
