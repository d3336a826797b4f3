"""Off the record at night: from its beginning to its end, also if the home starts in the middle."""

from homeassistant.core import HomeAssistant
import pytest

from tests.blueprints.author import Author
from tests.blueprints.clock import WallClock, at
from tests.gate.house import House, add_satellite
from tests.gate.test_caretaker import restart
from tests.gate.test_settings import changes, kept

NAME = "off_the_record_at_night"


@pytest.fixture
def bedroom(hass: HomeAssistant) -> str:
    return add_satellite(hass, "Bedroom")


async def test_it_begins_and_ends_by_itself_and_keeps_nothing_meanwhile(
    hass: HomeAssistant, house: House, author: Author, bedroom: str, clock: WallClock
) -> None:
    noon, ten, seven = at(12), at(22), at(7, days=2)
    clock.set(noon)
    await author.use(NAME, satellites=[bedroom])
    assert author.runs == 0
    await clock.become(ten)
    assert author.runs == 1
    silence = house.runtime.settings.silence_of(bedroom)
    assert silence is not None
    assert silence.until == seven
    assert await kept(house, bedroom) == set()
    assert await kept(house, add_satellite(hass, "Kitchen"))
    assert [change.satellite and change.satellite.entity_id for change in changes(house)] == [bedroom]


@pytest.mark.parametrize(("hour", "silent"), [(21, False), (22, True), (3, True), (7, False)])
async def test_a_home_that_starts_in_the_middle_is_as_it_should_be(  # noqa: PLR0913, PLR0917 - fixtures
    hass: HomeAssistant,
    house: House,
    author: Author,
    bedroom: str,
    clock: WallClock,
    hour: int,
    *,
    silent: bool,
) -> None:
    clock.set(at(12))
    await author.use(NAME, satellites=[bedroom])
    await author.stop_home()
    clock.set(at(hour))
    await restart(hass, house)
    await author.start_home()
    silence = house.runtime.settings.silence_of(bedroom)
    assert (silence is not None) is silent
    assert silence is None or silence.until == at(7, days=0 if hour < 7 else 1)


async def test_a_restart_in_the_middle_enters_nothing_again_and_shortens_nothing(
    hass: HomeAssistant, house: House, author: Author, bedroom: str, clock: WallClock
) -> None:
    clock.set(at(23))
    await house.runtime.settings.go_off(add_satellite(hass, "Nursery"), None, "Ada")
    await author.use(NAME, satellites=[bedroom, "assist_satellite.nursery"])
    await restart(hass, house)
    await author.start_home()
    assert [change.by for change in changes(house)] == ["Ada", "automation"]


async def test_without_satellites_nothing_happens(
    hass: HomeAssistant, house: House, author: Author, clock: WallClock
) -> None:
    clock.set(at(23))
    await author.use(NAME, satellites=[])
    assert not changes(house)
