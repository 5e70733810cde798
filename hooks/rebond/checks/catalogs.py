"""PO files: syntax, plural forms and placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from rebond.finding import Finding
from rebond.messages import catalog_path, invented, placeholders

_LINE = re.compile(r'\s*$|#|(?:msg\w+(?:\[\d+\])?\s+)?"(?:[^"\\]|\\.)*"\s*$')


def check(locales: Path, language: str, root: Path) -> Iterator[Finding]:
    """Findings of one language's catalog; an absent catalog or message is none."""
    path = catalog_path(locales, language)
    if not path.exists():
        return
    name = path.relative_to(root).as_posix()
    unread = list(_lines(name, path.read_text("utf-8", errors="replace")))
    yield from unread
    if not unread:
        yield from _catalog(name, path.read_bytes(), language.replace("-", "_"))


def _catalog(name: str, content: bytes, locale: str) -> Iterator[Finding]:
    try:
        catalog = read_po(BytesIO(content), locale=locale, abort_invalid=True)
    except PoFileError as problem:
        yield _syntax(name, problem.lineno, str(problem))
    except (ValueError, SyntaxError, LookupError) as problem:
        yield _syntax(name, 1, str(problem))
    else:
        yield from _messages(name, catalog)


def _lines(name: str, text: str) -> Iterator[Finding]:
    """Lines that are no PO; Babel reads a string that is never closed without a word."""
    for number, line in enumerate(text.splitlines(), 1):
        if not _LINE.match(line):
            yield _syntax(name, number, f"“{line.strip()}”")


def _messages(name: str, catalog: Catalog) -> Iterator[Finding]:
    for message in catalog:
        if message.id and message.string and not message.fuzzy:
            yield from _plurals(name, message, catalog.num_plurals)
            yield from _placeholders(name, message)


def _plurals(name: str, message: Message, expected: int) -> Iterator[Finding]:
    if not isinstance(message.id, (list, tuple)):
        return
    forms = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
    given = sum(1 for form in forms if form)
    if 0 < given < expected or len(forms) > expected:
        yield Finding(
            name,
            message.lineno or 1,
            f"{expected} plural forms, msgstr[0] to msgstr[{expected - 1}]",
            f"{given} for “{message.id[0]}”",
            "fill in each form, or empty all of them to leave it untranslated",
        )


def _placeholders(name: str, message: Message) -> Iterator[Finding]:
    for token in sorted(invented(message)):
        yield Finding(
            name,
            message.lineno or 1,
            "only the placeholders of the msgid: "
            + (", ".join(sorted(placeholders(message))) or "none"),
            f"“{token}”",
            "copy placeholders letter by letter, they are never translated; write %% for a plain %",
        )


def _syntax(name: str, line: int, problem: str) -> Finding:
    mend = (
        "compare it with the entries around it: a quote is often missing, or wants a \\ before it"
    )
    return Finding(name, line, "a comment, or a keyword and text in quotes", problem, mend)
