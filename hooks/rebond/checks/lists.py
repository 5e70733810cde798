"""Lists: items that Markdown would flatten, join or print as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from rebond.blocks import BULLET, NEAR_TASK, TASK, split_blocks
from rebond.finding import Finding
from rebond.page_source import Line, PageSource


def check(page: PageSource) -> Iterator[Finding]:
    """Wrong indentation, ordered or malformed tasks, and items glued to a paragraph."""
    before = opening = Line(0, "")
    for line in page.lines:
        if not before.text.strip() or before.text.startswith("#"):
            opening = line
        if not line.literal:
            yield from _item(page, line, opening)
            yield from _underline(page, line, before)
        before = line


def check_worksheets(page: PageSource) -> Iterator[Finding]:
    """Worksheets of one column: Markdown prints them as text."""
    for section in page.sections:
        for block in split_blocks(section.lines):
            if block.kind == "worksheet" and block.lines[1].text.count("|") < 3:
                yield Finding(
                    page.path,
                    block.lines[0].number,
                    "a worksheet of two columns or more",
                    f"“{block.lines[0].text}”",
                    "add a column, or make it a list of tasks",
                )


def _item(page: PageSource, line: Line, opening: Line) -> Iterator[Finding]:
    bullet = BULLET.match(line.text)
    if bullet and (len(bullet["indent"]) % 4 or "\t" in bullet["indent"]):
        yield _indented(page, line, len(bullet["indent"]))
    elif NEAR_TASK.match(line.text) and not TASK.match(line.text):
        yield _malformed(page, line)
    elif bullet and not BULLET.match(opening.text):
        yield _glued(page, line, opening)


def _indented(page: PageSource, line: Line, indent: int) -> Finding:
    return Finding(
        page.path,
        line.number,
        "a list item indented by no space, or by four for each level that it is nested",
        f"{indent} before “{line.text.strip()}”",
        f"indent it by {4 * round((indent + 1) / 4)} spaces",
    )


def _malformed(page: PageSource, line: Line) -> Finding:
    return Finding(
        page.path,
        line.number,
        "a task written “- [ ] words { #id }”",
        f"“{line.text.strip()}”",
        "begin it with a hyphen, a space, [ ] with a space inside, and a space",
    )


def _glued(page: PageSource, line: Line, opening: Line) -> Finding:
    return Finding(
        page.path,
        line.number,
        "an empty line between a paragraph and the list item that follows it",
        f"“{line.text.strip()}” in the same block as “{opening.text.strip()}”",
        "add an empty line above the item",
    )


def _underline(page: PageSource, line: Line, before: Line) -> Iterator[Finding]:
    if before.text.strip() and set(line.text.strip()) in ({"="}, {"-"}):
        yield Finding(
            page.path,
            line.number,
            "a heading that begins with # signs",
            f"“{before.text.strip()}” underlined with “{line.text.strip()}”",
            "write it as “## Heading { #id }”, or put an empty line above a rule",
        )
