"""What is nearly right: marks that would be printed as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rebond.attributes import split_attributes
from rebond.blocks import NEAR_TASK, TASK
from rebond.finding import Finding
from rebond.page_source import CODE, Line, PageSource

_BOX = re.compile(r"(?<![\w!\]`])\[[\sxX✓✔]?\](?![\[(:`])")
_BRACES = re.compile(r"\{[ ]*(?:[#.][^{}]*|[a-z-]+=[^{}]*)\}")
_NEAR_HEADING = re.compile(r"^(?:\s{1,3}#{1,6}\s|#{1,6}[^# \t])")
_OPENING = re.compile(r"^\s*(?:`{3,}|~{3,})|<!--")


def check(page: PageSource) -> Iterator[Finding]:
    """Boxes and attributes that no list, heading or wording takes."""
    for line in page.lines:
        if not line.literal:
            text = CODE.sub("", line.text)
            yield from _boxes(page, line, text)
            yield from _attributes(page, line, text)
            yield from _heading(page, line)
            yield from _opening(page, line)
        yield from _bytes(page, line)


def _boxes(page: PageSource, line: Line, text: str) -> Iterator[Finding]:
    task = TASK.match(text)
    if task is None and NEAR_TASK.match(text):
        return  # A finding of the lists, with better advice.
    box = _BOX.search(task["label"] if task else text)
    if box:
        yield Finding(
            page.path,
            line.number,
            "[ ] only at the beginning of a task",
            f"“{box[0]}” inside “{line.text.strip()}”",
            "put the task on a line of its own, or write `[ ]` as code",
        )


def _attributes(page: PageSource, line: Line, text: str) -> Iterator[Finding]:
    rest, _ = split_attributes(text)
    match = _BRACES.search(rest)
    if match:
        yield Finding(
            page.path,
            line.number,
            "attributes at the end of the line, after a space",
            f"“{match[0]}”",
            "move it to the end of the heading or item, and write a space before {",
        )


def _heading(page: PageSource, line: Line) -> Iterator[Finding]:
    if _NEAR_HEADING.match(line.text):
        yield Finding(
            page.path,
            line.number,
            "a heading written “## Heading { #id }”",
            f"“{line.text.strip()}”",
            "begin the line with # signs and an ordinary space; write \\# if it is no heading",
        )


def _opening(page: PageSource, line: Line) -> Iterator[Finding]:
    mark = _OPENING.search(CODE.sub("", line.text)) or _OPENING.match(line.text)
    if mark:
        yield Finding(
            page.path,
            line.number,
            "code between two lines of ``` that nothing stands before, or <!-- a comment -->",
            f"“{mark[0].strip()}” that is not closed",
            "close it, without spaces at the beginning of the line, or delete it",
        )


def _bytes(page: PageSource, line: Line) -> Iterator[Finding]:
    if "\N{REPLACEMENT CHARACTER}" in line.text:
        yield Finding(
            page.path,
            line.number,
            "a file in UTF-8",
            f"bytes that are no text in “{line.text.strip()}”",
            "save the file in UTF-8 and write the characters again",
        )
