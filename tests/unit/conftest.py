"""Properties are about results; how long one takes depends on what else the machine does."""

from hypothesis import settings

settings.register_profile("rebond", deadline=None)
settings.load_profile("rebond")
