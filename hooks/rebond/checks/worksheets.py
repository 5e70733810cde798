"""Worksheets: tables that Markdown would print as text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rebond.blocks import Block, split_blocks
from rebond.finding import Finding
from rebond.page_source import Line, PageSource


def check(page: PageSource) -> Iterator[Finding]:
    """Too few columns, lines of different lengths, and tables glued to a paragraph."""
    above = {line.number: before for before, line in pairwise(page.lines)}
    for section in page.sections:
        for block in split_blocks(section.lines):
            if block.kind == "worksheet":
                yield from _columns(page, block)
                yield from _glued(page, block, above)


def _columns(page: PageSource, block: Block) -> Iterator[Finding]:
    first, second = block.lines[:2]
    if second.text.count("|") < 3:
        expected = "a worksheet of two columns or more"
        mend = "add a column, or make it a list of tasks"
        yield Finding(page.path, first.number, expected, f"“{first.text}”", mend)
    elif first.text.count("|") != second.text.count("|"):
        expected = "as many columns here as in the line above"
        mend = "write one --- for each name of a column"
        yield Finding(page.path, second.number, expected, f"“{second.text}”", mend)


def _glued(page: PageSource, block: Block, above: dict[int, Line]) -> Iterator[Finding]:
    first = block.lines[0]
    before = above.get(first.number, Line(0, "")).text.strip()
    if before and not before.startswith("#"):
        yield Finding(
            page.path,
            first.number,
            "an empty line above a worksheet",
            f"“{before}”",
            "add an empty line between the two",
        )
