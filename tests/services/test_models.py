"""The actions, as an administrator and as somebody else calls them; downloads come from a server on the loopback."""

import asyncio
from collections.abc import AsyncIterator
import hashlib
import json
from pathlib import Path
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer
from homeassistant.components.persistent_notification import _async_get_or_create_notifications
from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError, Unauthorized
from homeassistant.helpers import translation
from homeassistant.util.yaml import load_yaml_dict
import pytest
from pytest_homeassistant_custom_component.common import MockUser

from custom_components.earshot.const import DOMAIN
from custom_components.earshot.host_link.models.catalogue import OWN, SHIPPED
from custom_components.earshot.ledger.record import Contacted, Record
from custom_components.earshot.models import Stage
from tests.gate.house import House

CONTENT = b"a voice" * 50_000
INTEGRATION = SHIPPED.parents[2]


class Hub:
    """A model hub on the loopback with one file."""

    def __init__(self) -> None:
        """Have the right file, and wait for nobody."""
        self.content = CONTENT
        self.status = 200
        self.asked = 0
        self.begun = asyncio.Event()
        self.goes_on = asyncio.Event()
        self.goes_on.set()

    async def file(self, request: web.Request) -> web.StreamResponse:
        """Send half of it, wait if told so, send the rest."""
        self.asked += 1
        goes_on = self.goes_on
        self.begun.set()
        if self.status != 200:
            return web.Response(status=self.status, headers={"Connection": "close"})
        response = web.StreamResponse()
        # Home Assistant's session would keep the connection, and the server would wait for it at the end.
        response.force_close()
        response.content_length = len(self.content)
        await response.prepare(request)
        await response.write(self.content[: len(self.content) // 2])
        await goes_on.wait()
        await response.write(self.content[len(self.content) // 2 :])
        return response


@pytest.fixture
async def hub(house: House, socket_enabled: None) -> AsyncIterator[Hub]:
    """Give a hub, and the person's own catalogue that points to it."""
    hub = Hub()
    app = web.Application()
    app.router.add_get("/voice.onnx", hub.file)
    server = TestServer(app)
    await server.start_server()
    entry = {
        "name": "made-voice",
        "title": "Made voice",
        "stage": "text_to_speech",
        "purpose": "For a test.",
        "languages": ["en"],
        "licence": "CC0-1.0",
        "licence_url": "https://models.example/licence",
        "files": [
            {
                "path": "voice.onnx",
                "url": str(server.make_url("/voice.onnx")),
                "size": len(CONTENT),
                "sha256": hashlib.sha256(CONTENT).hexdigest(),
            }
        ],
    }
    models = house.runtime.paths.models
    models.mkdir(parents=True, exist_ok=True)
    (models / OWN).write_text(json.dumps({"models": [entry]}))
    yield hub
    hub.goes_on.set()
    await server.close()


@pytest.fixture
def written(house: House, monkeypatch: pytest.MonkeyPatch) -> list[Record]:
    """Return the list into which everything goes that is written into the ledger, and go on writing it."""
    records: list[Record] = []
    write = house.runtime.storage.write

    async def noted(new: list[Record]) -> bool:
        was_written = await write(new)
        assert was_written
        records.extend(new)
        return was_written

    monkeypatch.setattr(house.runtime.storage, "write", noted)
    return records


async def act(hass: HomeAssistant, service: str, context: Context | None = None, **data: Any) -> Any:
    """Call an action, and return when it has answered."""
    return await hass.services.async_call(DOMAIN, service, data, blocking=True, return_response=True, context=context)


async def call(hass: HomeAssistant, service: str, context: Context | None = None, **data: Any) -> Any:
    """Call an action, and let the entry be reloaded if the action asks for it."""
    answer = await act(hass, service, context, **data)
    await hass.async_block_till_done()
    return answer


def place(house: House) -> Path:
    return house.runtime.paths.models / Stage.TEXT_TO_SPEECH / "made-voice" / "voice.onnx"


def notice(hass: HomeAssistant) -> str:
    (only,) = _async_get_or_create_notifications(hass).values()
    return only["message"]


@pytest.mark.usefixtures("hub")
async def test_a_model_is_fetched_into_the_folder_of_its_stage(hass: HomeAssistant, house: House) -> None:
    path = place(house)
    answer = await call(hass, "download_model", model="made-voice")
    assert path.read_bytes() == CONTENT
    assert answer == {"name": "made-voice", "received_bytes": len(CONTENT), "hosts": ["127.0.0.1"]}


@pytest.mark.usefixtures("hub")
async def test_the_ledger_learns_who_was_contacted(hass: HomeAssistant, written: list[Record]) -> None:
    await call(hass, "download_model", model="made-voice")
    (contact,) = [record for record in written if isinstance(record, Contacted)]
    assert contact.host == "127.0.0.1"
    assert contact.label == "Made voice"
    assert contact.received_bytes == len(CONTENT)
    assert contact.sha256 == hashlib.sha256(CONTENT).hexdigest()


@pytest.mark.usefixtures("hub")
async def test_the_host_starts_again_to_find_the_model(hass: HomeAssistant, house: House) -> None:
    before = house.runtime
    await call(hass, "download_model", model="made-voice")
    assert house.entry.state is ConfigEntryState.LOADED
    assert house.runtime is not before


async def test_the_host_starts_again_after_the_last_of_several_downloads(
    hass: HomeAssistant, house: House, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    reloads: list[str] = []
    monkeypatch.setattr(hass.config_entries, "async_schedule_reload", reloads.append)
    own = house.runtime.paths.models / OWN
    listed = json.loads(own.read_text())
    listed["models"].append(listed["models"][0] | {"name": "second-voice"})
    own.write_text(json.dumps(listed))
    at_once, held = hub.goes_on, asyncio.Event()
    hub.goes_on = held
    slow = hass.async_create_background_task(call(hass, "download_model", model="second-voice"), "slow")
    await hub.begun.wait()
    hub.goes_on = at_once
    await act(hass, "download_model", model="made-voice")
    assert reloads == []
    held.set()
    assert (await slow)["received_bytes"] == len(CONTENT)
    assert reloads == [house.entry.entry_id]


async def test_what_is_there_already_is_left_alone(hass: HomeAssistant, house: House, hub: Hub) -> None:
    place(house).parent.mkdir(parents=True)
    place(house).write_bytes(CONTENT)
    before = house.runtime
    answer = await call(hass, "download_model", model="made-voice")
    assert answer["received_bytes"] == 0
    assert hub.asked == 0
    assert house.runtime is before
    assert "already" in notice(hass)


async def test_a_person_sees_how_far_it_is_and_how_it_ended(hass: HomeAssistant, hub: Hub) -> None:
    hub.goes_on.clear()
    task = hass.async_create_task(call(hass, "download_model", model="made-voice"))
    await hub.begun.wait()
    assert "Made voice: 0 %" in notice(hass)
    hub.goes_on.set()
    await task
    assert "installed" in notice(hass)
    assert "127.0.0.1" in notice(hass)


@pytest.mark.parametrize(
    ("fault", "key"),
    [({"status": 404}, "model_unreachable"), ({"content": b"x" * len(CONTENT)}, "model_mismatch")],
    ids=["not found", "another file"],
)
async def test_a_failure_is_told_shown_and_still_a_contact(  # noqa: PLR0913, PLR0917 - what failed, and all who are told
    hass: HomeAssistant, house: House, hub: Hub, written: list[Record], fault: dict[str, Any], key: str
) -> None:
    vars(hub).update(fault)
    before = house.runtime
    with pytest.raises(HomeAssistantError) as failed:
        await call(hass, "download_model", model="made-voice")
    assert failed.value.translation_key == key
    assert "not installed" in notice(hass)
    assert len([record for record in written if isinstance(record, Contacted)]) == 1
    assert not place(house).exists()
    assert house.runtime is before


@pytest.mark.usefixtures("hub")
async def test_an_unknown_model_is_refused_with_the_names_that_there_are(hass: HomeAssistant) -> None:
    with pytest.raises(HomeAssistantError) as failed:
        await call(hass, "download_model", model="nothing")
    assert failed.value.translation_key == "model_unknown"
    assert failed.value.translation_placeholders is not None
    assert "made-voice" in failed.value.translation_placeholders["known"]


@pytest.mark.usefixtures("hub")
async def test_a_broken_list_of_one_s_own_is_told(hass: HomeAssistant, house: House) -> None:
    (house.runtime.paths.models / OWN).write_text("{")
    with pytest.raises(HomeAssistantError) as failed:
        await call(hass, "list_models")
    assert failed.value.translation_key == "model_catalogue"


async def test_a_download_ends_with_the_entry_and_the_ledger_knows(
    hass: HomeAssistant, house: House, hub: Hub, written: list[Record]
) -> None:
    hub.goes_on.clear()
    task = hass.async_create_task(call(hass, "download_model", model="made-voice"))
    await hub.begun.wait()
    assert await hass.config_entries.async_unload(house.entry.entry_id)
    with pytest.raises(HomeAssistantError) as failed:
        await task
    assert failed.value.translation_key == "model_cancelled"
    assert len([record for record in written if isinstance(record, Contacted)]) == 1


@pytest.mark.usefixtures("hub")
async def test_the_list_says_what_is_there_and_what_can_be_had(hass: HomeAssistant, house: House) -> None:
    place(house).parent.mkdir(parents=True)
    place(house).write_bytes(CONTENT)
    models = {model["name"]: model for model in (await call(hass, "list_models"))["models"]}
    assert models["made-voice"]["installed"]
    assert models["made-voice"]["size_bytes"] == len(CONTENT)
    thorsten = models["de_DE-thorsten-medium"]
    assert not thorsten["installed"]
    assert thorsten["languages"] == ["de-DE"]
    assert thorsten["licence"].startswith("CC0")
    assert thorsten["hosts"]


@pytest.mark.parametrize(("service", "data"), [("download_model", {"model": "made-voice"}), ("list_models", {})])
async def test_only_an_administrator_may(hass: HomeAssistant, hub: Hub, service: str, data: dict[str, str]) -> None:
    user = MockUser(groups=[]).add_to_hass(hass)
    with pytest.raises(Unauthorized):
        await call(hass, service, Context(user_id=user.id), **data)
    assert hub.asked == 0


async def test_without_a_loaded_entry_the_actions_say_so(hass: HomeAssistant, house: House) -> None:
    await hass.config_entries.async_unload(house.entry.entry_id)
    with pytest.raises(ServiceValidationError):
        await call(hass, "list_models")


@pytest.mark.usefixtures("house")
async def test_every_action_is_described_with_an_icon_and_in_words(hass: HomeAssistant) -> None:
    described = load_yaml_dict(str(INTEGRATION / "services.yaml"))
    icons = json.loads((INTEGRATION / "icons.json").read_text())["services"]
    sentences = await translation.async_get_translations(hass, "en", "services", [DOMAIN])
    registered = hass.services.async_services_for_domain(DOMAIN)
    assert set(registered) == set(described) == set(icons)
    for service in registered:
        assert sentences[f"component.{DOMAIN}.services.{service}.name"]
        assert sentences[f"component.{DOMAIN}.services.{service}.description"]


def test_the_form_offers_the_models_of_the_shipped_list() -> None:
    described = load_yaml_dict(str(INTEGRATION / "services.yaml"))
    offered = described["download_model"]["fields"]["model"]["selector"]["select"]["options"]
    assert offered == [model["name"] for model in json.loads(SHIPPED.read_text())["models"]]
