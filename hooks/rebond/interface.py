"""The template environment's own words and filters."""

from __future__ import annotations

from gettext import NullTranslations

from jinja2 import Environment

from rebond.policy import source_hash


def prepare(environment: Environment, messages: NullTranslations) -> None:
    """Give an environment its messages, and escape all that is not markup by declaration.

    Old-style gettext: what a translator writes is escaped like any other text.
    """
    environment.autoescape = True
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_translations(messages, newstyle=False)  # type: ignore[attr-defined]
    environment.filters["source_hash"] = source_hash
