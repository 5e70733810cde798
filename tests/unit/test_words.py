"""Words that come from elsewhere than a page: catalogs, settings and the configuration."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from rebond.interface import prepare
from rebond.languages import Language, load_language
from rebond.messages import load_messages
from rebond.search import index_page
from rebond.values import fill

FRENCH, ENGLISH = Language("fr", "Français"), Language("en", "English")
EXTRA = {
    "publisher": {"name": "Les Amis", "contact": "a@b.example"},
    "openings": {"fr": {"name": "Portail", "url": "https://p.example/"}},
}
CALL = "Avant.\n\n[« {name} »]({url})\n{ .openings }\n\nAprès."


def catalog(locales: Path, code: str, text: str) -> None:
    path = locales / code / "LC_MESSAGES/messages.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n' + text)


def render(locales: Path, language: Language, template: str) -> str:
    environment = Environment()
    prepare(environment, load_messages(locales, language, FRENCH))
    return environment.from_string(template).render()


def test_a_message_that_is_lacking_comes_from_the_source_and_says_so(tmp_path: Path) -> None:
    catalog(tmp_path, "fr", 'msgid "Copy"\nmsgstr "Copier <ici>"\n')
    catalog(tmp_path, "en", '#, fuzzy\nmsgid "Copy"\nmsgstr "Wrong"\n')
    html = '<span lang="fr" dir="ltr">Copier &lt;ici&gt;</span>'
    assert render(tmp_path, ENGLISH, '{{ _("Copy") }}') == html
    assert render(tmp_path, ENGLISH, '{{ _("Copy") | striptags }}') == "Copier &lt;ici&gt;"
    assert render(tmp_path, FRENCH, '{{ _("Copy") }}') == "Copier &lt;ici&gt;"
    assert render(tmp_path, FRENCH, '{{ _("Unknown") }}') == "Unknown"


def test_a_catalog_that_cannot_be_read_gives_no_messages(tmp_path: Path) -> None:
    catalog(tmp_path, "fr", "msgid\n")
    assert load_messages(tmp_path, FRENCH, FRENCH).gettext("Copy") == "Copy"


def test_a_language_knows_its_direction_its_registers_and_who_wrote_it(tmp_path: Path) -> None:
    (tmp_path / "ar").mkdir()
    path = tmp_path / "ar/language.toml"
    path.write_text('origin = "machine"\nreviewers = []\n[registers]\nusual = "أنتم"\n', "utf-8")
    arabic = load_language(tmp_path, "ar", "العربية")
    assert (arabic.direction, dict(arabic.registers), arabic.drafted) == (
        "rtl",
        {"usual": "أنتم"},
        True,
    )
    path.write_text('origin = "machine"\nreviewers = ["N"]\n', "utf-8")
    assert not load_language(tmp_path, "ar", "العربية").drafted
    path.write_text("registers = ", "utf-8")
    assert load_language(tmp_path, "ar", "العربية").registers == {}


@pytest.mark.parametrize(
    ("markdown", "language", "filled"),
    [
        ("Par {publisher}.", "fr", "Par Les Amis."),
        ("{contact}", "fr", "[a@b.example](mailto:a@b.example)"),
        ("Le poste « {role} »", "fr", "Le poste « {role} »"),
        (CALL, "fr", "Avant.\n\n[« Portail »](https://p.example/)\n{ .openings }\n\nAprès."),
        (CALL, "ja", "Avant.\n\nAprès."),
    ],
)
def test_the_owner_s_words_take_their_places(markdown: str, language: str, filled: str) -> None:
    assert fill(markdown, EXTRA, language) == filled


def test_search_has_an_entry_for_each_section() -> None:
    html = """<main><h1>Titre</h1><p>Chapeau.</p><noscript><p>Sans</p></noscript>
    <h2 id="one">Un</h2><p>Le <b>premier</b>.</p>
    <section><h3 id="ask">Question</h3><ul><li>Pourquoi ?</li></ul></section></main>"""
    assert [(e["url"], e["title"], e["text"]) for e in index_page(html, "en/")] == [
        ("en/", "Titre", "Chapeau."),
        ("en/#one", "Un", "Le premier ."),
        ("en/#ask", "Question", "Pourquoi ?"),
    ]
