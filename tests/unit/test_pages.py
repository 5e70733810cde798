"""The way out: a whole guide, rendered by the package alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown

from rebond.pages import MARKDOWN, compose_page, extension, render
from rebond.site import Site, read_site

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site() -> Site:
    languages = [
        {"locale": "fr", "name": "Français", "default": True, "build": True},
        {"locale": "en", "name": "English", "default": False, "build": True},
    ]
    return read_site(str(ROOT / "mkdocs.yml"), str(ROOT / "docs"), languages)


def test_a_guide_renders_without_mkdocs(site: Site) -> None:
    for name in ("index.md", "checklist.md", "questions.md", "about.md"):
        for language in site.languages:
            html, meta = render(site, language, name)
            assert "<h1" in html
            assert meta["title"]
    checklist, _ = render(site, site.source, "checklist.md")
    assert 20 <= checklist.count('class="checklist__box"') <= 28
    questions, _ = render(site, site.source, "questions.md")
    assert 15 <= questions.count('class="question"') <= 20


def test_the_number_of_openings_is_a_message_in_the_language_s_own_figures(site: Site) -> None:
    page = compose_page(site, site.source, "index.md")
    converter = Markdown(extensions=[*MARKDOWN, extension(site, site.source, page, 3_000_000)])
    html = converter.convert(page.markdown)
    assert '<p class="openings__count">3\u202f000\u202f000 offres en ligne</p>' in html
