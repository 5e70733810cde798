"""A page as its author wrote it: front matter, sections and numbered lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from rebond.attributes import Attributes, split_attributes

LEAD = "_lead"
_FENCE = re.compile(r"^ {0,3}(?P<mark>`{3,}|~{3,})")
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
    """A parsed page; `error` tells why the front matter could not be read."""

    path: str
    meta: Mapping[str, Any]
    sections: tuple[Section, ...]
    headings: tuple[Heading, ...]
    error: str = ""
    error_line: int = 1
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
    start, meta, error, error_line = _front_matter(raw)
    lines = tuple(_lines(raw, start))
    headings = tuple(_headings(lines))
    sections = tuple(_sections(lines, headings))
    by_id: dict[str, Section] = {}
    for section in sections:
        by_id.setdefault(section.id, section)
    return PageSource(path, meta, sections, headings, error, error_line, by_id)


def _front_matter(raw: list[str]) -> tuple[int, dict[str, Any], str, int]:
    if raw[0].rstrip() != "---":
        return 0, {}, "", 1
    end = next((i for i, line in enumerate(raw[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        return 0, {}, "a front matter that is never closed by a line ---", 1
    try:
        meta = yaml.safe_load("\n".join(raw[1:end])) or {}
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        what = (
            f"a front matter that is not YAML ({getattr(problem, 'problem', None) or 'unreadable'})"
        )
        return end + 1, {}, what, mark.line + 2 if mark else 1
    if not isinstance(meta, dict):
        return end + 1, {}, "a front matter without `key: value` lines", 2
    return end + 1, meta, "", 1


def _lines(raw: list[str], start: int) -> Iterator[Line]:
    fence, comment = "", False
    for number, text in enumerate(raw[start:], start + 1):
        mark = _FENCE.match(text)
        literal = bool(fence) or comment or bool(mark)
        if fence:
            fence = "" if mark and text.strip().startswith(fence) else fence
        elif mark:
            fence = mark["mark"]
        elif comment or "<!--" in text:
            literal, comment = True, "-->" not in text.rpartition("<!--")[2]
        yield Line(number, text, literal)


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
