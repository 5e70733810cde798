"""The pure modules, as the browser runs them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from build_site import ROOT

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


SOUND = '{"version":2,"entries":{"a/#b":{"is":"done","at":1,"more":"dropped"}}}'


def test_state_is_read_whole_or_not_at_all(call: Callable[..., Any]) -> None:
    problems = {
        SOUND: "",
        '{"version":2,"entries":{}}': "",
        '{"version":1,"items":{}}': "",
        '{"version":1,"items":{"a":{"done":true,"at":1}}}': "",
        '{"version":3}': "newer",
        '{"version":99,"entries":"?"}': "newer",
        '{"version":0,"entries":{}}': "corrupt",
        '{"version":2.5,"entries":{}}': "corrupt",
        '{"version":2}': "corrupt",
        '{"version":2,"entries":[]}': "corrupt",
        '{"version":2,"entries":{"a#b":null}}': "corrupt",
        '{"version":2,"entries":{"a#b":{"is":true,"at":1}}}': "corrupt",
        '{"version":2,"entries":{"a#b":{"is":"done","at":"1"}}}': "corrupt",
        '{"version":2,"entries":{"a#b":{"is":"done","at":1e999}}}': "corrupt",
        '{"version":1,"items":[]}': "corrupt",
        '{"version":1,"items":{"a":{"done":"yes","at":1}}}': "corrupt",
        '{"version":1,"items":{"a":null}}': "corrupt",
        **dict.fromkeys(("", "{", "null", "true", "1", '"x"', "[]", "\0"), "corrupt"),
    }
    found = {text: call("storage/state.js", "parse", text)["problem"] for text in problems}
    assert found == problems
    assert call("storage/state.js", "parse", None) == {
        "state": {"version": 2, "entries": {}},
        "problem": "",
    }
    kept = call("storage/state.js", "parse", SOUND)["state"]["entries"]["a/#b"]
    assert kept == {"is": "done", "at": 1}


def test_ticks_of_the_first_version_are_taken_over(call: Callable[..., Any]) -> None:
    text = '{"version":1,"items":{"a/#b":{"done":true,"at":5},"a/#c":{"done":false,"at":6}}}'
    assert call("storage/state.js", "parse", text)["state"] == {
        "version": 2,
        "entries": {"a/#b": {"is": "done", "at": 5}, "a/#c": {"is": "", "at": 6}},
    }


def test_a_change_is_newer_than_all_and_changes_nothing_else(open_page: Open) -> None:
    page = open_page("about/")
    result = page.evaluate(
        """async () => {
          const { change, empty, merge, parse } =
            await import('/guide/components/storage/state.js');
          const ids = ['p#a', '__proto__', 'constructor', 'toString', 'hasOwnProperty'];
          const states = [empty()];
          for (const [turn, id] of [...ids, ...ids].entries()) {
            // The clock goes back at each turn.
            const values = JSON.parse(`{${JSON.stringify(id)}:"${turn}"}`);
            states.push(change(states.at(-1), values, 1000 - turn * 100));
          }
          const newest = ({ entries }) => Math.max(...Object.values(entries).map(({ at }) => at));
          const stamps = states.slice(1).map(newest);
          const last = states.at(-1);
          const again = merge(empty(), parse(JSON.stringify(last)).state);
          const far = parse('{"version":2,"entries":{"a":{"is":"x","at":1e300}}}').state;
          const later = change(far, { a: 'y' }, 5);
          return {
            rising: stamps.every((stamp, at) => !at || stamp > stamps[at - 1]),
            untouched: [0, 1].every((at) => Object.keys(states[at].entries).length === at),
            ids: Object.keys(last.entries).sort().join(),
            round: Object.keys(again.entries).sort().join(),
            proto: again.entries['__proto__'].is === last.entries['__proto__'].is,
            clean: {}.is === undefined && {}.at === undefined,
            far: merge(far, later).entries.a.is + merge(later, far).entries.a.is,
          };
        }"""
    )
    ids = "__proto__,constructor,hasOwnProperty,p#a,toString"
    assert result == {
        **dict.fromkeys(("rising", "untouched", "proto", "clean"), True),
        "ids": ids,
        "round": ids,
        "far": "yy",
    }


ENTRY = st.fixed_dictionaries(
    {"is": st.sampled_from(["", "done", "aside", "x"]), "at": st.integers(0, 4)}
)
STATE = st.dictionaries(
    st.sampled_from(
        ["a/#a", "a/#b", "b/#a", "b/#a:note", "own:x", "start", "__proto__", "a/#b:1:2"]
    ),
    ENTRY,
).map(lambda entries: {"version": 2, "entries": entries})
LAWS = """async (triples) => {
  const { merge, parse, rename } = await import('/guide/components/storage/state.js');
  const sorted = (state) => JSON.stringify(Object.entries(state.entries).sort());
  const renamed = new Map([['a/', 'b/'], ['b/#b', 'b/#a']]);
  const laws = {
    commutative: (a, b) => sorted(merge(a, b)) === sorted(merge(b, a)),
    idempotent: (a) => sorted(merge(a, a)) === sorted(a),
    associative: (a, b, c) => sorted(merge(merge(a, b), c)) === sorted(merge(a, merge(b, c))),
    nothing_lost: (a, b) => new Set([...Object.keys(a.entries), ...Object.keys(b.entries)]).size
      === Object.keys(merge(a, b).entries).length,
    newest: (a, b) => Object.entries(merge(a, b).entries).every(([id, { at }]) =>
      at === Math.max(...[a, b].map((state) => state.entries[id]?.at ?? -1))),
    rename_twice: (a) => sorted(rename(a, renamed)) === sorted(rename(rename(a, renamed), renamed)),
    rename_merged: (a, b) => sorted(rename(merge(a, b), renamed))
      === sorted(merge(rename(a, renamed), rename(b, renamed))),
  };
  return triples.flatMap((texts) => {
    const states = texts.map((text) => parse(text).state);
    return Object.keys(laws).filter((law) => !laws[law](...states)).map((law) => [law, ...texts]);
  });
}"""


def test_merging_and_renaming_obey_their_laws(open_page: Open) -> None:
    page = open_page("about/")

    @settings(max_examples=20)
    @given(st.lists(st.tuples(STATE, STATE, STATE), min_size=20, max_size=20))
    def obeyed(triples: list[tuple[dict[str, Any], ...]]) -> None:
        texts = [[json.dumps(state) for state in triple] for triple in triples]
        assert page.evaluate(LAWS, texts) == []

    obeyed()


def test_what_was_renamed_takes_its_ticks_along(open_page: Open) -> None:
    page = open_page("about/")
    result = page.evaluate(
        """async () => {
          const { rename } = await import('/guide/components/storage/state.js');
          const entry = (is, at) => ({ is, at });
          const renamed = new Map([['former/', 'list/'], ['list/#old', 'list/#new']]);
          const before = { version: 2, entries: {
            'former/#old': entry('done', 3), 'list/#new': entry('', 2),
            'former/#old:note': entry('words', 1), 'former/#old:3:1': entry('cell', 1),
            'former/#kept': entry('aside', 1), 'own:x': entry('mine', 1),
            'start': entry('2026-11-24', 1),
          } };
          const { entries } = rename(before, renamed);
          return Object.fromEntries(Object.entries(entries).map(([at, { is }]) => [at, is]));
        }"""
    )
    assert result == {
        **{"list/#new": "done", "list/#new:note": "words", "list/#new:3:1": "cell"},
        **{"list/#kept": "aside", "own:x": "mine", "start": "2026-11-24"},
    }


EXAMPLES = json.loads((ROOT / "tests/selection.json").read_text("utf-8"))
SELECT = """async (examples) => {
  const { deal, rank } = await import('/guide/components/questions/selection.js');
  return examples.map(({ questions, choice, first, quotas }) => deal(
    rank(questions, choice, first),
    quotas.map(([choice, value, least, most]) => ({ choice, value, least, most })),
  ));
}"""


def test_the_script_selects_what_the_package_selects(open_page: Open) -> None:
    page = open_page("about/")
    assert page.evaluate(SELECT, EXAMPLES) == [example["deals"] for example in EXAMPLES]


LINKS = {
    "#moment=during&tone=bold": {"moment": "during", "tone": "bold"},
    "#moment=never&tone=bold&role=secret": {"tone": "bold"},
    "#moment=%": {},
    "#during": {},
    "": {},
    "#moment=during&moment=before": {"moment": "during"},
    "#__proto__=during&constructor=x": {},
}


@pytest.mark.parametrize("fragment", LINKS)
def test_a_link_gives_only_what_is_known(call: Callable[..., Any], fragment: str) -> None:
    known = {"moment": ["", "before", "during"], "tone": ["", "bold"]}
    assert call("questions/link.js", "readLink", fragment, known) == LINKS[fragment]
    chosen = call("questions/link.js", "writeLink", LINKS[fragment], ["a-b", "c"])
    assert call("questions/link.js", "readLink", chosen, known) == LINKS[fragment]
    assert call("questions/link.js", "readPicks", chosen, ["c", "a-b", "d"]) == ["a-b", "c"]
    assert call("questions/link.js", "readPicks", "#picks=x.c.c.<b>", ["c"]) == ["c"]


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
