"""A guide on another subject, in Markdown only."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_site import Built, build_files

FILES = {
    "docs/fr/index.md": "---\ntitle: Premier guide\n---\n\n# Premier guide\n",
    "docs/fr/checklist.md": "# Liste\n\n## Un { #one }\n\n- [ ] Faire { #do }\n",
    "docs/fr/appartement/index.md": """---
title: L’appartement est parti
steps: [look-again]
---

# L’appartement est parti. Et maintenant ?

Un chapeau.

## Regarder ailleurs { #look-again }

Voir [la liste](checklist.md#visit).
""",
    "docs/fr/appartement/checklist.md": """---
title: À faire
checklists:
  visit: {progress: none}
worksheets:
  flats: {rows: 3}
---

# À faire

## Visiter { #visit }

- [ ] Mesurer le salon { #measure }

## Comparer { #compare }

- [ ] Noter trois adresses { #addresses }

| Adresse | Loyer | Visite |
|---|---|---|
{ #flats }
""",
    "docs/fr/appartement/questions.md": """---
title: Questions au propriétaire
choices:
  tone: [calm, firm]
  for: [owner, neighbour]
  theme: [rent, noise]
slots: [street]
first: [heating]
labels:
  moment: Quand ?
  visiting: Pendant la visite
  tone: Ton
  calm: Calme
  firm: Ferme
  for: À qui ?
  owner: Propriétaire
  neighbour: Voisinage
  theme: Sujet
  rent: Loyer
  noise: Bruit
  street: La rue
---

# Questions

## Pendant la visite { #visiting }

### Le chauffage { #heating for="owner neighbour" theme=rent }

- Le chauffage est-il compris ?
- Que paie-t-on pour se chauffer ? { tone=firm }
- Que paie-t-on pour se chauffer dans la rue « {street} » ? { tone=firm }
""",
    "docs/en/appartement/index.md": "---\ntitle: The flat is gone\n---\n\n# The flat is gone\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    result = build_files(tmp_path_factory.mktemp("second"), FILES, "--strict")
    assert result.status == 0, result.output
    return result


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]


def test_a_second_guide_needs_markdown_only(built: Built) -> None:
    # The parser keeps what is in a template apart from the page.
    questions = LexborHTMLParser(built.page("appartement/questions").replace("template", "div"))
    assert texts(questions, "#picker-tone option") == ["Calme", "Ferme"]
    assert texts(questions, "#picker-moment option")[1:] == ["Pendant la visite"]
    labels = texts(questions, ".picker__choice label")
    assert labels[:3] == ["Quand ?", "À qui ?", "Ton"]
    assert labels[-1] == "La rue"
    assert texts(questions, "rebond-questions .picker__sentence") == [
        "Le chauffage est-il compris ?"
    ]


def test_its_lists_and_worksheet_are_its_own(built: Built) -> None:
    page = LexborHTMLParser(built.page("appartement/checklist"))
    assert [n.attributes["data-progress"] for n in page.css("rebond-checklist")] == [
        "none",
        "count",
    ]
    assert texts(page, "#flats th") == ["Adresse", "Loyer", "Visite"]
    assert len(page.css("#flats tbody tr")) == 3


@pytest.mark.parametrize(
    ("prefix", "title"), [("", "L’appartement est parti"), ("en/", "The flat is gone")]
)
def test_the_header_follows_the_guide_and_the_footer_lists_all(
    built: Built, prefix: str, title: str
) -> None:
    page = LexborHTMLParser(built.page(f"{prefix}appartement/checklist"))
    hrefs = [node.attributes["href"] for node in page.css(".header__pages a")]
    assert hrefs == ["../", "./", "../questions/"]
    assert texts(page, ".footer__guides a") == ["Premier guide", title]
