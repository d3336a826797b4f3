"""A house that is killed again and again loses nothing that it acknowledged, and keeps nothing that it should not.

Each case is one house after another, with a death at a random point of each life: at some time of the start or of the
load (from outside), or before a certain step of a certain operation (see `steps`). After each death the next life
starts as Earshot does, is checked (see `check`), and goes on; the start, too, is a time at which it may die.

What a power cut loses, because a disk had not written what it had confirmed, is not shown by killing a process.
"""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
import shutil
import signal
import subprocess
import sys
from threading import Lock, Thread

import pytest

from custom_components.earshot.ledger.key_files import trusted
from custom_components.earshot.ledger.ledger import verify_file
from tests.crash.journal import Facts, Home
from tests.crash.load import OPERATIONS, SECRET
from tests.crash.nursery import Wish
from tests.ledger.conftest import LedgerHome
from tests.ledger.test_sql_store_migrations import FORMER, stored

ROOT = Path(__file__).parents[2]
CASES = 8
DEATHS = 25
"""In each case: 200 in all."""
SIDE_BY_SIDE = 4
"""Houses at a time. A life waits for the disk and for its death more than it computes."""
LIVES = 6
"""Deaths that one house lives through at most. The more, the more there is to check at each start."""

START_STEPS = 140
"""Steps of the start of a fresh house, about; the start of one that has been killed has fewer."""
STEPS = 60
"""Steps of an operation, and of what goes on beside it."""
MOSTLY = 0.7
"""How likely it is that nobody speaks during a deadly operation. Else its own steps are a few among many."""
PATIENCE = 300.0
"""Seconds for a life. The nursery ends what hangs; this is for a nursery that does."""

STRIDE = 11
"""Of some three hundred steps on the way from the first version every eleventh: they are the same every time."""
DEATHS_ON_THE_WAY = 5


class Nursery:
    """The program that bears lives, for a test. May be used by several threads."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.crash.nursery"]
        self._program = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._numbers = count()
        self._wished: dict[int, Future[int]] = {}
        self._lock = Lock()
        assert self._program.stdout is not None
        assert self._program.stdout.readline() == "open\n"
        self._thread = Thread(target=self._listen)
        self._thread.start()

    def grant(self, wish: Wish) -> int:
        """Let a life be lived, and return how it ended."""
        assert self._program.stdin is not None
        ended: Future[int] = Future()
        with self._lock:
            number = next(self._numbers)
            self._wished[number] = ended
            print(replace(wish, number=number).dumps(), file=self._program.stdin, flush=True)
        return ended.result(PATIENCE)

    def close(self) -> None:
        """Bear no more."""
        assert self._program.stdin is not None
        self._program.stdin.close()
        self._program.wait()
        self._thread.join()

    def _listen(self) -> None:
        assert self._program.stdout is not None
        for line in self._program.stdout:
            number, ended = line.split()
            self._wished.pop(int(number)).set_result(int(ended))


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    nursery = Nursery()
    yield nursery
    nursery.close()


def drawn(folder: Path, random: Random) -> Wish:
    """Draw a death: a sixth in the start, by the clock; a third in the load, by the clock; the others by steps."""
    seed = random.getrandbits(32)
    match random.choice(("start", "load", "load", "step", "step", "step")):
        case "start":
            return Wish(folder=str(folder), seed=seed, seconds=random.uniform(0, 0.3))
        case "load":
            return Wish(folder=str(folder), seed=seed, seconds=random.uniform(0, 0.5), from_load=True)
    phase = random.choice(("start", "load", *OPERATIONS))
    step = random.randint(1, START_STEPS if phase == "start" else STEPS)
    return Wish(folder=str(folder), seed=seed, phase=phase, step=step, quiet=random.random() < MOSTLY)


def houses(folder: Path, random: Random) -> Iterator[list[Wish]]:
    """Draw houses, each with its deaths."""
    deaths = 0
    while deaths < DEATHS:
        lives = min(random.randint(1, LIVES), DEATHS - deaths)
        yield [drawn(folder / str(deaths), random) for _ in range(lives)]
        deaths += lives


def live_through(nursery: Nursery, wishes: list[Wish]) -> int:
    """Let a house live through its deaths, and be found in order. Return the number of acknowledged entries."""
    home = Home(Path(wishes[0].folder))
    home.folder.mkdir()
    for wish in wishes:
        die(nursery, wish)
    found_in_order(nursery, home)
    return len(Facts(home).entered)


def die(nursery: Nursery, wish: Wish) -> None:
    ended = nursery.grant(wish)
    assert ended == -signal.SIGKILL, f"{wish}: ended with {ended}\n{log(wish.folder)}"


def found_in_order(nursery: Nursery, home: Home) -> None:
    """Let a last life start, be checked and stop, and look at what it leaves behind."""
    assert nursery.grant(Wish(folder=str(home.folder), peaceful=True)) == 0, log(home.folder)
    assert verify_file(home.ledger, trusted(home.keys)).ok
    files = [path for path in home.folder.rglob("*") if path.is_file()]
    assert home.ledger in files
    assert not [path for path in files if SECRET.encode() in path.read_bytes()]


def log(folder: Path | str) -> str:
    path = Path(folder, "log")
    return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.mark.promise(5)
@pytest.mark.parametrize("case", range(CASES))
def test_nothing_acknowledged_is_lost_and_nothing_erased_is_left_by_a_process_that_is_killed(
    nursery: Nursery, tmp_path: Path, case: int
) -> None:
    random = Random(case)  # noqa: S311 - it is to be repeatable
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        acknowledged = sum(pool.map(partial(live_through, nursery), houses(tmp_path, random)))
    # A load that acknowledges nothing would lose nothing, whatever the code did.
    assert acknowledged > 5 * DEATHS


@pytest.mark.parametrize("version", FORMER)
def test_a_ledger_of_an_earlier_version_survives_any_death_on_its_way_to_the_newest(
    nursery: Nursery, tmp_path: Path, version: int
) -> None:
    former = stored(version)
    former.restore(LedgerHome(tmp_path / "former"))
    died = 0
    for step in count(1, STRIDE):
        home = Home(tmp_path / str(step))
        shutil.copytree(tmp_path / "former", home.folder)
        again = Wish(folder=str(home.folder), only_ledger=True)
        if nursery.grant(replace(again, phase="start", step=step)) == 0:  # it was over before that step
            break
        died += 1
        assert nursery.grant(again) == 0, log(home.folder)
        assert bodies(home) == {row["index"]: row["body"] for row in former.rows["entry"]}
    assert died > DEATHS_ON_THE_WAY


def bodies(home: Home) -> dict[int, str | None]:
    """Return the body of every entry in hexadecimal."""
    rows = LedgerHome(home.folder).sql('SELECT "index", hex(body) FROM entry')
    return {number: body.lower() or None for number, body in rows if isinstance(number, int) and isinstance(body, str)}
