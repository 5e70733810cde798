"""A page in the source's order: the translation where there is one, else the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rebond.attributes import split_attributes
from rebond.blocks import Block, split_blocks
from rebond.page_source import Line, PageSource, Section

WORDS = ("title", "description", "labels")


@dataclass(frozen=True)
class Composition:
    """A page ready to render: Markdown, front matter, and what is not translated.

    `untranslated` holds the ids of sections, items and worksheets that stand in the source
    language; `whole` tells that nothing at all is translated.
    """

    markdown: str
    meta: Mapping[str, Any]
    untranslated: frozenset[str] = field(default_factory=frozenset)
    whole: bool = False


def compose(source: PageSource, translation: PageSource | None) -> Composition:
    """Compose one page; with no translation (or the source itself) the source stands alone."""
    if translation is None:
        return Composition(_markdown(source.lines), source.meta, _ids(source), whole=True)
    markdown, missing = [], set[str]()
    for section in source.sections:
        lines, lacking = _section(section, translation.section(section.id))
        markdown.append(_markdown(lines))
        missing |= lacking
    meta = compose_meta(source.meta, translation.meta)
    return Composition("\n".join(markdown), meta, frozenset(missing))


def compose_source(source: PageSource) -> Composition:
    """The source page as its own readers get it: nothing in it is untranslated."""
    return Composition(_markdown(source.lines), source.meta)


def compose_meta(source: Mapping[str, Any], translation: Mapping[str, Any]) -> dict[str, Any]:
    """Settings of the source with the words of the translation, label by label."""
    meta = dict(source) | {key: translation[key] for key in WORDS if translation.get(key)}
    labels, own = source.get("labels") or {}, translation.get("labels") or {}
    if labels:
        meta["labels"] = {key: own.get(key) or text for key, text in labels.items()}
        meta["untranslated_labels"] = sorted(set(labels) - {k for k, v in own.items() if v})
    return meta


def _section(source: Section, own: Section | None) -> tuple[list[Line], set[str]]:
    if own is None or not _has_words(own):
        ids = {block.id for block in split_blocks(source.lines) if block.id}
        return list(source.lines), ids | {source.id}
    lines, missing = _blocks(split_blocks(source.lines), split_blocks(own.lines))
    return _with_settings(source, lines), missing


def _blocks(source: tuple[Block, ...], own: tuple[Block, ...]) -> tuple[list[Line], set[str]]:
    """The translation's prose, with the source's lists in it, each item in its language."""
    theirs = {block.id: block for block in own if block.id}
    lists, out, missing = _lists(source), list[Line](), set[str]()
    for prose in _lists(own):
        if prose[0].kind == "prose":
            out += prose[0].lines
        elif lists:
            missing |= _fill(_next_list(lists), theirs, out)
    while any(group[0].kind != "prose" for group in lists):
        out.append(Line(0, ""))
        missing |= _fill(_next_list(lists), theirs, out)
    return out, missing


def _next_list(lists: list[list[Block]]) -> list[Block]:
    while lists and lists[0][0].kind == "prose":
        lists.pop(0)
    return lists.pop(0) if lists else []


def _fill(group: list[Block], theirs: Mapping[str, Block], out: list[Line]) -> set[str]:
    missing = {block.id for block in group if block.id not in theirs}
    for block in group:
        own = theirs.get(block.id)
        lines = block.lines if own is None else tuple(_in_place_of(block, own))
        out += _apart(lines, block is group[-1])
    return missing


def _apart(lines: tuple[Line, ...], last: bool) -> tuple[Line, ...]:
    """A block with an empty line after it, if what follows would run into it otherwise.

    The neighbours of a block may be another language's, which ends elsewhere.
    """
    runs_on = bool(lines[-1].text.strip())
    paragraphs = any(not line.text.strip() for line in lines)
    return (*lines, Line(0, "")) if runs_on and (last or paragraphs) else lines


def _in_place_of(source: Block, own: Block) -> Iterator[Line]:
    """The translated block at the source's indentation and with the source's settings."""
    shift, pending = source.indent - own.indent, True
    for line in own.lines:
        text = " " * shift + line.text if shift > 0 else line.text[-shift:]
        words, attributes = split_attributes(text)
        if pending and attributes.id == source.id:
            pending = False
            text = f"{words} {source.attributes}" if words else str(source.attributes)
        yield Line(line.number, text, line.literal)


def _with_settings(source: Section, lines: list[Line]) -> list[Line]:
    """The translated heading with the source's settings."""
    if source.heading is None:
        return lines
    words, _ = split_attributes(lines[0].text)
    return [Line(lines[0].number, f"{words} {source.heading.attributes}"), *lines[1:]]


def _lists(blocks: Iterable[Block]) -> list[list[Block]]:
    """Neighbouring blocks of one kind together; a worksheet and prose stand alone."""
    groups: list[list[Block]] = []
    for block in blocks:
        if block.kind == "item" and groups and groups[-1][0].kind == "item":
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _has_words(section: Section) -> bool:
    return any(line.text.strip() for line in section.lines)


def _ids(page: PageSource) -> frozenset[str]:
    sections = {section.id for section in page.sections if _has_words(section)}
    blocks = {b.id for section in page.sections for b in split_blocks(section.lines) if b.id}
    return frozenset(sections | blocks)


def _markdown(lines: Iterable[Line]) -> str:
    return "\n".join(line.text for line in lines)
