"""Ids and pages that were renamed or dropped: readers keep ticks under what they were."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from rebond.blocks import split_blocks
from rebond.languages import Language, language_folder
from rebond.navigation import page_path
from rebond.page_source import PageSource
from rebond.site import Site


def former_addresses(site: Site) -> dict[str, str]:
    """Present addresses by former ones, as the browser's store knows them.

    Pages come as `<former page path>` -> `<page path>`; ids, which may have been renamed more
    than once, as `<page path>#<former id>` -> `<page path>#<id>`.
    """
    found: dict[str, str] = {}
    for name, page in site.pages(site.source).items():
        path = page_path(name)
        found |= {page_path(former): path for former in page.meta.get("formerly") or ()}
        aliases = page.meta.get("aliases") or {}
        found |= {f"{path}#{former}": f"{path}#{last(aliases, former)}" for former in aliases}
    return found


def last(aliases: Mapping[str, str], identifier: str) -> str:
    """The id that an id has become, over all its renamings."""
    seen = set[str]()
    while identifier in aliases and identifier not in seen:
        seen.add(identifier)
        identifier = aliases[identifier]
    return identifier


def kept_ids(page: PageSource) -> dict[str, int]:
    """The ids of a page under which readers may keep something, each with its line.

    These are items and worksheets, questions, and the headings of lists, which have notes.
    """
    found: dict[str, int] = {}
    for section in page.sections:
        own = [block for block in split_blocks(section.lines) if block.id]
        heading = section.heading
        if heading and heading.attributes.id and (own or heading.attributes.settings):
            found[section.id] = heading.line
        found |= {block.id: block.line for block in own}
    return found


def read_record(site: Site) -> dict[str, int] | None:
    """All ids that were ever published, `<page>.md#<id>` with its line; None without a record."""
    path = record_path(site)
    if not path.exists():
        return None
    return {line.strip(): n for n, line in enumerate(path.read_text("utf-8").splitlines(), 1)}


def record_path(site: Site) -> Path:
    """Where that record stands: readers may have ticks under each of its lines."""
    return language_folder(site.locales, site.source.code) / "ids.txt"


def record(site: Site) -> None:
    """Add the ids that are new to the record; the file is written whole or not at all."""
    pages = site.pages(site.source).items()
    present = {f"{name}#{identifier}" for name, page in pages for identifier in kept_ids(page)}
    path = record_path(site)
    temporary = path.with_suffix(".new")
    text = "".join(f"{line}\n" for line in sorted({*(read_record(site) or ()), *present}))
    temporary.write_text(text, "utf-8")
    temporary.replace(path)


if __name__ == "__main__":
    docs, code = Path(sys.argv[1]).resolve(), sys.argv[2]
    source = Language(code, code)
    record(Site(docs.parent, docs, source, (source,)))
