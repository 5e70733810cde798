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
    if path.suffix in {".py", ".html", ".js", ".css", ".xml", ".svg"}
]
# Not “position” and “opening”, which are also words about places in a list and about links.
JOBS = (
    r"entretiens?|recrut[a-z]*|emplois?|employ[a-z]*|embauch[a-z]*|postes?|candidat[a-z]*|offres?|"
    r"entreprises?|compan(?:y|ies)|jobs?|interview[a-z]*|recruit[a-z]*|hir(?:e|es|ed|ing)|"
    r"careers?|applicants?|vacanc(?:y|ies)|rejections?"
)
IMPORT_ALL = """
import pkgutil, sys, importlib, rebond
for module in pkgutil.walk_packages(rebond.__path__, "rebond."):
    importlib.import_module(module.name)
print(sum(name.partition(".")[0] == "rebond" for name in sys.modules))
print([name for name in sys.modules if name.startswith(("mkdocs", "material"))])
"""


def test_no_module_of_the_package_imports_mkdocs() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL], capture_output=True, text=True, cwd=ROOT / "hooks"
    )
    modules, foreign = done.stdout.splitlines() or ["", ""]
    assert (done.returncode, foreign) == (0, "[]"), done.stderr
    assert int(modules) == len(list((ROOT / "hooks/rebond").rglob("*.py")))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_word_of_a_subject_stands_in_code_or_templates(path: Path) -> None:
    word = rf"(?<![a-z])(?:{JOBS})(?![a-z])"  # also inside names_like_this
    assert re.findall(word, path.read_text("utf-8"), re.IGNORECASE) == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_source_language_is_read_from_the_configuration(path: Path) -> None:
    assert re.findall(r"\bfr\b", path.read_text("utf-8")) == []
