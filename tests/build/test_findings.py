"""Each mistake of an author or translator stops the strict build, with the whole message."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_site import Built

INDEX = "# Titre\n\nChapeau.\n\n## Un { #one }\n\nTexte.\n"
PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : """
PO += """n%100>=11 ? 4 : 5);\\n"

"""
QUESTIONS = """---
title: Questions
choices: {tone: [soft, plain], theme: [closing]}
slots: [role]
labels: {tone: Ton, soft: Doux, plain: Net, theme: Sujet, closing: Fin, role: Poste}
---

# Questions

## Fin { #end }

### Doute { #doubt theme=closing }

- Un doute ?
- Le poste « {role} » ? { tone=plain }
"""

CASES: list[tuple[str, dict[str, str], str]] = [
    (
        "heading without id",
        {"fr/index.md": INDEX + "\n## Deux\n"},
        "docs/fr/index.md:9: expected an id at the end of the heading; found none after “Deux”.\n"
        "    To mend it: add a space and { #a-short-name } in small letters, digits and hyphens.",
    ),
    (
        "item without id",
        {"fr/index.md": INDEX + "\n- [ ] Dormir\n"},
        "docs/fr/index.md:9: expected an id at the end of the item; found none after “- [ ] Dormir”.\n"
        "    To mend it: add a space and { #a-short-name } in small letters, digits and hyphens.",
    ),
    (
        "malformed id",
        {"fr/index.md": INDEX + "\n- [ ] Dormir { #Été }\n"},
        "docs/fr/index.md:9: expected an id of 1 to 40 small letters, digits and hyphens that begins"
        " with a letter; found “Été”.\n    To mend it: write it in that form, without accents.",
    ),
    (
        "doubled id",
        {"fr/index.md": INDEX + "\n- [ ] Dormir { #one }\n"},
        "docs/fr/index.md:9: expected each id once in a page; found “one”, which line 5 has already.\n"
        "    To mend it: give one of the two another id, or delete one if it was pasted twice.",
    ),
    (
        "id that only a translation has",
        {"fr/index.md": INDEX, "en/index.md": "# Title\n\n## One { #uno }\n"},
        "docs/en/index.md:3: expected an id that docs/fr/index.md has; found “uno”.\n"
        "    To mend it: copy the id from the source, letter by letter; ids are never translated.",
    ),
    (
        "two-space nesting",
        {"fr/index.md": INDEX + "\n- [ ] Dormir { #sleep }\n  - [ ] Bien { #well }\n"},
        "docs/fr/index.md:10: expected a list item indented by no space, or by four for each level"
        " that it is nested; found 2 before “- [ ] Bien { #well }”.\n"
        "    To mend it: indent it by 4 spaces.",
    ),
    (
        "ordered task",
        {"fr/index.md": INDEX + "\n1. [ ] Dormir { #sleep }\n"},
        "docs/fr/index.md:9: expected a task written “- [ ] words { #id }”; found “1. [ ] Dormir {"
        " #sleep }”.\n    To mend it: begin it with a hyphen, a space, [ ] with a space inside, and a"
        " space.",
    ),
    (
        "box without its space",
        {"fr/index.md": INDEX + "\n- [] Dormir { #sleep }\n"},
        "docs/fr/index.md:9: expected a task written “- [ ] words { #id }”; found “- [] Dormir {"
        " #sleep }”.\n    To mend it: begin it with a hyphen, a space, [ ] with a space inside, and a"
        " space.",
    ),
    (
        "task glued to its neighbour's explanation",
        {
            "fr/index.md": INDEX
            + "\n- [ ] Dormir { #sleep }\n\n    Bien.\n- [ ] Marcher { #walk }\n"
        },
        "docs/fr/index.md:12: expected an empty line between a paragraph and the list item that"
        " follows it; found “- [ ] Marcher { #walk }” in the same block as “Bien.”.\n"
        "    To mend it: add an empty line above the item.",
    ),
    (
        "leftover box",
        {"fr/index.md": INDEX + "\nEncore [ ] ici.\n"},
        "docs/fr/index.md:9: expected [ ] only at the beginning of a task; found “[ ]” inside “Encore"
        " [ ] ici.”.\n    To mend it: put the task on a line of its own, or write `[ ]` as code.",
    ),
    (
        "attributes swallowed by an inline element",
        {"fr/index.md": INDEX + "\n- [ ] **Dormir**{ #sleep }\n"},
        "docs/fr/index.md:9: expected attributes at the end of the line, after a space; found “{"
        " #sleep }”.\n    To mend it: move it to the end of the heading or item, and write a space"
        " before {.",
    ),
    (
        "unknown attribute",
        {"fr/index.md": INDEX + "\n- [ ] Dormir { #sleep dew=1d }\n"},
        "docs/fr/index.md:9: expected an attribute that means something (due=); found “dew”.\n"
        "    To mend it: correct its spelling, or delete it.",
    ),
    (
        "unknown value of a choice",
        {"fr/index.md": INDEX, "fr/questions.md": QUESTIONS.replace("tone=plain", "tone=rude")},
        "docs/fr/questions.md:15: expected tone= one of soft, plain; found “rude”.\n"
        "    To mend it: correct it, or declare it (`choices` in the source page, registers in"
        " language.toml).",
    ),
    (
        "due that is no time",
        {"fr/index.md": INDEX + "\n- [ ] Dormir { #sleep due=soon }\n"},
        "docs/fr/index.md:9: expected a time in days or weeks; found due=soon.\n"
        "    To mend it: write a number and d or w, as in due=3d.",
    ),
    (
        "settings in a translation",
        {
            "fr/index.md": INDEX + "\n- [ ] Dormir { #sleep due=1d }\n",
            "en/index.md": "## One { #one }\n\n- [ ] Sleep { #sleep due=2d }\n",
        },
        "docs/en/index.md:3: expected only the id, { #sleep }; found the settings “due”.\n"
        "    To mend it: delete them: they stand once, in docs/fr/index.md.",
    ),
    (
        "reference into another section",
        {
            "fr/index.md": "# T\n\n## Un { #one }\n\n[mot][ref]\n\n## Deux { #two }\n\n"
            "[ref]: https://a.example/\n"
        },
        "docs/fr/index.md:5: expected references, footnotes and abbreviations defined in the section"
        " that uses them; found “ref”, which is defined in another section (line 9).\n"
        "    To mend it: write the definition again inside this section, under a name of its own.",
    ),
    (
        "footnote into another section",
        {"fr/index.md": "# T\n\n## Un { #one }\n\nMot[^1].\n\n## Deux { #two }\n\n[^1]: Note.\n"},
        "docs/fr/index.md:5: expected references, footnotes and abbreviations defined in the section"
        " that uses them; found “^1”, which is defined in another section (line 9).\n"
        "    To mend it: write the definition again inside this section, under a name of its own.",
    ),
    (
        "abbreviation into another section",
        {"fr/index.md": "# T\n\n## Un { #one }\n\nLes RH.\n\n## Deux { #two }\n\n*[RH]: Gens\n"},
        "docs/fr/index.md:5: expected references, footnotes and abbreviations defined in the section"
        " that uses them; found “*RH”, which is defined in another section (line 9).\n"
        "    To mend it: write the definition again inside this section, under a name of its own.",
    ),
    (
        "invented placeholder",
        {
            "fr/index.md": INDEX,
            "fr/questions.md": QUESTIONS,
            "en/questions.md": "### Doubt { #doubt }\n\n- A doubt?\n- The post “{rôle}”?\n"
            "- The post “{post}”? { tone=plain }\n",
        },
        "docs/en/questions.md:5: expected one of {role}; found {post}.\n"
        "    To mend it: write the name in braces as the source does; it is never translated.",
    ),
    (
        "page that only a translation has",
        {"fr/index.md": INDEX, "en/extra.md": "# Extra\n"},
        "docs/en/extra.md:1: expected a page that the source language has too; found none at that"
        " path.\n    To mend it: name the file as its source is named, or write the source page first.",
    ),
    (
        "front matter that is no YAML",
        {"fr/index.md": '---\ntitle: "Titre\n---\n\n' + INDEX},
        "docs/fr/index.md:2: expected a front matter in YAML; found a front matter that is not YAML"
        " (found unexpected end of stream).\n    To mend it: write `key: value` lines between two lines"
        " of three hyphens.",
    ),
    (
        "label that the source does not have",
        {
            "fr/index.md": INDEX,
            "fr/questions.md": QUESTIONS,
            "en/questions.md": "---\nlabels: {tune: Tone}\n---\n",
        },
        "docs/en/questions.md:1: expected the labels that the source has; found “tune”.\n"
        "    To mend it: delete it, or write it as docs/fr/questions.md does.",
    ),
    (
        "worksheet of one column",
        {"fr/index.md": INDEX + "\n| Nom |\n|---|\n{ #names }\n"},
        "docs/fr/index.md:9: expected a worksheet of two columns or more; found “| Nom |”.\n"
        "    To mend it: add a column, or make it a list of tasks.",
    ),
    (
        "underlined heading",
        {"fr/index.md": INDEX + "\nDeux\n----\n"},
        "docs/fr/index.md:10: expected a heading that begins with # signs; found “Deux” underlined"
        " with “----”.\n    To mend it: write it as “## Heading { #id }”, or put an empty line above a"
        " rule.",
    ),
    (
        "PO syntax",
        {"fr/index.md": INDEX, "@ar.po": PO + 'msgid "Copy"\nmsgstr "نسخ\n'},
        "locales/ar/LC_MESSAGES/messages.po:7: expected a comment, or a keyword and text in"
        ' quotes; found “msgstr "نسخ”.\n    To mend it: compare it with the entries around it: a quote'
        " is often missing, or wants a \\ before it.",
    ),
    (
        "missing plural forms",
        {
            "fr/index.md": INDEX,
            "@ar.po": PO + 'msgid "%(num)s left"\nmsgid_plural "%(num)s left"\nmsgstr[0] "لا شيء"\n'
            'msgstr[1] "واحد"\n',
        },
        "locales/ar/LC_MESSAGES/messages.po:6: expected 6 plural forms, msgstr[0] to msgstr[5]; found"
        " 2 for “%(num)s left”.\n    To mend it: fill in each form, or empty all of them to leave it"
        " untranslated.",
    ),
    (
        "invented placeholder in a message",
        {"fr/index.md": INDEX, "@ar.po": PO + 'msgid "Copy"\nmsgstr "نسخ %(nom)s"\n'},
        "locales/ar/LC_MESSAGES/messages.po:6: expected only the placeholders of the msgid: none;"
        " found “nom”.\n    To mend it: copy placeholders letter by letter, they are never translated.",
    ),
]


def paths(files: Mapping[str, str]) -> dict[str, str]:
    """`fr/index.md` stands for `docs/fr/index.md`, `@ar.po` for a language's catalog."""
    return {
        f"locales/{name[1:-3]}/LC_MESSAGES/messages.po"
        if name.startswith("@")
        else f"docs/{name}": text
        for name, text in files.items()
    }


@pytest.mark.parametrize(
    ("files", "message"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_a_mistake_stops_the_strict_build(
    build_files: Callable[..., Built], files: dict[str, str], message: str
) -> None:
    built = build_files(paths(files), "--strict")
    assert message in built.output
    assert "Traceback" not in built.output
    assert built.status != 0


def test_all_findings_of_all_languages_come_in_one_run(build_files: Callable[..., Built]) -> None:
    files = {
        "fr/index.md": INDEX + "\n## Deux\n\n- [] Trois\n",
        "en/index.md": "## One { #uno }\n",
        "ar/index.md": "## واحد { #wahid }\n",
        "@en.po": 'msgid "Copy"\nmsgstr "Copy %(x)s"\n',
        "@ar.po": "msgid\n",
    }
    built = build_files(paths(files), "--strict")
    for place in (
        *("docs/fr/index.md:9:", "docs/fr/index.md:11:", "docs/en/index.md:1:"),
        *("docs/ar/index.md:1:", "locales/en/LC_MESSAGES/messages.po:1:"),
        "locales/ar/LC_MESSAGES/messages.po:1:",
    ):
        assert place in built.output
    assert built.status != 0


def test_mistakes_do_not_break_a_build_that_is_not_strict(
    build_files: Callable[..., Built],
) -> None:
    every = {name: text for _, files, _ in CASES for name, text in files.items()}
    built = build_files(paths(every))
    assert (built.status, "Traceback" in built.output) == (0, False)


LACKING = {
    "nothing at all": {},
    "a section": {"en/index.md": "# Title\n\nLead.\n"},
    "an item": {"en/index.md": "## One { #one }\n\n- [ ] Walk { #walk }\n"},
    "a message": {"@en.po": 'msgid "Guide"\nmsgstr ""\n'},
    "a fuzzy message": {"@en.po": '#, fuzzy\nmsgid "Guide"\nmsgstr "Wrong"\n'},
    "an id that the source has retired": {"en/index.md": "## Old { #old }\n\nWords.\n"},
}


@pytest.mark.parametrize("files", LACKING.values(), ids=LACKING.keys())
def test_what_a_translation_lacks_never_stops_the_build(
    build_files: Callable[..., Built], files: dict[str, str]
) -> None:
    source = "---\nretired: [old]\n---\n" + INDEX
    source += "\n- [ ] Dormir { #sleep }\n- [ ] Marcher { #walk }\n"
    catalog = {"@fr.po": 'msgid "Guide"\nmsgstr "Le guide"\n'}
    built = build_files(paths({"fr/index.md": source, **catalog, **files}), "--strict")
    assert built.status == 0, built.output
    page = LexborHTMLParser(built.page("en"))
    box = page.css_first("#sleep")
    assert box is not None
    marked = box.parent
    while marked is not None and "lang" not in marked.attributes:
        marked = marked.parent
    assert marked is not None
    assert (marked.attributes["lang"], marked.attributes["dir"]) == ("fr", "ltr")
    assert page.css_first("#old") is None
    message = page.css_first('.header__pages a span[lang="fr"][dir="ltr"]')
    assert message is not None
    assert message.text() == "Le guide"
