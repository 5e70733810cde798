"""The package outlives MkDocs: it imports none of it, and knows no subject and no language."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = [
    path
    for folder in ("hooks", "overrides")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".py", ".html", ".js", ".css", ".xml"}
]
JOBS = (
    r"entretien|recrut\w*|emploi|candidat\w*|interview\w*|jobs?|recruit\w*|hiring|employer|career"
)
IMPORT_ALL = """
import pkgutil, sys, importlib, rebond
for module in pkgutil.walk_packages(rebond.__path__, "rebond."):
    importlib.import_module(module.name)
roots = {name.partition(".")[0] for name in sys.modules}
print(sorted(roots & {"mkdocs", "mkdocs_static_i18n", "material"}))
"""


def test_no_module_of_the_package_imports_mkdocs() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL], capture_output=True, text=True, cwd=ROOT / "hooks"
    )
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_word_of_a_subject_stands_in_code_or_templates(path: Path) -> None:
    assert re.findall(rf"\b(?:{JOBS})\b", path.read_text("utf-8"), re.IGNORECASE) == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_source_language_is_read_from_the_configuration(path: Path) -> None:
    assert re.findall(r"""["']fr["']|docs/fr|/fr/""", path.read_text("utf-8")) == []
