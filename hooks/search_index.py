"""Write a search index for each language, once all pages are there."""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from rebond.navigation import every_place
from rebond.search import index_page
from rebond.site import read_site


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Index the built pages; this runs last, after all languages."""
    if config.plugins["i18n"].building:
        return
    languages = config.plugins["i18n"].config.languages
    site = read_site(config.config_file_path, config.docs_dir, languages)
    entries: dict[str, list[dict[str, str]]] = {}
    for place in every_place(site, config.site_url or ""):
        html = Path(config.site_dir, place.url, "index.html").read_text("utf-8")
        entries.setdefault(place.language.code, []).extend(index_page(html, place.url))
    for code, index in entries.items():
        path = Path(config.site_dir, "search", f"{code}.json")
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(index, ensure_ascii=False), "utf-8")
