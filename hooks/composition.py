"""Compose each page in the source's order and render it with the guide's own Markdown."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from rebond.guide import GuideExtension
from rebond.pages import compose_page, extension
from rebond.site import read_site
from rebond.values import fill


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Replace a page's Markdown and front matter by the composed ones."""
    languages = config.plugins["i18n"].config.languages
    site = read_site(config.config_file_path, config.docs_dir, languages)
    language = site.language(page.file.locale_alternate_of)
    composed = compose_page(site, language, page.file.norm_src_uri)
    page.meta = dict(composed.meta)
    others = [one for one in config.markdown_extensions if not isinstance(one, GuideExtension)]
    openings = (config.extra.get("openings") or {}).get(language.code) or {}
    ours = extension(site, language, composed, openings.get("count"))
    config.markdown_extensions = [*others, ours]
    return fill(composed.markdown, config.extra, language.code)
