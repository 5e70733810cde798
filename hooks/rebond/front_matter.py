"""The settings at the top of a page: read, and kept only where they have their form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml


@dataclass(frozen=True)
class FrontMatter:
    """Settings, and the number of lines that they take.

    `error` tells why nothing could be read; `misshapen` holds the settings that were left out,
    each with the form that it should have.
    """

    length: int = 0
    meta: Mapping[str, Any] = field(default_factory=dict)
    error: str = ""
    error_line: int = 1
    misshapen: Mapping[str, str] = field(default_factory=dict)


def read_front_matter(raw: list[str]) -> FrontMatter:
    """Read the front matter of a page's lines; never raises."""
    if raw[0].rstrip() != "---":
        return FrontMatter()
    end = next((i for i, line in enumerate(raw[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        return FrontMatter(error="a front matter that is never closed by a line ---")
    try:
        meta = yaml.safe_load("\n".join(raw[1:end])) or {}
    # PyYAML lets through what a value's own type raises, as in `date: 2026-02-31`.
    except (yaml.YAMLError, ValueError, LookupError, AttributeError) as problem:
        return _unread(end + 1, problem)
    if not isinstance(meta, dict):
        return FrontMatter(end + 1, {}, "a front matter without `key: value` lines", 2)
    return _shaped(end + 1, meta)


def _unread(length: int, problem: Exception) -> FrontMatter:
    mark = getattr(problem, "problem_mark", None)
    what = getattr(problem, "problem", None) or str(problem) or "unreadable"
    error = f"a front matter that is not YAML ({what})"
    return FrontMatter(length, {}, error, mark.line + 2 if mark else 1)


def _shaped(length: int, meta: Mapping[Any, Any]) -> FrontMatter:
    kept: dict[str, Any] = {}
    misshapen: dict[str, str] = {}
    for name, value in meta.items():
        read, form = _FORMS.get(name, (_anything, ""))
        try:
            if value is not None:
                kept[str(name)] = read(value)
        except (TypeError, ValueError):
            misshapen[str(name)] = form
    return FrontMatter(length, kept, misshapen=misshapen)


def _anything(value: Any) -> Any:
    return value


def _words(value: Any) -> str:
    if isinstance(value, (dict, list)):
        raise TypeError
    return "" if value is None else str(value)


def _names(value: Any) -> list[str]:
    if not isinstance(value, list):
        raise TypeError
    return [_words(name) for name in value]


def _table(read: Callable[[Any], Any]) -> Callable[[Any], dict[str, Any]]:
    def read_table(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise TypeError
        return {str(name): read(one) for name, one in value.items()}

    return read_table


def _progress(value: Any) -> dict[str, str]:
    settings = _table(_words)(value)
    if settings not in ({"progress": "none"}, {"progress": "count"}):
        raise ValueError
    return settings


def _quota(value: Any) -> dict[str, list[int]]:
    quotas = _table(list)(value)
    for least, most in quotas.values():
        if not (isinstance(least, int) and isinstance(most, int) and 0 <= least <= most):
            raise ValueError
    return quotas


def _worksheet(value: Any) -> dict[str, int]:
    settings = _table(int)(value)
    most = {"rows": 50, "date": 20, "step": 20}
    if not settings or any(not 1 <= n <= most.get(name, 0) for name, n in settings.items()):
        raise ValueError
    return settings


_LIST = (_names, "[name, name]")
_FORMS: Mapping[Any, tuple[Callable[[Any], Any], str]] = {
    "title": (_words, "words"),
    "description": (_words, "words"),
    "labels": (_table(_words), "{name: words}"),
    "choices": (_table(_names), "{name: [value, value]}"),
    "checklists": (_table(_progress), "{id: {progress: none}}"),
    "worksheets": (
        _table(_worksheet),
        "{id: {rows: 6, date: 5, step: 4}}, with 1 to 50 rows and the numbers of two columns",
    ),
    "quotas": (_table(_quota), "{choice: {value: [least, most]}}"),
    "aliases": (_table(_words), "{former-id: id}"),
    "steps": _LIST,
    "slots": _LIST,
    "first": _LIST,
    "retired": _LIST,
    "formerly": (_names, "[former-name.md]"),
}
