"""What the site's folder holds beside its pages: only what readers need, the same each time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from rebond.navigation import every_place, locate
from rebond.site import read_site


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the theme's own assets and the styles, which stand in the pages already."""
    ours = (Path(config.docs_dir), Path(config.theme.custom_dir))
    for file in list(files):
        origin = Path(file.abs_src_path) if file.abs_src_path else None
        kept = origin is None or any(origin.is_relative_to(folder) for folder in ours)
        if not kept or file.src_uri.endswith(".css"):
            files.remove(file)
    return files


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give the pages that are no page (404, sitemap) their place and languages."""
    languages = config.plugins["i18n"].config.languages
    site = read_site(config.config_file_path, config.docs_dir, languages)
    context["place"] = locate(site, site.source, "index.md", config.site_url or "")
    context["places"] = every_place(site, config.site_url or "")
    return context


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Write each of them once, in the source language: the languages share one address."""
    return "" if config.plugins["i18n"].building else output_content


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Remove the compressed sitemap: it carries the day of the build, and no crawler needs it."""
    Path(config.site_dir, "sitemap.xml.gz").unlink(missing_ok=True)
