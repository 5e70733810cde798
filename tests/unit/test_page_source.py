from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebond.blocks import split_blocks
from rebond.page_source import LEAD, parse_page

PAGE = """---
title: Un titre
---

# Titre

Chapeau.

## Un { #one }

```text
## Pas un titre { #not }
```

<!-- ## Ni ceci { #nor } -->

### Deux { #two }

Fin.
"""

LINES = st.lists(
    st.sampled_from(
        [
            "",
            "## One { #one }",
            "### Two { #two }",
            "- [ ] Do it { #do }",
            "    - [ ] Nested { #nested }",
            "    Why.",
            "Text",
            "| A | B |",
            "|---|---|",
            "{ #sheet }",
            "```",
            "<!-- note",
            "-->",
        ]
    ),
    max_size=30,
)


def test_sections_run_from_id_to_id() -> None:
    page = parse_page(PAGE, "p.md")
    assert [section.id for section in page.sections] == [LEAD, "one", "two"]
    assert page.meta == {"title": "Un titre"}
    assert [(h.level, h.text, h.line) for h in page.headings] == [
        (1, "Titre", 5),
        (2, "Un", 9),
        (3, "Deux", 17),
    ]


@pytest.mark.parametrize(
    ("text", "error", "line"),
    [
        ("---\ntitle: a\n", "a front matter that is never closed by a line ---", 1),
        ("---\n- a\n---\n", "a front matter without `key: value` lines", 2),
    ],
)
def test_front_matter_that_cannot_be_read(text: str, error: str, line: int) -> None:
    page = parse_page(text, "p.md")
    assert (page.error, page.error_line, page.meta) == (error, line, {})


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("```text\n## No\n```\n\nYes", [1, 2, 3]),
        ("```\n```js\n```\nYes", [1, 2, 3]),
        ("```\nNever closed", []),
        (" ```\nIndented\n ```", []),
        ("<!-- One line -->\nYes", [1]),
        ("<!--\nNo\n-->\nYes", [1, 2, 3]),
        ("<!-- Never closed\nYes", []),
        ("Write `<!--` so\nYes -->", []),
    ],
)
def test_code_and_comments_are_literal_where_markdown_takes_them_so(
    text: str, literal: list[int]
) -> None:
    assert [line.number for line in parse_page(text, "p.md").lines if line.literal] == literal


@given(LINES)
def test_no_line_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    page = parse_page(text, "p.md")
    assert "\n".join(line.text for line in page.lines) == text
    for section in page.sections:
        blocks = split_blocks(section.lines)
        assert tuple(line for block in blocks for line in block.lines) == section.lines
