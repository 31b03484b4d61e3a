"""How seldom a process clears up."""

import gc

from habeas.tasks.clearing import LIVING, clear_seldom
from habeas.tasks.parallel import in_order


def threshold(_item: int) -> int:
    return gc.get_threshold()[0]


def test_every_process_that_reads_clears_up_seldom() -> None:
    before = gc.get_threshold()
    try:
        clear_seldom()
        assert gc.get_threshold()[0] == LIVING
    finally:
        gc.set_threshold(*before)
    found = in_order(threshold, range(3), jobs=2, lost=threshold)
    assert list(found) == [LIVING] * 3
