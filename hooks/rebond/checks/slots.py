"""Words that a reader types: only where no grammar depends on them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rebond.attributes import split_attributes
from rebond.blocks import BULLET
from rebond.checks.attributes import is_question
from rebond.finding import Finding
from rebond.languages import Language, SlotRules
from rebond.page_source import Line, PageSource, Section

_SLOT = re.compile(r"\{([a-z][a-z0-9-]*)\}")
_MOST = 0.4  # of the wordings may have one: a reader who types nothing has a choice as well


def check(page: PageSource, source: PageSource, language: Language) -> Iterator[Finding]:
    """Each typed word in quotation marks, after words that need not agree with it."""
    slots = {str(slot) for slot in source.meta.get("slots") or ()}
    if not slots:
        return
    for line in page.lines:
        words, _ = split_attributes(line.text)
        for slot in _SLOT.finditer(words) if not line.literal else ():
            if slot[1] in slots:
                yield from _context(page, line, words, slot, language.slots)
    yield from _share(page, source)
    if page.path != source.path:
        yield from _dropped(page, source)


def _context(
    page: PageSource, line: Line, words: str, slot: re.Match[str], rules: SlotRules
) -> Iterator[Finding]:
    opening, closing = rules.quotes or ("", "")
    before, after = words[: slot.start()], words[slot.end() :]
    if not (before.endswith(opening) and after.startswith(closing)):
        expected = f"a typed word in quotation marks, {opening}{slot[0]}{closing}"
        yield _finding(page, line, expected, words, "write the marks of this language around it")
        return
    before, after = before.removesuffix(opening), after.removeprefix(closing)
    for pattern, why in rules.before:
        if re.search(rf"(?:{pattern})\s*$", before, re.IGNORECASE):
            yield _finding(page, line, f"no “{pattern}” before {slot[0]}", words, why)
    for pattern, why in rules.after:
        if re.match(rf"\s*(?:{pattern})", after, re.IGNORECASE):
            yield _finding(page, line, f"no “{pattern}” after {slot[0]}", words, why)


def _finding(page: PageSource, line: Line, expected: str, words: str, mend: str) -> Finding:
    return Finding(page.path, line.number, expected, f"“{words.strip()}”", mend.rstrip("."))


def _share(page: PageSource, source: PageSource) -> Iterator[Finding]:
    wordings = [line for section in _questions(page, source) for line in _wordings(section)]
    typed = [line for line in wordings if _SLOT.search(line.text)]
    if len(typed) > _MOST * len(wordings):
        yield Finding(
            page.path,
            typed[0].number,
            "wordings of which six in ten or more need no typed word",
            f"{len(typed)} of {len(wordings)} with one",
            "write more of them without, or delete some",
        )


def _dropped(page: PageSource, source: PageSource) -> Iterator[Finding]:
    """Names that a question can take in the source and not here: it may be meant."""
    own = {section.id: section for section in _questions(page, source)}
    for section in _questions(source, source):
        here = own.get(section.id)
        if here is None or here.heading is None or not list(_wordings(here)):
            continue
        for name in sorted(_names(section) - _names(here)):
            yield Finding(
                page.path,
                here.heading.line,
                f"a wording of “{section.id}” with {{{name}}}, as {source.path} has",
                "none",
                "add one if your language allows it",
                fatal=False,
            )


def _names(section: Section) -> set[str]:
    return {name for line in _wordings(section) for name in _SLOT.findall(line.text)}


def _questions(page: PageSource, source: PageSource) -> Iterator[Section]:
    known = {heading.attributes.id for heading in source.headings if is_question(heading)}
    yield from (section for section in page.sections if section.id in known)


def _wordings(section: Section) -> Iterator[Line]:
    yield from (line for line in section.lines if not line.literal and BULLET.match(line.text))
