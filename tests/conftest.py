"""Properties are about results; how long one takes depends on what else the machine does.

CI tries the same examples each time, so that a change is judged by what it changed.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("rebond", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("rebond")
