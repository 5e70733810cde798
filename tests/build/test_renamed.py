"""Readers have ticks under ids: none vanishes without a word, and renamed ones are followed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_site import build_files
from rebond.languages import Language
from rebond.renamed import record, record_path
from rebond.site import Site

INDEX = "# Titre\n\nChapeau.\n"
RECORD = "chores.md#sleep\nchores.md#walk\n"
CHORES = "# Chores\n\n## One { #one }\n\n- [ ] Walk { #walk }\n"
VANISHED = {
    "an item is dropped": (
        {"docs/fr/chores.md": CHORES, "locales/fr/ids.txt": RECORD + "chores.md#one\n"},
        "docs/fr/chores.md:1: expected the id “sleep”, under which readers may have ticks; found"
        " none.\n    To mend it: put it back, or write `aliases: {sleep: new-id}` in the front"
        " matter if it was renamed, `retired: [sleep]` if it was dropped.",
    ),
    "an item is new": (
        {"docs/fr/chores.md": CHORES, "locales/fr/ids.txt": "chores.md#one\n"},
        "docs/fr/chores.md:5: expected each id in locales/fr/ids.txt, so that its loss would be"
        " noticed; found no line “chores.md#walk”.\n    To mend it: add that line, or run `make"
        " ids`.",
    ),
    "a page is dropped": (
        {"locales/fr/ids.txt": RECORD},
        "locales/fr/ids.txt:2: expected the page chores.md, where readers may have ticks; found"
        " none.\n    To mend it: write `formerly: [chores.md]` in the front matter of the page that"
        " it has become, or `retired: [chores.md]` in another page's if it was dropped.",
    ),
    "a former id is used again": (
        {"docs/fr/chores.md": "---\nretired: [walk]\n---\n" + CHORES},
        "docs/fr/chores.md:8: expected an id that is under neither `aliases` nor `retired`; found"
        " “walk”.\n    To mend it: choose a new one: readers have ticks under the former.",
    ),
    "a renamed id leads nowhere": (
        {"docs/fr/chores.md": "---\naliases: {run: ride}\n---\n" + CHORES},
        "docs/fr/chores.md:1: expected under `aliases`, an id of this page that “run” has become;"
        " found “ride”.\n    To mend it: correct it, or write it under `retired` if it was dropped"
        " later.",
    ),
}


@pytest.mark.parametrize(("files", "message"), VANISHED.values(), ids=VANISHED.keys())
def test_ticks_never_vanish_without_a_word(
    tmp_path: Path, files: dict[str, str], message: str
) -> None:
    built = build_files(tmp_path, {"docs/fr/index.md": INDEX, **files}, "--strict")
    assert built.status == 1
    assert f"WARNING -  {message}" in built.output


def test_what_was_renamed_or_dropped_on_purpose_is_no_finding(tmp_path: Path) -> None:
    settings = "aliases: {sleep: rest, rest: walk}\nretired: [run]\nformerly: [errands.md]"
    record = "".join(f"chores.md#{name}\n" for name in ("one", "rest", "run", "sleep", "walk"))
    built = build_files(
        tmp_path,
        {
            "docs/fr/index.md": INDEX,
            "docs/fr/chores.md": f"---\n{settings}\n---\n{CHORES}",
            "locales/fr/ids.txt": record + "errands.md#run\n",
        },
        "--strict",
    )
    assert built.status == 0, built.output
    body = LexborHTMLParser(built.page("")).css_first("body")
    assert body is not None
    assert json.loads(body.attributes["data-renamed"] or "") == {
        "errands/": "chores/",
        "chores/#sleep": "chores/#walk",
        "chores/#rest": "chores/#walk",
    }


def test_the_record_takes_new_ids_and_forgets_none(tmp_path: Path) -> None:
    french = Language("fr", "Français")
    site = Site(tmp_path, tmp_path / "docs", french, (french,))
    (tmp_path / "docs/fr").mkdir(parents=True)
    (tmp_path / "docs/fr/chores.md").write_text(CHORES, "utf-8")
    path = record_path(site)
    path.parent.mkdir(parents=True)
    record(site)
    assert path.read_text("utf-8") == "chores.md#one\nchores.md#walk\n"
    (tmp_path / "docs/fr/chores.md").write_text(CHORES.replace("walk", "ride"), "utf-8")
    record(site)
    assert path.read_text("utf-8") == "chores.md#one\nchores.md#ride\nchores.md#walk\n"
    assert [file.name for file in path.parent.iterdir()] == ["ids.txt"]
