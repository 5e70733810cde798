"""Worksheets: a table with an id, a header row and no body, to be filled in by the reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from rebond.attributes import Attributes, split_attributes
from rebond.tree import add, under_headings, wrap

_ROWS = 6


def enhance(root: Element, meta: Mapping[str, Any]) -> None:
    """Give each worksheet its blank rows, and tell the script which columns make a calendar.

    `worksheets: {<id>: {rows: 10, date: 5, step: 4}}` in the front matter says how many rows, and
    by their numbers which column holds dates and which one what is to be done then.
    """
    settings = meta.get("worksheets") or {}
    for section, table in list(under_headings(root)):
        attributes = _attributes(table) if table.tag == "table" else Attributes()
        if attributes.id:
            own = settings.get(attributes.id) or {}
            _fill(table, own.get("rows", _ROWS), attributes.id)
            # It scrolls on a narrow screen, so it takes the focus, and its heading names it.
            frame = wrap(root, table, "rebond-worksheet", class_="worksheet-frame", tabindex="0")
            frame.set("role", "region")
            frame.set("aria-labelledby", section or attributes.id)
            for name in ("date", "step"):
                if name in own:
                    frame.set(f"data-{name}", str(own[name]))


def _attributes(table: Element) -> Attributes:
    body = table.find("tbody")
    rows = [] if body is None else list(body)
    if len(rows) != 1 or any((cell.text or "").strip() for cell in rows[0][1:]):
        return Attributes()
    rest, attributes = split_attributes((rows[0][0].text or "").strip())
    return Attributes() if rest else attributes


def _fill(table: Element, rows: int, identifier: str) -> None:
    table.set("class", "worksheet")
    table.set("id", identifier)
    columns = len(table.findall("thead/tr/th"))
    for heading in table.iter("th"):
        heading.set("scope", "col")
    body = table.find("tbody")
    assert body is not None
    body.clear()
    for _ in range(rows):
        row = add(body, "tr")
        for _ in range(columns):
            add(row, "td")
