"""Content-Security-Policy: what is inline is allowed by its digest alone."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256


def source_hash(text: str) -> str:
    """The CSP source expression for an inline script or style (CSP Level 3, section 2.3.1)."""
    return f"'sha256-{b64encode(sha256(str(text).encode()).digest()).decode()}'"
