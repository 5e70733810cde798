"""Give templates their messages, and each page its place among guides and languages."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from rebond.build import language_built, site_of, version_of
from rebond.interface import prepare
from rebond.messages import load_messages
from rebond.navigation import locate
from rebond.plan import read_plan
from rebond.renamed import former_addresses

_command = ""


def on_startup(command: str, dirty: bool) -> None:
    """Remember what was asked for: `serve` puts a script of its own into each page."""
    global _command
    _command = command


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Load the messages of the language that is being built."""
    site = site_of(config)
    prepare(env, load_messages(site.locales, language_built(config, site), site.source))
    env.globals["renamed"] = former_addresses(site)
    env.globals["live"] = _command == "serve"
    return env


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Tell the template where the reader is."""
    site = site_of(config)
    place = context["place"] = locate(site, *version_of(page.file, site), config.site_url or "")
    context["plan"] = read_plan(site, place.language) if place.kind == "plan" else ()
    return context
