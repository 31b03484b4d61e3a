"""What every test has: a fixed Hypothesis profile, no settings of the person who runs it."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "house",
    max_examples=60,
    deadline=None,  # no test measures time
    derandomize=True,  # the same examples on every machine
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("house")

for name in [name for name in os.environ if name.startswith("HABEAS_")]:
    if name != "HABEAS_REQUIRE":
        del os.environ[name]  # whoever runs the tests may have a register open; no test may see it
