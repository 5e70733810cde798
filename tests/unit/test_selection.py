"""Which questions to ask: the same examples hold for the script of the page."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebond.selection import ASKED, SPARE, Question, Quota, deal, fnv1a, rank

EXAMPLES = json.loads((Path(__file__).parents[1] / "selection.json").read_text("utf-8"))
QUOTAS = [Quota("theme", "close", 0, 1), Quota("theme", "next", 1, 1)]
VALUES = {"for": ["boss", "peer"], "theme": ["work", "next", "close", "team"]}
MOMENTS = ["before", "during", "after"]


def question(given: dict[str, Any]) -> Question:
    settings = {name: tuple(values) for name, values in given["settings"].items()}
    return Question(given["id"], tuple(given["moments"]), settings)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one["name"])
def test_examples(example: dict[str, Any]) -> None:
    questions = [question(one) for one in example["questions"]]
    quotas = [Quota(*quota) for quota in example["quotas"]]
    deals = deal(rank(questions, example["choice"], example["first"]), quotas)
    found = [{"asked": list(d.asked), "spare": list(d.spare)} for d in deals]
    assert found == example["deals"]


def test_the_hash_is_the_published_one() -> None:
    # From the table of test vectors in the reference code of Fowler, Noll and Vo.
    assert {text: f"{fnv1a(text):08x}" for text in ("", "a", "foobar")} == {
        "": "811c9dc5",
        "a": "e40c292c",
        "foobar": "bf9cf968",
    }


@st.composite
def questions(draw: st.DrawFn) -> list[Question]:
    count = draw(st.integers(0, 24))
    return [
        Question(
            f"q-{number}",
            tuple(draw(st.lists(st.sampled_from(MOMENTS), min_size=1, max_size=2, unique=True))),
            {name: (draw(st.sampled_from(values)),) for name, values in VALUES.items()},
        )
        for number in range(count)
    ]


CHOICE = st.fixed_dictionaries(
    {},
    optional={
        "moment": st.sampled_from(MOMENTS),
        **{name: st.sampled_from(values) for name, values in VALUES.items()},
    },
)


@given(questions(), CHOICE, st.randoms())
def test_every_question_that_fits_is_dealt_once_in_an_order_of_its_own(
    all_questions: list[Question], choice: dict[str, str], random: Random
) -> None:
    deals = deal(rank(all_questions, choice), QUOTAS)
    dealt = [one for d in deals for one in (*d.asked, *d.spare)]
    moment = choice.get("moment")
    fit = [one.id for one in all_questions if not moment or moment in one.moments]
    assert sorted(dealt) == sorted(fit)
    assert all(len(d.asked) == ASKED and len(d.spare) == SPARE for d in deals[:-1])
    shuffled = random.sample(all_questions, len(all_questions))
    assert deal(rank(shuffled, choice), QUOTAS) == deals


@given(questions(), CHOICE)
def test_quotas_hold_wherever_the_questions_allow_it(
    all_questions: list[Question], choice: dict[str, str]
) -> None:
    ranked = rank(all_questions, choice)
    rest = {one.id: one.settings["theme"][0] for one in ranked}
    for dealt in deal(ranked, QUOTAS):
        themes = [rest[one] for one in dealt.asked]
        others = sum(theme not in ("next", "close") for theme in rest.values())
        possible = "next" in rest.values() and others + ("close" in rest.values()) >= ASKED - 1
        if possible:
            assert themes.count("next") == 1
            assert themes.count("close") <= 1
        for one in (*dealt.asked, *dealt.spare):
            del rest[one]


@given(questions(), CHOICE)
def test_what_suits_more_choices_comes_first(
    all_questions: list[Question], choice: dict[str, str]
) -> None:
    def suits(one: Question) -> int:
        return sum(value in one.settings.get(name, ()) for name, value in choice.items())

    points = [suits(one) for one in rank(all_questions, choice)]
    assert points == sorted(points, reverse=True)
