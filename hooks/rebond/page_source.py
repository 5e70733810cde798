"""A page as its author wrote it: front matter, sections and numbered lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rebond.attributes import Attributes, split_attributes
from rebond.front_matter import read_front_matter

LEAD = "_lead"
CODE = re.compile(r"`[^`]*`")
_FENCE = re.compile(r"^(?P<mark>`{3,}|~{3,})")
_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<text>\S.*)$")


@dataclass(frozen=True)
class Line:
    """One line of a file; `literal` inside fenced code and HTML comments."""

    number: int
    text: str
    literal: bool = False


@dataclass(frozen=True)
class Heading:
    """An ATX heading: its level from 1 to 6, its words and its attributes."""

    level: int
    text: str
    attributes: Attributes
    line: int


@dataclass(frozen=True)
class Section:
    """From a heading with an id to the next such heading of any level."""

    id: str
    heading: Heading | None
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The section's Markdown, heading included."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True)
class PageSource:
    """A parsed page; `error` tells why the front matter could not be read.

    `misshapen` holds the settings that were left out, each with the form that it should have.
    """

    path: str
    meta: Mapping[str, Any]
    sections: tuple[Section, ...]
    headings: tuple[Heading, ...]
    error: str = ""
    error_line: int = 1
    misshapen: Mapping[str, str] = field(default_factory=dict)
    _by_id: Mapping[str, Section] = field(default_factory=dict, repr=False, compare=False)

    def section(self, identifier: str) -> Section | None:
        """The section of that id, if the page has it."""
        return self._by_id.get(identifier)

    @property
    def lines(self) -> Iterator[Line]:
        """All lines of the body, in order."""
        return (line for section in self.sections for line in section.lines)


def parse_page(text: str, path: str) -> PageSource:
    """Parse a Markdown file; never raises: what cannot be read is in `error`."""
    raw = text.replace("\r\n", "\n").removeprefix("\ufeff").split("\n")
    front = read_front_matter(raw)
    lines = tuple(_lines(raw, front.length))
    headings = tuple(_headings(lines))
    sections = tuple(_sections(lines, headings))
    by_id: dict[str, Section] = {}
    for section in sections:
        by_id.setdefault(section.id, section)
    return PageSource(
        path,
        front.meta,
        sections,
        headings,
        front.error,
        front.error_line,
        front.misshapen,
        by_id,
    )


def _lines(raw: list[str], start: int) -> Iterator[Line]:
    end = start
    for number, text in enumerate(raw[start:], start + 1):
        if number > end:
            end = _literal_until(raw, number)
        yield Line(number, text, number <= end)


def _literal_until(raw: list[str], number: int) -> int:
    """The last line of the code or comment that begins on a line, or the line above it.

    What is opened and never closed opens nothing: Python-Markdown prints it as it stands.
    """
    following = enumerate(raw[number:], number + 1)
    fence = _FENCE.match(raw[number - 1])
    if fence:
        closing = (n for n, line in following if line.rstrip(" ") == fence["mark"])
        return next(closing, number - 1)
    _, opening, rest = CODE.sub("", raw[number - 1]).rpartition("<!--")
    if not opening or "-->" in rest:
        return number if opening else number - 1
    return next((n for n, line in following if "-->" in line), number - 1)


def _headings(lines: Iterable[Line]) -> Iterator[Heading]:
    for line in lines:
        match = None if line.literal else _HEADING.match(line.text)
        if match:
            words, attributes = split_attributes(match["text"])
            yield Heading(len(match["marks"]), words.rstrip("# "), attributes, line.number)


def _sections(lines: tuple[Line, ...], headings: Iterable[Heading]) -> Iterator[Section]:
    starts = {h.line: h for h in headings if h.attributes.id}
    heading: Heading | None = None
    block: list[Line] = []
    for line in lines:
        if line.number in starts:
            yield _section(heading, block)
            heading, block = starts[line.number], []
        block.append(line)
    yield _section(heading, block)


def _section(heading: Heading | None, lines: list[Line]) -> Section:
    return Section(heading.attributes.id if heading else LEAD, heading, tuple(lines))
