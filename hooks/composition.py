"""Compose each page in the source's order and render it with the guide's own Markdown."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from rebond.build import site_of, version_of
from rebond.guide import GuideExtension
from rebond.pages import compose_page, extension
from rebond.values import fill


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """Keep MkDocs from reading the file: the package does, and reports what it cannot read."""
    return ""


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Replace a page's Markdown and front matter by the composed ones."""
    site = site_of(config)
    language, name = version_of(page.file, site)
    composed = compose_page(site, language, name)
    page.meta = dict(composed.meta)
    openings = (config.extra.get("openings") or {}).get(language.code) or {}
    ours = extension(site, language, composed, openings.get("count"))
    # MkDocs types this list by what mkdocs.yml can hold; Python-Markdown takes instances too.
    extensions: list[Any] = config.markdown_extensions
    extensions[:] = [one for one in extensions if not isinstance(one, GuideExtension)] + [ours]
    return fill(composed.markdown, config.extra, language.code)
