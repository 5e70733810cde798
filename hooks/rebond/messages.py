"""Interface messages: a language's PO file, read without a compile step."""

from __future__ import annotations

from functools import lru_cache
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import Translations
from markupsafe import Markup

from rebond.languages import Language, language_folder


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
            write_mo(compiled, read_po(file, abort_invalid=True))
    except (PoFileError, ValueError, SyntaxError):
        return b""
    return compiled.getvalue()
