"""Facts of a week on which everything happened, and of one on which nothing did."""

from dataclasses import replace

from custom_components.earshot.at_a_glance.answers import HouseVerdict, KeptNow, ListenedVerdict
from custom_components.earshot.digest.facts import DigestDay, DigestFacts, FalseWakes
from custom_components.earshot.models import EarKind

KEPT = KeptNow(sounds=2, words=31, responses=31, bytes=1, next_erasure=None, last_erasure=None, without_end=0)


def day(  # noqa: PLR0913 - what a day has
    number: int, said: int = 0, woken: int = 0, *, left: int = 0, maybe: int = 0, gap: int = 0
) -> DigestDay:
    return DigestDay(
        day=f"2026-11-{number}",
        said=said,
        false_wakes=woken,
        left_house=left,
        maybe_left=maybe,
        house=HouseVerdict.NOTHING_LEFT,
        unwatched_ms=gap,
    )


QUIET = DigestFacts(
    first="2026-11-23",
    last="2026-11-29",
    said=0,
    left_house=0,
    maybe_left=0,
    besides=HouseVerdict.NOTHING_LEFT,
    house=HouseVerdict.NOTHING_LEFT,
    left_at=(),
    listened=0,
    listened_verdict=ListenedVerdict.NOBODY,
    listened_at_least=False,
    blocked=0,
    outside=0,
    false_wakes=0,
    by_satellite=(),
    erased=0,
    kept=KEPT,
    unwatched_ms=0,
    witnessed=True,
    days=tuple(day(number) for number in range(23, 30)),
)
BUSY = replace(
    QUIET,
    said=163,
    left_house=4,
    maybe_left=3,
    besides=HouseVerdict.LEFT,
    house=HouseVerdict.LEFT,
    left_at=(EarKind.SPEECH_TO_TEXT,),
    listened=2,
    listened_verdict=ListenedVerdict.SOMEBODY,
    listened_at_least=True,
    blocked=1,
    outside=3,
    false_wakes=18,
    by_satellite=(
        FalseWakes(satellite="assist_satellite.kitchen", name="Kitchen_1", count=12),
        FalseWakes(satellite=None, name=None, count=6),
    ),
    erased=140,
    unwatched_ms=90_000_000,
    witnessed=False,
    days=(
        day(23, 31, 4),
        day(24, 12, 0, left=3),
        day(25, 44, 9, maybe=2),
        day(26, gap=86_400_000),
        day(27, 52, 3, gap=3_600_000),
        day(28, 1),
        day(29, 23, 2, left=1, maybe=1),
    ),
)
