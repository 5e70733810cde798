"""A language of the site: its code, direction and what is its own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from babel import Locale, UnknownLocaleError

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True)
class SlotRules:
    """How a word that a reader types may stand in a sentence.

    `quotes` is the pair of marks around it; `before` and `after` are pairs of a regular expression
    for what may not stand there, outside the marks, and the reason in the language's own terms.
    """

    quotes: tuple[str, str] | None = None
    before: tuple[tuple[str, str], ...] = ()
    after: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Language:
    """A language: BCP 47 code, name in its own words, forms of address (first: the default).

    `drafted` tells that a machine wrote its words and that nobody has reviewed them.
    """

    code: str
    name: str
    registers: Mapping[str, str] = field(default_factory=dict, hash=False)
    drafted: bool = False
    slots: SlotRules = SlotRules()

    @property
    def direction(self) -> Direction:
        """Which way its script runs."""
        try:
            return "rtl" if self.locale.text_direction == "rtl" else "ltr"
        except (UnknownLocaleError, ValueError):
            return "ltr"

    @property
    def locale(self) -> Locale:
        """Babel's data for it; raises UnknownLocaleError where CLDR has none."""
        return Locale.parse(self.code.replace("-", "_"))


def language_folder(locales: Path, code: str) -> Path:
    """The folder of a language under `locales/`, named as Babel names locales."""
    return locales / code.replace("-", "_")


def load_language(locales: Path, code: str, name: str) -> Language:
    """A language with the settings of its `language.toml`.

    A file that cannot be read gives none: the check reports it, and the build goes on.
    """
    settings = _settings(locales, code)
    registers = settings.get("registers")
    drafted = settings.get("origin") == "machine" and not settings.get("reviewers")
    forms = registers if isinstance(registers, dict) else {}
    return Language(code, name, forms, drafted, _slot_rules(settings.get("slots")))


def _slot_rules(given: Any) -> SlotRules:
    if not isinstance(given, dict):
        return SlotRules()
    quotes = given.get("quotes")
    pair = (str(quotes[0]), str(quotes[1])) if isinstance(quotes, list) and quotes[1:] else None
    forbidden = given.get("forbidden")
    rules = [rule for rule in forbidden if isinstance(rule, dict)] if forbidden else []
    sides = [
        tuple((str(rule[side]), str(rule.get("why", ""))) for rule in rules if side in rule)
        for side in ("before", "after")
    ]
    return SlotRules(pair, *sides)


def _settings(locales: Path, code: str) -> dict[str, Any]:
    path = language_folder(locales, code) / "language.toml"
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (FileNotFoundError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {}
