"""Give templates their messages, and each page its place among guides and languages."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from rebond.interface import prepare
from rebond.messages import load_messages
from rebond.navigation import locate
from rebond.site import Site, read_site


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Load the messages of the language that is being built."""
    site = _site(config)
    language = site.language(config.plugins["i18n"].current_language)
    prepare(env, load_messages(site.locales, language, site.source))
    return env


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Tell the template where the reader is."""
    site = _site(config)
    language = site.language(page.file.locale_alternate_of)
    context["place"] = locate(site, language, page.file.norm_src_uri, config.site_url or "")
    return context


def _site(config: MkDocsConfig) -> Site:
    languages = config.plugins["i18n"].config.languages
    return read_site(config.config_file_path, config.docs_dir, languages)
