"""Work in several processes: order, sameness, and what dies on the way."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from threading import Event, Thread

import pytest

from habeas.tasks.parallel import in_order


def doubled(number: int) -> int:
    return 2 * number


def ends_at_seven(number: int) -> int:
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def refuses_three(number: int) -> int:
    if number == 3:
        raise ValueError("three")
    return number


def never_ends(number: int) -> int:
    if number:
        os.write(1, b".")
        Event().wait()
    return number


def lost(number: int) -> int:
    return -number


@pytest.fixture(params=["one thread", "two threads"])
def threads(request: pytest.FixtureRequest) -> Iterator[None]:
    """Processes are copies of one with a single thread, and begin afresh beside several."""
    ended = Event()
    beside = Thread(target=ended.wait)
    if request.param == "two threads":
        beside.start()
    yield
    ended.set()
    if beside.ident is not None:
        beside.join()


@pytest.mark.usefixtures("threads")
@pytest.mark.parametrize("jobs", [0, 1, 2, 3])
def test_answers_come_in_order_whatever_the_number_of_processes(jobs: int) -> None:
    found = in_order(doubled, range(40), jobs=jobs, lost=lost)
    assert list(found) == [2 * number for number in range(40)]


@pytest.mark.parametrize("together", [1, 2, 5, 100])
@pytest.mark.parametrize("items", [1, 4, 5, 23])
def test_however_many_go_together_the_answers_are_the_same(items: int, together: int) -> None:
    found = in_order(doubled, range(items), jobs=2, lost=lost, together=together)
    assert list(found) == [2 * number for number in range(items)]


def test_nothing_to_do_gives_nothing() -> None:
    assert list(in_order(doubled, [], jobs=2, lost=lost)) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.usefixtures("threads")
@pytest.mark.parametrize("together", [1, 4])
def test_an_item_that_ends_its_process_costs_its_own_answer_alone(together: int) -> None:
    found = list(in_order(ends_at_seven, range(20), jobs=2, lost=lost, together=together))
    assert found == [-7 if number == 7 else 2 * number for number in range(20)]


@pytest.mark.usefixtures("threads")
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_work_raises_is_raised(jobs: int) -> None:
    found = in_order(refuses_three, range(9), jobs=jobs, lost=lost)
    assert [next(found) for _each in range(3)] == [0, 1, 2]
    with pytest.raises(ValueError, match="three"):
        next(found)


def test_only_a_few_items_are_taken_up_at_once() -> None:
    taken = []

    def numbers() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    found = in_order(doubled, numbers(), jobs=2, lost=lost)
    assert next(found) == 0
    assert len(taken) < 20


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_no_process_outlives_the_first_one_where_that_is_killed() -> None:
    asked = (
        "from tests.tasks.test_parallel import in_order, lost, never_ends\n"
        "if __name__ == '__main__':\n"
        "    list(in_order(never_ends, [1, 2], jobs=2, lost=lost))\n"
    )
    with subprocess.Popen([sys.executable, "-c", asked], stdout=subprocess.PIPE) as first:
        assert first.stdout is not None
        assert first.stdout.read(2) == b".."
        first.kill()
        assert first.communicate(timeout=60)[0] == b""
