"""Where a reader is: the guide that is open, its pages, and the same page in each language."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from rebond.composition import compose_meta
from rebond.languages import Language
from rebond.site import Site

KINDS = {"index": "article", "checklist": "checklist", "questions": "questions"}


@dataclass(frozen=True)
class Link:
    """A page by its kind, its URL from the site's root, and whether it is the open one."""

    kind: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class Guide:
    """A guide: its title and pages in one language."""

    title: str
    pages: tuple[Link, ...]
    current: bool


@dataclass(frozen=True)
class Version:
    """The open page in one language; `url` is `./` at the root, where `href` is empty."""

    language: Language
    url: str
    current: bool

    @property
    def href(self) -> str:
        """The address to put after the site's own."""
        return self.url.removeprefix("./")


@dataclass(frozen=True)
class Place:
    """All that a template says about where the reader is."""

    language: Language
    source: Language
    path: str
    kind: str
    home: str
    about: str
    plan: str
    guides: tuple[Guide, ...]
    versions: tuple[Version, ...]
    store: str

    @property
    def url(self) -> str:
        """The page's address below the site's."""
        return next(version.href for version in self.versions if version.current)

    @property
    def guide(self) -> Guide:
        """The guide that is open; on a page of the site itself, the first if there is one."""
        guides = sorted(self.guides, key=lambda guide: not guide.current)
        return next(iter(guides), Guide("", (), False))


def locate(site: Site, language: Language, name: str, site_url: str) -> Place:
    """Find the place of the page `name` (`checklist.md`) in one language."""
    folders = guide_folders(site)
    folder = _folder(name, folders)
    versions = (
        Version(other, url(site, other, name), other == language) for other in site.languages
    )
    return Place(
        language,
        site.source,
        page_path(name),
        _kind(name, folder),
        url(site, language, "index.md"),
        _site_page(site, language, "about.md"),
        _site_page(site, language, "plan.md"),
        tuple(_guide(site, language, one, name, one == folder) for one in folders),
        tuple(versions),
        "rebond:" + (urlsplit(site_url).path or "/"),
    )


def every_place(site: Site, site_url: str) -> list[Place]:
    """All pages of all languages, for what spans the site."""
    names = site.pages(site.source)
    return [locate(site, language, name, site_url) for language in site.languages for name in names]


def guide_folders(site: Site) -> list[str]:
    """Folders that hold a guide, by their path in the source's folder; "" is the first guide."""
    root = site.docs / site.source.code
    return sorted(
        (path.parent.relative_to(root).as_posix() + "/").removeprefix("./")
        for path in root.rglob("index.md")
    )


def page_path(name: str) -> str:
    """A page's address below its language: `checklist.md` -> `checklist/`."""
    return name.removesuffix("index.md").removesuffix(".md") + ("" if _is_index(name) else "/")


def url(site: Site, language: Language, name: str) -> str:
    """A page's address from the site's root, `./` for the root itself."""
    prefix = "" if language == site.source else f"{language.code}/"
    return prefix + page_path(name) or "./"


def _site_page(site: Site, language: Language, name: str) -> str:
    return url(site, language, name) if site.page(site.source, name) else ""


def _is_index(name: str) -> bool:
    return name == "index.md" or name.endswith("/index.md")


def _folder(name: str, folders: list[str]) -> str:
    """The innermost guide that a page stands in."""
    return max((folder for folder in folders if name.startswith(folder)), key=len, default="")


def _kind(name: str, folder: str) -> str:
    if name == "plan.md":
        return "plan"  # It belongs to the site: it shows what is kept from all guides.
    return KINDS.get(name.removeprefix(folder).removesuffix(".md"), "page")


def _guide(site: Site, language: Language, folder: str, name: str, current: bool) -> Guide:
    source = site.page(site.source, folder + "index.md")
    own = site.page(language, folder + "index.md")
    meta = compose_meta(source.meta if source else {}, own.meta if own else {})
    names = [folder + stem + ".md" for stem in KINDS]
    pages = tuple(
        Link(_kind(one, folder), url(site, language, one), one == name)
        for one in names
        if site.page(site.source, one)
    )
    return Guide(str(meta.get("title", "")), pages, current)
