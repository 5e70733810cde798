"""Markdown in, HTML out: what the extensions make of each feature, to the letter.

`REBOND_UPDATE_GOLDENS=1 pytest` writes the files anew and fails, so that a change is looked at.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from markdown import Markdown

from rebond.composition import Composition, compose, compose_source
from rebond.guide import GuideExtension, Page
from rebond.languages import Language
from rebond.page_source import parse_page
from rebond.pages import MARKDOWN

GOLDENS = Path(__file__).parent / "goldens"
SOURCES = sorted(path for path in GOLDENS.glob("*.md") if not path.stem.endswith(".en"))
FRENCH = Language("fr", "Français", {"formal": "Vous", "informal": "Tu"})


def render(path: Path) -> str:
    source = parse_page(path.read_text("utf-8"), path.name)
    own = path.with_suffix(".en.md")
    translation = parse_page(own.read_text("utf-8"), own.name) if own.exists() else None
    composed = compose(source, translation) if translation else compose_source(source)
    return _html(composed)


def _html(composed: Composition) -> str:
    page = Page(composed.meta, FRENCH, ("formal", "informal"), composed.untranslated, "Not yet.")
    converter = Markdown(extensions=[*MARKDOWN, "attr_list", GuideExtension(page)])
    return converter.convert(composed.markdown) + "\n"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_golden(path: Path) -> None:
    golden, html = path.with_suffix(".html"), render(path)
    if os.environ.get("REBOND_UPDATE_GOLDENS"):
        golden.write_text(html, "utf-8")
        pytest.fail(f"{golden.name} was written anew: read it, then run the tests again")
    assert html.splitlines() == golden.read_text("utf-8").splitlines()
