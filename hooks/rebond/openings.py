"""The pull quote and the call to action: two blocks that stand out of the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from rebond.languages import Language
from rebond.tree import add, set_message, take_mark, wrap

MARK = "{ .openings }"


def enhance(root: Element, source: Language, count: str = "") -> None:
    """Frame the paragraph marked `{ .openings }` and the quotation marked `{ .question }`.

    `count` is the whole message that says how many openings there are, if that is known.
    """
    for element in list(root):
        if element.tag == "p" and take_mark(element, "openings"):
            box = wrap(root, element, "aside", class_="openings")
            if count:
                set_message(add(box, "p", class_="openings__count"), count, source)
        elif element.tag == "blockquote" and len(element) and take_mark(element[-1], "question"):
            element.set("class", "pull-quote")


def configure(markdown: str, target: Mapping[str, Any] | None) -> str:
    """Put the configured name and URL into the call to action; with none, leave it out."""
    paragraphs = markdown.split("\n\n")
    kept = [_fill(text, target) for text in paragraphs if target or MARK not in text]
    return "\n\n".join(kept)


def _fill(paragraph: str, target: Mapping[str, Any] | None) -> str:
    if target is None or MARK not in paragraph:
        return paragraph
    return paragraph.replace("{name}", str(target["name"])).replace("{url}", str(target["url"]))
