"""A search index for each language, read from the pages as they were built."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from rebond.navigation import every_place
from rebond.site import Site

_HEADINGS = ("h1", "h2", "h3")
_SKIPPED = (
    "template, noscript, .notice, .storage, .erase, rebond-plan, rebond-questions, .untranslated"
)


@dataclass(frozen=True)
class Entry:
    """One section of a page: where it is, what it is called and what it says."""

    url: str
    page: str
    title: str
    text: str


def write_indexes(site: Site, folder: Path) -> None:
    """Write `search/<language>.json` below a built site's folder, all languages at once."""
    indexes: dict[str, list[dict[str, str]]] = {}
    for place in every_place(site, ""):
        html = (folder / place.url / "index.html").read_text("utf-8")
        indexes.setdefault(place.language.code, []).extend(index_page(html, place.url))
    (folder / "search").mkdir(exist_ok=True)
    for code, entries in indexes.items():
        text = json.dumps(entries, ensure_ascii=False)
        (folder / "search" / f"{code}.json").write_text(text, "utf-8")


def index_page(html: str, url: str) -> list[dict[str, str]]:
    """Index one built page: an entry for its beginning and for each heading with an id.

    `url` is the page's address below the site's root.
    """
    main = LexborHTMLParser(html).css_first("main")
    if main is None:
        return []
    for node in main.css(_SKIPPED):
        node.decompose()
    first = main.css_first("h1")
    page = _text(first) if first else ""
    return [asdict(entry) for entry in _entries(main, url, page)]


def _entries(main: LexborNode, url: str, page: str) -> Iterator[Entry]:
    title, fragment, words = page, "", list[str]()
    for node in _blocks(main):
        if node.tag in _HEADINGS:
            if words:
                yield Entry(url + fragment, page, title, " ".join(words))
            identifier = node.attributes.get("id") if node.tag != "h1" else ""
            title, fragment, words = _text(node), f"#{identifier}" if identifier else "", []
        else:
            words.append(_text(node))
    if words:
        yield Entry(url + fragment, page, title, " ".join(words))


def _blocks(main: LexborNode) -> Iterator[LexborNode]:
    """The children of a page, with those of its question sections in their place."""
    for node in main.iter():
        if node.tag == "section":
            yield from node.iter()
        else:
            yield node


def _text(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())
