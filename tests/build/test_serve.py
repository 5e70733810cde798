from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.request

from build_site import ROOT


def test_serve_prints_the_address_and_lets_its_reload_script_run() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://host.example/"}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    ) as serving:
        try:
            assert serving.stderr is not None
            said = next(line for line in serving.stderr if "Serving on" in line)
            assert f"http://{address}/" in said
            with urllib.request.urlopen(f"http://{address}/ar/checklist/", timeout=20) as answer:
                html = answer.read().decode()
            assert "livereload" in html
            assert "Content-Security-Policy" not in html
        finally:
            serving.terminate()
