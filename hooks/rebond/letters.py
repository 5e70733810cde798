"""Letters: quotations marked `{ .letter }`, one for each choice, to copy or to send."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from rebond.attributes import Attributes
from rebond.questions import show_slots
from rebond.tree import take_mark


def enhance(root: Element, meta: Mapping[str, Any]) -> None:
    """Put the letters that follow each other into `<rebond-letters>`, each with its settings.

    `{ .letter tone=plain register=informal }` tells them apart as it does wordings. The first
    paragraph of a letter is its subject.
    """
    for element in [child for child in root if child.tag == "blockquote"]:
        letters = [_letter(parts, mark, meta) for parts, mark in _split(element) if mark]
        if letters:
            group = Element("rebond-letters")
            group.extend(letters)
            group.tail = element.tail
            position = list(root).index(element)
            root.remove(element)
            root.insert(position, group)


def _split(quotation: Element) -> Iterator[tuple[list[Element], Attributes | None]]:
    """Markdown makes one of quotations that follow each other: a mark ends a letter."""
    parts: list[Element] = []
    for element in quotation:
        parts.append(element)
        mark = take_mark(element, "letter")
        if mark is not None:
            yield parts, mark
            parts = []
    yield parts, None


def _letter(parts: list[Element], mark: Attributes | None, meta: Mapping[str, Any]) -> Element:
    letter = Element("blockquote", {"class": "letter"})
    for key, value in mark.settings.items() if mark else ():
        letter.set(f"data-{key}", value)
    parts[0].set("class", "letter__subject")
    for part in parts:
        show_slots(part, meta.get("labels") or {})
    letter.extend(parts)
    return letter
