"""All findings of all languages in one run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rebond.checks import (
    attributes,
    catalogs,
    ids,
    kept,
    leftovers,
    lists,
    loose,
    parity,
    references,
    settings,
    slots,
    worksheets,
)
from rebond.finding import Finding
from rebond.languages import Language
from rebond.page_source import PageSource
from rebond.site import Site


def check_site(site: Site) -> list[Finding]:
    """Read every page and catalog and return what is wrong, sorted by file and line."""
    source = site.pages(site.source)
    findings = [f for page in source.values() for f in _source(page)]
    findings += kept.check(site, source)
    for language in site.languages:
        findings += _language(site, language, source)
    return sorted(set(findings))


def _language(
    site: Site, language: Language, source: Mapping[str, PageSource]
) -> Iterator[Finding]:
    for name, page in site.pages(language).items():
        original = source.get(name)
        yield from _page(page)
        yield from loose.check(page, original)
        if language != site.source:
            yield from parity.check(page, original)
            yield from references.check_against(page, original)
        if original is not None:
            yield from attributes.check_wordings(page, original, language.registers)
            yield from slots.check(page, original, language)
    yield from catalogs.check(site.locales, language.code, site.root)
    yield from settings.check_language(site.locales, language.code, site.root)


def _page(page: PageSource) -> Iterator[Finding]:
    """What is wrong in any page, whichever language it is in."""
    if page.error:
        mend = "write `key: value` lines between two lines of three hyphens"
        yield Finding(page.path, page.error_line, "a front matter in YAML", page.error, mend)
    checks = (
        *(settings.check_forms, ids.check, lists.check, lists.check_nesting),
        *(worksheets.check, references.check, leftovers.check),
    )
    for check in checks:
        yield from check(page)


def _source(page: PageSource) -> Iterator[Finding]:
    for check in (ids.check_source, attributes.check, settings.check_page):
        yield from check(page)
