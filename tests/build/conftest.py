"""Sites that the tests of a build look at."""

from __future__ import annotations

import pytest

from build_site import ROOT, Built, build


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of this repository, built strictly."""
    return build(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("real") / "site", "--strict")
