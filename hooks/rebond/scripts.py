"""Scripts as they are published: the same code without what only its readers need."""

from __future__ import annotations

from rjsmin import jsmin


def minify_script(text: str) -> str:
    """A script without comments and spaces."""
    return str(jsmin(text))
