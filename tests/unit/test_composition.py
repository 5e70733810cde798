from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from rebond.composition import Composition, compose, compose_source
from rebond.guide import GuideExtension, Page
from rebond.languages import Language
from rebond.page_source import parse_page
from rebond.pages import MARKDOWN

SOURCE = """---
title: Titre
labels: {tone: Ton, soft: Doux}
choices: {tone: [soft]}
---

# Titre

Chapeau.

## Souffler { #heal }

- [ ] Dormir { #sleep due=1d }

    Pourquoi : la nuit.

- [ ] Parler { #tell }
- [ ] Marcher { #walk }

## Noter { #note }

| Nom | Date |
|---|---|
{ #sheet }

## Question { #ask theme=closing }

Pourquoi.
"""


def page(translation: str) -> tuple[str, set[str]]:
    composed = compose(parse_page(SOURCE, "fr.md"), parse_page(translation, "en.md"))
    return composed.markdown, set(composed.untranslated)


def test_a_missing_section_stands_in_the_source() -> None:
    markdown, untranslated = page("# Title\n\nLead.\n\n## Breathe { #heal }\n\nJust breathe.\n")
    assert "Just breathe." in markdown
    assert "## Noter { #note }" in markdown
    assert {"note", "sheet", "ask"} <= untranslated
    assert not {"_lead", "heal"} & untranslated


def test_a_missing_item_stands_in_its_place_and_order() -> None:
    markdown, untranslated = page(
        "## Breathe { #heal }\n\n- [ ] Walk { #walk }\n- [ ] Sleep { #sleep }\n\n    Night.\n"
    )
    positions = [markdown.index(words) for words in ("Sleep", "Night.", "Parler", "Walk")]
    assert positions == sorted(positions)
    assert "tell" in untranslated
    assert not {"sleep", "walk"} & untranslated


def test_settings_come_from_the_source() -> None:
    markdown, _ = page(
        "## Breathe { #heal }\n\n- [ ] Sleep { #sleep }\n\n## Ask { #ask }\n\nWhy.\n"
    )
    assert '- [ ] Sleep { #sleep due="1d" }' in markdown
    assert '## Ask { #ask theme="closing" }' in markdown


def test_an_item_that_the_source_has_dropped_disappears() -> None:
    markdown, _ = page("## Breathe { #heal }\n\n- [ ] Old { #old }\n- [ ] Sleep { #sleep }\n")
    assert "Old" not in markdown


def test_a_missing_list_follows_the_translated_words() -> None:
    markdown, untranslated = page("## Note { #note }\n\nWrite it down.\n")
    assert markdown.index("Write it down.") < markdown.index("| Nom | Date |")
    assert "sheet" in untranslated


def test_a_nested_item_keeps_the_sources_depth() -> None:
    source = "## A { #a }\n\n- [ ] Un { #one }\n    - [ ] Deux { #two }\n"
    own = "## A { #a }\n\n- [ ] One { #one }\n- [ ] Two { #two }\n"
    composed = compose(parse_page(source, "fr.md"), parse_page(own, "en.md"))
    assert "    - [ ] Two { #two }" in composed.markdown


def test_labels_fall_back_one_by_one() -> None:
    own = parse_page("---\ntitle: Title\nlabels: {tone: Tone}\n---\n", "en.md")
    composed = compose(parse_page(SOURCE, "fr.md"), own)
    assert composed.meta["title"] == "Title"
    assert composed.meta["labels"] == {"tone": "Tone", "soft": "Doux"}
    assert composed.meta["untranslated_labels"] == ["soft"]
    assert composed.meta["choices"] == {"tone": ["soft"]}


def test_without_a_translation_everything_is_marked() -> None:
    composed = compose(parse_page(SOURCE, "fr.md"), None)
    assert composed.whole
    assert composed.untranslated == {
        *("_lead", "heal", "sleep", "tell", "walk", "note", "sheet", "ask")
    }


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_the_source_composed_with_itself_is_itself(eol: str) -> None:
    source = parse_page(SOURCE.replace("\n", eol), "fr.md")
    composed = compose(source, source)
    assert composed.untranslated == frozenset()
    spelled = compose_source(source).markdown
    assert _words(composed.markdown) == _words(spelled)


def _words(markdown: str) -> list[str]:
    """The lines that are not empty, settings without their quotes."""
    return [line.replace('"', "") for line in markdown.splitlines() if line.strip()]


SECTIONS = st.lists(
    st.sampled_from(
        [
            "## One { #one }\n\n- [ ] Do it { #do due=1d }\n\n    Why.\n\n- [ ] Go { #go }\n",
            "## Two { #two }\n\n| A | B |\n|---|---|\n{ #sheet }\n",
            "## Three { #three }\n\n- [ ] Up { #up }\n    - [ ] Under { #under }\n\nWords.\n",
            "### Four { #four theme=closing }\n\n- Why?\n- Why so? { tone=plain }\n",
            "## Five { #five }\n\n```text\n- [ ] No task\n```\n\nNote[^5].\n\n[^5]: Words.\n",
        ]
    ),
    unique=True,
)


@given(SECTIONS)
def test_any_source_composed_with_itself_renders_as_itself(sections: list[str]) -> None:
    source = parse_page("\n".join(["# Title\n", *sections]), "fr.md")
    composed = compose(source, source)
    assert composed.untranslated == frozenset()
    assert _html(composed) == _html(compose_source(source))


def _html(composed: Composition) -> str:
    page = Page(composed.meta, Language("fr", "Français"), (), composed.untranslated, "Not yet.")
    return Markdown(extensions=[*MARKDOWN, GuideExtension(page)]).convert(composed.markdown)


PARTS = {
    "sleep": "- [ ] Sleep { #sleep }\n\n    Because of the night.",
    "tell": "- [ ] Tell { #tell }",
    "walk": "- [ ] Walk { #walk }",
}
ENDS = ("", "\n", "\n\n", "\n\nA last word.\n")


@given(
    st.lists(st.sampled_from(sorted(PARTS)), unique=True),
    st.booleans(),
    st.booleans(),
    st.sampled_from(ENDS),
)
def test_every_item_is_there_once_and_works_whatever_is_translated(
    items: list[str], note: bool, sheet: bool, end: str
) -> None:
    own = "## Breathe { #heal }\n\n" + "\n".join(PARTS[name] for name in items) + end
    # An item that follows an explanation needs the empty line that the check asks for.
    own = own.replace("night.\n-", "night.\n\n-")
    if note:
        own += "\n## Note { #note }\n\nWords."
        own += "\n\n| Name | Day |\n|---|---|\n{ #sheet }\n" if sheet else ""
    composed = compose(parse_page(SOURCE, "fr.md"), parse_page(own, "en.md"))
    html = _html(composed)
    boxes = re.findall('<input[^>]* id="([a-z]+)"', html)
    assert boxes == ["sleep", "tell", "walk"]
    assert 'class="worksheet" ' in html
    assert "[ ]" not in html
    assert set(re.findall('<h2[^>]* id="([a-z]+)"', html)) == {"heal", "note", "ask"}
