"""Ids: well formed, one of each, and on all that must have one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rebond.attributes import ID
from rebond.blocks import split_blocks
from rebond.finding import Finding
from rebond.page_source import PageSource

Place = tuple[str, int]
# What the templates name; one of each may stand on a page.
RESERVED = re.compile(r"content|languages|erase|(?:checklist|exchange|picker|plan|search)-.*")


def places(page: PageSource) -> Iterator[Place]:
    """Each id of a page with its line, in order: headings, items and worksheets."""
    for section in page.sections:
        if section.heading:
            yield section.id, section.heading.line
        for block in split_blocks(section.lines):
            if block.id:
                yield block.id, block.line


def check(page: PageSource) -> Iterator[Finding]:
    """Ids that are malformed or stand twice in one page."""
    seen: dict[str, int] = {}
    for identifier, line in places(page):
        if not ID.fullmatch(identifier):
            yield _malformed(page, identifier, line)
        elif RESERVED.fullmatch(identifier):
            yield _reserved(page, identifier, line)
        if identifier in seen:
            yield _doubled(page, identifier, line, seen[identifier])
        seen.setdefault(identifier, line)


def check_source(page: PageSource) -> Iterator[Finding]:
    """Headings and items of the source that have no id."""
    for heading in page.headings:
        if heading.level > 1 and not heading.attributes.id:
            yield _missing(page, heading.line, "heading", heading.text)
    for section in page.sections:
        for block in split_blocks(section.lines):
            if block.kind == "item" and not block.id:
                yield _missing(page, block.lines[0].number, "item", block.lines[0].text.strip())


def _missing(page: PageSource, line: int, kind: str, text: str) -> Finding:
    return Finding(
        page.path,
        line,
        f"an id at the end of the {kind}",
        f"none after “{text}”",
        "add a space and { #a-short-name } in small letters, digits and hyphens",
    )


def _malformed(page: PageSource, identifier: str, line: int) -> Finding:
    return Finding(
        page.path,
        line,
        "an id of 1 to 40 small letters, digits and hyphens that begins with a letter",
        f"“{identifier}”",
        "write it in that form, without accents",
    )


def _reserved(page: PageSource, identifier: str, line: int) -> Finding:
    return Finding(
        page.path,
        line,
        "an id that the page's frame does not use (content, erase, languages, checklist-…, "
        "exchange-…, picker-…, plan-…, search-…)",
        f"“{identifier}”",
        "write another, or one more word in it",
    )


def _doubled(page: PageSource, identifier: str, line: int, first: int) -> Finding:
    return Finding(
        page.path,
        line,
        "each id once in a page",
        f"“{identifier}”, which line {first} has already",
        "give one of the two another id, or delete one if it was pasted twice",
    )
