"""Each sentence that the picker shows or copies is one that an author wrote, word for word."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
PREFIXES = ("", "en/", "ar/", "ja/")
SENTENCES = ".picker__sentences > li > .picker__text"

# Every choice there is, each with nothing, one name and all names typed. What is shown must be a
# wording of that question, in that form of address, and in that tone where one was written.
EVERY_CHOICE = """() => {
  const form = document.querySelector('.picker__choices');
  const { moment, tone, register } = form.elements;
  const fields = [...form.querySelectorAll('[data-slot]')];
  const values = (select) => select ? [...select.options].map((o) => o.value) : [''];
  const usual = values(register)[0];
  const wrong = [];
  let shown = 0;
  const fill = (wording, typed) => {
    const copy = wording.cloneNode(true);
    for (const slot of copy.querySelectorAll('.slot')) slot.textContent = typed[slot.dataset.slot];
    return copy.textContent;
  };
  const fits = (wording, code, typed) =>
    (wording.dataset.register ?? usual).split(' ').includes(code || usual)
    && [...wording.querySelectorAll('.slot')].every((slot) => typed[slot.dataset.slot]);
  const typings = [{}, ...fields.map((field) => ({ [field.dataset.slot]: 'Xyz {a} & <b>' })),
    Object.fromEntries(fields.map((field, at) => [field.dataset.slot, `Nom ${at}`]))];
  for (const typed of typings) for (const code of values(register))
    for (const when of values(moment)) for (const how of values(tone)) {
      fields.forEach((field) => { field.value = typed[field.dataset.slot] ?? ''; });
      moment.value = when; tone.value = how; if (register) register.value = code;
      form.dispatchEvent(new Event('input', { bubbles: true }));
      const items = [...document.querySelectorAll('.picker__sentence')];
      if (items.length < 2 || items.length > 5) wrong.push(['number', when, how, code]);
      for (const item of items) {
        shown += 1;
        const text = item.querySelector('.picker__text');
        const section = document.querySelector(`[aria-labelledby="${item.dataset.question}"]`);
        const fit = [...section.querySelectorAll('.wording')].filter((w) => fits(w, code, typed));
        const same = fit.filter((wording) => fill(wording, typed) === text.textContent);
        if (!same.length) wrong.push(['words', text.textContent, code]);
        const inTone = fit.some((wording) => (wording.dataset.tone ?? '') === how);
        if (inTone && !same.some((wording) => (wording.dataset.tone ?? '') === how))
          wrong.push(['tone', text.textContent, how]);
        if (when && !section.dataset.moment.split(' ').includes(when))
          wrong.push(['moment', text.textContent, when]);
        if (text.querySelector('.slot')) wrong.push(['gap', text.textContent]);
      }
    }
  return { wrong, enough: shown >= typings.length * values(moment).length * values(tone).length };
}"""


@pytest.mark.parametrize("prefix", PREFIXES)
def test_no_choice_shows_a_sentence_that_nobody_wrote(open_page: Open, prefix: str) -> None:
    page = open_page(prefix + "questions/")
    assert page.evaluate(EVERY_CHOICE) == {"wrong": [], "enough": True}


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_script_shows_what_the_page_showed_without_it(open_page: Open, prefix: str) -> None:
    plain = open_page(prefix + "questions/", java_script_enabled=False)
    first = plain.locator(".picker__sentence p").all_text_contents()
    page = open_page(prefix + "questions/")
    assert page.locator(SENTENCES).all_text_contents() == first
    assert len(first) == 3
    names = page.locator("[data-action=copy]").all_inner_texts()
    assert len(set(names)) == 5


def test_the_copy_is_the_sentence_to_the_last_space(open_page: Open) -> None:
    page = open_page("questions/", permissions=["clipboard-read", "clipboard-write"])
    page.locator(".picker__more summary").click()
    page.locator("#picker-moment").select_option("last-minutes")
    page.locator("#picker-tone").select_option("plain")
    name = "Ingénieur·e R&D «\u202f3ᵉ\u202f»"
    page.locator("#picker-role").fill(f"  {name} ")
    for turn in range(3):
        item = page.locator(".picker__sentences > li").nth(turn)
        item.locator("[data-action=copy]").click()
        expect(item.locator("[data-outcome=copied]:visible")).to_have_count(1)
        expect(page.locator("rebond-questions [data-outcome]:visible")).to_have_count(1)
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator(SENTENCES).nth(turn).text_content()
    page.locator("[data-action=copy]").first.click()
    expect(page.locator("[data-outcome=copied]:visible")).to_have_count(1)
    written = page.locator("[aria-labelledby=any-reason] .wording[data-tone=plain]:has(var)").first
    slot = written.locator("var").text_content() or ""
    # Spaces inside are one plain space each; those of the sentence itself stay what they are.
    expected = (written.text_content() or "").replace(slot, "Ingénieur·e R&D « 3ᵉ »")
    assert page.evaluate("navigator.clipboard.readText()") == expected


def test_a_sentence_that_is_chosen_anew_is_not_yet_copied(open_page: Open) -> None:
    page = open_page("questions/", permissions=["clipboard-read", "clipboard-write"])
    page.locator("[data-action=copy]").first.click()
    expect(page.locator("[data-outcome=copied]:visible")).to_have_count(1)
    page.locator("#picker-tone").select_option("bold")
    expect(page.locator("[data-outcome]:visible")).to_have_count(0)


HOSTILE = (
    '<img src=x onerror="window.hit=1">',
    "<script>window.hit=1</script>",
    "« “guillemets” » \"H&M\" 'C++' „gut“ `${1}`",
    "👩🏽‍💻👨‍👩‍👧🏳️‍🌈",
    "مهندس برمجيات",
    "{role} {company} $& $1 %(num)s",
    "abc\u202edef\u2067ghi",
    "n" * 300,
    "\u200d",
    "あ" * 300,
)


@pytest.mark.parametrize("prefix", PREFIXES)
def test_nothing_that_is_typed_does_anything(open_page: Open, prefix: str) -> None:
    page = open_page(prefix + "questions/", viewport={"width": 360, "height": 800})
    url = page.url
    before = page.locator(SENTENCES).all_text_contents()
    page.locator(".picker__more summary").click()
    fields = page.locator("[data-slot]:is(input)")
    assert fields.count() == 2
    for typed in HOSTILE:
        for field in fields.all():
            field.fill(typed)
        for tone in page.locator("#picker-tone option").all():
            page.locator("#picker-tone").select_option(tone.get_attribute("value") or "")
            found = page.evaluate(
                """() => ({
                  over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
                  markup: document.querySelectorAll('.picker__text :is(img, script, b)').length,
                  hit: window.hit ?? 0,
                  turned: /[\\u202a-\\u202e\\u2066-\\u2069]/.test(
                    document.querySelector('.picker__sentences').textContent),
                  nested: document.querySelectorAll('bdi *, bdi:empty').length,
                  kept: localStorage.length + sessionStorage.length + document.cookie.length,
                  state: history.state,
                })"""
            )
            clean = dict.fromkeys(("over", "markup", "hit", "nested", "kept"), 0)
            assert found == {**clean, "turned": False, "state": None}, typed
    assert page.url.partition("#")[0] == url
    assert not any(unquote(page.url).count(typed) for typed in HOSTILE)
    page.locator("#picker-tone").select_option("")
    for blank in ("   ", "\u00a0\u202f\u3000", "\u200e\u202e", ""):
        for field in fields.all():
            field.fill(blank)
        assert page.locator(SENTENCES).all_text_contents() == before
