"""What is not translated stands in the source language, and says so."""

from __future__ import annotations

from collections.abc import Iterator, Set
from xml.etree.ElementTree import Element

from rebond.languages import Language
from rebond.page_source import LEAD
from rebond.tree import set_language, set_message, under_headings


def mark(root: Element, untranslated: Set[str], source: Language, note: str) -> None:
    """Set `lang` and `dir` on each untranslated section, item and worksheet of a page.

    Neighbouring sections share one note, so a page that lacks everything has one at its top.
    """
    if not untranslated:
        return
    _sections(root, untranslated, source, note)
    for identifier, element in _parts(root):
        if identifier in untranslated:
            set_language(element, source)


def _sections(root: Element, untranslated: Set[str], source: Language, note: str) -> None:
    noted = False
    for identifier, element in list(under_headings(root)):
        foreign = (identifier or LEAD) in untranslated
        if foreign:
            set_language(element, source)
        if foreign and not noted:
            root.insert(list(root).index(element), _note(note, source))
        noted = foreign


def _parts(root: Element) -> Iterator[tuple[str, Element]]:
    for element in root.iter():
        box = element.find("input") if element.tag == "li" else None
        if box is not None:
            yield box.get("id", ""), element
        elif element.tag == "table":
            yield element.get("id", ""), element


def _note(text: str, source: Language) -> Element:
    note = Element("p", {"class": "untranslated"})
    set_message(note, text, source)
    return note
