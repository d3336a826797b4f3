"""Set Earshot up: say what it hears and keeps, install the engines, and see that they really start and speak."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from pathlib import Path
from typing import Any, Final, override

from homeassistant.config_entries import ConfigEntry, ConfigFlowResult, ConfigSubentryData, ConfigSubentryFlow
from homeassistant.core import callback
import probatio

from .assistant_flow import AssistantFlow
from .const import DOMAIN, SUBENTRY_ASSISTANT, SUBENTRY_SATELLITE, TITLE
from .database_flow import DatabaseSteps
from .errors import EarshotError, HostStartError
from .host_link.environment import HostEnvironment
from .host_link.host import VoiceHost
from .models import Stage
from .satellite_flow import SatelliteSubentryFlow

NO_FIELDS: Final = probatio.Schema({})

TEST_WORD: Final = "Hello."
"""Said to nobody while setting up; its sound is counted and dropped."""


class EarshotConfigFlow(DatabaseSteps, domain=DOMAIN):
    """One Earshot for one Home Assistant."""

    VERSION = 1

    def __init__(self) -> None:
        self._install: asyncio.Task[None] | None = None
        self._check: asyncio.Task[dict[str, str]] | None = None
        self._found: dict[str, str] = {}

    @classmethod
    @callback
    @override
    def async_get_supported_subentry_types(cls, config_entry: ConfigEntry) -> dict[str, type[ConfigSubentryFlow]]:
        """Name what can be added to Earshot."""
        return {SUBENTRY_ASSISTANT: AssistantFlow, SUBENTRY_SATELLITE: SatelliteSubentryFlow}

    @override
    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Say in plain words what Earshot hears and keeps."""
        environment = HostEnvironment.of(self.hass)
        if reason := await self.hass.async_add_executor_job(environment.why_unsupported):
            return self.async_abort(reason=f"unsupported_{reason}")
        if user_input is None:
            return self.async_show_form(step_id="user", data_schema=NO_FIELDS)
        if await self.hass.async_add_executor_job(environment.find) is None:
            return await self.async_step_install()
        return await self.async_step_check()

    async def async_step_install(self, _: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Install the engines' packages, with progress."""
        if self._install is None:
            environment = HostEnvironment.of(self.hass)
            work = environment.install(self.hass, self.async_update_progress)
            self._install = self._begin(work, "earshot installs the engines")
        if not self._install.done():
            return self.async_show_progress(step_id="install", progress_action="install", progress_task=self._install)
        failed = self._install.exception() is not None
        return self.async_show_progress_done(next_step_id="install_failed" if failed else "check")

    async def async_step_install_failed(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Say what stood in the way, and offer to try again."""
        if user_input is not None or self._install is None:
            self._install = None
            return await self.async_step_install()
        return self._show_failure("install_failed", self._install.exception())

    async def async_step_check(self, _: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Start a voice host and let it speak."""
        if self._check is None:
            self._check = self._begin(self._start_and_speak(), "earshot tries the engines")
        if not self._check.done():
            return self.async_show_progress(step_id="check", progress_action="check", progress_task=self._check)
        if self._check.exception() is not None:
            return self.async_show_progress_done(next_step_id="check_failed")
        self._found = self._check.result()
        return self.async_show_progress_done(next_step_id=self._found["step"])

    async def async_step_check_failed(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Say why the host did not start or speak, and offer to try again."""
        if user_input is not None or self._check is None:
            self._check = None
            return await self.async_step_check()
        return self._show_failure("check_failed", self._check.exception())

    async def async_step_confirm(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Show which engines answered, from behind a wall to the network."""
        return self._confirm("confirm", user_input)

    async def async_step_confirm_open(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Show which engines answered, and that this kernel cannot close the network to them."""
        return self._confirm("confirm_open", user_input)

    def _begin[T](self, work: Coroutine[Any, Any, T], name: str) -> asyncio.Task[T]:
        # Not eager: work that fails at once would end the step before it has shown itself, and Home Assistant would
        # hand the input of the step before to the one that shows the failure, which would take it for a retry.
        return self.hass.async_create_task(work, name, eager_start=False)

    def _confirm(self, step: str, user_input: dict[str, Any] | None) -> ConfigFlowResult:
        if user_input is None:
            return self.async_show_form(
                step_id=step, data_schema=NO_FIELDS, description_placeholders=self._found, last_step=True
            )
        assistant = ConfigSubentryData(data={}, subentry_type=SUBENTRY_ASSISTANT, title=TITLE, unique_id=None)
        return self.async_create_entry(title=TITLE, data={}, subentries=[assistant])

    def _show_failure(self, step: str, failure: BaseException | None) -> ConfigFlowResult:
        if not isinstance(failure, EarshotError):
            raise failure or AssertionError(step)
        return self.async_show_form(
            step_id=step,
            data_schema=NO_FIELDS,
            errors={"base": failure.code},
            description_placeholders={"reason": "", **failure.placeholders},
        )

    async def _start_and_speak(self) -> dict[str, str]:
        """Return the placeholders of the confirming step, and its name as `step`."""
        host = VoiceHost(self.hass, HostEnvironment.of(self.hass), Path(self.hass.config.path(DOMAIN, "models")))
        try:
            report = await host.start()
            speech = host.synthesize(_said(TEST_WORD), voice=None, speaker=None, language=self.hass.config.language)
            if not [sound async for sound in speech if sound.pcm]:
                raise HostStartError("It said nothing", reason="no sound")
        finally:
            await host.stop()
        engines = {engine.stage: f"{engine.name} {engine.version} ({engine.model})" for engine in report.engines}
        return {
            "step": "confirm" if report.enforced else "confirm_open",
            "problems": "\n".join(f"- {problem}" for problem in report.problems),
            **{stage: engines.get(stage, "-") for stage in Stage if stage is not Stage.CONVERSATION},
        }


async def _said(said: str) -> AsyncIterator[str]:
    yield said
