"""Builds by the real command, as a site's owner runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
CONFIG = f"""site_name: Fixture
site_url: https://fixture.example/
theme: {{name: material, custom_dir: {ROOT / "overrides"}, font: false}}
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {{locale: fr, name: Français, default: true}}
        - {{locale: en, name: English}}
        - {{locale: ar, name: العربية}}
markdown_extensions: [abbr, attr_list, def_list, footnotes]
hooks:
  - {ROOT / "hooks/findings.py"}
  - {ROOT / "hooks/composition.py"}
  - {ROOT / "hooks/interface.py"}
  - {ROOT / "hooks/delivery.py"}
  - {ROOT / "hooks/search_index.py"}
"""


@dataclass(frozen=True)
class Built:
    """A finished build: its exit status, all that it printed, and the folder it wrote."""

    status: int
    output: str
    site: Path

    def page(self, url: str) -> str:
        return (self.site / url / "index.html").read_text("utf-8")


def build(config: Path, site: Path, *options: str, **environment: str) -> Built:
    """Run `mkdocs build` in a process of its own."""
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(config), "-d", str(site)]
    done = subprocess.run(
        [*command, *options],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"} | environment,
    )
    return Built(done.returncode, done.stdout + done.stderr, site)


def build_files(folder: Path, files: Mapping[str, str], *options: str) -> Built:
    """Build a small site from `{path: text}`."""
    for name, text in {"mkdocs.yml": CONFIG, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return build(folder / "mkdocs.yml", folder / "site", *options)
