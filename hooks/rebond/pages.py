"""From the files of a page to what its readers get, with or without MkDocs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from babel.numbers import format_decimal
from markdown import Extension, Markdown

from rebond.composition import Composition, compose, compose_source
from rebond.guide import GuideExtension, Page
from rebond.languages import Language
from rebond.messages import load_messages
from rebond.site import Site

MARKDOWN = ("abbr", "def_list", "fenced_code", "footnotes", "tables", "toc")


def compose_page(site: Site, language: Language, name: str) -> Composition:
    """The composed page `name` (its path in the language's folder, `about.md`)."""
    source, own = site.page(site.source, name), site.page(language, name)
    if source is None:
        assert own is not None, f"no language has {name}"
        return compose_source(own)
    return compose_source(source) if language == site.source else compose(source, own)


def extension(
    site: Site, language: Language, page: Composition, openings: int | None = None
) -> GuideExtension:
    """The Markdown extension for one composed page.

    `openings` is the number to tell below the call to action.
    """
    messages = load_messages(site.locales, language, site.source)
    _, count = messages.gettext, ""
    whole, part = _("This page is not translated yet."), _("This part is not translated yet.")
    if openings is not None:
        number = format_decimal(openings, locale=language.locale)
        count = messages.ngettext("%(num)s opening", "%(num)s openings", openings) % {"num": number}
    registers = tuple(language.registers)
    note = whole if page.whole else part
    return GuideExtension(Page(page.meta, site.source, registers, page.untranslated, note, count))


def render(
    site: Site, language: Language, name: str, extra: Sequence[str | Extension] = MARKDOWN
) -> tuple[str, Mapping[str, Any]]:
    """A page's HTML and front matter, rendered by this package alone."""
    page = compose_page(site, language, name)
    converter = Markdown(extensions=[*extra, extension(site, language, page)])
    return converter.convert(page.markdown), page.meta
