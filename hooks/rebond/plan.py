"""What a reader may keep, over all guides: lists, questions and worksheets in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from rebond.languages import Language
from rebond.navigation import guide_folders, page_path, url
from rebond.pages import render
from rebond.site import Site


@dataclass(frozen=True)
class Thing:
    """Something of a page under its address `<page path>#<id>`, in words without markup.

    `id` is one for the page that shows the things of many; `language` is set where the words
    are not in the reader's.
    """

    at: str
    id: str
    title: str
    url: str
    language: Language | None


@dataclass(frozen=True)
class Question(Thing):
    """A question, with the sentence that it is asked with unless another is chosen."""

    sentence: str


@dataclass(frozen=True)
class Item:
    """An item of a checklist; `due` is a time after the start, `3d` or `2w`, or nothing."""

    at: str
    id: str
    text: str
    due: str
    language: Language | None


@dataclass(frozen=True)
class Checklist(Thing):
    """A checklist under its heading; `progress` is `count` or `none`."""

    progress: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Worksheet(Thing):
    """A worksheet; `date` and `step` are the numbers of columns, or nothing."""

    columns: tuple[str, ...]
    rows: int
    date: str
    step: str


@dataclass(frozen=True)
class Share:
    """What one guide has for a plan."""

    title: str
    questions_url: str
    lists: tuple[Checklist, ...]
    questions: tuple[Question, ...]
    worksheets: tuple[Worksheet, ...]


def read_plan(site: Site, language: Language) -> tuple[Share, ...]:
    """The shares of all guides, each read from its pages as their reader gets them."""
    return tuple(share for f in guide_folders(site) if (share := _share(site, language, f)))


def _share(site: Site, language: Language, folder: str) -> Share | None:
    names = [folder + stem + ".md" for stem in ("index", "checklist", "questions")]
    guide, checklist, questions = (_Page.of(site, language, name) for name in names)
    if not (checklist or questions):
        return None
    return Share(
        guide.title if guide else "",
        questions.url if questions else "",
        tuple(checklist.lists()) if checklist else (),
        tuple(questions.questions()) if questions else (),
        tuple(checklist.worksheets()) if checklist else (),
    )


@dataclass(frozen=True)
class _Page:
    path: str
    url: str
    title: str
    tree: LexborHTMLParser
    source: Language

    @classmethod
    def of(cls, site: Site, language: Language, name: str) -> _Page | None:
        if not site.page(site.source, name):
            return None
        html, meta = render(site, language, name)
        title = str(meta.get("title", ""))
        address = url(site, language, name)
        return cls(page_path(name), address, title, LexborHTMLParser(html), site.source)

    def lists(self) -> Iterator[Checklist]:
        for node in self.tree.css("rebond-checklist"):
            items = tuple(self._item(item) for item in node.css("li.checklist__item"))
            progress = node.attributes.get("data-progress") or "count"
            heading = node.attributes.get("data-list") or ""
            yield Checklist(*self._thing(heading), progress=progress, items=items)

    def questions(self) -> Iterator[Question]:
        for node in self.tree.css("section.question"):
            sentence = _text(node.css_first(".wording"))
            identifier = node.attributes.get("aria-labelledby") or ""
            yield Question(*self._thing(identifier), sentence=sentence)

    def worksheets(self) -> Iterator[Worksheet]:
        for node in self.tree.css("rebond-worksheet"):
            table, heading = node.css_first("table"), node.attributes.get("aria-labelledby") or ""
            identifier = (table.attributes.get("id") or "") if table else ""
            at, key, _, _, language = self._thing(identifier)
            title = _text(self.tree.css_first(f"#{heading}"))
            columns = tuple(_text(cell) for cell in node.css("th"))
            settings = [node.attributes.get(name) or "" for name in ("data-date", "data-step")]
            href, rows = f"{self.url}#{heading}", len(node.css("tbody tr"))
            yield Worksheet(at, key, title, href, language, columns, rows, *settings)

    def _item(self, node: LexborNode) -> Item:
        box, label = node.css_first("input"), node.css_first("label")
        identifier = (box.attributes.get("id") or "") if box else ""
        due = (box.attributes.get("data-due") or "") if box else ""
        at, key, _, _, language = self._thing(identifier)
        return Item(at, key, _text(label), due, language)

    def _thing(self, identifier: str) -> tuple[str, str, str, str, Language | None]:
        node = self.tree.css_first(f"#{identifier}") if identifier else None
        at = f"{self.path}#{identifier}"
        key = at.replace("/#", "--").replace("/", "-")
        language = self.source if _is_foreign(node) else None
        return at, key, _text(node), f"{self.url}#{identifier}", language


def _text(node: LexborNode | None) -> str:
    return " ".join(node.text().split()) if node else ""


def _is_foreign(node: LexborNode | None) -> bool:
    """Whether a node stands in what is marked as the source's language."""
    while node is not None:
        if node.attributes.get("lang"):
            return True
        node = node.parent
    return False
