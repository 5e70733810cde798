"""Ids that readers keep something under: none may vanish without a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rebond.finding import Finding
from rebond.page_source import PageSource
from rebond.renamed import kept_ids, last, read_record, record_path
from rebond.site import Site

Pages = Mapping[str, PageSource]


def check(site: Site, pages: Pages) -> Iterator[Finding]:
    """The source's pages against the record of all ids that were ever published."""
    for page in pages.values():
        yield from _former(page)
    known = read_record(site)
    if known is None:
        return
    path = record_path(site).relative_to(site.root).as_posix()
    for name, page in pages.items():
        for identifier, line in kept_ids(page).items():
            if f"{name}#{identifier}" not in known:
                yield _unrecorded(page, line, f"{name}#{identifier}", path)
    for address, line in known.items():
        yield from _vanished(pages, address, Finding(path, line, "", "", ""))


def _former(page: PageSource) -> Iterator[Finding]:
    """Former ids that are in use again, or lead to nothing."""
    aliases, present = page.meta.get("aliases") or {}, kept_ids(page)
    for identifier in [*aliases, *(page.meta.get("retired") or ())]:
        if identifier in present:
            yield Finding(
                page.path,
                present[identifier],
                "an id that is under neither `aliases` nor `retired`",
                f"“{identifier}”",
                "choose a new one: readers have ticks under the former",
            )
    for former in aliases:
        target = last(aliases, former)
        if target not in present and target not in (page.meta.get("retired") or ()):
            yield Finding(
                page.path,
                1,
                f"under `aliases`, an id of this page that “{former}” has become",
                f"“{target}”",
                "correct it, or write it under `retired` if it was dropped later",
            )


def _unrecorded(page: PageSource, line: int, address: str, record: str) -> Finding:
    return Finding(
        page.path,
        line,
        f"each id in {record}, so that its loss would be noticed",
        f"no line “{address}”",
        "add that line, or run `make ids`",
    )


def _vanished(pages: Pages, address: str, at: Finding) -> Iterator[Finding]:
    name, _, identifier = address.partition("#")
    page = pages.get(name) or next((p for p in pages.values() if _was(p, name)), None)
    if page is None:
        if not any(name in (p.meta.get("retired") or ()) for p in pages.values()):
            yield Finding(
                at.path,
                at.line,
                f"the page {name}, where readers may have ticks",
                "none",
                f"write `formerly: [{name}]` in the front matter of the page that it has become, "
                f"or `retired: [{name}]` in another page's if it was dropped",
            )
        return
    aliases = page.meta.get("aliases") or {}
    if identifier not in {*kept_ids(page), *aliases, *(page.meta.get("retired") or ())}:
        yield Finding(
            page.path,
            1,
            f"the id “{identifier}”, under which readers may have ticks",
            "none",
            f"put it back, or write `aliases: {{{identifier}: new-id}}` in the front matter if it "
            f"was renamed, `retired: [{identifier}]` if it was dropped",
        )


def _was(page: PageSource, name: str) -> bool:
    return name in (page.meta.get("formerly") or ())
