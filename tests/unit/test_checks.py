"""What the check promises: it never fails, and what it lets pass is never printed as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rebond.checks import check_site
from rebond.checks.ids import RESERVED
from rebond.languages import Language
from rebond.pages import MARKDOWN, render
from rebond.site import Site

ROOT = Path(__file__).parents[2]
FRENCH, ENGLISH = Language("fr", "Français"), Language("en", "English")
SETTINGS = """---
choices: {tone: [soft], theme: [closing]}
slots: [role]
first: [doubt]
checklists: {one: {progress: none}}
worksheets: {sheet: {rows: 2}}
labels: {tone: T, soft: S, theme: T, closing: C, role: R}
---
"""
PROSE = (
    *("", "", "Words.", "  Two spaces.", "    Why.", "# Title", "## One { #one }"),
    *("## Two{ #two }", " ## Three { #three }", "###\u00a0Four { #four }", "## Five"),
    *("### Doubt { #doubt theme=closing }", "- A {role}?", "- B? { tone=soft }", "> Quotation"),
    *("- [ ] Sleep { #sleep due=1d }", "- [ ] Walk { #walk }", "    - [ ] Outside { #outside }"),
    *("        - [ ] Far { #far }", "  - [ ] Two { #two-spaces }", "- [] None { #none }"),
    *("- [\u00a0] Tell { #tell }", "1. [ ] Ordered { #ordered }", "- [ ] **Bold**{ #bold }"),
    *(
        "- Plain",
        "    - Nested",
        "1. First",
        "* [x] Star { #star }",
        "- [ ] Soft",
        "wrap { #wrap }",
    ),
    *("| A | B |", "|---|---|", "|---|", "{ #sheet }", "| x | y |", "{ .question }"),
    *("{ .openings }", "[ref]", "[a][ref]", "[ref]: https://a.example/", "Note[^1].", "[^1]: Note"),
    *("*[AB]: Words", "---", "===", "`[ ]` and `{ #code }`"),
)
NASTY = (
    *PROSE,
    "```",
    "~~~",
    "```text",
    "<!--",
    "-->",
    "<!-- a -->",
    "<div>",
    "\t- [ ] Tab",
    "{role",
    "]",
)


def site_of(folder: Path, french: str, english: str = "") -> Site:
    for language, text in ((FRENCH, french), (ENGLISH, english)):
        path = folder / "docs" / language.code / "questions.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Site(folder, folder / "docs", FRENCH, (FRENCH, ENGLISH))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(NASTY), max_size=12),
    st.lists(st.sampled_from(NASTY), max_size=12),
)
def test_no_page_stops_the_check_or_the_build(
    tmp_path: Path, french: list[str], english: list[str]
) -> None:
    site = site_of(tmp_path, SETTINGS + "\n".join(french), "\n".join(english))
    check_site(site)
    for language in site.languages:
        render(site, language, "questions.md")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.lists(st.sampled_from(PROSE), max_size=8), st.lists(st.sampled_from(PROSE), max_size=8))
def test_what_is_nearly_right_is_found_or_works(
    tmp_path: Path, french: list[str], english: list[str]
) -> None:
    start = "# Title\n\n## Zero { #zero }\n"
    site = site_of(tmp_path, start + "\n".join(french), start + "\n".join(english))
    found = {finding.path.split("/")[1] for finding in check_site(site)}
    for language in site.languages[: 0 if "fr" in found else 1 if "en" in found else 2]:
        html, _ = render(site, language, "questions.md", [*MARKDOWN, "attr_list"])
        printed = re.sub("<code>.*?</code>", "", html)
        assert re.findall(r"\[.?\] |\{ ?[#.]|##", printed) == []


def test_ids_of_the_templates_are_reserved() -> None:
    templates = (ROOT / "overrides").rglob("*.html")
    names = {
        name
        for path in templates
        for name in re.findall(r'\bid="([^"]+)"', path.read_text("utf-8"))
    }
    assert {"content", "picker-{{ slot }}"} <= names
    # Those that hold an address of a page's own cannot be an id that an author gives.
    given = {"{{ item.id }}", "{{ list.id }}", "{{ sheet.id }}"}
    assert [name for name in names - given if not RESERVED.fullmatch(name)] == []


@pytest.mark.parametrize(
    "setting",
    [
        *(
            "labels: words",
            "labels: [a]",
            "labels: {tone: [a]}",
            "choices: [a]",
            "choices: {tone: a}",
        ),
        *("choices: {tone: }", "slots: role", "slots: {role: 1}", "slots: 5", "steps: one"),
        *("first: 3", "retired: old", "retired: 3", "aliases: [a]", "checklists: one"),
        *("checklists: {one: none}", "checklists: {one: {progress: maybe}}", "title: [a]"),
        *("worksheets: [sheet]", "worksheets: {sheet: 3}", "worksheets: {sheet: {rows: many}}"),
        *(
            "worksheets: {sheet: {rows: -1}}",
            "worksheets: {sheet: {rows: }}",
            "description: {a: b}",
        ),
        *("a: !!int x", "a: !!bool x", "a: !!timestamp x", "title: 2026-02-31", "? [a]\n: b"),
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_setting_of_another_form_is_found_and_stops_nothing(
    tmp_path: Path, setting: str, language: str
) -> None:
    body = (
        "\n# T\n\n## One { #one }\n\n- [ ] Sleep { #sleep }\n\n| A | B |\n|---|---|\n{ #sheet }\n"
    )
    text = {"fr": body, "en": body} | {language: f"---\n{setting}\n---\n{body}"}
    site = site_of(tmp_path, text["fr"], text["en"])
    found = [finding for finding in check_site(site) if f"docs/{language}/" in finding.path]
    assert [finding.line for finding in found][:1] in ([1], [2], [3])
    for one in site.languages:
        assert "checklist__box" in render(site, one, "questions.md")[0]
