"""Tell authors and translators what to mend, all of it at once, before anything is built."""

from __future__ import annotations

import logging

from mkdocs.config.defaults import MkDocsConfig

from rebond.checks import check_site
from rebond.site import read_site

log = logging.getLogger("mkdocs.hooks.findings")


def on_pre_build(config: MkDocsConfig) -> None:
    """Warn of each finding, in the first of the builds only: it covers all languages."""
    i18n = config.plugins["i18n"]
    if i18n.building:
        return
    for finding in check_site(
        read_site(config.config_file_path, config.docs_dir, i18n.config.languages)
    ):
        log.warning("%s", finding)
