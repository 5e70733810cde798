"""Words that a reader types stand only where no grammar depends on them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from build_site import build_files

HEAD = """---
choices: {tone: [soft, plain]}
slots: [role]
labels: {tone: Ton, soft: Doux, plain: Net, role: Poste, moment: Quand, now: Ici}
---

# Questions

## Ici { #now }

### Doute { #doubt tone=plain }

"""
PLAIN = "- Un doute ?\n- Une raison ? { tone=plain }\n"
TYPED = "- Un doute pour le poste « {role} » ?\n"
SLOTS = """[slots]
quotes = ["« ", " »"]

[[slots.forbidden]]
before = '\\b(?:le|la)'
why = "l’article devrait s’accorder"

[[slots.forbidden]]
after = 'ien'
why = "un suffixe ne se colle pas"
"""
FORBIDDEN = {
    "no quotation marks": (
        "- Un doute pour le poste {role} ?\n",
        "expected a typed word in quotation marks, « {role} »; found “- Un doute pour le poste"
        " {role} ?”.\n    To mend it: write the marks of this language around it.",
    ),
    "an article": (
        "- Un doute pour la « {role} » ?\n",
        "expected no “\\b(?:le|la)” before {role}; found “- Un doute pour la « {role} » ?”.\n"
        "    To mend it: l’article devrait s’accorder.",
    ),
    "a suffix": (
        "- Un doute, poste « {role} »ien ?\n",
        "expected no “ien” after {role}; found “- Un doute, poste « {role} »ien ?”.\n"
        "    To mend it: un suffixe ne se colle pas.",
    ),
}


def site(wordings: str, more: Mapping[str, str] | None = None) -> dict[str, str]:
    return {
        "docs/fr/index.md": "# Titre\n",
        "docs/fr/questions.md": HEAD + PLAIN + wordings,
        "locales/fr/language.toml": SLOTS,
        **(more or {}),
    }


@pytest.mark.parametrize(("wording", "message"), FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_a_typed_word_where_grammar_hangs_on_it(tmp_path: Path, wording: str, message: str) -> None:
    built = build_files(tmp_path, site(wording), "--strict")
    assert built.status == 1
    assert f"WARNING -  docs/fr/questions.md:15: {message}" in built.output


def test_most_wordings_need_no_typed_word(tmp_path: Path) -> None:
    built = build_files(tmp_path, site(TYPED * 2), "--strict")
    assert built.status == 1
    message = (
        "docs/fr/questions.md:15: expected wordings of which six in ten or more need no typed"
        " word; found 2 of 4 with one.\n    To mend it: write more of them without, or delete"
        " some."
    )
    assert f"WARNING -  {message}" in built.output


def test_a_name_that_a_translation_leaves_out_is_said_and_no_more(tmp_path: Path) -> None:
    own = "# Questions\n\n## Here { #now }\n\n### Doubt { #doubt }\n\n- A doubt?\n"
    files = site(TYPED, {"docs/en/questions.md": own})
    built = build_files(tmp_path, files, "--strict")
    assert built.status == 0, built.output
    message = (
        "docs/en/questions.md:5: expected a wording of “doubt” with {role}, as"
        " docs/fr/questions.md has; found none.\n    To mend it: add one if your language allows"
        " it."
    )
    assert f"INFO    -  {message}" in built.output
