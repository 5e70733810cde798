"""References, footnotes and abbreviations stay inside the section that uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rebond.finding import Finding
from rebond.page_source import CODE, Line, PageSource, Section

_DEFINITION = re.compile(r"^ {0,3}(?P<star>\*?)\[(?P<mark>\^?)(?P<name>[^\]]+)\]:")
_USE = re.compile(r"\[(?P<text>[^\[\]]+)\]\[(?P<name>[^\[\]]*)\]")
_SHORT = re.compile(r"\[(?P<name>[^\[\]^]+)\](?![\[(:])")
_NOTE = re.compile(r"\[\^(?P<name>[^\]]+)\](?!:)")


def check(page: PageSource) -> Iterator[Finding]:
    """Uses whose definition stands in another section: a composed page would mix languages."""
    homes: dict[str, dict[str, int]] = {}
    for section in page.sections:
        for name, number in _definitions(section):
            homes.setdefault(name, {})[section.id] = number
        yield from _doubled(page, section, homes)
    for section in page.sections:
        for name, line in _shortcuts(section):
            if name in homes and section.id not in homes[name]:
                yield _across(page, line, name, min(homes[name].values()))
        for name, line in _uses(section):
            if name in homes and section.id not in homes[name]:
                yield _across(page, line, name, min(homes[name].values()))
            elif name not in homes:
                yield _undefined(page, line, name)
        yield from _abbreviations(page, section)


def check_against(page: PageSource, source: PageSource | None) -> Iterator[Finding]:
    """Names that the source defines in another section: on a composed page there is one of each."""
    theirs = {
        name: section.id
        for section in (source.sections if source else ())
        for name, _ in _definitions(section)
    }
    for section in page.sections:
        for name, number in _definitions(section):
            if theirs.get(name, section.id) != section.id:
                yield _taken(page, name, number, f"{source.path if source else ''} has")


def _doubled(
    page: PageSource, section: Section, homes: dict[str, dict[str, int]]
) -> Iterator[Finding]:
    for name, number in _definitions(section):
        first = min(homes[name].values())
        if number > first:
            yield _taken(page, name, number, f"line {first} has")


def _definitions(section: Section) -> Iterator[tuple[str, int]]:
    for line in section.lines:
        match = None if line.literal else _DEFINITION.match(line.text)
        if match and not match["star"]:
            yield match["mark"] + match["name"].lower(), line.number


def _shortcuts(section: Section) -> Iterator[tuple[str, Line]]:
    for line in section.lines:
        if not line.literal and not _DEFINITION.match(line.text):
            for match in _SHORT.finditer(CODE.sub("", line.text)):
                yield match["name"].lower(), line


def _uses(section: Section) -> Iterator[tuple[str, Line]]:
    for line in section.lines:
        if line.literal or _DEFINITION.match(line.text):
            continue
        text = CODE.sub("", line.text)
        for match in _USE.finditer(text):
            yield (match["name"] or match["text"]).lower(), line
        for match in _NOTE.finditer(text):
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


def _taken(page: PageSource, name: str, number: int, where: str) -> Finding:
    return Finding(
        page.path,
        number,
        "each reference and footnote defined once, under a name of its own",
        f"“{name}”, which {where} in another section already",
        "give it another name, here and where the section uses it",
    )


def _undefined(page: PageSource, line: Line, name: str) -> Finding:
    return Finding(
        page.path,
        line.number,
        "a definition for each reference and footnote",
        f"“{name}” without one",
        "define it in the same section, or write the link as [words](address)",
    )
