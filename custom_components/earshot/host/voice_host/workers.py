"""The threads that engines work in, so that the event loop never waits for one."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
import os

from .limits import MAX_WORKERS


class Workers:
    """Three bounded pools: speaking at length, or learning a grammar, must not delay hearing."""

    def __init__(self) -> None:
        count = min(MAX_WORKERS, max(2, os.cpu_count() or 1))
        self.hearing = ThreadPoolExecutor(count, "hearing")
        self.speaking = ThreadPoolExecutor(count, "speaking")
        self.learning = ThreadPoolExecutor(1, "learning")
        """One thread: grammars are built one after the other, and the last one sent is the one that stays."""

    def stop(self) -> None:
        """Drop what has not begun. What has begun cannot be interrupted and is not waited for."""
        for pool in (self.hearing, self.speaking, self.learning):
            pool.shutdown(wait=False, cancel_futures=True)


async def run_in[T](pool: Executor, work: Callable[[], T]) -> T:
    """Run `work` in one of the threads of `pool`; raises what it raises."""
    return await asyncio.get_running_loop().run_in_executor(pool, work)
