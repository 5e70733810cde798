"""Write a search index for each language, once all pages are there."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from rebond.build import is_nested, site_of
from rebond.search import write_indexes


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Index the built pages; this runs last, after all languages."""
    if not is_nested(config):
        write_indexes(site_of(config), Path(config.site_dir))
