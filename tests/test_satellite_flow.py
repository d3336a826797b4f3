"""Pairing a satellite, as a person goes through it: it is paired when what was said is in the ledger."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
import json
from pathlib import Path
from types import MappingProxyType
from typing import Any
from unittest.mock import patch

from homeassistant.components.assist_pipeline import async_get_pipelines, async_update_pipeline
from homeassistant.components.assist_pipeline.models import PipelineStage
from homeassistant.components.wake_word import WakeWord
from homeassistant.config_entries import HANDLERS, ConfigSubentry
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.dispatcher import async_dispatcher_send
import pytest

from custom_components import earshot
from custom_components.earshot.const import SUBENTRY_ASSISTANT, SUBENTRY_SATELLITE, TITLE
from custom_components.earshot.errors import HostError, LedgerUnavailableError
from custom_components.earshot.gate.captures import Capture
from custom_components.earshot.gate.gate import SIGNAL_FINISHED
from custom_components.earshot.ledger import Ledger
from custom_components.earshot.models import ContentKind, Satellite
from custom_components.earshot.satellite_flow import NO_WORDS
from custom_components.earshot.satellites.proof import Proof, Proved, Prover
from tests.gate.house import House, refused
from tests.satellites.devices import Device, Devices, wake_words

ENGLISH = json.loads((Path(earshot.__file__).parent / "translations" / "en.json").read_text())
TEXTS = ENGLISH["config_subentries"][SUBENTRY_SATELLITE]
SHORT = 0.05
"""Seconds of patience where a test waits for it to run out."""


@pytest.fixture
def devices(hass: HomeAssistant, house: House) -> Iterator[Devices]:
    with patch.dict(HANDLERS):
        yield Devices(hass)


class Dialog:
    """What a person does in the dialog."""

    def __init__(self, hass: HomeAssistant, house: House) -> None:
        self.hass = hass
        self.house = house
        self.result: Any = None

    async def begin(self, subentry_id: str | None = None) -> Any:
        context: Any = {"source": "user"}
        if subentry_id is not None:
            context = {"source": "reconfigure", "subentry_id": subentry_id}
        handler = (self.house.entry.entry_id, SUBENTRY_SATELLITE)
        self.result = await self.hass.config_entries.subentries.async_init(handler, context=context)
        return self.result

    async def answer(self, **fields: Any) -> Any:
        flow_id = self.result["flow_id"]
        self.result = await self.hass.config_entries.subentries.async_configure(flow_id, fields)
        return self.result

    async def choose(self, step: str) -> Any:
        return await self.answer(next_step_id=step)

    async def ended(self) -> Any:
        """Wait for the end of what is in progress, and return the step after it."""
        flows = self.hass.config_entries.subentries
        while self.result["type"] in {FlowResultType.SHOW_PROGRESS, FlowResultType.SHOW_PROGRESS_DONE}:
            if (task := flows._progress[self.result["flow_id"]].async_get_progress_task()) is not None:
                await asyncio.wait({task})
                await self.hass.async_block_till_done()
            self.result = await flows.async_configure(self.result["flow_id"])
        await self.hass.async_block_till_done()
        return self.result

    async def to_proof(self, device: Device, **settings: Any) -> None:
        """Answer everything up to the step at which somebody is to speak."""
        await self.begin()
        await self.answer(satellite=device.key, assistant="one")
        await self.answer(**{"keep_sound": False, "keep_words": True, **settings})
        assert self.result["step_id"] == "prove", self.result

    @property
    def paired(self) -> list[ConfigSubentry]:
        return list(self.house.entry.get_subentries_of_type(SUBENTRY_SATELLITE))


@pytest.fixture
def dialog(hass: HomeAssistant, house: House) -> Dialog:
    return Dialog(hass, house)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "custom_components.earshot.satellites.proof.Prover.prove.__kwdefaults__", {"aloud": False, "seconds": SHORT}
    )


async def test_it_is_paired_when_what_was_said_is_in_the_ledger(
    hass: HomeAssistant, house: House, devices: Devices, dialog: Dialog
) -> None:
    device = await devices.add(Device("Kitchen"), area="Kitchen")
    first = await dialog.begin()
    assert first["step_id"] == "user"
    await dialog.answer(satellite=device.key, assistant="one")
    assert dialog.result["description_placeholders"] == {"satellite": "Kitchen"}
    await dialog.answer(keep_sound=True, keep_words=False)
    assert dialog.result["menu_options"] == ["listen", "prompt", "stop"]
    await dialog.choose("listen")
    assert (dialog.result["type"], dialog.result["progress_action"]) == (FlowResultType.SHOW_PROGRESS, "listen")
    assert not dialog.paired
    await device.speak()
    done = await dialog.ended()
    assert (done["type"], done["title"]) == (FlowResultType.CREATE_ENTRY, "Kitchen")
    await hass.async_block_till_done()
    (subentry,) = dialog.paired
    assert subentry.unique_id == device.key
    assert dict(subentry.data) == {"assistant": "one"}
    assert device.chosen(hass) == TITLE
    retention = house.runtime.settings.retention
    place = house.runtime.settings.place_of(device.entity_id)
    assert retention.keep(place, ContentKind.SOUND) == timedelta(days=7)
    assert retention.keep(place, ContentKind.WORDS) == retention.keep(place, ContentKind.RESPONSE) == timedelta(0)
    # What was said to prove it was kept as it had been set just before.
    utterance = await house.utterance()
    assert {content.kind for content in utterance.contents} == {ContentKind.SOUND}
    assert (await dialog.begin())["reason"] == "no_satellites"


async def test_a_satellite_that_streams_is_heard_by_its_wake_word(
    hass: HomeAssistant, house: House, devices: Devices, dialog: Dialog
) -> None:
    device = await devices.add(Device("Kitchen"))
    await dialog.to_proof(device)
    await dialog.choose("listen")
    await device.speak(seconds=3, start=PipelineStage.WAKE_WORD)
    assert (await dialog.ended())["type"] is FlowResultType.CREATE_ENTRY


async def test_a_capture_of_its_microphone_meanwhile_proves_nothing_and_hinders_nothing(
    hass: HomeAssistant, house: House, devices: Devices, dialog: Dialog
) -> None:
    device = await devices.add(Device("Kitchen"))
    await dialog.to_proof(device)
    await dialog.choose("listen")
    for _ in range(10):
        await asyncio.sleep(0)  # until the dialog listens
    capture = Capture("queue", "device", Satellite(label="Kitchen", entity_id=device.entity_id))
    assert await house.runtime.storage.write(capture.opened())
    async_dispatcher_send(hass, SIGNAL_FINISHED, capture.utterance_id)
    await device.speak()
    assert (await dialog.ended())["type"] is FlowResultType.CREATE_ENTRY


async def test_the_satellite_asks_for_it_aloud(
    hass: HomeAssistant, house: House, devices: Devices, dialog: Dialog
) -> None:
    device = await devices.add(Device("Kitchen"))
    await dialog.to_proof(device)
    await dialog.choose("prompt")
    await device.asked.wait()
    assert device.announced[0].message == ENGLISH["common"]["pairing_prompt"]
    await device.speak()
    assert (await dialog.ended())["type"] is FlowResultType.CREATE_ENTRY
    # What the satellite said itself is nobody's utterance.
    assert len(await house.utterances()) == 1


async def test_a_satellite_that_cannot_ask_is_told_of(devices: Devices, dialog: Dialog) -> None:
    device = await devices.add(Device("Kitchen", announce_error=ConnectionError()))
    await dialog.to_proof(device)
    await dialog.choose("prompt")
    assert (await dialog.ended())["step_id"] == "unspoken"


async def test_what_is_not_understood_was_heard_all_the_same(house: House, devices: Devices, dialog: Dialog) -> None:
    device = await devices.add(Device("Kitchen"))
    house.host.hears = refused("rejected")
    await dialog.to_proof(device)
    await dialog.choose("listen")
    await device.speak()
    assert (await dialog.ended())["type"] is FlowResultType.CREATE_ENTRY


@pytest.mark.usefixtures("impatient")
async def test_nothing_heard_leads_to_another_try_and_then_back_to_what_was(
    hass: HomeAssistant, devices: Devices, dialog: Dialog
) -> None:
    device = await devices.add(Device("Kitchen"))
    await dialog.to_proof(device)
    await dialog.choose("listen")
    assert (await dialog.ended())["step_id"] == "no_wake_word"
    await dialog.choose("listen")
    assert (await dialog.ended())["step_id"] == "no_wake_word"
    stopped = await dialog.choose("stop")
    assert (stopped["type"], stopped["reason"]) == (FlowResultType.ABORT, "stopped")
    assert device.chosen(hass) == "preferred"
    assert not dialog.paired


@pytest.mark.usefixtures("impatient")
async def test_one_that_streams_and_hears_nothing(house: House, devices: Devices, dialog: Dialog) -> None:
    device = await devices.add(Device("Kitchen"))
    house.host.wakes_after = 3600
    await dialog.to_proof(device)
    opened = asyncio.Event()
    house.runtime.gate.microphones.add_listener(opened.set)
    run = asyncio.create_task(device.speak(seconds=600, start=PipelineStage.WAKE_WORD))
    await opened.wait()
    await dialog.choose("listen")
    assert (await dialog.ended())["step_id"] == "nothing_heard"
    run.cancel()
    await asyncio.gather(run, return_exceptions=True)


@pytest.mark.usefixtures("impatient")
async def test_one_that_hears_its_wake_word_itself_is_asked_for_by_it(devices: Devices, dialog: Dialog) -> None:
    device = await devices.add(Device("Kitchen", words=wake_words("nabu", "mycroft", active=("nabu",))))
    await dialog.to_proof(device, wake_words=["mycroft"])
    assert device.words is not None
    assert device.words.active_wake_words == ["mycroft"]
    await dialog.choose("listen")
    step = await dialog.ended()
    assert step["step_id"] == "wake_on_device"
    assert step["description_placeholders"]["words"] == "Mycroft"
    await dialog.choose("stop")
    assert device.words.active_wake_words == ["nabu"]


@pytest.mark.parametrize(
    ("words", "error"), [([], "no_wake_words"), (["nabu", "mycroft", "alexa"], "too_many_wake_words")]
)
async def test_the_satellite_takes_so_many_wake_words(
    devices: Devices, dialog: Dialog, words: list[str], error: str
) -> None:
    device = await devices.add(Device("Kitchen", words=wake_words("nabu", "mycroft", "alexa", active=("nabu",))))
    await dialog.begin()
    await dialog.answer(satellite=device.key, assistant="one")
    step = await dialog.answer(wake_words=words, keep_sound=False, keep_words=True)
    assert (step["step_id"], step["errors"]) == ("settings", {"wake_words": error})


async def test_a_streaming_satellite_chooses_among_the_assistants_wake_words(
    hass: HomeAssistant, devices: Devices, dialog: Dialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def two(_: object) -> list[WakeWord]:
        return [WakeWord(id=name, name=name, phrase=name) for name in ("hey_jarvis", "alexa")]

    monkeypatch.setattr("custom_components.earshot.gate.inner.own.OwnWakeWord.wake_words", two)
    device = await devices.add(Device("Kitchen"))
    await dialog.to_proof(device, wake_word="alexa")
    pipeline = next(one for one in async_get_pipelines(hass) if one.name == TITLE)
    assert pipeline.wake_word_id == "alexa"
    await dialog.choose("stop")
    pipeline = next(one for one in async_get_pipelines(hass) if one.name == TITLE)
    assert pipeline.wake_word_id is None


@pytest.mark.usefixtures("impatient")
async def test_a_muted_one_is_told_of(hass: HomeAssistant, devices: Devices, dialog: Dialog) -> None:
    device = await devices.add(Device("Kitchen", mutes=True))
    await hass.services.async_call("switch", "turn_on", {"entity_id": "switch.kitchen_mute"}, blocking=True)
    await dialog.to_proof(device)
    await dialog.choose("listen")
    assert (await dialog.ended())["step_id"] == "muted"


async def test_one_that_goes_away_is_told_of_at_once(devices: Devices, dialog: Dialog) -> None:
    device = await devices.add(Device("Kitchen"))
    await dialog.to_proof(device)
    await dialog.choose("listen")
    await devices.turn(device, available=False)
    assert (await dialog.ended())["step_id"] == "offline"


async def test_another_satellite_that_heard_it_is_named(
    hass: HomeAssistant, house: House, devices: Devices, dialog: Dialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    kitchen, hall = await devices.add(Device("Kitchen")), await devices.add(Device("Hall"))
    await hall.choose(hass, TITLE)
    await dialog.to_proof(kitchen)
    judge = Prover._judge

    async def time_is_up_then(self: Prover, *given: Any) -> Proof | None:
        if (proof := await judge(self, *given)) is None:
            raise TimeoutError
        return proof

    monkeypatch.setattr(Prover, "_judge", time_is_up_then)
    await dialog.choose("listen")
    await hall.speak()
    step = await dialog.ended()
    assert step["step_id"] == "other_satellite"
    assert step["description_placeholders"]["other"] == "Hall"


async def test_a_second_wake_word_that_leads_to_another_assistant_is_told_of(
    hass: HomeAssistant, house: House, devices: Devices, dialog: Dialog
) -> None:
    device = await devices.add(Device("Kitchen"))
    await dialog.to_proof(device)
    pipeline = next(one for one in async_get_pipelines(hass) if one.name == "Home Assistant")
    await async_update_pipeline(
        hass,
        pipeline,
        stt_engine="stt.earshot_speech_to_text",
        stt_language="en",
        tts_engine="tts.earshot_voice",
        tts_language="en",
    )
    await dialog.choose("listen")
    await device.choose(hass, "Home Assistant")
    await device.speak()
    step = await dialog.ended()
    assert step["step_id"] == "wrong_assistant"
    assert step["description_placeholders"]["other"] == "Home Assistant"


async def test_a_wake_up_without_speech_is_told_of(house: House, devices: Devices, dialog: Dialog) -> None:
    device = await devices.add(Device("Kitchen"))
    house.host.hears = refused("silence")
    await dialog.to_proof(device)
    await dialog.choose("listen")
    await device.speak(seconds=3, start=PipelineStage.WAKE_WORD)
    assert (await dialog.ended())["step_id"] == "no_speech"


async def test_an_engine_that_fails_is_told_of(house: House, devices: Devices, dialog: Dialog) -> None:
    device = await devices.add(Device("Kitchen"))
    house.host.hears = HostError()
    await dialog.to_proof(device)
    await dialog.choose("listen")
    await device.speak()
    assert (await dialog.ended())["step_id"] == "engine_failed"


async def test_without_an_entry_it_is_not_proved(
    house: House, devices: Devices, dialog: Dialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise LedgerUnavailableError

    device = await devices.add(Device("Kitchen"))
    await dialog.to_proof(device)
    monkeypatch.setattr(Ledger, "utterance", refuse)
    await dialog.choose("listen")
    await device.speak()
    assert (await dialog.ended())["step_id"] == "not_written"


async def test_closing_the_dialog_puts_everything_back(
    hass: HomeAssistant, house: House, devices: Devices, dialog: Dialog
) -> None:
    device = await devices.add(Device("Kitchen"))
    await dialog.to_proof(device, keep_sound=True)
    assert device.chosen(hass) == TITLE
    await dialog.choose("listen")
    hass.config_entries.subentries.async_abort(dialog.result["flow_id"])
    await hass.async_block_till_done()
    assert device.chosen(hass) == "preferred"
    assert dict(house.runtime.settings.retention.satellites) == {}
    assert not dialog.paired


async def test_a_reload_meanwhile_ends_nothing(
    hass: HomeAssistant, house: House, devices: Devices, dialog: Dialog
) -> None:
    device = await devices.add(Device("Kitchen"))
    await dialog.to_proof(device)
    await hass.config_entries.async_reload(house.entry.entry_id)
    await hass.async_block_till_done()
    assert device.chosen(hass) == TITLE
    await dialog.choose("listen")
    await device.speak()
    assert (await dialog.ended())["type"] is FlowResultType.CREATE_ENTRY
    await hass.async_block_till_done()
    assert device.chosen(hass) == TITLE


async def test_unloading_while_it_waits_leads_to_an_end(
    hass: HomeAssistant, house: House, devices: Devices, dialog: Dialog
) -> None:
    device = await devices.add(Device("Kitchen"))
    await dialog.to_proof(device)
    await dialog.choose("listen")
    await hass.config_entries.async_unload(house.entry.entry_id)
    await devices.turn(device, available=False)
    ended = await dialog.ended()
    assert (ended["type"], ended["reason"]) == (FlowResultType.ABORT, "satellite_gone")


async def test_when_earshot_is_unloaded_meanwhile_it_puts_back_at_its_next_start(
    hass: HomeAssistant, house: House, devices: Devices, dialog: Dialog
) -> None:
    device = await devices.add(Device("Kitchen"))
    await dialog.to_proof(device)
    await hass.config_entries.async_unload(house.entry.entry_id)
    await dialog.choose("stop")
    await hass.config_entries.async_setup(house.entry.entry_id)
    await hass.async_block_till_done()
    assert device.chosen(hass) == "preferred"


async def test_one_that_is_away_is_refused_with_a_sentence(devices: Devices, dialog: Dialog) -> None:
    device = await devices.add(Device("Kitchen"))
    await dialog.begin()
    await dialog.answer(satellite=device.key, assistant="one")
    await devices.turn(device, available=False)
    step = await dialog.answer(keep_sound=False, keep_words=True)
    assert (step["step_id"], step["errors"]) == ("settings", {"base": "satellite_offline"})
    await devices.turn(device, available=True)
    assert (await dialog.answer(keep_sound=False, keep_words=True))["step_id"] == "prove"


async def test_without_satellites_assistants_or_earshot_there_is_nothing_to_pair(
    hass: HomeAssistant, house: House, devices: Devices, dialog: Dialog
) -> None:
    assert (await dialog.begin())["reason"] == "no_satellites"
    await devices.add(Device("Kitchen"))
    hass.config_entries.async_remove_subentry(house.entry, "one")
    await hass.async_block_till_done()
    assert (await dialog.begin())["reason"] == "no_assistants"
    await hass.config_entries.async_unload(house.entry.entry_id)
    assert (await dialog.begin())["reason"] == "not_loaded"


async def pair(dialog: Dialog, device: Device) -> ConfigSubentry:
    await dialog.to_proof(device)
    await dialog.choose("listen")
    await device.speak()
    await dialog.ended()
    await dialog.hass.async_block_till_done()
    return dialog.paired[-1]


async def test_a_pairing_is_changed_when_the_new_assistant_was_heard(
    hass: HomeAssistant, house: House, devices: Devices, dialog: Dialog
) -> None:
    device = await devices.add(Device("Kitchen"))
    subentry = await pair(dialog, device)
    second = ConfigSubentry(data=MappingProxyType({}), subentry_type=SUBENTRY_ASSISTANT, title="Second", unique_id=None)
    hass.config_entries.async_add_subentry(house.entry, second)
    await hass.async_block_till_done()
    await dialog.begin(subentry.subentry_id)
    await dialog.answer(assistant=second.subentry_id)
    await dialog.answer(keep_sound=False, keep_words=True)
    assert device.chosen(hass) == "Second"
    await dialog.choose("stop")
    await hass.async_block_till_done()
    # Given up: back to the assistant that it is paired with, and not to what it had before that.
    assert device.chosen(hass) == TITLE
    await dialog.begin(subentry.subentry_id)
    await dialog.answer(assistant=second.subentry_id)
    await dialog.answer(keep_sound=False, keep_words=True)
    await dialog.choose("listen")
    await device.speak()
    assert (await dialog.ended())["reason"] == "reconfigure_successful"
    await hass.async_block_till_done()
    assert dict(dialog.paired[0].data) == {"assistant": second.subentry_id}
    assert device.chosen(hass) == "Second"
    hass.config_entries.async_remove_subentry(house.entry, subentry.subentry_id)
    await hass.async_block_till_done()
    assert device.chosen(hass) == "preferred"


async def test_a_pairing_of_a_satellite_that_is_gone_cannot_be_changed(
    hass: HomeAssistant, devices: Devices, dialog: Dialog
) -> None:
    device = await devices.add(Device("Kitchen"))
    subentry = await pair(dialog, device)
    await hass.config_entries.async_remove(device.entry.entry_id)
    await hass.async_block_till_done()
    assert (await dialog.begin(subentry.subentry_id))["reason"] == "satellite_gone"


@pytest.mark.parametrize("outcome", [one for one in Proved if one is not Proved.HEARD])
def test_each_bad_outcome_has_a_sentence_that_says_what_to_do(outcome: Proved) -> None:
    step = TEXTS["step"][outcome.value]
    assert step["title"]
    assert len(step["description"]) > 80
    assert set(step["menu_options"]) == {"listen", "prompt", "stop"}


async def test_what_cannot_be_changed_now_is_said(
    hass: HomeAssistant, house: House, devices: Devices, dialog: Dialog
) -> None:
    device = await devices.add(Device("Kitchen"))
    subentry = await pair(dialog, device)
    hass.config_entries.async_remove_subentry(house.entry, "one")
    await hass.async_block_till_done()
    assert (await dialog.begin(subentry.subentry_id))["reason"] == "no_assistants"
    await hass.config_entries.async_unload(house.entry.entry_id)
    assert (await dialog.begin(subentry.subentry_id))["reason"] == "not_loaded"
    await hass.config_entries.async_setup(house.entry.entry_id)
    er.async_get(hass).async_remove(device.entity_id)
    await hass.async_block_till_done()
    assert (await dialog.begin(subentry.subentry_id))["reason"] == "satellite_gone"


@pytest.mark.parametrize("reason", ["not_loaded", "satellite_gone"])
async def test_what_goes_away_before_the_room_is_set_ends_the_dialog(
    hass: HomeAssistant, house: House, devices: Devices, dialog: Dialog, reason: str
) -> None:
    device = await devices.add(Device("Kitchen"))
    await dialog.begin()
    await dialog.answer(satellite=device.key, assistant="one")
    if reason == "not_loaded":
        await hass.config_entries.async_unload(house.entry.entry_id)
    else:
        er.async_get(hass).async_remove(device.entity_id)
        await hass.async_block_till_done()
    ended = await dialog.answer(keep_sound=False, keep_words=True)
    assert (ended["type"], ended["reason"]) == (FlowResultType.ABORT, reason)


async def test_a_satellite_that_is_removed_before_it_is_heard_ends_the_dialog(
    hass: HomeAssistant, devices: Devices, dialog: Dialog
) -> None:
    device = await devices.add(Device("Kitchen"))
    await dialog.to_proof(device)
    er.async_get(hass).async_remove(device.entity_id)
    await hass.async_block_till_done()
    ended = await dialog.choose("listen")
    assert (ended["type"], ended["reason"]) == (FlowResultType.ABORT, "satellite_gone")


async def test_one_that_is_removed_after_it_was_heard_is_not_paired(
    hass: HomeAssistant, house: House, devices: Devices, dialog: Dialog
) -> None:
    device = await devices.add(Device("Kitchen"))
    await dialog.to_proof(device)
    flow: Any = next(iter(hass.config_entries.subentries._progress.values()))
    er.async_get(hass).async_remove(device.entity_id)
    await hass.async_block_till_done()
    # The step that makes the pairing, as if the satellite had gone between what was heard and this.
    ended: Any = await flow.async_step_heard()
    assert ended["reason"] == "satellite_gone"
    assert not dialog.paired


async def test_a_satellite_without_an_entity_is_not_set(house: House, devices: Devices, dialog: Dialog) -> None:
    device = await devices.add(Device("Kitchen"))
    await dialog.begin()
    await dialog.answer(satellite=device.key, assistant="one")
    there = house.runtime.satellites.survey.all()
    nowhere = [replace(one, satellite=replace(one.satellite, entity_id=None)) for one in there]
    with patch.object(type(house.runtime.satellites.survey), "all", return_value=nowhere):
        step = await dialog.answer(keep_sound=False, keep_words=True)
    assert (step["step_id"], step["errors"]) == ("settings", {"base": "satellite_gone"})


async def test_a_telephone_has_no_wake_word_that_anybody_could_say(devices: Devices, dialog: Dialog) -> None:
    device = await devices.add(Device("Hall", integration="voip"))
    await dialog.to_proof(device)
    assert dialog.result["description_placeholders"]["words"] == NO_WORDS
