"""Set Earshot up: say what it hears and keeps, install the engines, and see that they really start and speak."""

import asyncio
from collections.abc import Coroutine, Mapping
from pathlib import Path
from typing import Any, override

from homeassistant.config_entries import (
    SOURCE_USER,
    ConfigEntry,
    ConfigFlowResult,
    ConfigSubentryData,
    ConfigSubentryFlow,
    FlowType,
    OptionsFlow,
    SubentryFlowContext,
)
from homeassistant.core import callback

from .assistant_flow import AssistantFlow
from .const import (
    CONF_OWN_HOST,
    CONF_WHAT,
    DOMAIN,
    SUBENTRY_ASSISTANT,
    SUBENTRY_DESK,
    SUBENTRY_SATELLITE,
    TITLE,
    WHAT_DATABASE,
)
from .database_flow import DatabaseSteps
from .desk_flow import DeskFlow
from .digest_flow import DigestOptions
from .errors import EarshotError
from .host_flow import NO_FIELDS, HostSteps, start_and_speak
from .host_link.chosen import chosen_hosts, has_own_host
from .host_link.environment import HostEnvironment
from .host_link.host import VoiceHost
from .satellite_flow import SatelliteSubentryFlow


class EarshotConfigFlow(HostSteps, DatabaseSteps, domain=DOMAIN):
    """One Earshot for one Home Assistant."""

    VERSION = 1

    def __init__(self) -> None:
        self._install: asyncio.Task[None] | None = None
        self._check: asyncio.Task[dict[str, str]] | None = None
        self._found: dict[str, str] = {}
        self._only_desk = False

    @classmethod
    @callback
    @override
    def async_get_supported_subentry_types(cls, config_entry: ConfigEntry) -> dict[str, type[ConfigSubentryFlow]]:
        """Name what can be added to Earshot."""
        return {
            SUBENTRY_ASSISTANT: AssistantFlow,
            SUBENTRY_SATELLITE: SatelliteSubentryFlow,
            SUBENTRY_DESK: DeskFlow,
        }

    @staticmethod
    @callback
    @override
    def async_get_options_flow(config_entry: ConfigEntry) -> OptionsFlow:
        """Offer what can be set of the digest."""
        return DigestOptions()

    @override
    async def async_step_user(self, _: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask what Earshot is to be here."""
        if self._earshot is not None:
            return self.async_abort(reason="single_instance_allowed")
        return self.async_show_menu(step_id="user", menu_options=["home", "only_desk"])

    async def async_step_only_desk(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Say what a review desk is. It needs no engines."""
        if user_input is None:
            return self.async_show_form(step_id="only_desk", data_schema=NO_FIELDS)
        await self.async_set_unique_id(None)
        self._only_desk = True
        return self.async_create_entry(title=TITLE, data={CONF_OWN_HOST: False})

    @override
    async def async_on_create_entry(self, result: ConfigFlowResult) -> ConfigFlowResult:
        """Lead on from an Earshot that is only a desk to the questions about that desk."""
        if self._only_desk:
            flow = await self.hass.config_entries.subentries.async_init(
                (result["result"].entry_id, SUBENTRY_DESK), context=SubentryFlowContext(source=SOURCE_USER)
            )
            result["next_flow"] = (FlowType.CONFIG_SUBENTRIES_FLOW, flow["flow_id"])
        return result

    async def async_step_home(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Say in plain words what Earshot hears and keeps."""
        environment = HostEnvironment.of(self.hass)
        if reason := await self.hass.async_add_executor_job(environment.why_unsupported):
            self._why_not = f"unsupported_{reason}"
            return await self.async_step_unsupported_musl()
        if user_input is None:
            return self.async_show_form(step_id="home", data_schema=NO_FIELDS)
        return await self.async_step_own_host()

    async def async_step_reconfigure(self, _: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask what is to be changed."""
        entry = self._get_reconfigure_entry()
        environment = HostEnvironment.of(self.hass)
        unsupported = await self.hass.async_add_executor_job(environment.why_unsupported)
        choice = {
            "database": True,
            "host": True,
            "own_host": not has_own_host(entry.data) and not unsupported,
            "change_host": bool(chosen_hosts(entry.data)),
            "remove_host": bool(chosen_hosts(entry.data)),
        }
        return self.async_show_menu(step_id="reconfigure", menu_options=[step for step in choice if choice[step]])

    async def async_step_reauth(self, entry_data: Mapping[str, Any]) -> ConfigFlowResult:
        """Ask anew for what is not believed any more: a host's pairing code, or the login of the ledger's database."""
        if entry_data.get(CONF_WHAT) == WHAT_DATABASE:
            return await self.async_step_database()
        return await self._ask_anew(entry_data)

    async def async_step_own_host(self, _: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Let the engines run on this machine."""
        environment = HostEnvironment.of(self.hass)
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
        return await self._confirm("confirm", user_input)

    async def async_step_confirm_open(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Show which engines answered, and that this kernel cannot close the network to them."""
        return await self._confirm("confirm_open", user_input)

    def _begin[T](self, work: Coroutine[Any, Any, T], name: str) -> asyncio.Task[T]:
        # Not eager: work that fails at once would end the step before it has shown itself, and Home Assistant would
        # hand the input of the step before to the one that shows the failure, which would take it for a retry.
        return self.hass.async_create_task(work, name, eager_start=False)

    async def _confirm(self, step: str, user_input: dict[str, Any] | None) -> ConfigFlowResult:
        if user_input is None:
            return self.async_show_form(
                step_id=step, data_schema=NO_FIELDS, description_placeholders=self._found, last_step=True
            )
        if (entry := self._earshot) is not None:
            self.hass.config_entries.async_update_entry(entry, data={**entry.data, CONF_OWN_HOST: True})
            return self.async_abort(reason="host_chosen")
        return await self._create({})

    @override
    async def _create(self, data: dict[str, Any]) -> ConfigFlowResult:
        # A host's name must not become Earshot's own: the host may be removed, and found again.
        await self.async_set_unique_id(None)
        assistant = ConfigSubentryData(data={}, subentry_type=SUBENTRY_ASSISTANT, title=TITLE, unique_id=None)
        return self.async_create_entry(title=TITLE, data=data, subentries=[assistant])

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
        found = await start_and_speak(self.hass, host)
        return {"step": "confirm" if host.report and host.report.enforced else "confirm_open", **found}
