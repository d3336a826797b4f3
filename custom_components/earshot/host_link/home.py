"""What this home calls its things, and keeping the voice host informed of it.

The names are collected as Home Assistant's own agent collects them (conversation/default_agent.py), so that what
is heard is what is understood: entities exposed to conversation, areas and floors, each with its aliases.
"""

import asyncio
from collections.abc import Callable, Iterator
import contextlib
import logging
from typing import Any, Final, Protocol

from homeassistant.components.homeassistant.exposed_entities import async_listen_entity_updates, async_should_expose
from homeassistant.const import ATTR_DEVICE_CLASS, EVENT_CORE_CONFIG_UPDATE, EVENT_STATE_CHANGED, UnitOfTemperature
from homeassistant.core import Event, EventStateChangedData, HomeAssistant, State, callback
from homeassistant.helpers import (
    area_registry as ar,
    device_registry as dr,
    entity_registry as er,
    floor_registry as fr,
    intent,
)
from homeassistant.helpers.start import async_at_started

from ..errors import EarshotError, HostUnavailableError
from ..grammar import EntityName, HomeNames, PlaceName, build_grammar
from ..host.voice_host.contract import GrammarBuilt
from ..models import Stage
from .interface import HomeSentences

LOGGER = logging.getLogger(__name__)

ASSISTANT: Final = "conversation"
"""For whom an entity must be exposed: Assist, by the name under which Home Assistant keeps its settings."""

SETTLE_SECONDS: Final = 2
"""How long changes are collected: an integration that starts adds its entities within a second or two, and a person
who renames a lamp needs longer to walk up to a microphone."""

START_PATIENCE_SECONDS: Final = 60
"""How long the first lesson waits for Home Assistant to have started, so as not to compete with it, and because its
entities come one after another until then. An integration that hangs can hold the start up for five minutes; the
rest of the house should hear its commands before."""

FAHRENHEIT: Final = (40, 95)
"""The lowest and highest temperature that somebody asks for, where they are asked for in Fahrenheit."""


class Pupil(Protocol):
    """What is taught: the voice host."""

    def languages(self, stage: Stage) -> tuple[str, ...]:
        """Languages that it hears."""

    async def set_home(self, grammar: HomeSentences) -> GrammarBuilt:
        """Learn, and remember it for later when it is away now."""


class HomeWatch:
    """Teaches the voice host the home's sentences, from `start` to `stop`, and again whenever a name changes."""

    def __init__(self, hass: HomeAssistant, host: Pupil) -> None:
        self._hass = hass
        self._host = host
        self._changed = asyncio.Event()
        self._started = asyncio.Event()
        self._unsubscribe: list[Callable[[], None]] = []
        self._teacher: asyncio.Task[None] | None = None
        self._taught: tuple[str, HomeNames] | None = None
        self.left_out: tuple[str, ...] = ()
        """Names that no sentence can have, because they cannot be said."""
        self.problem: str | None = None
        """Code of the error that the last lesson ended with; None: the host knows the home."""

    async def start(self) -> None:
        """Begin to watch. The first lesson begins soon after Home Assistant's start, and nobody waits for it."""
        listen = self._hass.bus.async_listen
        self._unsubscribe = [
            listen(ar.EVENT_AREA_REGISTRY_UPDATED, self._note),
            listen(fr.EVENT_FLOOR_REGISTRY_UPDATED, self._note),
            listen(er.EVENT_ENTITY_REGISTRY_UPDATED, self._note),
            listen(dr.EVENT_DEVICE_REGISTRY_UPDATED, self._note),
            listen(EVENT_CORE_CONFIG_UPDATE, self._note),
            listen(EVENT_STATE_CHANGED, self._note, event_filter=_renames),
            async_listen_entity_updates(self._hass, ASSISTANT, self._note),
            async_at_started(self._hass, self._note_start),
        ]
        self._note()
        self._teacher = self._hass.async_create_background_task(self._teach_on_change(), "earshot home watch")

    async def stop(self) -> None:
        """Stop watching. Idempotent."""
        while self._unsubscribe:
            self._unsubscribe.pop()()
        teacher, self._teacher = self._teacher, None
        if teacher is not None:
            teacher.cancel()
            await asyncio.gather(teacher, return_exceptions=True)

    @callback
    def _note(self, _: Event[Any] | None = None) -> None:
        self._changed.set()

    @callback
    def _note_start(self, _: HomeAssistant) -> None:
        self._started.set()

    async def _teach_on_change(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(START_PATIENCE_SECONDS):
                await self._started.wait()
        while True:
            await self._changed.wait()
            await asyncio.sleep(SETTLE_SECONDS)
            self._changed.clear()
            try:
                await self._teach()
            except EarshotError as err:
                self.problem = err.code
                LOGGER.warning("The voice host could not learn this home's sentences: %s", err)
            else:
                self.problem = None

    async def _teach(self) -> None:
        home = collect_names(self._hass)
        language = self._language()
        if self._taught == (language, home):
            return
        grammar = await self._hass.async_add_executor_job(build_grammar, language, home)
        self.left_out = grammar.left_out
        try:
            built = await self._host.set_home(grammar)
        except HostUnavailableError:
            # The next host is taught before anybody can speak to it: VoiceHost remembers the grammar.
            LOGGER.debug("The voice host will learn this home's sentences when it is back")
        else:
            LOGGER.info(
                "The voice host knows this home: %d names, %d words, %d of them guessed, %d cannot be heard",
                grammar.names,
                built.words,
                len(built.guessed),
                len(built.unheard),
            )
        self._taught = (language, home)

    def _language(self) -> str:
        """Return the home's language if the recogniser hears it, or else the first that it hears."""
        own = self._hass.config.language
        heard = self._host.languages(Stage.SPEECH_TO_TEXT)
        is_heard = any(own.split("-")[0] == language.split("-")[0] for language in heard)
        return own if is_heard or not heard else heard[0]


@callback
def collect_names(hass: HomeAssistant) -> HomeNames:
    """Return everything in this home that has a name and may be spoken of."""
    in_fahrenheit = hass.config.units.temperature_unit == UnitOfTemperature.FAHRENHEIT
    entities = tuple(_entity_names(hass))
    areas = tuple(PlaceName(names=_names(area.name, *area.aliases)) for area in ar.async_get(hass).async_list_areas())
    floors = tuple(
        PlaceName(names=_names(floor.name, *floor.aliases)) for floor in fr.async_get(hass).async_list_floors()
    )
    if in_fahrenheit:
        return HomeNames(entities=entities, areas=areas, floors=floors, temperatures=FAHRENHEIT)
    return HomeNames(entities=entities, areas=areas, floors=floors)


def _entity_names(hass: HomeAssistant) -> Iterator[EntityName]:
    registry = er.async_get(hass)
    for state in sorted(hass.states.async_all(), key=lambda state: state.entity_id):
        if not async_should_expose(hass, ASSISTANT, state.entity_id):
            continue
        entry = registry.async_get(state.entity_id)
        names = _names(*intent.async_get_entity_aliases(hass, entry, state=state))
        if names:
            yield EntityName(
                names=names,
                domain=state.domain,
                area=_area_name(hass, entry),
                device_class=_device_class(state),
            )


def _area_name(hass: HomeAssistant, entry: er.RegistryEntry | None) -> str | None:
    if entry is None:
        return None
    area_id = entry.area_id
    if area_id is None and entry.device_id and (device := dr.async_get(hass).async_get(entry.device_id)):
        area_id = dr.async_get_effective_area_id(hass, device)
    area = ar.async_get(hass).async_get_area(area_id) if area_id else None
    return area.name if area else None


def _device_class(state: State) -> str | None:
    device_class = state.attributes.get(ATTR_DEVICE_CLASS)
    return None if device_class is None else str(device_class)


def _names(*names: str) -> tuple[str, ...]:
    # Aliases are a set in some registries: the order must not make the same home look changed.
    first, *others = (name.strip() for name in names) if names else ("",)
    return tuple(name for name in dict.fromkeys((first, *sorted(others))) if name)


@callback
def _renames(data: EventStateChangedData) -> bool:
    """Whether an entity came, went, or is called something else now. States change all the time; names do not."""
    old, new = data["old_state"], data["new_state"]
    return old is None or new is None or old.name != new.name
