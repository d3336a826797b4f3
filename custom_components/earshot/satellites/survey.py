"""Every satellite of this Home Assistant, and what is known of it now."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from homeassistant.components.assist_pipeline import Pipeline
from homeassistant.components.assist_satellite import AssistSatelliteEntityFeature
from homeassistant.components.assist_satellite.const import DOMAIN as SATELLITE_DOMAIN
from homeassistant.config_entries import ConfigEntry
from homeassistant.const import STATE_UNAVAILABLE
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import entity_registry as er

from ..assistants.plan import Assistant
from ..const import DOMAIN, SUBENTRY_SATELLITE
from ..gate.engine import Engine
from ..gate.runs import describe_satellite, speaker_key
from ..models import Evidence, Stage
from .muting import muting
from .posture import PROTOCOLS, Fact, PipelineUse, Posture, Speaks, StagePosture, Wake, Why
from .selects import chosen, pipeline_of, pipeline_selects, satellite_entity
from .sightings import sightings
from .transport import doors, encrypted
from .wake import announced_by_wyoming, configuration, wake

type Describe = Callable[[Stage, str], Engine]
"""Says who an engine is and where, by its stage and id."""
type DescribeInner = Callable[[str, Stage], Engine | None]
"""Says the same of the engine that stands behind a stage of one of Earshot's assistants, by the assistant's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedEngine:
    """An engine behind a satellite's pipeline, as rules look at it."""

    engine: Engine
    engine_id: str | None
    """The id by which Home Assistant calls it; None for Earshot's own."""
    gated: bool
    """Whether it is asked through the gate. Past it, no rule is looked at."""


class Survey:
    """Looks at the satellites. Keeps nothing."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry, describe: Describe, inner: DescribeInner) -> None:
        self._hass = hass
        self._entry = entry
        self._describe = describe
        self._inner = inner

    @callback
    def all(self) -> tuple[Posture, ...]:
        """Return what is known of every satellite, by their names."""
        found = [self.of(entity_id) for entity_id in self.ids()]
        return tuple(sorted(found, key=lambda posture: (posture.satellite.label.casefold(), posture.key)))

    @callback
    def of(self, entity_id: str) -> Posture:
        """Return what is known of one satellite."""
        registered = er.async_get(self._hass).async_get(entity_id)
        integration = registered.platform if registered else ""
        speaks = PROTOCOLS.get(integration, Speaks.OTHER)
        entry = self._entry_of(registered)
        entity, state = satellite_entity(self._hass, entity_id), self._hass.states.get(entity_id)
        features = AssistSatelliteEntityFeature(entity.supported_features or 0) if entity else 0
        mute, muted = muting(self._hass, registered)
        return Posture(
            satellite=describe_satellite(self._hass, entity_id),
            key=speaker_key(self._hass, entity_id),
            integration=integration,
            speaks=Fact(speaks, Evidence.DECLARED, Why.INTEGRATION),
            available=state is not None and state.state != STATE_UNAVAILABLE,
            announces=bool(features & AssistSatelliteEntityFeature.ANNOUNCE),
            wake=self.wake_of(entity_id),
            mute=mute,
            muted=muted,
            doors=doors(speaks, entry),
            encrypted=encrypted(speaks, entry),
            pipelines=tuple(self._pipelines(entity_id)),
            paired=self._paired(registered),
        )

    @callback
    def wake_of(self, entity_id: str) -> Wake:
        """Return how one satellite is woken."""
        registered = er.async_get(self._hass).async_get(entity_id)
        speaks = PROTOCOLS.get(registered.platform if registered else "", Speaks.OTHER)
        announced = announced_by_wyoming(self._entry_of(registered)) if speaks is Speaks.WYOMING else ()
        config = configuration(satellite_entity(self._hass, entity_id))
        return wake(speaks, config, announced, sightings(self._hass, entity_id))

    @callback
    def ids(self) -> frozenset[str]:
        """Return the entity ids of all satellites."""
        registered = er.async_get(self._hass).entities.values()
        ids = {entry.entity_id for entry in registered if entry.domain == SATELLITE_DOMAIN and not entry.disabled_by}
        return frozenset(ids | set(self._hass.states.async_entity_ids(SATELLITE_DOMAIN)))

    @callback
    def engines(self, entity_id: str) -> tuple[UsedEngine, ...]:
        """Return every engine behind the pipelines that a satellite uses."""
        options = [chosen(self._hass, select.entity_id) for select in pipeline_selects(self._hass, entity_id)]
        pipelines = {pipeline.id: pipeline for one in options if (pipeline := pipeline_of(self._hass, one))}
        return tuple(used for pipeline in pipelines.values() for used in self._engines(pipeline))

    def _entry_of(self, registered: er.RegistryEntry | None) -> ConfigEntry | None:
        if registered is None or registered.config_entry_id is None:
            return None
        return self._hass.config_entries.async_get_entry(registered.config_entry_id)

    def _paired(self, registered: er.RegistryEntry | None) -> str | None:
        pairings = self._entry.get_subentries_of_type(SUBENTRY_SATELLITE)
        key = registered.id if registered else ""
        return next((pairing.subentry_id for pairing in pairings if pairing.unique_id == key), None)

    def _pipelines(self, entity_id: str) -> Iterator[PipelineUse]:
        for select in pipeline_selects(self._hass, entity_id):
            option = chosen(self._hass, select.entity_id)
            pipeline = pipeline_of(self._hass, option)
            yield PipelineUse(
                select=select.entity_id,
                option=option,
                pipeline=pipeline.name if pipeline else None,
                assistant=self._assistant(pipeline) if pipeline else None,
                stages=tuple(self._stages(pipeline)) if pipeline else (),
            )

    def _assistant(self, pipeline: Pipeline) -> str | None:
        """Return whose assistant it is, if both sound and words go through the gate."""
        heard, asked = self._own(pipeline.stt_engine), self._own(pipeline.conversation_engine)
        return heard if heard == asked else None

    def _own(self, engine_id: str | None) -> str | None:
        registered = er.async_get(self._hass).async_get(engine_id) if engine_id else None
        return registered.config_subentry_id if registered and registered.platform == DOMAIN else None

    def _stages(self, pipeline: Pipeline) -> Iterator[StagePosture]:
        for used in self._engines(pipeline):
            engine = used.engine
            yield StagePosture(
                stage=engine.stage,
                label=engine.label,
                integration=engine.integration,
                place=engine.standing.place,
                evidence=engine.standing.evidence,
            )

    def _engines(self, pipeline: Pipeline) -> Iterator[UsedEngine]:
        engines = {
            Stage.WAKE_WORD: pipeline.wake_word_entity,
            Stage.SPEECH_TO_TEXT: pipeline.stt_engine,
            Stage.CONVERSATION: pipeline.conversation_engine,
            Stage.TEXT_TO_SPEECH: pipeline.tts_engine,
        }
        for stage, engine_id in engines.items():
            if engine_id is None:
                continue
            own = self._own(engine_id)
            if own is not None and (inner := self._inner(own, stage)) is not None:
                chosen_id = Assistant.of(self._entry.subentries[own]).engine_id(self._hass, stage)
                yield UsedEngine(engine=inner, engine_id=chosen_id, gated=True)
            else:
                yield UsedEngine(engine=self._describe(stage, engine_id), engine_id=engine_id, gated=own is not None)
