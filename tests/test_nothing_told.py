"""What is handed to whoever helps, fetched as a browser does, with words, people and keys planted all over the home."""

import base64
from collections.abc import Iterator
from datetime import timedelta
import json
from pathlib import Path
from typing import Any

from homeassistant.components.assist_pipeline.models import PipelineStage
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.components.diagnostics import get_diagnostics_for_config_entry
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components import earshot
from custom_components.earshot.const import CONF_DB_URL, CONF_OWN_HOST, DOMAIN, TITLE
from custom_components.earshot.models import ContentKind
from tests.gate.house import COMMAND, House, accepted, add_satellite, make_home
from tests.people.household import add_person

ENGLISH = Path(earshot.__file__).with_name("translations") / "en.json"
PLANTED = "zanzibar"
PASSWORD = "correct-horse-battery"  # noqa: S105 - that it shows nowhere is the test


async def health(hass: HomeAssistant, hass_ws_client: WebSocketGenerator) -> dict[str, Any]:
    """Fetch what the page about the system shows of Earshot."""
    assert await async_setup_component(hass, "system_health", {})
    await hass.async_block_till_done()
    client = await hass_ws_client(hass)
    await client.send_json_auto_id({"type": "system_health/info"})
    assert (await client.receive_json())["success"]
    while True:
        event = (await client.receive_json())["event"]
        if event["type"] == "initial":
            found: dict[str, Any] = event["data"][DOMAIN]["info"]
            return found


def keys(folder: Path) -> Iterator[str]:
    """Yield every key of the household in the forms in which one might be told."""
    for file in folder.rglob("*"):
        if file.is_file():
            # The last bytes: in front of a key stands what kind it is.
            key = file.read_bytes()[-32:]
            yield from (key.hex(), base64.b64encode(key).decode(), base64.urlsafe_b64encode(key).decode(), repr(key))


async def test_neither_words_nor_people_nor_keys_nor_what_was_done_are_told(
    hass: HomeAssistant, house: House, hass_client: ClientSessionGenerator, hass_ws_client: WebSocketGenerator
) -> None:
    anna = await add_person(hass, "Annabella")
    await house.runtime.settings.set_retention(None, ContentKind.SOUND, timedelta(days=1), anna.user.name or "")
    kitchen = add_satellite(hass, "Kitchen")
    await house.say(user_id=anna.user.id)
    house.host.hears = accepted(PLANTED)
    await house.say(satellite_id=kitchen)
    await house.say(end=PipelineStage.STT, user_id=anna.user.id)
    said = await house.utterances()
    answers = {
        house.runtime.vault.read(one.utterance_id, ContentKind.RESPONSE).decode()
        for one in said
        if any(content.kind is ContentKind.RESPONSE for content in one.contents)
    }
    assert answers
    words = house.runtime.vault.read(said[1].utterance_id, ContentKind.WORDS).decode()
    assert PLANTED in words
    secrets = set(await hass.async_add_executor_job(list, keys(house.runtime.paths.keys)))
    assert len(secrets) > len(answers)

    told = json.dumps(await get_diagnostics_for_config_entry(hass, hass_client, house.entry))
    page = json.dumps(await health(hass, hass_ws_client))
    for shown in (told.casefold(), page.casefold()):
        for planted in (PLANTED, COMMAND, "kitchen_light", "Annabella", anna.user.id, *answers, *secrets):
            assert planted.casefold() not in shown


async def test_what_was_done_is_counted(hass: HomeAssistant, house: House, hass_client: ClientSessionGenerator) -> None:
    await house.say()
    view = await house.utterance()
    assert view.acted is not None
    told: Any = await get_diagnostics_for_config_entry(hass, hass_client, house.entry)
    (shown,) = told["ledger"]["latest"]
    assert shown["acted"]["left_out"] == len(view.acted.deeds) + len(view.acted.changed)


async def test_a_helper_sees_what_is_needed(
    hass: HomeAssistant, house: House, hass_client: ClientSessionGenerator, hass_ws_client: WebSocketGenerator
) -> None:
    told: Any = await get_diagnostics_for_config_entry(hass, hass_client, house.entry)
    assert told["assistants"] == [
        {"wake_word": DOMAIN, "speech_to_text": DOMAIN, "conversation": DOMAIN, "text_to_speech": DOMAIN}
    ]
    assert (told["paired_satellites"], told["review_desk"], told["donation"]["on"]) == (0, False, False)
    page = await health(hass, hass_ws_client)
    assert (page["database"], page["settings_readable"], page["donation_on"]) == ("sqlite", True, False)
    words = json.loads(ENGLISH.read_text())["system_health"]["info"]
    assert page.keys() == words.keys()


async def test_the_password_of_a_database_is_told_nowhere(
    hass: HomeAssistant, hass_client: ClientSessionGenerator, hass_ws_client: WebSocketGenerator
) -> None:
    await make_home(hass)
    url = f"postgresql://earshot:{PASSWORD}@127.0.0.1:1/ledger"
    entry = MockConfigEntry(domain=DOMAIN, title=TITLE, data={CONF_OWN_HOST: False, CONF_DB_URL: url})
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    told: Any = await get_diagnostics_for_config_entry(hass, hass_client, entry)
    page = await health(hass, hass_ws_client)
    assert told["database"] == page["database"] == "postgresql"
    assert "error" in told["ledger"]
    assert PASSWORD not in json.dumps(told) + json.dumps(page)
    await hass.config_entries.async_unload(entry.entry_id)
