from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebond.attributes import split_attributes


@pytest.mark.parametrize(
    ("text", "words", "identifier", "settings"),
    [
        ("Dormir { #sleep }", "Dormir", "sleep", {}),
        ("Dormir { #sleep due=1d }", "Dormir", "sleep", {"due": "1d"}),
        ('Doute { #any for="a b" theme=c }', "Doute", "any", {"for": "a b", "theme": "c"}),
        ("Voyez-vous ? { tone=plain }", "Voyez-vous ?", "", {"tone": "plain"}),
        ("Le poste « {role} »", "Le poste « {role} »", "", {}),
        ("Le poste {role}", "Le poste {role}", "", {}),
        ("**gras**{ #glued }", "**gras**{ #glued }", "", {}),
        ("{ #companies }", "", "companies", {}),
    ],
)
def test_attributes_end_a_line(
    text: str, words: str, identifier: str, settings: dict[str, str]
) -> None:
    found, attributes = split_attributes(text)
    assert (found, attributes.id, dict(attributes.settings)) == (words, identifier, settings)


def test_what_has_no_place_is_kept_as_stray() -> None:
    _, attributes = split_attributes("Words { #one #two due=1d due=2d }")
    assert attributes.stray == ("two", "2d")


@given(st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True))
def test_a_placeholder_is_never_an_attribute(name: str) -> None:
    text = f"the street {{{name}}}"
    found, attributes = split_attributes(text)
    assert (found, bool(attributes)) == (text, False)


@given(
    st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True),
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}", fullmatch=True),
        st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True),
        max_size=3,
    ),
)
def test_written_attributes_read_back(identifier: str, settings: dict[str, str]) -> None:
    pairs = " ".join(
        f"{key}={value}" for key, value in settings.items() if key not in ("id", value)
    )
    _, once = split_attributes(f"Words {{ #{identifier} {pairs} }}")
    _, twice = split_attributes(f"Words {once}")
    assert twice == once
