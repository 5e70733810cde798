"""Settings in front matter and in a language's own file."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from rebond.checks.ids import places
from rebond.finding import Finding
from rebond.languages import language_folder
from rebond.page_source import PageSource

_KEYS = (
    "title",
    "description",
    "labels",
    "steps",
    "checklists",
    "worksheets",
    "choices",
    "slots",
    "first",
    "quotas",
    "aliases",
    "retired",
    "formerly",
)


def check_forms(page: PageSource) -> Iterator[Finding]:
    """Settings, in any language, that have not the form that they need."""
    for name, form in page.misshapen.items():
        yield _finding(page, f"`{name}: {form}`", name)


def check_page(page: PageSource) -> Iterator[Finding]:
    """Front matter of a source page: keys that mean something, ids that exist."""
    for key in page.meta:
        if key not in _KEYS:
            yield _finding(page, f"a setting ({', '.join(_KEYS)})", str(key))
    known = {identifier for identifier, _ in places(page)}
    for key in ("steps", "checklists", "worksheets", "first"):
        for identifier in _names(page.meta.get(key)):
            if identifier not in known:
                yield _finding(page, f"under `{key}` an id that the page has", identifier)
    yield from _labels(page)


def _labels(page: PageSource) -> Iterator[Finding]:
    choices = page.meta.get("choices") or {}
    needed = [name for choice, values in choices.items() for name in (choice, *values)]
    for choice, quotas in (page.meta.get("quotas") or {}).items():
        for value in quotas:
            if value not in (choices.get(choice) or ()):
                yield _finding(page, f"under `quotas` a value of the choice “{choice}”", value)
    labels = page.meta.get("labels") or {}
    for name in [*needed, *(page.meta.get("slots") or ())]:
        if name not in labels:
            yield _finding(page, f"a label for “{name}” under `labels`", "none")


def _names(value: Any) -> Collection[str]:
    return [str(name) for name in value] if isinstance(value, (dict, list)) else []


def _finding(page: PageSource, expected: str, found: str) -> Finding:
    mend = "correct the front matter between the two lines of three hyphens"
    return Finding(page.path, 1, expected, f"“{found}”", mend)


def check_language(locales: Path, language: str, root: Path) -> Iterator[Finding]:
    """A language.toml that is not TOML."""
    path = language_folder(locales, language) / "language.toml"
    if not path.exists():
        return
    try:
        tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        name = path.relative_to(root).as_posix()
        mend = "compare the file with another language's"
        yield Finding(name, 1, "a settings file in TOML", str(problem), mend)
