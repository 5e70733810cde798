"""Days for the reader's calendar, checked with a library that reads such files."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from playwright.sync_api import Page, expect

KEY = "rebond:/guide/"
Open = Callable[..., Page]
START = date(2026, 11, 24)
ROW = {
    "checklist/#companies:1:4": "Écrire à Zoé; vite, \\ d’accord",
    "checklist/#companies:1:5": "2026-12-31",
}
STORED = {
    "start": "2026-11-24",
    "checklist/#thank-them": "done",
    "checklist/#restart-day": "aside",
    **ROW,
}


def plan(open_page: Open, values: dict[str, str], prefix: str = "") -> Page:
    page = open_page(prefix + "about/")
    entries = {address: {"is": value, "at": 1} for address, value in values.items()}
    state = json.dumps({"version": 2, "entries": entries})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, state])
    page.goto(page.url.replace("about/", "plan/"))
    return page


def save(page: Page) -> list[Any]:
    with page.expect_download() as waiting:
        page.locator("[data-action=calendar]").click()
    assert waiting.value.suggested_filename == "plan.ics"
    return read(waiting.value.path().read_bytes())


def read(content: bytes) -> list[Any]:
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert all(len(line) <= 75 for line in lines)
    for line in lines:
        line.decode("utf-8")  # No line ends inside a letter.
    return sorted(Calendar.from_ical(content).walk("VEVENT"), key=lambda event: event["DTSTART"].dt)


def test_what_is_left_is_written_on_days_that_tell_nothing(open_page: Open) -> None:
    page = plan(open_page, STORED)
    events = save(page)
    days = [START + timedelta(1), START + timedelta(14), date(2026, 12, 31)]
    assert [event["DTSTART"].dt for event in events] == days
    title = page.locator("[data-action=calendar]").get_attribute("data-title")
    for event in events:
        assert event["DTSTART"].params["VALUE"] == "DATE"
        assert event["DTEND"].dt == event["DTSTART"].dt + timedelta(1)
        assert (event["SUMMARY"], event["CLASS"], event["TRANSP"]) == (
            title,
            "PRIVATE",
            "TRANSPARENT",
        )
        assert "sleep" not in event["UID"]
        assert event["DTSTAMP"].dt.tzinfo is not None
    assert len({event["UID"] for event in events}) == 3


@pytest.mark.parametrize("prefix", ["", "ar/", "ja/"])
def test_words_are_written_if_the_reader_wants_them(open_page: Open, prefix: str) -> None:
    page = plan(open_page, STORED, prefix)
    page.locator("#plan-titles").check()
    events = save(page)
    label = page.locator("label[for=checklist--sleep]").inner_text()
    assert events[0]["SUMMARY"] == label
    assert events[-1]["SUMMARY"] == ROW["checklist/#companies:1:4"]


def test_a_second_import_updates_the_first(open_page: Open) -> None:
    page = plan(open_page, STORED)
    first = {event["UID"]: event for event in save(page)}
    page.locator("#plan-start").fill("2027-01-01")
    page.clock.set_fixed_time("2030-01-01")
    second = {event["UID"]: event for event in save(page)}
    assert first.keys() == second.keys()
    for uid, event in second.items():
        assert event["SEQUENCE"] > first[uid]["SEQUENCE"]
    assert {event["DTSTART"].dt for event in second.values()} > {date(2027, 1, 2)}


def test_without_a_day_nothing_is_written_and_it_is_said(open_page: Open) -> None:
    page = plan(open_page, {"checklist/#sleep": "done"})
    page.locator("[data-action=calendar]").click()
    expect(page.locator(".plan__no-days span")).to_be_visible()
    page.locator("#plan-start").fill("2026-11-24")
    assert len(save(page)) == 3
    expect(page.locator(".plan__no-days span")).to_be_hidden()


WRITE = """async (titles) => {
  const { toCalendar } = await import('/guide/components/plan/calendar.js');
  const event = (title, n) => ({ at: `a/#b:${n}`, day: '2026-02-28', title });
  return toCalendar(titles.map(event), 'host.example/guide/', 1.8e12);
}"""


def test_every_title_comes_back_as_it_was(open_page: Open) -> None:
    page = open_page("about/")
    # Controls cannot stand in a calendar file; the field that they come from has none either.
    title = st.text(
        st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=90
    )

    @settings(max_examples=30)
    @given(st.lists(title.filter(lambda text: text == text.strip()), min_size=1, max_size=5))
    def same(titles: list[str]) -> None:
        events = read(page.evaluate(WRITE, titles).encode())
        assert sorted(str(event["SUMMARY"]) for event in events) == sorted(titles)

    same()
