"""The ` { #id key=value .class }` that ends a heading, an item or a wording."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from markdown.extensions.attr_list import get_attrs_and_remainder

ID = re.compile(r"[a-z][a-z0-9-]{0,39}")
_BODY = r"\{[ ]*(?P<body>(?:[#.]|[a-z-]+=)[^{}\n]*?)[ ]*\}"
_TRAILING = re.compile(rf"(?:(?<=\s)|^){_BODY}[ ]*$")
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Attributes:
    """An id, classes and settings; all may be empty."""

    id: str = ""
    classes: tuple[str, ...] = ()
    settings: Mapping[str, str] = field(default_factory=lambda: _NONE)
    stray: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.id or self.classes or self.settings or self.stray)

    def __str__(self) -> str:
        settings = (f'{key}="{value}"' for key, value in self.settings.items())
        classes = (f".{name}" for name in self.classes)
        return " ".join(["{", f"#{self.id}", *classes, *settings, "}"])


def split_attributes(text: str) -> tuple[str, Attributes]:
    """Take the attributes off the end of one line: `Label { #a due=1d }` -> `Label`, attributes.

    A placeholder such as `{role}` is a word of the sentence, not an attribute.
    """
    match = _TRAILING.search(text)
    if match is None:
        return text.rstrip(), Attributes()
    return text[: match.start()].rstrip(), _parse(match["body"])


def _parse(body: str) -> Attributes:
    identifier, classes, settings, stray = "", [], {}, []
    for key, value in get_attrs_and_remainder(body)[0]:
        if key == "id" and not identifier:
            identifier = value
        elif key == ".":
            classes.append(value)
        elif key == value or key in settings or key == "id":
            stray.append(value)
        else:
            settings[key] = value
    return Attributes(identifier, tuple(classes), settings, tuple(stray))
