"""Lists: items that Markdown would flatten, join or print as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rebond.blocks import BULLET, NEAR_TASK, TASK
from rebond.finding import Finding
from rebond.page_source import Line, PageSource

_ANY_ITEM = re.compile(r"^ *(?:[-*+]|\d+\.)[ \t]+\S")


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


def check_nesting(page: PageSource) -> Iterator[Finding]:
    """Items nested too deep or below none, and explanations that fall out of their item."""
    above: list[Line] = []
    before = Line(0, "")
    for line in page.lines:
        opens = not before.text.strip() or line.text.startswith("#")
        before = line
        if line.literal or not line.text.strip():
            continue
        if _ANY_ITEM.match(line.text):
            yield from _nested(page, line, above)
            above = [one for one in above if _indent(one) < _indent(line)] + [line]
        elif opens:
            if above and 0 < _indent(line) < 4:
                yield _fallen_out(page, line, _indent(line))
            above = above if _indent(line) else []


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip(" "))


def _nested(page: PageSource, line: Line, above: list[Line]) -> Iterator[Finding]:
    indent, deepest = _indent(line), _indent(above[-1]) + 4 if above else 0
    parent = next((one for one in reversed(above) if _indent(one) < indent), line)
    if indent > deepest and indent % 4 == 0:
        yield _indented(page, line, indent, deepest)
    elif TASK.match(line.text) and not TASK.match(parent.text):
        yield Finding(
            page.path,
            line.number,
            "a task nested below a task",
            f"“{line.text.strip()}” below “{parent.text.strip()}”",
            "make the item above a task as well, or a paragraph, and indent this one by none",
        )


def _item(page: PageSource, line: Line, opening: Line) -> Iterator[Finding]:
    bullet = BULLET.match(line.text)
    if bullet and (len(bullet["indent"]) % 4 or "\t" in bullet["indent"]):
        indent = len(bullet["indent"])
        yield _indented(page, line, indent, 4 * round((indent + 1) / 4))
    elif NEAR_TASK.match(line.text) and not TASK.match(line.text):
        yield _malformed(page, line)
    elif bullet and not BULLET.match(opening.text):
        yield _glued(page, line, opening)


def _indented(page: PageSource, line: Line, indent: int, better: int) -> Finding:
    return Finding(
        page.path,
        line.number,
        "a list item indented by no space, or by four for each level that it is nested",
        f"{indent} before “{line.text.strip()}”",
        f"indent it by {better} spaces",
    )


def _fallen_out(page: PageSource, line: Line, indent: int) -> Finding:
    return Finding(
        page.path,
        line.number,
        "an explanation indented by four spaces below its item, or a paragraph by none",
        f"{indent} before “{line.text.strip()}”",
        "indent it by 4 spaces, or by none if it does not belong to the item",
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
