"""Never early and never late, whatever anybody does to the clock on the wall."""

from dataclasses import dataclass
from datetime import timedelta

from hypothesis import given, strategies as st

from custom_components.earshot.models import ContentKind
from custom_components.earshot.vault.clock import Clock, elapsed_seconds
from custom_components.earshot.vault.deadlines import Deadlines
from custom_components.earshot.vault.files import ContentName
from tests.vault.conftest import NOON

NAME = ContentName("A", ContentKind.WORDS)
YEAR = 366 * 24 * 3600
seconds = st.integers(min_value=0, max_value=YEAR)
steps = st.lists(st.tuples(st.sampled_from(["wait", "set"]), st.integers(-YEAR, YEAR)), max_size=20)


@dataclass
class Clocks:
    """A wall clock that can be set, and the time that goes by."""

    set_by: int = 0
    gone_by: int = 0

    def clock(self) -> Clock:
        return Clock(lambda: NOON + timedelta(seconds=self.set_by + self.gone_by), lambda: 500.0 + self.gone_by)

    def step(self, what: str, amount: int) -> None:
        """Let time go by, which it never does backwards; or set the clock on the wall."""
        if what == "wait":
            self.gone_by += abs(amount)
        else:
            self.set_by += amount


@given(seconds, steps)
def test_what_was_sealed_in_this_run_ends_exactly_when_its_time_has_gone_by(
    period: int, happens: list[tuple[str, int]]
) -> None:
    clocks = Clocks()
    deadlines = Deadlines(clocks.clock())
    deadlines.put(NAME, NOON + timedelta(seconds=period), sealed_now=True)
    for what, amount in [("wait", 0), *happens]:
        clocks.step(what, amount)
        over = clocks.gone_by >= period
        assert deadlines.due() == ([NAME] if over else [])
        assert deadlines.over(NAME, NOON) == over
        assert deadlines.seconds_left() == period - clocks.gone_by


@given(seconds, steps)
def test_what_was_sealed_before_never_stays_longer_than_was_left_at_the_start(
    left: int, happens: list[tuple[str, int]]
) -> None:
    clocks = Clocks()
    deadlines = Deadlines(clocks.clock())
    deadlines.put(NAME, NOON + timedelta(seconds=left), sealed_now=False)
    for what, amount in happens:
        clocks.step(what, amount)
        if clocks.gone_by >= left:
            assert deadlines.due() == [NAME]


@given(seconds, st.lists(st.tuples(st.sampled_from(["wait", "set"]), st.integers(-YEAR, 0)), max_size=20))
def test_what_was_sealed_before_never_ends_early_unless_the_clock_is_set_forward(
    left: int, happens: list[tuple[str, int]]
) -> None:
    clocks = Clocks()
    deadlines = Deadlines(clocks.clock())
    deadlines.put(NAME, NOON + timedelta(seconds=left), sealed_now=False)
    for what, amount in happens:
        clocks.step(what, amount)
        assert (deadlines.due() == [NAME]) == (clocks.gone_by >= left)


def test_a_board_whose_clock_was_behind_at_the_start_is_right_when_it_is_set() -> None:
    clocks = Clocks(set_by=-3600)
    deadlines = Deadlines(clocks.clock())
    deadlines.put(NAME, NOON + timedelta(minutes=10), sealed_now=False)
    clocks.step("set", 3600)
    assert deadlines.due() == []
    clocks.step("wait", 600)
    assert deadlines.due() == [NAME]


@given(seconds, seconds, steps)
def test_a_shorter_time_is_shorter_by_every_clock(period: int, sooner: int, happens: list[tuple[str, int]]) -> None:
    sooner = min(sooner, period)
    clocks = Clocks()
    deadlines = Deadlines(clocks.clock())
    deadlines.put(NAME, NOON + timedelta(seconds=period), sealed_now=True)
    for what, amount in happens:
        clocks.step(what, amount)
    deadlines.shorten(NAME, NOON + timedelta(seconds=period - sooner))
    assert deadlines.seconds_left() == period - sooner - clocks.gone_by


def test_the_time_that_goes_by_never_goes_backwards() -> None:
    before = elapsed_seconds()
    assert elapsed_seconds() >= before > 0
