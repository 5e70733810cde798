"""A site as its configuration describes it: folders and languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rebond.languages import Language, load_language
from rebond.page_source import PageSource, parse_page


@dataclass(frozen=True)
class Site:
    """Where a site's words are, and in which languages; the paths it gives start at `root`."""

    root: Path
    docs: Path
    source: Language
    languages: tuple[Language, ...]

    @property
    def locales(self) -> Path:
        """The folder of catalogs and language settings."""
        return self.root / "locales"

    def language(self, code: str) -> Language:
        """The language of that code; raises StopIteration if the site has none."""
        return next(language for language in self.languages if language.code == code)

    def pages(self, language: Language) -> dict[str, PageSource]:
        """A language's pages by their path inside its folder, `about.md`."""
        folder = self.docs / language.code
        names = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.md")))
        return {name: page for name in names if (page := self.page(language, name))}

    def page(self, language: Language, name: str) -> PageSource | None:
        """One page of a language, if it has it; bytes that are no UTF-8 show as U+FFFD."""
        path = self.docs / language.code / name
        if not path.is_file():
            return None
        text = path.read_text("utf-8", errors="replace")
        return parse_page(text, path.relative_to(self.root).as_posix())


def read_site(config_file: str, docs: str, languages: Iterable[Mapping[str, Any]]) -> Site:
    """Read a site from MkDocs' settings: `languages` has `locale`, `name`, `default`, `build`."""
    root = Path(config_file).parent.resolve()
    built = [entry for entry in languages if entry["build"]]
    known = [load_language(root / "locales", entry["locale"], entry["name"]) for entry in built]
    source = next(i for i, entry in enumerate(built) if entry["default"])
    return Site(root, Path(docs).resolve(), known[source], tuple(known))
