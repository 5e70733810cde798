"""What the site's folder holds beside its pages: only what readers need, the same each time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from rebond.build import is_nested, site_of
from rebond.navigation import every_place, locate
from rebond.scripts import minify_script


@event_priority(-200)  # after static-i18n, which wants to know where each file is
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the theme's own assets and the styles, which stand in the pages already.

    Scripts are published without what only their readers in the repository need.
    """
    ours = [Path(folder) for folder in (config.docs_dir, config.theme.custom_dir) if folder]
    for file in list(files):
        origin = Path(file.abs_src_path) if file.abs_src_path else None
        kept = origin is None or any(origin.is_relative_to(folder) for folder in ours)
        if not kept or file.src_uri.endswith(".css"):
            files.remove(file)
        elif file.src_uri.endswith(".js"):
            file.content_string = minify_script(file.content_string)
    return files


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give the pages that are no page (404, sitemap) their place and languages."""
    site, url = site_of(config), config.site_url or ""
    context["place"] = locate(site, site.source, "index.md", url)
    context["places"] = [] if is_nested(config) else every_place(site, url)
    return context


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Write each of them once, in the source language: the languages share one address."""
    return "" if is_nested(config) else output_content


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Remove the compressed sitemap: it carries the day of the build, and no crawler needs it."""
    Path(config.site_dir, "sitemap.xml.gz").unlink(missing_ok=True)
