"""The pure modules, as the browser runs them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

Open = Callable[..., Page]


@pytest.fixture
def call(open_page: Open) -> Callable[..., Any]:
    """Call a function of a module of the site: `call("search/match.js", "fold", "É")`."""
    page = open_page("about/")

    def run(module: str, name: str, *given: object) -> Any:
        return page.evaluate(
            "async ([module, name, given]) => "
            "(await import(`/guide/components/${module}`))[name](...given) ?? null",
            [module, name, list(given)],
        )

    return run


SOUND = '{"version":1,"items":{"a#b":{"done":true,"at":1,"more":"kept"}}}'


def test_state_is_read_whole_or_not_at_all(call: Callable[..., Any]) -> None:
    problems = {
        SOUND: "",
        '{"version":1,"items":{}}': "",
        '{"version":2}': "newer",
        '{"version":99,"items":"?"}': "newer",
        '{"version":0,"items":{}}': "corrupt",
        '{"version":1.5,"items":{}}': "corrupt",
        '{"version":1}': "corrupt",
        '{"version":1,"items":[]}': "corrupt",
        '{"version":1,"items":{"a#b":null}}': "corrupt",
        '{"version":1,"items":{"a#b":{"done":1,"at":1}}}': "corrupt",
        '{"version":1,"items":{"a#b":{"done":true,"at":"1"}}}': "corrupt",
        '{"version":1,"items":{"a#b":{"done":true,"at":1e999}}}': "corrupt",
        **dict.fromkeys(("", "{", "null", "true", "1", '"x"', "[]", "\0"), "corrupt"),
    }
    found = {text: call("storage/state.js", "parse", text)["problem"] for text in problems}
    assert found == problems
    assert call("storage/state.js", "parse", None) == {
        "state": {"version": 1, "items": {}},
        "problem": "",
    }
    kept = call("storage/state.js", "parse", SOUND)["state"]["items"]["a#b"]
    assert kept == {"done": True, "at": 1, "more": "kept"}


def test_a_tick_is_newer_than_all_and_changes_nothing_else(open_page: Open) -> None:
    page = open_page("about/")
    result = page.evaluate(
        """async () => {
          const { empty, merge, parse, tick } = await import('/guide/components/storage/state.js');
          const ids = ['p#a', '__proto__', 'constructor', 'toString', 'hasOwnProperty'];
          const states = [empty()];
          for (const [turn, id] of [...ids, ...ids].entries()) {
            // The clock goes back at each turn.
            states.push(tick(states.at(-1), id, turn % 3 > 0, 1000 - turn * 100));
          }
          const newest = (state) => Math.max(...Object.values(state.items).map((item) => item.at));
          const stamps = states.slice(1).map(newest);
          const last = states.at(-1);
          const noted = { version: 1, items: { a: { done: true, at: 1, note: 'x' } } };
          const again = merge(empty(), parse(JSON.stringify(last)).state);
          return {
            rising: stamps.every((stamp, at) => !at || stamp > stamps[at - 1]),
            untouched: [0, 1].every((at) => Object.keys(states[at].items).length === at),
            ids: Object.keys(last.items).sort().join(),
            round: Object.keys(again.items).sort().join(),
            proto: again.items['__proto__'].done === last.items['__proto__'].done,
            clean: {}.done === undefined && {}.at === undefined,
            more: tick(noted, 'a', false, 5).items.a,
          };
        }"""
    )
    ids = "__proto__,constructor,hasOwnProperty,p#a,toString"
    assert result == {
        **dict.fromkeys(("rising", "untouched", "proto", "clean"), True),
        "ids": ids,
        "round": ids,
        "more": {"done": False, "at": 5, "note": "x"},
    }


def wording(tone: str = "", registers: str = "", slots: str = "") -> dict[str, object]:
    return {"tone": tone, "registers": registers.split(), "slots": slots.split()}


WORDINGS = [
    wording(),
    wording(slots="role"),
    wording("plain"),
    wording("plain", slots="role"),
    wording("plain", slots="role company"),
    wording("bold", "formal informal"),
    wording("", "informal"),
]


# Tone, form of address and slots that are filled in; then the place of the best wording.
BEST = {
    ("", "formal", ""): 0,
    ("", "", ""): 0,
    ("", "formal", "role"): 1,
    ("", "formal", "company"): 0,
    ("plain", "formal", ""): 2,
    ("plain", "formal", "role"): 3,
    ("plain", "formal", "role company"): 4,
    ("bold", "formal", "role"): 5,
    ("bold", "informal", "role"): 5,
    ("", "informal", "role company"): 6,
    ("plain", "informal", "role"): 6,
    ("no-such-tone", "formal", ""): 0,
    ("plain", "no-such-register", "role"): None,
}


def test_the_wording_that_fits_best(call: Callable[..., Any]) -> None:
    for (tone, register, slots), best in BEST.items():
        choice = {"tone": tone, "register": register, "slots": slots.split()}
        found = call("questions/wording.js", "choose", WORDINGS, choice, "formal")
        assert found == (None if best is None else WORDINGS[best]), choice


def test_no_wording_with_a_gap_is_ever_chosen(call: Callable[..., Any]) -> None:
    choice = {"tone": "", "register": "", "slots": []}
    only = [wording(slots="role"), wording("plain", slots="company")]
    assert call("questions/wording.js", "choose", only, choice, "") is None
    assert call("questions/wording.js", "choose", [], choice, "") is None


def test_what_is_typed_becomes_one_short_line(call: Callable[..., Any]) -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    lines = {
        "": "",
        "   ": "",
        "\u00a0\u202f\u3000": "",
        "  a \t\r\n b  ": "a b",
        "abc\u202edef": "abc def",
        "\u2066x\u2069": "x",
        "\u200f\u200e": "",
        "a\u0000b": "a b",
        "e\u0301": "é",
        "{role}": "{role}",
        "<b>&amp;</b>": "<b>&amp;</b>",
        "می\u200cخواهم": "می\u200cخواهم",
        family: family,
        "n" * 300: "n" * 80,
        family * 100: family * 80,
        "e\u0323\u0302" * 100: "ệ" * 80,
    }
    assert {text: call("questions/wording.js", "tidy", text) for text in lines} == lines


def test_texts_are_compared_without_case_accents_or_widths(call: Callable[..., Any]) -> None:
    folded = {
        "Élève ŒUVRE": "eleve œuvre",
        "L’été": "l'ete",
        "مُدِيرٌ": "مدير",
        "ﾃｽﾄ": "テスト",
        "ＡＢＣ": "abc",
    }
    assert {text: call("search/match.js", "fold", text) for text in folded} == folded


def test_titles_come_first_and_every_word_must_stand(call: Callable[..., Any]) -> None:
    entries = [
        {"url": "a", "page": "Page", "title": "Autre", "text": "Un refus blesse, parfois."},
        {"url": "b", "page": "Page", "title": "Le refus", "text": "Autre chose."},
        {"url": "c", "page": "Page", "title": "Rien", "text": "Rien."},
    ]

    def found(query: str, *most: int) -> str:
        return "".join(one["url"] for one in call("search/match.js", "find", entries, query, *most))

    assert found("REFUS") == "ba"
    assert found("refus blesse") == "a"
    assert found("page") == "abc"
    assert found("page", 2) == "ab"
    assert found("efu") == "ba"
    assert [found(query) for query in ("", "  ", "zzz", "refus zzz", ".*", "(")] == [""] * 6


def test_an_excerpt_shows_what_was_asked_for(open_page: Open) -> None:
    page = open_page("about/")
    missing = page.evaluate(
        """async (codes) => {
          const { excerpt, find, fold } = await import('/guide/components/search/match.js');
          const missing = [];
          for (const code of codes) {
            const entries = await (await fetch(`/guide/search/${code}.json`)).json();
            for (const { text } of entries) {
              for (const part of [0, 0.3, 0.6, 0.95]) {
                const from = Math.floor(text.length * part);
                const words = text.slice(from, from + 12).split(/\\s+/);
                const word = words.sort((one, other) => other.length - one.length)[0];
                const shown = excerpt(text, word);
                if (!fold(shown).includes(fold(word))) missing.push([word, shown]);
                if (!find(entries, word, 999).length) missing.push([word, '']);
              }
            }
          }
          return missing;
        }""",
        ["fr", "en", "ar", "ja"],
    )
    assert missing == []


CUT = {
    "no spaces": ("あ" * 300 + "面接" + "い" * 300, "面接"),
    "vowel marks": ("مُ" * 200 + " كلمة " + "مُ" * 200, "كلمة"),
    "ellipses": ("…" * 200 + " mot " + "…" * 200, "mot"),
    "one long word": ("x" * 500 + "mot", "mot"),
    "accents apart": ("n’e\u0301te\u0301 " * 60 + "refus " + "suite " * 60, "refus"),
    "pairs of units": ("\U0001f468" * 201 + "mot" + "\U0001f468" * 201, "mot"),
}


def test_an_excerpt_is_cut_around_the_word(call: Callable[..., Any]) -> None:
    for name, (text, query) in CUT.items():
        shown = call("search/match.js", "excerpt", text, query)
        assert query in shown, name
        assert shown[0] == "…", name
        assert len(shown) <= 122, name
        assert "\ufffd" not in shown.encode("utf-16", "replace").decode("utf-16"), name
