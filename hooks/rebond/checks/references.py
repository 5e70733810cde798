"""References, footnotes and abbreviations stay inside the section that uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rebond.finding import Finding
from rebond.page_source import Line, PageSource, Section

_DEFINITION = re.compile(r"^ {0,3}(?P<star>\*?)\[(?P<mark>\^?)(?P<name>[^\]]+)\]:")
_USE = re.compile(r"\[(?P<text>[^\[\]]+)\]\[(?P<name>[^\[\]]*)\]")
_NOTE = re.compile(r"\[\^(?P<name>[^\]]+)\](?!:)")


def check(page: PageSource) -> Iterator[Finding]:
    """Uses whose definition stands in another section: a composed page would mix languages."""
    homes: dict[str, dict[str, int]] = {}
    for section in page.sections:
        for name, number in _definitions(section):
            homes.setdefault(name, {})[section.id] = number
    for section in page.sections:
        for name, line in _uses(section):
            if name in homes and section.id not in homes[name]:
                yield _across(page, line, name, min(homes[name].values()))
            elif name not in homes:
                yield _undefined(page, line, name)
        yield from _abbreviations(page, section)


def _definitions(section: Section) -> Iterator[tuple[str, int]]:
    for line in section.lines:
        match = None if line.literal else _DEFINITION.match(line.text)
        if match and not match["star"]:
            yield match["mark"] + match["name"].lower(), line.number


def _uses(section: Section) -> Iterator[tuple[str, Line]]:
    for line in section.lines:
        if line.literal or _DEFINITION.match(line.text):
            continue
        for match in _USE.finditer(line.text):
            yield (match["name"] or match["text"]).lower(), line
        for match in _NOTE.finditer(line.text):
            yield "^" + match["name"].lower(), line


def _abbreviations(page: PageSource, section: Section) -> Iterator[Finding]:
    for line in section.lines:
        match = None if line.literal else _DEFINITION.match(line.text)
        if match and match["star"]:
            yield from _elsewhere(page, section, match["name"], line.number)


def _elsewhere(page: PageSource, home: Section, name: str, defined: int) -> Iterator[Finding]:
    word = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    for section in page.sections:
        if section is home or f"*[{name}]:" in section.text:
            continue
        for line in section.lines:
            if not line.literal and not _DEFINITION.match(line.text) and word.search(line.text):
                yield _across(page, line, f"*{name}", defined)


def _across(page: PageSource, line: Line, name: str, defined: int) -> Finding:
    return Finding(
        page.path,
        line.number,
        "references, footnotes and abbreviations defined in the section that uses them",
        f"“{name}”, which is defined in another section (line {defined})",
        "write the definition again inside this section, under a name of its own",
    )


def _undefined(page: PageSource, line: Line, name: str) -> Finding:
    return Finding(
        page.path,
        line.number,
        "a definition for each reference and footnote",
        f"“{name}” without one",
        "define it in the same section, or write the link as [words](address)",
    )
