"""Attributes that belong to nothing: Markdown prints them, or drops them without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rebond.attributes import Attributes, split_attributes
from rebond.blocks import Block, split_blocks
from rebond.checks.attributes import is_question
from rebond.finding import Finding
from rebond.page_source import Line, PageSource, Section

_QUOTATION = re.compile(r">")
_PARAGRAPH = re.compile(r"(?![#>|{]|[-*+][ \t]|\d+\.[ \t]|\*?\[[^\]]*\]:)\S")


def check(page: PageSource, source: PageSource | None) -> Iterator[Finding]:
    """Attributes elsewhere than on headings, tasks, wordings, worksheets and marked paragraphs."""
    headings = (source or page).headings
    questions = {heading.attributes.id for heading in headings if is_question(heading)}
    for section in page.sections:
        taken = set(_taken(section))
        before = opening = Line(0, "")
        for line, following in zip(section.lines, (*section.lines[1:], Line(0, "")), strict=False):
            if not before.text.strip() or before.text.startswith("#"):
                opening = line
            rest, attributes = split_attributes(line.text)
            wording = section.id in questions and _is_choice(attributes)
            known = line.literal or line.number in taken or wording
            ends = not rest and not following.text.strip()
            if attributes and not known and not (ends and _marks(attributes, opening)):
                yield _loose(page, line, before)
            before = line


def _is_choice(attributes: Attributes) -> bool:
    return not attributes.id and not attributes.classes


def _marks(attributes: Attributes, opening: Line) -> bool:
    """Whether a line of attributes marks the quotation or paragraph that opens there."""
    start = {"question": _QUOTATION, "openings": _PARAGRAPH, "letter": _QUOTATION}
    patterns = [start[name] for name in attributes.classes if name in start]
    return not attributes.id and all(pattern.match(opening.text) for pattern in patterns)


def _taken(section: Section) -> Iterator[int]:
    """Lines whose attributes have their place."""
    yield from (line.number for line in section.lines if line.text.startswith("#"))
    for block in split_blocks(section.lines):
        if block.kind == "worksheet":
            yield block.lines[2].number
        elif block.kind == "item":
            yield from _label_end(block)


def _label_end(block: Block) -> Iterator[int]:
    for line in block.lines:
        if not line.text.strip():
            return
        if split_attributes(line.text)[1]:
            yield line.number
            return


def _loose(page: PageSource, line: Line, before: Line) -> Finding:
    above = f"“{before.text.strip()}”" if before.text.strip() else "an empty line"
    return Finding(
        page.path,
        line.number,
        "attributes at the end of a heading, a task or a wording, or alone right below a "
        "quotation, a paragraph or the two lines of a worksheet",
        f"“{line.text.strip()}” below {above}",
        "move them to where they belong, or delete them",
    )
