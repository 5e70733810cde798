"""Settings of headings, items and wordings: known names, declared values."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from rebond.attributes import Attributes, split_attributes
from rebond.blocks import BULLET, TASK, split_blocks
from rebond.finding import Finding
from rebond.page_source import Heading, PageSource, Section

DUE = re.compile(r"\d{1,3}[dw]")
CLASSES = ("question", "openings", "letter")

Choices = Mapping[str, Collection[str] | None]
"""Names of settings with their values; None stands for a value of another form."""


def check(page: PageSource) -> Iterator[Finding]:
    """Attributes that nothing on a source page knows."""
    choices = declared(page)
    moments = {h.attributes.id for h in page.headings if h.level == 2}
    for heading in page.headings:
        allowed = {**choices, "moment": moments} if heading.level > 2 and choices else {}
        yield from _known(page, heading.line, heading.attributes, allowed)
    for section in page.sections:
        yield from _items(page, section)
        if section.heading is None or not section.heading.attributes.settings:
            yield from _classes(page, section)


def check_wordings(
    page: PageSource, source: PageSource, registers: Collection[str]
) -> Iterator[Finding]:
    """Attributes of wordings and letters: these stand in each language."""
    choices = dict(declared(source)) | {"register": registers}
    questions = {h.attributes.id for h in source.headings if is_question(h)}
    for section in page.sections:
        for line in section.lines:
            attributes = Attributes() if line.literal else split_attributes(line.text)[1]
            wording = section.id in questions and BULLET.match(line.text)
            if wording or "letter" in attributes.classes:
                yield from _known(page, line.number, attributes, choices)


def declared(page: PageSource) -> Choices:
    """The choices that a page declares in its front matter, with their values."""
    choices = page.meta.get("choices")
    if not isinstance(choices, dict):
        return {}
    return {str(name): [str(v) for v in values or ()] for name, values in choices.items()}


def is_question(heading: Heading) -> bool:
    """Whether a heading of a source page opens a question: it has settings."""
    return bool(heading.attributes.settings)


def _items(page: PageSource, section: Section) -> Iterator[Finding]:
    for block in split_blocks(section.lines):
        if block.kind == "item":
            yield from _known(page, block.line, block.attributes, {"due": None})
            yield from _due(page, block.line, block.attributes)


def _due(page: PageSource, line: int, attributes: Attributes) -> Iterator[Finding]:
    due = attributes.settings.get("due")
    if due is not None and not DUE.fullmatch(due):
        mend = "write a number and d or w, as in due=3d"
        yield Finding(page.path, line, "a time in days or weeks", f"due={due}", mend)


def _classes(page: PageSource, section: Section) -> Iterator[Finding]:
    for line in section.lines:
        bare = not (line.literal or TASK.match(line.text) or line.text.startswith("#"))
        for name in split_attributes(line.text)[1].classes if bare else ():
            if name not in CLASSES:
                expected = "one of " + ", ".join(f".{known}" for known in CLASSES)
                yield Finding(
                    page.path, line.number, expected, f"“.{name}”", "delete or correct it"
                )


def _known(
    page: PageSource, line: int, attributes: Attributes, choices: Choices
) -> Iterator[Finding]:
    for name in attributes.stray:
        yield _unknown(page, line, name, choices)
    for name, value in attributes.settings.items():
        if name not in choices:
            yield _unknown(page, line, name, choices)
            continue
        values = choices[name]
        unknown = [word for word in value.split() if values is not None and word not in values]
        for word in unknown:
            yield _undeclared(page, line, name, word, values or ())


def _undeclared(
    page: PageSource, line: int, name: str, word: str, values: Collection[str]
) -> Finding:
    expected = f"{name}= one of {', '.join(values)}" if values else f"no {name}= in this language"
    mend = "correct it, or declare it (`choices` in the source page, registers in language.toml)"
    return Finding(page.path, line, expected, f"“{word}”", mend)


def _unknown(page: PageSource, line: int, name: str, choices: Choices) -> Finding:
    known = ", ".join(f"{choice}=" for choice in choices) or "no settings here"
    mend = "correct its spelling, or delete it"
    return Finding(
        page.path, line, f"an attribute that means something ({known})", f"“{name}”", mend
    )
