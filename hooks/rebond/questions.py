"""Questions: headings with settings, their whole-sentence wordings, and likely answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from rebond.attributes import split_attributes
from rebond.selection import Question, Quota, deal, rank
from rebond.tree import HEADINGS, add, under_headings

_SLOT = re.compile(r"\{([a-z][a-z0-9-]*)\}")


def enhance(root: Element, meta: Mapping[str, Any], registers: Sequence[str] = ()) -> None:
    """Group each question with its wordings and answers, and show the first ones at the top.

    `registers` are the language's forms of address, the usual one first. Does nothing on a page
    whose front matter declares no `choices`.
    """
    if not meta.get("choices"):
        return
    moments = {element: moment for moment, element in _under_moments(root)}
    for heading in [element for element in root if _is_question(element)]:
        _group(root, heading, moments.get(heading, ""), meta)
    _show_first(root, meta, registers)


def _is_question(element: Element) -> bool:
    """Whether an element is a heading with settings, whichever choices the page declares."""
    return element.tag in HEADINGS and any(key.startswith("data-") for key in element.attrib)


def _under_moments(root: Element) -> Iterator[tuple[str, Element]]:
    moment = ""
    for _, element in under_headings(root):
        if element.tag == "h2":
            moment = element.get("id", "")
        yield moment, element


def _group(root: Element, heading: Element, moment: str, meta: Mapping[str, Any]) -> None:
    """Move a question's heading and all that belongs to it into a section of its own."""
    position, level = list(root).index(heading), heading.tag
    members = [heading, *_until(list(root)[position + 1 :], level)]
    section = Element("section", {"class": "question"})
    section.set("aria-labelledby", heading.get("id", ""))
    for key in [key for key in heading.attrib if key.startswith("data-")]:
        section.set(key, heading.attrib.pop(key))
    # The moment that it stands under comes first, then those that it suits as well.
    section.set("data-moment", f"{moment} {section.get('data-moment', '')}".strip())
    for member in members:
        root.remove(member)
    root.insert(position, section)
    wordings = next((member for member in members if member.tag == "ul"), None)
    if wordings is not None:
        _wordings(wordings, meta)
    section.extend(members)


def _until(elements: Sequence[Element], level: str) -> Iterator[Element]:
    for position, element in enumerate(elements):
        following = elements[position + 1] if position + 1 < len(elements) else None
        if element.tag in HEADINGS and element.tag <= level:
            return
        if element.get("class") == "untranslated" and _opens(following, level):
            return  # The note belongs to the heading that comes next.
        yield element


def _opens(element: Element | None, level: str) -> bool:
    return element is not None and element.tag in HEADINGS and element.tag <= level


def _wordings(element: Element, meta: Mapping[str, Any]) -> None:
    element.set("class", "wordings")
    labels = meta.get("labels") or {}
    for item in element:
        item.text, attributes = split_attributes((item.text or "").replace("\n", " "))
        item.set("class", "wording")
        for key, value in attributes.settings.items():
            item.set(f"data-{key}", value)
        show_slots(item, labels)


def show_slots(item: Element, labels: Mapping[str, str]) -> None:
    """Show a placeholder as the label of what goes there: `{street}` -> <var>the street</var>."""
    parts = _SLOT.split(item.text or "")
    item.text = parts[0]
    for name, after in zip(parts[1::2], parts[2::2], strict=True):
        slot = add(item, "var", class_="slot", data_slot=name)
        slot.text = AtomicString(str(labels.get(name, name)))
        slot.tail = after


def _show_first(root: Element, meta: Mapping[str, Any], registers: Sequence[str]) -> None:
    """Put what one would ask without any choice before the first moment, in default wordings."""
    sections = {s.get("aria-labelledby", ""): s for s in root if s.get("class") == "question"}
    defaults = {
        name: wording
        for name, section in sections.items()
        if (wording := next((w for w in section.iter("li") if _is_default(w, registers)), None))
        is not None
    }
    first, quotas = meta.get("first") or (), _quotas(meta)
    ranked = rank([_question(sections[name]) for name in defaults], {}, first)
    deals = deal(ranked, quotas)
    if not deals:
        return
    picker = Element("rebond-questions", {"class": "picker", "data-first": " ".join(first)})
    picker.set("data-quotas", " ".join(f"{q.choice}:{q.value}:{q.least}:{q.most}" for q in quotas))
    chosen = add(picker, "ul", class_="picker__sentences", tabindex="-1")
    for name in deals[0].asked:
        chosen.append(_copy(defaults[name], sections[name]))
    root.insert(_first_moment(root), picker)


def _quotas(meta: Mapping[str, Any]) -> list[Quota]:
    declared = meta.get("quotas") or {}
    return [
        Quota(choice, value, *bounds)
        for choice, values in declared.items()
        for value, bounds in values.items()
    ]


def _question(section: Element) -> Question:
    settings = {
        key.removeprefix("data-"): tuple(value.split())
        for key, value in section.attrib.items()
        if key.startswith("data-")
    }
    moments = settings.pop("moment", ()) or ("",)
    return Question(section.get("aria-labelledby", ""), moments, settings)


def _is_default(wording: Element, registers: Sequence[str]) -> bool:
    """Whether a wording is the one to use without any choice: usual address, no tone, no slot."""
    register = wording.get("data-register", "").split()
    usual = not register or register[0] == next(iter(registers), register[0])
    plain = not wording.get("data-tone") and not len(wording)
    return wording.get("class") == "wording" and plain and usual


def _copy(wording: Element, section: Element) -> Element:
    item = Element("li", {"class": "picker__sentence"})
    item.set("data-question", section.get("aria-labelledby", ""))
    for key in ("lang", "dir"):
        language = next((w.get(key) for w in section if w.tag == "ul" and w.get(key)), None)
        if language:
            item.set(key, language)
    sentence = deepcopy(wording)
    sentence.tag = "p"
    sentence.attrib.clear()
    item.append(sentence)
    return item


def _first_moment(root: Element) -> int:
    for position, element in enumerate(root):
        if element.tag == "h2":
            return position
    return len(root)
