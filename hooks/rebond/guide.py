"""The Markdown extension that makes a guide's lists, questions and worksheets work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from rebond import checklist, fallback, headings, letters, openings, questions, worksheet
from rebond.languages import Language

# Before `inline` (20): bold, links and code then work inside labels and wordings.
_BEFORE_INLINE = 30


@dataclass(frozen=True)
class Page:
    """What rendering needs to know of a page beside its Markdown."""

    meta: Mapping[str, Any]
    source: Language
    registers: tuple[str, ...] = ()
    untranslated: frozenset[str] = field(default_factory=frozenset)
    note: str = ""
    openings: str = ""


class GuideExtension(Extension):
    """One instance for one page: it carries that page's settings."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register the tree processor."""
        md.treeprocessors.register(_Guide(md, self.page), "rebond_guide", _BEFORE_INLINE)


class _Guide(Treeprocessor):
    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: Element) -> None:
        """Enhance the tree; marking comes before grouping, while sections are flat."""
        page = self.page
        headings.identify(root, page.meta)
        checklist.enhance(root, page.meta)
        worksheet.enhance(root, page.meta)
        openings.enhance(root, page.source, page.openings)
        letters.enhance(root, page.meta)
        fallback.mark(root, page.untranslated, page.source, page.note)
        questions.enhance(root, page.meta, page.registers)
