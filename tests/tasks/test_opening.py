"""Which folder is meant."""

from pathlib import Path

import pytest

from habeas.errors import MistakeError
from habeas.tasks.opening import folder_of


@pytest.mark.parametrize(
    ("name", "folder"),
    [("a", "a.habeas"), ("a.habeas", "a.habeas"), ("../a", "../a.habeas"), ("a.b/", "a.b.habeas")],
)
def test_a_name_with_or_without_its_ending(name: str, folder: str) -> None:
    assert folder_of(name) == Path(folder)


@pytest.mark.parametrize("name", ["", ".", "..", "a/..", "/"])
def test_no_name(name: str) -> None:
    with pytest.raises(MistakeError) as caught:
        folder_of(name)
    assert caught.value.code == "register-unnamed"
