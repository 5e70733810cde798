"""What a build by MkDocs and static-i18n says of itself, read without importing either."""

from __future__ import annotations

from typing import Any

from rebond.languages import Language
from rebond.site import Site, read_site


def site_of(config: Any) -> Site:
    """The site that a MkDocs configuration describes."""
    languages = config.plugins["i18n"].config.languages
    return read_site(config.config_file_path, config.docs_dir, languages)


def is_nested(config: Any) -> bool:
    """Whether this build is of a further language, inside the build of the source."""
    return bool(config.plugins["i18n"].building)


def language_built(config: Any, site: Site) -> Language:
    """The language that is being built; right from `on_env` on, the last one's before."""
    return site.language(config.plugins["i18n"].current_language)


def version_of(file: Any, site: Site) -> tuple[Language, str]:
    """The language that a file is built for, and its page's path in a language's folder."""
    return site.language(file.locale_alternate_of), file.norm_src_uri
