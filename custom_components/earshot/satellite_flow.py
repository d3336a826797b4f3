"""Pair a satellite with an assistant: choose, set, and let somebody speak. It is paired when that is in the ledger."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final, override

from homeassistant.components.http.const import KEY_HASS_USER
from homeassistant.config_entries import ConfigEntryState, ConfigSubentry, ConfigSubentryFlow, SubentryFlowResult
from homeassistant.core import callback
from homeassistant.helpers.http import current_request
from homeassistant.helpers.selector import (
    BooleanSelector,
    SelectOptionDict,
    SelectSelector,
    SelectSelectorConfig,
    SelectSelectorMode,
)
import probatio

from .const import CONF_ASSISTANT, SUBENTRY_ASSISTANT, TITLE
from .errors import EarshotError, SatelliteGoneError
from .models import ContentKind
from .runtime import (
    ANY_WORD,
    SOUND,
    WORDS,
    Before,
    EarshotConfigEntry,
    Pairings,
    Posture,
    Proof,
    Proved,
    RuntimeData,
    WakePlace,
)

CONF_SATELLITE: Final = "satellite"
CONF_WORDS: Final = "wake_words"
CONF_SPOKEN: Final = "wake_word"
CONF_KEEP_SOUND: Final = "keep_sound"
CONF_KEEP_WORDS: Final = "keep_words"

ALL: Final = "all"
"""Stands for every wake word that the assistant's engine knows."""

NO_WORDS: Final = "-"
"""Stands where there is no wake word to say."""

ANYONE: Final = "administrator"
"""What the ledger calls whoever pairs a satellite, where Home Assistant does not say who it is. Nobody else may."""


class SatelliteSubentryFlow(ConfigSubentryFlow):
    """One pairing, new or changed."""

    def __init__(self) -> None:
        self._key = ""
        self._assistant = ""
        self._by = ANYONE
        self._pairings: Pairings | None = None
        self._before: Before | None = None
        self._own: Mapping[ContentKind, timedelta | None] | None = None
        self._proving: asyncio.Task[Proof] | None = None
        self._proof = Proof(outcome=Proved.NOTHING_HEARD)
        self._shown: dict[str, str] = {}
        self._words = NO_WORDS

    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Choose a satellite that is not paired yet, and its assistant."""
        if (runtime := self._runtime()) is None:
            return self.async_abort(reason="not_loaded")
        if user_input is not None:
            self._key, self._assistant = user_input[CONF_SATELLITE], user_input[CONF_ASSISTANT]
            return await self.async_step_settings()
        free = [one for one in runtime.satellites.survey.all() if _is_free(runtime, one)]
        if not self._assistants():
            return self.async_abort(reason="no_assistants")
        if not free:
            return self.async_abort(reason="no_satellites")
        satellites = [SelectOptionDict(value=one.key, label=_label(one)) for one in free]
        fields = {
            probatio.Required(CONF_SATELLITE): _select(satellites),
            **self._assistant_field(self._assistants()[0].subentry_id),
        }
        return self.async_show_form(step_id="user", data_schema=probatio.Schema(fields))

    async def async_step_reconfigure(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Choose another assistant for a satellite that is paired."""
        subentry = self._get_reconfigure_subentry()
        self._key = subentry.unique_id or ""
        if (runtime := self._runtime()) is None:
            return self.async_abort(reason="not_loaded")
        if _posture(runtime, self._key) is None:
            return self.async_abort(reason="satellite_gone")
        if not (assistants := self._assistants()):
            return self.async_abort(reason="no_assistants")
        if user_input is not None:
            self._assistant = user_input[CONF_ASSISTANT]
            return await self.async_step_settings()
        now = subentry.data[CONF_ASSISTANT]
        default = now if now in {one.subentry_id for one in assistants} else assistants[0].subentry_id
        return self.async_show_form(
            step_id="reconfigure",
            data_schema=probatio.Schema(self._assistant_field(default)),
            description_placeholders={"satellite": subentry.title},
        )

    async def async_step_settings(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Choose wake words and what is kept in this room; then set all of it."""
        runtime, posture = self._now()
        if runtime is None:
            return self.async_abort(reason="not_loaded")
        if posture is None:
            return self.async_abort(reason="satellite_gone")
        errors: dict[str, str] = {}
        placeholders = {"satellite": posture.satellite.label}
        if user_input is not None and (wrong := _wrong_words(posture, user_input)) is not None:
            errors[CONF_WORDS] = wrong
            placeholders["most"] = str(posture.wake.most)
        elif user_input is not None:
            try:
                await self._set(runtime, posture, user_input)
            except EarshotError as err:
                await self._give_up()
                errors["base"] = err.code
                placeholders |= err.placeholders
            else:
                return await self.async_step_prove()
        return self.async_show_form(
            step_id="settings",
            data_schema=probatio.Schema(await self._fields(runtime, posture)),
            errors=errors,
            description_placeholders=placeholders,
        )

    async def async_step_prove(self, _: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Ask the person to speak."""
        return self._menu("prove")

    async def async_step_listen(self, _: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Wait until somebody was heard, with progress."""
        return await self._prove("listen", aloud=False)

    async def async_step_prompt(self, _: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Let the satellite ask for it aloud, and wait."""
        return await self._prove("prompt", aloud=True)

    async def async_step_heard(self, _: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Make the pairing: it is in the ledger that it works."""
        runtime, posture = self._now()
        if runtime is None or posture is None or self._before is None:
            return self.async_abort(reason="satellite_gone")
        runtime.satellites.pairings.done(self._before)
        self._before = None
        data = {CONF_ASSISTANT: self._assistant}
        if self.source == "user":
            return self.async_create_entry(title=posture.satellite.label, data=data, unique_id=self._key)
        return self.async_update_and_abort(self._get_entry(), self._get_reconfigure_subentry(), data=data)

    async def async_step_failed(self, _: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Say what came instead, what to do about it, and offer to try again."""
        self._proving = None
        return self._menu(self._proof.outcome.value)

    # Each outcome is a step of its own, because each has a text of its own.
    async_step_muted = async_step_offline = async_step_unspoken = async_step_nothing_heard = async_step_failed
    async_step_wake_on_device = async_step_no_wake_word = async_step_other_satellite = async_step_failed
    async_step_wrong_assistant = async_step_no_speech = async_step_engine_failed = async_step_failed
    async_step_not_written = async_step_failed

    async def async_step_stop(self, _: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Put everything back."""
        await self._give_up()
        return self.async_abort(reason="stopped")

    @callback
    @override
    def async_remove(self) -> None:
        """Put everything back when the person closes the dialog."""
        if self._before is not None:
            self.hass.async_create_task(self._give_up(), "earshot puts a satellite back", eager_start=False)

    def _runtime(self) -> RuntimeData | None:
        entry: EarshotConfigEntry = self._get_entry()
        return entry.runtime_data if entry.state is ConfigEntryState.LOADED else None

    def _assistants(self) -> list[ConfigSubentry]:
        return list(self._get_entry().get_subentries_of_type(SUBENTRY_ASSISTANT))

    def _assistant_field(self, default: str) -> dict[Any, Any]:
        options = [SelectOptionDict(value=one.subentry_id, label=one.title) for one in self._assistants()]
        return {probatio.Required(CONF_ASSISTANT, default=default): _select(options)}

    async def _fields(self, runtime: RuntimeData, posture: Posture) -> dict[Any, Any]:
        rooms, entity_id = runtime.satellites.rooms, posture.satellite.entity_id or ""
        return {
            **_word_fields(posture),
            **await self._spoken_field(runtime, posture),
            probatio.Required(CONF_KEEP_SOUND, default=rooms.keeps(entity_id, SOUND)): BooleanSelector(),
            probatio.Required(CONF_KEEP_WORDS, default=rooms.keeps(entity_id, WORDS)): BooleanSelector(),
        }

    async def _spoken_field(self, runtime: RuntimeData, posture: Posture) -> dict[Any, Any]:
        """Offer the assistant's wake words to a satellite that does not hear its own."""
        if posture.wake.choosable or posture.wake.where.value is WakePlace.NONE:
            return {}
        words = await runtime.satellites.words.of(self._assistant)
        if len(words) < 2:  # noqa: PLR2004 - there is nothing to choose from
            return {}
        now = runtime.satellites.pairings.spoken_to(self._assistant)
        options = [SelectOptionDict(value=word.id, label=word.name) for word in words]
        selector = SelectSelector(
            SelectSelectorConfig(
                options=[SelectOptionDict(value=ALL, label=ALL), *options],
                mode=SelectSelectorMode.DROPDOWN,
                translation_key=CONF_SPOKEN,
            )
        )
        return {probatio.Required(CONF_SPOKEN, default=now or ALL): selector}

    async def _set(self, runtime: RuntimeData, posture: Posture, chosen: dict[str, Any]) -> None:
        """Let the satellite use the assistant. Raises EarshotError; `_give_up` takes back what was set by then."""
        entity_id = posture.satellite.entity_id
        if entity_id is None:
            raise SatelliteGoneError
        self._by = _person()
        satellites = runtime.satellites
        words = tuple(chosen[CONF_WORDS]) if CONF_WORDS in chosen else None
        spoken = ANY_WORD if chosen.get(CONF_SPOKEN) == ALL else chosen.get(CONF_SPOKEN)
        self._pairings = satellites.pairings
        self._before = await satellites.pairings.adopt(self._key, self._assistant, words, spoken)
        self._words = await self._what_to_say(runtime)
        self._own = satellites.rooms.own(entity_id)
        await satellites.rooms.keep(entity_id, SOUND, self._by, on=chosen[CONF_KEEP_SOUND])
        await satellites.rooms.keep(entity_id, WORDS, self._by, on=chosen[CONF_KEEP_WORDS])

    async def _what_to_say(self, runtime: RuntimeData) -> str:
        """Return the wake words that are listened for now, by the satellite itself or by the assistant."""
        posture = _posture(runtime, self._key)
        if posture is None or posture.wake.where.value is WakePlace.NONE:
            return NO_WORDS
        spoken = runtime.satellites.pairings.spoken_to(self._assistant)
        known = await runtime.satellites.words.of(self._assistant)
        streamed = [word.name for word in known if spoken in {ANY_WORD, word.id}]
        words = [word.phrase for word in posture.wake.words if word.active] or streamed
        return ", ".join(words) or NO_WORDS

    async def _prove(self, step: str, *, aloud: bool) -> SubentryFlowResult:
        if self._proving is None:
            runtime, posture = self._now()
            if runtime is None or posture is None:
                await self._give_up()
                return self.async_abort(reason="satellite_gone")
            self._shown = self._placeholders(posture)
            # Not eager, for the same reason as in the flow that sets Earshot up.
            self._proving = self.hass.async_create_task(
                runtime.satellites.prover.prove(
                    posture.satellite.entity_id or "",
                    self._title(),
                    runtime.satellites.pairings.pipeline_of(self._assistant) or "",
                    aloud=aloud,
                ),
                "earshot waits for somebody to speak",
                eager_start=False,
            )
        if not self._proving.done():
            return self.async_show_progress(
                step_id=step,
                progress_action=step,
                progress_task=self._proving,
                description_placeholders=self._shown,
            )
        # It stays until the step that follows is shown: Home Assistant and the browser both ask for this one again.
        self._proof = self._proving.result()
        return self.async_show_progress_done(next_step_id=self._proof.outcome.value)

    def _now(self) -> tuple[RuntimeData | None, Posture | None]:
        runtime = self._runtime()
        return runtime, None if runtime is None else _posture(runtime, self._key)

    def _menu(self, step: str) -> SubentryFlowResult:
        _, posture = self._now()
        if posture is None:
            return self.async_abort(reason="satellite_gone")
        prompt = ("prompt",) if posture.announces else ()
        return self.async_show_menu(
            step_id=step,
            menu_options=["listen", *prompt, "stop"],
            description_placeholders={**self._placeholders(posture), **self._seen()},
        )

    def _placeholders(self, posture: Posture) -> dict[str, str]:
        return {
            "satellite": posture.satellite.label,
            "assistant": self._title(),
            "words": self._words,
        }

    def _seen(self) -> dict[str, str]:
        """Return what fills the sentence about a bad outcome."""
        return {name: self._proof.placeholders.get(name, "") for name in ("other", "code")}

    def _title(self) -> str:
        return next((one.title for one in self._assistants() if one.subentry_id == self._assistant), TITLE)

    async def _give_up(self) -> None:
        """Put back what was set. Does nothing when nothing was."""
        before, self._before = self._before, None
        own, self._own = self._own, None
        if before is None or self._pairings is None:
            return
        if (runtime := self._runtime()) is None:
            # Earshot is not loaded: it puts it back when it is.
            self._pairings.done(before)
            return
        posture = _posture(runtime, self._key)
        await runtime.satellites.pairings.undo(before)
        if own is not None and posture is not None:
            await runtime.satellites.rooms.restore(posture.satellite.entity_id or "", own, self._by)


def _posture(runtime: RuntimeData, key: str) -> Posture | None:
    return next((one for one in runtime.satellites.survey.all() if one.key == key), None)


def _is_free(runtime: RuntimeData, posture: Posture) -> bool:
    return posture.paired is None and bool(posture.pipelines) and not runtime.satellites.pairings.under_way(posture.key)


def _label(posture: Posture) -> str:
    area = posture.satellite.area
    return f"{posture.satellite.label} ({area})" if area else posture.satellite.label


def _select(options: list[SelectOptionDict]) -> SelectSelector:
    return SelectSelector(SelectSelectorConfig(options=options, mode=SelectSelectorMode.DROPDOWN))


def _word_fields(posture: Posture) -> dict[Any, Any]:
    """Offer the wake words of a satellite that hears them itself and lets them be chosen."""
    if not posture.wake.choosable:
        return {}
    options = [SelectOptionDict(value=word.wake_word_id, label=word.phrase) for word in posture.wake.words]
    selector = SelectSelector(SelectSelectorConfig(options=options, multiple=True, mode=SelectSelectorMode.LIST))
    active = [word.wake_word_id for word in posture.wake.words if word.active]
    return {probatio.Required(CONF_WORDS, default=active): selector}


def _wrong_words(posture: Posture, chosen: dict[str, Any]) -> str | None:
    """Say what is wrong with the wake words that were chosen, as the key of a sentence."""
    if not posture.wake.choosable:
        return None
    number, most = len(chosen[CONF_WORDS]), posture.wake.most
    if number == 0:
        return "no_wake_words"
    return "too_many_wake_words" if most is not None and number > most else None


def _person() -> str:
    """Return the name of whoever does this, as the ledger remembers it."""
    request = current_request.get()
    user = request.get(KEY_HASS_USER) if request is not None else None
    return (user.name or user.id) if user is not None else ANYONE
