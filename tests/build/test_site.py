"""The site of this repository, as it is put on a host."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from build_site import ROOT, Built, build

LANGUAGES = {"fr": "", "en": "en/", "ar": "ar/", "ja": "ja/"}
PAGES = ("", "checklist/", "questions/", "plan/", "about/")
URLS = [prefix + page for prefix in LANGUAGES.values() for page in PAGES]
FILES = [*(url + "index.html" for url in URLS), "404.html"]
BASE = "https://rebond.example/"


def parse(real: Built, url: str) -> LexborHTMLParser:
    return LexborHTMLParser(real.page(url))


def parse_file(real: Built, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((real.site / name).read_text("utf-8"))


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


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_fetched_from_elsewhere_and_what_is_fetched_is_there(
    real: Built, name: str
) -> None:
    page = parse_file(real, name)
    nodes = page.css("[src], link:not([hreflang], [rel=canonical]), [data-index]")
    fetched = [_address(node) for node in nodes]
    assert len(fetched) >= 4
    assert [address for address in fetched if urlsplit(address).netloc] == []
    paths = [urlsplit(urljoin(BASE + name, address)).path[1:] for address in fetched]
    assert [path for path in paths if not (real.site / path).is_file()] == []


def _address(node: LexborNode) -> str:
    return next(
        node.attributes[key] or ""
        for key in ("src", "href", "data-index")
        if key in node.attributes
    )


@pytest.mark.parametrize("name", FILES)
def test_no_style_or_script_stands_in_an_attribute(real: Built, name: str) -> None:
    page = parse_file(real, name)
    names = {attribute for node in page.css("*") for attribute in node.attributes}
    assert {one for one in names if one == "style" or one.startswith("on")} == set()
    styles = [node.text() for node in page.css("style")]
    assert [text for text in styles if "@import" in text or "//" in text] == []


def test_what_a_script_imports_is_there(real: Built) -> None:
    imports = [
        path.parent / name
        for path in real.site.rglob("*.js")
        for name in re.findall(
            r"""(?:from|import)\s*\(?["']([^"']+)["']""", path.read_text("utf-8")
        )
    ]
    assert imports
    assert [path for path in imports if not path.is_file()] == []


@pytest.mark.parametrize("name", FILES)
def test_the_policy_allows_what_is_inline_by_its_digest(real: Built, name: str) -> None:
    page = parse_file(real, name)
    policy = page.css_first("meta[http-equiv=Content-Security-Policy]")
    assert policy is not None
    content = policy.attributes["content"] or ""
    assert "unsafe" not in content
    inline = page.css("style, script:not([src])")
    assert len(inline) == 2
    for node in inline:
        digest = b64encode(sha256(node.text().encode()).digest()).decode()
        assert f"'sha256-{digest}'" in content


def test_every_link_inside_the_site_leads_somewhere(real: Built) -> None:
    pages = {BASE + url: parse(real, url) for url in URLS}
    pages[BASE + "404.html"] = parse_file(real, "404.html")
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
    assert html.attributes["dir"] == "ltr"
    assert page.css_first('a[href="/en/"]') is not None


def test_the_sitemap_lists_each_page_once(real: Built) -> None:
    text = (real.site / "sitemap.xml").read_text("utf-8")
    assert sorted(f"<loc>{BASE}{url}</loc>" for url in URLS) == sorted(
        line[5:].partition("<xhtml")[0].removesuffix("</url>")
        for line in text.splitlines()
        if line.startswith("<url>")
    )
    for url in URLS:
        assert text.count(f'href="{BASE}{url}"') == len(LANGUAGES)


def test_the_same_input_builds_the_same_bytes(real: Built, tmp_path: Path) -> None:
    other = build(ROOT / "mkdocs.yml", tmp_path / "site", SOURCE_DATE_EPOCH="86400")
    assert other.status == 0, other.output
    assert _contents(other.site) == _contents(real.site)


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
