"""Which questions to ask: the same for the same choices, in every language and in the browser.

`overrides/components/questions/selection.js` is the same in JavaScript; both pass one table of
examples in `tests/selection.json`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

ASKED, SPARE = 3, 2


@dataclass(frozen=True)
class Question:
    """What selecting needs to know: the moments, the one that it stands under first.

    `settings` holds whom it suits and what it is about: names of choices with their values.
    """

    id: str
    moments: tuple[str, ...]
    settings: Mapping[str, tuple[str, ...]] = field(hash=False)


@dataclass(frozen=True)
class Quota:
    """How many of the questions asked may have a value of a choice: `theme` `closing` 0 to 1."""

    choice: str
    value: str
    least: int
    most: int


@dataclass(frozen=True)
class Deal:
    """Questions to ask at one time, by their ids, and some to spare."""

    asked: tuple[str, ...]
    spare: tuple[str, ...]


def rank(
    questions: Sequence[Question], choice: Mapping[str, str], first: Sequence[str] = ()
) -> list[Question]:
    """The questions that suit a choice, the best first.

    `choice` has a `moment`, which leaves the other moments' questions out, and values of the
    page's choices, which only count for a question. Among equals come those of `first`, in that
    order, then by a hash of the id, so that none is favoured and no language differs.
    """
    order = {identifier: place for place, identifier in enumerate(first)}
    moment = choice.get("moment")
    fit = [question for question in questions if not moment or moment in question.moments]
    return sorted(
        fit, key=lambda one: (-_points(one, choice), order.get(one.id, len(order)), fnv1a(one.id))
    )


def deal(ranked: Sequence[Question], quotas: Sequence[Quota]) -> list[Deal]:
    """All ranked questions, a few at a time: first the quotas, then the rank."""
    rest, deals = list(ranked), []
    while rest:
        asked = _pick(rest, quotas)
        rest = [question for question in rest if question not in asked]
        spare, rest = rest[:SPARE], rest[SPARE:]
        ids = [tuple(question.id for question in part) for part in (asked, spare)]
        deals.append(Deal(*ids))
    return deals


def fnv1a(text: str) -> int:
    """The FNV-1a hash of ASCII text, 32 bits (Fowler, Noll and Vo; RFC 9923)."""
    value = 0x811C9DC5
    for letter in text.encode("ascii"):
        value = (value ^ letter) * 0x01000193 % 2**32
    return value


def _points(question: Question, choice: Mapping[str, str]) -> int:
    own = 1 if choice.get("moment") == question.moments[0] else 0
    return own + 2 * sum(value in question.settings.get(name, ()) for name, value in choice.items())


def _pick(ranked: Sequence[Question], quotas: Sequence[Quota]) -> list[Question]:
    """The first few that the quotas allow; where these cannot be met, simply the first few."""
    must = [one for quota in quotas for one in _having(ranked, quota)[: quota.least]]
    asked = list(dict.fromkeys(must))[:ASKED]
    for question in ranked:
        full = [q for q in quotas if len(_having(asked, q)) >= q.most and _having([question], q)]
        if len(asked) < ASKED and question not in asked and not full:
            asked.append(question)
    asked += [question for question in ranked if question not in asked][: ASKED - len(asked)]
    return sorted(asked, key=ranked.index)


def _having(questions: Sequence[Question], quota: Quota) -> list[Question]:
    return [one for one in questions if quota.value in one.settings.get(quota.choice, ())]
