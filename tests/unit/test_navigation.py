from __future__ import annotations

from pathlib import Path

import pytest

from rebond.languages import Language
from rebond.navigation import every_place, guide_folders, locate, page_path
from rebond.site import Site

FRENCH, ARABIC = Language("fr", "Français"), Language("ar", "العربية")
PAGES = ("index.md", "checklist.md", "about.md", "flat/index.md", "flat/questions.md")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    for name in PAGES:
        path = tmp_path / "docs/fr" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: {name}\n---\n", "utf-8")
    return Site(tmp_path, tmp_path / "docs", FRENCH, (FRENCH, ARABIC))


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("index.md", ""),
        ("checklist.md", "checklist/"),
        ("flat/index.md", "flat/"),
        ("flat/questions.md", "flat/questions/"),
    ],
)
def test_paths_are_below_the_language(name: str, path: str) -> None:
    assert page_path(name) == path


def test_a_guide_is_a_folder_with_an_index(site: Site) -> None:
    assert guide_folders(site) == ["", "flat/"]


@pytest.mark.parametrize(
    ("name", "kind", "urls"),
    [
        ("index.md", "article", ["ar/", "ar/checklist/"]),
        ("checklist.md", "checklist", ["ar/", "ar/checklist/"]),
        ("about.md", "page", ["ar/", "ar/checklist/"]),
        ("flat/index.md", "article", ["ar/flat/", "ar/flat/questions/"]),
        ("flat/questions.md", "questions", ["ar/flat/", "ar/flat/questions/"]),
    ],
)
def test_the_header_follows_the_guide_that_is_open(
    site: Site, name: str, kind: str, urls: list[str]
) -> None:
    place = locate(site, ARABIC, name, "https://host.example/guide/")
    assert place.kind == kind
    assert [link.url for link in place.guide.pages] == urls
    assert place.store == "rebond:/guide/"
    assert [version.current for version in place.versions] == [False, True]
    assert place.about == "ar/about/"


def test_every_page_has_a_place_in_every_language(site: Site) -> None:
    places = every_place(site, "https://host.example/")
    assert len(places) == len(PAGES) * 2
    assert places[0].url == "about/"
