"""A program that bears lives and ends them: it has imported everything once, and forks.

It reads a wish a line from its input, as JSON, and answers each with the wish's number and how that life ended: the
negative number of the signal, or the exit status. Several go on at a time. Usage: python -m tests.crash.nursery
"""
# ruff: noqa: T201 - it reports to the test that started it

import asyncio
from dataclasses import asdict, dataclass
import faulthandler
from functools import partial
import gc
import json
import os
from pathlib import Path
from random import Random
import select
import signal
import sys
import traceback
from typing import NoReturn

import av  # noqa: F401 - so that not every life has to load it
from homeassistant.util import dt as dt_util

from custom_components.earshot.ledger import Ledger
from tests.crash.check import check
from tests.crash.desk_life import live_desk
from tests.crash.journal import Facts, Home
from tests.crash.life import ORIGIN, lived
from tests.crash.load import House
from tests.crash.steps import Steps

LONGEST_SECONDS = 60.0
"""What hangs is ended, and shows: nobody had wished that."""
FAILED = 3


@dataclass(frozen=True, kw_only=True)
class Wish:
    """How one life is to be, and to end."""

    folder: str
    number: int = 0
    """Which answer is meant for it."""
    seed: int = 0
    phase: str | None = None
    step: int = 0
    """It ends itself before this step of that phase."""
    seconds: float | None = None
    """It is ended from outside after so long."""
    quiet: bool = False
    """Nobody speaks while that phase, an operation, goes on."""
    from_load: bool = False
    """Whether those seconds count from the moment at which it has been found in order, and begins to speak."""
    peaceful: bool = False
    """It starts, is found in order, and stops."""
    only_ledger: bool = False
    """It opens and verifies the ledger, and stops."""
    desk: bool = False
    """It is that of a review desk."""

    def dumps(self) -> str:
        """Return it as a line."""
        return json.dumps(asdict(self))


async def live(wish: Wish, ready: int) -> None:
    """Start, be checked, and speak until the end."""
    steps = Steps(wish.phase, wish.step)
    steps.install()
    home = Home(Path(wish.folder))
    if wish.only_ledger:
        steps.begin("start")
        open_ledger(home)
        return
    if wish.desk:
        folder, told = Path(wish.folder), partial(os.write, ready, b"!")
        await live_desk(folder, wish.seed, steps.begin, told, peaceful=wish.peaceful)
        return
    facts = Facts(home)
    async with lived(home) as life:
        began = dt_util.utcnow()
        steps.begin("start")
        await life.start()
        async with life.timekeeper._looking:  # what falls due meanwhile waits
            check(life, facts, began)
        os.write(ready, b"!")
        if wish.peaceful:
            await life.stop()
            return
        await House(life, Random(wish.seed), steps, quiet=wish.quiet).live()  # noqa: S311 - it is to be repeatable


def open_ledger(home: Home) -> None:
    """Open the ledger, which makes it one of the newest version, verify it and close it."""
    ledger = Ledger.open(home.db_url, keys=home.keys, origin=ORIGIN)
    verdict = ledger.verify()
    assert verdict.ok, verdict.failure
    ledger.close()


def bear(wish: Wish) -> tuple[int, int]:
    """Fork a life. Return its process, and what can be read when it begins to speak."""
    ready, say = os.pipe()
    child = os.fork()
    if child:
        os.close(say)
        return child, ready
    status = FAILED
    try:
        log = os.open(f"{wish.folder}/log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(log, 1)
        os.dup2(log, 2)
        faulthandler.enable()  # tells where a life hangs, when it is aborted
        asyncio.run(live(wish, say))
        status = 0
    except BaseException:  # noqa: BLE001 - the child of a fork must not go on with what its parent was at
        traceback.print_exc()
    finally:
        os._exit(status)


def attend(wish: Wish) -> int:
    """Let a life go by and end it as wished. Return how it ended."""
    child, ready = bear(wish)
    process = os.pidfd_open(child)
    patience = LONGEST_SECONDS
    if wish.seconds is not None:
        if wish.from_load:
            select.select([ready, process], [], [], LONGEST_SECONDS)
        patience = wish.seconds
    ended, _, _ = select.select([process], [], [], patience)
    if not ended:
        signal.pidfd_send_signal(process, signal.SIGKILL if wish.seconds is not None else signal.SIGABRT)
    _, status = os.waitpid(child, 0)
    os.close(process)
    os.close(ready)
    return os.waitstatus_to_exitcode(status)


def answer(wish: Wish) -> NoReturn:
    """Attend a life in a process of its own."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    ended = attend(wish)
    os.write(1, f"{wish.number} {ended}\n".encode())
    os._exit(0)


def main() -> None:
    """Grant wishes until there are no more."""
    # A life must not collect what its parent left: FFmpeg would wait for threads that no fork takes along.
    gc.collect()
    gc.freeze()
    print("open", flush=True)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # those who attend are not waited for
    for line in sys.stdin:
        if os.fork() == 0:
            answer(Wish(**json.loads(line)))


if __name__ == "__main__":
    main()
