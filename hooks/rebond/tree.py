"""Reading and building the element tree that Python-Markdown makes of a page."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString
from markupsafe import Markup

from rebond.attributes import Attributes, split_attributes
from rebond.languages import Language

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def under_headings(root: Element) -> Iterator[tuple[str, Element]]:
    """Each child of the root with the id of the section it stands in (empty before the first)."""
    current = ""
    for element in root:
        if element.tag in HEADINGS and element.get("id"):
            current = element.get("id", "")
        yield current, element


def add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    """Append a child; `class_` and `for_` stand for the attributes that Python reserves."""
    named = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    child = SubElement(parent, tag, named)
    child.text = text
    return child


def take_mark(element: Element, name: str) -> Attributes | None:
    """Take off the last line of an element if it has this class, as in `{ .letter tone=plain }`."""
    before, newline, last = (element.text or "").rpartition("\n")
    rest, attributes = split_attributes(last.strip())
    if not newline or rest or name not in attributes.classes:
        return None
    element.text = before
    return attributes


def set_language(element: Element, language: Language) -> None:
    """Say which language an element is in, and which way it runs."""
    element.set("lang", language.code)
    element.set("dir", language.direction)


def set_message(element: Element, message: str, source: Language) -> None:
    """Make a message an element's words: literally, and marked if they are the source's."""
    if isinstance(message, Markup):
        set_language(element, source)
        message = message.striptags()
    element.text = AtomicString(message)


def wrap(parent: Element, element: Element, tag: str, **attributes: str) -> Element:
    """Put a new element around one that is already in the tree."""
    position = list(parent).index(element)
    parent.remove(element)
    outer = Element(tag, {key.rstrip("_").replace("_", "-"): v for key, v in attributes.items()})
    outer.tail, element.tail = element.tail, None
    outer.append(element)
    parent.insert(position, outer)
    return outer
