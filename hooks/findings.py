"""Tell authors and translators what to mend, all of it at once, before anything is built."""

from __future__ import annotations

import logging

from mkdocs.config.defaults import MkDocsConfig

from rebond.build import is_nested, site_of
from rebond.checks import check_site

log = logging.getLogger("mkdocs.hooks.findings")


def on_pre_build(config: MkDocsConfig) -> None:
    """Warn of each finding, in the first of the builds only: it covers all languages."""
    if not is_nested(config):
        for finding in check_site(site_of(config)):
            log.log(logging.WARNING if finding.fatal else logging.INFO, "%s", finding)
