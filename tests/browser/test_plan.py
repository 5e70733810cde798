"""“My plan”: everything in one place, on the screen, on paper and in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

KEY = "rebond:/guide/"
Open = Callable[..., Page]
PREFIXES = ("", "en/", "ar/", "ja/")


def values(page: Page) -> dict[str, str]:
    entries = json.loads(page.evaluate("key => localStorage[key]", KEY))["entries"]
    return {address: entry["is"] for address, entry in entries.items() if entry["is"]}


def cell(page: Page, row: int, column: int) -> str:
    return f"rebond-worksheet tbody tr:nth-child({row}) td:nth-child({column}) .worksheet__field"


@pytest.mark.parametrize("prefix", PREFIXES)
def test_an_empty_plan_explains_itself_and_leads_to_the_guide(open_page: Open, prefix: str) -> None:
    page = open_page(prefix + "plan/")
    expect(page.locator("#begin")).to_be_visible()
    expect(page.locator(".plan__lists")).to_be_hidden()
    page.locator("#begin ~ p a").first.click()
    page.wait_for_url(f"**/{prefix}checklist/")
    page.locator("#three-good").check()
    aside = page.locator("#conclusion ~ .checklist__aside")
    aside.click()
    page.go_back()
    expect(page.locator("#begin")).to_be_hidden()
    expect(page.locator("[id='checklist--three-good']")).to_be_checked()
    bar = page.locator("[data-list=checklist--reflect] progress")
    assert bar.evaluate("bar => [bar.value, bar.max]") == [1, 6]
    page.locator("[id='checklist--three-good']").uncheck()
    page.go_forward()
    expect(page.locator("#three-good")).not_to_be_checked()


def test_notes_steps_and_tables_are_kept_and_shared_by_the_languages(open_page: Open) -> None:
    page = open_page("checklist/")
    page.locator("#sleep").check()
    page.locator(cell(page, 1, 1)).fill("Atelier\nVasseur")
    page.locator(cell(page, 1, 5)).fill("2026-12-03")
    page.goto(page.url.replace("checklist/", "plan/"))
    page.locator(".note summary").first.click()
    page.locator(".note textarea").first.fill("mes mots")
    for words in ("Appeler Zoé", "  ", "<b>gras</b>"):
        page.locator("#plan-add").fill(words)
        page.keyboard.press("Enter")
    expect(page.locator("#plan-add")).to_be_focused()
    page.locator(".plan__own input").first.check()
    other = open_page("ar/plan/", beside=page)
    expect(other.locator(".note textarea").first).to_have_value("mes mots")
    expect(other.locator(".note textarea").first).to_be_visible()
    expect(other.locator(".plan__own label")).to_have_text(["Appeler Zoé", "<b>gras</b>"])
    expect(other.locator(".plan__own input").first).to_be_checked()
    expect(other.locator(cell(other, 1, 1))).to_have_value("Atelier\nVasseur")
    expect(other.locator(cell(other, 1, 5))).to_have_value("2026-12-03")
    other.locator(".note textarea").first.fill("d’autres mots")
    expect(page.locator(".note textarea").first).to_have_value("d’autres mots")


def test_an_own_step_that_is_removed_can_be_brought_back(open_page: Open) -> None:
    page = open_page("plan/")
    page.locator("#plan-add").fill("Appeler Zoé")
    page.locator(".plan__add button").click()
    page.locator(".plan__own input").check()
    before = values(page)
    remove = page.locator(".plan__own button")
    expect(remove).to_have_accessible_name("Retirer Appeler Zoé")
    remove.click()
    assert values(page) == {}
    page.locator("[data-undo=own] button").click()
    assert values(page) == before
    expect(page.locator("#plan-add")).to_be_focused()


def test_rows_come_as_they_are_needed(open_page: Open) -> None:
    page = open_page("checklist/")
    rows = page.locator("rebond-worksheet tbody tr:visible")
    expect(rows).to_have_count(1)
    page.locator(cell(page, 1, 2)).fill("près de chez moi")
    expect(rows).to_have_count(2)
    page.locator(cell(page, 2, 2)).fill("x")
    expect(rows).to_have_count(3)
    expect(page.locator(cell(page, 2, 2))).to_have_accessible_name("Pourquoi elle 2")


DELIMITERS = (",", ";", "\t")
FORMULAS = (
    "+1",
    "@x",
    "  =1",
    "\t=1",
    "＝1",
    "=cmd|' /C calc'!A0",
    "b;=1+1;",
    "a,\t-2",
)


def test_a_table_goes_to_a_spreadsheet_and_runs_nothing_there(open_page: Open) -> None:
    page = open_page("plan/")
    for row, words in enumerate((*FORMULAS, 'deux\nlignes, "et" des guillemets'), 1):
        page.locator(cell(page, row, 1)).fill(words)
    with page.expect_download() as waiting:
        page.locator("[data-action=csv]").click()
    content = waiting.value.path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["Entreprise", "Pourquoi elle", "Contact", "Prochaine étape", "Date"]
    unmarked = [row[0].replace("'", "") for row in rows[1:-1]]
    assert unmarked == [words.replace("'", "") for words in FORMULAS]
    # However a spreadsheet splits it, nothing begins as a formula does.
    for delimiter in DELIMITERS:
        split = csv.reader(
            io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter
        )
        cells = [cell.strip(' "') for row in split for cell in row]
        assert [cell for cell in cells if cell[:1] in tuple("=+-@＝")] == []
    assert rows[-1][0] == 'deux\nlignes, "et" des guillemets'


def paper(page: Page, folder: Path) -> str:
    path = folder / "plan.pdf"
    page.pdf(path=path)
    text = " ".join(page.extract_text() for page in PdfReader(path).pages)
    return " ".join(text.split())


PRINTED = (
    "window.print = () => { window.printed = document.documentElement.matches('.print-blank') }"
)


def test_paper_has_what_is_shown_or_blank_tables(open_page: Open, tmp_path: Path) -> None:
    page = open_page("plan/", script=PRINTED)
    page.locator(cell(page, 1, 1)).fill(
        "Atelier Vasseur, avec un nom long qui tient sur deux lignes"
    )
    page.locator(cell(page, 1, 5)).fill("2026-12-03")
    page.locator("#plan-add").fill("Appeler Zoe")
    page.keyboard.press("Enter")
    page.locator(".note summary").first.click()
    page.locator(".note textarea").first.fill("une note")
    page.locator("[data-action=print]").click()
    assert page.evaluate("printed") is False
    text = paper(page, tmp_path)
    for words in ("un nom long qui tient sur deux lignes", "03/12/2026", "Appeler Zoe", "une note"):
        assert words in text
    for control in ("Télécharger", "Copier", "Emporter", "Décocher", "Effacer", "Annuler"):
        assert control not in text
    page.locator("[data-action=print-blank]").click()
    assert page.evaluate("printed") is True
    blank = paper(page, tmp_path)
    assert "Entreprise" in blank
    for words in ("Vasseur", "2026", "Zoe", "une note", "Souffler"):
        assert words not in blank
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert "Vasseur" in paper(page, tmp_path)


@pytest.mark.parametrize("prefix", ["", "ar/", "ja/"])
def test_boxes_are_real_on_paper_and_all_rows_are_there(open_page: Open, prefix: str) -> None:
    page = open_page(prefix + "checklist/")
    page.locator("#sleep").check()
    page.goto(page.url.replace("checklist/", "plan/"))
    page.emulate_media(media="print")
    for control in page.locator(
        ".plan button, .plan textarea, .plan input:not([type=checkbox])"
    ).all():
        expect(control).to_be_hidden()
    expect(page.locator(".plan .checklist__box").first).to_be_visible()
    expect(page.locator("rebond-worksheet tbody tr:visible")).to_have_count(10)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("prefix", ["", "ar/"])
def test_four_times_larger_everything_is_still_there(open_page: Open, prefix: str) -> None:
    page = open_page(prefix + "checklist/", viewport={"width": 320, "height": 256})
    page.locator("#three-good").check()
    expect(page.locator("[data-action=visit]")).to_be_in_viewport(ratio=1)
    for name in ("checklist/", "plan/"):
        page.goto(page.url.rpartition(prefix + "checklist/")[0] + prefix + name)
        page.locator(".erase summary").click()
        for control in page.locator("main :is(button, input, textarea, summary):visible").all():
            control.scroll_into_view_if_needed()
            box = control.bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 320
        page.goto(page.url.replace(name, "checklist/"))


def test_forced_colours_show_what_is_done_and_what_is_set_aside(open_page: Open) -> None:
    page = open_page("checklist/", forced_colors="active")
    button = page.locator("#sleep ~ .checklist__aside")
    before = button.screenshot()
    button.click()
    page.mouse.move(0, 0)
    page.locator("#tell-two").focus()
    assert button.screenshot() != before
    expect(button.locator(".checklist__aside-word")).to_be_visible()


def test_without_script_the_tables_and_lists_print_blank(open_page: Open) -> None:
    page = open_page("plan/", java_script_enabled=False)
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("#begin")).to_be_visible()
    assert page.locator(".plan .checklist__box:visible").count() == 25
    expect(page.locator("rebond-worksheet tbody tr:visible")).to_have_count(10)
    assert page.locator("main button:visible, main textarea:visible").count() == 0


SCRIPTS = ("storage", "checklist", "worksheet", "plan")


def test_all_scripts_of_the_feature_weigh_less_than_8_kb(open_page: Open) -> None:
    page = open_page("plan/")
    for name in ("checklist/", "plan/"):
        page.goto(page.url.replace("plan/", name).replace("checklist/", name))
    size = page.evaluate(
        """async (folders) => {
          const seen = performance.getEntriesByType('resource').map(({ name }) => name);
          const ours = (name) => /js$/.test(name)
            && (folders.includes(name.split('/').at(-2)) || name.endsWith('/download.js'));
          const own = seen.filter(ours);
          const texts = await Promise.all(own.map(async (name) => (await fetch(name)).text()));
          const packed = new Blob(texts).stream().pipeThrough(new CompressionStream('gzip'));
          return [own.length, (await new Response(packed).arrayBuffer()).byteLength];
        }""",
        SCRIPTS,
    )
    assert size[0] >= 11
    assert size[1] < 8 * 1024
