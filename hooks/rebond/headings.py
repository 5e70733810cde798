"""Headings: ids as the author gave them, settings as data attributes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from rebond.attributes import split_attributes
from rebond.tree import HEADINGS


def identify(root: Element, meta: Mapping[str, Any]) -> None:
    """Move ` { #id key=value }` from each heading's text to its attributes.

    Those under `steps:` in the front matter are steps of a path and get a numeral by style.
    Done here and not by `attr_list`, which would set `for=` as an attribute of its own.
    """
    for heading in root.iter():
        if heading.tag in HEADINGS and heading.text:
            heading.text, attributes = split_attributes(heading.text)
            if attributes.id:
                heading.set("id", attributes.id)
            for key, value in attributes.settings.items():
                heading.set(f"data-{key}", value)
            if attributes.id and attributes.id in (meta.get("steps") or ()):
                heading.set("class", "step")
