"""Who stands behind each engine of this Home Assistant, and where: what is known of any engine of any stage.

Home Assistant tells which integration an entity belongs to and which configuration it was made from; the
integration's manifest what its author says of it; the configuration which addresses and models it asks. That is
gathered beforehand where it takes time, so that whoever is about to hand something over need not wait.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from homeassistant import loader
from homeassistant.components import conversation
from homeassistant.config_entries import SIGNAL_CONFIG_ENTRY_CHANGED, ConfigEntry
from homeassistant.const import CONF_LLM_HASS_API, Platform, __version__ as HOME_ASSISTANT_VERSION  # noqa: N812
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import entity_registry as er, llm
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.entity import entity_sources

from ..assistants.plan import Assistant
from ..const import DOMAIN
from ..host_link.interface import Host
from ..models import Stage
from ..policy.addresses import hosts_in
from ..policy.classify import UNKNOWN, EngineFacts, classify_engine
from .engine import Engine, home_assistant_agent, host_engine
from .exposure import Exposure
from .whereabouts import Resolver, Whereabouts

_WYOMING: Final = "wyoming"
"""The integration that names its entities as the servers behind them name themselves."""

_MODEL: Final = "model"
"""How the keys of a configuration end that name a model: "model", "chat_model", "stt_model"."""

_ENGINES: Final = frozenset({Platform.WAKE_WORD, Platform.STT, Platform.CONVERSATION, Platform.TTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """Where an engine comes from."""

    integration: str
    entry: ConfigEntry | None = None
    subentry_id: str | None = None
    own_name: str | None = None
    """What the integration calls the entity."""

    @property
    def configuration(self) -> Mapping[str, Any]:
        """What the engine was configured with, the nearest last."""
        if self.entry is None:
            return {}
        nearest = self.entry.subentries.get(self.subentry_id or "")
        return {**self.entry.data, **self.entry.options, **(nearest.data if nearest else {})}


class Surroundings:
    """Describes engines. Runs between `start` and `stop`; without having been started it knows no place by its name."""

    def __init__(self, hass: HomeAssistant, host: Host, resolve: Resolver | None = None) -> None:
        self._hass = hass
        self._host = host
        self._whereabouts: Final = Whereabouts(hass, self._hosts, resolve)
        self._exposure: Final = Exposure(hass)
        self._forget: Callable[[], None] | None = None

    async def start(self) -> None:
        """Begin to gather what takes time."""
        self._exposure.start()
        self._forget = async_dispatcher_connect(self._hass, SIGNAL_CONFIG_ENTRY_CHANGED, self._entry_changed)
        await self._whereabouts.start()

    async def stop(self) -> None:
        """Gather no more. Idempotent."""
        if self._forget is not None:
            self._forget()
            self._forget = None
        self._exposure.stop()
        await self._whereabouts.stop()

    async def refresh(self) -> None:
        """Gather everything anew, and return when it is known."""
        await self._whereabouts.refresh()

    @callback
    def describe(self, stage: Stage, engine_id: str) -> Engine:
        """Describe the engine of a stage by its entity id, or by the name that a legacy one has."""
        if engine_id == conversation.HOME_ASSISTANT_AGENT:
            return home_assistant_agent(self._exposure.count())
        source = self._source(engine_id)
        if source is None:
            return _nobody(stage, engine_id)
        if source.integration == DOMAIN:
            return self._behind_the_gate(stage, source)
        integration = self._integration(source.integration)
        facts = self._facts(source, integration)
        apis = _apis(self._hass, source.configuration) if stage is Stage.CONVERSATION else ()
        return Engine(
            stage=stage,
            label=self._label(engine_id, source, facts, integration),
            integration=source.integration,
            version=_version(integration),
            standing=classify_engine(facts),
            llm_apis=apis,
            exposed_entities=self._seen(source) if stage is Stage.CONVERSATION else None,
        )

    def _facts(self, source: _Source, integration: loader.Integration | None) -> EngineFacts:
        hosts = dict.fromkeys(hosts_in(source.configuration))
        return EngineFacts(
            integration=source.integration,
            iot_class=integration.iot_class if integration else None,
            addresses=tuple(place for host in hosts for place in self._whereabouts.places(host)),
            models=_models(source.configuration),
            service=source.own_name if source.integration == _WYOMING else None,
        )

    def _label(
        self, engine_id: str, source: _Source, facts: EngineFacts, integration: loader.Integration | None
    ) -> str:
        state = self._hass.states.get(engine_id)
        legacy = integration.name if integration and "." not in engine_id else None
        name = state.name if state else legacy or source.own_name or engine_id
        more = next(iter(facts.models), integration.name if integration else source.integration)
        return name if more.casefold() in name.casefold() else f"{name} ({more})"

    def _behind_the_gate(self, stage: Stage, source: _Source) -> Engine:
        """Describe what stands behind an entity of the gate: Earshot's own engine, or what its assistant names."""
        subentry = source.entry.subentries.get(source.subentry_id or "") if source.entry else None
        inner = Assistant.of(subentry).engine_id(self._hass, stage) if subentry else None
        if inner is not None and not self._is_of_the_gate(inner):
            return self.describe(stage, inner)
        if stage is Stage.CONVERSATION:
            return self.describe(stage, conversation.HOME_ASSISTANT_AGENT)
        return host_engine(self._host, stage)

    def _is_of_the_gate(self, engine_id: str) -> bool:
        entry = er.async_get(self._hass).async_get(engine_id)
        return entry is not None and entry.platform == DOMAIN

    def _source(self, engine_id: str) -> _Source | None:
        entries = self._hass.config_entries
        if (registered := er.async_get(self._hass).async_get(engine_id)) is not None:
            entry = entries.async_get_entry(registered.config_entry_id) if registered.config_entry_id else None
            return _Source(
                integration=registered.platform,
                entry=entry,
                subentry_id=registered.config_subentry_id,
                own_name=registered.original_name,
            )
        if (info := entity_sources(self._hass).get(engine_id)) is not None:
            entry_id = info.get("config_entry")
            return _Source(integration=info["domain"], entry=entries.async_get_entry(entry_id) if entry_id else None)
        if (entry := entries.async_get_entry(engine_id)) is not None:  # an agent that is no entity
            return _Source(integration=entry.domain, entry=entry, own_name=entry.title)
        # A provider from YAML is called as its integration is; what it was configured with is nowhere to be read.
        return None if "." in engine_id else _Source(integration=engine_id)

    def _integration(self, domain: str) -> loader.Integration | None:
        try:
            return loader.async_get_loaded_integration(self._hass, domain)
        except loader.IntegrationNotLoaded:
            return None

    def _seen(self, source: _Source) -> int | None:
        """Return how many entities an agent can see: what is exposed, if it has the API that shows it to it."""
        return self._exposure.count() if llm.LLM_API_ASSIST in _api_ids(source.configuration) else None

    def _hosts(self) -> Iterable[str]:
        """Yield the hosts of every engine that is there."""
        engines = (entry for entry in er.async_get(self._hass).entities.values() if entry.domain in _ENGINES)
        ids = {*(entry.entity_id for entry in engines), *self._hass.states.async_entity_ids(_ENGINES)}
        sources = (source for engine_id in ids if (source := self._source(engine_id)) is not None)
        return {host for source in sources for host in hosts_in(source.configuration)}

    @callback
    def _entry_changed(self, *_: object) -> None:
        self._whereabouts.forget()


def _nobody(stage: Stage, engine_id: str) -> Engine:
    """Describe an engine that Home Assistant does not know any more."""
    return Engine(
        stage=stage,
        label=engine_id,
        integration="",
        version="",
        standing=UNKNOWN,
    )


def _version(integration: loader.Integration | None) -> str:
    if integration is None:
        return ""
    return HOME_ASSISTANT_VERSION if integration.is_built_in else str(integration.version or "")


def _models(configuration: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(
        value for key, value in configuration.items() if key.endswith(_MODEL) and isinstance(value, str) and value
    )


def _api_ids(configuration: Mapping[str, Any]) -> tuple[str, ...]:
    chosen = configuration.get(CONF_LLM_HASS_API) or ()
    return (chosen,) if isinstance(chosen, str) else tuple(chosen)


def _apis(hass: HomeAssistant, configuration: Mapping[str, Any]) -> tuple[str, ...]:
    names = {api.id: api.name for api in llm.async_get_apis(hass)}
    return tuple(names.get(api_id, api_id) for api_id in _api_ids(configuration))
