"""What the home calls its things, and that the host is told of it."""

import asyncio
from collections.abc import AsyncIterator

from homeassistant.components.homeassistant.exposed_entities import async_expose_entity
from homeassistant.const import EVENT_HOMEASSISTANT_STARTED
from homeassistant.core import CoreState, HomeAssistant
from homeassistant.helpers import (
    area_registry as ar,
    device_registry as dr,
    entity_registry as er,
    floor_registry as fr,
)
from homeassistant.setup import async_setup_component
from homeassistant.util.unit_system import US_CUSTOMARY_SYSTEM
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.earshot.errors import HostUnavailableError
from custom_components.earshot.grammar import EntityName, HomeNames, PlaceName
from custom_components.earshot.host.voice_host.contract import GrammarBuilt
from custom_components.earshot.host_link import home as home_module
from custom_components.earshot.host_link.home import HomeWatch, collect_names
from custom_components.earshot.host_link.interface import HomeSentences
from custom_components.earshot.models import Stage


@pytest.fixture(autouse=True)
async def core(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    """Set up what keeps the settings of exposure, and let nothing settle longer than a moment."""
    monkeypatch.setattr(home_module, "SETTLE_SECONDS", 0.01)
    assert await async_setup_component(hass, "homeassistant", {})


class Pupil:
    """A voice host that remembers what it is taught."""

    def __init__(self, *heard: str) -> None:
        self.heard = heard or ("en",)
        self.away = False
        self.lessons: asyncio.Queue[HomeSentences] = asyncio.Queue()

    def languages(self, stage: Stage) -> tuple[str, ...]:
        assert stage is Stage.SPEECH_TO_TEXT
        return self.heard

    async def set_home(self, grammar: HomeSentences) -> GrammarBuilt:
        self.lessons.put_nowait(grammar)
        if self.away:
            raise HostUnavailableError
        return GrammarBuilt(revision=grammar.revision, words=1)


@pytest.fixture
def pupil() -> Pupil:
    return Pupil()


@pytest.fixture
async def watch(hass: HomeAssistant, pupil: Pupil) -> AsyncIterator[HomeWatch]:
    """Return a watch that has given its first lesson."""
    watch = HomeWatch(hass, pupil)
    await watch.start()
    await pupil.lessons.get()
    yield watch
    await watch.stop()
    await watch.stop()


def expose(hass: HomeAssistant, entity_id: str, name: str, **attributes: object) -> None:
    hass.states.async_set(entity_id, "off", {"friendly_name": name, **attributes})
    async_expose_entity(hass, "conversation", entity_id, True)


def test_an_exposed_entity_is_known_by_name_domain_and_class(hass: HomeAssistant) -> None:
    expose(hass, "cover.left", "Left shutter", device_class="shutter")
    assert collect_names(hass).entities == (
        EntityName(names=("Left shutter",), domain="cover", device_class="shutter"),
    )


def test_an_entity_that_is_not_exposed_is_not_known(hass: HomeAssistant) -> None:
    expose(hass, "light.secret", "Secret lamp")
    async_expose_entity(hass, "conversation", "light.secret", False)
    assert collect_names(hass).entities == ()


def test_a_registered_entity_is_known_by_its_full_name_its_aliases_and_its_devices_area(hass: HomeAssistant) -> None:
    kitchen = ar.async_get(hass).async_create("Kitchen")
    entry = MockConfigEntry(domain="demo")
    entry.add_to_hass(hass)
    device = dr.async_get(hass).async_get_or_create(
        config_entry_id=entry.entry_id, identifiers={("demo", "1")}, name="Stove"
    )
    dr.async_get(hass).async_update_device(device.id, area_id=kitchen.id)
    entities = er.async_get(hass)
    entity = entities.async_get_or_create(
        "light",
        "demo",
        "1",
        device_id=device.id,
        has_entity_name=True,
        original_name="Lamp",
        config_entry=entry,
    )
    entities.async_update_entity(entity.entity_id, aliases=[er.COMPUTED_NAME, "Cook's light", "Another"])
    expose(hass, entity.entity_id, "Stove Lamp")
    assert collect_names(hass).entities == (
        EntityName(names=("Stove Lamp", "Another", "Cook's light"), domain="light", area="Kitchen"),
    )


def test_areas_and_floors_are_known_with_their_aliases(hass: HomeAssistant) -> None:
    ar.async_get(hass).async_create("Living room", aliases={"Parlour", "Lounge"})
    fr.async_get(hass).async_create("Upstairs", aliases={"First floor"})
    home = collect_names(hass)
    assert home.areas == (PlaceName(names=("Living room", "Lounge", "Parlour")),)
    assert home.floors == (PlaceName(names=("Upstairs", "First floor")),)


def test_an_empty_home_is_empty(hass: HomeAssistant) -> None:
    assert collect_names(hass) == HomeNames(entities=())


async def test_temperatures_are_those_that_people_ask_for_in_their_own_unit(hass: HomeAssistant) -> None:
    hass.config.units = US_CUSTOMARY_SYSTEM
    assert collect_names(hass).temperatures == (40, 95)


async def test_each_kind_of_change_of_a_name_is_taught(hass: HomeAssistant, watch: HomeWatch, pupil: Pupil) -> None:
    expose(hass, "light.lamp", "Lamp")
    assert "lamp" in (await pupil.lessons.get()).jsgf
    expose(hass, "light.lamp", "Lantern")
    assert "lantern" in (await pupil.lessons.get()).jsgf
    area = ar.async_get(hass).async_create("Attic")
    assert "attic" in (await pupil.lessons.get()).jsgf
    ar.async_get(hass).async_update(area.id, aliases={"Loft"})
    assert "loft" in (await pupil.lessons.get()).jsgf
    fr.async_get(hass).async_create("Basement")
    assert "basement" in (await pupil.lessons.get()).jsgf
    async_expose_entity(hass, "conversation", "light.lamp", False)
    assert "lantern" not in (await pupil.lessons.get()).jsgf
    assert watch.problem is None


@pytest.mark.usefixtures("watch")
async def test_a_change_that_renames_nothing_is_not_taught(
    hass: HomeAssistant, pupil: Pupil, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = asyncio.Event()

    def look(hass: HomeAssistant) -> HomeNames:
        looked.set()
        return collect_names(hass)

    expose(hass, "light.lamp", "Lamp")
    await pupil.lessons.get()
    monkeypatch.setattr(home_module, "collect_names", look)
    hass.states.async_set("light.lamp", "on", {"friendly_name": "Lamp", "brightness": 3})
    hass.bus.async_fire("entity_registry_updated", {"action": "update", "entity_id": "light.lamp"})
    await looked.wait()
    expose(hass, "light.other", "Lantern")
    lesson = await pupil.lessons.get()
    assert "lantern" in lesson.jsgf, "the next lesson is the one about the lantern"


async def test_a_home_whose_language_is_not_heard_is_taught_in_one_that_is(hass: HomeAssistant) -> None:
    hass.config.language = "de"
    pupil = Pupil("en")
    watch = HomeWatch(hass, pupil)
    await watch.start()
    assert (await pupil.lessons.get()).language == "en"
    await watch.stop()


async def test_a_home_that_cannot_be_taught_is_remembered_as_a_problem(hass: HomeAssistant) -> None:
    hass.config.language = "de"
    watch = HomeWatch(hass, Pupil("de"))
    await watch.start()
    async with asyncio.timeout(10):
        while watch.problem is None:  # noqa: ASYNC110 - it is a value for diagnostics, and tells nobody
            await asyncio.sleep(0.01)
    assert watch.problem == "grammar_failed"
    await watch.stop()


async def test_a_host_that_is_away_is_no_problem(hass: HomeAssistant, pupil: Pupil) -> None:
    pupil.away = True
    watch = HomeWatch(hass, pupil)
    await watch.start()
    await pupil.lessons.get()
    await watch.stop()
    assert watch.problem is None


async def test_the_first_lesson_waits_until_home_assistant_has_started(hass: HomeAssistant, pupil: Pupil) -> None:
    hass.set_state(CoreState.starting)
    watch = HomeWatch(hass, pupil)
    await watch.start()
    expose(hass, "light.late", "Late lamp")
    await asyncio.sleep(0.1)
    assert pupil.lessons.empty()
    hass.set_state(CoreState.running)
    hass.bus.async_fire(EVENT_HOMEASSISTANT_STARTED)
    assert "late lamp" in (await pupil.lessons.get()).jsgf.lower()
    await watch.stop()


async def test_a_start_that_hangs_does_not_keep_the_house_from_being_heard(
    hass: HomeAssistant, pupil: Pupil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home_module, "START_PATIENCE_SECONDS", 0.01)
    hass.set_state(CoreState.starting)
    watch = HomeWatch(hass, pupil)
    await watch.start()
    assert (await pupil.lessons.get()).jsgf
    await watch.stop()
