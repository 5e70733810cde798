"""What only shows in some state: contrast, targets, notices, forced colours, paper, directions."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
PREFIXES = ("", "en/", "ar/", "ja/")
SCHEMES = ("light", "dark")
# The design asks for 7:1, more than WCAG's AA; axe looks for that and for sizes only if asked.
MORE = {
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}
# What an open menu covers is small to axe.
COVERED = {"rules": {"color-contrast-enhanced": {"enabled": True}}}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def violations(page: Page, options: object = MORE) -> list[str]:
    found = Axe().run(page, options=options).response["violations"]
    return [f"{v['id']}: {[n['html'][:120] for n in v['nodes']]}" for v in found]


def test_states_of_the_checklist_are_accessible(open_page: Open) -> None:
    for trouble, text in {"corrupt": "{", "newer": '{"version":3}'}.items():
        page = open_page("checklist/", bypass_csp=True, viewport={"width": 1280, "height": 900})
        page.evaluate("text => localStorage.setItem('rebond:/guide/', text)", text)
        page.reload()
        expect(page.locator(f"[data-notice={trouble}]")).to_be_visible()
        if trouble == "corrupt":
            page.locator("#three-good").check()
            page.locator("#sleep ~ .checklist__aside").click()
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert violations(page) == [], (trouble, scheme)


def test_states_of_the_questions_are_accessible(open_page: Open) -> None:
    page = open_page(
        "questions/",
        bypass_csp=True,
        viewport={"width": 1280, "height": 900},
        permissions=["clipboard-write"],
    )
    page.locator(".picker__more summary").click()
    page.locator("#picker-role").fill("Relieuse")
    page.locator("[data-action=copy]").first.click()
    expect(page.locator("rebond-questions [data-outcome=copied]:visible")).to_have_count(1)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert violations(page) == [], scheme


@pytest.mark.parametrize("prefix", ["", "ar/"])
def test_states_of_the_header_are_accessible(open_page: Open, prefix: str) -> None:
    page = open_page(prefix, bypass_csp=True, viewport={"width": 360, "height": 640})
    word = page.locator("#heal").inner_text().split()[-1]
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.locator(".languages__open").click()
        assert violations(page, COVERED) == [], scheme
        assert page.evaluate(OVERFLOW) == 0
        page.keyboard.press("Escape")
        page.locator(".search-open").click()
        page.locator(".search__query").fill(word)
        expect(page.locator(".search__result").first).to_be_visible()
        assert violations(page) == [], scheme
        page.locator(".search__query").fill("no-such-word-anywhere")
        expect(page.locator("[data-outcome=none]")).to_be_visible()
        assert violations(page) == [], scheme
        page.locator(".search__close").click()


def test_an_open_menu_fits_the_screen(open_page: Open) -> None:
    for prefix in ("", "ar/"):
        page = open_page(prefix, viewport={"width": 320, "height": 480})
        page.locator(".languages__open").click()
        for link in page.locator(".languages__list a").all():
            expect(link).to_be_in_viewport(ratio=1)


def test_a_page_that_does_not_exist_helps_from_any_depth(open_page: Open, base: str) -> None:
    page = open_page("about/", bypass_csp=True, viewport={"width": 360, "height": 640})
    # Hosts answer with 404.html at the address that was asked for.
    missing = page.request.get(base + "404.html").text()
    address = base + "ar/no/such/page/"
    page.route(address, lambda route: route.fulfill(body=missing, content_type="text/html"))
    page.goto(address)
    assert page.evaluate(OVERFLOW) == 0
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".search-open")).to_be_visible()
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert violations(page) == [], scheme
    links = page.locator("a[href]").evaluate_all("all => all.map((one) => one.href)")
    for link in set(links):
        assert page.request.get(link.partition("#")[0]).ok or link.startswith(address), link
    page.locator("main a").click()
    expect(page).to_have_url(base)


def test_forced_colours_show_boxes_ticks_and_the_focus(open_page: Open) -> None:
    page = open_page("checklist/", forced_colors="active")
    box = page.locator("#sleep")
    expect(box).to_be_visible()
    empty = box.screenshot()
    page.locator("label[for=sleep]").click()
    expect(box).to_be_checked()
    assert box.screenshot() != empty
    for control in (".search-open", ".scheme"):
        expect(page.locator(control)).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_ticks_are_on_the_paper_without_backgrounds(open_page: Open) -> None:
    page = open_page("checklist/")
    page.locator("#sleep").check()
    page.emulate_media(media="print")
    look = """(box) => {
      const style = getComputedStyle(box);
      // Browsers leave out backgrounds unless they are told not to.
      const filled = style.printColorAdjust === 'exact' ? style.backgroundColor : '';
      return [style.borderTopWidth, style.borderInlineStartWidth, style.borderTopColor, filled];
    }"""
    ticked = page.locator("#sleep").evaluate(look)
    assert ticked != page.locator("#no-listings").evaluate(look)


def test_paper_stays_white_in_the_dark(open_page: Open) -> None:
    page = open_page("questions/", color_scheme="dark")
    page.locator(".scheme").click()
    page.locator(".scheme").click()
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.evaluate(
        """() => ['h1', 'main > p', '.picker__text', '.wording', '.question h4', 'blockquote p']
          .map((one) => getComputedStyle(document.querySelector(one)).color)
          .map((colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number))"""
    )
    dark = [max(colour) <= 130 for colour in colours]
    assert all(dark), colours


@pytest.mark.parametrize("prefix", PREFIXES)
def test_without_script_nothing_is_left_out(open_page: Open, prefix: str) -> None:
    page = open_page(prefix + "checklist/", java_script_enabled=False)
    for name in ("checklist/", "questions/"):
        page.goto(page.url.rpartition(prefix + "checklist/")[0] + prefix + name)
        texts = page.locator(
            "main :is(h1, h2, h3, h4, li, p, label, th):not(.storage *, .erase *, .visually-hidden)"
        )
        assert texts.count() > 60
        hidden = [one for one in texts.all() if not one.is_visible()]
        assert [one.text_content() for one in hidden] == []
        expect(page.locator("main noscript p")).to_have_count(1)
        for box in page.locator(".checklist__box").all()[:2]:
            box.check()
            expect(box).to_be_checked()
        page.goto(page.url.rpartition(prefix + name)[0] + prefix + "checklist/")


@pytest.mark.usefixtures("small")
def test_a_source_text_inside_arabic_runs_from_the_left(open_page: Open) -> None:
    page = open_page("ar/checklist/", viewport={"width": 320, "height": 640})
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    label = page.locator("label[for=measure]")
    directions = label.evaluate("e => [getComputedStyle(e).direction, e.closest('[lang]').lang]")
    assert directions == ["ltr", "fr"]
    box, words = page.locator("#measure").bounding_box(), label.bounding_box()
    assert box is not None
    assert words is not None
    assert box["x"] < words["x"]
    translated = page.locator("label[for=addresses]")
    assert translated.evaluate("e => getComputedStyle(e).direction") == "rtl"
    heading = page.locator("#rest")
    assert heading.evaluate("e => [e.lang, getComputedStyle(e).direction]") == ["fr", "ltr"]
    expect(page.locator(".untranslated")).to_have_count(1)
    assert page.evaluate(OVERFLOW) == 0


def test_every_direction_is_the_language_s(open_page: Open) -> None:
    page = open_page("ar/questions/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    for link in page.locator(".languages__list a").all():
        way = "rtl" if link.get_attribute("lang") == "ar" else "ltr"
        expect(link).to_have_attribute("dir", way)
    sides = page.evaluate(
        """() => ['.header__tools', '.header__name'].map((one) =>
          document.querySelector(one).getBoundingClientRect().x)"""
    )
    assert sides[0] < sides[1]


def test_colours_hold_over_reloads_and_the_button_says_what_it_does(open_page: Open) -> None:
    page = open_page(color_scheme="light")
    labels = page.locator(".scheme span:visible")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    expect(labels).to_have_attribute("data-scheme", "dark")
    page.emulate_media(color_scheme="dark")
    expect(labels).to_have_attribute("data-scheme", "light")
    dark = page.evaluate(paper)
    assert dark != light
    page.locator(".scheme").click()
    expect(labels).to_have_attribute("data-scheme", "dark")
    assert page.evaluate(paper) == light
    page.reload()
    assert page.evaluate(paper) == light
    page.goto(page.url + "ja/questions/")
    assert page.evaluate(paper) == light
    expect(labels).to_have_attribute("data-scheme", "dark")
    name = page.locator(".scheme").inner_text()
    page.locator(".scheme").press("Enter")
    expect(page.locator(".scheme")).not_to_have_text(name, use_inner_text=True)
    assert page.evaluate(paper) == dark
