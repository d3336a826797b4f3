"""Off the record while guests are here, and after a restart in the middle what it should be."""

from datetime import datetime, timedelta

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest

from custom_components.earshot.models import ContentKind
from tests.blueprints.author import Author
from tests.blueprints.clock import WallClock
from tests.gate.house import House, add_satellite
from tests.gate.test_caretaker import restart
from tests.gate.test_settings import changes, kept

NAME = "off_the_record_with_guests"
GUESTS = ["input_boolean.guests", "person.gran", "zone.guest_room"]
USUAL = {ContentKind.WORDS, ContentKind.RESPONSE}


async def become(hass: HomeAssistant, **states: str) -> None:
    """Let the helper, the person and the zone say something."""
    entities = {"helper": GUESTS[0], "gran": GUESTS[1], "room": GUESTS[2]}
    for name, state in states.items():
        hass.states.async_set(entities[name], state)
    await hass.async_block_till_done()


def quarter_past_four(days: int = 0) -> datetime:
    """Return the next one, some days later, by the time of the house."""
    now = dt_util.now()
    day = now if now.hour < 4 else now + timedelta(days=1)
    return day.replace(hour=4, minute=15, second=0, microsecond=0) + timedelta(days=days)


@pytest.fixture
async def kitchen(hass: HomeAssistant, author: Author) -> str:
    """Give a satellite that guests speak to, of which the automation is."""
    kitchen = add_satellite(hass, "Kitchen")
    await become(hass, helper="off", gran="not_home", room="0")
    await author.use(NAME, guests=GUESTS, satellites=[kitchen])
    return kitchen


@pytest.mark.parametrize(
    ("come", "go"),
    [
        ({"helper": "on"}, {"helper": "off"}),
        ({"gran": "home"}, {"gran": "The pub"}),
        ({"room": "2"}, {"room": "0"}),
    ],
)
async def test_nothing_is_kept_of_what_is_said_there_until_the_last_guest_goes(
    hass: HomeAssistant, house: House, kitchen: str, come: dict[str, str], go: dict[str, str]
) -> None:
    assert await kept(house, kitchen) == USUAL
    await become(hass, **come)
    assert await kept(house, kitchen) == set()
    assert await kept(house, add_satellite(hass, "Hall")) == USUAL
    silence = house.runtime.settings.silence_of(kitchen)
    assert silence is not None
    assert silence.until == quarter_past_four()
    await become(hass, **go)
    assert await kept(house, kitchen) == USUAL
    assert [(change.satellite and change.satellite.entity_id, change.after) for change in changes(house)] == [
        (kitchen, "on"),
        (kitchen, "off"),
    ]


async def test_one_guest_of_two_is_enough(hass: HomeAssistant, house: House, kitchen: str) -> None:
    await become(hass, helper="on", gran="home")
    await become(hass, helper="off")
    assert house.runtime.settings.silence_of(kitchen) is not None
    await become(hass, gran="not_home")
    assert house.runtime.settings.silence_of(kitchen) is None


@pytest.mark.parametrize("unknown", ["unknown", "unavailable"])
async def test_what_is_not_known_changes_nothing(hass: HomeAssistant, house: House, kitchen: str, unknown: str) -> None:
    await become(hass, gran=unknown)
    assert house.runtime.settings.silence_of(kitchen) is None
    await become(hass, gran="home")
    await become(hass, gran=unknown)
    assert house.runtime.settings.silence_of(kitchen) is not None


@pytest.mark.parametrize(("before", "after"), [("on", "on"), ("on", "off"), ("off", "on"), ("off", "off")])
async def test_after_a_restart_in_the_middle_it_is_what_it_should_be(  # noqa: PLR0913, PLR0917 - fixtures
    hass: HomeAssistant, house: House, author: Author, kitchen: str, before: str, after: str
) -> None:
    await become(hass, helper=before)
    await author.stop_home()
    await restart(hass, house)
    await become(hass, helper=after)
    assert (house.runtime.settings.silence_of(kitchen) is not None) is (before == "on")
    await author.start_home()
    assert await kept(house, kitchen) == (set() if after == "on" else USUAL)


async def test_who_comes_and_is_here_when_it_is_made_counts(hass: HomeAssistant, house: House, author: Author) -> None:
    await become(hass, helper="on", gran="not_home", room="0")
    await author.use(NAME, guests=GUESTS)
    assert house.runtime.settings.silence_of(None) is not None


async def test_what_somebody_began_by_hand_and_lasts_longer_is_left_alone(
    hass: HomeAssistant, house: House, author: Author, kitchen: str
) -> None:
    await house.runtime.settings.go_off(kitchen, None, "Ada")
    await become(hass, helper="on")
    await become(hass, helper="off")
    await author.start_home()
    silence = house.runtime.settings.silence_of(kitchen)
    assert silence is not None
    assert silence.until is None
    assert [change.by for change in changes(house)] == ["Ada"]


async def test_what_somebody_began_by_hand_and_is_shorter_lasts_as_long_as_guests_are_here(
    hass: HomeAssistant, house: House, kitchen: str
) -> None:
    await house.runtime.settings.go_off(kitchen, dt_util.utcnow() + timedelta(minutes=1), "Ada")
    await become(hass, helper="on")
    silence = house.runtime.settings.silence_of(kitchen)
    assert silence is not None
    assert silence.until == quarter_past_four()


async def test_it_is_set_anew_each_night_as_long_as_guests_are_here(
    hass: HomeAssistant, house: House, kitchen: str, clock: WallClock
) -> None:
    await become(hass, helper="on")
    four = quarter_past_four() - timedelta(minutes=15)
    await clock.become(four)
    silence = house.runtime.settings.silence_of(kitchen)
    assert silence is not None
    assert silence.until == four + timedelta(days=1, minutes=15)
    await become(hass, helper="off")
    assert house.runtime.settings.silence_of(kitchen) is None
