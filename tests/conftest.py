"""What every test shares: properties are searched without a clock, on any machine."""

from __future__ import annotations

from hypothesis import settings

# How long one example takes says nothing on a shared machine; figures are `make bench`'s.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")
