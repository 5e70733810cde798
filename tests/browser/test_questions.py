from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
SENTENCES = ".picker__sentences > li > .picker__text"
HOSTILE = (
    '<img src=x onerror="document.title=1">',
    "« L’Oréal » \"H&M\" 'C++' „gut“",
    "👩🏽‍💻👨‍👩‍👧",
    "مهندس برمجيات",
    "{role}",
    "abc\u202edef",
    "n" * 300,
)


def shown(page: Page) -> list[str]:
    return [" ".join(text.split()) for text in page.locator(SENTENCES).all_inner_texts()]


@pytest.mark.parametrize("prefix", ["", "en/", "ar/", "ja/"])
def test_three_sentences_are_in_view_before_any_choice(open_page: Open, prefix: str) -> None:
    page = open_page(prefix + "questions/", permissions=["clipboard-read", "clipboard-write"])
    expect(page.locator(SENTENCES)).to_have_count(3)
    item = page.locator(".picker__sentences > li").nth(1)
    item.locator("[data-action=copy]").click()
    expect(item.locator(":scope > .picker__actions [data-outcome=copied]")).to_be_visible()
    expect(page.locator("rebond-questions [role=status]")).not_to_have_text("")
    assert " ".join(page.evaluate("navigator.clipboard.readText()").split()) == shown(page)[1]


@pytest.mark.parametrize("prefix", ["", "en/", "ar/", "ja/"])
def test_every_sentence_shown_is_one_that_stands_on_the_page(open_page: Open, prefix: str) -> None:
    page = open_page(prefix + "questions/")
    written = {" ".join(t.split()) for t in page.locator(".wording").all_text_contents()}
    page.locator(".picker__more summary").click()
    registers = page.locator("#picker-register option").all()
    codes = [option.get_attribute("value") for option in registers] or [None]
    for moment in page.locator("#picker-moment option").all():
        value = moment.get_attribute("value") or ""
        page.locator("#picker-moment").select_option(value)
        for tone in page.locator("#picker-tone option").all():
            page.locator("#picker-tone").select_option(tone.get_attribute("value") or "")
            for code in codes:
                if code:
                    page.locator("#picker-register").select_option(code)
                found = shown(page)
                assert len(found) == 3
                assert set(found) <= written
                sections = page.locator(".picker__sentences > li").evaluate_all(
                    "items => items.map(i => document.querySelector("
                    '`[aria-labelledby="${i.dataset.question}"]`).dataset.moment.split(" "))'
                )
                assert all(not value or value in moments for moments in sections)


@pytest.mark.parametrize(("prefix", "register"), [("", "informal"), ("ja/", "written")])
def test_forms_of_address_are_never_mixed(open_page: Open, prefix: str, register: str) -> None:
    page = open_page(prefix + "questions/")
    meant = page.locator(f".wording[data-register~={register}]").all_text_contents()
    written = {" ".join(text.split()) for text in meant}
    page.locator(".picker__more summary").click()
    page.locator("#picker-register").select_option(register)
    for moment in page.locator("#picker-moment option").all():
        page.locator("#picker-moment").select_option(moment.get_attribute("value") or "")
        assert shown(page)
        assert set(shown(page)) <= written


@pytest.mark.parametrize("prefix", ["", "en/", "ar/", "ja/"])
@pytest.mark.parametrize("tone", ["plain", "bold"])
def test_the_guide_s_question_comes_first_in_the_tone_that_is_chosen(
    open_page: Open, tone: str, prefix: str
) -> None:
    page = open_page(prefix + "questions/")
    page.locator("#picker-tone").select_option(tone)
    written = page.locator(f"[aria-labelledby=any-reason] .wording[data-tone={tone}]").first
    assert shown(page)[0] == " ".join((written.text_content() or "").split())


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_typed_is_text_and_is_not_kept(open_page: Open, typed: str) -> None:
    page = open_page("questions/", viewport={"width": 360, "height": 800})
    title = page.title()
    page.locator(".picker__more summary").click()
    page.locator("#picker-moment").select_option("last-minutes")
    page.locator("#picker-tone").select_option("plain")
    page.locator("#picker-role").fill(typed)
    name = page.locator(f"{SENTENCES} bdi").first
    expect(name).to_have_attribute("translate", "no")
    text = name.text_content() or ""
    assert text == typed.replace("\u202e", " ")[: 80 if len(typed) > 100 else None]
    assert page.locator(f"{SENTENCES} img").count() == 0
    assert page.title() == title
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) == 0
    assert typed not in unquote(page.url) + page.evaluate("JSON.stringify(localStorage)")


def test_spaces_are_no_name(open_page: Open) -> None:
    page = open_page("questions/")
    page.locator(".picker__more summary").click()
    before = shown(page)
    page.locator("#picker-role").fill("   ")
    assert shown(page) == before


def test_where_the_clipboard_is_refused_the_sentence_is_selected(open_page: Open) -> None:
    script = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))"
    page = open_page("questions/", script=script)
    page.locator("[data-action=copy]").first.click()
    expect(page.locator(".picker__sentences [data-outcome=refused]:visible")).to_have_count(1)
    assert " ".join(page.evaluate("getSelection().toString()").split()) == shown(page)[0]


@pytest.mark.usefixtures("small")
def test_a_page_that_declares_no_tone_and_no_theme_has_questions_too(open_page: Open) -> None:
    page = open_page("people/questions/")
    assert shown(page) == ["Le chauffage est-il compris ?", "Entend-on la rue ?"]
    expect(page.locator("#picker-tone")).to_have_count(0)
    page.locator("#picker-moment").select_option("visiting")
    assert len(shown(page)) == 2
