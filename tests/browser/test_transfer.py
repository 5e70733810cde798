"""Plans that are taken along and brought back: whole, or with a clear message and no change."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

KEY = "rebond:/guide/"
Open = Callable[..., Page]
ENTRY = {"is": "done", "at": 5}
SOUND = {"format": "rebond", "version": 2, "entries": {"checklist/#three-good": ENTRY}}
STORED = {
    "version": 2,
    "entries": {
        "checklist/#sleep": {"is": "done", "at": 10},
        "checklist/#three-good": {"is": "aside", "at": 10},
        "own:abc": {"is": "Appeler Zoé", "at": 11},
        "checklist/#heal:note": {"is": "une note", "at": 12},
        "gone/#unknown": {"is": "done", "at": 13},
    },
}


def with_entries(**entries: object) -> bytes:
    return json.dumps({**SOUND, "entries": entries}).encode()


def plan_of(address: str, value: object = ENTRY) -> bytes:
    return json.dumps({**SOUND, "entries": {address: value}}).encode()


def code_of(state: object) -> str:
    """A code as the site writes it, with FNV-1a over its middle part."""
    body = base64.urlsafe_b64encode(json.dumps(state).encode()).decode().rstrip("=")
    total = 0x811C9DC5
    for letter in body:
        total = ((total ^ ord(letter)) * 0x01000193) % 2**32
    digits = ""
    while total:
        total, digit = divmod(total, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return f"rebond.{body}.{digits}"


def hostile() -> Iterator[tuple[bytes, str]]:
    """Files with the problem that each must be refused for."""
    text = json.dumps(SOUND).encode()
    yield from ((text[:length], "damaged") for length in range(1, len(text), 2))
    code = code_of(SOUND).encode()
    yield from ((code[:length], "damaged") for length in range(1, len(code), 3))
    yield from ((code[:at] + b"!" + code[at + 1 :], "damaged") for at in range(0, len(code), 9))
    yield from ((broken, "damaged") for broken in (b"\xff\xfe", b"\x80", text + b"\xc3", b"\0"))
    yield from ((text[:20] + bad + text[20:], "damaged") for bad in (b"\xed\xa0\x80", b"\xf8\x88"))
    yield from ((tag, "damaged") for tag in (b"<html>", b"=1+1", b"{'a':1}", b"undefined", b"NaN"))
    yield from ((value, "damaged") for value in (b"null", b"true", b"1", b'"x"', b"[]"))
    yield from ((value, "foreign") for value in (b"{}", b'{"version":2}', b'{"format":"other"}'))
    yield b'{"format":["rebond"],"version":2,"entries":{}}', "foreign"
    yield b'{"__proto__":{"format":"rebond","version":2,"entries":{}}}', "foreign"
    for newer in (3, 4, 2**31):
        yield json.dumps({**SOUND, "version": newer}).encode(), "newer"
    for version in VERSIONS:
        yield json.dumps({**SOUND, "version": version}).encode(), "invalid"
    for entries in (None, 1, "x", [], [ENTRY], True, [["checklist/#a", ENTRY]]):
        yield json.dumps({**SOUND, "entries": entries}).encode(), "invalid"
    for value in (None, 1, "done", [], True, {}, {"is": "done"}, {"at": 5}, [ENTRY]):
        yield plan_of("checklist/#sleep", value), "invalid"
    for words in (*WRONG, *WORDS):
        yield plan_of("checklist/#sleep", {"is": words, "at": 5}), "invalid"
    for at in (None, "5", True, *WRONG[3:], -1):
        yield plan_of("checklist/#sleep", {"is": "done", "at": at}), "invalid"
    yield text.replace(b'"at": 5', b'"at": 1e999'), "invalid"
    yield text.replace(b'"at": 5', b'"at": -1e999'), "invalid"
    for address in (
        *("", "#", "checklist/", "checklist/#", "checklist/#Sleep", "checklist/#9", "#a b"),
        *("__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "own:", "own:A"),
        *("<script>alert(1)</script>", "a/#<img src=x onerror=alert(1)>", "javascript:alert(1)"),
        *("a/#b:", "a/#b:note:", "a/#b:notes", "a/#b:1", "a/#b:1:2:3", "a/#b:-1:2", "a/#b:1:9999"),
        *("start:", "Start", "start\n", " start", "own:a:tock", "a/#b\n", "a/#b\0", "a/#b\u202e"),
        *("é/#b", "a/#é", "a b/#c", "x" * 300 + "#a", "a/#" + "b" * 41, "=cmd|' /C calc'!A0"),
    ):
        yield plan_of(address), "invalid"
    for day in ("today", "2026-13-01", "2026-1-1", "24/11/2026", "2026-11-24T00:00", "=1"):
        yield plan_of("start", {"is": day, "at": 5}), "invalid"
    for mark in ("no", "1", "true", "<b>"):
        yield plan_of("questions/#any-reason:star", {"is": mark, "at": 5}), "invalid"
        yield plan_of("own:a:tick", {"is": mark, "at": 5}), "invalid"
    yield b'{"format":"rebond","version":2,"entries":{"__proto__":{"is":"done","at":5}}}', "invalid"
    yield b'{"format":"rebond","version":2,"entries":' + b'{"a":' * 5000, "damaged"
    yield b"[" * 100_000, "damaged"
    yield (
        b'{"format":"rebond","version":2,"entries":' + b'{"a":' * 900 + b"1" + b"}" * 901,
        "invalid",
    )
    yield b" " * 1_000_001, "size"
    yield text + b" " * 1_000_000, "size"
    yield with_entries(**{f"a/#b:{n // 99}:{n % 99}": ENTRY for n in range(5001)}), "size"


VERSIONS: tuple[object, ...] = (0, -1, 1.5, "2", None, True, [2], {})
WRONG: tuple[object, ...] = (None, 1, True, [], {})
WORDS: tuple[object, ...] = ("yes", "DONE", "<b>done</b>", "done ", "=1+1", "x" * 10_001)
REFUSED = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no'))"
HOSTILE = list(hostile())


def plan(open_page: Open, prefix: str = "", stored: object = STORED) -> Page:
    page = open_page(prefix + "about/", permissions=["clipboard-read", "clipboard-write"])
    text = json.dumps(stored)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.goto(page.url.replace("about/", "plan/"))
    return page


def values(page: Page) -> dict[str, str]:
    entries = json.loads(page.evaluate("key => localStorage[key]", KEY))["entries"]
    return {address: entry["is"] for address, entry in entries.items() if entry["is"]}


def give(page: Page, content: bytes) -> None:
    page.locator("#exchange-file").set_input_files(
        {"name": "plan.json", "mimeType": "application/json", "buffer": content}
    )


def counts(page: Page, way: str) -> list[int]:
    return [int(text) for text in page.locator(f"[data-way={way}] td").all_inner_texts()]


def test_no_hostile_file_changes_anything_and_each_is_told(open_page: Open) -> None:
    assert len(HOSTILE) >= 200
    page = plan(open_page)
    before = page.evaluate("JSON.stringify(localStorage)")
    wrong = []
    for content, problem in HOSTILE:
        give(page, content)
        said = page.locator("[data-problem]:visible")
        expect(said).to_have_count(1)
        if said.get_attribute("data-problem") != problem:
            wrong.append((content[:120], problem, said.get_attribute("data-problem")))
        expect(page.locator(".exchange__preview:visible")).to_have_count(0)
    assert wrong == []
    assert page.evaluate("JSON.stringify(localStorage)") == before
    assert page.evaluate("({}).is === undefined && ({}).format === undefined")


@pytest.mark.parametrize("content", [SOUND, {**SOUND, "version": 1}], ids=["text", "no entries"])
def test_hostile_codes_are_told_as_well(open_page: Open, content: dict[str, object]) -> None:
    page = plan(open_page)
    for code in (code_of(content)[:-1], "rebond", "rebond..", "x" * 1_000_001, "%%%", "🙂"):
        page.locator("#exchange-text").fill(code)
        expect(page.locator("[data-problem]:visible")).to_have_count(1)
    page.locator("#exchange-text").fill("")
    expect(page.locator("[data-problem]:visible")).to_have_count(0)


@pytest.mark.parametrize("prefix", ["", "ar/"])
def test_a_merge_is_previewed_and_undone(open_page: Open, prefix: str) -> None:
    page = plan(open_page, prefix)
    before = values(page)
    give(
        page,
        with_entries(
            **{
                "checklist/#three-good": {"is": "done", "at": 99},  # newer: changes
                "checklist/#sleep": {"is": "", "at": 3},  # older: stays
                "checklist/#conclusion": {"is": "done", "at": 1},
                "own:def": {"is": "<img src=x onerror=alert(1)>", "at": 1},
                "old/#of-another-version": {"is": "done", "at": 1},
            }
        ),
    )
    assert counts(page, "merge") == [3, 1, 0]
    assert counts(page, "replace") == [3, 1, 4]
    assert values(page) == before
    page.locator("[data-action=merge]").click()
    merged = {
        **before,
        "checklist/#three-good": "done",
        "checklist/#conclusion": "done",
        "own:def": "<img src=x onerror=alert(1)>",
        "old/#of-another-version": "done",
    }
    assert values(page) == merged
    expect(page.locator(".plan__own img")).to_have_count(0)
    expect(page.locator(".plan__own label").last).to_have_text("<img src=x onerror=alert(1)>")
    expect(page.locator("[data-undo=import] button")).to_be_focused()
    page.keyboard.press("Enter")
    assert values(page) == before
    expect(page.locator("[data-undo=import]")).to_be_hidden()


def test_a_replacement_is_undone_too_and_reaches_the_other_tab(open_page: Open) -> None:
    page = plan(open_page)
    before = values(page)
    other = open_page("ja/checklist/", beside=page)
    page.locator("#exchange-text").fill(code_of(SOUND))
    page.locator("[data-action=replace]").click()
    assert values(page) == {"checklist/#three-good": "done"}
    expect(other.locator("#three-good")).to_be_checked()
    expect(other.locator("#sleep")).not_to_be_checked()
    other.locator("#conclusion").check()
    expect(page.locator("[data-undo=import]")).to_be_hidden()
    assert values(page) == {"checklist/#three-good": "done", "checklist/#conclusion": "done"}
    page.locator("#exchange-text").fill(code_of({**SOUND, "entries": STORED["entries"]}))
    page.locator("[data-action=replace]").click()
    assert values(page) == before


def test_a_preview_is_of_what_is_here_now(open_page: Open) -> None:
    page = plan(open_page)
    give(page, with_entries(**{"checklist/#heal:note": {"is": "older", "at": 13}}))
    assert counts(page, "merge") == [0, 1, 0]
    page.locator(".note textarea").first.fill("newer")
    assert counts(page, "merge") == [0, 0, 0]
    page.locator("[data-action=merge]").click()
    assert values(page)["checklist/#heal:note"] == "newer"


def test_what_was_taken_back_elsewhere_stays_taken_back(open_page: Open) -> None:
    page = open_page("plan/")
    untick = {"checklist/#sleep": {"is": "", "at": 20}}
    give(page, with_entries(**untick))
    expect(page.locator("[data-problem=same]")).to_be_visible()
    give(page, with_entries(**{"checklist/#sleep": {"is": "done", "at": 10}}))
    assert counts(page, "merge") == [0, 0, 0]
    page.locator("[data-action=merge]").click()
    assert values(page) == {}
    give(page, with_entries(**{"checklist/#sleep": {"is": "done", "at": 30}}))
    page.locator("[data-action=merge]").click()
    entries = json.loads(page.evaluate("key => localStorage[key]", KEY))["entries"]
    assert entries["checklist/#sleep"] == {"is": "done", "at": 30}


def test_erasing_empties_the_fields_as_well(open_page: Open) -> None:
    page = open_page("plan/", script=REFUSED)
    page.locator("#plan-add").fill("Appeler")
    page.keyboard.press("Enter")
    page.locator(".exchange [data-action=copy]").click()
    give(page, json.dumps(SOUND).encode())
    other = open_page("plan/", beside=page)
    other.locator(".erase summary").click()
    other.locator("[data-action=erase]").click()
    expect(page.locator(".exchange [readonly]")).to_have_value("")
    expect(page.locator("[data-action=merge]")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0


def test_what_is_here_already_is_said_and_cancelling_changes_nothing(open_page: Open) -> None:
    page = plan(open_page)
    before = page.evaluate("key => JSON.parse(localStorage[key])", KEY)
    give(page, json.dumps({**SOUND, **STORED}).encode())
    expect(page.locator("[data-problem=same]")).to_be_visible()
    give(page, json.dumps(SOUND).encode())
    page.locator("[data-action=cancel]").click()
    expect(page.locator("[data-action=merge]")).to_be_hidden()
    expect(page.locator("#exchange-text")).to_be_focused()
    assert page.evaluate("key => JSON.parse(localStorage[key])", KEY) == before


def test_file_and_code_bring_everything_to_another_browser(open_page: Open) -> None:
    page = plan(open_page)
    with page.expect_download() as waiting:
        page.locator("[data-action=save]").click()
    assert waiting.value.suggested_filename == "plan.json"
    saved = waiting.value.path().read_bytes()
    page.locator(".exchange [data-action=copy]").click()
    expect(page.locator(".exchange [data-outcome=copied]")).to_be_visible()
    code = page.evaluate("navigator.clipboard.readText()")
    assert all(letter.isalnum() or letter in "._-" for letter in code)
    for bring in (lambda p: give(p, saved), lambda p: p.locator("#exchange-text").fill(code)):
        other = open_page("en/plan/")
        bring(other)
        assert counts(other, "merge") == [5, 0, 0]
        other.locator("[data-action=merge]").click()
        assert values(other) == values(page)


def test_where_the_clipboard_is_refused_the_code_is_shown_selected(open_page: Open) -> None:
    page = open_page("plan/", script=REFUSED)
    page.locator(".exchange [data-action=copy]").click()
    field = page.locator(".exchange [readonly]")
    expect(field).to_be_focused()
    assert field.input_value().startswith("rebond.")
    assert page.evaluate("getSelection().toString()") == field.input_value()
