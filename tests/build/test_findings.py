"""Each mistake of an author or translator stops the strict build, with the whole message."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_site import Built, build_files

INDEX = "# Titre\n\nChapeau.\n\n## Un { #one }\n\nTexte.\n"
PO_FILE = "LC_MESSAGES/messages.po"
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
        " found “%(nom)s”.\n    To mend it: copy placeholders letter by letter, they are never"
        " translated; write %% for a plain %.",
    ),
    (
        "id that the frame of the page uses",
        {"fr/index.md": INDEX + "\n## Contenu { #content }\n"},
        "docs/fr/index.md:9: expected an id that the page's frame does not use (content, erase,"
        " languages, checklist-…, exchange-…, picker-…, plan-…, search-…); found “content”.\n"
        "    To mend it: write another, or one more word in it.",
    ),
    (
        "nesting by two levels at once",
        {"fr/index.md": INDEX + "\n- [ ] Dormir { #sleep }\n        - [ ] Bien { #well }\n"},
        "docs/fr/index.md:10: expected a list item indented by no space, or by four for each level"
        " that it is nested; found 8 before “- [ ] Bien { #well }”.\n"
        "    To mend it: indent it by 4 spaces.",
    ),
    (
        "task below an item without a box",
        {"fr/index.md": INDEX + "\n- Dormir\n    - [ ] Bien { #well }\n"},
        "docs/fr/index.md:10: expected a task nested below a task; found “- [ ] Bien { #well }” below “-"
        " Dormir”.\n    To mend it: make the item above a task as well, or a paragraph, and indent this"
        " one by none.",
    ),
    (
        "explanation indented by two spaces",
        {"fr/index.md": INDEX + "\n- [ ] Dormir { #sleep }\n\n  Bien.\n"},
        "docs/fr/index.md:11: expected an explanation indented by four spaces below its item, or a"
        " paragraph by none; found 2 before “Bien.”.\n    To mend it: indent it by 4 spaces, or by none"
        " if it does not belong to the item.",
    ),
    (
        "no-break space in a box",
        {"fr/index.md": INDEX + "\n- [\u00a0] Dormir { #sleep }\n"},
        "docs/fr/index.md:9: expected a task written “- [ ] words { #id }”; found “- [\u00a0] Dormir {"
        " #sleep }”.\n    To mend it: begin it with a hyphen, a space, [ ] with a space inside, and a"
        " space.",
    ),
    (
        "no-break space in a heading",
        {"fr/index.md": INDEX + "\n##\u00a0Deux { #two }\n"},
        "docs/fr/index.md:9: expected a heading written “## Heading { #id }”; found “##\u00a0Deux {"
        " #two }”.\n    To mend it: begin the line with # signs and an ordinary space; write \\# if it"
        " is no heading.",
    ),
    (
        "indented heading",
        {"fr/index.md": INDEX + "\n ## Deux { #two }\n"},
        "docs/fr/index.md:9: expected a heading written “## Heading { #id }”; found “## Deux { #two }”."
        "\n    To mend it: begin the line with # signs and an ordinary space; write \\# if it is no"
        " heading.",
    ),
    (
        "code that is never closed",
        {"fr/index.md": INDEX + "\n```text\nFin.\n"},
        "docs/fr/index.md:9: expected code between two lines of ``` that nothing stands before, or <!--"
        " a comment -->; found “```” that is not closed.\n    To mend it: close it, without spaces at"
        " the beginning of the line, or delete it.",
    ),
    (
        "comment that is never closed",
        {"fr/index.md": INDEX + "\n<!-- À revoir\n\nFin.\n"},
        "docs/fr/index.md:9: expected code between two lines of ``` that nothing stands before, or <!--"
        " a comment -->; found “<!--” that is not closed.\n    To mend it: close it, without spaces at"
        " the beginning of the line, or delete it.",
    ),
    (
        "mark that an empty line parts from its quotation",
        {"fr/index.md": INDEX + "\n> Quoi ?\n\n{ .question }\n"},
        "docs/fr/index.md:11: expected attributes at the end of a heading, a task or a wording, or alone"
        " right below a quotation, a paragraph or the two lines of a worksheet; found “{ .question }”"
        " below an empty line.\n    To mend it: move them to where they belong, or delete them.",
    ),
    (
        "id below a table with rows",
        {"fr/index.md": INDEX + "\n| Nom | Date |\n|---|---|\n| Un | 1 |\n{ #names }\n"},
        "docs/fr/index.md:12: expected attributes at the end of a heading, a task or a wording, or alone"
        " right below a quotation, a paragraph or the two lines of a worksheet; found “{ #names }” below"
        " “| Un | 1 |”.\n    To mend it: move them to where they belong, or delete them.",
    ),
    (
        "id at the end of a paragraph",
        {"fr/index.md": INDEX + "\n- [ ] Dormir { #sleep }\n\n    Bien { #well }\n"},
        "docs/fr/index.md:11: expected attributes at the end of a heading, a task or a wording, or alone"
        " right below a quotation, a paragraph or the two lines of a worksheet; found “Bien { #well }”"
        " below an empty line.\n    To mend it: move them to where they belong, or delete them.",
    ),
    (
        "worksheet glued to a paragraph",
        {"fr/index.md": INDEX + "| Nom | Date |\n|---|---|\n{ #names }\n"},
        "docs/fr/index.md:8: expected an empty line above a worksheet; found “Texte.”.\n"
        "    To mend it: add an empty line between the two.",
    ),
    (
        "worksheet whose lines have not the same columns",
        {"fr/index.md": INDEX + "\n| Nom | Date | Lieu |\n|---|---|\n{ #names }\n"},
        "docs/fr/index.md:10: expected as many columns here as in the line above; found “|---|---|”.\n"
        "    To mend it: write one --- for each name of a column.",
    ),
    (
        "unknown class",
        {"fr/index.md": INDEX + "\n> Quoi ?\n{ .questoin }\n"},
        "docs/fr/index.md:10: expected one of .question, .openings, .letter; found"
        " “.questoin”.\n"
        "    To mend it: delete or correct it.",
    ),
    (
        "reference without a definition",
        {"fr/index.md": INDEX + "\n[mot][ref] et `[a][b]`\n"},
        "docs/fr/index.md:9: expected a definition for each reference and footnote; found “ref” without"
        " one.\n    To mend it: define it in the same section, or write the link as [words](address).",
    ),
    (
        "short reference into another section",
        {
            "fr/index.md": "# T\n\n## Un { #one }\n\n[ref]\n\n## Deux { #two }\n\n[ref]: https://a.example/\n"
        },
        "docs/fr/index.md:5: expected references, footnotes and abbreviations defined in the section"
        " that uses them; found “ref”, which is defined in another section (line 9).\n"
        "    To mend it: write the definition again inside this section, under a name of its own.",
    ),
    (
        "footnote defined twice",
        {
            "fr/index.md": INDEX
            + "\nMot[^1].\n\n[^1]: Note.\n\n## Deux { #two }\n\nMot[^1].\n\n[^1]: Autre.\n"
        },
        "docs/fr/index.md:17: expected each reference and footnote defined once, under a name of its"
        " own; found “^1”, which line 11 has in another section already.\n    To mend it: give it another"
        " name, here and where the section uses it.",
    ),
    (
        "footnote whose name the source has elsewhere",
        {
            "fr/index.md": INDEX
            + "\nMot[^1].\n\n[^1]: Note.\n\n## Deux { #two }\n\nMot[^2].\n\n[^2]: Autre.\n",
            "en/index.md": "## Two { #two }\n\nWord[^1].\n\n[^1]: Other.\n",
        },
        "docs/en/index.md:5: expected each reference and footnote defined once, under a name of its"
        " own; found “^1”, which docs/fr/index.md has in another section already.\n    To mend it: give"
        " it another name, here and where the section uses it.",
    ),
    (
        "invented placeholder on a page without any",
        {"fr/index.md": INDEX, "en/index.md": "## One { #one }\n\nThe {role}.\n"},
        "docs/en/index.md:3: expected no placeholder on this page; found {role}.\n"
        "    To mend it: write the name in braces as the source does; it is never translated.",
    ),
    (
        "form of address that the language does not have",
        {
            "fr/index.md": INDEX,
            "fr/questions.md": QUESTIONS,
            "en/questions.md": "### Doubt { #doubt }\n\n- A doubt? { register=informal }\n",
        },
        "docs/en/questions.md:3: expected no register= in this language; found “informal”.\n"
        "    To mend it: correct it, or declare it (`choices` in the source page, registers in"
        " language.toml).",
    ),
    (
        "setting that means nothing",
        {"fr/index.md": "---\nstep: [one]\n---\n" + INDEX},
        "docs/fr/index.md:1: expected a setting (title, description, labels, steps, checklists,"
        " worksheets, choices, slots, first, quotas, aliases, retired, formerly); found “step”.\n"
        "    To mend it: correct the front matter between the two lines of three hyphens.",
    ),
    (
        "setting of another form",
        {"fr/index.md": "---\nchecklists: {one: none}\n---\n" + INDEX},
        "docs/fr/index.md:1: expected `checklists: {id: {progress: none}}`; found “checklists”.\n"
        "    To mend it: correct the front matter between the two lines of three hyphens.",
    ),
    (
        "setting for an id that is not there",
        {"fr/index.md": "---\nsteps: [un]\n---\n" + INDEX},
        "docs/fr/index.md:1: expected under `steps` an id that the page has; found “un”.\n    To mend"
        " it: correct the front matter between the two lines of three hyphens.",
    ),
    (
        "choice without a label",
        {"fr/index.md": INDEX, "fr/questions.md": QUESTIONS.replace("soft: Doux, ", "")},
        "docs/fr/questions.md:1: expected a label for “soft” under `labels`; found “none”.\n    To mend"
        " it: correct the front matter between the two lines of three hyphens.",
    ),
    (
        "settings in a translation's front matter",
        {"fr/index.md": INDEX, "en/index.md": "---\nsteps: [one]\n---\n"},
        "docs/en/index.md:1: expected only title, description, labels in the front matter; found"
        " “steps”.\n    To mend it: delete it, or write it as docs/fr/index.md does.",
    ),
    (
        "date that no calendar has",
        {"fr/index.md": "---\ntitle: 2026-02-31\n---\n" + INDEX},
        "docs/fr/index.md:1: expected a front matter in YAML; found a front matter that is not YAML (day"
        " is out of range for month).\n    To mend it: write `key: value` lines between two lines of"
        " three hyphens.",
    ),
    (
        "language settings that are no TOML",
        {"fr/index.md": INDEX, "@ar.toml": "origin = \n"},
        "locales/ar/language.toml:1: expected a settings file in TOML; found Invalid value (at line 1,"
        " column 10).\n    To mend it: compare the file with another language's.",
    ),
    (
        "unknown encoding of a catalog",
        {
            "fr/index.md": INDEX,
            "@ar.po": PO.replace("utf-8", "utf-9") + 'msgid "Copy"\nmsgstr "نسخ"\n',
        },
        "locales/ar/LC_MESSAGES/messages.po:1: expected a comment, or a keyword and text in quotes;"
        " found unknown encoding: utf-9.\n    To mend it: compare it with the entries around it: a quote"
        " is often missing, or wants a \\ before it.",
    ),
    (
        "lone per cent sign in a message that is filled in",
        {
            "fr/index.md": INDEX,
            "fr/checklist.md": "# Liste\n\n## Deux { #two }\n\n- [ ] Dormir { #sleep }\n",
            "@en.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
            'msgid "%(num)s done"\nmsgid_plural "%(num)s done"\nmsgstr[0] "100%"\nmsgstr[1] "100%"\n',
        },
        "locales/en/LC_MESSAGES/messages.po:4: expected only the placeholders of the msgid: %(num)s;"
        " found “%”.\n    To mend it: copy placeholders letter by letter, they are never translated;"
        " write %% for a plain %.",
    ),
    (
        "page without any setting where there should be choices",
        {"fr/index.md": INDEX, "fr/questions.md": "- [] Rien\n"},
        "docs/fr/questions.md:1: expected a task written “- [ ] words { #id }”; found “- [] Rien”.\n"
        "    To mend it: begin it with a hyphen, a space, [ ] with a space inside, and a space.",
    ),
]


def paths(files: Mapping[str, str]) -> dict[str, str]:
    """`fr/index.md` stands for `docs/fr/index.md`, `@ar.po` and `@ar.toml` for a language's own."""
    return {_path(name): text for name, text in files.items()}


def _path(name: str) -> str:
    code, _, kind = name.removeprefix("@").partition(".")
    if name.startswith("@"):
        return f"locales/{code}/" + {"po": PO_FILE, "toml": "language.toml"}[kind]
    return f"docs/{name}"


# A site shows each page's mistakes whatever its neighbours are; of catalogs it has one a language.
ON_PAGES = [case for case in CASES if all(name[0] != "@" for name in case[1])]
ELSEWHERE = [case for case in CASES if case not in ON_PAGES]


def guide(number: int) -> str:
    return f"case-{number}/"


@pytest.fixture(scope="module", params=[("--strict",), ()], ids=["strict", "not strict"])
def all_pages(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[bool, Built]:
    """One site in which each case is a guide of its own."""
    files = {"fr/index.md": INDEX}
    for number, (_, case, _) in enumerate(ON_PAGES):
        for name, text in case.items():
            language, _, rest = name.partition("/")
            files[f"{language}/{guide(number)}{rest}"] = text
    built = build_files(tmp_path_factory.mktemp("all"), paths(files), *request.param)
    return bool(request.param), built


def test_mistakes_stop_the_strict_build_and_no_other(all_pages: tuple[bool, Built]) -> None:
    strict, built = all_pages
    assert "Traceback" not in built.output
    assert built.status == (1 if strict else 0)


@pytest.mark.parametrize(
    ("number", "message"),
    [(number, case[2]) for number, case in enumerate(ON_PAGES)],
    ids=[case[0] for case in ON_PAGES],
)
def test_a_mistake_on_a_page_has_its_whole_message(
    all_pages: tuple[bool, Built], number: int, message: str
) -> None:
    for language in ("fr", "en", "ar"):
        message = message.replace(f"docs/{language}/", f"docs/{language}/{guide(number)}")
    assert f"WARNING -  {message}" in all_pages[1].output


@pytest.mark.parametrize("options", [("--strict",), ()], ids=["strict", "not strict"])
@pytest.mark.parametrize(
    ("files", "message"), [case[1:] for case in ELSEWHERE], ids=[case[0] for case in ELSEWHERE]
)
def test_a_mistake_in_a_language_has_its_whole_message(
    tmp_path: Path, options: tuple[str, ...], files: dict[str, str], message: str
) -> None:
    built = build_files(tmp_path, paths(files), *options)
    assert f"WARNING -  {message}" in built.output
    assert "Traceback" not in built.output
    assert built.status == (1 if options else 0)


def test_all_findings_of_all_languages_come_in_one_run(tmp_path: Path) -> None:
    by_name = {name: (files, message) for name, files, message in CASES}
    names = (
        *("ordered task", "id that only a translation has", "label that the source does not have"),
        *("PO syntax", "lone per cent sign in a message that is filled in"),
    )
    files = {name: text for case in names for name, text in by_name[case][0].items()}
    files |= {"fr/index.md": INDEX + "\n1. [ ] Dormir { #sleep }\n"}
    files |= {"ar/index.md": "## واحد { #wahid }\n"}
    built = build_files(tmp_path, paths(files), "--strict")
    for name in names:
        assert by_name[name][1] in built.output
    assert (
        "docs/ar/index.md:1: expected an id that docs/fr/index.md has; found “wahid”."
        in built.output
    )
    assert built.status != 0


def test_bytes_that_are_no_text_are_found(tmp_path: Path) -> None:
    page = tmp_path / "docs/fr/about.md"
    page.parent.mkdir(parents=True)
    page.write_bytes("# Été\n".encode("latin-1"))
    built = build_files(tmp_path, paths({"fr/index.md": INDEX}), "--strict")
    assert (
        "docs/fr/about.md:1: expected a file in UTF-8; found bytes that are no text" in built.output
    )
    assert (built.status, "Traceback" in built.output) == (1, False)


def test_a_site_without_a_guide_says_so(tmp_path: Path) -> None:
    built = build_files(tmp_path, paths({"fr/about.md": "# Titre\n"}), "--strict")
    assert "homepage" in built.output
    assert (built.status, "Traceback" in built.output) == (1, False)


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
    tmp_path: Path, files: dict[str, str]
) -> None:
    source = "---\nretired: [old]\n---\n" + INDEX
    source += "\n- [ ] Dormir { #sleep }\n- [ ] Marcher { #walk }\n"
    catalog = {"@fr.po": 'msgid "Guide"\nmsgstr "Le guide"\n'}
    built = build_files(tmp_path, paths({"fr/index.md": source, **catalog, **files}), "--strict")
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


def test_a_question_that_is_not_translated_is_marked_and_can_be_chosen(
    tmp_path: Path,
) -> None:
    source = QUESTIONS.replace("slots:", "first: [doubt, other]\nslots:")
    source += "\n### Autre { #other theme=closing }\n\n- Une autre ?\n"
    own = "---\nlabels: {tone: Tone}\n---\n\n### Doubt { #doubt }\n\n- A doubt?\n"
    built = build_files(
        tmp_path,
        paths({"fr/index.md": INDEX, "fr/questions.md": source, "en/questions.md": own}),
        "--strict",
    )
    assert built.status == 0, built.output
    page = LexborHTMLParser(built.page("en/questions").replace("template", "div"))
    lists = [node.attributes.get("lang") for node in page.css("section.question > ul")]
    assert lists == [None, "fr"]
    first = {
        n.text(): n.attributes.get("lang") for n in page.css("rebond-questions .picker__sentence")
    }
    assert first == {"A doubt?": None, "Une autre ?": "fr"}
    tones = [(n.text(), n.attributes.get("lang")) for n in page.css("#picker-tone option")]
    assert tones == [("Doux", "fr"), ("Net", "fr")]
    label = page.css_first("label[for=picker-tone]")
    assert label is not None
    assert label.text() == "Tone"
