"""The parts of a section that carry ids of their own: items and worksheets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from rebond.attributes import Attributes, split_attributes
from rebond.page_source import Line

BULLET = re.compile(r"^(?P<indent>[ \t]*)[-*+][ \t]+(?P<text>\S.*)$")
TASK = re.compile(r"^(?P<indent> *)[-*+] \[(?P<mark>[ xX])\] (?P<label>\S.*)$")
# Spaces here are all of Unicode's: some keyboards write a no-break space unasked.
NEAR_TASK = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s*\[[\sxX✓✔]?\]|^\s*\[[\sxX✓✔]\]\s")
_ROW = re.compile(r"^\|.*\|[ \t]*$")
_RULE = re.compile(r"^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$")

Kind = Literal["prose", "item", "worksheet"]


@dataclass(frozen=True)
class Block:
    """Neighbouring lines: prose, one item with its explanation, or one worksheet."""

    kind: Kind
    lines: tuple[Line, ...]
    attributes: Attributes = field(default_factory=Attributes)
    indent: int = 0

    @property
    def id(self) -> str:
        """The item's or worksheet's id, empty for prose."""
        return self.attributes.id

    @property
    def line(self) -> int:
        """The number of the line that carries the id, else of the first."""
        named = (line.number for line in self.lines if self.id and f"#{self.id}" in line.text)
        return next(named, self.lines[0].number)


def split_blocks(lines: Iterable[Line]) -> tuple[Block, ...]:
    """Cut a section into its blocks; joined again, their lines are the section's."""
    return tuple(_finish(kind, block) for kind, block in _cut(tuple(lines)))


def _cut(lines: tuple[Line, ...]) -> Iterator[tuple[Kind, list[Line]]]:
    kind: Kind = "prose"
    block: list[Line] = []
    for position, line in enumerate(lines):
        start = _start(lines, position, kind)
        if start is not None:
            if block:
                yield kind, block
            kind, block = start, []
        block.append(line)
    if block:
        yield kind, block


def _start(lines: tuple[Line, ...], position: int, kind: Kind) -> Kind | None:
    line = lines[position]
    before = lines[position - 1].text if position else ""
    if line.literal:
        return None
    if TASK.match(line.text):
        return "item"
    if kind != "worksheet" and _is_worksheet(lines[position : position + 3]):
        return "worksheet"
    if kind == "worksheet" and not line.text.startswith(("|", "{")):
        return "prose"
    if kind == "item" and not before.strip() and line.text[:1] not in ("", " ", "\t"):
        return "prose"
    return None


def _is_worksheet(lines: tuple[Line, ...]) -> bool:
    if len(lines) < 3 or not (_ROW.match(lines[0].text) and _RULE.match(lines[1].text)):
        return False
    rest, attributes = split_attributes(lines[2].text)
    return not rest and bool(attributes.id)


def _finish(kind: Kind, lines: list[Line]) -> Block:
    if kind == "worksheet":
        return Block(kind, tuple(lines), split_attributes(lines[2].text)[1])
    if kind == "prose":
        return Block(kind, tuple(lines))
    indent = len(lines[0].text) - len(lines[0].text.lstrip(" "))
    return Block(kind, tuple(lines), label(lines)[1], indent)


def label(lines: Iterable[Line]) -> tuple[str, Attributes]:
    """An item's label and attributes: the label ends at the line that ends in attributes."""
    words: list[str] = []
    for line in lines:
        if words and not line.text.strip():
            break
        match = None if words else TASK.match(line.text)
        rest, attributes = split_attributes(match["label"] if match else line.text.strip())
        words.append(rest)
        if attributes:
            return " ".join(words), attributes
    return " ".join(words), Attributes()
