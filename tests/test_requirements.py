"""The way by which a test says what it needs."""

import pytest

from tests.requirements import PROBES, demanded, require

GHOST = {"ghost": lambda: "nobody has seen one"}


def test_what_is_missing_skips_with_its_reason() -> None:
    with pytest.raises(pytest.skip.Exception, match="needs ghost: nobody has seen one"):
        require("ghost", demand=(), probes=GHOST)


def test_what_is_missing_and_demanded_fails() -> None:
    with pytest.raises(pytest.fail.Exception, match="demanded by HABEAS_REQUIRE, but nobody"):
        require("ghost", demand={"ghost"}, probes=GHOST)


def test_what_is_there_runs() -> None:
    seen: list[str] = []
    require("ghost", demand={"ghost"}, probes={"ghost": lambda: seen.append("asked")})
    assert seen == ["asked"]


def test_the_demand_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HABEAS_REQUIRE", "pip, uv,")
    assert demanded("pip, uv,") == {"pip", "uv"}
    with pytest.raises(pytest.fail.Exception):
        require("uv", probes={"uv": lambda: "gone"})
    with pytest.raises(pytest.skip.Exception):
        require("posix", probes={"posix": lambda: "gone"})


def test_a_name_that_nobody_knows_is_wrong_use() -> None:
    with pytest.raises(pytest.UsageError, match="HABEAS_REQUIRE names postgers"):
        demanded("postgers")


@pytest.mark.needs("posix")
def test_the_marker_asks() -> None:
    assert PROBES["posix"]() is None
