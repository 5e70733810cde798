"""The site of this repository, as it is put on a host."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_site import ROOT, Built, build

LANGUAGES = {"fr": "", "en": "en/", "ar": "ar/", "ja": "ja/"}
PAGES = ("", "checklist/", "questions/", "about/")
URLS = [prefix + page for prefix in LANGUAGES.values() for page in PAGES]
BASE = "https://rebond.example/"


def parse(real: Built, url: str) -> LexborHTMLParser:
    return LexborHTMLParser(real.page(url))


def test_the_strict_build_passes(real: Built) -> None:
    assert real.status == 0, real.output
    assert "WARNING" not in real.output


def test_the_folder_holds_what_readers_need_and_nothing_of_the_theme(real: Built) -> None:
    files = {path.relative_to(real.site).as_posix() for path in real.site.rglob("*.*")}
    assert {url + "index.html" for url in URLS} | {"404.html", "sitemap.xml"} <= files
    assert {Path(name).suffix for name in files} == {".html", ".js", ".json", ".svg", ".xml"}
    assert [name for name in files if name.startswith("assets/")] == []


@pytest.mark.parametrize("url", URLS)
def test_a_page_says_its_language_and_where_the_others_are(real: Built, url: str) -> None:
    page = parse(real, url)
    code = next(c for c in ("en", "ar", "ja", "fr") if url.startswith(LANGUAGES[c]))
    html = page.css_first("html")
    assert html is not None
    assert html.attributes["lang"] == code
    assert html.attributes["dir"] == ("rtl" if code == "ar" else "ltr")
    slug = url.removeprefix(LANGUAGES[code])
    links = {n.attributes["hreflang"]: n.attributes["href"] for n in page.css("link[hreflang]")}
    assert links == {c: BASE + prefix + slug for c, prefix in LANGUAGES.items()} | {
        "x-default": BASE + slug
    }


@pytest.mark.parametrize("url", URLS)
def test_nothing_is_fetched_from_elsewhere_and_no_style_is_inline(real: Built, url: str) -> None:
    page = parse(real, url)
    fetched = [n.attributes.get("src") or n.attributes.get("href") for n in page.css("script, img")]
    fetched += [n.attributes["href"] for n in page.css("link:not([hreflang], [rel=canonical])")]
    assert [address for address in fetched if address and urlsplit(address).netloc] == []
    assert page.css("[style], [onclick], [onload]") == []


@pytest.mark.parametrize("url", URLS)
def test_the_policy_allows_what_is_inline_by_its_digest(real: Built, url: str) -> None:
    page = parse(real, url)
    policy = page.css_first("meta[http-equiv=Content-Security-Policy]")
    assert policy is not None
    content = policy.attributes["content"] or ""
    assert "unsafe" not in content
    for node in page.css("style, script:not([src])"):
        digest = b64encode(sha256(node.text().encode()).digest()).decode()
        assert f"'sha256-{digest}'" in content


def test_every_link_inside_the_site_leads_somewhere(real: Built) -> None:
    pages = {BASE + url: parse(real, url) for url in URLS}
    ids = {u: {n.attributes["id"] for n in page.css("[id]")} for u, page in pages.items()}
    broken = []
    for base, page in pages.items():
        for node in page.css("a[href]"):
            target, fragment = urldefrag(urljoin(base, node.attributes["href"] or ""))
            if not target.startswith(BASE):
                continue
            if target not in ids or (fragment and fragment not in ids[target]):
                broken.append(f"{base} -> {target}#{fragment}")
    assert broken == []


def test_the_missing_page_speaks_the_source_language(real: Built) -> None:
    page = LexborHTMLParser((real.site / "404.html").read_text("utf-8"))
    html = page.css_first("html")
    assert html is not None
    assert html.attributes["lang"] == "fr"
    assert page.css_first('a[href="/en/"]') is not None


def test_the_sitemap_lists_each_page_once(real: Built) -> None:
    text = (real.site / "sitemap.xml").read_text("utf-8")
    assert sorted(f"<loc>{BASE}{url}</loc>" for url in URLS) == sorted(
        line[5:].partition("<xhtml")[0].removesuffix("</url>")
        for line in text.splitlines()
        if line.startswith("<url>")
    )


def test_the_same_input_builds_the_same_bytes(real: Built, tmp_path: Path) -> None:
    other = build(ROOT / "mkdocs.yml", tmp_path / "site", SOURCE_DATE_EPOCH="86400")
    assert _contents(other.site) == _contents(real.site)


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
