"""A translation against its source: it may lack anything, and add nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rebond.attributes import Attributes
from rebond.blocks import split_blocks
from rebond.checks.ids import places
from rebond.composition import WORDS
from rebond.finding import Finding
from rebond.page_source import PageSource

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_-]*)\}")


def check(page: PageSource, source: PageSource | None) -> Iterator[Finding]:
    """Ids, placeholders, settings and whole pages that the source does not have."""
    if source is None:
        yield _extra_page(page)
        return
    yield from _ids(page, source)
    yield from _placeholders(page, source)
    yield from _settings(page, source)
    yield from _front_matter(page, source)


def _extra_page(page: PageSource) -> Finding:
    return Finding(
        page.path,
        1,
        "a page that the source language has too",
        "none at that path",
        "name the file as its source is named, or write the source page first",
    )


def _ids(page: PageSource, source: PageSource) -> Iterator[Finding]:
    known = {identifier for identifier, _ in places(source)} | retired(source)
    for identifier, line in places(page):
        if identifier not in known:
            yield Finding(
                page.path,
                line,
                f"an id that {source.path} has",
                f"“{identifier}”",
                "copy the id from the source, letter by letter; ids are never translated",
            )


def retired(source: PageSource) -> set[str]:
    """Ids that the source no longer has and that translations may still have for a while."""
    former = source.meta.get("aliases") or {}
    return {str(name) for name in source.meta.get("retired") or ()} | {str(n) for n in former}


def placeholders(page: PageSource) -> set[str]:
    """The names in braces that a page uses, and the slots that it declares."""
    used = {name for line in page.lines for name in PLACEHOLDER.findall(line.text)}
    return used | {str(slot) for slot in page.meta.get("slots") or ()}


def _placeholders(page: PageSource, source: PageSource) -> Iterator[Finding]:
    known = placeholders(source)
    for line in page.lines:
        for name in PLACEHOLDER.findall(line.text) if not line.literal else ():
            if name not in known:
                yield Finding(
                    page.path,
                    line.number,
                    "one of " + ", ".join(f"{{{n}}}" for n in sorted(known))
                    if known
                    else "no placeholder on this page",
                    f"{{{name}}}",
                    "write the name in braces as the source does; it is never translated",
                )


def _settings(page: PageSource, source: PageSource) -> Iterator[Finding]:
    for attributes, line in _attributes(page):
        names = [*attributes.settings, *attributes.stray]
        if names:
            yield Finding(
                page.path,
                line,
                f"only the id, {{ #{attributes.id} }}",
                "the settings " + ", ".join(f"“{name}”" for name in names),
                f"delete them: they stand once, in {source.path}",
            )


def _attributes(page: PageSource) -> Iterator[tuple[Attributes, int]]:
    for heading in page.headings:
        yield heading.attributes, heading.line
    lines = dict(places(page))
    for section in page.sections:
        for block in split_blocks(section.lines):
            if block.id:
                yield block.attributes, lines[block.id]


def _front_matter(page: PageSource, source: PageSource) -> Iterator[Finding]:
    for key in page.meta:
        if key not in WORDS:
            yield _meta(page, f"only {', '.join(WORDS)} in the front matter", str(key), source)
    labels = page.meta.get("labels")
    for key in labels if isinstance(labels, dict) else ():
        if key not in (source.meta.get("labels") or {}):
            yield _meta(page, "the labels that the source has", str(key), source)


def _meta(page: PageSource, expected: str, found: str, source: PageSource) -> Finding:
    mend = f"delete it, or write it as {source.path} does"
    return Finding(page.path, 1, expected, f"“{found}”", mend)
