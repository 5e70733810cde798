"""What is nearly right: marks that would be printed as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rebond.attributes import split_attributes
from rebond.blocks import NEAR_TASK, TASK
from rebond.finding import Finding
from rebond.page_source import Line, PageSource

_BOX = re.compile(r"(?<![\w!\]`])\[[ xX]?\](?![\[(:`])")
_BRACES = re.compile(r"\{[ ]*(?:[#.][^{}]*|[a-z-]+=[^{}]*)\}")
_CODE = re.compile(r"`[^`]*`")


def check(page: PageSource) -> Iterator[Finding]:
    """Boxes and attributes that no list, heading or wording takes."""
    for line in page.lines:
        if not line.literal:
            text = _CODE.sub("", line.text)
            yield from _boxes(page, line, text)
            yield from _attributes(page, line, text)


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
