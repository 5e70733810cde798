"""Sites that the tests of a build look at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from build_site import CONFIG, ROOT, Built, build


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of this repository, built strictly."""
    return build(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("real") / "site", "--strict")


@pytest.fixture
def build_files(tmp_path: Path) -> Callable[..., Built]:
    """Build a small site from `{path: text}`."""

    def run(files: Mapping[str, str], *options: str) -> Built:
        for name, text in {"mkdocs.yml": CONFIG, **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return build(tmp_path / "mkdocs.yml", tmp_path / "site", *options)

    return run
