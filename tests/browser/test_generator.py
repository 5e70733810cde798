"""The question generator as its reader uses it: choices, stars, links, languages, practice."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
PREFIXES = ("", "en/", "ar/", "ja/")
KEY = "rebond:/guide/"
CLIPBOARD = ["clipboard-read", "clipboard-write"]
ASKED = ".picker__sentences > li"
SPARE = ".picker__spares > li"


def ids(page: Page, items: str = ASKED) -> list[str | None]:
    return [item.get_attribute("data-question") for item in page.locator(items).all()]


def theme(page: Page, name: str | None) -> str | None:
    return page.locator(f"[aria-labelledby={name}]").first.get_attribute("data-theme")


def clipboard(page: Page) -> str:
    text = page.evaluate("navigator.clipboard.readText()")
    assert isinstance(text, str)
    return text


def more(page: Page) -> None:
    if page.locator(".picker__more[open]").count() == 0:
        page.locator(".picker__more summary").click()


def test_every_moment_and_person_gets_three_one_about_what_comes_next(open_page: Open) -> None:
    page = open_page("questions/")
    for moment in [o.get_attribute("value") for o in page.locator("#picker-moment option").all()]:
        page.locator("#picker-moment").select_option(moment)
        for person in [o.get_attribute("value") for o in page.locator("#picker-for option").all()]:
            page.locator("#picker-for").select_option(person)
            assert len(ids(page)) == 3
            about = [theme(page, name) for name in ids(page)]
            if moment not in ("just-rejected", "no-answer-yet"):  # Which have too few for quotas.
                assert about.count("next-steps") == 1
                assert about.count("closing") <= 1


def test_the_order_is_the_same_in_all_languages(open_page: Open) -> None:
    fragment = "#moment=last-minutes&for=hr&theme=closing"
    found = []
    for prefix in PREFIXES:
        page = open_page(prefix + "questions/" + fragment)
        expect(page.locator("#picker-theme")).to_have_value("closing")
        found.append((ids(page), ids(page, SPARE)))
    assert found == [found[0]] * len(PREFIXES)
    assert len(found[0][1]) == 2


def test_why_a_question_is_there_is_said_in_the_words_of_the_choices(open_page: Open) -> None:
    page = open_page("questions/")
    expect(page.locator(f"{ASKED} .picker__reason").first).to_be_hidden()
    page.locator("#picker-moment").select_option("during")
    page.locator("#picker-for").select_option("peer")
    labels = {
        page.locator(f"#picker-{name} option:checked").text_content() or ""
        for name in ("moment", "for")
    }
    first = page.locator(f"{ASKED} .picker__reason").first.inner_text()
    assert set(first.split(" · ")) == labels


def test_other_questions_come_until_all_have_come(open_page: Open) -> None:
    page = open_page("questions/")
    seen = []
    for _ in range(4):
        seen += [*ids(page), *ids(page, SPARE)]
        page.locator("[data-action=others]").click()
        expect(page.locator(".picker__sentences")).to_be_focused()
    assert len(set(seen)) == len(seen) == page.locator("section.question").count()
    assert ids(page) == seen[:3]
    page.locator("[data-action=others]").click()
    before = ids(page)
    page.reload()
    assert ids(page) == before
    page.locator("#picker-moment").select_option("just-rejected")
    expect(page.locator("[data-action=others]")).to_be_hidden()


def test_all_are_copied_at_once_as_one_reads_them(open_page: Open) -> None:
    page = open_page("questions/", permissions=CLIPBOARD)
    page.locator("[data-action=copy-all]").click()
    expect(page.locator("rebond-questions [data-outcome=copied]:visible")).to_have_count(1)
    texts = page.locator(f"{ASKED} > .picker__text").all_text_contents()
    assert clipboard(page).replace("\r\n", "\n") == "\n".join(texts)


def test_a_star_is_on_my_plan_in_every_language_and_goes_again(open_page: Open) -> None:
    page = open_page("questions/")
    star = page.locator(f"{ASKED} [data-action=star]").first
    title = page.locator("#any-reason").inner_text()
    expect(star).to_have_accessible_name(f"Garder dans mon plan {title}")
    page.locator("#picker-tone").select_option("plain")
    more(page)
    page.locator("#picker-role").fill("Relieuse secrète")
    star.focus()
    page.keyboard.press("Enter")
    expect(star).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-notice=first]")).to_be_visible()
    assert "secrète" not in page.evaluate("JSON.stringify(localStorage)")
    plan = open_page("ja/plan/", beside=page)
    expect(plan.locator(".plan__stars > li:visible")).to_have_count(1)
    plan.locator(".plan__stars a:visible").click()
    plan.wait_for_url("**/ja/questions/#any-reason")
    plan.locator(f"{ASKED} [data-action=star]").first.click()
    expect(star).to_have_attribute("aria-pressed", "false")


def test_a_link_carries_choices_and_picks_and_nothing_that_was_typed(open_page: Open) -> None:
    page = open_page("questions/", permissions=CLIPBOARD)
    page.locator("#picker-moment").select_option("during")
    page.locator("#picker-tone").select_option("bold")
    more(page)
    page.locator("#picker-theme").select_option("the-team")
    page.locator("#picker-register").select_option("informal")
    page.locator("#picker-company").fill("Maison Secrète")
    page.locator("[data-action=others]").click()
    picks = ids(page)
    page.locator("[data-action=link]").click()
    expect(page.locator("rebond-questions [data-outcome=copied]:visible")).to_have_count(1)
    link = clipboard(page)
    assert "Secr" not in unquote(link)
    fragment = link.partition("#")[2]
    assert parse_qs(fragment).keys() == {"moment", "tone", "theme", "register", "turn", "picks"}
    other = open_page("questions/#" + fragment)
    assert ids(other) == picks
    expect(other.locator("#picker-register")).to_have_value("informal")
    expect(other.locator("#picker-register")).to_be_visible()
    other.locator("#picker-moment").select_option("last-minutes")
    assert "picks" not in other.url
    other.go_back()


def test_where_the_clipboard_is_refused_the_link_is_the_address(open_page: Open) -> None:
    script = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))"
    page = open_page("questions/", script=script)
    page.locator("[data-action=link]").click()
    expect(page.locator("rebond-questions [data-outcome=refused]:visible")).to_have_count(1)
    assert "picks=any-reason" in page.url
    page.locator("[data-action=copy-all]").click()
    selected = page.evaluate("getSelection().toString()")
    for text in page.locator(f"{ASKED} > .picker__text").all_inner_texts():
        assert text.split()[0] in selected


@pytest.mark.parametrize(
    "fragment", ["#moment=%3Cimg%3E&tone=x&turn=-7&picks=a.b&with=xx", "#turn=1e9", "#a=b", "#%"]
)
def test_a_link_that_makes_no_sense_does_nothing(open_page: Open, fragment: str) -> None:
    page = open_page("questions/" + fragment)
    expect(page.locator(ASKED)).to_have_count(3)
    expect(page.locator("#picker-moment")).to_have_value("")


def test_the_language_menu_takes_the_choices_along(open_page: Open) -> None:
    page = open_page("questions/")
    page.locator("#picker-moment").select_option("preparing")
    page.locator("#picker-for").select_option("peer")
    before = ids(page)
    page.locator(".languages summary").click()
    page.locator(".languages a[hreflang=ar]").click()
    page.wait_for_url("**/ar/questions/#*")
    expect(page.locator("#picker-moment")).to_have_value("preparing")
    expect(page.locator("#picker-for")).to_have_value("peer")
    assert ids(page) == before


@pytest.mark.parametrize(("prefix", "other"), [("", "ar"), ("ja/", "fr"), ("ar/", "ja")])
def test_the_questions_stand_beside_those_of_another_language(
    open_page: Open, prefix: str, other: str
) -> None:
    page = open_page(prefix + "questions/", permissions=CLIPBOARD)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#picker-tone").select_option("plain")
    more(page)
    page.locator("#picker-with").select_option(other)
    texts = page.locator(f"{ASKED} .picker__other .picker__text")
    expect(texts).to_have_count(3)
    expect(texts.first).to_have_attribute("lang", other)
    code = "" if other == "fr" else other + "/"
    pages = [url.partition("/guide/")[2] for url in asked if url.endswith("/")]
    assert pages == [code + "questions/"]
    page.locator("#picker-role").fill("Relieuse")
    there = open_page(code + "questions/")
    there.locator("#picker-tone").select_option("plain")
    more(there)
    there.locator("#picker-role").fill("Relieuse")
    same = there.locator(f"{ASKED} > .picker__text").all_text_contents()
    assert texts.all_text_contents() == same
    page.locator(f"{ASKED} [data-action=copy-other]").first.click()
    expect(page.locator("rebond-questions [data-outcome=copied]:visible")).to_have_count(1)
    assert clipboard(page).strip("\u2068\u2069") in (same[0], clipboard(page))
    assert page.locator(f"{ASKED} .picker__other .picker__text").first.evaluate(
        "text => getComputedStyle(text).direction"
    ) == ("rtl" if other == "ar" else "ltr")
    page.locator("#picker-with").select_option("")
    expect(page.locator(".picker__other:visible")).to_have_count(0)


def test_another_language_that_does_not_come_is_said(open_page: Open) -> None:
    page = open_page("questions/")
    more(page)

    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('offline')) }")
    page.locator("#picker-with").select_option("en")
    expect(page.locator(".picker__failed")).to_be_visible()
    expect(page.locator(ASKED)).to_have_count(3)


@pytest.mark.parametrize("prefix", PREFIXES)
def test_practice_reveals_one_step_at_a_time(open_page: Open, prefix: str) -> None:
    page = open_page(prefix + "questions/")
    page.locator("#picker-moment").select_option("last-minutes")
    chosen = [text.strip() for text in page.locator(f"{ASKED} > .picker__text").all_text_contents()]
    page.locator("[data-action=practice]").click()
    panel = page.locator(".practice")
    question, answer, reply = (
        panel.locator(f"[data-part={part}]") for part in ("question", "answer", "reply")
    )
    expect(question).to_be_focused()
    asked = []
    for _ in range(len(chosen)):
        asked.append((question.text_content() or "").strip())
        expect(answer).to_be_empty()
        expect(reply).to_be_empty()
        if panel.locator("[data-step=answer]").is_visible():
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            expect(answer).to_be_focused()
            expect(answer).not_to_be_empty()
            expect(reply).to_be_empty()
        panel.locator("[data-step=reply]").click()
        expect(reply).to_be_focused()
        expect(reply).not_to_be_empty()
        assert panel.locator("[id]").count() == 0
        panel.locator("[data-step=next]").click()
    assert sorted(asked) == sorted(chosen)
    # Round again, another answer comes.
    panel.locator("[data-step=end]").click()
    expect(panel).to_be_hidden()
    expect(page.locator("[data-action=practice]")).to_be_focused()


def test_practice_takes_the_starred_questions_and_brings_every_answer(open_page: Open) -> None:
    page = open_page("questions/")
    page.locator(f"{ASKED} [data-action=star]").first.click()
    page.locator("[data-action=practice]").click()
    panel = page.locator(".practice")
    expect(panel.locator(".practice__place")).to_have_text("1 / 1")
    titles = page.locator("[aria-labelledby=any-reason] h4").all_text_contents()
    seen = []
    for _ in titles:
        panel.locator("[data-step=answer]").click()
        seen.append(panel.locator("[data-part=answer]").text_content())
        panel.locator("[data-step=next]").click()
    assert seen == titles


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("tone", ["", "plain", "bold"])
def test_the_letter_follows_the_choices_and_opens_in_a_mail_program(
    open_page: Open, prefix: str, tone: str
) -> None:
    page = open_page(prefix + "questions/", permissions=CLIPBOARD)
    page.locator("#picker-tone").select_option(tone)
    letters = page.locator("rebond-letters")
    expect(letters.locator("blockquote:visible")).to_have_count(1)
    text = letters.locator(".letter-shown__text")
    kind = f"[data-tone={tone}]" if tone else ":not([data-tone])"
    written = letters.locator(f".letter{kind}").first
    assert text.locator("p").all_text_contents() == written.locator("p").all_text_contents()
    link = letters.locator("a").get_attribute("href") or ""
    assert "+" not in link
    mail = parse_qs(urlsplit(link).query)
    paragraphs = [" ".join(p.split()) for p in text.locator("p").all_text_contents()]
    assert [" ".join(mail["subject"][0].split())] == paragraphs[:1]
    assert [" ".join(p.split()) for p in mail["body"][0].split("\r\n\r\n")] == paragraphs[1:]
    letters.locator("[data-action=copy-letter]").click()
    expect(letters.locator("[data-outcome=copied]")).to_be_visible()
    assert paragraphs[0] not in clipboard(page)
    assert clipboard(page).replace("\r\n", "\n").count("\n\n") == len(paragraphs) - 2
    more(page)
    page.locator("#picker-role").fill("R&D=100% ✓")
    if not tone:
        link = letters.locator("a").get_attribute("href") or ""
        assert "R&D=100% ✓" in parse_qs(urlsplit(link).query)["subject"][0]


def test_letters_keep_to_the_form_of_address(open_page: Open) -> None:
    page = open_page("questions/#register=informal")
    text = page.locator(".letter-shown__text")
    for tone in ("", "plain", "bold"):
        page.locator("#picker-tone").select_option(tone)
        words = text.inner_text().lower().replace("’", " ").split()
        assert not {"vous", "votre", "vos"} & (set(words) - {"votre"})
        assert {"tu", "ta", "toi", "ton", "t", "te"} & set(words)


@pytest.mark.parametrize("prefix", PREFIXES)
def test_without_script_the_page_has_contents_and_every_letter(
    open_page: Open, prefix: str
) -> None:
    page = open_page(prefix + "questions/", java_script_enabled=False)
    links = page.locator(".contents a").evaluate_all("all => all.map((one) => one.hash.slice(1))")
    headings = page.locator("main > h2, main h3").evaluate_all("all => all.map((one) => one.id)")
    assert sorted(links) == sorted(headings)
    page.locator(".contents a[href='#during']").click()
    expect(page.locator("#during")).to_be_in_viewport()
    assert page.locator(".letter:visible").count() >= 4


# Forty names that break things.
NAMES = (
    *("Architecte", "Éditrice", "Hôtesse", "Haricot", "ingénieur·e", "un", "le", "l’", "d'", "’"),
    *("H&M", "L'Oréal", "L’Oréal", "C++", "C#", ".NET", "AT&T", "Yahoo!", "Qui ?", "R & D"),
    *("« guillemets »", '"droits"', "“anglais”", "„deutsch“", "「かぎ」", "'simples'", "«", '"'),
    *("مهندس برمجيات", "مهندس C++ في H&M", "עורך", "日本語", "かな・カナ", "한국어", "Ελληνικά"),
    *(
        "👩🏽‍💻 développeuse",
        "👨‍👩‍👧‍👦",
        "abc\u202edef",
        "n" * 300,
        "{role}",
        "<b>gras</b>",
        "$& $1 %s",
    ),
)
BLANK = ("", "   ", "\u00a0\u202f\u3000", "\u200e\u202e")
QUOTES = {"fr": "«»", "en": "“”", "ar": "«»", "ja": "「」"}

# Each wording and letter with gaps, filled with each name; the name itself is taken out again.
FILL = """async ([names, quotes]) => {
  const { fill, plainText } = await import('/guide/components/questions/sentence.js');
  const { tidy } = await import('/guide/components/questions/wording.js');
  const wrong = [];
  let count = 0;
  const host = document.querySelector('rebond-questions');
  const wordings = [...document.querySelectorAll('.wording, .letter__subject')];
  for (const wording of wordings) {
    const slots = [...wording.querySelectorAll('.slot')].map((slot) => slot.dataset.slot);
    for (const name of slots.length ? names : ['']) {
      const clean = tidy(name);
      const element = document.createElement('p');
      host.append(element);
      fill(wording, new Map(slots.map((slot) => [slot, clean])), element);
      const copied = plainText(element);
      const parts = [...element.querySelectorAll('bdi')];
      for (const bdi of parts) {
        const direction = /^[^\\p{L}]*[\\u0590-\\u08ff]/u.test(clean) ? 'rtl' : 'ltr';
        const turned = getComputedStyle(bdi).direction;
        if (/\\p{L}/u.test(clean) && turned !== direction) wrong.push(['direction', clean]);
        const own = getComputedStyle(element).direction;
        const isolated = copied.includes('\\u2068');
        if (isolated !== (/\\p{L}/u.test(clean) && own !== direction))
          wrong.push(['isolate', clean, copied]);
        if (bdi.children.length) wrong.push(['markup', clean]);
        if (bdi.textContent !== clean) wrong.push(['changed', clean]);
        bdi.textContent = 'X';
      }
      const text = element.textContent;
      const [opening, closing] = quotes;
      const number = (mark) => text.split(mark).length - 1;
      if (/[ \\u00a0\\u202f]{2}/.test(text)) wrong.push(['spaces', text]);
      if (/[{}]/.test(text)) wrong.push(['brace', text]);
      if (number(opening) !== number(closing)) wrong.push(['quotes', text]);
      for (const mark of quotes) if (text.includes(mark + mark)) wrong.push(['doubled', text]);
      const quoted = new RegExp(`${opening}\\\\s?X\\\\s?${closing}`);
      if (slots.length && !quoted.test(text)) wrong.push(['bare', text]);
      if (/[\\u202a-\\u202e]/.test(copied)) wrong.push(['override', copied]);
      if (parts.length !== slots.length) wrong.push(['slots', text]);
      element.remove();
      count += 1;
    }
  }
  return { wrong: wrong.slice(0, 20), count };
}"""


@pytest.mark.parametrize(
    ("prefix", "code"), [("", "fr"), ("en/", "en"), ("ar/", "ar"), ("ja/", "ja")]
)
def test_every_wording_takes_every_name(open_page: Open, prefix: str, code: str) -> None:
    assert len(NAMES) >= 40
    page = open_page(prefix + "questions/")
    result = page.evaluate(FILL, [NAMES, QUOTES[code]])
    assert result["wrong"] == []
    assert result["count"] > 300


@pytest.mark.parametrize("prefix", PREFIXES)
def test_six_wordings_in_ten_need_no_name_and_every_tone_is_offered(
    open_page: Open, prefix: str
) -> None:
    page = open_page(prefix + "questions/")
    all_wordings = page.locator(".wording").count()
    assert page.locator(".wording:has(.slot)").count() <= 0.4 * all_wordings
    assert page.locator("#picker-tone option").count() == 3
    answered = page.locator("section.question:has(h4)").count()
    assert answered >= 8


def test_a_choice_with_too_few_sentences_is_not_offered(open_page: Open) -> None:
    page = open_page("questions/")
    covered = """async () => {
      const { isCovered } = await import('/guide/components/questions/wording.js');
      const has = ({ tone }) => tone === 'bold';
      const made = (bold, length) =>
        Array.from({ length }, (_, at) => [{ tone: at < bold ? 'bold' : '' }]);
      return [isCovered(made(6, 10), has), isCovered(made(5, 10), has), isCovered([], has)];
    }"""
    assert page.evaluate(covered) == [True, False, True]


def test_all_scripts_of_the_questions_weigh_less_than_7_kb(open_page: Open) -> None:
    page = open_page("questions/")
    size = page.evaluate(
        """async () => {
          const seen = performance.getEntriesByType('resource').map(({ name }) => name);
          const own = seen.filter((name) => name.includes('/questions/') && name.endsWith('.js'));
          const texts = await Promise.all(own.map(async (name) => (await fetch(name)).text()));
          const packed = new Blob(texts).stream().pipeThrough(new CompressionStream('gzip'));
          return [own.length, (await new Response(packed).arrayBuffer()).byteLength];
        }"""
    )
    assert size[0] >= 8
    assert size[1] < 7 * 1024


def test_nothing_moves_when_the_script_comes(open_page: Open) -> None:
    page = open_page("about/")
    for name in ("questions/", "checklist/", "plan/"):
        page.goto(page.url.rpartition("guide/")[0] + "guide/" + name)
        shift = page.evaluate(
            """() => new Promise((done) => {
              let total = 0;
              new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) total += entry.value;
              }).observe({ type: 'layout-shift', buffered: true });
              requestAnimationFrame(() => requestAnimationFrame(() => done(total)));
            })"""
        )
        assert shift < 0.001, (name, json.dumps(shift))


def test_a_question_that_nobody_worded_for_this_address_is_never_asked(open_page: Open) -> None:
    page = open_page("about/")
    address = page.url.replace("about/", "questions/")
    written = page.request.get(address).text()
    before, section, after = written.partition('<section aria-labelledby="one-year"')
    own, end, rest = after.partition("</section>")
    formal = own.replace("informal", "formal")
    page.route(
        "**/questions/",
        lambda route: route.fulfill(
            body=before + section + formal + end + rest, content_type="text/html"
        ),
    )
    star = {"version": 2, "entries": {"questions/#one-year:star": {"is": "yes", "at": 1}}}
    page.evaluate("([key, text]) => { localStorage[key] = text }", [KEY, json.dumps(star)])
    page.goto(address + "#register=informal&picks=one-year.next-step")
    assert ids(page) == ["next-step"]
    page.locator("[data-action=practice]").click()
    expect(page.locator(".practice__place")).to_have_text("1 / 1")
    asked = page.locator(f"{ASKED} > .picker__text").text_content()
    expect(page.locator("[data-part=question]")).to_have_text(asked or "")


def test_of_two_languages_chosen_in_a_row_the_last_is_shown(open_page: Open) -> None:
    page = open_page("questions/")
    more(page)
    slow = """() => {
      const fetch = window.fetch;
      const first = new Promise((done) => { window.go = done; });
      window.fetch = async (url) => { if (/\\bar\\//.test(url)) await first; return fetch(url); };
    }"""
    page.evaluate(slow)
    page.locator("#picker-with").select_option("ar")
    page.locator("#picker-with").select_option("en")
    other = page.locator(f"{ASKED} .picker__other .picker__text").first
    expect(other).to_have_attribute("lang", "en")
    words = other.text_content()
    with page.expect_response("**/ar/questions/") as arrived:
        page.evaluate("go()")
    arrived.value.finished()
    page.evaluate("() => new Promise((done) => requestIdleCallback(done))")
    assert other.text_content() == words
