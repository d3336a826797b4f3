"""The steps of the configuration about voice hosts that somebody else runs.

They are found or named, tried, changed, removed, and asked for their code anew when it is the right one no more.
"""

from abc import abstractmethod
import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any, Final, override

from homeassistant.config_entries import SOURCE_HASSIO, SOURCE_REAUTH, ConfigEntry, ConfigFlow, ConfigFlowResult
from homeassistant.const import CONF_CODE, CONF_HOST, CONF_NAME, CONF_PORT
from homeassistant.core import HomeAssistant
from homeassistant.helpers.selector import SelectSelector, SelectSelectorConfig, TextSelector, TextSelectorConfig
from homeassistant.helpers.service_info.hassio import HassioServiceInfo
from homeassistant.helpers.service_info.zeroconf import ZeroconfServiceInfo
import probatio

from .const import CONF_HOSTS, CONF_OWN_HOST, CONF_WHICH, HOST_PORT
from .errors import EarshotError, HostCodeError, HostStartError
from .host_link.chosen import ChosenHost, chosen_hosts, has_own_host, read_address
from .host_link.kept import KeptHost
from .host_link.remote import RemoteHost
from .models import Stage

NO_FIELDS: Final = probatio.Schema({})

TEST_WORD: Final = "Hello."
"""Said to nobody while setting up; its sound is counted and dropped."""

OWN_HOST: Final = "own"
"""Stands, among the hosts that can be removed, for the one that Earshot starts itself. No host's name is like it."""

CODE: Final = TextSelector(TextSelectorConfig(autocomplete="off"))


class HostSteps(ConfigFlow):
    """Voice hosts elsewhere."""

    _wanted: ChosenHost | None = None
    """Who is about to be chosen."""
    _replaced: ChosenHost | None = None
    """Who is chosen no longer then."""
    _found: dict[str, str]
    _meeting: asyncio.Task[dict[str, str]] | None = None
    _discovered: tuple[str, str, int] = ("", "", 0)
    """Name, address and port of one that announced itself, or that does not know its code any more."""

    @property
    def _earshot(self) -> ConfigEntry | None:
        """The Earshot that is there already."""
        return next(iter(self._async_current_entries(include_ignore=False)), None)

    # ---- Named by a person

    async def async_step_unsupported_musl(self, _: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Say why the engines cannot run here, and lead to where they can."""
        return self.async_show_menu(step_id=self._why_not, menu_options=["host"])

    async_step_unsupported_architecture = async_step_unsupported_musl
    async_step_unsupported_python = async_step_unsupported_musl
    async_step_unsupported_system = async_step_unsupported_musl
    _why_not = ""

    async def async_step_host(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask where it is, and for its pairing code."""
        if user_input is None:
            return self._ask_for_host()
        host, port = user_input[CONF_HOST].strip(), int(user_input[CONF_PORT])
        return await self._choose(user_input.get(CONF_NAME, "").strip() or host, host, port, user_input[CONF_CODE])

    # ---- Found

    @override
    async def async_step_zeroconf(self, discovery_info: ZeroconfServiceInfo) -> ConfigFlowResult:
        """Take note of one that announces itself in the local network."""
        name = str(discovery_info.properties.get("id", ""))
        title = str(discovery_info.properties.get("title", "")) or discovery_info.host
        if not name or discovery_info.port is None:
            return self.async_abort(reason="host_unnamed")
        self._discovered = (title, discovery_info.host, discovery_info.port)
        if (stopped := await self._known(name)) is not None:
            return stopped
        return await self.async_step_host_code()

    async def async_step_host_code(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask for the pairing code of one that was found."""
        if user_input is None:
            return self._ask_for_code()
        return await self._choose(*self._discovered, user_input[CONF_CODE])

    @override
    async def async_step_hassio(self, discovery_info: HassioServiceInfo) -> ConfigFlowResult:
        """Take note of the app, whose pairing code the Supervisor passes on."""
        config = discovery_info.config
        try:
            address = read_address(str(config["host"]), int(config["port"]), str(config["code"]))
        except KeyError, ValueError, HostCodeError:
            return self.async_abort(reason="host_unnamed")
        self._discovered = (discovery_info.name, address.host, address.port)
        if (stopped := await self._known(address.name)) is not None:
            return stopped
        self._wanted = ChosenHost(discovery_info.name, address)
        return await self.async_step_hassio_confirm()

    async def async_step_hassio_confirm(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask whether the app is to be used."""
        if user_input is None:
            return self.async_show_form(
                step_id="hassio_confirm", data_schema=NO_FIELDS, description_placeholders=self._placeholders()
            )
        return await self.async_step_meet()

    async def _known(self, name: str) -> ConfigFlowResult | None:
        """End the flow for a host that is chosen already, following it if it proves at a new address who it is."""
        await self.async_set_unique_id(name)
        self._abort_if_unique_id_configured()
        self.context["title_placeholders"] = {"name": self._discovered[0]}
        entry = self._earshot
        known = [chosen for chosen in chosen_hosts(entry.data) if chosen.address.name == name] if entry else []
        if not known or entry is None:
            return None
        _, host, port = self._discovered
        moved = known[0].moved(host, port)
        if moved != known[0] and await _proves_itself(self.hass, moved):
            self._keep(entry, moved, known[0])
        return self.async_abort(reason="already_configured")

    # ---- Known, and refused

    async def _ask_anew(self, entry_data: Mapping[str, Any]) -> ConfigFlowResult:
        """Ask for the pairing code of a host: the named one, or the first."""
        hosts = {chosen.title: chosen for chosen in chosen_hosts(self._get_reauth_entry().data)}
        if not hosts:
            return self.async_abort(reason="no_hosts")
        self._replaced = hosts.get(entry_data.get(CONF_WHICH, ""), next(iter(hosts.values())))
        self._discovered = (self._replaced.title, self._replaced.address.host, self._replaced.address.port)
        return await self.async_step_reauth_confirm()

    async_step_reauth_confirm = async_step_host_code

    # ---- Tried

    async def async_step_meet(self, _: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Connect, prove the secret, and let it speak."""
        if self._meeting is None:
            self._meeting = self.hass.async_create_task(self._meet(), "earshot meets a host", eager_start=False)
        if not self._meeting.done():
            return self.async_show_progress(step_id="meet", progress_action="meet", progress_task=self._meeting)
        if self._meeting.exception() is not None:
            return self.async_show_progress_done(next_step_id="meet_failed")
        self._found = self._meeting.result()
        return self.async_show_progress_done(next_step_id=self._found["step"])

    async def async_step_meet_failed(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Say what stood in the way, and let what was typed be put right."""
        failure = self._meeting.exception() if self._meeting is not None else None
        if user_input is not None or failure is None:
            self._meeting = None
            if self.source == SOURCE_HASSIO:
                return await self.async_step_meet()
            return self._ask_for_code() if self._discovered[1] else self._ask_for_host(typed=self._typed())
        if not isinstance(failure, EarshotError):
            raise failure
        return self.async_show_form(
            step_id="meet_failed",
            data_schema=NO_FIELDS,
            errors={"base": failure.code},
            description_placeholders={"reason": "", **self._placeholders(), **failure.placeholders},
        )

    async def async_step_confirm_elsewhere(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Show which engines answered, and what the host says of its walls."""
        if user_input is None:
            return self.async_show_form(
                step_id=self._found["step"],
                data_schema=NO_FIELDS,
                description_placeholders={**self._placeholders(), **self._found},
                last_step=True,
            )
        entry = self._earshot
        if entry is None:
            return await self._create({CONF_OWN_HOST: False, CONF_HOSTS: [self._chosen_host.to_data()]})
        self._keep(entry, self._chosen_host, self._replaced)
        await self._forget_replaced()
        return self.async_abort(reason="host_chosen")

    async_step_confirm_elsewhere_open = async_step_confirm_elsewhere
    async_step_confirm_outside = async_step_confirm_elsewhere

    # ---- Changed and removed

    async def async_step_change_host(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask which, and then for what of it is new."""
        entry = self._get_reconfigure_entry()
        if user_input is None:
            return self._ask_which("change_host", [chosen.title for chosen in chosen_hosts(entry.data)])
        self._replaced = next(one for one in chosen_hosts(entry.data) if one.title == user_input[CONF_WHICH])
        return self._ask_for_host()

    async def async_step_remove_host(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask which is to be used no longer. One must stay."""
        entry = self._get_reconfigure_entry()
        hosts = chosen_hosts(entry.data)
        if user_input is None:
            own = [OWN_HOST] if has_own_host(entry.data) else []
            return self._ask_which("remove_host", [*own, *(chosen.title for chosen in hosts)])
        which = user_input[CONF_WHICH]
        left = [chosen for chosen in hosts if chosen.title != which]
        stays = which != OWN_HOST and has_own_host(entry.data)
        if not left and not stays:
            return self.async_abort(reason="last_host")
        data = {**entry.data, CONF_HOSTS: [chosen.to_data() for chosen in left], CONF_OWN_HOST: stays}
        self.hass.config_entries.async_update_entry(entry, data=data)
        for gone in set(hosts) - set(left):
            await RemoteHost(self.hass, gone.address, gone.title).forget()
        return self.async_abort(reason="host_removed")

    # ---- What the steps have in common

    @property
    def _chosen_host(self) -> ChosenHost:
        if self._wanted is None:
            raise RuntimeError("nobody was chosen")
        return self._wanted

    @abstractmethod
    async def _create(self, data: dict[str, Any]) -> ConfigFlowResult:
        """Make the entry."""

    def _keep(self, entry: ConfigEntry, host: ChosenHost, instead_of: ChosenHost | None) -> None:
        """Put a host into the configuration, which begins anew with it."""
        others = [chosen for chosen in chosen_hosts(entry.data) if chosen != instead_of]
        titled = host.titled_apart_from(chosen.title for chosen in others)
        data = {**entry.data, CONF_HOSTS: [chosen.to_data() for chosen in (*others, titled)]}
        self.hass.config_entries.async_update_entry(entry, data=data)
        if not entry.update_listeners:
            # It is not loaded, and so nobody listens: a host that is there now may be all that it waits for.
            self.hass.config_entries.async_schedule_reload(entry.entry_id)

    async def _forget_replaced(self) -> None:
        """Forget what is remembered of one that has another code now: by that it is known."""
        gone = self._replaced
        if gone is not None and gone.address.name != self._chosen_host.address.name:
            await RemoteHost(self.hass, gone.address, gone.title).forget()

    async def _choose(self, title: str, host: str, port: int, code: str) -> ConfigFlowResult:
        try:
            self._wanted = ChosenHost(title, read_address(host, port, code))
        except HostCodeError as err:
            typed = {CONF_NAME: title, CONF_HOST: host, CONF_PORT: port}
            return self._ask_for_code(err) if self._discovered[1] else self._ask_for_host(err, typed)
        entry = self._earshot
        others = [one for one in chosen_hosts(entry.data) if one != self._replaced] if entry else []
        if any(one.address.name == self._wanted.address.name for one in others):
            return self.async_abort(reason="already_configured")
        self._meeting = None
        return await self.async_step_meet()

    def _ask_for_host(
        self, failure: EarshotError | None = None, typed: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        schema = probatio.Schema(
            {
                probatio.Optional(CONF_NAME): str,
                probatio.Required(CONF_HOST): str,
                probatio.Required(CONF_PORT, default=HOST_PORT): probatio.All(int, probatio.Range(1, 65535)),
                probatio.Required(CONF_CODE): CODE,
            }
        )
        known = self._replaced
        suggested = typed or ({CONF_NAME: known.title, **known.address.to_data()} if known else {})
        return self.async_show_form(
            step_id="host",
            data_schema=self.add_suggested_values_to_schema(schema, suggested),
            errors={"base": failure.code} if failure else {},
        )

    def _ask_for_code(self, failure: EarshotError | None = None) -> ConfigFlowResult:
        return self.async_show_form(
            step_id="reauth_confirm" if self.source == SOURCE_REAUTH else "host_code",
            data_schema=probatio.Schema({probatio.Required(CONF_CODE): CODE}),
            errors={"base": failure.code} if failure else {},
            description_placeholders=self._placeholders(),
        )

    def _ask_which(self, step: str, choice: list[str]) -> ConfigFlowResult:
        selector = SelectSelector(SelectSelectorConfig(options=choice, translation_key="host"))
        schema = probatio.Schema({probatio.Required(CONF_WHICH): selector})
        return self.async_show_form(step_id=step, data_schema=schema)

    def _typed(self) -> dict[str, Any]:
        return {CONF_NAME: self._chosen_host.title, **self._chosen_host.address.to_data()}

    def _placeholders(self) -> dict[str, str]:
        title, host, port = self._discovered
        if self._wanted is not None:
            title, host, port = self._wanted.title, self._wanted.address.host, self._wanted.address.port
        return {"name": title, "address": f"{host}, port {port}"}

    async def _meet(self) -> dict[str, str]:
        """Return the placeholders of the confirming step, and its name as `step`."""
        host = RemoteHost(self.hass, self._chosen_host.address, self._chosen_host.title)
        try:
            found = await start_and_speak(self.hass, host)
        finally:
            await host.forget()
        if host.place.leaves_house:
            step = "confirm_outside"
        else:
            step = "confirm_elsewhere" if host.report and host.report.enforced else "confirm_elsewhere_open"
        return {"step": step, **found}


async def start_and_speak(hass: HomeAssistant, host: KeptHost) -> dict[str, str]:
    """Start a host, let it speak, and stop it; returns what it is made of. Raises a HostError."""
    try:
        report = await host.start()
        speech = host.synthesize(_said(TEST_WORD), voice=None, speaker=None, language=hass.config.language)
        if not [sound async for sound in speech if sound.pcm]:
            raise HostStartError("It said nothing", reason="no sound")
    finally:
        await host.stop()
    engines = {engine.stage: f"{engine.name} {engine.version} ({engine.model})" for engine in report.engines}
    return {
        "problems": "\n".join(f"- {problem}" for problem in report.problems),
        **{stage: engines.get(stage, "-") for stage in Stage if stage is not Stage.CONVERSATION},
    }


async def _proves_itself(hass: HomeAssistant, chosen: ChosenHost) -> bool:
    host = RemoteHost(hass, chosen.address, chosen.title)
    try:
        await host.start()
    except EarshotError:
        return False
    finally:
        await host.stop()
    return True


async def _said(said: str) -> AsyncIterator[str]:
    yield said
