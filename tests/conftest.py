"""What every test has: a fixed Hypothesis profile, and no setting of the person who runs it.

`@pytest.mark.needs("postgres")` skips a test, or fails it (see `tests.requirements`).
"""

import os
import tempfile

import pytest
from hypothesis import HealthCheck, settings

from tests.requirements import demanded, require

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

os.environ["COLUMNS"] = "80"  # nor may the width of that person's window change what is printed

_heads = tempfile.TemporaryDirectory(prefix="habeas-heads-")
os.environ["HABEAS_HEADS"] = _heads.name  # nor may it leave anything in that person's folders


def pytest_configure() -> None:
    """Refuse a name in `HABEAS_REQUIRE` that nobody knows."""
    demanded(os.environ.get("HABEAS_REQUIRE", ""))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Ask for what the test needs."""
    for marker in item.iter_markers("needs"):
        for name in marker.args:
            require(name)
