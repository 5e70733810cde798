"""The browser that the tests drive. Run as a script, it installs one where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

COMMANDS = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
MACOS_APPS = (
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
)
# With letters for each language of the site: without them a screenshot shows boxes.
DEBIAN_PACKAGES = ("chromium", "fonts-noto-core", "fonts-noto-cjk")


def find_browser() -> str | None:
    """Where this machine's Chromium is.

    None says that Playwright's own is meant, as it does in `launch(executable_path=None)`.
    """
    paths = [shutil.which(command) for command in COMMANDS] + _macos_paths()
    return next((path for path in paths if path and _starts(path)), None)


def set_up_browser() -> int:
    """Make sure that there is a browser; the exit status, 0 when there is."""
    may_install = _is_root() and shutil.which("apt-get") is not None
    if not find_browser() and may_install:
        _install_debian_packages()
    if browser := find_browser():
        print(f"Browser for the tests: {browser}")
        return 0
    return _install_playwright_browser(with_libraries=may_install)


def _macos_paths() -> list[str]:
    folders = (Path("/Applications"), Path.home() / "Applications")
    return [str(folder / app) for folder in folders for app in MACOS_APPS]


def _starts(path: str) -> bool:
    # Ubuntu's `chromium-browser` is a note that says to install something else.
    try:
        result = subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return result.returncode == 0


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _install_debian_packages() -> None:
    print("Installing a browser for the tests: " + " ".join(DEBIAN_PACKAGES), flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *DEBIAN_PACKAGES]
    for command in (["apt-get", "update", "-qq"], install):
        subprocess.run(command, env=environment, check=False)


def _install_playwright_browser(*, with_libraries: bool) -> int:
    print("Browser for the tests: Playwright's own", flush=True)
    command = [sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]
    if with_libraries:
        command.append("--with-deps")
    status = subprocess.run(command, check=False).returncode
    if status:
        print("No browser could be installed. Install Chromium, then run this again.")
    return status


if __name__ == "__main__":
    sys.exit(set_up_browser())
