"""One piece of work for each of many items, in several processes, with the answers in order.

Decides how many items are under way at once, and what becomes of an item whose process dies. Laws:
answers come in the order of the items, the same whatever the number of processes; an item that ends
its process costs only its own answer; only a few items for each process are held at once.
"""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import Generic, TypeVar

_AHEAD = 4
"""Items under way or waiting, for each process."""

Item = TypeVar("Item")
Answer = TypeVar("Answer")


def in_order(
    work: Callable[[Item], Answer],
    items: Iterable[Item],
    *,
    jobs: int,
    lost: Callable[[Item], Answer],
) -> Iterator[Answer]:
    """What `work` answers for each item, in the order of the items.

    Args:
        work: What is done for an item; with several processes, it, the items and the answers must be
            able to travel between them. What it raises is raised here, and ends the rest.
        items: Taken up a few at a time.
        jobs: Processes; with 1 or less all is done in this one.
        lost: The answer for an item at which a process died, as when the system ends it.
    """
    if jobs <= 1:
        yield from map(work, items)
        return
    line = _Line(work, jobs, lost)
    waiting = iter(items)
    try:
        for item in islice(waiting, jobs * _AHEAD):
            line.begin(item)
        while line.under_way:
            yield line.answer()
            for item in islice(waiting, 1):
                line.begin(item)
    finally:
        line.close()


class _Line(Generic[Item, Answer]):
    """Items under way in a few processes, first in, first out; new processes where some died."""

    def __init__(
        self, work: Callable[[Item], Answer], jobs: int, lost: Callable[[Item], Answer]
    ) -> None:
        self.under_way = deque[tuple[Item, Future[Answer] | None]]()
        self._work = work
        self._jobs = jobs
        self._lost = lost
        self._pool = _pool(jobs)

    def begin(self, item: Item) -> None:
        """Take up one more."""
        try:
            self.under_way.append((item, self._pool.submit(self._work, item)))
        except BrokenProcessPool:
            self.under_way.append((item, None))

    def answer(self) -> Answer:
        """The answer for the item that has waited longest."""
        item, future = self.under_way.popleft()
        try:
            if future is not None:
                return future.result()
        except BrokenProcessPool:
            pass
        found = self._alone(item)
        self._begin_anew()
        return found

    def close(self) -> None:
        """End the processes, once each has done the item it is at."""
        self._pool.shutdown(cancel_futures=True)

    def _alone(self, item: Item) -> Answer:
        """Do it in a process of its own: it may have been another item that ended the first."""
        with _pool(1) as pool:
            try:
                return pool.submit(self._work, item).result()
            except BrokenProcessPool:
                return self._lost(item)

    def _begin_anew(self) -> None:
        """Fresh processes for what was under way; answers that are there already are kept."""
        before = list(self.under_way)
        self.close()
        self._pool = _pool(self._jobs)
        self.under_way.clear()
        for item, future in before:
            if future is not None and _answered(future):
                self.under_way.append((item, future))
            else:
                self.begin(item)


def _answered(future: Future[Answer]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Fresh processes that leave it to this one to be stopped from the keyboard."""
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_stopping)


def _leave_stopping() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
