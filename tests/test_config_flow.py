"""Every way through the setup: with the real voice host, and with each thing that can stand in the way."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from unittest.mock import patch

from homeassistant.config_entries import SOURCE_RECONFIGURE, SOURCE_USER, ConfigFlowContext, ConfigFlowResult, FlowType
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.earshot import config_flow
from custom_components.earshot.const import CONF_HOSTS, CONF_OWN_HOST, DOMAIN, SUBENTRY_DESK
from custom_components.earshot.errors import HostInstallError, HostInstallNetworkError
from custom_components.earshot.host.voice_host.contract import HostReport
from custom_components.earshot.host_link.chosen import ChosenHost
from custom_components.earshot.host_link.environment import STAMP, HostEnvironment, Progress
from custom_components.earshot.host_link.host import VoiceHost
from custom_components.earshot.host_link.process import HostProcess
from custom_components.earshot.host_link.ways import HostAddress
from tests.host_link.facts import left_in
from voice_host.pairing import make_secret


@pytest.fixture(autouse=True)
async def only_the_flow(hass: HomeAssistant, sockets: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """Leave the entry that the flow makes alone; its setup has tests of its own. See that no host is left running."""
    assert await async_setup_component(hass, "homeassistant", {})

    async def set_up(*_: object) -> bool:
        return True

    monkeypatch.setattr("custom_components.earshot.async_setup_entry", set_up)
    monkeypatch.setattr("custom_components.earshot.async_unload_entry", set_up)
    yield
    assert not left_in(sockets)


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch, fake_host_root: Path, hass: HomeAssistant) -> Path:
    """Let the flow start the stand-in for the voice host; returns the folder of models that it gets."""
    monkeypatch.setattr(config_flow, "VoiceHost", partial(VoiceHost, root=fake_host_root))
    models = Path(hass.config.path(DOMAIN, "models"))
    models.mkdir(parents=True)
    return models


async def choose(hass: HomeAssistant, what: str) -> ConfigFlowResult:
    result = await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_USER})
    assert (result["type"], result["step_id"]) == (FlowResultType.MENU, "user")
    assert what in result["menu_options"]
    return await hass.config_entries.flow.async_configure(result["flow_id"], {"next_step_id": what})


async def begin(hass: HomeAssistant) -> ConfigFlowResult:
    result = await choose(hass, "home")
    assert result["type"] is FlowResultType.FORM
    assert result["step_id"] == "home"
    return await hass.config_entries.flow.async_configure(result["flow_id"], {})


async def after_progress(hass: HomeAssistant, result: ConfigFlowResult) -> ConfigFlowResult:
    """Wait for what is going on, and return what a person sees then."""
    assert result["type"] is FlowResultType.SHOW_PROGRESS
    while result["type"] is FlowResultType.SHOW_PROGRESS:
        await hass.async_block_till_done()
        # As the frontend does: it asks for the step again, which must not begin anything anew.
        result = await hass.config_entries.flow.async_configure(result["flow_id"])
    return result


async def submit(hass: HomeAssistant, result: ConfigFlowResult) -> ConfigFlowResult:
    return await hass.config_entries.flow.async_configure(result["flow_id"], {})


@pytest.mark.usefixtures("prepared_environment")
async def test_the_real_host_is_started_speaks_is_stopped_and_an_entry_with_an_assistant_is_made(
    hass: HomeAssistant,
) -> None:
    result = await begin(hass)
    assert result["progress_action"] == "check"
    result = await after_progress(hass, result)
    assert result["step_id"] == "confirm"
    shown = result["description_placeholders"] or {}
    assert "openwakeword" in shown["wake_word"]
    assert "pocketsphinx" in shown["speech_to_text"]
    assert "espeak" in shown["text_to_speech"]
    result = await submit(hass, result)
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert result["title"] == "Earshot"
    assert [(subentry["subentry_type"], subentry["title"]) for subentry in result["subentries"]] == [
        ("assistant", "Earshot")
    ]


@pytest.mark.usefixtures("prepared_environment")
async def test_a_host_that_is_not_walled_in_is_confirmed_in_other_words(hass: HomeAssistant, stand_in: Path) -> None:
    (stand_in / "mode").write_text("open")
    result = await after_progress(hass, await begin(hass))
    assert result["step_id"] == "confirm_open"
    assert (await submit(hass, result))["type"] is FlowResultType.CREATE_ENTRY


@pytest.mark.usefixtures("prepared_environment")
async def test_a_host_that_does_not_start_is_shown_with_its_reason_and_tried_again(
    hass: HomeAssistant, stand_in: Path
) -> None:
    (stand_in / "mode").write_text("exit")
    result = await after_progress(hass, await begin(hass))
    assert result["step_id"] == "check_failed"
    assert result["errors"] == {"base": "host_start_failed"}
    assert (result["description_placeholders"] or {})["reason"] == "ModuleNotFoundError: a library is missing"
    (stand_in / "mode").write_text("")
    result = await after_progress(hass, await submit(hass, result))
    assert result["step_id"] == "confirm"


@pytest.mark.usefixtures("prepared_environment")
async def test_a_mistake_of_ours_is_not_shown_as_a_hosts(hass: HomeAssistant, stand_in: Path) -> None:
    with (
        patch("custom_components.earshot.config_flow.start_and_speak", side_effect=ZeroDivisionError),
        pytest.raises(ZeroDivisionError),
    ):
        await after_progress(hass, await begin(hass))


@pytest.mark.usefixtures("prepared_environment")
async def test_a_host_that_says_nothing_is_no_host(hass: HomeAssistant, stand_in: Path) -> None:
    (stand_in / "mode").write_text("mute")
    result = await after_progress(hass, await begin(hass))
    assert result["step_id"] == "check_failed"
    assert result["errors"] == {"base": "host_start_failed"}


@pytest.mark.parametrize(
    ("what", "value", "reason"),
    [
        ("sysconfig.get_config_var", lambda _: "cpython-314-x86_64-linux-musl", "unsupported_musl"),
        ("platform.machine", lambda: "riscv64", "unsupported_architecture"),
        ("sys.maxsize", 2**31 - 1, "unsupported_architecture"),
        ("sys.platform", "darwin", "unsupported_system"),
        ("sys.version_info", (3, 15, 0), "unsupported_python"),
    ],
)
async def test_a_system_without_wheels_is_told_so_and_led_to_a_host_elsewhere(
    hass: HomeAssistant, what: str, value: object, reason: str
) -> None:
    with patch(f"custom_components.earshot.host_link.environment.{what}", value):
        result = await choose(hass, "home")
    assert result["type"] is FlowResultType.MENU
    assert (result["step_id"], result["menu_options"]) == (reason, ["host"])
    assert not HostEnvironment.of(hass).find()
    result = await hass.config_entries.flow.async_configure(result["flow_id"], {"next_step_id": "host"})
    assert (result["type"], result["step_id"]) == (FlowResultType.FORM, "host")


@pytest.mark.usefixtures("stand_in")
async def test_missing_packages_are_installed_with_progress_and_a_failure_can_be_tried_again(
    hass: HomeAssistant, prepared_environment: HostEnvironment, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = prepared_environment.python.parent.parent
    stamp = (folder / STAMP).read_text()
    (folder / STAMP).unlink()
    failures: list[HostInstallError] = [HostInstallNetworkError("no network")]

    async def install(_: HostEnvironment, __: HomeAssistant, progress: Progress) -> None:
        progress(0.5)
        if failures:
            raise failures.pop()
        (folder / STAMP).write_text(stamp)

    monkeypatch.setattr(HostEnvironment, "install", install)
    told: list[float] = []
    hass.bus.async_listen("data_entry_flow_progress_update", lambda event: told.append(event.data["progress"]))
    result = await begin(hass)
    assert result["progress_action"] == "install"
    result = await after_progress(hass, result)
    assert result["step_id"] == "install_failed"
    assert result["errors"] == {"base": "host_install_network"}
    assert told == [0.5]
    result = await after_progress(hass, await submit(hass, result))
    assert result["step_id"] == "confirm"


@pytest.mark.usefixtures("prepared_environment")
async def test_a_flow_that_is_closed_while_the_host_starts_ends_it(
    hass: HomeAssistant, stand_in: Path, sockets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (stand_in / "mode").write_text("silent")
    spawned = asyncio.Event()
    began = HostProcess._first_report

    async def first_report(process: HostProcess) -> HostReport:
        spawned.set()
        return await began(process)

    monkeypatch.setattr(HostProcess, "_first_report", first_report)
    result = await begin(hass)
    await spawned.wait()
    assert left_in(sockets)
    trying = {task for task in asyncio.all_tasks() if task.get_name() == "earshot tries the engines"}
    hass.config_entries.flow.async_abort(result["flow_id"])
    await asyncio.wait(trying)
    assert not left_in(sockets)


async def test_there_is_one_earshot(hass: HomeAssistant) -> None:
    MockConfigEntry(domain=DOMAIN).add_to_hass(hass)
    result = await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_USER})
    assert result["type"] is FlowResultType.ABORT
    assert result["reason"] == "single_instance_allowed"


@pytest.mark.usefixtures("prepared_environment", "stand_in")
async def test_a_home_whose_host_is_elsewhere_can_have_its_own_too(hass: HomeAssistant) -> None:
    host = ChosenHost("attic", HostAddress("192.168.1.77", 10700, make_secret()))
    entry = MockConfigEntry(domain=DOMAIN, data={CONF_OWN_HOST: False, CONF_HOSTS: [host.to_data()]})
    entry.add_to_hass(hass)
    context = ConfigFlowContext(source=SOURCE_RECONFIGURE, entry_id=entry.entry_id)
    result = await hass.config_entries.flow.async_init(DOMAIN, context=context)
    result = await hass.config_entries.flow.async_configure(result["flow_id"], {"next_step_id": "own_host"})
    result = await after_progress(hass, result)
    assert result["step_id"] == "confirm"
    result = await submit(hass, result)
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "host_chosen")
    assert entry.data == {CONF_OWN_HOST: True, CONF_HOSTS: [host.to_data()]}


async def test_a_home_assistant_that_is_only_a_desk_needs_no_engines_and_is_asked_about_its_desk(
    hass: HomeAssistant,
) -> None:
    with patch("custom_components.earshot.host_link.environment.sys.platform", "darwin"):
        result = await choose(hass, "only_desk")
        assert (result["type"], result["step_id"]) == (FlowResultType.FORM, "only_desk")
        result = await submit(hass, result)
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert (result["data"], result["subentries"]) == ({CONF_OWN_HOST: False}, ())
    kind, flow_id = result["next_flow"]
    assert kind is FlowType.CONFIG_SUBENTRIES_FLOW
    (about,) = hass.config_entries.subentries.async_progress()
    assert (about["flow_id"], about["step_id"], about["handler"][1]) == (flow_id, "user", SUBENTRY_DESK)
