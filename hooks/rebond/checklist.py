"""Checklists: plain `- [ ]` lists become labelled checkboxes that a script can remember."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from rebond.attributes import Attributes, split_attributes
from rebond.tree import add, under_headings, wrap

_TASK = re.compile(r"\[(?P<mark>[ xX])\][ ]+")


def enhance(root: Element, meta: Mapping[str, Any]) -> None:
    """Turn each list of tasks into `<rebond-checklist>` around real, labelled checkboxes.

    `checklists: {<heading id>: {progress: none}}` in the front matter keeps a list from counting.
    """
    settings = meta.get("checklists") or {}
    for identifier, element in list(under_headings(root)):
        if element.tag == "ul" and _is_checklist(element):
            progress = (settings.get(identifier) or {}).get("progress", "count")
            wrap(root, element, "rebond-checklist", data_list=identifier, data_progress=progress)
            _items(element)


def _is_checklist(element: Element) -> bool:
    return any(_TASK.match(_first_text(item)) for item in element)


def _items(element: Element) -> None:
    element.set("class", "checklist")
    for item in list(element):
        if _TASK.match(_first_text(item)):
            _item(item)
        for nested in item.iter("ul"):
            if _is_checklist(nested) and nested is not element:
                _items(nested)


def _first_text(item: Element) -> str:
    first = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
    return (first.text or "").lstrip()


def _item(item: Element) -> None:
    label, attributes, rest = _split(item)
    children = list(item)
    for child in children:
        item.remove(child)
    item.text = None
    item.set("class", "checklist__item")
    _box(item, attributes)
    add(item, "label", label, class_="checklist__label", for_=attributes.id)
    _explanation(item, rest, children)


def _box(item: Element, attributes: Attributes) -> None:
    box = add(item, "input", class_="checklist__box", type="checkbox", id=attributes.id)
    box.set("autocomplete", "off")  # Firefox would restore ticks that are no longer stored.
    if "due" in attributes.settings:
        box.set("data-due", attributes.settings["due"])


def _explanation(item: Element, rest: str, children: list[Element]) -> None:
    lists = [child for child in children if child.tag in ("ul", "ol")]
    words = [child for child in children if child not in lists]
    if rest or words:
        why = add(item, "div", class_="checklist__why")
        if rest:
            add(why, "p", rest)
        why.extend(words)
    item.extend(lists)


def _split(item: Element) -> tuple[str, Attributes, str]:
    """Take the label off an item: its words, its attributes, and text that follows it."""
    holder = item
    if len(item) and item[0].tag == "p" and not (item.text or "").strip():
        holder = item[0]
        item.remove(holder)
    words: list[str] = []
    lines = _TASK.sub("", (holder.text or "").lstrip(), count=1).split("\n")
    for position, line in enumerate(lines, 1):
        text, attributes = split_attributes(line)
        words.append(text.strip())
        if attributes:
            return " ".join(words), attributes, "\n".join(lines[position:]).strip()
    return " ".join(words).strip(), Attributes(), ""
