"""Who follows is shown it once, then what has changed: soon, and not for each change."""

from datetime import timedelta

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.earshot.at_a_glance.following import NOT_LOADED, PAUSE_SECONDS, Following
from custom_components.earshot.errors import LedgerUnavailableError


class Page:
    """Follows a number that a test sets."""

    def __init__(self, hass: HomeAssistant) -> None:
        self.hass = hass
        self.now: int | None = 0
        self.error: LedgerUnavailableError | None = None
        self.reads = 0
        self.shown: list[tuple[int | None, int] | str] = []
        self.following = Following[int](hass, self.read, lambda *both: self.shown.append(both), self.shown.append)

    async def read(self) -> int | None:
        self.reads += 1
        if self.error is not None:
            raise self.error
        return self.now

    async def pause(self) -> None:
        async_fire_time_changed(self.hass, dt_util.utcnow() + timedelta(seconds=PAUSE_SECONDS), fire_all=True)
        await self.hass.async_block_till_done()


async def test_it_is_shown_at_once_and_then_what_has_changed(hass: HomeAssistant) -> None:
    page = Page(hass)
    await page.following.start()
    assert page.shown == [(None, 0)]
    page.now = 3
    page.following.poke()
    assert page.reads == 1
    await page.pause()
    assert page.shown[1:] == [(0, 3)]


async def test_a_hundred_changes_at_once_are_one_look_and_no_change_is_not_shown(hass: HomeAssistant) -> None:
    page = Page(hass)
    await page.following.start()
    for _ in range(100):
        page.following.poke()
    await page.pause()
    assert (page.reads, len(page.shown)) == (2, 1)
    await page.pause()
    assert page.reads == 2


async def test_what_changes_while_it_is_looked_at_is_looked_at_again(hass: HomeAssistant) -> None:
    page = Page(hass)

    async def read() -> int | None:
        if page.reads == 0:
            page.following.poke()
        return await page.read()

    page.following._read = read
    await page.following.start()
    assert page.reads == 1
    await page.pause()
    assert page.reads == 2


async def test_what_cannot_be_told_is_said_once_and_it_is_shown_anew_when_it_can(hass: HomeAssistant) -> None:
    page = Page(hass)
    await page.following.start()
    page.error = LedgerUnavailableError("away")
    for _ in range(2):
        page.following.poke()
        await page.pause()
    page.error, page.now = None, None
    page.following.poke()
    await page.pause()
    page.now = 0
    page.following.poke()
    await page.pause()
    assert page.shown[1:] == [LedgerUnavailableError.code, NOT_LOADED, (None, 0)]


async def test_who_stopped_is_shown_nothing(hass: HomeAssistant) -> None:
    page = Page(hass)
    forgotten: list[bool] = []
    page.following.until_stopped(lambda: forgotten.append(True))
    page.following.poke()
    page.following.stop()
    page.following.poke()
    await page.pause()
    await page.following.start()
    assert (page.shown, forgotten) == ([], [True])
