"""Forgetting, through the whole of it: Home Assistant's traces, the vault, the ledger and its files."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from homeassistant.components.assist_pipeline.runtime import KEY_ASSIST_PIPELINE
from homeassistant.components.conversation.chat_log import DATA_CHAT_LOGS
from homeassistant.components.conversation.trace import async_clear_traces
from homeassistant.components.tts.const import DATA_TTS_MANAGER
from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.errors import (
    ContentGoneError,
    LedgerUnavailableError,
    NothingSaidError,
    StillSpeakingError,
    VaultError,
)
from custom_components.earshot.gate.forgetting import Forgotten
from custom_components.earshot.ledger import Erased, Selection, UtteranceView
from custom_components.earshot.models import ContentKind
from custom_components.earshot.traces.place import AFTER, Found, Purged, Said
from tests.gate.house import House, accepted, add_satellite, refused
from tests.traces.parrot import QUESTION, files_with_it

EVERYTHING = Selection(everything=True)


def of(*views: UtteranceView) -> Selection:
    return Selection(utterance_ids=tuple(view.utterance_id for view in views))


def readable(house: House, view: UtteranceView) -> bool:
    try:
        house.runtime.vault.read(view.utterance_id, ContentKind.WORDS)
    except ContentGoneError:
        return False
    return True


def erased_by(house: House, view: UtteranceView) -> list[str]:
    entries = house.runtime.ledger.entries(view.utterance_id)
    return [entry.record.by for entry in entries if isinstance(entry.record, Erased)]


def left_in_home_assistant(hass: HomeAssistant) -> list[int]:
    manager = hass.data[DATA_TTS_MANAGER]
    runs = sum(len(runs) for runs in hass.data[KEY_ASSIST_PIPELINE].pipeline_debug.values())
    return [runs, len(hass.data[DATA_CHAT_LOGS]), len(manager.file_cache), len(manager.mem_cache)]


@pytest.fixture(autouse=True)
def no_earlier_traces() -> None:
    """Home Assistant keeps its last conversation traces for the whole process, those of other tests too."""
    async_clear_traces()


@pytest.mark.promise(5)
async def test_what_is_erased_is_unreadable_its_traces_are_gone_and_the_facts_stay(
    hass: HomeAssistant, house: House
) -> None:
    await house.say()
    view = await house.utterance()
    assert readable(house, view)
    assert left_in_home_assistant(hass) == [1, 1, 1, 1]
    done = await house.runtime.forgetting.erase(of(view), by="Alice")
    assert (done.utterances, done.contents, done.entries, done.in_flight) == (1, 2, 0, 0)
    assert {purged.place: purged.count for purged in done.traces if purged.count} == {
        "chat_sessions": 1,
        "conversation_traces": 2,
        "intent_cache": 1,
        "pipeline_debug": 1,
        "speech_files": 1,
        "speech_memory": 1,
    }
    assert not readable(house, view)
    assert left_in_home_assistant(hass) == [0, 0, 0, 0]
    assert erased_by(house, view) == ["Alice"]
    assert not house.runtime.gate.remembered.get(view).exact
    after = await house.utterance()
    assert all(content.erased_at is not None for content in after.contents)
    assert (after.outcome, after.ears) == (view.outcome, view.ears)
    assert house.runtime.ledger.verify().ok


@pytest.mark.promise(5)
async def test_what_is_redacted_is_in_no_file_of_earshots_and_old_proofs_still_hold(
    hass: HomeAssistant, house: House
) -> None:
    house.host.hears = accepted(QUESTION)
    await house.say()
    view = await house.utterance()
    ledger, folder = house.runtime.ledger, house.runtime.paths.folder
    before, proof = ledger.size(), ledger.prove(0)
    ciphertexts = {path.name: path.read_bytes()[-32:] for path in contents(house)}
    assert ciphertexts
    assert holding(folder, view.utterance_id.encode())
    done = await house.runtime.forgetting.redact(of(view), by="Alice")
    assert (done.utterances, done.contents, done.entries) == (1, 2, before + 1)
    assert ledger.utterance(view.utterance_id) is None
    assert not await house.utterances()
    assert ledger.scrubbed
    assert holding(folder, view.utterance_id.encode()) == []
    assert named_after(folder, view.utterance_id) == named_after(house.runtime.paths.keys, view.utterance_id) == []
    assert contents(house) == []
    assert all(holding(folder, ciphertext) == [] for ciphertext in ciphertexts.values())
    assert await files_with_it(hass, Path(hass.config.config_dir)) == []
    assert ledger.verify().ok
    assert ledger.prove(0).index == proof.index
    assert ledger.entries(view.utterance_id) == ()


def contents(house: House) -> list[Path]:
    return [path for path in house.runtime.paths.contents.rglob("*") if path.is_file() and path.suffix != ".json"]


def holding(folder: Path, needle: bytes) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and needle in path.read_bytes()]


def named_after(folder: Path, utterance_id: str) -> list[Path]:
    return list(folder.rglob(f"*{utterance_id}*"))


async def test_to_do_it_again_finds_nothing_to_do_and_enters_nothing(house: House) -> None:
    await house.say()
    view = await house.utterance()
    await house.runtime.forgetting.erase(of(view), by="Alice")
    size = house.runtime.ledger.size()
    assert (await house.runtime.forgetting.erase(of(view), by="Bob")).contents == 0
    assert house.runtime.ledger.size() == size
    await house.runtime.forgetting.redact(of(view), by="Bob")
    size = house.runtime.ledger.size()
    assert (await house.runtime.forgetting.redact(of(view), by="Bob")).entries == 0
    assert house.runtime.ledger.size() == size


async def test_a_satellite_a_time_and_everything_mean_what_they_say(hass: HomeAssistant, house: House) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    for satellite in (kitchen, hall, None):
        await house.say(satellite_id=satellite)
    browser, in_hall, in_kitchen = await house.utterances()
    erase = house.runtime.forgetting.erase
    assert (await erase(Selection(satellite=kitchen), by="Alice")).contents == 2
    assert [readable(house, view) for view in (in_kitchen, in_hall, browser)] == [False, True, True]
    until = in_hall.at + timedelta(milliseconds=1)
    assert (await erase(Selection(until=until), by="Alice")).contents == 2
    assert [readable(house, view) for view in (in_kitchen, in_hall, browser)] == [False, False, True]
    told: list[int] = []
    done = await erase(EVERYTHING, by="Alice", progress=told.append)
    assert (done.utterances, done.contents, told) == (3, 2, [3])
    assert not readable(house, browser)
    assert (await house.runtime.forgetting.redact(EVERYTHING, by="Alice")).utterances == 3
    assert not await house.utterances()
    assert house.runtime.ledger.verify().ok


async def test_work_of_many_pages_goes_on_page_by_page_and_voice_goes_on_meanwhile(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.earshot.ledger.erasure.PAGE", 2)
    for _ in range(3):
        await house.say()
    views = await house.utterances()
    said_meanwhile: list[asyncio.Task[None]] = []
    told: list[int] = []

    def progress(done: int) -> None:
        told.append(done)
        if not said_meanwhile:
            said_meanwhile.append(house.speak_to())

    done = await house.runtime.forgetting.erase(EVERYTHING, by="Alice", progress=progress)
    await said_meanwhile[0]
    assert (done.utterances, told) == (3, [2, 3])
    newest, *others = await house.utterances()
    assert readable(house, newest)
    assert [readable(house, view) for view in others] == [False] * len(views)


async def test_what_is_older_than_all_that_home_assistant_keeps_is_not_looked_for_page_by_page(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.earshot.ledger.erasure.PAGE", 1)
    for _ in range(3):
        await house.say()
        await house.over()
    newest, middle, oldest = await house.utterances()
    # After a restart; of the oldest, nothing is left.
    house.runtime.gate.remembered.drop([view.utterance_id for view in (newest, middle, oldest)])
    log = Found(place="log_files", count=1, since=house.runtime.gate.remembered.get(middle).until + AFTER)
    backup = Found(place="backups", count=1, since=oldest.at, purgeable=False)
    asked: list[list[str]] = []

    async def survey() -> list[Found]:
        return [log, backup]

    async def forget(said: Sequence[Said]) -> tuple[Purged, ...]:
        asked.append([one.utterance_id for one in said])
        return ()

    monkeypatch.setattr(house.runtime.traces, "survey", survey)
    monkeypatch.setattr(house.runtime.traces, "forget", forget)
    assert (await house.runtime.forgetting.erase(EVERYTHING, by="Alice")).contents == 6
    assert asked == [[newest.utterance_id], [middle.utterance_id], []]


async def test_what_is_still_being_said_is_refused_by_name_and_left_out_otherwise(house: House) -> None:
    await house.say()
    await house.over()
    house.host.gets_stuck = True
    run = house.speak_to()
    await house.host.stuck.wait()
    (now,) = house.runtime.gate.in_flight
    with pytest.raises(StillSpeakingError):
        await house.runtime.forgetting.erase(Selection(utterance_ids=(now,)), by="Alice")
    done = await house.runtime.forgetting.redact(EVERYTHING, by="Alice")
    assert done.utterances == 1
    house.host.stopped.set()
    await run
    (view,) = await house.utterances()
    assert view.utterance_id == now


async def test_what_is_not_over_is_left_out_of_a_range_and_counted(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.say()
    view = await house.utterance()
    with monkeypatch.context() as patch:
        patch.setattr(type(house.runtime.gate), "in_flight", frozenset({view.utterance_id}))
        done = await house.runtime.forgetting.redact(EVERYTHING, by="Alice")
    assert (done.utterances, done.contents, done.in_flight) == (0, 0, 1)
    assert readable(house, view)


async def test_after_a_reload_the_traces_of_its_time_are_cleared(hass: HomeAssistant, house: House) -> None:
    await house.say()
    view = await house.utterance()
    await hass.config_entries.async_reload(house.entry.entry_id)
    assert left_in_home_assistant(hass) == [1, 1, 1, 1]
    await house.runtime.forgetting.erase(of(view), by="Alice")
    assert left_in_home_assistant(hass) == [0, 0, 0, 0]


async def test_traces_alone_can_be_forgotten_for_those_whose_time_is_over(hass: HomeAssistant, house: House) -> None:
    await house.say()
    view = await house.utterance()
    done = await house.runtime.forgetting.forget_traces([view.utterance_id, "never said"])
    assert {purged.place for purged in done} >= {"pipeline_debug", "speech_files"}
    assert left_in_home_assistant(hass) == [0, 0, 0, 0]
    assert readable(house, view)


async def test_what_was_just_said_takes_the_false_wakes_since_with_it(hass: HomeAssistant, house: House) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    await house.say(satellite_id=kitchen)
    await house.say(satellite_id=kitchen)
    house.host.hears = refused("silence")
    await house.say(satellite_id=kitchen)
    false_wake, newest, older = await house.utterances()
    done = await house.runtime.forgetting.forget_last(by="Alice", satellite=kitchen)
    assert (done.utterances, done.contents) == (2, 2)
    assert [readable(house, view) for view in (false_wake, newest, older)] == [False, False, True]
    with pytest.raises(NothingSaidError):
        await house.runtime.forgetting.forget_last(by="Alice", satellite=hall)
    with pytest.raises(NothingSaidError):
        await house.runtime.forgetting.forget_last(by="Alice", user_id="nobody")
    with pytest.raises(NothingSaidError):
        await house.runtime.forgetting.forget_last(by="Alice")


async def test_a_person_forgets_their_own_newest_and_nobody_elses(hass: HomeAssistant, house: House) -> None:
    await house.say(user_id="alice")
    await house.say(user_id="bob")
    of_bob, of_alice = await house.utterances()
    assert (await house.runtime.forgetting.forget_last(by="Alice", user_id="alice")).contents == 2
    assert [readable(house, view) for view in (of_alice, of_bob)] == [False, True]
    assert hass.is_running


async def test_an_ill_ledger_stops_it_and_nothing_that_was_erased_goes_untold(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.earshot.gate.forgetting.TOGETHER", 1)
    for _ in range(3):
        await house.say()
    views = await house.utterances()
    with monkeypatch.context() as patch:
        patch.setattr(house.runtime.ledger, "append", refuse)
        with pytest.raises(LedgerUnavailableError):
            await house.runtime.forgetting.erase(EVERYTHING, by="Alice")
    assert [readable(house, view) for view in views] == [False, True, True]
    await house.runtime.storage.recover()
    await house.runtime.storage.tell_erasures()
    assert erased_by(house, views[0]) == ["Alice"]
    assert (await house.runtime.forgetting.erase(EVERYTHING, by="Alice")).contents == 4


def refuse(_records: object) -> None:
    raise LedgerUnavailableError


async def test_an_ill_vault_stops_it_before_any_fact_is_taken_away(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.say()
    view = await house.utterance()

    def broken(_utterance_id: str, _kinds: object, *, by: str) -> None:
        raise VaultError(by)

    monkeypatch.setattr(house.runtime.vault, "erase", broken)
    with pytest.raises(VaultError):
        await house.runtime.forgetting.redact(of(view), by="Alice")
    assert house.runtime.ledger.utterance(view.utterance_id) is not None


def test_rounds_are_summed_up_by_place() -> None:
    first = Forgotten(utterances=1, traces=(Purged(place="a", count=1, left=2, why_not="backup"), Purged(place="b")))
    second = Forgotten(contents=2, traces=(Purged(place="a", count=3, left=1), Purged(place="b", left=None)))
    assert first + second == Forgotten(
        utterances=1,
        contents=2,
        traces=(Purged(place="a", count=4, left=2, why_not="backup"), Purged(place="b", left=None)),
    )
