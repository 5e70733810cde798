"""Interface messages: a language's PO file, read without a compile step."""

from __future__ import annotations

import re
from functools import lru_cache
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import Translations
from markupsafe import Markup

from rebond.languages import Language, language_folder

_TOKEN = re.compile(r"%%|(%\(\w+\)[a-z]|\{\w+\}|%)")


def catalog_path(locales: Path, code: str) -> Path:
    """Where a language's PO file stands."""
    return language_folder(locales, code) / "LC_MESSAGES" / "messages.po"


def load_messages(locales: Path, language: Language, source: Language) -> NullTranslations:
    """The messages of one language; what it lacks comes in the source's words, marked so.

    Fuzzy entries count as lacking. A file that cannot be read gives no messages: the check
    reports it, and the build goes on.
    """
    messages = _read(catalog_path(locales, language.code))
    if language != source:
        messages.add_fallback(_Marked(_read(catalog_path(locales, source.code)), source))
    return messages


def invented(message: Message) -> set[str]:
    """What a translation would fill in and its msgid does not: `%(nom)s`, or a lone `%`."""
    known = _tokens(message.id) | (set() if "%(" in str(message.id) else {"%"})
    return _tokens(message.string) - known


def placeholders(message: Message) -> set[str]:
    """What the msgid of a message has to be filled in."""
    return _tokens(message.id)


def _tokens(text: str | tuple[str, ...] | list[str] | None) -> set[str]:
    forms = text if isinstance(text, (list, tuple)) else (text or "",)
    return {token for form in forms for token in _TOKEN.findall(form or "") if token}


class _Marked(NullTranslations):
    """The source's messages as HTML that says which language it is."""

    def __init__(self, messages: NullTranslations, language: Language) -> None:
        super().__init__()
        self._messages, self._language = messages, language

    def gettext(self, message: str) -> str:
        return self._mark(self._messages.gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._mark(self._messages.ngettext(msgid1, msgid2, n))

    def _mark(self, text: str) -> Markup:
        # Safe: format() of a Markup escapes each of its arguments.
        html = Markup('<span lang="{}" dir="{}">{}</span>')
        return html.format(self._language.code, self._language.direction, text)


def _read(path: Path) -> NullTranslations:
    if not path.exists():
        return NullTranslations()
    compiled = BytesIO(_compile(path, path.stat().st_mtime_ns))
    return Translations(fp=compiled) if compiled.getbuffer().nbytes else NullTranslations()


@lru_cache(maxsize=64)
def _compile(path: Path, _changed: int) -> bytes:
    compiled = BytesIO()
    try:
        with path.open("rb") as file:
            catalog = read_po(file, abort_invalid=True)
        for message in catalog:
            if invented(message):
                message.flags.add("fuzzy")  # Filling it in would fail: it counts as lacking.
        write_mo(compiled, catalog)
    except (PoFileError, ValueError, SyntaxError, LookupError):
        return b""
    return compiled.getvalue()
