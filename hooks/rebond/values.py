"""Words that the site's owner sets in the configuration: publisher, contact, openings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rebond.openings import configure


def fill(markdown: str, extra: Mapping[str, Any], language: str) -> str:
    """Put the configuration's words in the places that a page keeps for them."""
    publisher = extra.get("publisher") or {}
    words = {"publisher": publisher.get("name", ""), "contact": _link(publisher.get("contact", ""))}
    for name, value in words.items():
        markdown = markdown.replace(f"{{{name}}}", str(value))
    return configure(markdown, (extra.get("openings") or {}).get(language))


def _link(address: str) -> str:
    """A Markdown link to an e-mail address or a page."""
    target = f"mailto:{address}" if "@" in address and "://" not in address else address
    return f"[{address}]({target})" if address else ""
